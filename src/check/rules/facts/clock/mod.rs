//! Times of day as people type them, and as the NHS service manual writes them.

mod time;

use crate::check::english::{Token, place_of, word_at};
use crate::read::TimeWords;
use time::{Time, bare, spelt, with_half};

/// Words of a time or of times, and what to write instead: one or two ways.
#[derive(Debug, PartialEq)]
pub struct Misspelt {
    /// How many tokens they are.
    pub length: usize,
    /// What to write.
    pub better: Vec<String>,
}

/// A time or times at the first of these tokens that should be written in another
/// way. `before` is the word before, `text` what they stand in.
pub fn misspelt(text: &str, rest: &[Token], before: &str, known: &TimeWords) -> Option<Misspelt> {
    range(rest).or_else(|| single(text, rest, before, known))
}

/// "9am-5pm", "9.00 – 17.00"
fn range(rest: &[Token]) -> Option<Misspelt> {
    let (from, to, length) = match rest[0].text.split_once(['-', '–']) {
        Some((from, to)) => {
            let from = end_of_range(from)?;
            let (to, length) = with_half(end_of_range(to)?, rest, 1);
            (from, to, length)
        }
        None => {
            let (from, length) = with_half(end_of_range(rest[0].text)?, rest, 1);
            if !matches!(word_at(rest, length).as_str(), "-" | "–" | "—") {
                return None;
            }
            let second = rest.get(length + 1).filter(|token| token.joined)?;
            let (to, length) = with_half(end_of_range(second.text)?, rest, length + 2);
            (from, to, length)
        }
    };
    let clear = |time: Time| time.afternoon.is_some() || time.mark == Some(':');
    let dotted = from.mark.is_some() && to.mark.is_some();
    if !clear(from) && !clear(to) && !dotted {
        return None;
    }
    let better = from_to(from, to).into_iter().collect();
    Some(Misspelt { length, better })
}

/// A time of a range: in figures, or one of the two that have names.
fn end_of_range(text: &str) -> Option<Time> {
    let named = |afternoon| Time {
        hour: 12,
        minute: 0,
        afternoon: Some(afternoon),
        mark: None,
        zero: false,
    };
    match text.to_lowercase().as_str() {
        "noon" | "midday" => Some(named(true)),
        "midnight" => Some(named(false)),
        _ => bare(text),
    }
}

/// How a range is written; nothing where it could be morning or afternoon.
fn from_to(from: Time, to: Time) -> Option<String> {
    let whole_day = [from, to].iter().any(|time| time.hour > 12 || time.zero);
    let to_half = match to.afternoon {
        None if whole_day => Some(to.hour >= 12),
        half => half,
    };
    let earlier = from.hour % 12 < to.hour % 12;
    let from_half = match from.afternoon {
        None if whole_day => Some(from.hour >= 12),
        None => to_half.map(|half| half == earlier),
        half => half,
    };
    let from = spelt(from, from_half?);
    Some(format!("{from} to {}", spelt(to, to_half?)))
}

fn single(text: &str, rest: &[Token], before: &str, known: &TimeWords) -> Option<Misspelt> {
    if matches!(word_at(rest, 0).as_str(), "noon") {
        return Some(one(1, "midday".into()));
    }
    let bare = bare(rest[0].text)?;
    let next = word_at(rest, 1);
    if bare.hour == 12 && matches!(next.as_str(), "noon" | "midday" | "midnight") {
        let word = if next == "midnight" {
            "midnight"
        } else {
            "midday"
        };
        return Some(one(2, word.into()));
    }
    if bare.mark.is_none() && matches!(next.as_str(), "o'clock" | "o’clock") {
        return Some(either(2, bare));
    }
    let (time, length) = with_half(bare, rest, 1);
    if let Some(afternoon) = time.afternoon {
        let better = spelt(time, afternoon || time.hour > 12);
        let written = &text[place_of(&rest[..length])];
        return (written != better).then(|| one(length, better));
    }
    if !is_time(time, before, known) || known.measures.contains(&next) || says_half_later(rest) {
        return None;
    }
    let length = if matches!(next.as_str(), "hrs" | "hours" | "h") {
        2
    } else {
        1
    };
    Some(
        if time.hour > 12 || time.zero || (time.hour, time.minute) == (12, 0) {
            one(length, spelt(time, time.hour >= 12))
        } else {
            either(length, time)
        },
    )
}

/// Whether figures with a mark between them are a time, after this word. A point
/// stands in prices and measures as well.
fn is_time(time: Time, before: &str, known: &TimeWords) -> bool {
    match time.mark {
        Some('.') => {
            let late = time.hour > 12 || time.zero;
            known.sure_after.contains(before) || late && known.likely_after.contains(before)
        }
        mark => mark.is_some(),
    }
}

fn one(length: usize, better: String) -> Misspelt {
    Misspelt {
        length,
        better: vec![better],
    }
}

fn either(length: usize, time: Time) -> Misspelt {
    Misspelt {
        length,
        better: vec![spelt(time, false), spelt(time, true)],
    }
}

/// "9:30 to 11am": the second time says it for both.
fn says_half_later(rest: &[Token]) -> bool {
    let second = rest.get(2).filter(|token| token.joined);
    let to = matches!(word_at(rest, 1).as_str(), "to" | "and" | "or");
    let second = second.filter(|_| to).and_then(|token| bare(token.text));
    second.is_some_and(|time| with_half(time, rest, 3).0.afternoon.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::english::{tokens, word_before};
    use crate::read::WordLists;

    /// The times of a text that are misspelt, and what to write.
    fn found(text: &str) -> Vec<(&str, String)> {
        let known = WordLists::built_in().times;
        let tokens = tokens(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match misspelt(text, &tokens[at..], &word_before(&tokens, at), &known) {
                Some(misspelt) => {
                    let place = place_of(&tokens[at..at + misspelt.length]);
                    found.push((&text[place], misspelt.better.join(" or ")));
                    at += misspelt.length;
                }
                None => at += 1,
            }
        }
        found
    }

    #[test]
    fn times_are_spelt_as_the_nhs_does() {
        for (text, words, better) in [
            ("Come at 5 p.m. on Monday.", "5 p.m.", "5pm"),
            ("Come at 5PM.", "5PM", "5pm"),
            ("It ends at 5.30pm.", "5.30pm", "5:30pm"),
            ("It ends at 5:00pm.", "5:00pm", "5pm"),
            ("It ends at 17:00.", "17:00", "5pm"),
            ("It ends at 17.30 hrs.", "17.30 hrs", "5:30pm"),
            ("It starts at 09:30.", "09:30", "9:30am"),
            ("It starts at 9:30.", "9:30", "9:30am or 9:30pm"),
            ("It starts at 9 o’clock.", "9 o’clock", "9am or 9pm"),
            ("We close at 12pm.", "12pm", "midday"),
            ("We close at 12 noon.", "12 noon", "midday"),
            ("We close at noon.", "noon", "midday"),
            ("Open 9am-5pm.", "9am-5pm", "9am to 5pm"),
            ("Open 9-5pm.", "9-5pm", "9am to 5pm"),
            ("Open 1–3 pm.", "1–3 pm", "1pm to 3pm"),
            ("Open 9 am – 12 pm.", "9 am – 12 pm", "9am to midday"),
            ("Open 09.00-17.00.", "09.00-17.00", "9am to 5pm"),
            ("Open 9am-noon.", "9am-noon", "9am to midday"),
            ("Open noon – 2pm.", "noon – 2pm", "midday to 2pm"),
            ("Open 9:00 - 5:00.", "9:00 - 5:00", ""),
        ] {
            assert_eq!(found(text), [(words, better.to_owned())], "{text}");
        }
    }

    #[test]
    fn what_is_right_or_no_time_is_left_alone() {
        for text in [
            "Monday to Friday, 9am to 5pm, and 5:30pm.",
            "Midday is when we close. A midday-meal club meets.",
            "From 9:30 to 11am, or midday to 1pm.",
            "Take 2.50 mg. It costs £17.30 or 17.30 pounds.",
            "Walk 10 to 12 steps, 10-12 times, in room 5.",
            "I am 5 years old. Version 1.20 is here.",
            "Walk to 2.50 metres.",
        ] {
            assert!(found(text).is_empty(), "{text} {:?}", found(text));
        }
    }
}
