//! LW08x: what somebody hears who cannot see the page.

pub mod drawing_without_words;
pub mod fake_heading;
pub mod file_name_as_words;
pub mod link_without_words;
pub mod no_heading;
pub mod table_without_header;
pub mod unknown_language;

use crate::check::Subject;
use crate::read::{Content, Text};

/// What every block of the guide holds.
fn contents<'a>(subject: &Subject<'a>) -> impl Iterator<Item = &'a Content> {
    let blocks = subject.written_blocks();
    blocks.map(|block| &block.value.content)
}

/// The files of the logo, of the service's own pictures and of every picture of the guide, each with its words for people who
/// cannot see it.
fn pictures<'a>(subject: &'a Subject) -> Vec<(&'a Text, &'a Text)> {
    let brand = &subject.service.brand;
    let logo = brand.logo.as_ref().zip(brand.logo_alt.as_ref());
    let pictures = contents(subject).filter_map(|content| match content {
        Content::Picture(entry) => {
            let words = entry.alt.in_tone(subject.tone)?;
            Some((&entry.file, words))
        }
        _ => None,
    });
    let own = subject.service.pictures.values();
    let own = own.map(|picture| (&picture.file, &picture.alt));
    logo.into_iter().chain(own).chain(pictures).collect()
}

/// How many letters a text has.
fn letters(text: &str) -> usize {
    text.chars()
        .filter(|character| character.is_alphabetic())
        .count()
}
