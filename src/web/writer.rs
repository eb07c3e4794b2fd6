//! What writes one language of a page: its fixed words, and names that stand once.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::Part;
use crate::tailor::{Block, Entry, Publication};

/// Where the text begins.
pub const MAIN: &str = "text";

/// Languages that are written from right to left, by their ISO 639 codes.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur"];

/// Writes one language of a page.
pub struct Writer<'a> {
    /// What is written.
    pub publication: &'a Publication,
    pub(super) pictures: &'a [(String, Vec<u8>)],
    /// Stands before every id, so that no two languages share one.
    prefix: String,
    /// The level of the headings of sections.
    pub level: u8,
    /// How often each source was cited up to here.
    cited: RefCell<BTreeMap<u32, u32>>,
    /// How often each name was asked for.
    named: RefCell<BTreeMap<String, u32>>,
    /// How many things to fill in and drawings there are up to here.
    count: Cell<u32>,
}

impl<'a> Writer<'a> {
    /// Writes this part; `prefix` tells its ids from those of others.
    pub fn of(part: &Part<'a>, prefix: &str, level: u8) -> Self {
        Self {
            publication: part.publication,
            pictures: part.pictures,
            prefix: prefix.to_owned(),
            level,
            cited: RefCell::default(),
            named: RefCell::default(),
            count: Cell::default(),
        }
    }

    /// The tag of its language.
    pub fn tag(&self) -> &'a str {
        &self.publication.language.tag
    }

    /// Where its language is written from right to left, the word for that.
    pub fn direction(&self) -> Option<&'static str> {
        direction(&self.publication.language.code)
    }

    /// A fixed word of this language, as it is.
    pub fn label(&self, key: &'a str) -> &'a str {
        self.publication.labels.get(key).map_or(key, String::as_str)
    }

    /// A fixed word of this language with these values in it.
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let words = self.publication.labels.get(key);
        let words = words.map_or(key, String::as_str).to_owned();
        let filled = values.iter();
        filled.fold(words, |words, (name, value)| {
            words.replace(&format!("{{{name}}}"), value)
        })
    }

    /// An id on the page.
    pub fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// The id of this name, with a number where it was asked for before: a list of a topic may stand
    /// in two sections of one name.
    pub fn own_id(&self, name: &str) -> String {
        let mut named = self.named.borrow_mut();
        let times = named.entry(name.to_owned()).or_default();
        *times += 1;
        match *times {
            1 => self.id(name),
            times => self.id(&format!("{name}--{times}")),
        }
    }

    /// An id that nothing else has: what it is, and a number.
    pub fn next_id(&self, what: &str) -> String {
        let number = self.count.get() + 1;
        self.count.set(number);
        format!("{}{what}-{number}", self.prefix)
    }

    /// Where the language begins.
    pub fn start(&self) -> String {
        format!("language-{}", self.tag())
    }

    /// The id of the next note that cites a source.
    pub fn cite(&self, source: u32) -> String {
        let mut cited = self.cited.borrow_mut();
        let times = cited.entry(source).or_default();
        *times += 1;
        self.note_id(source, *times)
    }

    /// The ids of all notes that cited it.
    pub fn notes_of(&self, source: u32) -> Vec<String> {
        let times = self.cited.borrow().get(&source).copied();
        let times = 1..=times.unwrap_or_default();
        times.map(|time| self.note_id(source, time)).collect()
    }

    fn note_id(&self, source: u32, time: u32) -> String {
        self.id(&format!("note-{source}-{time}"))
    }

    /// Every block of the publication.
    pub fn blocks(&self) -> impl Iterator<Item = &'a Block> {
        let sections = self.publication.sections.iter();
        let entries = sections.flat_map(|section| &section.blocks);
        entries.map(|Entry { show, .. }| show)
    }
}

/// Where a language is written from right to left, the word for that.
pub fn direction(code: &str) -> Option<&'static str> {
    RIGHT_TO_LEFT.contains(&code).then_some("rtl")
}
