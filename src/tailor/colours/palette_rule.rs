//! A colour for every role, from any brand colour: in oklch, where a step of lightness,
//! chroma or hue looks as large wherever it is taken.
//!
//! What is promised, whatever the brand colour, and held by tests over all of sRGB:
//!
//! - `text` has a contrast of 5.5 to 1 or more on white, tint and panel; `on` has 4.5 or more
//!   on fill, and ink 6 or more on a fill that is pale;
//! - what stands beside each other in pictures is told apart in grey print and by people who
//!   do not see red, green or blue: [`SOFT_FROM_TINT`] and its like say how far. 0.02 is what somebody
//!   with full sight just notices side by side.
//!
//! Not promised: that the companion and mid are told apart by lightness. They are by hue, and
//! drawings put something of another role between them where it matters.

use palette::color_difference::Wcag21RelativeContrast;
use palette::convert::FromColorUnclamped;
use palette::{Clamp, FromColor, LinSrgb, Oklch, Srgb};

use super::sight::apart;

/// Letters, outlines and what is dark in every brand.
pub const INK: Srgb<u8> = Srgb::new(0x1d, 0x23, 0x26);
/// Paper.
pub const WHITE: Srgb<u8> = Srgb::new(0xff, 0xff, 0xff);
/// Where ink is not dark enough.
const BLACK: Srgb<u8> = Srgb::new(0, 0, 0);

/// By how much a colour is darkened at a time.
const STEP: f64 = 0.004;

/// Text on white, tint and panel.
pub const TEXT_CONTRAST: f64 = 5.5;
/// Red text, which looks lighter than it measures.
const RED_TEXT_CONTRAST: f64 = 6.0;
/// Text on the brand's own colour: WCAG 2.2, success criterion 1.4.3.
pub const ON_CONTRAST: f64 = 4.5;

/// How far two roles are apart at least, as somebody sees them who tells them apart worst.
pub const SOFT_FROM_TINT: f64 = 0.05;
/// Hills before hills.
pub const MID_FROM_SOFT: f64 = 0.1;
/// Clothes before trees.
#[cfg(test)]
pub const DEEP_FROM_MID: f64 = 0.15;
/// Clothes of two people.
#[cfg(test)]
pub const PAIR_FROM_DEEP: f64 = 0.2;
/// Clothes before a wall, and the sun in the sky.
#[cfg(test)]
pub const PAIR_FROM_TINT: f64 = 0.09;

/// A colour for every role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// As given: bands and tabs, never text.
    pub fill: Srgb<u8>,
    /// For text on white, on tint and on panel.
    pub text: Srgb<u8>,
    /// For text on fill.
    pub on: Srgb<u8>,
    /// Clothes and doors.
    pub deep: Srgb<u8>,
    /// Hills and trees.
    pub mid: Srgb<u8>,
    /// Far hills, floors.
    pub soft: Srgb<u8>,
    /// Skies and walls.
    pub tint: Srgb<u8>,
    /// Under text.
    pub panel: Srgb<u8>,
    /// The companion: the second colour of pictures.
    pub pair: Srgb<u8>,
    /// The companion, lighter.
    pub pair_soft: Srgb<u8>,
    /// The companion, darker: wood.
    pub pair_dark: Srgb<u8>,
    /// The sun, a lamp.
    pub sun: Srgb<u8>,
    /// Whether the brand is too pale for text: ink then stands on a block of the fill.
    pub pale: bool,
}

/// What a brand colour is like, which decides between rules.
#[derive(Debug, Clone, Copy)]
struct Brand {
    l: f64,
    c: f64,
    h: f64,
    is_pale: bool,
    is_grey: bool,
    is_red: bool,
    is_warm: bool,
}

impl Brand {
    fn of(colour: Srgb<u8>) -> Self {
        let Oklch { l, chroma, hue, .. } = Oklch::from_color(colour.into_format::<f64>());
        let h = hue.into_positive_degrees();
        let (is_pale, is_grey) = (l > 0.75, chroma < 0.03);
        let is_warm = if is_pale {
            !(150.0..330.0).contains(&h)
        } else {
            h > 45.0 && h <= 110.0
        };
        Self {
            l,
            c: chroma,
            h,
            is_pale,
            is_grey,
            is_red: !is_grey && !is_pale && !(45.0..345.0).contains(&h),
            is_warm: !is_grey && is_warm,
        }
    }

    /// Chroma and hue of hills and skies. Red ground looks like a wound: it turns slate blue.
    fn landscape(self) -> (f64, f64) {
        if self.is_grey {
            (0.034, 160.0)
        } else if self.is_red {
            (0.054, 227.0)
        } else if self.is_pale {
            ((1.03 * self.c).min(0.16), self.h - 3.0)
        } else {
            ((0.8 * self.c).min(0.096), self.h)
        }
    }

    /// Lightness, chroma and hue of the companion, which is fixed by hue.
    fn companion(self) -> (f64, f64, f64) {
        if self.is_warm {
            (0.728, 0.056, 219.0)
        } else if self.is_grey {
            (0.766, 0.111, 58.0)
        } else if self.is_red {
            (0.812, 0.126, 76.0)
        } else if self.h > 225.0 && self.h < 345.0 {
            (0.845, 0.147, 79.0)
        } else {
            (0.784, 0.127, 65.0)
        }
    }
}

/// The palette of a brand colour.
pub fn derive(fill: Srgb<u8>) -> Palette {
    let brand = Brand::of(fill);
    let (c, h) = brand.landscape();
    let (mid, soft, tint, panel) = if brand.is_pale && !brand.is_grey {
        let tint = shade(0.973, 0.24 * c, h + 3.0);
        let soft = darker_than(tint, SOFT_FROM_TINT, [0.928, 0.63 * c, h + 3.0]);
        let mid = (brand.l - 0.055).min(0.83);
        let mid = darker_than(soft, MID_FROM_SOFT, [mid, c, h]);
        (mid, soft, tint, tint)
    } else {
        (
            shade(0.70, c, h),
            shade(0.857, 0.52 * c, h),
            shade(0.948, 0.2 * c, h),
            shade(0.957, 0.15 * c, h),
        )
    };
    let paper = [WHITE, tint, panel];
    let text_contrast = if brand.is_red {
        RED_TEXT_CONTRAST
    } else {
        TEXT_CONTRAST
    };
    let text = if brand.is_pale {
        INK
    } else {
        darkened(fill, text_contrast, &paper)
    };
    let deep = if brand.is_grey {
        shade(brand.l.clamp(0.358, 0.43), 0.007, 248.0)
    } else if brand.is_pale && brand.is_warm {
        shade(0.43, 0.068, 235.0)
    } else if brand.is_pale {
        shade(0.43, 0.09, brand.h)
    } else {
        darkened(fill, TEXT_CONTRAST, &paper)
    };
    let (l, c, h) = brand.companion();
    let pair = shade(l, c, h);
    let (soft_hue, dark_chroma, dark_hue) = if brand.is_warm {
        (h, 1.25 * c, h)
    } else {
        (h + 5.0, 1.03 * c, h - 6.0)
    };
    Palette {
        fill,
        text,
        on: on(fill),
        deep,
        mid,
        soft,
        tint,
        panel,
        pair,
        pair_soft: shade(1.0 - 0.36 * (1.0 - l), 0.39 * c, soft_hue),
        pair_dark: shade(l - 0.158, dark_chroma, dark_hue),
        sun: if brand.is_pale && brand.is_warm {
            mid
        } else {
            pair
        },
        pale: brand.is_pale,
    }
}

/// White, or ink where white cannot be read on it, or black where neither can: the contrasts
/// with white and with black multiply to 21, so one of them is 4.58 or more.
fn on(fill: Srgb<u8>) -> Srgb<u8> {
    let is_read = |ink: &Srgb<u8>| contrast(fill, *ink) >= ON_CONTRAST;
    [WHITE, INK].into_iter().find(is_read).unwrap_or(BLACK)
}

/// The colour of this lightness, chroma and hue, as much darker as it takes to be so far
/// apart from a lighter one.
fn darker_than(lighter: Srgb<u8>, least: f64, [mut l, c, h]: [f64; 3]) -> Srgb<u8> {
    loop {
        let colour = shade(l, c, h);
        if l <= 0.0 || apart(colour, lighter) >= least {
            return colour;
        }
        l -= STEP;
    }
}

/// The colour, as much darker as it takes to be read on each of these.
fn darkened(colour: Srgb<u8>, wanted: f64, paper: &[Srgb<u8>]) -> Srgb<u8> {
    let is_read = |ink| paper.iter().all(|paper| contrast(ink, *paper) >= wanted);
    if is_read(colour) {
        return colour;
    }
    let Oklch { l, chroma, hue, .. } = Oklch::from_color(colour.into_format::<f64>());
    let steps = (1..).map(|step| l - STEP * f64::from(step));
    let mut darker = steps
        .take_while(|l| *l > 0.0)
        .map(|l| shade(l, chroma, hue.into_positive_degrees()));
    darker.find(|ink| is_read(*ink)).unwrap_or(INK)
}

/// The colour, as much lighter as it takes to be read on each of these dark grounds.
pub fn lightened(colour: Srgb<u8>, wanted: f64, grounds: &[Srgb<u8>]) -> Srgb<u8> {
    let is_read = |words| {
        grounds
            .iter()
            .all(|ground| contrast(words, *ground) >= wanted)
    };
    if is_read(colour) {
        return colour;
    }
    let Oklch { l, chroma, hue, .. } = Oklch::from_color(colour.into_format::<f64>());
    let steps = (1..).map(|step| l + STEP * f64::from(step));
    let mut lighter = steps
        .take_while(|l| *l < 1.0)
        .map(|l| shade(l, chroma, hue.into_positive_degrees()));
    lighter.find(|words| is_read(*words)).unwrap_or(WHITE)
}

/// How much lighter one is than the other: 1 to 21, by WCAG.
pub fn contrast(one: Srgb<u8>, other: Srgb<u8>) -> f64 {
    let other = other.into_format::<f64>();
    one.into_format::<f64>().relative_contrast(other)
}

/// The colour of this lightness, chroma and hue. Chroma shrinks until a screen can show it.
fn shade(l: f64, mut c: f64, h: f64) -> Srgb<u8> {
    loop {
        let linear = LinSrgb::from_color_unclamped(Oklch::new(l, c, h));
        let channels = [linear.red, linear.green, linear.blue];
        let fits = channels
            .iter()
            .all(|channel| (-0.0005..=1.0005).contains(channel));
        if fits || c <= 0.0 {
            return Srgb::<f64>::from_linear(linear.clamp()).into_format();
        }
        c = (c - 0.002).max(0.0);
    }
}
