//! What happens in a run of letters, and what it came to.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::archive::{Enclosed, separator_sheets};
use super::recipients::Recipients;
use crate::diagnostics::Problem;
use crate::read::table::RowFault;
use crate::tailor::PublicationId;

/// Something that happened in a run.
#[derive(Debug)]
pub enum Event<'e> {
    /// Something to know about the letter or its people, short of an error.
    Noted(&'e Problem),
    /// A row is good: its letter will be made.
    RowJudged {
        /// The row, as the spreadsheet counts.
        row: usize,
    },
    /// A row gets no letter, and why. The same row may be left out for several reasons.
    LeftOut(&'e RowFault),
    /// The letters begin.
    Begun {
        /// How many files there will be.
        files: usize,
        /// How many letters there will be.
        letters: usize,
        /// How many of them an earlier run finished.
        finished: usize,
    },
    /// A letter is made. Letters are finished in any order.
    LetterFinished(&'e Enclosed),
    /// A file is finished; also one that an earlier run finished.
    FileFinished(FinishedFile<'e>),
}

/// A finished file of a run.
#[derive(Debug, Clone, Copy)]
pub struct FinishedFile<'e> {
    /// Which it is of the files of the run, counted from 1.
    pub number: usize,
    /// Its name, without a folder.
    pub name: &'e str,
    /// The letters in it.
    pub letters: &'e [Enclosed],
}

/// What a run came to.
#[derive(Debug, Default)]
pub struct Report {
    /// Its letters, counted.
    pub tally: Tally,
    /// How many files they are in.
    pub files: usize,
    /// How many rows of the spreadsheet got no letter.
    pub left_out: usize,
    /// How many rows ask for what is not printed here.
    pub by_hand: usize,
    /// How many letters of each kind there are.
    pub by_kind: BTreeMap<PublicationId, usize>,
    /// How many rows of the spreadsheet hold nothing.
    pub blank_rows: usize,
    /// What was noted while the letters were made, each thing once.
    pub warnings: Vec<Problem>,
    /// The list of every row and what became of it, where letters were written.
    pub manifest: Option<PathBuf>,
    /// The list of the rows that got no letter, where there are any.
    pub rejected: Option<PathBuf>,
    /// The list of the rows that ask for what is not printed here, where there are any.
    pub by_hand_list: Option<PathBuf>,
    /// Whether a letter that was poured looked otherwise than written in full.
    pub(super) differed: bool,
}

/// Letters, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many there are.
    pub letters: usize,
    /// How many pages they have, blank backs not counted.
    pub pages: usize,
    /// How many letters have so many sheets.
    pub by_sheets: BTreeMap<usize, usize>,
    /// How many sheets lie before the letters of a file, and go to nobody.
    pub separators: usize,
}

impl Tally {
    /// The letters of a file, counted.
    pub fn of(letters: &[Enclosed]) -> Self {
        let mut tally = Self::default();
        tally.add(letters);
        tally
    }

    /// How many sheets of paper the letters are printed on.
    pub fn sheets(&self) -> usize {
        let sheets = self.by_sheets.iter();
        sheets.map(|(sheets, count)| sheets * count).sum()
    }

    /// The letters of one file more.
    fn add(&mut self, letters: &[Enclosed]) {
        self.separators += separator_sheets(letters);
        self.letters += letters.len();
        for letter in letters {
            self.pages += letter.pages;
            *self.by_sheets.entry(letter.sheets).or_default() += 1;
        }
    }
}

impl Report {
    /// One file more.
    pub(super) fn add(&mut self, letters: &[Enclosed], recipients: &Recipients) {
        self.files += 1;
        self.tally.add(letters);
        for kind in letters
            .iter()
            .filter_map(|letter| recipients.letter_of(letter.row))
        {
            *self.by_kind.entry(kind.id.clone()).or_default() += 1;
        }
    }
}
