//! The people to write to: each row of a spreadsheet checked, and ready to print.
//!
//! All rows are checked before anything is printed, because a letter with a
//! wrong date or address does harm. Messages name row and column and never
//! what stands in a cell. They come one class at a time, in GOV.UK Notify's order
//! (notifications-utils, recipients.py): as long as a column is missing,
//! nobody needs to hear about row 418. What is wrong with single rows is kept beside
//! the people of the good ones: only whoever prints can say whether they go out alone.

mod address;
mod address_fault;
mod column;
mod field;
mod moment;
mod person;
mod plausible;
mod postcode;
#[cfg(test)]
mod properties;
mod sample;
#[cfg(test)]
mod tests;

pub use field::{Declared, FieldType, FieldValue};
pub(crate) use postcode::normalised as normalised_postcode;
pub use sample::{Sample, SampleRow, Samples};

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};

use crate::diagnostics::{Help, Problem, Way};
use crate::read::table::{RowFault, Table, at_most_twenty, problems_of};

/// Everybody in a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People {
    /// The file's name, as the person knows it.
    pub name: String,
    /// One entry a row that can be printed, in the order of the file.
    pub rows: Vec<PersonRow>,
    /// What is wrong with the other rows.
    pub faults: Vec<RowFault>,
    /// How many rows hold nothing.
    pub blank: usize,
    /// What the reader should know: a guessed encoding, columns that are not used.
    pub notes: Vec<Problem>,
    /// What somebody should look at in the good rows: all of it.
    pub doubts: Vec<Problem>,
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
    /// What their file is to be called after; empty where it has no such name.
    pub filed_as: String,
}

/// What a spreadsheet is read for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The guide's own fields.
    pub declared: &'a [Declared],
    /// The keys of the service's places.
    pub places: &'a [String],
    /// The column that files are called after.
    pub name_by: Option<&'a str>,
}

/// The most people of one spreadsheet (GOV.UK Notify's limit: notifications-utils,
/// recipients.py).
const MOST_ROWS: usize = 100_000;

/// Takes the people out of a spreadsheet. What is wrong with single rows is in
/// [`People::faults`].
///
/// # Errors
/// The first of these classes that has any: too many rows, no rows, no address
/// columns, repeated columns, missing columns.
pub fn read(table: Table, wanted: &Wanted) -> Result<People, Vec<Problem>> {
    match table.rows.len() {
        0 if table.faults.is_empty() => return Err(vec![nobody(&table.name)]),
        count if count > MOST_ROWS => return Err(vec![too_many(&table.name, count)]),
        _ => {}
    }
    let columns = column::Columns::find(&table, wanted);
    let columns = columns.map_err(|problems| table.with_sheets(problems))?;
    let reading = person::Reading {
        file: &table.name,
        columns: &columns,
        places: wanted.places,
        suspects: &table.suspects,
    };
    let mut rows = Vec::with_capacity(table.rows.len());
    let mut faults = table.faults;
    for row in &table.rows {
        match reading.person(row) {
            Ok(person) => rows.push(person),
            Err(wrong) => faults.extend(wrong),
        }
    }
    let mut notes = table.notes;
    notes.extend(columns.unused);
    Ok(People {
        name: table.name,
        rows,
        faults,
        blank: table.blank,
        notes,
        doubts: Vec::new(),
    })
}

impl People {
    /// Leaves out the rows in which something else is wrong.
    pub(crate) fn leave_out(&mut self, faults: Vec<RowFault>) {
        let rows: BTreeSet<usize> = faults.iter().map(|fault| fault.row).collect();
        self.rows.retain(|person| !rows.contains(&person.row));
        self.faults.extend(faults);
    }

    /// What there is to say short of an error, of the doubts at most twenty.
    pub fn said(&self) -> Vec<Problem> {
        let doubts = at_most_twenty(&self.name, self.doubts.clone());
        [self.notes.clone(), doubts].concat()
    }

    /// These people, where nothing is wrong with any row.
    ///
    /// # Errors
    /// What is wrong, row after row: at most 20 problems, and how many more.
    pub fn whole(self) -> Result<Self, Vec<Problem>> {
        if self.faults.is_empty() {
            Ok(self)
        } else {
            Err(problems_of(&self.name, &self.faults))
        }
    }
}

fn nobody(name: &str) -> Problem {
    Problem::error(format!(
        "{name} has nobody in it: there is no row below the column names"
    ))
    .help("put one person in each row, below the column names")
}

fn too_many(name: &str, count: usize) -> Problem {
    Problem::error(format!(
        "{name} has {count} rows, and at most {MOST_ROWS} are read at once"
    ))
    .help(
        Help::from("split it into several files, and print each into a folder of its own")
            .by(Way::Out),
    )
}
