//! The options of a publication, side by side: what a reader compares.

use super::Subject;
use super::english::words_of;
use crate::diagnostics::Place;
use crate::read::{ByTone, OptionEntry, OptionWords};
use crate::tailor::{PrintedText, Role};

/// How many times as many words the longest of a part may have as the shortest,
/// where a service says nothing else.
const RATIO: f64 = 1.5;

/// An option as it is printed.
pub struct PrintedOption<'a> {
    /// Its name.
    pub name: String,
    /// Its name, its summary and its parts, each under its key in a guide.
    pub texts: Vec<(&'static str, &'a PrintedText)>,
}

impl<'a> PrintedOption<'a> {
    /// One of its texts, by its key in a guide.
    pub fn text(&self, key: &str) -> Option<&'a PrintedText> {
        let mut texts = self.texts.iter();
        let found = texts.find(|(known, _)| *known == key);
        found.map(|(_, text)| *text)
    }

    /// How many words one of its texts has.
    pub fn length(&self, key: &str) -> usize {
        self.text(key)
            .map_or(0, |text| words_of(&text.plain()).len())
    }

    /// Whether one of its texts only says that there is nothing to say.
    pub fn is_silent(&self, key: &str, known: &OptionWords) -> bool {
        let plain = self.text(key).map(|text| text.plain());
        let words = words_of(&plain.unwrap_or_default()).into_iter();
        let words: Vec<String> = words.map(|word| word.text).collect();
        words.is_empty() || known.no_answers.contains(&words.join(" "))
    }
}

impl<'a> Subject<'a> {
    /// The options that are printed, in the order of the guide.
    pub fn options(&self) -> Vec<PrintedOption<'a>> {
        let entries = self.guide.options().flat_map(|(entries, _)| entries);
        entries.filter_map(|entry| self.option(entry)).collect()
    }

    /// Where the first options are written, if any are printed.
    pub fn options_place(&self) -> Option<Place> {
        let mut blocks = self.guide.options();
        let printed = blocks.find(|(entries, _)| {
            let mut entries = entries.iter();
            entries.any(|entry| self.option(entry).is_some())
        });
        printed.map(|(_, place)| place)
    }

    /// How far the same part of all options may differ in words.
    pub fn options_ratio(&self) -> f64 {
        let ratio = self.service.check.options_ratio.as_ref();
        ratio.map_or(RATIO, |ratio| ratio.value).max(1.0)
    }

    /// The texts a reader has seen before the first option.
    pub fn before_options(&self) -> impl Iterator<Item = &'a PrintedText> {
        let texts = self.publication.texts.iter();
        texts.take_while(|text| !matches!(text.role, Role::OptionName(_)))
    }

    fn option(&self, entry: &OptionEntry) -> Option<PrintedOption<'a>> {
        let parts = self.guide.option_parts.all().into_iter();
        let parts = parts.filter_map(|part| Some((part.key(), entry.part(part)?)));
        let all = [("name", &entry.name), ("summary", &entry.summary)];
        let all = all.into_iter().chain(parts);
        let texts: Vec<_> = all
            .filter_map(|(key, text)| Some((key, self.printed(text)?)))
            .collect();
        let (_, name) = texts.first()?;
        Some(PrintedOption {
            name: name.plain(),
            texts,
        })
    }

    /// A text of an option as it is printed.
    fn printed(&self, by_tone: &ByTone) -> Option<&'a PrintedText> {
        let place = by_tone.in_tone(self.tone)?.place;
        let mut texts = self.publication.texts.iter();
        texts.find(|text| text.place == place)
    }
}

/// Parts of a few words differ by a few words without saying more.
pub const FEW_WORDS: usize = 6;
