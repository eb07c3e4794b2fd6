//! `journal.jsonl`: the files of an unfinished run that are whole, a line a file.
//!
//! A line is written once its file is. One that a killed run left in the middle is no
//! line, and its file is made again.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::manifest::WholeFile;
use super::names;
use crate::output;

/// The journal's own file name.
pub(super) const NAME: &str = "journal.jsonl";

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
    pub(super) fn create<'f>(
        hidden: &Path,
        files: impl Iterator<Item = &'f WholeFile>,
    ) -> io::Result<Self> {
        let (place, fresh) = (hidden.join(NAME), hidden.join("journal.new"));
        // Left there by a run that was killed right here.
        let _ = fs::remove_file(&fresh);
        let mut bytes = Vec::new();
        for file in files {
            bytes.extend(line(file)?);
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

    /// Adds a file that is whole. Its line is there or it is not.
    pub(super) fn add(&mut self, file: &WholeFile) -> io::Result<()> {
        let line = line(file)?;
        if let Err(error) = self.file.write_all(&line) {
            // The next line must not begin in the middle of this one. If even that
            // fails, a resumed run drops both.
            let _ = self.file.set_len(self.length);
            return Err(error);
        }
        self.length += line.len() as u64;
        Ok(())
    }
}

fn line(file: &WholeFile) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(file)?;
    line.push(b'\n');
    Ok(line)
}

/// The files that a journal says are whole, by their names. Whatever in it is
/// incomplete is left out.
pub(super) fn read(hidden: &Path) -> io::Result<BTreeMap<String, WholeFile>> {
    let bytes = fs::read(hidden.join(NAME))?;
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let whole = lines.filter_map(|line| serde_json::from_slice(line.strip_suffix(b"\n")?).ok());
    // A damaged name could lead out of the folder.
    let ours =
        whole.filter(|file: &WholeFile| names::is_plain(&file.name) && !file.letters.is_empty());
    // A file that was made again counts as it was made last.
    Ok(ours.map(|file| (file.name.clone(), file)).collect())
}
