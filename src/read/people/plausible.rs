//! What no rule of form forbids, but nobody meant: an appointment in the past, the same
//! person twice.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::column::{APPOINTMENT_DATE, APPOINTMENT_TIME, REFERENCE};
use super::{People, PersonRow};
use crate::diagnostics::{Help, Problem, RowCode, Way};
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

impl People {
    /// Appointments that cannot be meant, on letters written `today`.
    pub fn impossible(&self, today: Date) -> Vec<RowFault> {
        let mut faults = Vec::new();
        for person in &self.rows {
            let mut wrong = |column: &str, code, what: &str, help: Help| {
                let what = format!("`{column}` {what}");
                faults.push(RowFault::new(&self.name, person.row, column, code, &what).help(help));
            };
            if person.appointment_date < today {
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
            if person.appointment_time == Time::midnight() {
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

    /// What somebody should look at before the letters go out.
    pub fn doubtful(&self, today: Date) -> Vec<Problem> {
        let far = today.saturating_add(1.years());
        let late = self
            .rows
            .iter()
            .filter(|person| person.appointment_date > far);
        let late = late.map(|person| {
            let what = format!("`{APPOINTMENT_DATE}` is more than a year away");
            self.doubt(person, RowCode::DateFarAway, &what)
                .help("is the year right?")
        });
        late.chain(self.duplicates()).collect()
    }

    /// The same person twice, and the same reference for two of them.
    fn duplicates(&self) -> Vec<Problem> {
        let (mut letters, mut references) = (HashMap::new(), HashMap::new());
        let (mut twice, mut shared) = (Vec::new(), Vec::new());
        for person in &self.rows {
            let letter = (
                &person.name,
                &person.address,
                person.appointment_date,
                person.appointment_time,
            );
            let before = *letters.entry(letter).or_insert(person.row);
            let first = *references.entry(&person.reference).or_insert(person.row);
            if before != person.row {
                let what = format!("the same letter as row {before}");
                twice.push(self.doubt(person, RowCode::SamePersonTwice, &what).help(
                    "two letters are printed; delete one of the rows if it is the same person",
                ));
            } else if first != person.row && !person.reference.is_empty() {
                let what = format!("the same `{REFERENCE}` as row {first}");
                shared.push(
                    self.doubt(person, RowCode::SameReferenceTwice, &what)
                        .help("give each person their own, or leave the cells empty"),
                );
            }
        }
        twice.extend(shared);
        twice
    }

    fn doubt(&self, person: &PersonRow, code: RowCode, what: &str) -> Problem {
        Problem::warning(format!("{}:{}: {what}", self.name, person.row)).rule(code)
    }
}
