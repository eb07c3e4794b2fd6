//! A folder of private files that appears at once, and can be gone on with.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::beginning::{
    AlreadyPrinted, Beginning, PrintedRun, Start, damaged_journal, left_by_a_stopped_run,
};
use super::interrupted::{self, Watched};
use super::journal::{self, Journal};
use super::manifest::{self, Enclosed, WholeFile};
use super::record::{self, Counts, Record};
use super::row_lists::{RowList, RowLists};
use super::staging::Staging;
use super::{errors, names, occupied, sha256_hex, staging, whole};
use crate::diagnostics::{Failure, Problem};
use crate::output::{self, fill, follow_link};

/// The record of an unfinished run into a folder, where there is one to go on with.
pub fn unfinished(folder: &Path) -> Option<Record> {
    let place = follow_link(folder).ok()?;
    record::read(&staging::beside(&place).ok()?)
}

/// A folder of letters being made. Until [`Batch::finish`] everything is in a
/// hidden folder (mode 0700) beside the place; dropped before that, nothing of
/// it stays and the place is untouched. A program that is killed leaves the hidden
/// folder, and [`Start::Resume`] goes on with it.
#[derive(Debug)]
pub struct Batch {
    /// The folder as the person named it, for messages.
    pub(super) shown: PathBuf,
    /// Where it really is.
    pub(super) place: PathBuf,
    /// While it is staged, an interrupt looks after it. Dropped before the folder
    /// is: what is being taken away is not kept.
    _watched: Watched,
    pub(super) staging: Staging,
    pub(super) record: Record,
    pub(super) journal: Journal,
    /// What is whole, by its name: what an earlier run left, and what was added.
    pub(super) files: BTreeMap<String, WholeFile>,
    pub(super) lists: RowLists,
    /// What may be replaced at the end.
    pub(super) already_printed: AlreadyPrinted,
    /// Whether what is finished is worth going on with.
    resumable: bool,
}

impl Batch {
    /// Begins a folder, or goes on with an unfinished one. Folders missing on the
    /// way to it are made. What an earlier run left is said before it goes.
    ///
    /// # Errors
    /// [`Failure::Input`] when the folder holds a file that leafwright did not
    /// make, or letters that are not to be replaced, or when the unfinished run was
    /// made from something else: it is then left as it is. [`Failure::Machine`] when
    /// another run is printing into the folder, or nothing can be written beside it.
    pub fn begin(
        folder: &Path,
        record: Record,
        how: Beginning,
        say: &mut dyn FnMut(Problem),
    ) -> Result<Self, Failure> {
        let explain = |error| output::explain(folder, error);
        let place = follow_link(folder).map_err(explain)?;
        if place.file_name().is_none() {
            return Err(errors::no_name(folder));
        }
        let mut staging = Staging::take(folder, &place)?;
        occupied::check(folder, &place)?;
        let printed = PrintedRun::in_folder(&place);
        let already_printed = how.towards(printed.as_ref(), &record);
        already_printed.allow(folder, printed.as_ref(), &record)?;
        let earlier = match how.start {
            Start::Afresh => None,
            Start::Resume => record::read::<Record>(staging.path()),
        };
        let files = match earlier {
            Some(earlier) if fs::symlink_metadata(staging.new_files()).is_ok() => {
                staging.check(folder)?;
                let differences = earlier.differences(&record);
                if !differences.is_empty() {
                    return Err(errors::made_from_something_else(&differences));
                }
                let listed = journal::read(staging.path()).unwrap_or_default();
                damaged_journal(&listed.damaged)
                    .into_iter()
                    .for_each(&mut *say);
                whole::keep_only(&staging.new_files(), listed.files).map_err(explain)?
            }
            _ => {
                if let Some(note) = left_by_a_stopped_run(&staging) {
                    say(note);
                }
                staging.clear().map_err(explain)?;
                write_record(staging.path(), &record).map_err(explain)?;
                BTreeMap::new()
            }
        };
        let journal = Journal::create(staging.path(), files.values()).map_err(explain)?;
        staging.kept = false;
        let letters = files.values().map(|file| file.letters.len()).sum();
        Ok(Self {
            shown: folder.to_owned(),
            place,
            _watched: interrupted::watch(&staging, letters),
            staging,
            record,
            journal,
            files,
            lists: RowLists::default(),
            already_printed,
            resumable: true,
        })
    }

    /// Nobody will go on with this one: what is finished goes with a failure, too.
    pub(super) fn keep_nothing(&mut self) {
        self.resumable = false;
    }

    /// The letters in a file that is whole already; none in any other. A file may lack
    /// a letter that was lost to a time limit.
    pub fn letters_in(&self, file_name: &str) -> &[Enclosed] {
        let file = self.files.get(file_name);
        file.map_or(&[], |file| &file.letters)
    }

    /// Takes a file that is whole away, to make it again.
    ///
    /// # Errors
    /// [`Failure::Machine`] when it cannot be removed.
    pub fn make_again(&mut self, file_name: &str) -> Result<(), Failure> {
        if !self.files.contains_key(file_name) {
            return Ok(());
        }
        let mut staged = interrupted::staged();
        fs::remove_file(self.staging.new_files().join(file_name))
            .map_err(|error| self.failed(&self.shown.join(file_name), error))?;
        if let Some(file) = self.files.remove(file_name)
            && let Some(run) = staged.get_mut(self.staging.path())
        {
            run.letters -= file.letters.len();
        }
        Ok(())
    }

    /// Adds a whole file (mode 0600) with one letter or more.
    ///
    /// # Errors
    /// [`Failure::Machine`] when it cannot be written, when two files have one
    /// name, when the name is not a plain one or no letter is in it. The batch is
    /// then as before, and what is finished in it outlives a failure of the disk.
    pub fn add(
        &mut self,
        file_name: &str,
        bytes: &[u8],
        letters: &[Enclosed],
    ) -> Result<(), Failure> {
        let file = WholeFile {
            name: file_name.to_owned(),
            bytes: bytes.len() as u64,
            sha256: sha256_hex(bytes),
            letters: letters.to_vec(),
        };
        self.put(file, |path| write(path, bytes))
    }

    /// Puts a file into the folder that is whole somewhere else.
    pub(super) fn adopt(&mut self, file: WholeFile, from: &Path) -> Result<(), Failure> {
        self.put(file, |path| {
            // Not every disk has links, and none has them to another disk.
            fs::hard_link(from, path)
                .or_else(|_| fs::read(from).and_then(|bytes| write(path, &bytes)))
        })
    }

    /// Notes a row that gets no letter, in one of the lists. `column` and `what` say
    /// where and why; what tells who somebody is is not for a list. Said twice, it
    /// counts once. A resumed run has to say it again.
    pub fn leave_out(&mut self, list: RowList, row: usize, column: &str, what: &str) {
        self.lists.add(list, row, column, what);
    }

    /// What the folder holds so far, with what an earlier run left.
    pub fn counts(&self) -> Counts {
        manifest::counts(self.files.values(), &self.lists.rows().collect())
    }

    /// Leaves what is finished where [`Start::Resume`] finds it. Where nothing is,
    /// nothing stays.
    #[cfg(test)]
    pub(super) fn keep(mut self) {
        self.keep_finished();
    }

    /// Puts one whole file into the hidden folder and into the journal, or nothing.
    fn put(
        &mut self,
        file: WholeFile,
        write: impl FnOnce(&Path) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let name = &file.name;
        let our_fault = |message| Err(errors::our_fault(message));
        if !names::is_plain(name) {
            return our_fault(format!("`{name}` cannot be the name of a letter"));
        }
        if file.letters.is_empty() {
            return our_fault(format!("no letter is in `{name}`"));
        }
        let path = self.staging.new_files().join(name);
        self.staging.check(&self.shown)?;
        let mut staged = interrupted::staged();
        let written = write(&path).and_then(|()| {
            self.journal.add(&file).inspect_err(|_| {
                // Not in the journal it is nobody's; a resumed run removes it too.
                let _ = fs::remove_file(&path);
            })
        });
        if let Err(error) = written {
            drop(staged);
            return Err(if error.kind() == ErrorKind::AlreadyExists {
                errors::our_fault(format!("two files have the name `{name}`"))
            } else {
                self.failed(&self.shown.join(name), error)
            });
        }
        if let Some(run) = staged.get_mut(self.staging.path())
            && self.resumable
        {
            run.letters += file.letters.len();
        }
        drop(staged);
        self.files.insert(file.name.clone(), file);
        Ok(())
    }

    /// What the disk said. What is finished outlives it.
    pub(super) fn failed(&mut self, path: &Path, error: io::Error) -> Failure {
        if let Err(gone) = self.staging.check(&self.shown) {
            return gone;
        }
        let failure = match error.kind() {
            ErrorKind::NotFound => errors::letter_is_gone(&self.shown),
            _ => output::explain(path, error),
        };
        self.keep_and_say(failure)
    }

    /// The same failure, and that what is finished waits for [`Start::Resume`], where
    /// anything is.
    pub(in crate::letters) fn keep_and_say(&mut self, failure: Failure) -> Failure {
        self.keep_finished();
        if self.staging.kept {
            errors::kept(failure)
        } else {
            failure
        }
    }

    fn keep_finished(&mut self) {
        self.staging.kept |= !self.files.is_empty() && self.resumable && self.staging.is_ours();
    }
}

/// Writes one whole private file, or nothing.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = output::create_file(path)?;
    fill(&mut file, bytes).inspect_err(|_| {
        // A resumed run removes it as well; this is for who goes on.
        let _ = fs::remove_file(path);
    })
}

/// Writes the record of an unfinished run. Where it is lost, so are its letters:
/// hence it waits for the disk.
fn write_record(hidden: &Path, record: &Record) -> io::Result<()> {
    let bytes = record::write(record)?;
    let mut file = output::create_file(&hidden.join(names::RECORD))?;
    fill(&mut file, &bytes)?;
    file.sync_all()
}
