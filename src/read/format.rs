//! The formats pages are made for: which kinds they suit, their pages and panels
//! in the order they are read, and the sizes of these, in mm.
//!
//! How pages come together on a sheet is not said here: only the press knows.

use std::ops::RangeInclusive;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::kind::Kind;

/// The paper a guide is made for.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Deserialize,
    JsonSchema,
    Serialize,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Format {
    /// A4 folded twice inwards: six panels.
    A4RollFold,
    /// A4 folded like a Z: six panels.
    #[strum(serialize = "a4-z-fold")]
    A4ZFold,
    /// A4 with two narrow flaps that meet in the middle: six panels.
    A4GateFold,
    /// A4 folded once: four A5 pages.
    A5Fold,
    /// A5 pages, stapled.
    A5Booklet,
    /// A4 pages, stapled.
    A4Booklet,
    /// A5 pages for a wire binding.
    A5Pages,
    /// A4 letter paper.
    A4Letter,
    /// A4, not folded: a leaflet of one or two sides, or a page to pin up or fill in.
    A4,
    /// A poster.
    A3,
    /// A card of half an A4 sheet, one or two sides.
    A5,
    /// A pocket card of a quarter of an A4 sheet, one or two sides.
    A6,
    /// A tall card of a third of an A4 sheet, one or two sides.
    DlCard,
}

/// A panel of a folded leaflet.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize, IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Panel {
    /// The cover.
    Front,
    /// The left half of a gate fold's cover.
    FrontLeft,
    /// The right half of a gate fold's cover.
    FrontRight,
    /// Left inside, seen first when the cover opens.
    InsideLeft,
    /// The panel folded in, seen beside `inside-left`.
    Flap,
    /// The middle of the open sheet.
    InsideMiddle,
    /// The right of the open sheet.
    InsideRight,
    /// Left on the outer side.
    OutsideLeft,
    /// In the middle of the outer side.
    OutsideMiddle,
    /// The back.
    Back,
}

impl Panel {
    /// The word for it in files.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl Format {
    /// Every format.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The word for it in files.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Whether it is a card: so small that a few words fill it.
    pub fn is_card(self) -> bool {
        matches!(self, Self::A5 | Self::A6 | Self::DlCard)
    }

    /// Whether something of this kind can be printed in copies that are for different people:
    /// a form or a letter, and nothing that is folded, bound, or cut from a larger sheet.
    pub fn has_copies(self, kind: Kind) -> bool {
        match self {
            Self::A4Letter => true,
            Self::A4 => kind == Kind::Sheet,
            _ => false,
        }
    }

    /// The kinds it suits.
    pub fn kinds(self) -> &'static [Kind] {
        match self {
            Self::A4RollFold | Self::A4ZFold | Self::A4GateFold | Self::A5Fold | Self::DlCard => {
                &[Kind::Leaflet]
            }
            Self::A5Booklet | Self::A4Booklet | Self::A5Pages => &[Kind::Booklet],
            Self::A4Letter => &[Kind::Letter],
            Self::A4 => &[Kind::Leaflet, Kind::Sheet],
            Self::A3 | Self::A5 | Self::A6 => &[Kind::Sheet],
        }
    }

    /// What something of a kind becomes on this paper: what it is, where that suits; never
    /// a letter otherwise.
    pub(crate) fn kind_from(self, kind: Kind) -> Option<Kind> {
        let kinds = self.kinds();
        let same = kinds.iter().find(|suits| **suits == kind);
        let mut kinds = kinds.iter().filter(|other| **other != Kind::Letter);
        same.or_else(|| kinds.next_back()).copied()
    }

    /// The formats of a kind.
    pub fn of(kind: Kind) -> impl Iterator<Item = Self> + Clone {
        let suits = move |format: &Self| format.kinds().contains(&kind);
        Self::ALL.iter().copied().filter(suits)
    }

    /// Width and height of a page, mm; of a folded leaflet, its widest panel.
    pub fn page(self) -> (f64, f64) {
        match self {
            Self::A4RollFold => (100.0, 210.0),
            Self::A4ZFold | Self::DlCard => (99.0, 210.0),
            Self::A4GateFold => (149.0, 210.0),
            Self::A5Fold => (148.5, 210.0),
            Self::A5Booklet | Self::A5Pages | Self::A5 => (148.0, 210.0),
            Self::A4Booklet | Self::A4Letter | Self::A4 => (210.0, 297.0),
            Self::A3 => (297.0, 420.0),
            Self::A6 => (105.0, 148.0),
        }
    }

    /// The panels of a folded leaflet in the order they are read, each with its
    /// width, mm; none where nothing is folded. A roll fold's flap is 3 mm
    /// narrower than the rest, so that it lies flat inside; a gate's flaps are
    /// half a millimetre short of the middle.
    pub fn panels(self) -> &'static [(Panel, f64)] {
        use Panel::*;
        match self {
            Self::A4RollFold => &[
                (Front, 100.0),
                (InsideLeft, 100.0),
                (Flap, 97.0),
                (InsideMiddle, 100.0),
                (InsideRight, 97.0),
                (Back, 100.0),
            ],
            Self::A4ZFold => &[
                (Front, 99.0),
                (InsideLeft, 99.0),
                (InsideMiddle, 99.0),
                (InsideRight, 99.0),
                (OutsideLeft, 99.0),
                (OutsideMiddle, 99.0),
            ],
            Self::A4GateFold => &[
                (FrontLeft, 74.0),
                (FrontRight, 74.0),
                (InsideLeft, 74.0),
                (InsideMiddle, 149.0),
                (InsideRight, 74.0),
                (Back, 149.0),
            ],
            Self::A5Fold => &[
                (Front, 148.5),
                (InsideLeft, 148.5),
                (InsideRight, 148.5),
                (Back, 148.5),
            ],
            _ => &[],
        }
    }

    /// How many pages it has room for.
    pub fn room(self) -> RangeInclusive<usize> {
        match self {
            Self::A4RollFold | Self::A4ZFold | Self::A4GateFold => 6..=6,
            Self::A5Fold => 4..=4,
            Self::A5Booklet | Self::A4Booklet | Self::A5Pages => 1..=usize::MAX,
            // NHS Notify: fewer than 5 sheets.
            Self::A4Letter => 1..=8,
            Self::A4 | Self::A5 | Self::A6 | Self::DlCard => 1..=2,
            Self::A3 => 1..=1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_what_files_call_it() {
        for format in Format::ALL {
            assert_eq!(serde_json::json!(format), format.id());
            for (panel, _) in format.panels() {
                assert_eq!(serde_json::json!(panel), panel.id());
            }
        }
    }
}
