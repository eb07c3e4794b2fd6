//! What a run of letters is made from, and how: for its record.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::Project;
use super::letters::Letters;
use super::packs::Packing;
use crate::deliver::{PROGRAM, Record, Shard};
use crate::problem::Failure;
use crate::read::Edition;

impl Project {
    /// The record of a run. It holds everything that decides about a byte of it, and
    /// nothing of a person.
    ///
    /// # Errors
    /// Where a template cannot be read.
    pub fn record(
        &self,
        letters: &Letters,
        packing: &Packing,
        name_by: Option<&str>,
        shard: Option<Shard>,
    ) -> Result<Record, Failure> {
        if packing.print_run.is_some_and(|run| run.separator) {
            // The processes read it; the record has to know it before.
            self.shelf.file("templates/separator.typ")?;
        }
        let rejected: BTreeSet<usize> = letters.faults().iter().map(|fault| fault.row).collect();
        let mut inputs = self.shelf.taken();
        inputs.insert(spreadsheet(letters.file()), letters.checksum().to_owned());
        Ok(Record {
            program: PROGRAM.to_owned(),
            options: self.said(letters, packing, name_by),
            inputs,
            rows: letters.count() + rejected.len(),
            blank_rows: letters.blank_rows(),
            shard,
        })
    }

    fn said(
        &self,
        letters: &Letters,
        packing: &Packing,
        name_by: Option<&str>,
    ) -> BTreeMap<String, String> {
        let publication = letters.publication();
        let edition = match self.options.edition {
            Edition::Standard => "standard",
            Edition::LargePrint => "large-print",
        };
        let mut said: BTreeMap<String, String> = BTreeMap::from([
            ("guide".to_owned(), letters.guide().to_owned()),
            ("date".to_owned(), self.options.date.to_string()),
            ("edition".to_owned(), edition.to_owned()),
            ("language".to_owned(), publication.language.tag.clone()),
            ("tone".to_owned(), publication.tone.clone()),
        ]);
        for setting in &self.options.settings {
            said.insert(format!("set {}", setting.key), setting.value.clone());
        }
        if let Some(column) = name_by {
            said.insert("name-by".to_owned(), column.to_owned());
        }
        let packing = packing.said().into_iter();
        said.extend(packing.map(|(key, value)| (key.to_owned(), value)));
        said
    }
}

/// What the spreadsheet is called, without the folders it is in.
fn spreadsheet(file: &str) -> String {
    let name = Path::new(file).file_name();
    name.map_or_else(
        || file.to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}
