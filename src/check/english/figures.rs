//! Figures in an English sentence: how many people, how likely, how much more.

use super::tokens::{Token, number, number_word, tokens, word_at};
use crate::read::{FigureWords, WordList};

/// A figure in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The byte of the sentence it starts at.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// What it says.
    pub kind: Kind,
}

/// What a figure says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// So much in a hundred: `14 %`.
    Percent(f64),
    /// So many in so many: `5 in 10`, `one out of four`.
    In(f64, u32),
    /// A part of people: `half of people`, `most people with`.
    Share,
    /// How much more or less: `twice as likely`.
    Comparison,
    /// How many people somebody studied.
    Study,
}

/// The figures of a sentence, in order.
pub fn figures(sentence: &str, words: &FigureWords) -> Vec<Figure> {
    let tokens = tokens(sentence);
    let is_any =
        |words: &WordList| (0..tokens.len()).any(|at| words.contains(&word_at(&tokens[at..], 0)));
    let (scored, studied) = (is_any(&words.scores), is_any(&words.studies));
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        let figure = percent(rest, words)
            .or_else(|| people_in(rest, words).filter(|_| !scored))
            .or_else(|| share(rest, words))
            .or_else(|| comparison(rest))
            .or_else(|| studied.then(|| study(rest, words)).flatten());
        let Some((kind, length)) = figure else {
            at += 1;
            continue;
        };
        found.push(Figure {
            start: rest[0].start,
            end: rest[length - 1].end,
            kind,
        });
        at += length;
    }
    found
}

/// What a figure says, and how many tokens it has.
type Found = Option<(Kind, usize)>;

fn percent(rest: &[Token], words: &FigureWords) -> Found {
    let first = rest[0].text;
    let (value, length) = match first.strip_suffix('%') {
        Some(value) => (value, 1),
        None => match (word_at(rest, 1).as_str(), word_at(rest, 2).as_str()) {
            ("%" | "percent", _) => (first, 2),
            ("per", "cent") => (first, 3),
            _ => return None,
        },
    };
    // A range, such as 5-10%, is as much as its end.
    let last = value.rsplit(['-', '–']).next().unwrap_or(value);
    let word = || number_word(&last.to_lowercase()).map(f64::from);
    let value = number(last).or_else(word)?;
    let after = word_at(rest, length);
    (!words.not_people.contains(&after)).then_some((Kind::Percent(value), length))
}

fn people_in(rest: &[Token], words: &FigureWords) -> Found {
    let amount = |by: usize| {
        let word = word_at(rest, by);
        number(&word).or_else(|| number_word(&word).map(f64::from))
    };
    let some = amount(0)?;
    let mut at = match (word_at(rest, 1).as_str(), word_at(rest, 2).as_str()) {
        ("in", "every") => 3,
        ("in", _) => 2,
        ("out", "of") if word_at(rest, 3) == "every" => 4,
        ("out", "of") => 3,
        _ => return None,
    };
    let all = amount(at)?;
    at += 1;
    let year = !rest[at - 1].text.contains(',') && (1900.0..2100.0).contains(&all);
    let after = word_at(rest, at);
    let counts = all >= 2.0 && all.fract() == 0.0 && some <= all && !year;
    (counts && !words.units.contains(&after)).then_some((Kind::In(some, all as u32), at))
}

fn share(rest: &[Token], words: &FigureWords) -> Found {
    let first = word_at(rest, 0);
    let people = |by: usize| words.people.contains(&word_at(rest, by));
    let article = |by: usize| matches!(word_at(rest, by).as_str(), "the" | "all" | "our");
    let of = word_at(rest, 1) == "of";
    // "Over 45s" are people.
    let is_age = |by: usize| {
        let word = word_at(rest, by);
        let years = word.strip_suffix('s').unwrap_or_default();
        number(years).is_some()
    };
    let length = match first.as_str() {
        "half" | "third" | "thirds" | "quarter" | "quarters" | "majority" if of && people(2) => 3,
        "half" | "third" | "thirds" | "quarter" | "quarters" | "majority"
            if of && article(2) && people(3) =>
        {
            4
        }
        "half" | "third" | "thirds" | "quarter" | "quarters" | "majority"
            if of && matches!(word_at(rest, 2).as_str(), "over" | "under") && is_age(3) =>
        {
            4
        }
        "half" if article(1) && people(2) => 3,
        "most" if people(1) && words.claims.contains(&word_at(rest, 2)) => 2,
        "most"
            if people(1)
                && word_at(rest, 2) == "feel"
                && words.feelings.contains(&word_at(rest, 3)) =>
        {
            2
        }
        _ => return None,
    };
    Some((Kind::Share, length))
}

fn comparison(rest: &[Token]) -> Found {
    let word = |by: usize| word_at(rest, by);
    let likely = |by: usize| matches!(word(by).as_str(), "likely" | "common" | "high");
    let first = word(0);
    let length = match first.as_str() {
        "twice" | "double" | "half" if word(1) == "as" && likely(2) => 3,
        "more" | "less" if word(1) == "likely" && word(2) == "than" && word(3) != "not" => 3,
        "doubles" | "doubled" | "halves" | "halved"
            if matches!(word(1).as_str(), "the" | "your")
                && matches!(word(2).as_str(), "chance" | "chances" | "risk" | "odds") =>
        {
            3
        }
        _ if word(1) == "times" && (number(&first).is_some() || number_word(&first).is_some()) => {
            match word(2).as_str() {
                "as" | "more" | "less" if likely(3) => 4,
                "higher" | "likelier" | "greater" => 3,
                _ => return None,
            }
        }
        _ => return None,
    };
    Some((Kind::Comparison, length))
}

/// The fewest people that are a study's number, and not some who are met.
const FEWEST_STUDIED: f64 = 10.0;

fn study(rest: &[Token], words: &FigureWords) -> Found {
    let many = number(rest[0].text)?;
    let by = (1..=2).find(|by| words.people.contains(&word_at(rest, *by)))?;
    (many >= FEWEST_STUDIED).then_some((Kind::Study, by + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::WordLists;

    fn found(sentence: &str) -> Vec<(&str, Kind)> {
        let figures = figures(sentence, &WordLists::built_in().figures).into_iter();
        figures
            .map(|figure| (&sentence[figure.start..figure.end], figure.kind))
            .collect()
    }

    #[test]
    fn figures_are_seen_however_they_are_written() {
        for (sentence, words, kind) in [
            ("Around 14.3% of people.", "14.3%", Kind::Percent(14.3)),
            (
                "Some 5 to 10 per cent do.",
                "10 per cent",
                Kind::Percent(10.0),
            ),
            ("It is 5–10%.", "5–10%", Kind::Percent(10.0)),
            ("Fifty percent do", "Fifty percent", Kind::Percent(50.0)),
            ("Around 5 in 10 people", "5 in 10", Kind::In(5.0, 10)),
            ("One in every four", "One in every four", Kind::In(1.0, 4)),
            (
                "20 out of 1,000 people",
                "20 out of 1,000",
                Kind::In(20.0, 1000),
            ),
            (
                "Half of all people know it",
                "Half of all people",
                Kind::Share,
            ),
            ("A third of patients do", "third of patients", Kind::Share),
            ("Most people recover in time", "Most people", Kind::Share),
            (
                "Most people feel better by then",
                "Most people",
                Kind::Share,
            ),
            ("A third of over 45s do", "third of over 45s", Kind::Share),
            (
                "4 out of every 5 adults",
                "4 out of every 5",
                Kind::In(4.0, 5),
            ),
            (
                "You are twice as likely to fall",
                "twice as likely",
                Kind::Comparison,
            ),
            (
                "It is 3 times more common",
                "3 times more common",
                Kind::Comparison,
            ),
            (
                "In a study of 2,000 young people",
                "2,000 young people",
                Kind::Study,
            ),
        ] {
            assert_eq!(found(sentence), [(words, kind)], "{sentence}");
        }
    }

    #[test]
    fn other_numbers_are_no_figures() {
        for sentence in [
            "Ring 01632 960123 from 9am to 5pm.",
            "We are open 5 in 7 days.",
            "Come to room 3 in 2026.",
            "Rate your pain: 7 out of 10 is bad.",
            "Half an hour, or half of the session.",
            "Many people do, and most people come by bus.",
            "Come twice as often, 3 times a week.",
            "Members get 10% off.",
            "Most people feel fine, and most people feel nervous at first.",
            "A third of over 45 sessions is free.",
            "You are 100% sure.",
            "A group of 12 people meets here.",
            "In this study we ask 3 people at a time.",
        ] {
            assert!(
                found(sentence).is_empty(),
                "{sentence} {:?}",
                found(sentence)
            );
        }
    }
}
