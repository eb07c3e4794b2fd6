//! What stands in a block, for those that hold more than one text.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use super::schema;
use super::yaml::{ByTone, OneOrMore, Placed, Text};

/// All contacts, or some.
#[derive(Debug, Clone)]
pub enum Choice {
    /// All of them, in the order of the settings.
    All,
    /// These, in this order.
    These(Vec<Text>),
}

impl<'de> Deserialize<'de> for Choice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ChoiceVisitor;

        impl<'de> Visitor<'de> for ChoiceVisitor {
            type Value = Choice;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("`all`, or a list such as [bookings]")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Choice, E> {
                if word == "all" {
                    Ok(Choice::All)
                } else {
                    Err(E::invalid_value(de::Unexpected::Str(word), &self))
                }
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, list: A) -> Result<Choice, A::Error> {
                Vec::deserialize(de::value::SeqAccessDeserializer::new(list)).map(Choice::These)
            }
        }

        deserializer.deserialize_any(ChoiceVisitor)
    }
}

/// Somebody's words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Quote {
    /// The words, without quotation marks.
    pub text: ByTone,
    /// Who said it, as far as may be said.
    pub by: ByTone,
}

/// A figure: so many in so many.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Fact {
    /// How many.
    pub number: u32,
    /// Out of how many; at most 20, so that each can be drawn.
    pub of: u32,
    /// The sentence below it, with its source: `[^id]`.
    pub text: ByTone,
}

/// Which local services to print.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Signposts {
    /// The topics that they help with, one or several; or `all`.
    #[schemars(schema_with = "schema::topics")]
    pub topic: OneOrMore,
    /// Only those for people of these places.
    pub area: Option<OneOrMore>,
    /// No more than so many.
    pub at_most: Option<Placed<usize>>,
    /// No more than so many where there is little room.
    pub short_at_most: Option<Placed<usize>>,
}

/// Which local services a directory has, and what it says of each.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Directory {
    /// The topics that it has, one or several; or `all`.
    #[schemars(schema_with = "schema::topics")]
    pub topic: OneOrMore,
    /// Only services for people of these places.
    pub area: Option<OneOrMore>,
    /// True where it says who keeps each entry right: for staff alone.
    #[serde(default)]
    pub keepers: bool,
}

/// The box with day, time and place.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Appointment {
    /// How long it takes. Where it names an answer that is missing, it is left out.
    #[serde(default)]
    pub length: Option<ByTone>,
}

/// A table with a header row.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Table {
    /// The header, a cell each.
    pub header: Vec<ByTone>,
    /// The rows: as many cells as the header.
    pub rows: Vec<Vec<ByTone>>,
}

/// A picture.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PictureEntry {
    /// A file in the service's folder.
    pub file: Text,
    /// What it shows, for people who cannot see it.
    pub alt: ByTone,
    /// Printed width, mm: from 1 to that of the page.
    pub width: Placed<f64>,
}

/// A scene: a drawn picture, or the service's own in its place.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SceneEntry {
    /// The picture's name: `leafwright list --pictures` shows which there are.
    #[schemars(schema_with = "schema::scene")]
    pub scene: Text,
}

/// A square to point a phone at.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Qr {
    /// The web address it holds; printed beside it too.
    pub link: Text,
    /// What one finds there.
    pub text: ByTone,
}

/// Lines to write on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WriteIn {
    /// How many lines: 1 to 30.
    pub lines: u32,
    /// What to write there.
    pub label: Option<ByTone>,
    /// The picture beside it.
    pub picture: Option<SceneEntry>,
}

/// What to tick on a reply slip.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ReplySlip {
    /// The choices.
    pub choices: Vec<ByTone>,
}
