//! The names of weekdays and months, whole and shortened.

use jiff::civil::{Date, Weekday};

/// The weekdays, from Monday.
pub const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// How each weekday is shortened, in lower case.
const SHORT_WEEKDAYS: [&[&str]; 7] = [
    &["mon"],
    &["tue", "tues"],
    &["wed", "weds"],
    &["thu", "thur", "thurs"],
    &["fri"],
    &["sat"],
    &["sun"],
];

/// The months, from January.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a weekday.
pub fn weekday_name(weekday: Weekday) -> &'static str {
    let number = usize::try_from(weekday.to_monday_zero_offset()).ok();
    number
        .and_then(|number| WEEKDAYS.get(number))
        .unwrap_or(&"")
}

/// "7 December", or "7 December 2026".
pub fn day_name(day: i8, month: i8, year: Option<i16>) -> String {
    let month = usize::try_from(month - 1).ok();
    let month = month.and_then(|month| MONTHS.get(month)).unwrap_or(&"");
    match year {
        Some(year) => format!("{day} {month} {year}"),
        None => format!("{day} {month}"),
    }
}

/// "Monday 7 December 2026"
pub fn full_name(date: Date) -> String {
    let day = day_name(date.day(), date.month(), Some(date.year()));
    format!("{} {day}", weekday_name(date.weekday()))
}

/// "Monday", "monday", "Mon".
pub fn weekday(written: &str) -> Option<Weekday> {
    let lower = written.to_lowercase();
    let capital = written.starts_with(char::is_uppercase);
    let mut all = (0..).zip(WEEKDAYS.iter().zip(SHORT_WEEKDAYS));
    // "sat" and "sun" are words as well.
    let (number, _) = all.find(|(_, (name, short))| {
        name.eq_ignore_ascii_case(written) || (capital && short.contains(&lower.as_str()))
    })?;
    Weekday::from_monday_zero_offset(number).ok()
}

/// The figures of "6th".
pub fn ordinal(word: &str) -> Option<&str> {
    let mut endings = ["st", "nd", "rd", "th"].iter();
    endings.find_map(|ending| word.strip_suffix(ending))
}

/// "December", "Dec", with a capital: "may" is a word as well.
pub fn month(word: &str) -> Option<i8> {
    let is = |name: &str| {
        let short = word.len() >= 3 && name.starts_with(word);
        name == word || name.to_uppercase() == word || (short && word.len() <= 4)
    };
    (1..)
        .zip(MONTHS)
        .find_map(|(number, name)| is(name).then_some(number))
}
