//! One row of the spreadsheet, turned into one person.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::address::{self, AddressRules, one_line};
use super::appointment::Appointments;
use super::column::{Column, Columns};
use super::field::THE_SAME_DAY;
use super::limits::{LONGEST_NAME, LONGEST_REFERENCE};
use super::moment::{Moments, Wrong};
use super::wish::{ByHand, LetterChoice, Wish, Wishes};
use super::{Declared, FieldValue, PersonRow, Wanted};
use crate::diagnostics::{Help, Problem, RowCode, one_of};
use crate::read::Post;
use crate::read::table::{Row, RowFault, Suspect, Table};

/// What every row is read with.
pub(super) struct Reading<'a> {
    pub(super) wanted: &'a Wanted<'a>,
    pub(super) columns: &'a Columns,
    /// None where no letter of the run shows an appointment.
    pub(super) appointments: Option<Appointments<'a>>,
    pub(super) suspects: Vec<Suspect>,
    /// How the dates of the guides' own fields are read.
    fields: BTreeMap<&'a str, Moments>,
}

/// What a row is.
pub(super) enum Read {
    /// Somebody who gets this letter. The row does not know yet which of the run it is.
    Person(PersonRow, LetterChoice),
    /// Somebody who asked for something else.
    ByHand(ByHand),
}

impl<'a> Reading<'a> {
    pub(super) fn new(wanted: &'a Wanted<'a>, columns: &'a Columns, table: &Table) -> Self {
        let moments = |column: &Column| Moments::of(column, table, wanted.settings.dates());
        Self {
            wanted,
            columns,
            appointments: columns
                .appointment
                .as_ref()
                .map(|columns| Appointments::new(columns, wanted, table)),
            suspects: table.suspects.clone(),
            fields: columns
                .fields
                .iter()
                .map(|(key, (column, _))| (key.as_str(), moments(column)))
                .collect(),
        }
    }

    /// What to tell about how the dates were read.
    pub(super) fn notes(&self) -> Vec<Problem> {
        let appointments = self.appointments.iter();
        appointments
            .filter_map(|appointments| appointments.note(self.wanted.file))
            .collect()
    }

    /// The person of a row, or everything that is wrong with it.
    pub(super) fn row(&self, row: &Row) -> Result<Read, Vec<RowFault>> {
        let columns = self.columns;
        let wishes = Wishes {
            format: columns.format.as_ref(),
            language: columns.language.as_ref(),
            letter: columns.letter.as_ref(),
        };
        let wish = wishes.of(row, self.wanted);
        let shows_appointment = match &wish {
            Ok(Wish::Printed(letter, _)) => letter.shows_appointment,
            _ => true,
        };
        let unreliable = self.unreliable(row, shows_appointment);
        let says_so = |column: &str| unreliable.iter().any(|fault| fault.column == column);
        let (letter, choice) = match wish {
            Ok(Wish::Printed(letter, choice)) => (letter, choice),
            Ok(Wish::ByHand(by_hand)) if says_so(&by_hand.column) => return Err(unreliable),
            Ok(Wish::ByHand(by_hand)) => return Ok(Read::ByHand(by_hand)),
            Err(_) if !unreliable.is_empty() => return Err(unreliable),
            Err(fault) => return Err(vec![*fault]),
        };
        let mut faults = Vec::new();
        let name = keep(self.name(row), &mut faults);
        let address = keep(self.address(row), &mut faults);
        let appointment = if shows_appointment {
            self.appointment(row, &mut faults).map(Some)
        } else {
            Some(None)
        };
        let reference = self.short(row, &columns.reference, LONGEST_REFERENCE);
        let reference = keep(reference, &mut faults).unwrap_or_default();
        let fields = self.fields(row, &letter.declared, &mut faults);
        if let Some(Some(appointment)) = &appointment {
            faults.extend(self.same_day(row, &letter.declared, &fields, appointment.date));
        }
        // A cell that cannot be relied on is wrong in that way alone.
        faults.retain(|fault| unreliable.iter().all(|cell| cell.column != fault.column));
        faults.extend(unreliable);
        match (name, address, appointment) {
            (Some(name), Some(address), Some(appointment)) if faults.is_empty() => {
                let filed_as = columns.name_by.as_ref();
                let filed_as = filed_as.map(|column| one_line(&column.text(row)));
                let person = PersonRow {
                    row: row.number,
                    letter: 0,
                    name,
                    address,
                    appointment,
                    reference,
                    fields,
                    filed_as: filed_as.unwrap_or_default(),
                };
                Ok(Read::Person(person, choice))
            }
            _ => Err(faults),
        }
    }

    fn short(&self, row: &Row, column: &Column, longest: usize) -> Result<String, Box<RowFault>> {
        let text = one_line(&column.text(row));
        match text.chars().count() {
            length if length > longest => {
                let what = format!("is {length} letters long");
                Err(self
                    .wrong(row, column, RowCode::TooLong, &what)
                    .help(format!("the letter has room for {longest}"))
                    .into())
            }
            _ => Ok(text),
        }
    }

    fn name(&self, row: &Row) -> Result<String, Box<RowFault>> {
        let column = &self.columns.name;
        let name = self.short(row, column, LONGEST_NAME)?;
        let (code, what) = if name.is_empty() {
            (RowCode::MissingValue, "is empty")
        } else if !name.chars().any(char::is_alphabetic) {
            (RowCode::NotAName, "has no letter in it")
        } else {
            return Ok(name);
        };
        Err(self
            .wrong(row, column, code, what)
            .help("type the name that stands after \"Dear\" in the letter")
            .into())
    }

    fn address(&self, row: &Row) -> Result<Vec<String>, Box<RowFault>> {
        let columns = self.columns;
        let name = one_line(&columns.name.text(row));
        let cells: Vec<(&str, Cow<str>)> = columns
            .address
            .iter()
            .map(|column| (column.ours.as_str(), column.text(row)))
            .collect();
        let cells: Vec<(&str, &str)> = cells.iter().map(|(ours, text)| (*ours, &**text)).collect();
        let words = self.wanted.words;
        let rules = AddressRules {
            is_other_country: &|line| words.is_other_country(line),
            is_for_notify: self.wanted.settings.post() == Post::Notify,
        };
        address::block(&name, &cells, columns.whole_address, rules).map_err(|fault| {
            let ours = fault.column();
            let mut known = columns.address.iter();
            let column = known.find(|column| column.ours == ours);
            let shown = column.map_or(ours, |column| column.shown.as_str());
            let file = self.wanted.file;
            RowFault::new(file, row.number, shown, fault.code(), &fault.says(shown))
                .help(fault.help())
                .into()
        })
    }

    /// The guide's own fields; an empty cell is no field, nor is one that says no.
    fn fields(
        &self,
        row: &Row,
        declared: &[Declared],
        faults: &mut Vec<RowFault>,
    ) -> BTreeMap<String, FieldValue> {
        let mut fields = BTreeMap::new();
        for declared in declared {
            let Some((column, _)) = self.columns.fields.get(&declared.key) else {
                continue;
            };
            let moments = self.fields.get(declared.key.as_str());
            let moments = moments.copied().unwrap_or_default();
            let value = declared.read(&column.text(row), moments);
            let read = self.said(row, column, value).map_err(|mut fault| {
                if fault.code == RowCode::NotAChoice {
                    let choices = declared.choices.iter().map(String::as_str);
                    let or_nothing = if declared.required {
                        ""
                    } else {
                        ", or leave it empty"
                    };
                    let help = format!("type {}{or_nothing}", one_of(choices));
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

    /// The fields that hold the day of the visit and have to be another day.
    fn same_day(
        &self,
        row: &Row,
        declared: &[Declared],
        fields: &BTreeMap<String, FieldValue>,
        visit: Date,
    ) -> Vec<RowFault> {
        let same = |field: &&Declared| {
            field.other_day && fields.get(&field.key) == Some(&FieldValue::Date(visit))
        };
        let same = declared.iter().filter(same);
        let columns = same.filter_map(|field| self.columns.fields.get(&field.key));
        columns
            .map(|(column, _)| self.fault(row, column, THE_SAME_DAY))
            .collect()
    }

    pub(super) fn said<T>(
        &self,
        row: &Row,
        column: &Column,
        read: Result<T, Wrong>,
    ) -> Result<T, Box<RowFault>> {
        read.map_err(|wrong| self.fault(row, column, wrong).into())
    }

    fn fault(&self, row: &Row, column: &Column, wrong: Wrong) -> RowFault {
        let mut fault = self.wrong(row, column, wrong.code, wrong.what);
        let help = wrong.help.iter().map(|help| Help::from(*help));
        fault.problem.help.extend(help);
        fault
    }

    pub(super) fn wrong(&self, row: &Row, column: &Column, code: RowCode, what: &str) -> RowFault {
        let what = format!("`{}` {what}", column.shown);
        RowFault::new(self.wanted.file, row.number, &column.shown, code, &what)
    }
}

pub(super) fn keep<T>(read: Result<T, Box<RowFault>>, faults: &mut Vec<RowFault>) -> Option<T> {
    read.map_err(|fault| faults.push(*fault)).ok()
}
