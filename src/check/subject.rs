//! What rules look at: one publication, from its guide to its words.

use jiff::civil::Date;

use crate::diagnostics::Place;
use crate::read::{
    self, Crisis, Guide, InventedDetail, Labels, LocalService, Placed, Service, Tone, WordLists,
};
use crate::tailor::{Block, PrintedText, Publication, Role};

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
    /// The service.
    pub service: &'a Service,
    /// The tone it speaks in.
    pub tone: &'a Tone,
    /// Every other tone there is.
    pub other_tones: Vec<&'a Tone>,
    /// Other help nearby, printed or not.
    pub local_services: &'a [LocalService],
    /// What of the built-in example still stands in the service's files.
    pub invented: &'a [InventedDetail],
    /// Whom to call in a crisis, in every nation.
    pub crisis: &'a Crisis,
    /// The words that rules look for.
    pub words: &'a WordLists,
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

impl<'a> Subject<'a> {
    /// Whether its words are English: what rules about words know.
    pub fn is_english(&self) -> bool {
        self.publication.language.code == "en"
    }

    /// What the guide is made of, in the order of its sections.
    pub fn written_blocks(&self) -> impl Iterator<Item = &'a Placed<read::Block>> {
        let sections = self.guide.sections.iter();
        sections.flat_map(|section| &section.blocks)
    }

    /// What is printed, in the order of the sections.
    pub fn printed_blocks(&self) -> impl Iterator<Item = &'a Block> {
        let sections = self.publication.sections.iter();
        let blocks = sections.flat_map(|section| &section.blocks);
        blocks.map(|entry| &entry.show)
    }

    /// The local services that stand in this publication.
    pub fn printed_local_services(&self) -> impl Iterator<Item = &'a LocalService> {
        let lists = self.printed_blocks().filter_map(|block| match block {
            Block::Signposts { list, .. } => Some(list),
            _ => None,
        });
        let rows: Vec<usize> = lists.flatten().map(|signpost| signpost.row).collect();
        let all = self.local_services.iter();
        all.filter(move |service| rows.contains(&service.row))
    }

    /// What is printed here of the built-in example, in a service of one's own.
    pub fn invented(&self) -> impl Iterator<Item = &'a InventedDetail> {
        let rows: Vec<usize> = self.printed_local_services().map(|it| it.row).collect();
        let is_printed =
            move |detail: &&InventedDetail| detail.row.is_none_or(|row| rows.contains(&row));
        self.invented.iter().filter(is_printed)
    }

    /// Every phone number of a contact, then of the local services that are printed,
    /// each with its place.
    pub fn phones(&self) -> impl Iterator<Item = (&'a str, Place)> {
        let contacts = self.service.contacts.values();
        let contacts = contacts.filter_map(|contact| contact.phone.as_ref());
        let contacts = contacts.map(|phone| (phone.value.as_str(), phone.place));
        let printed = self.printed_local_services();
        let printed =
            printed.filter_map(|service| Some((service.phone.as_deref()?, service.place)));
        contacts.chain(printed)
    }

    /// The texts that the author or the service can change.
    pub fn own_texts(&self) -> impl Iterator<Item = &'a PrintedText> {
        let texts = self.publication.texts.iter();
        texts.filter(|text| text.role.is_own())
    }

    /// The texts of sentences and more that somebody reads on.
    pub fn prose(&self) -> impl Iterator<Item = &'a PrintedText> {
        let texts = self.publication.texts.iter();
        texts.filter(|text| text.role.is_prose())
    }

    /// The same, an `x` also in place of every letter that the service answers to the guide:
    /// its answers are texts of their own.
    pub fn without_answers(&self, text: &PrintedText) -> String {
        let texts = self.publication.texts.iter();
        let answers = texts.filter(|other| other.role == Role::Answer);
        let answers: Vec<String> = answers
            .map(|answer| answer.plain().to_lowercase())
            .collect();
        let words = text.plain_with(|value| {
            let lower = value.to_lowercase();
            let mut answers = answers.iter();
            match answers.any(|answer| lower.contains(answer.as_str())) {
                true => "x".repeat(value.len()),
                false => value.to_owned(),
            }
        });
        let name = &self.publication.service.name;
        words.replace(name.as_str(), &"x".repeat(name.len()))
    }

    /// The words of a text, an `x` in place of every letter of the service's own
    /// name: that is filled in all over, and is a proper name.
    pub fn without_own_name(&self, text: &PrintedText) -> String {
        let name = &self.publication.service.name;
        text.plain().replace(name.as_str(), &"x".repeat(name.len()))
    }
}
