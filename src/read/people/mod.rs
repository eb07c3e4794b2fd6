//! The people to write to: each row of a spreadsheet checked, and ready to print.
//!
//! All rows are checked before anything is printed, because a letter with a
//! wrong date or address does harm. Messages name row and column and never
//! what stands in a cell. They come one class at a time, in GOV.UK Notify's order
//! (notifications-utils, recipients.py): as long as a column is missing,
//! nobody needs to hear about row 418.

mod address;
mod column;
mod moment;
mod person;
mod plausible;
mod postcode;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use plausible::lost_letters;
pub(crate) use postcode::normalised as normalised_postcode;

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};

use crate::problem::Problem;
use crate::read::table::{Table, at_most_twenty};

/// Everybody in a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People {
    /// The file's name, as the person knows it.
    pub name: String,
    /// One entry a row, in the order of the file.
    pub rows: Vec<PersonRow>,
    /// What the reader should know: a guessed encoding, columns that are not used.
    pub notes: Vec<Problem>,
}

/// One person, and what their letter says about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// The row's number as the spreadsheet shows it.
    pub row: usize,
    /// The person's name, as after "Dear".
    pub name: String,
    /// The address block for the envelope: 3 to 7 lines, the name first, the postcode (or BFPO
    /// number) last.
    pub address: Vec<String>,
    /// The day of the appointment.
    pub appointment_date: Date,
    /// The time of the appointment.
    pub appointment_time: Time,
    /// Where it is: a key of the service's places.
    pub place: String,
    /// The service's own reference; may be empty.
    pub reference: String,
    /// The guide's own fields, those that are filled in.
    pub fields: BTreeMap<String, FieldValue>,
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
}

/// What one of the guide's own fields may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// Words, on one line.
    Text,
    /// A day, typed as 2026-12-07.
    Date,
    /// A time of day, typed as 09:30.
    Time,
}

/// Takes the people out of a spreadsheet.
///
/// `declared` are the guide's own fields, by key; `places` are the keys of the
/// service's places.
///
/// # Errors
/// The first of these classes that has any: no rows, no address columns, repeated
/// columns, missing columns, rows that cannot be printed (at most 20 problems).
pub fn read(
    table: Table,
    declared: &[(String, FieldType)],
    places: &[String],
) -> Result<People, Vec<Problem>> {
    if table.rows.is_empty() {
        return Err(vec![nobody(&table.name)]);
    }
    let columns = column::Columns::find(&table, declared)?;
    let reading = person::Reading {
        file: &table.name,
        columns: &columns,
        places,
    };
    let mut rows = Vec::with_capacity(table.rows.len());
    let mut problems = Vec::new();
    for row in &table.rows {
        match reading.person(row) {
            Ok(person) => rows.push(person),
            Err(wrong) => problems.extend(wrong),
        }
    }
    if !problems.is_empty() {
        return Err(at_most_twenty(&table.name, problems));
    }
    let mut notes = table.notes;
    notes.extend(columns.unused);
    Ok(People {
        name: table.name,
        rows,
        notes,
    })
}

fn nobody(name: &str) -> Problem {
    Problem::error(format!(
        "{name} has nobody in it: there is no row below the column names"
    ))
    .help("put one person in each row, below the column names")
}
