//! A day as it is written.

use jiff::civil::{Date, Weekday};

use super::token::{Token, Tokens};

/// A day as it is written: it may still be one that no calendar has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// There is one way to read it.
    Certain {
        /// The day of the month.
        day: i8,
        /// The month, from 1.
        month: i8,
        /// The year, such as 2026.
        year: i16,
    },
    /// Two numbers and a year.
    Numbers {
        /// The day, where the day comes first.
        first: i8,
        /// The month, where the day comes first.
        second: i8,
        /// The year, such as 2026.
        year: i16,
    },
    /// Three numbers of which none is certain to be the year.
    ShortNumbers {
        /// The day, where the day comes first.
        first: i8,
        /// The month, where the day comes first.
        second: i8,
        /// The year, where it comes last.
        year: i16,
    },
}

/// The months in English and in Welsh.
const MONTHS: [[&str; 2]; 12] = [
    ["january", "ionawr"],
    ["february", "chwefror"],
    ["march", "mawrth"],
    ["april", "ebrill"],
    ["may", "mai"],
    ["june", "mehefin"],
    ["july", "gorffennaf"],
    ["august", "awst"],
    ["september", "medi"],
    ["october", "hydref"],
    ["november", "tachwedd"],
    ["december", "rhagfyr"],
];

/// The days of the week, Monday first, in English and in Welsh.
const WEEKDAYS: [[&str; 2]; 7] = [
    ["monday", "llun"],
    ["tuesday", "mawrth"],
    ["wednesday", "mercher"],
    ["thursday", "iau"],
    ["friday", "gwener"],
    ["saturday", "sadwrn"],
    ["sunday", "sul"],
];

const BETWEEN: &[char] = &['-', '/', '.'];

/// The fewest letters of an English name that stand for it: Jun and Jul, Tue and Thu.
const SHORTEST: usize = 3;

/// Takes a day of the week, with the word for "day" that Welsh puts before it.
pub(super) fn weekday(tokens: &mut Tokens) -> Option<Weekday> {
    let _ = tokens.take_word(&["dydd"]);
    let index = tokens.take(|token| match token {
        Token::Word(word) => named(word, &WEEKDAYS),
        _ => None,
    })?;
    let _ = tokens.mark(&['.', '-']);
    Weekday::from_monday_zero_offset(i8::try_from(index).ok()?).ok()
}

/// Takes a day.
pub(super) fn take(tokens: &mut Tokens) -> Option<Written> {
    match tokens.digits() {
        8 => compact(tokens),
        4 => year_first(tokens),
        1 | 2 => day_first(tokens),
        _ => month_name_first(tokens),
    }
}

/// 2026-12-07, 2026/12/7
fn year_first(tokens: &mut Tokens) -> Option<Written> {
    let year = tokens.number(4..=4)?;
    let mark = tokens.mark(BETWEEN)?;
    let month = small(tokens)?;
    tokens.mark(&[mark])?;
    let day = small(tokens)?;
    Some(Written::Certain { day, month, year })
}

/// 20261207, where it is no day when read the other way round.
fn compact(tokens: &mut Tokens) -> Option<Written> {
    let number = tokens.take(|token| match token {
        Token::Number(text) => text.parse::<i32>().ok(),
        _ => None,
    })?;
    let part = |number: i32| i8::try_from(number % 100).ok();
    let (day, month) = (part(number)?, part(number / 100)?);
    let year = i16::try_from(number / 10_000).ok()?;
    let backwards = Date::new(
        i16::try_from(number % 10_000).ok()?,
        part(number / 10_000)?,
        part(number / 1_000_000)?,
    );
    backwards
        .is_err()
        .then_some(Written::Certain { day, month, year })
}

/// 7 December 2026, 7th of Dec 26, 7-Dec-26; 07/12/2026.
fn day_first(tokens: &mut Tokens) -> Option<Written> {
    let day = small(tokens)?;
    let _ = tokens.take_word(&["st", "nd", "rd", "th"]);
    let _ = tokens.take_word(&["of"]);
    let mark = tokens.mark(BETWEEN);
    if let Some(month) = month_name(tokens) {
        let _ = tokens.mark(BETWEEN);
        let (year, _) = year(tokens)?;
        return Some(Written::Certain { day, month, year });
    }
    let month = small(tokens)?;
    tokens.mark(&[mark?])?;
    let (year, is_whole) = year(tokens)?;
    Some(if is_whole {
        Written::Numbers {
            first: day,
            second: month,
            year,
        }
    } else {
        Written::ShortNumbers {
            first: day,
            second: month,
            year,
        }
    })
}

/// December 7, 2026
fn month_name_first(tokens: &mut Tokens) -> Option<Written> {
    let month = month_name(tokens)?;
    let _ = tokens.mark(BETWEEN);
    let day = small(tokens)?;
    let _ = tokens.take_word(&["st", "nd", "rd", "th"]);
    let _ = tokens.mark(BETWEEN);
    let year = tokens.number(4..=4)?;
    Some(Written::Certain { day, month, year })
}

fn small(tokens: &mut Tokens) -> Option<i8> {
    i8::try_from(tokens.number(1..=2)?).ok()
}

/// A year, and whether all of it is written. Nobody is invited for another century.
fn year(tokens: &mut Tokens) -> Option<(i16, bool)> {
    let whole = tokens.digits() == 4;
    let year = match whole {
        true => tokens.number(4..=4)?,
        false => 2000 + tokens.number(2..=2)?,
    };
    Some((year, whole))
}

fn month_name(tokens: &mut Tokens) -> Option<i8> {
    let index = tokens.take(|token| match token {
        Token::Word(word) => named(word, &MONTHS),
        _ => None,
    })?;
    i8::try_from(index + 1).ok()
}

/// Which of these has this name: in English also the start of it, or "sept".
fn named(word: &str, names: &[[&str; 2]]) -> Option<usize> {
    names.iter().position(|[english, welsh]| {
        word == *welsh || word.len() >= SHORTEST && english.starts_with(word)
    })
}
