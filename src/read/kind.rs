//! What a guide becomes, and how large its letters are.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a guide becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A folded leaflet.
    Leaflet,
    /// A stapled booklet.
    Booklet,
    /// A letter to one person.
    Letter,
    /// One page: a poster, a form, a card.
    Sheet,
}

impl Kind {
    /// The word for it in files; also its template's name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Leaflet => "leaflet",
            Self::Booklet => "booklet",
            Self::Letter => "letter",
            Self::Sheet => "sheet",
        }
    }
}

/// Standard, or re-flowed for readers who need larger letters.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// 12 pt.
    #[default]
    Standard,
    /// 18 pt on A4, in one column, never folded.
    LargePrint,
}

impl Edition {
    /// The word for it: `large-print`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::LargePrint => "large-print",
        }
    }
}
