//! What stands in a block that somebody fills in with a pen.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use super::yaml::{ByTone, Placed};

/// A question, and boxes to tick in a row: numbers, or words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scale {
    /// What is asked.
    pub label: ByTone,
    /// The number it begins with.
    pub from: Option<Placed<u32>>,
    /// The number it ends with.
    pub to: Option<Placed<u32>>,
    /// What its lowest number means.
    pub low: Option<ByTone>,
    /// What its highest number means.
    pub high: Option<ByTone>,
    /// Words in place of numbers, a box each.
    #[serde(default)]
    pub words: Vec<ByTone>,
}

impl Scale {
    /// Every text of it, in the order it is read.
    pub(super) fn texts(&self) -> Vec<&ByTone> {
        let mut texts = vec![&self.label];
        texts.extend(self.low.iter().chain(&self.high).chain(&self.words));
        texts
    }
}

/// A table to write in.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Diary {
    /// What is written in each column; the first says what a row is for.
    pub columns: Vec<ByTone>,
    /// How many rows, or what each is for.
    pub rows: Placed<Rows>,
    /// How tall a row is, mm.
    pub row_height: Option<Placed<f64>>,
}

impl Diary {
    /// Every text of it, in the order it is read.
    pub(super) fn texts(&self) -> Vec<&ByTone> {
        self.columns.iter().chain(self.rows.value.named()).collect()
    }
}

/// The rows of a table to write in.
#[derive(Debug, Clone)]
pub enum Rows {
    /// So many, with nothing in them.
    Empty(u64),
    /// A row for each of these.
    Named(Vec<ByTone>),
}

impl Rows {
    /// What rows are for, where that is said.
    pub fn named(&self) -> &[ByTone] {
        match self {
            Self::Empty(_) => &[],
            Self::Named(rows) => rows,
        }
    }
}

impl<'de> Deserialize<'de> for Rows {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RowsVisitor;

        impl<'de> Visitor<'de> for RowsVisitor {
            type Value = Rows;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("how many rows, or a list such as [Monday, Tuesday]")
            }

            fn visit_u64<E: de::Error>(self, count: u64) -> Result<Rows, E> {
                Ok(Rows::Empty(count))
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, list: A) -> Result<Rows, A::Error> {
                Vec::deserialize(de::value::SeqAccessDeserializer::new(list)).map(Rows::Named)
            }
        }

        deserializer.deserialize_any(RowsVisitor)
    }
}

/// Steps in a ring, of which each leads to the next and the last to the first.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Cycle {
    /// What it shows.
    pub label: Option<ByTone>,
    /// Its steps.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// So many steps, all of them to write in.
    pub blank: Option<Placed<u32>>,
}

impl Cycle {
    /// Every text of it, in the order it is read.
    pub(super) fn texts(&self) -> Vec<&ByTone> {
        let said = self.steps.iter().filter_map(|step| match step {
            Step::Says(text) => Some(text),
            Step::Blank => None,
        });
        self.label.iter().chain(said).collect()
    }
}

/// The word for a step that somebody writes in.
const BLANK: &str = "blank";

/// One step of a ring.
#[derive(Debug, Clone)]
pub enum Step {
    /// To write in.
    Blank,
    /// What happens.
    Says(ByTone),
}

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = ByTone::deserialize(deserializer)?;
        Ok(match &text {
            ByTone::Same(same) if same.value.trim() == BLANK => Self::Blank,
            _ => Self::Says(text),
        })
    }
}

/// A table of boxes to count with: one is ticked each time.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tally {
    /// What each row is for.
    pub rows: Vec<ByTone>,
    /// What stands above the columns; the first says what the rows are.
    #[serde(default)]
    pub columns: Vec<ByTone>,
    /// How many boxes a row has in each column.
    pub boxes: Placed<u32>,
}

impl Tally {
    /// Every text of it, in the order it is read.
    pub(super) fn texts(&self) -> Vec<&ByTone> {
        self.columns.iter().chain(&self.rows).collect()
    }
}
