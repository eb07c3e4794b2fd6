//! What a letter wants of the spreadsheet whose rows ask for it.

use crate::publish::{Prepared, Workspace};
use crate::read::people::WantedLetter;
use crate::tailor::PublicationId;

/// A letter as rows ask for it.
pub(super) fn wanted(workspace: &Workspace, letter: &Prepared) -> WantedLetter {
    let guides = workspace.guides().into_iter();
    let mut entries = guides.filter(|entry| entry.id == letter.id.guide);
    let languages = entries.next().map(|entry| entry.languages);
    let printed = |tag: &String| workspace.context.language(tag).is_some();
    let languages: Vec<String> = languages.into_iter().flatten().filter(printed).collect();
    WantedLetter {
        guide: letter.id.guide.clone(),
        titles: letter
            .parts()
            .map(|part| part.publication.title.clone())
            .collect(),
        shows_appointment: shows_appointment(workspace, letter, &languages),
        languages,
        declared: letter.guide.declared(),
    }
}

/// Whether a letter shows an appointment in any of its languages: a row may ask for each.
fn shows_appointment(workspace: &Workspace, letter: &Prepared, languages: &[String]) -> bool {
    let others = languages.iter();
    let mut others = others.filter(|tag| !letter.id.languages.contains(tag));
    letter.shows_appointment()
        || others.any(|tag| {
            let id = PublicationId {
                languages: vec![tag.clone()],
                ..letter.id.clone()
            };
            // What is wrong with it is said where a row asks for it.
            let other = workspace.prepare(&id);
            other.is_ok_and(|other| other.shows_appointment())
        })
}
