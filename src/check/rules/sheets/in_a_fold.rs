use crate::check::rules::pages::{at_words, beginning, words};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::inspect::{self, Drawn, Part};
use crate::typeset::Pages;

/// Nothing of weight lies in a fold.
pub static RULE: Rule = Rule {
    id: RuleId::InAFold,
    severity: Severity::Warning,
    asks: "In a letter that is folded for its envelope, nothing of weight is within 4 mm of a fold: headings, the words and the edges of the boxes with the appointment and with help in a crisis, the answers of a reply slip, numbers to phone. Other lines of text may lie there.",
    why: "Paper is folded by hand, and a crease wears ink away. A day, a time or a number that is read wrongly is a missed appointment.",
    before: "a box with the day and time that begins 1 mm above the fold",
    after: "the same box below the fold: the built-in template moves it",
    source: "widely known among printers: fold marks are good to a few mm",
    check: Some(Check::Pages(check)),
};

/// How near a fold nothing of weight is, mm: it is folded by hand.
const CLEARANCE: f64 = 4.0;

/// Less is rounding, mm.
const TOLERANCE: f64 = 0.1;

/// The fewest figures of a number to phone outside the short ones, which nobody misreads.
const PHONE_FIGURES: usize = 10;

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    let Some(letter) = &subject.publication.letter else {
        return Vec::new();
    };
    let drawn = inspect::drawn(pages.document.pages());
    let mut problems = Vec::new();
    for fold in &letter.folds {
        for page in 0..pages.document.pages().len() {
            // One line says where; the rest of it lies there for the same reason.
            let lies_there = |it: &&Drawn| it.page == page && has_weight(it) && is_near(it, *fold);
            let Some(first) = drawn.iter().find(lies_there) else {
                continue;
            };
            let what = match words(first) {
                "" => "the edge of a box".to_owned(),
                words => format!("`{}`", beginning(words)),
            };
            let problem = rule.finding(format!(
                "{what} on page {} is within 4 mm of the fold, {fold} mm from the top",
                page + 1
            ));
            let help = "a few words more or less above it move it out of there";
            problems.push(at_words(subject, problem, words(first)).help(help));
        }
    }
    problems
}

/// What nobody may read wrongly.
fn has_weight(drawn: &Drawn) -> bool {
    if drawn.is_in(Part::Furniture) {
        return false;
    }
    let is_text = drawn.text.is_some();
    drawn.is_in(Part::Weighty)
        || is_text && drawn.is_in(Part::Heading)
        || is_text && drawn.is_in(Part::CutOff) && drawn.is_in(Part::Item)
        || holds_phone(words(drawn))
}

fn holds_phone(words: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_digit() || letter.is_whitespace();
    let mut runs = words.split(|letter| !is_part(letter));
    runs.any(|run| run.chars().filter(char::is_ascii_digit).count() >= PHONE_FIGURES)
}

/// Words are near with any part of them, a box with an edge.
fn is_near(drawn: &Drawn, fold: f64) -> bool {
    let clearance = CLEARANCE - TOLERANCE;
    let (top, bottom) = (drawn.area.top - fold, drawn.area.bottom - fold);
    if drawn.text.is_some() {
        top < clearance && bottom > -clearance
    } else {
        top.abs() < clearance || bottom.abs() < clearance
    }
}
