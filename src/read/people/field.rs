//! The fields a guide declares: what may stand in them, and what is made of it.

use crate::diagnostics::RowCode;
use jiff::civil::{Date, Time};

use super::address::one_line;
use super::limits::LONGEST_FIELD;
use super::moment::{Moments, Wrong};
use super::plain::plain;
use super::plausible::{says_no, says_yes, says_yes_first};

/// A field of the guide, as it is asked for in a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// Its key: also the name of its column.
    pub key: String,
    /// What may stand in it.
    pub kind: FieldType,
    /// Whether every letter needs it.
    pub required: bool,
    /// What a choice is between.
    pub choices: Vec<String>,
    /// Whether it is a day that is never the day of the appointment.
    pub other_day: bool,
}

/// What one of the guide's own fields may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// Words, on one line.
    Text,
    /// A day, typed as 2026-12-07.
    Date,
    /// A time of day, typed as 09:30.
    Time,
    /// One of the field's `choices`.
    Choice,
    /// An NHS number: ten digits, the last of which checks the others.
    NhsNumber,
}

/// What stands in one of the guide's own fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// Words, on one line.
    Text(String),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// Ten digits.
    NhsNumber(String),
}

const MISSING: Wrong = Wrong {
    code: RowCode::MissingValue,
    what: "is empty or says no, and every letter needs it",
    help: &["fill the cell in, or take the row out of the file"],
};

const TOO_LONG: Wrong = Wrong {
    code: RowCode::TooLong,
    what: "is too long for the sentence it stands in",
    help: &["keep it to 200 letters"],
};

/// A text field is printed in a sentence of the letter, and "yes" says nothing there.
const ONLY_YES: Wrong = Wrong {
    code: RowCode::SaysOnlyYes,
    what: "says yes, but the letter prints what stands there",
    help: &["write the words to print, or leave the cell empty"],
};

/// "Y - Urdu" is an answer to a question that the letter does not ask.
const YES_FIRST: Wrong = Wrong {
    code: RowCode::SaysOnlyYes,
    what: "says yes before what it says, and the letter prints all of it",
    help: &["write the words to print alone, as in Urdu"],
};

/// A letter that takes back the day it invites for sends people home.
pub(super) const THE_SAME_DAY: Wrong = Wrong {
    code: RowCode::SameDay,
    what: "is the day of the visit, and has to be another",
    help: &["correct the one that is wrong; leave the cell empty where only the time has changed"],
};

const NOT_A_CHOICE: Wrong = Wrong {
    code: RowCode::NotAChoice,
    what: "is none of its choices",
    help: &[],
};

const NOT_AN_NHS_NUMBER: Wrong = Wrong {
    code: RowCode::NotAnNhsNumber,
    what: "is not an NHS number",
    help: &[
        "type its ten digits, as in 999 000 0018: the last one shows whether a digit is wrong or \
         two have changed places",
    ],
};

impl Declared {
    /// What a cell says; nothing where it is empty or says that there is nothing.
    /// `moments` is how dates of its column are read.
    pub(super) fn read(&self, typed: &str, moments: Moments) -> Result<Option<FieldValue>, Wrong> {
        // Before anything else: "no" may be one of the choices.
        if let Some(choice) = self.choice(typed) {
            return Ok(Some(FieldValue::Text(choice)));
        }
        if says_no(typed) {
            return if self.required {
                Err(MISSING)
            } else {
                Ok(None)
            };
        }
        match self.kind {
            FieldType::Text if says_yes(typed) => Err(ONLY_YES),
            FieldType::Text if says_yes_first(typed) => Err(YES_FIRST),
            FieldType::Text if typed.chars().count() > LONGEST_FIELD => Err(TOO_LONG),
            FieldType::Text => Ok(FieldValue::Text(one_line(typed))),
            FieldType::Date => moments.date(typed).map(|(day, _)| FieldValue::Date(day)),
            FieldType::Time => moments.time(typed).map(|(time, _)| FieldValue::Time(time)),
            FieldType::Choice => Err(NOT_A_CHOICE),
            FieldType::NhsNumber => nhs_number(typed)
                .map(FieldValue::NhsNumber)
                .ok_or(NOT_AN_NHS_NUMBER),
        }
        .map(Some)
    }

    /// The choice that was typed, whatever its case, spaces, `_` and `-`.
    fn choice(&self, typed: &str) -> Option<String> {
        let mut choices = self.choices.iter();
        choices
            .find(|choice| plain(choice) == plain(typed))
            .filter(|_| self.kind == FieldType::Choice)
            .cloned()
    }
}

/// The ten digits of an NHS number, where the last of them is right: the others,
/// weighted 10 to 2, and the last add to a multiple of 11 (NHS Data Model and
/// Dictionary, NHS NUMBER).
fn nhs_number(typed: &str) -> Option<String> {
    let separator = |character: &char| character.is_whitespace() || *character == '-';
    let number: String = typed
        .chars()
        .filter(|character| !separator(character))
        .collect();
    let digits: Option<Vec<u32>> = number
        .chars()
        .map(|digit| digit.is_ascii().then(|| digit.to_digit(10)).flatten())
        .collect();
    let digits = digits.filter(|digits| digits.len() == 10)?;
    let sum: u32 = (1..=10)
        .rev()
        .zip(&digits)
        .map(|(weight, digit)| weight * digit)
        .sum();
    (sum > 0 && sum.is_multiple_of(11)).then_some(number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn choice(required: bool) -> Declared {
        Declared {
            key: "visit".into(),
            kind: FieldType::Choice,
            required,
            choices: vec!["By phone".into(), "No".into()],
            other_day: false,
        }
    }

    #[test]
    fn a_choice_is_printed_as_the_guide_writes_it() {
        let read = |typed| choice(false).read(typed, Moments::default());
        assert_eq!(
            read(" by-PHONE"),
            Ok(Some(FieldValue::Text("By phone".into())))
        );
        assert_eq!(read("no"), Ok(Some(FieldValue::Text("No".into()))));
        assert_eq!(read(""), Ok(None));
        assert_eq!(read("by letter"), Err(NOT_A_CHOICE));
        assert_eq!(choice(true).read(" ", Moments::default()), Err(MISSING));
    }

    #[test]
    fn an_nhs_number_is_ten_digits_of_which_the_last_checks_the_others() {
        for typed in [
            "9990000018",
            "999 000 0018",
            "999-000-0018",
            "999\u{a0}000\u{a0}0018",
        ] {
            assert_eq!(nhs_number(typed).as_deref(), Some("9990000018"), "{typed}");
        }
        for typed in [
            "",
            "9990000017",
            "999000001",
            "99900000180",
            "999 000 001x",
            "0000000000",
            "999.000.0018",
            "٩٩٩٠٠٠٠٠١٨",
        ] {
            assert_eq!(nhs_number(typed), None, "{typed}");
        }
    }

    proptest! {
        /// What the check digit is for: one digit mistyped, or two neighbours swapped.
        #[test]
        fn one_slip_in_an_nhs_number_is_always_found(
            first in proptest::collection::vec(0_u32..10, 9), at in 0_usize..10, other in 1_u32..10,
        ) {
            let check = (0..10).find(|check| {
                let digits: String = first.iter().chain([check]).map(u32::to_string).collect();
                nhs_number(&digits).is_some()
            });
            // One in eleven has no check digit, and is never given away.
            prop_assume!(check.is_some());
            let mut digits: Vec<u32> = first;
            digits.extend(check);
            let typed = |digits: &[u32]| digits.iter().map(u32::to_string).collect::<String>();
            let mut slip = digits.clone();
            slip[at] = (slip[at] + other) % 10;
            prop_assert_eq!(nhs_number(&typed(&slip)), None);
            let next = (at + 1) % 10;
            if next > 0 && digits[at] != digits[next] {
                digits.swap(at, next);
                prop_assert_eq!(nhs_number(&typed(&digits)), None);
            }
        }
    }
}
