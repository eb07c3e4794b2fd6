//! What the columns of a spreadsheet would be read as: for somebody who has never printed
//! from it.

use super::options::PeopleFile;
use super::wanted::wanted;
use crate::diagnostics::Error;
use crate::publish::Workspace;
use crate::read::Kind;
use crate::read::people::{self, ColumnOverview, Wanted, WantedLetter};

impl Workspace {
    /// What each column of a spreadsheet would be read as in the letters that this service
    /// prints. Nothing of what stands in a cell is in it.
    ///
    /// # Errors
    /// Where the file cannot be read, or a letter of the service has mistakes.
    pub fn columns(&self, file: &PeopleFile) -> Result<ColumnOverview, Error> {
        let mut letters: Vec<WantedLetter> = Vec::new();
        for id in self.publications()? {
            if letters.iter().any(|letter| letter.guide == id.guide) {
                continue;
            }
            let prepared = self.prepare(&id).map_err(|failure| self.error(failure))?;
            if prepared.guide.kind.value == Kind::Letter {
                letters.push(wanted(self, &prepared));
            }
        }
        let table = file.table().map_err(|problems| self.error(problems))?;
        let service = self.service();
        Ok(people::overview(
            &table,
            &Wanted {
                file: &file.name,
                letters: &letters,
                edition: Default::default(),
                languages: &[],
                places: &service.places,
                settings: &service.letters,
                words: &self.context.columns,
                name_by: None,
                rows: None,
            },
        ))
    }
}
