//! What rules look at: one publication, from its guide to its pages.

use jiff::civil::Date;

use crate::read::{Crisis, Guide, Labels, LocalService, Service, Tone};
use crate::tailor::{Block, PrintedText, Publication};
use crate::typeset::Pages;

/// One publication, and everything it was made from.
pub struct Subject<'a> {
    /// The guide, with the service's changes.
    pub guide: &'a Guide,
    /// The guide as its author wrote it.
    pub written: &'a Guide,
    /// The same guide in its other languages, as their authors wrote it.
    pub translations: &'a [Translation],
    /// What it became for this service.
    pub publication: &'a Publication,
    /// The fixed words of its language.
    pub labels: &'a Labels,
    /// Its laid-out pages.
    pub pages: &'a Pages,
    /// The service.
    pub service: &'a Service,
    /// The tone it speaks in.
    pub tone: &'a Tone,
    /// Every other tone there is.
    pub other_tones: &'a [Tone],
    /// Other help nearby, printed or not.
    pub local_services: &'a [LocalService],
    /// Whom to call in a crisis, in every nation.
    pub crisis: &'a Crisis,
    /// The day it is printed.
    pub today: Date,
}

/// A guide in another language.
#[derive(Debug, Clone)]
pub struct Translation {
    /// The language, as a tag: `cy`.
    pub language: String,
    /// The guide.
    pub guide: Guide,
}

impl Subject<'_> {
    /// Whether its words are English: what rules about words know.
    pub fn is_english(&self) -> bool {
        self.publication.language.code == "en"
    }

    /// The local services that stand in this publication.
    pub fn printed_local_services(&self) -> impl Iterator<Item = &LocalService> {
        let sections = self.publication.sections.iter();
        let blocks = sections.flat_map(|section| &section.blocks);
        let lists = blocks.filter_map(|entry| match &entry.show {
            Block::Signposts { list, .. } => Some(list),
            _ => None,
        });
        let rows: Vec<usize> = lists.flatten().map(|signpost| signpost.row).collect();
        let all = self.local_services.iter();
        all.filter(move |service| rows.contains(&service.row))
    }

    /// The texts that the author or the service can change.
    pub fn own_texts(&self) -> impl Iterator<Item = &PrintedText> {
        let texts = self.publication.texts.iter();
        texts.filter(|text| text.role.is_own())
    }

    /// The words of a text, an `x` in place of every letter of the service's own
    /// name: that is filled in all over, and is a proper name.
    pub fn without_own_name(&self, text: &PrintedText) -> String {
        let name = &self.publication.service.name;
        text.plain().replace(name.as_str(), &"x".repeat(name.len()))
    }

    /// The texts of sentences and more that somebody reads on.
    pub fn prose(&self) -> impl Iterator<Item = &PrintedText> {
        let texts = self.publication.texts.iter();
        texts.filter(|text| text.role.is_prose())
    }
}
