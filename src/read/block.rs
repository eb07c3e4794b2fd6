//! Blocks: what a section is made of.
//!
//! A block is one word (`crisis`) or one key with its content (`text: …`), and
//! may say `when:` beside it. Written by hand because `serde`'s ways to do it
//! (`flatten`, `untagged`) lose the reason when something is wrong.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::option::OptionEntry;
use super::yaml::{ByTone, Placed, Text};

/// A block and its condition.
#[derive(Debug, Clone)]
pub struct Block {
    /// For whom it is printed.
    pub when: Option<Text>,
    /// What it is.
    pub content: Content,
}

/// What a block is.
#[derive(Debug, Clone)]
pub enum Content {
    /// Running text, in Markdown.
    Text(ByTone),
    /// Somebody's words.
    Quote(Quote),
    /// A figure drawn as people.
    Fact(Fact),
    /// Things to do in order.
    Steps(Vec<ByTone>),
    /// Things to tick.
    Checklist(Vec<ByTone>),
    /// One option to a page.
    Options(Vec<OptionEntry>),
    /// Every option on one page.
    Overview,
    /// Ways to reach the service: these, or all.
    Contacts(Placed<Choice>),
    /// Other help nearby.
    Signposts(Signposts),
    /// Help when somebody cannot cope.
    Crisis,
    /// The person's appointment.
    Appointment(Appointment),
    /// A table with a header row.
    Table(Table),
    /// A picture in the service's folder.
    Picture(PictureEntry),
    /// A square to point a phone at, with its address beside it.
    Qr(Qr),
    /// Lines to write on.
    WriteIn(WriteIn),
    /// The part of a letter to send back.
    ReplySlip(ReplySlip),
    /// The rest starts on a new page.
    PageBreak,
}

/// What a block may be called. The words without content come last.
const KINDS: &[&str] = &[
    "text",
    "quote",
    "fact",
    "steps",
    "checklist",
    "options",
    "contacts",
    "signposts",
    "appointment",
    "table",
    "picture",
    "qr",
    "write-in",
    "reply-slip",
    "crisis",
    "overview",
    "page-break",
];

fn single_word<E: de::Error>(word: &str) -> Result<Content, E> {
    match word {
        "crisis" => Ok(Content::Crisis),
        "overview" => Ok(Content::Overview),
        "page-break" => Ok(Content::PageBreak),
        known if KINDS.contains(&known) => Err(E::custom(format!(
            "`{known}` has no content\nwrite `{known}:` and what it says"
        ))),
        other => Err(E::unknown_variant(other, KINDS)),
    }
}

impl<'de> Deserialize<'de> for Block {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BlockVisitor)
    }
}

struct BlockVisitor;

impl<'de> Visitor<'de> for BlockVisitor {
    type Value = Block;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a block, such as `text: …`")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Block, E> {
        single_word(word).map(|content| Block {
            when: None,
            content,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Block, A::Error> {
        let mut when = None;
        let mut content = None;
        while let Some(key) = map.next_key::<String>()? {
            if key == "when" {
                when = Some(map.next_value()?);
                continue;
            }
            if content.is_some() {
                return Err(de::Error::custom(format!(
                    "`{key}` is a second block in the same list item\nput a `-` in front of it, so that it is a block of its own"
                )));
            }
            content = Some(match key.as_str() {
                "text" => Content::Text(map.next_value()?),
                "quote" => Content::Quote(map.next_value()?),
                "fact" => Content::Fact(map.next_value()?),
                "steps" => Content::Steps(map.next_value()?),
                "checklist" => Content::Checklist(map.next_value()?),
                "options" => Content::Options(map.next_value()?),
                "contacts" => Content::Contacts(map.next_value()?),
                "signposts" => Content::Signposts(map.next_value()?),
                "appointment" => Content::Appointment(map.next_value()?),
                "table" => Content::Table(map.next_value()?),
                "picture" => Content::Picture(map.next_value()?),
                "qr" => Content::Qr(map.next_value()?),
                "write-in" => Content::WriteIn(map.next_value()?),
                "reply-slip" => Content::ReplySlip(map.next_value()?),
                // `- crisis:` with nothing after it means the same as `- crisis`.
                word if KINDS.contains(&word) => {
                    map.next_value::<Placed<Nothing>>()?;
                    single_word(word)?
                }
                word => return Err(de::Error::unknown_field(word, KINDS)),
            });
        }
        match content {
            Some(content) => Ok(Block { when, content }),
            None => Err(de::Error::custom(
                "this block says when, but not what\nadd a line such as `text: …`",
            )),
        }
    }
}

/// What a word without content may say after its colon.
struct Nothing;

impl<'de> Deserialize<'de> for Nothing {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NothingVisitor;

        impl Visitor<'_> for NothingVisitor {
            type Value = Nothing;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("a word on its own, with nothing after it")
            }

            fn visit_unit<E: de::Error>(self) -> Result<Nothing, E> {
                Ok(Nothing)
            }
        }

        deserializer.deserialize_any(NothingVisitor)
    }
}

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
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Quote {
    /// The words, without quotation marks.
    pub text: ByTone,
    /// Who said it, as far as may be said.
    pub by: ByTone,
}

/// A figure: so many in so many.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Fact {
    /// How many.
    pub number: u32,
    /// Out of how many; at most 20, so that each can be drawn.
    pub of: u32,
    /// The sentence beside it.
    pub text: ByTone,
}

/// Which local services to print.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Signposts {
    /// The topic in `local-services.csv`.
    pub topic: Text,
    /// No more than so many.
    #[serde(default)]
    pub at_most: Option<usize>,
}

/// The box with day, time and place.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Appointment {
    /// How long it takes.
    pub length: ByTone,
}

/// A table with a header row.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Table {
    /// The header, a cell each.
    pub header: Vec<ByTone>,
    /// The rows: as many cells as the header.
    pub rows: Vec<Vec<ByTone>>,
}

/// A picture.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PictureEntry {
    /// A file in the service's folder.
    pub file: Text,
    /// What it shows, for people who cannot see it.
    pub alt: ByTone,
    /// Printed width, mm.
    pub width: f64,
}

/// A square to point a phone at.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Qr {
    /// The web address it holds; printed beside it too.
    pub link: Text,
    /// What one finds there.
    pub text: ByTone,
}

/// Lines to write on.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WriteIn {
    /// How many lines.
    pub lines: u32,
    /// What to write there.
    #[serde(default)]
    pub label: Option<ByTone>,
}

/// What to tick on a reply slip.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ReplySlip {
    /// The choices.
    pub choices: Vec<ByTone>,
}
