//! `journal.jsonl`: the files of an unfinished run that are whole, a line a file.
//!
//! A line is written once its file is. One that a killed run left in the middle is no
//! line, and its file is made again. Each line has a checksum: in one that is damaged, a
//! letter may have become that of another row, so its file is made again as well.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::manifest::WholeFile;
use super::{names, sha256_hex};
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

/// A line: a file, and the SHA-256 of what the line says of it.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    file: WholeFile,
    sha256: String,
}

impl Line {
    fn of(file: &WholeFile) -> io::Result<Self> {
        Ok(Self {
            file: file.clone(),
            sha256: sha256_hex(&serde_json::to_vec(file)?),
        })
    }

    /// The file of a line that is as it was written.
    fn read(line: &[u8]) -> Option<WholeFile> {
        let line: Self = serde_json::from_slice(line.strip_suffix(b"\n")?).ok()?;
        let is_whole = Self::of(&line.file).ok()?.sha256 == line.sha256;
        // A name of another version could lead out of the folder.
        let is_ours = names::is_plain(&line.file.name) && !line.file.letters.is_empty();
        (is_whole && is_ours).then_some(line.file)
    }
}

fn line(file: &WholeFile) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(&Line::of(file)?)?;
    line.push(b'\n');
    Ok(line)
}

/// What a journal says.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// The files that are whole, by their names.
    pub(super) files: BTreeMap<String, WholeFile>,
    /// The lines that are damaged, counted from 1. The last one may be half written, and
    /// is no damage.
    pub(super) damaged: Vec<usize>,
}

/// Reads a journal. A file that was made again counts as it was made last.
pub(super) fn read(hidden: &Path) -> io::Result<Listed> {
    let bytes = fs::read(hidden.join(NAME))?;
    let mut listed = Listed::default();
    for (number, line) in (1..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
        match Line::read(line) {
            Some(file) => drop(listed.files.insert(file.name.clone(), file)),
            None if line.ends_with(b"\n") => listed.damaged.push(number),
            None => {}
        }
    }
    Ok(listed)
}
