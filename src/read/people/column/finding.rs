//! Columns on their way to be found, and what is wrong with them as they are.

use std::collections::BTreeMap;

use super::spare::is_shown;
use super::{APPOINTMENT_DATE, APPOINTMENT_TIME, Column, Headings, address_of, is_whole};
use crate::diagnostics::{Help, Problem, Way, did_you_mean};
use crate::read::people::Wanted;
use crate::read::people::moment::Moments;
use crate::read::table::Table;

/// Any three columns are enough for an address (notifications-utils, recipients.py).
const FEWEST_ADDRESS_COLUMNS: usize = 3;

/// Columns on their way to be found.
pub(super) struct Finding<'f> {
    table: &'f Table,
    headings: &'f Headings<'f>,
    pub(super) found: BTreeMap<String, Column>,
    pub(super) problems: Vec<Problem>,
}

impl<'f> Finding<'f> {
    pub(super) fn new(table: &'f Table, headings: &'f Headings<'f>) -> Self {
        Self {
            table,
            headings,
            found: BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    pub(super) fn look_for(&mut self, ours: &str) {
        match self.headings.find(ours) {
            Ok(Some(column)) => {
                self.found.insert(ours.to_owned(), column);
            }
            Ok(None) => {}
            Err(problem) if self.problems.contains(&problem) => {}
            Err(problem) => self.problems.push(*problem),
        }
    }

    /// Three columns, or fewer where the whole address stands in one cell.
    pub(super) fn enough_for_an_address(&mut self) {
        let address = address_of(&self.found);
        let several_lines = || {
            let cells = self.table.rows.iter().map(|row| address[0].text(row));
            is_whole(&address) && cells.into_iter().any(|cell| cell.contains(['\n', ',']))
        };
        let pieces = self.headings.pieces_of_an_address();
        let enough = address.len() + pieces >= FEWEST_ADDRESS_COLUMNS;
        // Pieces are not used yet, and that is said of them.
        if !address.is_empty() && (enough || several_lines()) {
            return;
        }
        let file = &self.table.name;
        let message = match address.as_slice() {
            [] => format!("{file} has no columns for an address"),
            [only] => format!("{file} has only the column `{}` for an address", only.shown),
            _ => format!("{file} has only {} columns for an address", address.len()),
        };
        self.problems.push(
            Problem::error(message)
                .help(
                    "name them `address line 1`, `address line 2` and so on up to 6, and \
                     `postcode`, in the first row of the spreadsheet",
                )
                .help(Help::from(Way::Columns).then(" says how to use other names")),
        );
    }

    /// One column may hold both day and time.
    pub(super) fn time_of_the_day(&mut self, wanted: &Wanted) {
        if self.found.contains_key(APPOINTMENT_TIME) {
            return;
        }
        let Some(date) = self.found.get(APPOINTMENT_DATE) else {
            return;
        };
        let moments = Moments::of(date, self.table, wanted.settings.dates());
        let cells = self.table.rows.iter().map(|row| date.text(row));
        let has_time = |cell: &str| matches!(moments.date(cell), Ok((_, Some(_))));
        if cells.into_iter().any(|cell| has_time(&cell)) {
            let time = Column {
                ours: APPOINTMENT_TIME.to_owned(),
                ..date.clone()
            };
            self.found.insert(APPOINTMENT_TIME.to_owned(), time);
        }
    }

    /// The column that files are to be called after.
    pub(super) fn name_by(&mut self, name: &str) -> Option<Column> {
        let column = match self.headings.find(name) {
            Ok(column) => column,
            Err(problem) => {
                self.problems.push(*problem);
                return None;
            }
        };
        if column.is_none() {
            let shown = self.table.header.iter().map(String::as_str);
            let shown = shown.filter(|name| is_shown(name));
            self.problems.push(
                Problem::not_there(format!(
                    "{} has no column `{name}` to call the files after",
                    self.table.name
                ))
                .maybe_help(did_you_mean(name, shown))
                .help(Help::from(Way::NameBy).then(" the name of a column, such as `reference`")),
            );
        }
        column
    }
}
