//! One row of the spreadsheet, turned into one person.

use std::collections::BTreeMap;

use super::address::{self, one_line};
use super::column::{APPOINTMENT_DATE, APPOINTMENT_TIME, Columns, NAME, PLACE, REFERENCE, plain};
use super::moment::{self, Wrong};
use super::{FieldValue, PersonRow};
use crate::diagnostics::{Help, RowCode, did_you_mean, one_of};
use crate::read::table::{CellKind, Row, RowFault, Suspect, is_nothing_found, lost_letters};

/// What every row is read with.
pub(super) struct Reading<'a> {
    pub(super) file: &'a str,
    pub(super) columns: &'a Columns,
    pub(super) places: &'a [String],
    pub(super) suspects: &'a [Suspect],
}

impl Reading<'_> {
    /// The person of a row, or everything that is wrong with it.
    pub(super) fn person(&self, row: &Row) -> Result<PersonRow, Vec<RowFault>> {
        let columns = self.columns;
        let mut faults = Vec::new();
        let name = keep(self.name(row), &mut faults);
        let address = keep(self.address(row), &mut faults);
        let date = moment::date(cell(row, columns.appointment_date));
        let date = keep(self.said(row, APPOINTMENT_DATE, date), &mut faults);
        let time = moment::time(cell(row, columns.appointment_time));
        let time = keep(self.said(row, APPOINTMENT_TIME, time), &mut faults);
        let place = keep(self.place(row), &mut faults);
        let reference = keep(
            self.short(row, REFERENCE, columns.reference, LONGEST_REFERENCE),
            &mut faults,
        )
        .unwrap_or_default();
        let fields = self.fields(row, &mut faults);
        // A cell that cannot be relied on is wrong in that way alone.
        let unreliable = self.unreliable(row);
        faults.retain(|fault| unreliable.iter().all(|cell| cell.column != fault.column));
        faults.extend(unreliable);
        match (name, address, date, time, place) {
            (
                Some(name),
                Some(address),
                Some(appointment_date),
                Some(appointment_time),
                Some(place),
            ) if faults.is_empty() => Ok(PersonRow {
                row: row.number,
                name,
                address,
                appointment_date,
                appointment_time,
                place,
                reference,
                fields,
                filed_as: columns
                    .name_by
                    .map_or_else(String::new, |index| one_line(cell(row, index))),
            }),
            _ => Err(faults),
        }
    }

    /// What is wrong with single cells of the row that a letter would use: what the
    /// table found there, and days and look-ups' zeros where words belong.
    fn unreliable(&self, row: &Row) -> Vec<RowFault> {
        let start = self
            .suspects
            .partition_point(|suspect| suspect.row < row.number);
        let suspects = self.suspects[start..]
            .iter()
            .take_while(|suspect| suspect.row == row.number);
        let mut faults: Vec<RowFault> = suspects
            .filter_map(|suspect| {
                let column = self.columns.name_of(suspect.column)?;
                Some(suspect.fault(self.file, column))
            })
            .collect();
        for (column, index) in self.columns.of_words() {
            let (code, what, help) = match row.kinds.get(index) {
                Some(CellKind::Date | CellKind::Time | CellKind::DateAndTime) => (
                    RowCode::DateInText,
                    "is a day or a time, as far as the spreadsheet knows",
                    "format the column as Text, and type again what it should say",
                ),
                _ if is_nothing_found(cell(row, index)) => (
                    RowCode::ErrorWord,
                    "is 0, which is what a look-up gives where it finds nothing",
                    "type what belongs there, or clear the cell",
                ),
                _ => continue,
            };
            faults.push(self.wrong(row, column, code, what).help(help));
        }
        faults
    }

    fn short(
        &self,
        row: &Row,
        column: &str,
        index: usize,
        longest: usize,
    ) -> Result<String, Box<RowFault>> {
        let text = one_line(cell(row, index));
        match text.chars().count() {
            length if length > longest => Err(self
                .wrong(
                    row,
                    column,
                    RowCode::TooLong,
                    &format!("is {length} letters long"),
                )
                .help(format!("the letter has room for {longest}"))
                .into()),
            _ => Ok(text),
        }
    }

    fn name(&self, row: &Row) -> Result<String, Box<RowFault>> {
        let name = self.short(row, NAME, self.columns.name, LONGEST_NAME)?;
        let (code, what) = if name.is_empty() {
            (RowCode::MissingValue, "is empty")
        } else if !name.chars().any(char::is_alphabetic) {
            (RowCode::NotAName, "has no letter in it")
        } else if lost_letters(&name) {
            return Err(self.lost(row, NAME));
        } else {
            return Ok(name);
        };
        Err(self
            .wrong(row, NAME, code, what)
            .help("type the name that stands after \"Dear\" in the letter")
            .into())
    }

    /// The letters that a plain "CSV" of Excel cannot hold become question marks.
    fn lost(&self, row: &Row, column: &str) -> Box<RowFault> {
        self.wrong(row, column, RowCode::LostLetters, "has lost letters")
            .help("save the spreadsheet again as \"CSV UTF-8\"; if the letters are lost there too, type them again")
            .into()
    }

    fn address(&self, row: &Row) -> Result<Vec<String>, Box<RowFault>> {
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
        address::block(&name, &cells).map_err(|fault| {
            RowFault::new(
                self.file,
                row.number,
                fault.column(),
                fault.code(),
                &fault.says(),
            )
            .help(fault.help())
            .into()
        })
    }

    /// A place's key counts as written whatever its case, spaces, `_` and `-`.
    fn place(&self, row: &Row) -> Result<String, Box<RowFault>> {
        let typed = cell(row, self.columns.place).trim();
        let known = self.places.iter().map(String::as_str);
        if let Some(place) = known.clone().find(|place| plain(place) == plain(typed)) {
            return Ok(place.to_owned());
        }
        let (code, what) = if typed.is_empty() {
            (RowCode::MissingValue, "is empty")
        } else {
            (RowCode::UnknownPlace, "is not one of the service's places")
        };
        let every = match self.places {
            [] => {
                "the service has no places yet: add one under `places` in service.yaml".to_owned()
            }
            _ => format!("type {}, as in service.yaml", one_of(known.clone())),
        };
        Err(self
            .wrong(row, PLACE, code, what)
            .maybe_help(did_you_mean(typed, known))
            .help(every)
            .into())
    }

    /// The guide's own fields; an empty cell is no field, nor is one that says no.
    fn fields(&self, row: &Row, faults: &mut Vec<RowFault>) -> BTreeMap<String, FieldValue> {
        let mut fields = BTreeMap::new();
        for field in &self.columns.fields {
            let declared = &field.declared;
            let value = declared.read(cell(row, field.index));
            let read = self.said(row, &declared.key, value).map_err(|mut fault| {
                if fault.code == RowCode::NotAChoice {
                    let choices = declared.choices.iter().map(String::as_str);
                    let help = format!("type {}", one_of(choices));
                    fault.problem.help.push(help.into());
                }
                fault
            });
            if let Some(value) = keep(read, faults).flatten() {
                fields.insert(declared.key.clone(), value);
            }
        }
        fields
    }

    fn said<T>(&self, row: &Row, column: &str, read: Result<T, Wrong>) -> Result<T, Box<RowFault>> {
        read.map_err(|wrong| {
            let mut fault = self.wrong(row, column, wrong.code, wrong.what);
            let help = wrong.help.iter().map(|help| Help::from(*help));
            fault.problem.help.extend(help);
            fault.into()
        })
    }

    fn wrong(&self, row: &Row, column: &str, code: RowCode, what: &str) -> RowFault {
        let what = format!("`{column}` {what}");
        RowFault::new(self.file, row.number, column, code, &what)
    }
}

/// What fits beside the address of a letter.
pub(super) const LONGEST_REFERENCE: usize = 40;

/// Two lines of an envelope's window.
pub(super) const LONGEST_NAME: usize = 100;

fn cell(row: &Row, index: usize) -> &str {
    row.cells.get(index).map(String::as_str).unwrap_or_default()
}

fn keep<T>(read: Result<T, Box<RowFault>>, faults: &mut Vec<RowFault>) -> Option<T> {
    read.map_err(|fault| faults.push(*fault)).ok()
}
