//! LW07x: finished pages, measured.

pub mod coarse_picture;
pub mod half_empty_page;
pub mod heading_at_foot;
pub mod line_length;
pub mod near_edge;
pub mod pale_colour;
pub mod small_text;
pub mod split_item;
pub mod text_too_long;
pub mod too_many_pages;

use crate::check::Subject;
use crate::diagnostics::Problem;
use crate::inspect::{self, Drawn, Part};
use crate::read::Edition;
use crate::tailor::PrintedText;
use crate::typeset::Pages;

/// The first page, counted from 0, on which all of these words stand, however their
/// lines are broken.
pub fn page_with(pages: &Pages, words: &[&str]) -> Option<usize> {
    let words: Vec<String> = words.iter().map(|words| letters(words)).collect();
    let pages = pages.words();
    let mut pages = pages.iter().map(|page| letters(page));
    pages.position(|page| words.iter().all(|words| page.contains(words)))
}

/// The letters and figures of a text in lower case: what stays the same however
/// lines are broken.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// "page 3", or "page 3 (`flap`)"; pages are counted from 0.
fn page_name(subject: &Subject, page: usize) -> String {
    let publication = subject.publication;
    let panels = match publication.edition {
        Edition::Standard => publication.format.panels(),
        // Never folded.
        Edition::LargePrint => &[],
    };
    match panels.get(page) {
        Some((panel, _)) => format!("page {} (`{}`)", page + 1, panel.id()),
        None => format!("page {}", page + 1),
    }
}

/// How many letters tell a text from others: one letter or number stands in every text.
const TELLING: usize = 4;

/// Points at the words of the guide or the settings that stand on the page; where
/// nobody wrote them, at the guide's format.
pub fn at_words(subject: &Subject, problem: Problem, words: &str) -> Problem {
    let identity = &subject.service.service;
    let mut names = [&identity.name, &identity.organisation].into_iter();
    // At the head of a page the service's name stands alone; in a text it is filled in.
    if let Some(name) = names.find(|name| is_beginning(words, &name.value)) {
        return problem.at(name.place);
    }
    match author_of(subject, words) {
        Some((text, start)) => {
            let place = problem.at(text.place);
            place.on_words(&text.plain(), start, words.trim())
        }
        None => problem.at(subject.guide.format.place),
    }
}

/// Whether these words are a name, or a line of one that takes several.
fn is_beginning(words: &str, name: &str) -> bool {
    let words = words.trim();
    words.chars().count() >= TELLING && name.starts_with(words)
}

/// The text that holds these words of a page, and the byte they begin at.
fn author_of<'a>(subject: &'a Subject, words: &str) -> Option<(&'a PrintedText, usize)> {
    let words = words.trim();
    let letters = words.chars().filter(|character| character.is_alphabetic());
    if letters.count() < TELLING {
        return None;
    }
    let mut texts = subject.publication.texts.iter();
    texts.find_map(|text| Some((text, text.plain().find(words)?)))
}

/// Everything drawn on the pages but what stands on each of them, such as its number.
fn without_furniture(pages: &Pages) -> Vec<Drawn> {
    let mut drawn = inspect::drawn(pages.document.pages());
    drawn.retain(|drawn| !drawn.is_in(Part::Furniture));
    drawn
}

/// The words of a drawn text, nothing where it is none.
pub fn words(drawn: &Drawn) -> &str {
    drawn.text.as_ref().map_or("", |text| text.words.as_str())
}

/// The beginning of a text, short enough to be said in a message.
pub fn beginning(text: &str) -> String {
    const LONGEST: usize = 40;
    let text = text.trim();
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    match cut.rsplit_once(' ') {
        Some((words, _)) => format!("{words} …"),
        None => format!("{cut}…"),
    }
}
