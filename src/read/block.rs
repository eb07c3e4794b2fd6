//! Blocks: what a section is made of.
//!
//! A block is one word (`crisis`) or one key with its content (`text: …`), and
//! may say `when:` or `short:` beside it. Written by hand because `serde`'s ways to do it
//! (`flatten`, `untagged`) lose the reason when something is wrong.

use std::fmt;

use schemars::{Schema, SchemaGenerator};
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::content::{
    Appointment, Choice, Directory, Fact, PictureEntry, Qr, Quote, ReplySlip, Signposts, Table,
    WriteIn,
};
use super::forms::{Cycle, Diary, Scale, Tally};
use super::option::OptionEntry;
use super::short::Short;
use super::yaml::{ByTone, Placed, Text};
use crate::diagnostics::Place;

/// A block and its condition.
#[derive(Debug, Clone)]
pub struct Block {
    /// For whom it is printed.
    pub when: Option<Text>,
    /// What is said in its place where there is little room.
    pub short: Option<Short>,
    /// What it is.
    pub content: Content,
}

impl Block {
    /// Every text of it, in the order it is written.
    pub fn texts(&self) -> Vec<&ByTone> {
        let mut texts = self.content.texts();
        if let Some(Short::Text(text)) = &self.short {
            texts.push(text);
        }
        texts
    }
}

/// Says for whom a block is printed.
pub(super) const WHEN: &str = "when";
/// Says what stands in a block's place where there is little room.
pub(super) const SHORT: &str = "short";

/// A block as the schema of a guide has it.
pub(super) struct Described {
    /// Its word.
    pub word: &'static str,
    /// What it is for, as the table of blocks says it.
    pub about: &'static str,
    /// What stands after its colon; nothing for one that stands on its own.
    pub content: Option<Schema>,
}

/// Makes of the table of blocks all that has to name every one of them.
macro_rules! blocks {
    (
        $($(#[doc = $about:literal])* $word:literal: $kind:ident($content:ident: $type:ty) => $texts:expr,)*
        on their own:
        $($(#[doc = $about_alone:literal])* $word_alone:literal: $alone:ident,)*
    ) => {
        /// What a block is.
        #[derive(Debug, Clone)]
        pub enum Content {
            $($(#[doc = $about])* $kind($type),)*
            $($(#[doc = $about_alone])* $alone,)*
        }

        /// What a block may be called.
        const WORDS: &[&str] = &[$($word,)* $($word_alone,)*];
        /// What may stand in one.
        const KEYS: &[&str] = &[$($word,)* $($word_alone,)* WHEN, SHORT];

        impl Content {
            /// Every block, for somebody who writes one.
            pub(super) fn described(generator: &mut SchemaGenerator) -> Vec<Described> {
                vec![
                    $(Described {
                        word: $word,
                        about: concat!($($about, "\n",)*),
                        content: Some(generator.subschema_for::<$type>()),
                    },)*
                    $(Described {
                        word: $word_alone,
                        about: concat!($($about_alone, "\n",)*),
                        content: None,
                    },)*
                ]
            }

            /// The word for it in guides.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$kind(_) => $word,)*
                    $(Self::$alone => $word_alone,)*
                }
            }

            /// Every text in it, in the order it is written.
            pub fn texts(&self) -> Vec<&ByTone> {
                match self {
                    $(Self::$kind($content) => $texts,)*
                    $(Self::$alone => Vec::new(),)*
                }
            }

            /// The block of a word that stands without a colon.
            fn of_word<E: de::Error>(word: &str) -> Result<Self, E> {
                match word {
                    $($word_alone => Ok(Self::$alone),)*
                    $($word)|* => Err(E::custom(format!(
                        "`{word}` has no content\nwrite `{word}:` and what it says"
                    ))),
                    other => Err(E::unknown_variant(other, WORDS)),
                }
            }

            /// The block of a key, which takes what stands after its colon.
            fn of_key<'de, A: MapAccess<'de>>(key: &str, map: &mut A) -> Result<Self, A::Error> {
                match key {
                    $($word => map.next_value().map(Self::$kind),)*
                    // `- crisis:` with nothing after it means the same as `- crisis`.
                    $($word_alone => map.next_value::<Placed<Nothing>>().map(|_| Self::$alone),)*
                    other => Err(de::Error::unknown_field(other, KEYS)),
                }
            }
        }
    };
}

// Every block there is: its word in guides, its name here, what it holds, and the
// texts in that.
blocks! {
    /// Running text: paragraphs, lists, **bold words**, links.
    "text": Text(text: ByTone) => vec![text],
    /// One sentence, said large.
    "statement": Statement(sentence: ByTone) => vec![sentence],
    /// Somebody's words.
    "quote": Quote(quote: Quote) => vec![&quote.text, &quote.by],
    /// A figure drawn as people: so many in so many.
    "fact": Fact(fact: Fact) => vec![&fact.text],
    /// Things to do in order.
    "steps": Steps(items: Vec<ByTone>) => items.iter().collect(),
    /// Things to tick.
    "checklist": Checklist(items: Vec<ByTone>) => items.iter().collect(),
    /// Options to choose from, one to a page: all have the same parts.
    "options": Options(options: Vec<OptionEntry>) => options.iter().flat_map(OptionEntry::texts).collect(),
    /// Ways to reach the service: these, or all.
    "contacts": Contacts(_names: Placed<Choice>) => Vec::new(),
    /// Other help nearby: rows of `local-services.csv` that have a topic.
    "signposts": Signposts(_rows: Signposts) => Vec::new(),
    /// Every service nearby, each under the heading of its topic: rows of `local-services.csv`.
    "directory": Directory(_rows: Directory) => Vec::new(),
    /// When to see a doctor the same day: printed only in what somebody approved.
    "urgent": Urgent(_name: Text) => Vec::new(),
    /// The box with the person's day, time and place. Only in a letter.
    "appointment": Appointment(appointment: Appointment) => appointment.length.iter().collect(),
    /// A table with a header: as many cells in each row as in the header.
    "table": Table(table: Table) => table.header.iter().chain(table.rows.iter().flatten()).collect(),
    /// A picture in the service's folder.
    "picture": Picture(picture: PictureEntry) => vec![&picture.alt],
    /// A square to point a phone at, with its address beside it.
    "qr": Qr(qr: Qr) => vec![&qr.text],
    /// Lines to write on.
    "write-in": WriteIn(write_in: WriteIn) => write_in.label.iter().collect(),
    /// A question with boxes in a row, to tick one.
    "scale": Scale(scale: Scale) => scale.texts(),
    /// A table to write in.
    "diary": Diary(diary: Diary) => diary.texts(),
    /// Boxes to count with.
    "tally": Tally(tally: Tally) => tally.texts(),
    /// Steps in a ring.
    "cycle": Cycle(cycle: Cycle) => cycle.texts(),
    /// The part of a letter to send back. Only in a letter.
    "reply-slip": ReplySlip(slip: ReplySlip) => slip.choices.iter().collect(),

    on their own:
    /// Help when somebody cannot cope.
    "crisis": Crisis,
    /// Every option on one page.
    "overview": Overview,
    /// The rest starts on a new page.
    "page-break": PageBreak,
}

/// Those of some blocks that are options, and where each stands.
pub(super) fn options<'a>(
    blocks: impl Iterator<Item = &'a Placed<Block>>,
) -> impl Iterator<Item = (&'a Vec<OptionEntry>, Place)> {
    blocks.filter_map(|block| match &block.value.content {
        Content::Options(options) => Some((options, block.place)),
        _ => None,
    })
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
        Content::of_word(word).map(|content| Block {
            when: None,
            short: None,
            content,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Block, A::Error> {
        let (mut when, mut short) = (None, None);
        let mut content = None;
        while let Some(key) = map.next_key::<String>()? {
            if key == WHEN {
                when = Some(map.next_value()?);
            } else if key == SHORT {
                short = Some(map.next_value()?);
            } else if content.is_none() {
                content = Some(Content::of_key(&key, &mut map)?);
            } else {
                return Err(de::Error::custom(format!(
                    "`{key}` is a second block in the same list item\nput a `-` in front of it, so that it is a block of its own"
                )));
            }
        }
        match content {
            Some(content) => Ok(Block {
                when,
                short,
                content,
            }),
            None => Err(de::Error::custom(
                "this block says when or how short, but not what\nadd a line `text: …`, or what else it shows",
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
