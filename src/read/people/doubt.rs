//! What nothing forbids and nobody is likely to have meant: a doubt stops its row until
//! whoever prints says that it is right.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZone};

use super::address::is_title;
use super::column::{APPOINTMENT_DATE, APPOINTMENT_TIME, NAME, bare};
use super::holiday::BankHolidays;
use super::{Appointment, People, PersonRow, postcode};
use crate::diagnostics::{Help, Problem, RowCode, Way};
use crate::read::Nation;
use crate::read::table::RowFault;

/// The first and the last time of day at which a clinic sees somebody.
const OPENING: (Time, Time) = (Time::constant(7, 0, 0, 0), Time::constant(20, 0, 0, 0));

/// The clocks of the United Kingdom: an hour forward on the last Sunday of March at one,
/// back on that of October (Summer Time Order 2002).
static CLOCKS: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::posix("GMT0BST,M3.5.0/1,M10.5.0/2").unwrap_or(TimeZone::UTC));

/// When clinics are open.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'a> {
    /// The days on which they are not.
    pub holidays: &'a BankHolidays,
    /// Where they are.
    pub nation: Nation,
}

impl People {
    /// Every doubt about the rows.
    pub fn in_doubt(&self, opening: &Opening) -> Vec<RowFault> {
        let source = &opening.holidays.source.value;
        let each = self.rows.iter().flat_map(|person| {
            let found = of_the_appointment(person, opening)
                .into_iter()
                .chain(of_the_name(&person.name))
                .chain(postcode_twice(&person.address));
            found.map(|(code, column, what)| {
                let doubt = self.doubt(person, code, column, what);
                match code {
                    RowCode::OnABankHoliday => doubt.help(format!("the list is after {source}")),
                    _ => doubt,
                }
            })
        });
        each.chain(self.twice_on_a_day()).collect()
    }

    /// Says where nobody knows whether clinics are open.
    pub fn beyond(&self, holidays: &BankHolidays) -> Option<Problem> {
        let until = holidays.until.value;
        let rows: Vec<usize> = self
            .expected()
            .filter(|(_, appointment)| appointment.date > until)
            .map(|(person, _)| person.row)
            .collect();
        let first = rows.first()?;
        let message = format!(
            "{}: bank holidays are known until {until}, and row {first} is after that",
            self.name
        );
        Some(Problem::note(message).help("look into a calendar, or add the days to `content/bank-holidays.yaml` in the service's folder"))
    }

    /// Two letters for one person on one day.
    fn twice_on_a_day(&self) -> Vec<RowFault> {
        let mut days = HashMap::new();
        let mut twice = Vec::new();
        for (person, appointment) in self.expected() {
            let day = (who(person), appointment.date);
            let first = *days.entry(day).or_insert(person.row);
            if first != person.row {
                let what = format!("is the person of row {first} again, on the same day");
                twice.push(self.doubt(person, RowCode::SamePersonTwice, NAME, &what));
            }
        }
        twice
    }

    /// Those whose letter says when and where they are expected.
    pub(super) fn expected(&self) -> impl Iterator<Item = (&PersonRow, &Appointment)> {
        let rows = self.rows.iter();
        rows.filter_map(|person| Some((person, person.appointment.as_ref()?)))
    }

    fn doubt(&self, person: &PersonRow, code: RowCode, column: &str, what: &str) -> RowFault {
        let what = format!("`{column}` {what}");
        RowFault::new(&self.name, person.row, column, code, &what)
            .help("correct it, or take the row out")
            .help(Help::from("if it is right, say so").by(Way::Accept(code.code().to_owned())))
    }
}

/// Who somebody is, whatever the case of the letters.
pub(super) fn who(person: &PersonRow) -> (String, String) {
    let below_name = person.address.iter().filter(|line| **line != person.name);
    let address: Vec<String> = below_name.map(|line| bare(line)).collect();
    (bare(&person.name), address.concat())
}

type Found<'w> = (RowCode, &'static str, &'w str);

fn of_the_appointment(person: &PersonRow, opening: &Opening) -> Vec<Found<'static>> {
    let mut found = Vec::new();
    let Some(appointment) = &person.appointment else {
        return found;
    };
    let (day, time) = (appointment.date, appointment.time);
    if day.weekday() == Weekday::Sunday {
        found.push((RowCode::OnASunday, APPOINTMENT_DATE, "is a Sunday"));
    }
    if opening.holidays.has(day, opening.nation) {
        found.push((
            RowCode::OnABankHoliday,
            APPOINTMENT_DATE,
            "is a bank holiday",
        ));
    }
    if !is_on_the_clock(day, time) {
        let what = "is in the hour that the clocks leave out on that day";
        found.push((RowCode::NoSuchHour, APPOINTMENT_TIME, what));
    } else if !(OPENING.0..=OPENING.1).contains(&time) {
        let what = "is before 7am or after 8pm";
        found.push((RowCode::EarlyOrLate, APPOINTMENT_TIME, what));
    }
    found
}

/// Whether clocks show this moment at all: 29 March 2026 has no 1.30am.
fn is_on_the_clock(day: Date, time: Time) -> bool {
    let moment = CLOCKS.to_ambiguous_timestamp(day.to_datetime(time));
    !matches!(moment.offset(), AmbiguousOffset::Gap { .. })
}

fn of_the_name(name: &str) -> Option<Found<'static>> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let long = words.iter().any(|word| {
        let letters = word.chars().filter(|letter| letter.is_alphabetic());
        letters.count() > 1 && !is_title(word)
    });
    // Scripts that have no capitals are all of one case.
    let has = |case: fn(char) -> bool| name.chars().any(case);
    let (code, what) = if words.iter().all(|word| is_title(word)) {
        (RowCode::OnlyATitle, "is a title and no name")
    } else if name.contains(',') {
        (
            RowCode::NameWithComma,
            "has the surname first, with a comma after it, and stands so after \"Dear\"",
        )
    } else if long && has(char::is_uppercase) != has(char::is_lowercase) {
        (RowCode::NameInCapitals, "is all in capitals, or has none")
    } else {
        return None;
    };
    Some((code, NAME, what))
}

/// A postcode above the last line, which is one.
fn postcode_twice(address: &[String]) -> Option<Found<'static>> {
    let (_, above) = address.split_last()?;
    let ends_in_one = |line: &String| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let tail = |count: usize| {
            words
                .len()
                .checked_sub(count)
                .map(|at| words[at..].concat())
        };
        let tails = [tail(1), tail(2)].into_iter().flatten();
        tails
            .into_iter()
            .any(|tail| postcode::normalised(&tail).is_some())
    };
    let what = "has a postcode above the last line";
    above
        .iter()
        .any(ends_in_one)
        .then_some((RowCode::PostcodeTwice, "address", what))
}
