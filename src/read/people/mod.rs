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
mod appointment;
mod column;
mod doubt;
mod field;
mod holiday;
mod limits;
mod moment;
mod overview;
mod person;
mod place;
mod plain;
mod plausible;
mod postcode;
#[cfg(test)]
mod properties;
mod rows;
mod sample;
#[cfg(test)]
mod tests;
mod unreliable;
mod wish;

pub use appointment::Appointment;
pub use column::ColumnWords;
pub(crate) use column::{bare, same_words};
pub use doubt::Opening;
pub use field::{Declared, FieldType, FieldValue};
pub use holiday::BankHolidays;
pub use overview::{ColumnOverview, ColumnSeen, ReadAs, overview};
pub(crate) use postcode::normalised as normalised_postcode;
pub use rows::Rows;
pub use sample::{MoreOfSamples, Sample, SampleRow, Samples};
pub use wish::{ByHand, LetterChoice, WantedLetter};

use std::collections::{BTreeMap, BTreeSet};

use indexmap::{IndexMap, IndexSet};

use crate::diagnostics::Problem;
use crate::read::service::Letters;
use crate::read::table::{RowFault, Table, problems_of};
use crate::read::{Edition, PlaceToGo};
use column::{Columns, Headings, LETTER};
use person::{Read, Reading};

/// Everybody in a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People {
    /// The file's name, as the person knows it.
    pub name: String,
    /// One entry a row that can be printed, in the order of the file.
    pub rows: Vec<PersonRow>,
    /// The letters that these rows get, in the order in which they are first asked for.
    pub letters: Vec<LetterChoice>,
    /// The rows that ask for what cannot be printed here.
    pub by_hand: Vec<ByHand>,
    /// What is wrong with the other rows.
    pub faults: Vec<RowFault>,
    /// How many rows hold nothing.
    pub blank: usize,
    /// What the reader should know: a guessed encoding, columns that are not used.
    pub notes: Vec<Problem>,
    /// What somebody should look at in the good rows.
    pub doubts: Vec<RowFault>,
}

/// One person, and what their letter says about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// The row's number as the spreadsheet shows it.
    pub row: usize,
    /// Which of [`People::letters`] they get.
    pub letter: usize,
    /// The person's name, as after "Dear".
    pub name: String,
    /// The address block for the envelope: 3 to 7 lines, the name first, the postcode (or BFPO
    /// number) last.
    pub address: Vec<String>,
    /// When and where they are expected; none where their letter shows no appointment,
    /// whatever stands in the row.
    pub appointment: Option<Appointment>,
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
    /// The file, as messages call it.
    pub file: &'a str,
    /// The letters that a row may ask for: at least one, which those get that ask for none.
    pub letters: &'a [WantedLetter],
    /// The size of print for a row that asks for none.
    pub edition: Edition,
    /// The tags of the languages for a row that asks for none.
    pub languages: &'a [String],
    /// The service's places, by their keys.
    pub places: &'a IndexMap<String, PlaceToGo>,
    /// What the service says of its spreadsheets.
    pub settings: &'a Letters,
    /// What other systems call our columns.
    pub words: &'a ColumnWords,
    /// The column that files are called after.
    pub name_by: Option<&'a str>,
    /// The rows to look at; all where it says nothing.
    pub rows: Option<&'a Rows>,
}

/// What the rows of a spreadsheet say in the column `letter`, each thing once; nothing
/// where it has no such column.
pub fn letters_named(table: &Table, settings: &Letters, words: &ColumnWords) -> Vec<String> {
    let headings = Headings::new(table, &settings.columns, words);
    let Ok(Some(column)) = headings.find(LETTER) else {
        return Vec::new();
    };
    let cells = table.rows.iter().map(|row| column.text(row));
    let said: IndexSet<String> = cells.map(|cell| address::one_line(&cell)).collect();
    said.into_iter().filter(|cell| !cell.is_empty()).collect()
}

/// Takes the people out of a spreadsheet. What is wrong with single rows is in
/// [`People::faults`].
///
/// # Errors
/// The first of these classes that has any: no rows, columns that are
/// missing, there twice or in doubt.
pub fn read(mut table: Table, wanted: &Wanted) -> Result<People, Vec<Problem>> {
    if table.rows.is_empty() && table.faults.is_empty() {
        return Err(vec![nobody(&table.name)]);
    }
    let columns = Columns::find(&table, wanted);
    let columns = columns.map_err(|problems| table.with_sheets(problems))?;
    let reading = Reading::new(wanted, &columns, &table);
    // After the columns: a date that is not asked for may prove how the others are read.
    only(&mut table, wanted.rows)?;
    let mut rows = Vec::with_capacity(table.rows.len());
    let mut letters = IndexSet::new();
    let mut by_hand = Vec::new();
    let mut faults = std::mem::take(&mut table.faults);
    for row in &table.rows {
        match reading.row(row) {
            Ok(Read::Person(mut person, choice)) => {
                person.letter = letters.insert_full(choice).0;
                rows.push(person);
            }
            Ok(Read::ByHand(other)) => by_hand.push(other),
            Err(wrong) => faults.extend(wrong),
        }
    }
    place::quote(&mut faults, &columns, &table.rows);
    let mut notes = table.notes;
    notes.extend(reading.notes());
    notes.extend(columns.notes.iter().cloned());
    Ok(People {
        name: table.name,
        rows,
        letters: letters.into_iter().collect(),
        by_hand,
        faults,
        blank: table.blank,
        notes,
        doubts: Vec::new(),
    })
}

/// Keeps these rows alone.
///
/// # Errors
/// Where there is nobody in one of them.
fn only(table: &mut Table, rows: Option<&Rows>) -> Result<(), Vec<Problem>> {
    let Some(rows) = rows else {
        return Ok(());
    };
    let mut known: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
    known.extend(table.faults.iter().map(|fault| fault.row));
    known.sort_unstable();
    if let Some(row) = rows.first_unknown(&known) {
        return Err(vec![
            Problem::not_there(format!("{} has nobody in row {row}", table.name)).help(format!(
                "the column names are in row {}; a person's row has the number that the \
                 spreadsheet shows beside it",
                table.header_row
            )),
        ]);
    }
    table.rows.retain(|row| rows.has(row.number));
    table.faults.retain(|fault| rows.has(fault.row));
    table.blank = 0;
    Ok(())
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
        [self.notes.clone(), problems_of(&self.name, &self.doubts)].concat()
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
