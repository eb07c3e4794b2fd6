use crate::check::rules::pages::{at_words, words};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity, beginning};
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::Story;

    fn letter(lines: usize) -> Story {
        let text = "          We listen to you.\n\n".repeat(lines);
        Story::letter(&format!(
            "  - id: one
    blocks:
      - text: |
{text}
      - appointment: {{length: Up to 1 hour}}
  - id: two
    heading: What to bring
    blocks:
      - text: Phone us on {{{{ contact.desk.phone }}}} if you like.
"
        ))
    }

    /// A template that pushes nothing out of a fold.
    const ANYWHERE: (&str, &str) = ("if lower - top > most or", "if true or");

    #[test]
    fn weight_in_a_fold_is_found() {
        let found = (1..24).map(|lines| {
            let story = letter(lines).template("templates/fold.typ", ANYWHERE.0, ANYWHERE.1);
            story.says("LW111")
        });
        let found: Vec<String> = found.filter(|said| !said.is_empty()).collect();
        assert!(found.iter().any(|said| said.contains("`What to bring`")));
        assert!(found.iter().any(|said| said.contains("the edge of a box")));
        insta::assert_snapshot!(found.first().map_or("", String::as_str), @"
        warning[LW111 in-a-fold]: the edge of a box on page 1 is within 4 mm of the fold, 198 mm from the top
          ┌─ content/guides/story/en-GB.yaml:3:9
          │
        3 │ format: a4-letter
          │         ^^^^^^^^^
          │
          = help: a few words more or less above it move it out of there
        ");
    }

    #[test]
    fn the_built_in_template_keeps_clear_of_folds() {
        for lines in 1..12 {
            assert_eq!(letter(lines).says("LW111"), "", "{lines}");
        }
    }

    #[test]
    fn a_letter_that_a_machine_folds_has_no_fold_we_know_of() {
        let story = letter(3).template("templates/fold.typ", ANYWHERE.0, ANYWHERE.1);
        let story = story.settings("post: dl", "post: notify");
        assert_eq!(story.says("LW111"), "");
    }

    #[test]
    fn long_numbers_are_phoned_and_short_ones_read() {
        assert!(holds_phone("phone us on 01632\u{a0}960111."));
        assert!(holds_phone("020 7946 0018"));
        assert!(!holds_phone("on 7 December 2026 at 9:30"));
        assert!(!holds_phone("116 123"));
    }
}
