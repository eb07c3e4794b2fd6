//! Which rows of a spreadsheet are read.

use std::path::Path;

use clap::Args;

use crate::diagnostics::Failure;
use crate::letters::PeopleFile;

#[derive(Debug, Args)]
pub struct SheetChoice {
    /// The sheet of the workbook to read [default: the first that holds something]
    #[arg(long, value_name = "NAME", requires = "people")]
    sheet: Option<String>,
    /// Write to the people of rows that are struck through, too
    #[arg(long, requires = "people")]
    include_struck_out: bool,
}

impl SheetChoice {
    /// Reads a spreadsheet of people.
    ///
    /// # Errors
    /// Where it is not there, or cannot be read.
    pub fn read(&self, people: &Path) -> Result<PeopleFile, Failure> {
        Ok(PeopleFile {
            sheet: self.sheet.clone(),
            include_struck_out: self.include_struck_out,
            ..PeopleFile::read(people)?
        })
    }
}
