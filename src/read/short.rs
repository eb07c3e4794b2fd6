//! What a guide says where there is little room: a shorter text in place of a block, or
//! nothing in place of a block or a section.

use serde::Deserialize;
use serde::de::Deserializer;

use super::block::{Block, Content};
use super::format::Format;
use super::guide::Section;
use super::yaml::{ByTone, Placed};
use crate::diagnostics::{Place, Problem};

/// What a card says in place of a block.
#[derive(Debug, Clone)]
pub enum Short {
    /// Nothing.
    LeaveOut,
    /// This text.
    Text(ByTone),
}

/// The word for nothing.
const LEAVE_OUT: &str = "leave-out";

impl<'de> Deserialize<'de> for Short {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = ByTone::deserialize(deserializer)?;
        Ok(match &text {
            ByTone::Same(same) if same.value.trim() == LEAVE_OUT => Self::LeaveOut,
            _ => Self::Text(text),
        })
    }
}

/// What is said in place of a section where there is little room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShortSection {
    /// Nothing.
    LeaveOut,
}

/// How much of a guide a format has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// All but the sections that may be left out.
    FewerSections,
    /// The same, and its blocks as short as they come.
    Short,
}

impl Format {
    /// How much of a guide it has room for. A gate fold loses a fifth of what a roll fold
    /// holds to its narrow flaps; a card has two sides for six panels.
    pub fn extent(self) -> Extent {
        match self {
            Self::A4GateFold => Extent::FewerSections,
            Self::DlCard | Self::A6 => Extent::Short,
            _ => Extent::Whole,
        }
    }
}

impl Section {
    /// The section in so much room; none where it is left out.
    pub(crate) fn in_room(&self, extent: Extent) -> Option<Self> {
        if extent != Extent::Whole && self.short.is_some() {
            return None;
        }
        let mut section = self.clone();
        if extent == Extent::Short {
            section.blocks = self.blocks.iter().filter_map(shortened).collect();
        }
        // Otherwise it is a heading over nothing.
        (!section.blocks.is_empty() || self.blocks.is_empty()).then_some(section)
    }

    /// What may not be left out of it, and would be.
    pub(super) fn unspared(&self) -> Vec<Problem> {
        let is_left_out =
            |block: &Placed<Block>| matches!(block.value.short, Some(Short::LeaveOut));
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
                    .help("take `short: leave-out` away, or give one of its blocks a short text"),
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

/// A block as short as it comes; none where it is left out.
fn shortened(block: &Placed<Block>) -> Option<Placed<Block>> {
    let content = match &block.value.short {
        None => return Some(block.clone()),
        Some(Short::LeaveOut) => return None,
        Some(Short::Text(text)) => Content::Text(text.clone()),
    };
    let value = Block {
        content,
        short: None,
        ..block.value.clone()
    };
    Some(Placed {
        value,
        place: block.place,
    })
}
