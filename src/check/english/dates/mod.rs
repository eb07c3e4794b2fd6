//! Weekdays and dates as English texts write them.

mod names;

use std::ops::Range;

use jiff::civil::Weekday;

use super::words::{Word, words_of};
pub use names::{MONTHS, WEEKDAYS, day_name, full_name, ordinal, weekday_name};
use names::{month, weekday};

/// A weekday and a date that a text names in one breath.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDay {
    /// Where it stands in the text.
    pub place: Range<usize>,
    /// The weekday.
    pub weekday: Weekday,
    /// The day of the month, as written: there may be no such day.
    pub day: i8,
    /// The month, from 1.
    pub month: i8,
    /// The year, where it says one.
    pub year: Option<i16>,
}

/// Every weekday with a date after it: "Monday 7 December 2026", "Mon 7th Dec",
/// "Monday, December 7", "Monday 07/12/2026".
pub fn named_days(text: &str) -> Vec<NamedDay> {
    let words = words_of(text);
    (0..words.len())
        .filter_map(|start| named_day(text, &words[start..]))
        .collect()
}

fn named_day(text: &str, words: &[Word]) -> Option<NamedDay> {
    let (first, rest) = words.split_first()?;
    let weekday = weekday(&text[first.start..first.end])?;
    let mut scan = Scan {
        text,
        words: rest,
        end: first.end,
    };
    let (day, month, year) = scan
        .attempt(Scan::in_figures)
        .or_else(|| scan.attempt(Scan::day_first))
        .or_else(|| scan.attempt(Scan::month_first))?;
    Some(NamedDay {
        place: first.start..scan.end,
        weekday,
        day,
        month,
        year,
    })
}

/// The words after a weekday, read one by one.
#[derive(Clone)]
struct Scan<'a> {
    text: &'a str,
    words: &'a [Word],
    /// The byte after what has been read.
    end: usize,
}

type Parts = (i8, i8, Option<i16>);

impl Scan<'_> {
    /// Reads in one way, and stays where it was if that does not succeed.
    fn attempt(&mut self, read: fn(&mut Self) -> Option<Parts>) -> Option<Parts> {
        let mut other = self.clone();
        let parts = read(&mut other)?;
        *self = other;
        Some(parts)
    }

    /// The next word, if only these characters stand before it.
    fn next(&mut self, between: &[char]) -> Option<&str> {
        let (word, rest) = self.words.split_first()?;
        let gap = self.text.get(self.end..word.start)?;
        if gap.is_empty() || !gap.chars().all(|character| between.contains(&character)) {
            return None;
        }
        self.words = rest;
        self.end = word.end;
        self.text.get(word.start..word.end)
    }

    /// Leaves a word out where it comes next.
    fn skip(&mut self, word: &str) {
        let mut other = self.clone();
        if other.next(BLANKS) == Some(word) {
            *self = other;
        }
    }

    fn day_first(&mut self) -> Option<Parts> {
        self.skip("the");
        let day = day(self.next(BLANKS)?)?;
        self.skip("of");
        let month = month(self.next(BLANKS)?)?;
        Some((day, month, self.year()))
    }

    fn month_first(&mut self) -> Option<Parts> {
        let month = month(self.next(BLANKS)?)?;
        let day = day(self.next(BLANKS)?)?;
        Some((day, month, self.year()))
    }

    /// "07/12/2026", day first as the UK writes it; "2026-12-07".
    fn in_figures(&mut self) -> Option<Parts> {
        let first = self.next(BLANKS)?.to_owned();
        let month: i8 = self.next(SIGNS)?.parse().ok()?;
        let last = self.next(SIGNS)?.to_owned();
        let (day, year) = match first.len() {
            4 => (last, first),
            _ => (first, last),
        };
        let year: i16 = match year.len() {
            2 => 2000 + year.parse::<i16>().ok()?,
            4 => year.parse().ok()?,
            _ => return None,
        };
        Some((day.parse().ok()?, month, Some(year)))
    }

    /// A year, where one comes next: 1900 to 2199, so that no time is taken for it.
    fn year(&mut self) -> Option<i16> {
        let mut other = self.clone();
        let year = other.next(BLANKS)?.parse().ok()?;
        if !(1900..2200).contains(&year) {
            return None;
        }
        *self = other;
        Some(year)
    }
}

const BLANKS: &[char] = &[' ', ',', '\u{a0}', '\u{202f}'];
const SIGNS: &[char] = &['/', '.', '-'];

/// "7", "07", "7th"
fn day(word: &str) -> Option<i8> {
    let day = ordinal(word).unwrap_or(word).parse().ok()?;
    (1..=31).contains(&day).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let days = named_days(text).into_iter();
        days.map(|found| {
            let day = day_name(found.day, found.month, found.year);
            format!(
                "{} {day}: {}",
                weekday_name(found.weekday),
                &text[found.place]
            )
        })
        .collect()
    }

    #[test]
    fn dates_are_read_in_every_common_form() {
        let forms = [
            "Monday 7 December 2026",
            "monday, 7th December 2026",
            "Monday the 7th of December, 2026",
            "Mon 7 Dec 2026",
            "Monday, December 7, 2026",
            "Monday 07/12/2026",
            "Monday 7.12.26",
            "Monday 2026-12-07",
            "MONDAY 7 DECEMBER 2026",
        ];
        for form in forms {
            let text = format!("Come on {form} at 9:30am.");
            let wanted = format!("Monday 7 December 2026: {form}");
            assert_eq!(read(&text), [wanted], "{text}");
        }
    }

    #[test]
    fn a_date_without_a_year_ends_where_it_ends() {
        let text = "Come on Friday 1 May, 2 people at a time.";
        assert_eq!(read(text), ["Friday 1 May: Friday 1 May"]);
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        let texts = [
            "Monday to Friday, 9am to 5pm",
            "Thursday, 2pm, Riverside Library",
            "We meet on Monday. 7 December is full.",
            "She sat 3 May exams.",
            "On Monday 5 may come.",
            "Monday 7 to Wednesday",
            "Call 01632 960123 on Monday",
            "Tuesdays 1 March Street",
        ];
        for text in texts {
            assert!(read(text).is_empty(), "{text}: {:?}", read(text));
        }
    }

    #[test]
    fn the_last_of_a_range_is_read() {
        let text = "Monday 7 to Friday 11 December 2026";
        assert_eq!(
            read(text),
            ["Friday 11 December 2026: Friday 11 December 2026"]
        );
    }
}
