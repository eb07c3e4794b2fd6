//! What is wrong in one row, so that the row can be left out and named.

use crate::diagnostics::{Help, Problem, RowCode, SourceKind};

/// Something because of which a row cannot be printed. It holds no word of the row, but
/// for what it says where that names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The number the spreadsheet shows.
    pub row: usize,
    /// The column's name, or its letter where the name is not known for certain;
    /// empty where it is about the whole row.
    pub column: String,
    /// What is wrong with it.
    pub code: RowCode,
    /// What a person is told.
    pub problem: Problem,
    /// What stands in the cell, where it can name nobody: the key of a place.
    pub said: Option<String>,
    /// What is wrong, without file and row: the same in every row that has it.
    what: String,
}

impl RowFault {
    /// A fault said as "people.csv:418: what is wrong".
    pub(crate) fn new(file: &str, row: usize, column: &str, code: RowCode, what: &str) -> Self {
        Self {
            row,
            column: column.to_owned(),
            code,
            problem: Problem {
                origin: Some(SourceKind::Spreadsheet),
                ..Problem::error(format!("{file}:{row}: {what}")).rule(code)
            },
            said: None,
            what: what.to_owned(),
        }
    }

    /// What is wrong, without file and row.
    pub(super) fn what(&self) -> &str {
        &self.what
    }

    /// Says what stands in the cell. Only for words that cannot name a person.
    #[must_use]
    pub fn saying(mut self, said: &str) -> Self {
        self.problem.message.push_str(&it_says(said));
        self.said = Some(said.to_owned());
        self
    }

    /// Says what to do.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<Help>) -> Self {
        self.problem = self.problem.help(help);
        self
    }

    /// Says what to do, where there is something to say.
    #[must_use]
    pub(crate) fn maybe_help(mut self, help: Option<impl Into<Help>>) -> Self {
        self.problem = self.problem.maybe_help(help);
        self
    }
}

/// The end of a message about a cell whose words may be shown.
pub(super) fn it_says(said: &str) -> String {
    format!(" (it says `{said}`)")
}
