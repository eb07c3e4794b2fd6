//! The colours of a page, from the one a service names.

use palette::color_difference::Wcag21RelativeContrast;
use palette::{FromColor, Oklch, Srgb};

use super::publication::Colours;
use crate::diagnostics::{Place, Problem, RuleId};
use crate::read::Service;

/// The accent of a service that names none.
const ACCENT: &str = "#0b6e69";

/// Text on its background: WCAG 2.2, success criterion 1.4.3.
const CONTRAST: f32 = 4.5;

/// The colours, and a warning or an error about the service's own.
pub fn of(service: &Service) -> (Colours, Option<Problem>) {
    let Some(colour) = &service.brand.colour else {
        return (from(parse(ACCENT).unwrap_or_default()), None);
    };
    let Some(named) = parse(&colour.value) else {
        let problem = Problem::error(format!("`{}` is not a colour", colour.value))
            .at(colour.place)
            .help("write # and six digits in quotes, as in \"#005eb8\"");
        return (from(Srgb::default()), Some(problem));
    };
    let colours = from(named);
    let warning = pale(named, &colours.accent, colour.place);
    (colours, warning)
}

/// What is wrong with the service's own colour.
pub fn problem(service: &Service) -> Option<Problem> {
    of(service).1
}

fn pale(named: Srgb, accent: &str, place: Place) -> Option<Problem> {
    let contrast = named.relative_contrast(white());
    (contrast < CONTRAST).then(|| {
        // Cut, not rounded: 4.46 to 1 is not enough and must not be shown as 4.5.
        let contrast = (contrast * 10.0).floor() / 10.0;
        Problem::warning(format!(
            "this colour is too pale to read on white: {contrast:.1} to 1, and text needs {CONTRAST} to 1"
        ))
        .at(place)
        .rule(RuleId::PaleColour)
        .help(format!("it is printed as `{accent}`, the nearest that can be read on white and in a box: write that, or a darker one you choose"))
    })
}

fn from(named: Srgb) -> Colours {
    let accent = Oklch::from_color(named);
    let warm_hue = warm_hue(accent);
    let accent_tint = Oklch::new(0.962, accent.chroma.min(0.022), accent.hue);
    let warm = Oklch::new(0.78, 0.125, warm_hue);
    let warm_tint = Oklch::new(0.965, 0.03, warm_hue);
    Colours {
        accent: hex(readable(accent, accent_tint)),
        accent_tint: hex(accent_tint),
        warm: hex(warm),
        warm_ink: hex(readable(Oklch::new(0.55, 0.11, warm_hue), warm_tint)),
        warm_tint: hex(warm_tint),
    }
}

/// Amber, or where the accent is amber itself, a colour a third of the circle away.
fn warm_hue(accent: Oklch) -> f32 {
    const AMBER: f32 = 70.0;
    let hue = accent.hue.into_positive_degrees();
    if accent.chroma > 0.03 && (hue - AMBER).abs() < 45.0 {
        hue - 120.0
    } else {
        AMBER
    }
}

/// The colour, as much darker as it takes to be read on white and on its tint.
fn readable(mut colour: Oklch, tint: Oklch) -> Oklch {
    let tint = Srgb::from_color(tint);
    while colour.l > 0.0 {
        let ink = printed(colour);
        if ink.relative_contrast(white()) >= CONTRAST && ink.relative_contrast(tint) >= CONTRAST {
            break;
        }
        colour.l -= 0.01;
    }
    colour
}

fn white() -> Srgb {
    Srgb::new(1.0, 1.0, 1.0)
}

/// As eight bits a channel hold it.
fn printed(colour: Oklch) -> Srgb {
    Srgb::from_color(colour).into_format::<u8>().into_format()
}

fn parse(text: &str) -> Option<Srgb> {
    let digits = text.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let colour: Srgb<u8> = digits.parse().ok()?;
    Some(colour.into_format())
}

fn hex(colour: Oklch) -> String {
    let colour: Srgb<u8> = Srgb::from_color(colour).into_format();
    format!("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)
}
