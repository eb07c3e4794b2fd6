//! A guide beside its translation: what belongs together in the two.

use crate::check::Subject;
use crate::diagnostics::Place;
use crate::read::{Block, FIRST_LANGUAGE, Guide, Section, Text, Tone};

/// A guide and one of its translations.
pub struct Pair<'a> {
    /// The guide that is translated.
    pub original: &'a Guide,
    /// Its language.
    pub from: &'a str,
    /// The translation.
    pub translation: &'a Guide,
    /// Its language.
    pub language: &'a str,
}

/// A part of both guides: a section, or what stands before the first.
pub struct Part<'a> {
    /// Where it stands in the original, and its texts.
    pub original: (Place, Vec<&'a Text>),
    /// The same in the translation.
    pub translation: (Place, Vec<&'a Text>),
}

/// Every translation beside its original. The publication in the service's first
/// language speaks for all of them, so that nothing is said twice.
pub fn pairs<'a>(subject: &'a Subject) -> Vec<Pair<'a>> {
    let here = subject.publication.language.tag.as_str();
    let first = subject.service.languages.first();
    if first.is_none_or(|first| first.value != here) {
        return Vec::new();
    }
    let others = subject.translations.iter();
    let others = others.map(|other| (other.language.as_str(), &other.guide));
    let all: Vec<(&str, &Guide)> = std::iter::once((here, subject.written))
        .chain(others)
        .collect();
    let english = all
        .iter()
        .position(|(language, _)| *language == FIRST_LANGUAGE);
    let (from, original) = all[english.unwrap_or(0)];
    all.into_iter()
        .filter(|(language, _)| *language != from)
        .map(|(language, translation)| Pair {
            original,
            from,
            translation,
            language,
        })
        .collect()
}

impl<'a> Pair<'a> {
    /// The sections that both have, each beside its other.
    pub fn sections(&self) -> impl Iterator<Item = (&'a Section, &'a Section)> {
        let translated = self.translation.sections.iter();
        let translated: Vec<&Section> = translated.collect();
        self.original.sections.iter().filter_map(move |section| {
            let mut others = translated.iter();
            let other = others.find(|other| other.id.value == section.id.value)?;
            Some((section, *other))
        })
    }

    /// What stands before the first section, and every section that both have, with
    /// their texts in this tone.
    pub fn parts(&self, tone: &Tone) -> Vec<Part<'a>> {
        let front = |guide: &'a Guide| {
            let texts = [&guide.title, &guide.summary];
            let texts = texts.into_iter().filter_map(|text| text.in_tone(tone));
            (guide.title.place(), texts.collect())
        };
        let inside = |section: &'a Section| {
            (
                section.id.place,
                section
                    .texts()
                    .filter_map(|text| text.in_tone(tone))
                    .collect(),
            )
        };
        let first = Part {
            original: front(self.original),
            translation: front(self.translation),
        };
        let sections = self.sections().map(|(original, translation)| Part {
            original: inside(original),
            translation: inside(translation),
        });
        std::iter::once(first).chain(sections).collect()
    }
}

/// For whom a section is, and each of its blocks.
pub fn described(section: &Section) -> Vec<String> {
    let blocks = section.blocks.iter().map(|block| &block.value);
    let blocks = blocks.map(|block: &Block| {
        let kind = block.content.kind();
        match &block.when {
            Some(when) => format!("{kind} when {}", when.value.trim()),
            None => kind.to_owned(),
        }
    });
    let when = section
        .when
        .iter()
        .map(|when| format!("when {}", when.value.trim()));
    when.chain(blocks).collect()
}
