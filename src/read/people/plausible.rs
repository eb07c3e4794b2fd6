//! What no rule of form forbids, but nobody meant: an appointment in the past, the same
//! person twice.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::column::{APPOINTMENT_DATE, APPOINTMENT_TIME, NAME, REFERENCE, bare};
use super::doubt::who;
use super::{People, PersonRow};
use crate::diagnostics::{Help, RowCode, Severity, Way};
use crate::read::table::RowFault;

/// Words that mean that there is nothing to say.
pub(super) fn says_no(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    matches!(
        text.as_str(),
        "" | "no"
            | "n"
            | "none"
            | "n/a"
            | "na"
            | "nil"
            | "-"
            | "–"
            | "0"
            | "false"
            | "not needed"
            | "not required"
    )
}

/// Words that mean that there is something to say, but not what.
pub(super) fn says_yes(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    matches!(
        text.as_str(),
        "yes" | "y" | "1" | "true" | "x" | "✓" | "tbc" | "required" | "needed"
    )
}

/// Words that mean that there is something to say, before what it is: "Y - Urdu".
pub(super) fn says_yes_first(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let rest = text.strip_prefix("yes").or_else(|| text.strip_prefix('y'));
    rest.is_some_and(|rest| {
        rest.trim_start()
            .starts_with(['-', '–', '—', ':', ',', '/', '('])
    })
}

impl People {
    /// Appointments that cannot be meant, on letters written `today`.
    pub fn impossible(&self, today: Date) -> Vec<RowFault> {
        let mut faults = Vec::new();
        for (person, appointment) in self.expected() {
            let mut wrong = |column: &str, code, what: &str, help: Help| {
                let what = format!("`{column}` {what}");
                faults.push(RowFault::new(&self.name, person.row, column, code, &what).help(help));
            };
            if appointment.date < today {
                wrong(
                    APPOINTMENT_DATE,
                    RowCode::DateInThePast,
                    "is before the day of the letter",
                    Help::from(
                        "correct the date; to print letters of an earlier day again, say which",
                    )
                    .by(Way::Date),
                );
            }
            if appointment.time == Time::midnight() {
                wrong(
                    APPOINTMENT_TIME,
                    RowCode::TimeIsMidnight,
                    "is midnight, which is also what an empty cell becomes",
                    "type the time, as in 09:30".into(),
                );
            }
        }
        faults
    }

    /// What somebody should look at before the letters go out. It stops nobody's letter.
    pub fn doubtful(&self, today: Date) -> Vec<RowFault> {
        let far = today.saturating_add(1.years());
        let late = self.expected();
        let late = late.filter(|(_, appointment)| appointment.date > far);
        let late = late.map(|(person, _)| {
            let what = format!("`{APPOINTMENT_DATE}` is more than a year away");
            self.warned(person, APPOINTMENT_DATE, RowCode::DateFarAway, &what)
                .help("is the year right?")
        });
        late.chain(self.again())
            .chain(self.same_reference())
            .collect()
    }

    /// The same person on several days.
    fn again(&self) -> Vec<RowFault> {
        let mut people = HashMap::new();
        let mut again = Vec::new();
        for (person, appointment) in self.expected() {
            let (first, day) = *people
                .entry(who(person))
                .or_insert((person.row, appointment.date));
            if day != appointment.date {
                let what = format!("the person of row {first} again, on another day");
                again.push(
                    self.warned(person, NAME, RowCode::SamePersonOtherDay, &what)
                        .help("two letters are printed; delete one of the rows if only one day is right"),
                );
            }
        }
        again
    }

    /// One reference for two people.
    fn same_reference(&self) -> Vec<RowFault> {
        let mut references = HashMap::new();
        let mut shared = Vec::new();
        for person in self
            .rows
            .iter()
            .filter(|person| !person.reference.is_empty())
        {
            let (first, before) = *references
                .entry(bare(&person.reference))
                .or_insert((person.row, person));
            if first != person.row && who(before) != who(person) {
                let what = format!("the same `{REFERENCE}` as row {first}");
                shared.push(
                    self.warned(person, REFERENCE, RowCode::SameReferenceTwice, &what)
                        .help("give each person their own, or leave the cells empty"),
                );
            }
        }
        shared
    }

    fn warned(&self, person: &PersonRow, column: &str, code: RowCode, what: &str) -> RowFault {
        let mut fault = RowFault::new(&self.name, person.row, column, code, what);
        fault.problem.severity = Severity::Warning;
        fault
    }
}
