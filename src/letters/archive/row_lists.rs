//! The lists of rows that got no letter, and why. They name rows, columns and what is
//! asked or wrong there in a word of ours, and nothing that tells who somebody is.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor};
use std::path::Path;

use csv::IntoInnerError;
use serde::{Deserialize, Serialize};

use super::{names, sha256_hex, whole};

/// A list of rows that got no letter. The manifest names each row in one of them, the
/// record holds the checksum of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::letters) struct RowList {
    /// Its file.
    pub(in crate::letters) file: &'static str,
    /// What the manifest says of its rows.
    pub(super) status: &'static str,
    columns: [&'static str; 3],
}

impl RowList {
    /// The rows that cannot be printed.
    pub(in crate::letters) const REJECTED: Self = Self {
        file: names::REJECTED,
        status: "rejected",
        columns: ["row", "column", "code"],
    };

    /// The rows whose people asked for something that is not printed here.
    pub(in crate::letters) const BY_HAND: Self = Self {
        file: names::BY_HAND,
        status: "by hand",
        columns: ["row", "column", "asked for"],
    };

    /// Every list there may be.
    pub(super) const ALL: [Self; 2] = [Self::REJECTED, Self::BY_HAND];

    /// The list whose rows have this status in the manifest.
    pub(super) fn of_status(status: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.status == status)
    }

    /// Whether the folder's file of this name is one that leafwright wrote.
    pub(super) fn is_ours(self, folder: &Path) -> bool {
        self.open(folder).is_some()
    }

    /// The SHA-256 of the list in a folder; none where there is no such list.
    pub(super) fn sha256_in(self, folder: &Path) -> Option<String> {
        let bytes = whole::read(&folder.join(self.file)).ok()?;
        Some(sha256_hex(&bytes))
    }

    /// The list in a folder: empty where there is none. None where it is not as
    /// leafwright writes it.
    fn read(self, folder: &Path) -> Option<BTreeSet<Line>> {
        if std::fs::symlink_metadata(folder.join(self.file)).is_err() {
            return Some(BTreeSet::new());
        }
        let lines = self.open(folder)?.into_deserialize();
        lines.map(Result::ok).collect()
    }

    fn open(self, folder: &Path) -> Option<csv::Reader<Cursor<Vec<u8>>>> {
        let bytes = whole::read(&folder.join(self.file)).ok()?;
        let mut csv = csv::Reader::from_reader(Cursor::new(bytes));
        let is_ours = *csv.headers().ok()? == self.columns[..];
        is_ours.then_some(csv)
    }

    fn write(self, lines: &BTreeSet<Line>) -> io::Result<Vec<u8>> {
        let mut csv = csv::WriterBuilder::new()
            .has_headers(false)
            .from_writer(Vec::new());
        csv.write_record(self.columns)?;
        for line in lines {
            csv.serialize(line)?;
        }
        csv.into_inner().map_err(IntoInnerError::into_error)
    }
}

/// One line of a list. They stand in the order of their rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Line(
    /// The row of the spreadsheet, as the spreadsheet counts.
    usize,
    /// The column, empty where it is the whole row.
    String,
    /// What is wrong or asked there.
    String,
);

/// All lists of a folder: those that have no line have no file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RowLists(BTreeMap<RowList, BTreeSet<Line>>);

impl RowLists {
    /// One line more. Said twice, it counts once.
    pub(super) fn add(&mut self, list: RowList, row: usize, column: &str, what: &str) {
        let line = Line(row, column.to_owned(), what.to_owned());
        self.0.entry(list).or_default().insert(line);
    }

    /// Every line of other lists.
    pub(super) fn extend(&mut self, other: &Self) {
        for (list, lines) in &other.0 {
            let ours = self.0.entry(*list).or_default();
            ours.extend(lines.iter().cloned());
        }
    }

    /// Each row, with the list that it is in: as often as it has a line there.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, RowList)> {
        let lists = self.0.iter();
        lists.flat_map(|(list, lines)| lines.iter().map(|line| (line.0, *list)))
    }

    /// The lists in a folder.
    ///
    /// # Errors
    /// The first list that is not as leafwright writes it.
    pub(super) fn read(folder: &Path) -> Result<Self, RowList> {
        let lists = RowList::ALL.into_iter().map(|list| {
            let lines = list.read(folder).ok_or(list)?;
            Ok((list, lines))
        });
        let lists = lists.collect::<Result<BTreeMap<_, _>, _>>()?;
        let written = lists.into_iter().filter(|(_, lines)| !lines.is_empty());
        Ok(Self(written.collect()))
    }

    /// The files of the lists: their names and their bytes.
    pub(super) fn write(&self) -> io::Result<Vec<(&'static str, Vec<u8>)>> {
        let lists = self.0.iter();
        lists
            .map(|(list, lines)| Ok((list.file, list.write(lines)?)))
            .collect()
    }
}
