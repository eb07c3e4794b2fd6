//! What is wrong with single cells. It stops nobody as long as the cell's column is not
//! used: an office's own spreadsheet has columns of all sorts.

use std::borrow::Cow;

use super::{RowFault, column_letters};
use crate::diagnostics::{Help, RowCode};

/// Something wrong with a cell, which matters where its column is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    /// The number of its row, as the spreadsheet shows it.
    pub row: usize,
    /// Its column: an index into the column names.
    pub column: usize,
    /// What is wrong with it.
    pub code: RowCode,
    /// What follows the name of the column.
    what: Cow<'static, str>,
    help: &'static [&'static str],
}

impl Suspect {
    /// `what` goes on after the column's name, as in "holds …".
    pub(super) fn new(
        row: usize,
        column: usize,
        code: RowCode,
        what: impl Into<Cow<'static, str>>,
        help: &'static [&'static str],
    ) -> Self {
        Self {
            row,
            column,
            code,
            what: what.into(),
            help,
        }
    }

    /// The fault it is in a column that is used. `column_name` is what messages call it.
    pub(crate) fn fault(&self, file: &str, column_name: &str) -> RowFault {
        self.fault_of(file, column_name, &format!("`{column_name}`"))
    }

    /// The fault it is where no column name is certain.
    pub(super) fn fault_by_letter(&self, file: &str) -> RowFault {
        let letters = column_letters(self.column);
        self.fault_of(file, &letters, &format!("column {letters}"))
    }

    fn fault_of(&self, file: &str, column: &str, called: &str) -> RowFault {
        let what = format!("{called} {}", self.what);
        let fault = RowFault::new(file, self.row, column, self.code, &what);
        let help = self.help.iter().map(|help| Help::from(*help));
        help.fold(fault, RowFault::help)
    }
}
