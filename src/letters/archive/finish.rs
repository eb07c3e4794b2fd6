//! The end of a batch: its lists, and the change of folders.

use std::path::PathBuf;

use super::batch::{Batch, write};
use super::beginning::PrintedRun;
use super::manifest::Lines;
use super::record::{self, Finished};
use super::{errors, interrupted, names, occupied, sha256_hex, synced};
use crate::diagnostics::Failure;

impl Batch {
    /// Writes the lists and puts the folder in its place, instead of the one that
    /// is there from an earlier run. Gives the paths of the files in the order of
    /// their rows, the lists last: those of rows that got no letter, where there are
    /// any, `run.json` and the manifest.
    ///
    /// # Errors
    /// As [`Batch::begin`], and [`Failure::Machine`] when a row of people would be
    /// missing; the folder that was there is then untouched, and what is finished
    /// waits for [`Start::Resume`]. Only where the message says so, the new one is
    /// in its place already.
    pub fn finish(mut self) -> Result<Vec<PathBuf>, Failure> {
        self.staging.check(&self.shown)?;
        let names = self.list()?;
        let (shown, path) = (self.shown.clone(), self.staging.path().to_owned());
        let synced = synced::files(&self.staging.new_files(), &names);
        synced.map_err(|error| self.failed(&shown, error))?;
        // Somebody may have put a file there since the beginning.
        let free = occupied::check(&shown, &self.place).and_then(|()| {
            let printed = PrintedRun::in_folder(&self.place);
            self.already_printed
                .allow(&shown, printed.as_ref(), &self.record)
        });
        free.map_err(|failure| self.keep_and_say(failure))?;
        self.staging.check(&shown)?;
        let mut staged = interrupted::staged();
        let swapped = self.staging.swap();
        if swapped.is_ok() {
            // The earlier letters are all that is hidden now.
            staged.remove(&path);
        }
        drop(staged);
        swapped.map_err(|error| self.failed(&shown, error))?;
        let closed = self.staging.close();
        closed.map_err(|error| errors::left_behind(&shown, &path, error))?;
        Ok(names.iter().map(|name| shown.join(name)).collect())
    }

    /// The lines of the manifest: every row of people once.
    fn lines(&self) -> Result<Lines<'_>, Failure> {
        let lines = Lines::of(self.files.values(), self.lists.rows()).map_err(|row| {
            errors::our_fault(format!("row {row} would have two letters, or one and none"))
        })?;
        match lines.other_rows_than(&self.record) {
            Some(rows) => Err(errors::our_fault(format!(
                "{rows} would stand in the manifest"
            ))),
            None => Ok(lines),
        }
    }

    /// Writes the lists. Gives the names of all files.
    fn list(&mut self) -> Result<Vec<String>, Failure> {
        let lines = self.lines()?;
        let wrong = |error| errors::our_fault(format!("a list of rows went wrong: {error}"));
        let manifest = lines.write().map_err(wrong)?;
        let mut lists = self.lists.write().map_err(wrong)?;
        let sums = lists.iter();
        let sums = sums.map(|(name, bytes)| ((*name).to_owned(), sha256_hex(bytes)));
        let finished = Finished {
            record: self.record.clone(),
            counts: self.counts(),
            manifest: sha256_hex(&manifest),
            lists: sums.collect(),
            sha256: None,
        };
        let finished = finished.sealed().and_then(|sealed| record::write(&sealed));
        lists.push((names::RECORD, finished.map_err(wrong)?));
        lists.push((names::MANIFEST, manifest));
        let mut names: Vec<String> = Vec::new();
        for (file, letter) in lines.0.values().flatten() {
            if Some(*letter) == file.letters.first() {
                names.push(file.name.clone());
            }
        }
        for (name, bytes) in lists {
            let _not_interrupted = interrupted::staged();
            if let Err(error) = write(&self.staging.new_files().join(name), &bytes) {
                return Err(self.failed(&self.shown.join(name), error));
            }
            names.push(name.to_owned());
        }
        Ok(names)
    }
}
