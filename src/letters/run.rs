//! A run of letters: what it prints, for whom and where.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::options::LetterOptions;
use crate::diagnostics::{Error, Failure, refuse};
use crate::publish::{Prepared, Workspace};
use crate::read::table::{RowFault, problems_of};

/// A letter for the people of a spreadsheet. Nothing is judged until something is asked.
pub struct LetterRun {
    pub(super) workspace: Workspace,
    pub(super) options: LetterOptions,
    pub(super) prepared: Arc<Prepared>,
    pub(super) going_on: Option<Date>,
}

impl LetterRun {
    /// The folder that the letters are in when the run is finished.
    pub fn folder(&self) -> PathBuf {
        self.options.folder(&self.workspace)
    }

    /// The day of the run that this one goes on with, where it does.
    pub fn going_on(&self) -> Option<Date> {
        self.going_on
    }

    /// The problems of the rows that were left out, the first twenty of them.
    pub fn left_out(&self, faults: &[RowFault]) -> Option<Error> {
        let refused = refuse(problems_of(&self.options.people.name, faults));
        refused.err().map(|failure| self.workspace.error(failure))
    }

    /// A failure with the texts it points into.
    pub(super) fn located<T>(
        &self,
        act: impl FnOnce(&Self) -> Result<T, Failure>,
    ) -> Result<T, Error> {
        act(self).map_err(|failure| self.workspace.error(failure))
    }
}
