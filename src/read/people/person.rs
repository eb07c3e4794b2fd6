//! One row of the spreadsheet, turned into one person.

use std::collections::BTreeMap;

use super::address::{self, one_line};
use super::column::{APPOINTMENT_DATE, APPOINTMENT_TIME, Columns, NAME, PLACE, REFERENCE, plain};
use super::moment::{self, Wrong};
use super::plausible::{lost_letters, says_no, says_yes};
use super::{FieldType, FieldValue, PersonRow};
use crate::problem::{Problem, did_you_mean, one_of};
use crate::read::table::{Row, in_row};

/// What every row is read with.
pub(super) struct Reading<'a> {
    pub(super) file: &'a str,
    pub(super) columns: &'a Columns,
    pub(super) places: &'a [String],
}

impl Reading<'_> {
    /// The person of a row, or everything that is wrong with it.
    pub(super) fn person(&self, row: &Row) -> Result<PersonRow, Vec<Problem>> {
        let columns = self.columns;
        let mut problems = Vec::new();
        let name = keep(self.name(row), &mut problems);
        let address = keep(self.address(row), &mut problems);
        let date = moment::date(cell(row, columns.appointment_date));
        let date = keep(self.said(row, APPOINTMENT_DATE, date), &mut problems);
        let time = moment::time(cell(row, columns.appointment_time));
        let time = keep(self.said(row, APPOINTMENT_TIME, time), &mut problems);
        let place = keep(self.place(row), &mut problems);
        let reference = keep(
            self.short(row, REFERENCE, columns.reference, LONGEST_REFERENCE),
            &mut problems,
        )
        .unwrap_or_default();
        let fields = self.fields(row, &mut problems);
        match (name, address, date, time, place) {
            (
                Some(name),
                Some(address),
                Some(appointment_date),
                Some(appointment_time),
                Some(place),
            ) if problems.is_empty() => Ok(PersonRow {
                row: row.number,
                name,
                address,
                appointment_date,
                appointment_time,
                place,
                reference,
                fields,
            }),
            _ => Err(problems),
        }
    }

    fn short(
        &self,
        row: &Row,
        column: &str,
        index: usize,
        longest: usize,
    ) -> Result<String, Box<Problem>> {
        let text = one_line(cell(row, index));
        match text.chars().count() {
            length if length > longest => Err(self
                .wrong(row, &format!("`{column}` is {length} letters long"))
                .help(format!("the letter has room for {longest}"))
                .into()),
            _ => Ok(text),
        }
    }

    fn name(&self, row: &Row) -> Result<String, Box<Problem>> {
        let name = self.short(row, NAME, self.columns.name, LONGEST_NAME)?;
        let what = if name.is_empty() {
            "is empty"
        } else if !name.chars().any(char::is_alphabetic) {
            "has no letter in it"
        } else if lost_letters(&name) {
            return Err(self.lost(row, NAME));
        } else {
            return Ok(name);
        };
        Err(self
            .wrong(row, &format!("`{NAME}` {what}"))
            .help("type the name that stands after \"Dear\" in the letter")
            .into())
    }

    /// The letters that a plain "CSV" of Excel cannot hold become question marks.
    fn lost(&self, row: &Row, column: &str) -> Box<Problem> {
        self.wrong(row, &format!("`{column}` has lost letters"))
            .help("save the spreadsheet again as \"CSV UTF-8\"; if the letters are lost there too, type them again")
            .into()
    }

    fn address(&self, row: &Row) -> Result<Vec<String>, Box<Problem>> {
        let name = one_line(cell(row, self.columns.name));
        let lost = |(_, index): &&(&str, usize)| lost_letters(cell(row, *index));
        if let Some((column, _)) = self.columns.address.iter().find(lost) {
            return Err(self.lost(row, column));
        }
        let cells: Vec<(&str, &str)> = self
            .columns
            .address
            .iter()
            .map(|(column, index)| (*column, cell(row, *index)))
            .collect();
        address::block(&name, &cells)
            .map_err(|fault| self.wrong(row, &fault.says()).help(fault.help()).into())
    }

    /// A place's key counts as written whatever its case, spaces, `_` and `-`.
    fn place(&self, row: &Row) -> Result<String, Box<Problem>> {
        let typed = cell(row, self.columns.place).trim();
        let known = self.places.iter().map(String::as_str);
        if let Some(place) = known.clone().find(|place| plain(place) == plain(typed)) {
            return Ok(place.to_owned());
        }
        let what = if typed.is_empty() {
            "is empty"
        } else {
            "is not one of the service's places"
        };
        let every = match self.places {
            [] => {
                "the service has no places yet: add one under `places` in service.yaml".to_owned()
            }
            _ => format!("type {}, as in service.yaml", one_of(known.clone())),
        };
        Err(self
            .wrong(row, &format!("`{PLACE}` {what}"))
            .maybe_help(did_you_mean(typed, known))
            .help(every)
            .into())
    }

    /// The guide's own fields; an empty cell is no field, nor is one that says no.
    fn fields(&self, row: &Row, problems: &mut Vec<Problem>) -> BTreeMap<String, FieldValue> {
        let mut fields = BTreeMap::new();
        for field in &self.columns.fields {
            let typed = cell(row, field.index);
            if says_no(typed) {
                continue;
            }
            let value = match field.kind {
                FieldType::Text if says_yes(typed) => Err(YES),
                FieldType::Text if typed.chars().count() > LONGEST_FIELD => Err(LONG),
                FieldType::Text => Ok(FieldValue::Text(one_line(typed))),
                FieldType::Date => moment::date(typed).map(FieldValue::Date),
                FieldType::Time => moment::time(typed).map(FieldValue::Time),
            };
            if let Some(value) = keep(self.said(row, &field.key, value), problems) {
                fields.insert(field.key.clone(), value);
            }
        }
        fields
    }

    fn said<T>(&self, row: &Row, column: &str, read: Result<T, Wrong>) -> Result<T, Box<Problem>> {
        read.map_err(|wrong| {
            let mut problem = self.wrong(row, &format!("`{column}` {}", wrong.what));
            problem
                .help
                .extend(wrong.help.iter().map(ToString::to_string));
            problem.into()
        })
    }

    fn wrong(&self, row: &Row, what: &str) -> Problem {
        in_row(self.file, row.number, what)
    }
}

/// What fits beside the address of a letter.
const LONGEST_REFERENCE: usize = 40;

/// Two lines of an envelope's window.
const LONGEST_NAME: usize = 100;

/// About three lines of a letter.
const LONGEST_FIELD: usize = 200;

const LONG: Wrong = Wrong {
    what: "is too long for the sentence it stands in",
    help: &["keep it to 200 letters"],
};

/// A text field is printed in a sentence of the letter, and "yes" says nothing there.
const YES: Wrong = Wrong {
    what: "says yes, but the letter prints what stands there",
    help: &["write the words to print, or leave the cell empty"],
};

fn cell(row: &Row, index: usize) -> &str {
    row.cells.get(index).map(String::as_str).unwrap_or_default()
}

fn keep<T>(read: Result<T, Box<Problem>>, problems: &mut Vec<Problem>) -> Option<T> {
    read.map_err(|problem| problems.push(*problem)).ok()
}
