//! `manifest.csv`: what became of every row of people. It counts rows and pages
//! and names files; it names no people.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use csv::IntoInnerError;
use serde::{Deserialize, Serialize};

use super::names;
use super::record::{Counts, Record};
use super::row_lists::RowList;
use super::whole;
use crate::press::Stretch;

const COLUMNS: [&str; 8] = [
    "row",
    "file",
    "page from",
    "pages",
    "sheets",
    "bytes",
    "sha256",
    "status",
];

/// A line, cell by cell.
type Line = (
    usize,
    String,
    Option<usize>,
    Option<usize>,
    Option<usize>,
    Option<u64>,
    String,
    String,
);

/// The columns that manifests had formerly: such a folder is our own as well.
const FORMER_COLUMNS: [&[&str]; 2] = [
    &["row", "file", "pages", "sha256"],
    &[
        "row",
        "file",
        "page from",
        "pages",
        "sheets",
        "sha256",
        "status",
    ],
];

const PRINTED: &str = "printed";

/// A letter, and where it is in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosed {
    /// The row of the spreadsheet, as the spreadsheet counts: its header is row 1.
    pub row: usize,
    /// The page of the file that it begins on, from 1.
    pub from: usize,
    /// How many pages it has, a blank back not counted.
    pub pages: usize,
    /// How many sheets of paper it is printed on.
    pub sheets: usize,
}

impl Enclosed {
    /// The letter of a row, at its place in its file.
    pub(crate) fn new(row: usize, place: Stretch) -> Self {
        Self {
            row,
            from: place.from,
            pages: place.pages,
            sheets: place.sheets,
        }
    }
}

/// How many sheets lie before the letters of a file: one, where they do not begin on its
/// first page.
pub fn separator_sheets(letters: &[Enclosed]) -> usize {
    let first = letters.iter().map(|letter| letter.from).min();
    usize::from(first.is_some_and(|from| from > 1))
}

/// A file that is whole, and the letters in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeFile {
    /// Its name in the folder.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// The checksum of its bytes: 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Its letters, in the order of their pages.
    pub letters: Vec<Enclosed>,
}

/// What became of a row: its letter and the file that it is in, or the list that says why
/// it got none.
type Fate<'a> = Result<(&'a WholeFile, &'a Enclosed), RowList>;

/// The lines of a manifest, in the order of the rows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Lines<'a>(pub(super) BTreeMap<usize, Fate<'a>>);

impl<'a> Lines<'a> {
    /// Every row of some files and every one that a list holds.
    ///
    /// # Errors
    /// The row that would stand there twice.
    pub(super) fn of(
        files: impl IntoIterator<Item = &'a WholeFile>,
        listed: impl IntoIterator<Item = (usize, RowList)>,
    ) -> Result<Self, usize> {
        let mut lines: BTreeMap<usize, Fate> = BTreeMap::new();
        for (row, list) in listed {
            // One list may say several things of a row.
            let before = lines.insert(row, Err(list));
            if before.is_some_and(|before| before != Err(list)) {
                return Err(row);
            }
        }
        for file in files {
            for letter in &file.letters {
                if lines.insert(letter.row, Ok((file, letter))).is_some() {
                    return Err(letter.row);
                }
            }
        }
        Ok(Self(lines))
    }

    /// How many rows there are, where they cannot be those of this run.
    pub(super) fn other_rows_than(&self, run: &Record) -> Option<String> {
        let there = self.0.len();
        // A part of a run has a part of the rows.
        let missing = there < run.rows && run.shard.is_none();
        (missing || there > run.rows).then(|| format!("{there} of {} rows of people", run.rows))
    }

    /// Writes the manifest.
    pub(super) fn write(&self) -> io::Result<Vec<u8>> {
        let mut csv = csv::Writer::from_writer(Vec::new());
        csv.write_record(COLUMNS)?;
        for (row, line) in &self.0 {
            let row = row.to_string();
            match line {
                Err(list) => csv.write_record([&row, "", "", "", "", "", "", list.status])?,
                Ok((file, letter)) => csv.serialize((
                    row,
                    &file.name,
                    letter.from,
                    letter.pages,
                    letter.sheets,
                    file.bytes,
                    &file.sha256,
                    PRINTED,
                ))?,
            }
        }
        csv.into_inner().map_err(IntoInnerError::into_error)
    }
}

/// What files and the rows without a letter add up to.
pub(super) fn counts<'a>(
    files: impl IntoIterator<Item = &'a WholeFile>,
    listed: &BTreeMap<usize, RowList>,
) -> Counts {
    let rows_in = |wanted| listed.values().filter(|list| **list == wanted).count();
    let mut counts = Counts {
        rejected: rows_in(RowList::REJECTED),
        by_hand: rows_in(RowList::BY_HAND),
        ..Counts::default()
    };
    for file in files {
        counts.files += 1;
        counts.sheets += separator_sheets(&file.letters);
        for letter in &file.letters {
            counts.letters += 1;
            counts.pages += letter.pages;
            counts.sheets += letter.sheets;
        }
    }
    counts
}

/// What a manifest lists: its files, in the order of their first rows, and the rows that
/// got no letter, each with the list that says why. None where its lines are not as
/// leafwright writes them.
pub(super) fn parse(bytes: &[u8]) -> Option<(Vec<WholeFile>, BTreeMap<usize, RowList>)> {
    let mut csv = csv::Reader::from_reader(bytes);
    if *csv.headers().ok()? != COLUMNS[..] {
        return None;
    }
    let (mut files, mut listed) = (BTreeMap::<String, WholeFile>::new(), BTreeMap::new());
    for line in csv.deserialize() {
        let (row, name, from, pages, sheets, bytes, sha256, status): Line = line.ok()?;
        if let Some(list) = RowList::of_status(&status) {
            listed.insert(row, list);
            continue;
        }
        // A damaged name could lead out of the folder.
        if !names::is_plain(&name) {
            return None;
        }
        let bytes = bytes?;
        let file = files.entry(name.clone()).or_insert_with(|| WholeFile {
            name,
            bytes,
            sha256: sha256.clone(),
            letters: Vec::new(),
        });
        if file.sha256 != sha256 || file.bytes != bytes {
            return None;
        }
        file.letters.push(Enclosed {
            row,
            from: from?,
            pages: pages?,
            sheets: sheets?,
        });
    }
    let mut files: Vec<WholeFile> = files.into_values().collect();
    for file in &mut files {
        file.letters.sort_by_key(|letter| letter.from);
    }
    files.sort_by_key(|file| file.letters.iter().map(|letter| letter.row).min());
    Some((files, listed))
}

/// The file names a folder's manifest lists, and its own. None where there is
/// no manifest, or one that leafwright did not write.
pub(super) fn files_listed(folder: &Path) -> Option<BTreeSet<String>> {
    let bytes = whole::read(&folder.join(names::MANIFEST)).ok()?;
    let mut csv = csv::Reader::from_reader(bytes.as_slice());
    let header = csv.headers().ok()?;
    if *header != COLUMNS[..] && FORMER_COLUMNS.iter().all(|former| *header != **former) {
        return None;
    }
    let mut files = BTreeSet::from([names::MANIFEST.to_owned()]);
    for record in csv.records() {
        files.insert(record.ok()?.get(1)?.to_owned());
    }
    // A row that got no letter has no file.
    files.remove("");
    Some(files)
}
