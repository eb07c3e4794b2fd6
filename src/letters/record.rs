//! What a run of letters is made from, and how: for its record.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;

use super::archive::{PROGRAM, Record};
use super::recipients::Recipients;
use super::run::LetterRun;
use crate::checksum::sha256_hex;
use crate::diagnostics::Failure;
use crate::read::WORD_LISTS;

impl LetterRun {
    /// The record of the run. It holds everything that decides about a byte of it, and
    /// nothing of a person.
    ///
    /// # Errors
    /// Where a template cannot be read.
    pub(super) fn record(&self, recipients: &Recipients) -> Result<Record, Failure> {
        let assets = &self.workspace.assets;
        let print_run = self.options.packing.print_run;
        if print_run.is_some_and(|run| run.separator) {
            // The processes read it; the record has to know it before.
            assets.file("templates/separator.typ")?;
        }
        let mut inputs = assets.inputs();
        // They decide what `check` says, and about no byte of a letter.
        inputs.retain(|path, _| !Path::new(path).starts_with(WORD_LISTS));
        let checksum = sha256_hex(&self.options.people.bytes);
        inputs.insert(spreadsheet(&recipients.people.name), checksum);
        Ok(Record {
            program: PROGRAM.to_owned(),
            options: self.choices(),
            inputs,
            rows: recipients.rows(),
            blank_rows: recipients.people.blank,
            shard: self.options.shard,
        })
    }

    /// What was chosen, by the name of the option.
    fn choices(&self) -> BTreeMap<String, String> {
        let id = &self.prepared.id;
        let always = [
            ("guide", id.guide.clone()),
            ("date", self.workspace.date().to_string()),
            ("edition", id.edition.id().to_owned()),
            ("language", id.languages.join(", ")),
            ("tone", id.tone.clone()),
            ("people", spreadsheet(&self.options.people.name)),
        ];
        let name_by = self.options.name_by.iter();
        let rows = self.options.rows.iter();
        let accepted: Vec<&str> = self.options.accept.iter().map(|code| code.code()).collect();
        let accepted = (!accepted.is_empty()).then(|| ("accept", accepted.join(", ")));
        let named = always
            .into_iter()
            .chain(name_by.map(|column| ("name-by", column.clone())))
            .chain(rows.map(|rows| ("rows", rows.to_string())))
            .chain(accepted)
            .chain(self.options.packing.record())
            .map(|(key, value)| (key.to_owned(), value));
        let settings = self.workspace.options.settings.iter();
        let set = settings.map(|setting| (format!("set {}", setting.key), setting.value.clone()));
        named.chain(set).collect()
    }
}

/// What the spreadsheet is called, without the folders it is in.
fn spreadsheet(file: &str) -> String {
    let name = Path::new(file).file_name().and_then(OsStr::to_str);
    name.unwrap_or(file).to_owned()
}
