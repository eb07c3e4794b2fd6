use std::collections::BTreeMap;

use super::words;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::inspect::{self, Drawn, Part};
use crate::tailor::PrintedText;
use crate::typeset::Pages;

/// Lines are neither so long that the eye loses the next one nor so short that it
/// only jumps.
pub static RULE: Rule = Rule {
    id: RuleId::LineLength,
    severity: Severity::Warning,
    asks: "The lines of running text have 75 letters at most on average and, in a column wider than 90 mm, 30 at least.",
    why: "At the end of a long line the eye has to find the next one, and many people who read with effort find the wrong one.",
    before: "lines of 95 letters across an A4 page",
    after: "lines of 65 letters, with wider margins",
    source: "RNIB, second-hand: 60 to 70 characters a line; 75 leaves room for a line of narrow letters",
    check: Some(Check::Pages(check)),
};

/// The most letters of a line, on average.
const MOST: f64 = 75.0;

/// The fewest, where a column is wide.
const FEWEST: f64 = 30.0;

/// A column wider than this is wide, mm.
const WIDE: f64 = 90.0;

/// Fewer full lines than this say little about a page.
const ENOUGH_LINES: usize = 5;

/// A line of text.
struct Line {
    letters: u32,
    left: f64,
    right: f64,
    in_wide_column: bool,
}

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    let drawn = inspect::drawn(pages.document.pages());
    let texts: Vec<(&PrintedText, String)> = subject
        .prose()
        .flat_map(|text| {
            text.paragraphs()
                .into_iter()
                .map(move |words| (text, words))
        })
        .map(|(text, words)| (text, squeezed(&words)))
        .collect();
    let mut first = None;
    let mut lines = Vec::new();
    for paragraph in paragraphs(&drawn) {
        let said: String = paragraph
            .iter()
            .map(|drawn| squeezed(words(drawn)))
            .collect();
        let mut known = texts
            .iter()
            .filter(|(_, text)| *text == said && is_latin(text));
        let mut full = full_lines(&paragraph);
        if let Some((text, _)) = known.next().filter(|_| !full.is_empty()) {
            first = first.or(Some(text.place));
            lines.append(&mut full);
        }
    }
    let Some(place) = first.filter(|_| lines.len() >= ENOUGH_LINES) else {
        return Vec::new();
    };
    let average = average(lines.iter());
    // A narrow column has short lines, as it should.
    let wide = lines.iter().filter(|line| line.in_wide_column);
    let too_short = wide.clone().count() >= ENOUGH_LINES && self::average(wide) < FEWEST;
    let problem = |what: &str, help: &str| {
        let problem = rule.finding(format!(
            "the lines of this text are {what}: {average:.0} letters on average"
        ));
        vec![problem.at(place).help(help)]
    };
    if average.round() > MOST {
        problem(
            "too long to be read with ease",
            "wider margins or larger letters in the template bring them to 60 to 70",
        )
    } else if too_short {
        problem(
            "very short",
            "smaller letters or narrower margins in the template bring them to 60 to 70",
        )
    } else {
        Vec::new()
    }
}

/// The letters of a line, on average.
fn average<'a>(lines: impl Iterator<Item = &'a Line>) -> f64 {
    let (mut letters, mut count) = (0, 0);
    for line in lines {
        letters += line.letters;
        count += 1;
    }
    f64::from(letters) / f64::from(count.max(1))
}

/// What is drawn of each paragraph, in order.
fn paragraphs(drawn: &[Drawn]) -> Vec<Vec<&Drawn>> {
    let mut paragraphs: BTreeMap<usize, Vec<&Drawn>> = BTreeMap::new();
    for here in drawn {
        let is_words =
            here.text.is_some() && !here.is_in(Part::Furniture) && !here.is_in(Part::NoteNumber);
        if let Some(number) = here.number_of(Part::Paragraph).filter(|_| is_words) {
            paragraphs.entry(number).or_default().push(here);
        }
    }
    paragraphs.into_values().collect()
}

/// The lines of a paragraph but the last, which ends where the words end.
fn full_lines(paragraph: &[&Drawn]) -> Vec<Line> {
    let mut lines: Vec<(usize, f64, Line)> = Vec::new();
    for drawn in paragraph {
        let Some(text) = &drawn.text else { continue };
        let letters = u32::try_from(text.words.chars().count()).unwrap_or(u32::MAX);
        match lines.last_mut() {
            Some((page, baseline, line))
                if *page == drawn.page && (*baseline - text.baseline).abs() < 0.5 =>
            {
                line.letters += letters;
                line.right = line.right.max(drawn.area.right);
            }
            _ => lines.push((
                drawn.page,
                text.baseline,
                Line {
                    letters,
                    left: drawn.area.left,
                    right: drawn.area.right,
                    in_wide_column: false,
                },
            )),
        }
    }
    let is_wide = lines
        .iter()
        .any(|(_, _, line)| line.right - line.left > WIDE);
    lines.pop();
    let lines = lines.into_iter().map(|(_, _, line)| Line {
        in_wide_column: is_wide,
        ..line
    });
    lines.collect()
}

/// Other scripts have other numbers of letters to a line.
fn is_latin(text: &str) -> bool {
    text.chars()
        .filter(|character| character.is_alphabetic())
        .all(|letter| letter < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&letter))
}

fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn leaflet(times: usize) -> Story {
        let text = "We listen to you, and you choose what happens next with us. ".repeat(times);
        Story::leaflet(&format!(
            "  - id: who\n    heading: Who we are\n    blocks:\n      - text: {text}\n"
        ))
    }

    #[test]
    fn long_lines_and_very_short_ones_are_doubted() {
        let wide = ("margin = (x: 34mm,", "margin = (x: 12mm,");
        let story = leaflet(12).template("templates/flat.typ", wide.0, wide.1);
        insta::assert_snapshot!(story.says("LW075"), @"
        warning[LW075 line-length]: the lines of this text are too long to be read with ease: 97 letters on average
           ┌─ content/guides/story/en-GB.yaml:16:15
           │
        16 │       - text: We listen to you, and you choose what happens next with us. We listen to you, and you choose what happens next with us. We listen to you, and you choose what happens next with us. We lis…
           │               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: wider margins or larger letters in the template bring them to 60 to 70
        ");
        let large = ("body: 18pt, small: 18pt", "body: 36pt, small: 18pt");
        let story = leaflet(8).template("templates/type.typ", large.0, large.1);
        let story = story.large_print();
        insta::assert_snapshot!(story.says("LW075"), @"
        warning[LW075 line-length]: the lines of this text are very short: 29 letters on average
           ┌─ content/guides/story/en-GB.yaml:16:15
           │
        16 │       - text: We listen to you, and you choose what happens next with us. We listen to you, and you choose what happens next with us. We listen to you, and you choose what happens next with us. We lis…
           │               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: smaller letters or narrower margins in the template bring them to 60 to 70
        ");
    }

    #[test]
    fn the_lines_of_our_own_pages_are_fine() {
        assert_eq!(leaflet(8).says("LW075"), "");
        assert_eq!(leaflet(8).large_print().says("LW075"), "");
    }
}
