//! What is wrong in one row, so that the row can be left out and named.

use crate::diagnostics::{Help, Problem, RowCode, SourceKind};
use crate::read::table::at_most_twenty;

/// Something because of which a row cannot be printed. It holds no word of the row.
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
        }
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

/// The faults as problems, row after row, the first twenty of them.
pub fn problems_of(file: &str, faults: &[RowFault]) -> Vec<Problem> {
    let mut faults: Vec<&RowFault> = faults.iter().collect();
    faults.sort_by_key(|fault| fault.row);
    let problems = faults.into_iter().map(|fault| fault.problem.clone());
    at_most_twenty(file, problems.collect())
}
