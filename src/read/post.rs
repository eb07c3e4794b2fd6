//! How letters go out, and what that asks of their pages: where the address has
//! to stand for an envelope, and where posting services let ink be. All lengths
//! are mm from the top left of the sheet.

use std::ops::RangeInclusive;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// A4.
const PAPER: (f64, f64) = (210.0, 297.0);

/// An envelope, or a service that prints and posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Post {
    /// A4 folded in three.
    #[default]
    Dl,
    /// A4 folded in half.
    C5,
    /// GOV.UK Notify, which takes finished letters.
    Notify,
    /// NHS Notify.
    NhsNotify,
    /// No window: the address stands where a DL has it, and nothing is marked.
    None,
}

/// A box on a page or a sheet, mm from its top left.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

/// A part of a sheet, mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Zone {
    /// What people call it.
    pub name: &'static str,
    /// Where it is.
    pub area: Area,
}

const fn zone(name: &'static str, left: f64, top: f64, right: f64, bottom: f64) -> Zone {
    let area = Area {
        left,
        top,
        right,
        bottom,
    };
    Zone { name, area }
}

impl Area {
    /// The same with so much more on every side.
    #[must_use]
    pub fn widened(self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }
}

/// Where GOV.UK Notify lets a first page have ink (alphagov/notifications-template-preview,
/// `app/precompiled.py`).
const NOTIFY_FIRST: [Zone; 4] = [
    zone("logo", 15.0, 5.0, 125.0, 30.0),
    NOTIFY_ADDRESS,
    zone("sender", 125.0, 5.0, 195.0, 95.0),
    zone("body", 15.0, 95.0, 195.0, 292.0),
];

const NOTIFY_ADDRESS: Zone = zone("address", 24.6, 39.5, 120.0, 66.3);

/// The same for its later pages.
const NOTIFY_LATER: [Zone; 1] = [zone("page", 15.0, 5.0, 195.0, 292.0)];

/// The margins of NHS Notify: 10 at the top, 15 at the sides, 5 at the bottom
/// (NHSDigital/nhs-notify-web-cms).
const NHS_NOTIFY: [Zone; 1] = [zone("page", 15.0, 10.0, 195.0, 292.0)];

/// What a service that prints and posts takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Acceptance {
    /// Its name.
    pub name: &'static str,
    /// The most pages of a letter.
    pub most_pages: usize,
    /// The most bytes of a file.
    pub most_bytes: usize,
    /// Where ink may be on the first page: each zone somewhere.
    pub first: &'static [Zone],
    /// Where ink may be on every later page.
    pub later: &'static [Zone],
}

/// GOV.UK Notify's; NHS Notify names no size, and its letters are no larger.
const MOST_BYTES: usize = 2 * 1024 * 1024;

impl Post {
    /// The word for it in settings.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Where the address has to stand; nowhere special without an envelope.
    ///
    /// NHS Notify publishes no place for it: its letters go into the same kind of
    /// envelope, so that it stands where GOV.UK Notify has it.
    pub fn address(self) -> Option<Zone> {
        match self {
            Self::Notify | Self::NhsNotify => Some(NOTIFY_ADDRESS),
            _ => self.envelope().map(|envelope| envelope.safe()),
        }
    }

    /// Where the sheet is folded by whoever puts it into an envelope; nowhere where a
    /// machine does it.
    pub fn folds(self) -> Vec<f64> {
        self.envelope()
            .map_or_else(Vec::new, |envelope| envelope.folds())
    }

    /// What the service takes that prints and posts; nothing where no such service does.
    pub fn acceptance(self) -> Option<Acceptance> {
        match self {
            Self::Notify => Some(Acceptance {
                name: "GOV.UK Notify",
                most_pages: 10,
                most_bytes: MOST_BYTES,
                first: &NOTIFY_FIRST,
                later: &NOTIFY_LATER,
            }),
            // Fewer than 5 sheets, printed on both sides.
            Self::NhsNotify => Some(Acceptance {
                name: "NHS Notify",
                most_pages: 8,
                most_bytes: MOST_BYTES,
                first: &NHS_NOTIFY,
                later: &NHS_NOTIFY,
            }),
            _ => None,
        }
    }

    fn envelope(self) -> Option<Envelope> {
        match self {
            Self::Dl => Some(DL),
            Self::C5 => Some(C5),
            _ => None,
        }
    }
}

/// An envelope with a window: sizes and places from the trade, as most stationers
/// sell them.
struct Envelope {
    width: f64,
    height: f64,
    /// The window seen from the front: left, top, width, height.
    window: (f64, f64, f64, f64),
    /// How many times the sheet is folded over: 3 for thirds.
    parts: u8,
}

/// DL: 110 x 220, window 93 x 39, 20 from the left, 53 from the top.
const DL: Envelope = Envelope {
    width: 220.0,
    height: 110.0,
    window: (20.0, 53.0, 93.0, 39.0),
    parts: 3,
};

/// C5: 162 x 229, window 90 x 45, 20 from the left, 60 up from the bottom.
const C5: Envelope = Envelope {
    width: 229.0,
    height: 162.0,
    window: (20.0, 57.0, 90.0, 45.0),
    parts: 2,
};

impl Envelope {
    /// The part of the sheet that shows wherever the paper slides to: on each
    /// axis, what the window shows of the paper pushed to one side, met with what
    /// it shows of the paper pushed to the other.
    fn safe(&self) -> Zone {
        let (left, top, width, height) = self.window;
        let slide_across = self.width - PAPER.0;
        let slide_down = self.height - PAPER.1 / f64::from(self.parts);
        let (right, bottom) = (left + width - slide_across, top + height - slide_down);
        zone("address", left, top, right, bottom)
    }

    fn folds(&self) -> Vec<f64> {
        let part = PAPER.1 / f64::from(self.parts);
        (1..self.parts).map(|fold| f64::from(fold) * part).collect()
    }
}

/// How many mm a sheet may differ from A4 (GOV.UK Notify).
const SIZE_TOLERANCE: f64 = 2.0;

/// The widths and heights a sheet of a posting service may have.
pub fn sheet_sizes() -> (RangeInclusive<f64>, RangeInclusive<f64>) {
    let about = |side| side - SIZE_TOLERANCE..=side + SIZE_TOLERANCE;
    (about(PAPER.0), about(PAPER.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The figures somebody measured on paper.
    #[test]
    fn what_shows_in_a_window_is_what_it_shows_wherever_the_paper_slides() {
        let dl = zone("address", 20.0, 53.0, 103.0, 81.0);
        let c5 = zone("address", 20.0, 57.0, 91.0, 88.5);
        assert_eq!(Post::Dl.address(), Some(dl));
        assert_eq!(Post::C5.address(), Some(c5));
        assert_eq!(Post::Dl.folds(), [99.0, 198.0]);
        assert_eq!(Post::C5.folds(), [148.5]);
        assert!(Post::Notify.folds().is_empty());
        assert_eq!(Post::None.address(), None);
    }
}
