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
use crate::tailor::TELLING;
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

/// Points at the words of the guide or the settings that stand on the page; where
/// nobody wrote them, at the guide's format.
pub fn at_words(subject: &Subject, problem: Problem, words: &str) -> Problem {
    let identity = &subject.service.service;
    let mut names = [&identity.name, &identity.organisation].into_iter();
    // At the head of a page the service's name stands alone; in a text it is filled in.
    if let Some(name) = names.find(|name| is_beginning(words, &name.value)) {
        return problem.at(name.place);
    }
    match subject.publication.text_with(words) {
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
