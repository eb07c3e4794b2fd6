//! What a run of letters is made from, and how: for its record.

use std::collections::BTreeMap;
use std::path::Path;

use super::archive::{PROGRAM, Record};
use super::people::{Letters, rows_of};
use super::run::LetterRun;
use crate::diagnostics::Failure;

impl LetterRun {
    /// The record of the run. It holds everything that decides about a byte of it, and
    /// nothing of a person.
    ///
    /// # Errors
    /// Where a template cannot be read.
    pub(super) fn record(&self, letters: &Letters) -> Result<Record, Failure> {
        let assets = &self.workspace.assets;
        if self
            .options
            .packing
            .print_run
            .is_some_and(|run| run.separator)
        {
            // The processes read it; the record has to know it before.
            assets.file("templates/separator.typ")?;
        }
        let mut inputs = assets.inputs();
        inputs.insert(spreadsheet(letters.file()), letters.checksum.clone());
        Ok(Record {
            program: PROGRAM.to_owned(),
            options: self.choices(),
            inputs,
            rows: letters.count() + rows_of(letters.faults()),
            blank_rows: letters.people.blank,
            shard: self.options.shard,
        })
    }

    /// What was chosen, by the name of the option.
    fn choices(&self) -> BTreeMap<String, String> {
        let id = &self.prepared.id;
        let mut choices: BTreeMap<String, String> = BTreeMap::from([
            ("guide".to_owned(), id.guide.clone()),
            ("date".to_owned(), self.workspace.date().to_string()),
            ("edition".to_owned(), id.edition.id().to_owned()),
            ("language".to_owned(), id.language().to_owned()),
            ("tone".to_owned(), id.tone.clone()),
        ]);
        for setting in &self.workspace.options.settings {
            choices.insert(format!("set {}", setting.key), setting.value.clone());
        }
        if let Some(column) = &self.options.name_by {
            choices.insert("name-by".to_owned(), column.clone());
        }
        let packing = self.options.packing.record().into_iter();
        choices.extend(packing.map(|(key, value)| (key.to_owned(), value)));
        choices
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
