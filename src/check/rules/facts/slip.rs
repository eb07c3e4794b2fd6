//! A slip in how something is written: what most rules here find.

use std::ops::Range;

use crate::check::english::lines_at;
use crate::check::{Rule, Subject};
use crate::diagnostics::{Place, Problem};
use crate::tailor::{PrintedText, Role};

/// Some words of a paragraph that should be written in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Where they stand in the paragraph.
    pub place: Range<usize>,
    /// What is wrong with them.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Slip {
    /// Words that are written in this better way.
    pub fn better(place: Range<usize>, message: String, better: &str) -> Self {
        Self {
            place,
            message,
            help: format!("write `{better}`"),
        }
    }
}

/// Every slip in the English texts whose role is wanted; `find` finds those of one
/// paragraph.
pub fn in_texts(
    rule: &Rule,
    subject: &Subject,
    wanted: fn(Role) -> bool,
    find: impl Fn(&str) -> Vec<Slip>,
) -> Vec<Problem> {
    if !subject.is_english() {
        return Vec::new();
    }
    let texts = subject.publication.texts.iter();
    let texts = texts.filter(|text| wanted(text.role));
    texts.flat_map(|text| in_text(rule, text, &find)).collect()
}

/// Every slip in a text.
pub fn in_text(rule: &Rule, text: &PrintedText, find: impl Fn(&str) -> Vec<Slip>) -> Vec<Problem> {
    in_words(rule, text.place, &text.written(), find)
}

/// Every slip in what is written at a place.
pub fn in_words(
    rule: &Rule,
    place: Place,
    written: &str,
    find: impl Fn(&str) -> Vec<Slip>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (start, line) in lines_at(written) {
        for slip in find(line) {
            let words = &line[slip.place.clone()];
            let problem = rule.finding(slip.message).at(place).help(slip.help);
            problems.push(problem.on_words(written, start + slip.place.start, words));
        }
    }
    problems
}

/// What an author or a service words, practical things too; not what is read aloud
/// in place of a picture.
pub fn is_worded(role: Role) -> bool {
    role.is_own() && role != Role::Alternative
}
