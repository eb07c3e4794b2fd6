//! What no rule of form forbids, but nobody meant: letters that an export lost, an
//! appointment in the past, the same person twice.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::People;
use super::column::{APPOINTMENT_DATE, APPOINTMENT_TIME};
use crate::problem::Problem;
use crate::read::table::{at_most_twenty, in_row};

/// Whether an export lost letters of a text: `Wi?niewska`, or `GÅµyr` where UTF-8
/// was read as Windows-1252.
pub fn lost_letters(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(2).any(|pair| {
        let (first, second) = (pair[0], pair[1]);
        let question =
            second == '?' && first.is_alphabetic() || first == '?' && second.is_alphabetic();
        // The second byte of a two-byte letter, as Windows-1252 shows it.
        let continued = matches!(
            second,
            '\u{80}'
                ..='\u{bf}'
                    | '€'
                    | '‚'
                    | 'ƒ'
                    | '„'
                    | '…'
                    | '†'
                    | '‡'
                    | 'ˆ'
                    | '‰'
                    | 'Š'
                    | '‹'
                    | 'Œ'
                    | 'Ž'
                    | '‘'
                    | '’'
                    | '“'
                    | '”'
                    | '•'
                    | '–'
                    | '—'
                    | '˜'
                    | '™'
                    | 'š'
                    | '›'
                    | 'œ'
                    | 'ž'
                    | 'Ÿ'
        );
        question || matches!(first, 'Â' | 'Ã' | 'Ä' | 'Å') && continued
    })
}

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
    pub fn impossible(&self, today: Date) -> Vec<Problem> {
        let mut problems = Vec::new();
        for person in &self.rows {
            let mut wrong = |column: &str, what: &str, help: &str| {
                let what = format!("`{column}` {what}");
                problems.push(in_row(&self.name, person.row, &what).help(help));
            };
            if person.appointment_date < today {
                wrong(
                    APPOINTMENT_DATE,
                    "is before the day of the letter",
                    "correct the date; to print letters of an earlier day again, say which with `--date`",
                );
            }
            if person.appointment_time == Time::midnight() {
                wrong(
                    APPOINTMENT_TIME,
                    "is midnight, which is also what an empty cell becomes",
                    "type the time, as in 09:30",
                );
            }
        }
        at_most_twenty(&self.name, problems)
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
            Problem::warning(format!("{}:{}: {what}", self.name, person.row))
                .help("is the year right?")
        });
        let mut first = HashMap::new();
        let mut again = Vec::new();
        for person in &self.rows {
            let key = (
                &person.name,
                &person.address,
                person.appointment_date,
                person.appointment_time,
            );
            let before = *first.entry(key).or_insert(person.row);
            if before != person.row {
                again.push(
                    Problem::warning(format!(
                        "{}:{}: the same letter as row {before}",
                        self.name, person.row
                    ))
                    .help(
                        "two letters are printed; delete one of the rows if it is the same person",
                    ),
                );
            }
        }
        at_most_twenty(&self.name, late.chain(again).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_letters_are_seen_and_real_ones_are_not_taken_for_them() {
        for text in [
            "Wi?niewska",
            "Ma?gorzata",
            "T?'r",
            "GÅµyr",
            "CatrinÂ\u{a0}Gwyr",
            "FranÃ§ois",
        ] {
            assert!(lost_letters(text), "{text}");
        }
        for text in [
            "Małgorzata Wiśniewska",
            "Gŵyr",
            "Åsa Ärlig",
            "Ângela",
            "São",
            "Flat 3",
            "Ålesund",
        ] {
            assert!(!lost_letters(text), "{text}");
        }
    }
}
