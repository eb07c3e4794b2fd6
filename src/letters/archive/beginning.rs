//! How a run begins where another one has been: nothing that is finished is replaced in
//! silence, and nothing that a stopped run left goes without a word.
//!
//! A run stops where letters are, rather than make a folder of its own beside them with
//! the day in its name: two folders would hide that the same people get two letters, and
//! nobody would know which of them was posted.

use std::path::Path;

use super::record::{self, Finished, Record};
use super::staging::Staging;
use super::{errors, journal, manifest, occupied};
use crate::diagnostics::{Failure, Help, Problem, Way, plural};
use crate::output::{self, follow_link};

/// How a run begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// With nothing: what an unfinished run left is named, and taken away.
    Afresh,
    /// With the files that an unfinished run of the same record left whole. Where
    /// there is none, this is the same as [`Start::Afresh`].
    Resume,
}

/// What becomes of letters that are printed already, where others are to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlreadyPrinted {
    /// They stay, and the run says what they are and stops: somebody may not have
    /// posted them yet, or may have.
    Keep,
    /// The new ones take their place.
    Replace,
}

/// How a run begins, and what it may replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beginning {
    /// What becomes of a run that was stopped.
    pub start: Start,
    /// What becomes of a run that was finished.
    pub already_printed: AlreadyPrinted,
}

impl Beginning {
    /// Makes sure that letters may go into a folder when they are made.
    ///
    /// # Errors
    /// As [`Batch::begin`](super::Batch::begin), but for other runs that are printing.
    pub fn check(self, folder: &Path, ours: &Record) -> Result<(), Failure> {
        let explain = |error| output::explain(folder, error);
        let place = follow_link(folder).map_err(explain)?;
        occupied::check(folder, &place)?;
        let printed = PrintedRun::in_folder(&place);
        let already_printed = self.towards(printed.as_ref(), ours);
        already_printed.allow(folder, printed.as_ref(), ours)
    }

    /// What may become of these letters when the run ends. Whoever goes on with a run
    /// that has ended gets the same letters once more, and loses nothing.
    pub(super) fn towards(self, printed: Option<&PrintedRun>, ours: &Record) -> AlreadyPrinted {
        let is_same = printed.is_some_and(|printed| printed.is_of(ours));
        if is_same && self.start == Start::Resume {
            AlreadyPrinted::Replace
        } else {
            self.already_printed
        }
    }
}

impl AlreadyPrinted {
    /// Makes sure that letters of this run may go where these are.
    ///
    /// # Errors
    /// What is there, where it is to stay.
    pub(super) fn allow(
        self,
        shown: &Path,
        printed: Option<&PrintedRun>,
        ours: &Record,
    ) -> Result<(), Failure> {
        match (self, printed) {
            (Self::Keep, Some(printed)) => Err(errors::already_printed(
                shown,
                &printed.in_words(),
                printed.is_of(ours),
            )),
            _ => Ok(()),
        }
    }
}

/// A finished run that is in its place.
#[derive(Debug)]
pub(super) enum PrintedRun {
    /// One that says what it was made from.
    Recorded(Box<Finished>),
    /// One of an early version, of which only the number of files is known.
    Listed(usize),
}

impl PrintedRun {
    /// The one in a folder, if any.
    pub(super) fn in_folder(place: &Path) -> Option<Self> {
        match record::read(place) {
            Some(finished) => Some(Self::Recorded(finished)),
            // The manifest lists itself.
            None => manifest::files_listed(place).map(|files| Self::Listed(files.len() - 1)),
        }
    }

    fn is_of(&self, ours: &Record) -> bool {
        matches!(self, Self::Recorded(finished) if finished.record.differences(ours).is_empty())
    }

    /// "40 letters of 2026-11-22 to the people of `people.csv`"
    fn in_words(&self) -> String {
        match self {
            Self::Recorded(finished) => {
                let left_out = match finished.counts.rejected {
                    0 => String::new(),
                    rows => format!(", {} left out", plural(rows, "row")),
                };
                let counts = finished.counts;
                letters(counts.letters, &finished.record) + &left_out
            }
            Self::Listed(files) => format!("{} of letters", plural(*files, "file")),
        }
    }
}

/// So many letters of a run, with their day and whom they are for.
fn letters(count: usize, record: &Record) -> String {
    let said = |option: &str| record.options.get(option);
    let day = said("date").map(|day| format!(" of {day}"));
    let people = said("people").map(|file| format!(" to the people of `{file}`"));
    format!(
        "{}{}{}",
        plural(count, "letter"),
        day.unwrap_or_default(),
        people.unwrap_or_default()
    )
}

/// What to say before the hidden folder of a stopped run is emptied: nothing where no
/// letter was finished.
pub(super) fn left_by_a_stopped_run(staging: &Staging) -> Option<Problem> {
    let record: Record = record::read(staging.path())?;
    let listed = journal::read(staging.path()).ok()?;
    let new = staging.new_files();
    let there = listed
        .files
        .values()
        .filter(|file| new.join(&file.name).exists());
    let count = there.map(|file| file.letters.len()).sum();
    let what = letters(count, &record);
    let them = if count == 1 { "it is" } else { "they are" };
    (count > 0).then(|| {
        Problem::note(format!(
            "a run that was stopped left {what} finished: {them} thrown away, and every letter is made afresh"
        ))
        .help(
            Help::from("to go on with such a run, type its command")
                .by(Way::Resume)
                .then(" the next time"),
        )
    })
}

/// What to say where lines of the journal of a stopped run are damaged.
pub(super) fn damaged_journal(lines: &[usize]) -> Option<Problem> {
    let (first, more) = lines.split_first()?;
    let (lines, is) = match more.len() {
        0 => (format!("line {first}"), "is"),
        more => (format!("line {first} and {more} more"), "are"),
    };
    Some(
        Problem::warning(format!(
            "the record of what the stopped run had finished is damaged: {lines} of its \
             `{}` {is} not as written, and those letters are made again",
            journal::NAME
        ))
        .help("if you did not change anything there, have somebody look at the disk"),
    )
}
