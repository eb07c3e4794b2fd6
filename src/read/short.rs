//! What a guide says where there is little room: a shorter text in place of a block, or
//! nothing in place of a block or a section.

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::Deserializer;
use strum::{IntoStaticStr, VariantArray};

use super::block::{Block, Content};
use super::format::Format;
use super::guide::{Guide, Section};
use super::yaml::{ByTone, Placed};
use crate::diagnostics::{Place, Problem};

/// What is said in place of a block where there is little room.
#[derive(Debug, Clone)]
pub enum Short {
    /// Nothing.
    LeaveOut(LeaveOut),
    /// This text.
    Text(ByTone),
}

/// In which small formats nothing is said.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum LeaveOut {
    /// In all of them.
    LeaveOut,
    /// On cards; where there is a little more room, it stays.
    LeaveOutOfCards,
}

impl<'de> Deserialize<'de> for Short {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = ByTone::deserialize(deserializer)?;
        let word = match &text {
            ByTone::Same(same) => LeaveOut::VARIANTS
                .iter()
                .find(|word| <&str>::from(*word) == same.value.trim()),
            ByTone::Different(..) => None,
        };
        Ok(match word {
            Some(word) => Self::LeaveOut(*word),
            None => Self::Text(text),
        })
    }
}

/// How much of a guide a format has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// All of it.
    Whole,
    /// What is not left out, with its short texts.
    Less,
    /// The same without what cards leave out.
    Card,
}

impl Format {
    /// How much of a guide it has room for. A gate fold loses a fifth of what a roll fold
    /// holds to its narrow flaps; a card has two sides for six panels.
    pub fn extent(self) -> Extent {
        match self {
            Self::A4GateFold => Extent::Less,
            Self::DlCard | Self::A6 => Extent::Card,
            _ => Extent::Whole,
        }
    }
}

impl LeaveOut {
    fn holds_in(self, extent: Extent) -> bool {
        match extent {
            Extent::Whole => false,
            Extent::Less => self == Self::LeaveOut,
            Extent::Card => true,
        }
    }
}

impl Guide {
    /// The guide in so much room.
    pub(crate) fn shortened(&self, extent: Extent) -> Self {
        let sections = self.sections.iter();
        let mut short = Self {
            sections: sections
                .filter_map(|section| section.in_room(extent))
                .collect(),
            ..self.clone()
        };
        short.drop_uncited(self);
        short
    }
}

impl Section {
    /// The section in so much room; none where it is left out.
    fn in_room(&self, extent: Extent) -> Option<Self> {
        let mut short = self.short.iter();
        if short.any(|short| short.value.holds_in(extent)) {
            return None;
        }
        let blocks = self.blocks.iter();
        let blocks: Vec<_> = blocks.filter_map(|block| in_room(block, extent)).collect();
        // Otherwise it is a heading over nothing.
        (!blocks.is_empty() || self.blocks.is_empty()).then(|| Self {
            blocks,
            ..self.clone()
        })
    }

    /// What may not be left out of it, and would be.
    pub(super) fn unspared(&self) -> Vec<Problem> {
        let is_left_out =
            |block: &Placed<Block>| matches!(block.value.short, Some(Short::LeaveOut(_)));
        let mut problems = Vec::new();
        let mut left_out = self.short.as_ref().map(|short| short.place);
        if !self.blocks.is_empty() && self.blocks.iter().all(is_left_out) {
            left_out = left_out.or(self.blocks.first().map(|block| block.place));
        }
        let has_crisis = self
            .blocks
            .iter()
            .any(|block| matches!(block.value.content, Content::Crisis));
        if let Some(place) = left_out
            && self.core
        {
            let what = format!("the section `{}` cannot be left out", self.id.value);
            let problem = Problem::error(what).at(place);
            problems.push(
                problem
                    .also(self.id.place, "it is part of the core")
                    .help("take its `short` away, or give one of its blocks a short text"),
            );
        } else if let Some(place) = left_out
            && has_crisis
        {
            problems.push(keeps_crisis(place));
        }
        let crisis = self.blocks.iter().filter(|block| {
            matches!(block.value.content, Content::Crisis) && block.value.short.is_some()
        });
        problems.extend(crisis.map(|block| keeps_crisis(block.place)));
        problems
    }
}

/// Whoever reads the smallest card may be in danger as well.
fn keeps_crisis(place: Place) -> Problem {
    Problem::error("help in a crisis is printed whole, however little room there is")
        .at(place)
        .help("take its `short` away")
}

/// A block in so much room; none where it is left out.
fn in_room(block: &Placed<Block>, extent: Extent) -> Option<Placed<Block>> {
    let mut placed = block.clone();
    match &block.value.short {
        Some(Short::LeaveOut(word)) if word.holds_in(extent) => return None,
        Some(Short::Text(text)) if extent != Extent::Whole => {
            placed.value.content = Content::Text(text.clone());
            placed.value.short = None;
        }
        _ => {}
    }
    if let Content::Signposts(signposts) = &mut placed.value.content
        && extent != Extent::Whole
    {
        signposts.at_most = signposts.short_at_most.take().or(signposts.at_most.take());
    }
    Some(placed)
}
