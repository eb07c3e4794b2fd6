//! One time of day: read as people type it, and written as it should be.

use crate::check::english::{Token, word_at};

/// A time of day that somebody typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Time {
    /// The hour, up to 23.
    pub hour: u8,
    /// The minute.
    pub minute: u8,
    /// Morning or afternoon, where they say it.
    pub afternoon: Option<bool>,
    /// What stands between hour and minutes.
    pub mark: Option<char>,
    /// Whether the hour begins with a 0.
    pub zero: bool,
}

/// A time in one token: `5`, `17:30`, `5.30pm`.
pub fn bare(text: &str) -> Option<Time> {
    let figures = text.trim_end_matches(|mark: char| mark.is_alphabetic() || mark == '.');
    let afternoon = match &text[figures.len()..] {
        "" => None,
        half => Some(half_of(&half.to_lowercase())?),
    };
    let (hour, minute, mark) = match figures.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => {
            let mark = figures.chars().nth(hour.len());
            (hour, minute.parse().ok()?, mark)
        }
        Some(_) => return None,
        None => (figures, 0, None),
    };
    let right = matches!(hour.len(), 1 | 2) && hour.bytes().all(|byte| byte.is_ascii_digit());
    let time = Time {
        hour: hour.parse().ok().filter(|_| right)?,
        minute,
        afternoon,
        mark,
        zero: hour.starts_with('0'),
    };
    (time.hour < 24 && time.minute < 60).then_some(time)
}

/// The time with the "am" or "pm" that stands after so many tokens, and how many
/// tokens it is then.
pub fn with_half(time: Time, rest: &[Token], length: usize) -> (Time, usize) {
    let half = half_of(&word_at(rest, length)).filter(|_| time.afternoon.is_none());
    match half {
        Some(half) => {
            let afternoon = Some(half);
            (Time { afternoon, ..time }, length + 1)
        }
        None => (time, length),
    }
}

/// Whether "am" or "pm", however written, is the afternoon.
fn half_of(word: &str) -> Option<bool> {
    match word.trim_end_matches('.') {
        "am" | "a.m" => Some(false),
        "pm" | "p.m" => Some(true),
        _ => None,
    }
}

/// As the NHS service manual writes it: `5pm`, `5:30pm`, `midday`.
pub fn spelt(time: Time, afternoon: bool) -> String {
    let half = if afternoon { "pm" } else { "am" };
    let hour = match time.hour % 12 {
        0 => 12,
        hour => hour,
    };
    match (hour, time.minute) {
        (12, 0) if afternoon => "midday".to_owned(),
        (12, 0) => "midnight".to_owned(),
        (hour, 0) => format!("{hour}{half}"),
        (hour, minute) => format!("{hour}:{minute:02}{half}"),
    }
}
