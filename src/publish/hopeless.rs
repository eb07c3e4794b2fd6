//! Texts that are many times too long for their paper: said before anything is laid out,
//! for that takes minutes and gigabytes.

use std::collections::BTreeMap;

use crate::diagnostics::{Problem, RuleId, with_commas};
use crate::read::Edition;
use crate::tailor::{Publication, Role};

/// The least that a letter takes, mm²: at 12 pt, set as close as nobody sets, about half of
/// what it takes on our pages.
const LEAST_OF_A_LETTER: f64 = 6.0;

/// What cannot fit, however it is laid out. Nothing of large print: its pages are as many as
/// it takes.
pub(super) fn hopeless(publication: &Publication) -> Option<Problem> {
    let format = publication.format;
    let pages = u16::try_from(*format.room().end()).ok()?;
    if publication.edition == Edition::LargePrint {
        return None;
    }
    let (width, height) = format.page();
    let room = (width * height * f64::from(pages) / LEAST_OF_A_LETTER) as usize;
    let texts = publication.texts.iter();
    let printed = texts.filter(|text| text.role != Role::Alternative);
    let mut sections: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for text in printed {
        *sections.entry(text.section.as_deref()).or_default() += text.plain().chars().count();
    }
    let letters: usize = sections.values().sum();
    if letters <= room {
        return None;
    }
    let longest = sections.into_iter().max_by_key(|(_, letters)| *letters);
    let mut all = publication.sections.iter();
    let longest = all.find(|section| longest.is_some_and(|(id, _)| id == Some(&section.id)));
    let number = |number: usize| with_commas(&number.to_string());
    let problem = Problem::error(format!(
        "`{}` has {} letters, and `{}` has room for fewer than {}",
        publication.guide,
        number(letters),
        format.id(),
        number(room)
    ))
    .rule(RuleId::TextTooLong)
    .help("fewer words, fewer contacts or fewer local services will fit")
    .help(format!(
        "a service says things its own way in {}",
        publication.changed_in
    ));
    Some(match longest {
        Some(section) => problem.at_saying(section.place, "most of them stand in here"),
        None => problem,
    })
}
