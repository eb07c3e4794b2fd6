//! `journal.csv`: the files of an unfinished run that are whole, a line a letter.
//!
//! A line is written once its file is. The lines of one file are written together,
//! and each says how many there are: they count only if all are there, so that a
//! run that is killed in the middle of them makes the file again.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::manifest::{Enclosed, WholeFile};
use super::names;
use crate::output;

/// The journal's own file name.
pub(super) const NAME: &str = "journal.csv";

/// What a line holds: row, file, page from, pages, sheets, sha256, and how many
/// letters the file has.
const FIELDS: usize = 7;

/// An open journal. It only grows.
#[derive(Debug)]
pub(super) struct Journal {
    pub(super) file: File,
    /// How many bytes of it are good.
    length: u64,
}

impl Journal {
    /// Writes a journal of these files in a hidden folder, instead of the one that
    /// is there, and stays ready for more.
    pub(super) fn create(hidden: &Path, files: &[WholeFile]) -> io::Result<Self> {
        let (place, fresh) = (path(hidden), hidden.join("journal.new"));
        // Left there by a run that was killed right here.
        let _ = fs::remove_file(&fresh);
        let mut bytes = Vec::new();
        for file in files {
            bytes.extend(lines(file)?);
        }
        let mut file = output::create_file(&fresh)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&fresh, &place)?;
        Ok(Self {
            file: OpenOptions::new().append(true).open(&place)?,
            length: bytes.len() as u64,
        })
    }

    /// Adds a file that is whole. Its lines are all there or none is.
    pub(super) fn add(&mut self, file: &WholeFile) -> io::Result<()> {
        let lines = lines(file)?;
        if let Err(error) = self.file.write_all(&lines) {
            // The next line must not begin in the middle of this one. If even that
            // fails, a resumed run drops both.
            let _ = self.file.set_len(self.length);
            return Err(error);
        }
        self.length += lines.len() as u64;
        Ok(())
    }
}

fn path(hidden: &Path) -> PathBuf {
    hidden.join(NAME)
}

fn lines(file: &WholeFile) -> io::Result<Vec<u8>> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    for letter in &file.letters {
        csv.write_record([
            &letter.row.to_string(),
            &file.name,
            &letter.from.to_string(),
            &letter.pages.to_string(),
            &letter.sheets.to_string(),
            &file.sha256,
            &file.letters.len().to_string(),
        ])?;
    }
    csv.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// The files that a journal says are whole, in the order of their first rows.
/// Whatever in it is incomplete is left out.
pub(super) fn read(hidden: &Path) -> io::Result<Vec<WholeFile>> {
    let bytes = fs::read(path(hidden))?;
    // A last line without its end may have lost digits.
    let end = bytes.iter().rposition(|byte| *byte == b'\n');
    let whole = &bytes[..end.map_or(0, |end| end + 1)];
    let mut csv = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(whole);
    let mut files: BTreeMap<String, WholeFile> = BTreeMap::new();
    let mut group: Option<(WholeFile, usize)> = None;
    for record in csv.records() {
        let Some((line, count)) = record.ok().as_ref().and_then(parse) else {
            group = None;
            continue;
        };
        let continued = group.as_ref().is_some_and(|(file, of)| {
            (&file.name, &file.sha256, of) == (&line.name, &line.sha256, &count)
                && file.letters.last().map(|letter| letter.from)
                    < line.letters.first().map(|letter| letter.from)
        });
        match &mut group {
            Some((file, _)) if continued => file.letters.extend(line.letters),
            _ => group = Some((line, count)),
        }
        if let Some((file, _)) = group.take_if(|(file, count)| file.letters.len() == *count) {
            // A file that was made again counts as it was made last.
            files.insert(file.name.clone(), file);
        }
    }
    let mut files: Vec<WholeFile> = files.into_values().collect();
    files.sort_by_key(|file| file.letters.first().map(|letter| letter.row));
    Ok(files)
}

fn parse(record: &csv::StringRecord) -> Option<(WholeFile, usize)> {
    let number = |at: usize| record.get(at)?.parse().ok();
    // A damaged name could lead out of the folder.
    if record.len() != FIELDS || !names::is_plain(record.get(1)?) {
        return None;
    }
    let file = WholeFile {
        name: record.get(1)?.to_owned(),
        sha256: record.get(5)?.to_owned(),
        letters: vec![Enclosed {
            row: number(0)?,
            from: number(2)?,
            pages: number(3)?,
            sheets: number(4)?,
        }],
    };
    Some((file, number(6)?))
}
