//! `rejected.csv`: the rows of the spreadsheet that got no letter, and why. It names
//! rows, columns and codes, and holds nothing that stands in a cell.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::Path;

use csv::IntoInnerError;
use serde::{Deserialize, Serialize};

use super::names;

const COLUMNS: [&str; 3] = ["row", "column", "code"];

/// One line of the list. They stand in the order of their rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Line {
    /// The row of the spreadsheet, as the spreadsheet counts.
    pub(super) row: usize,
    /// The column, empty where it is the whole row.
    pub(super) column: String,
    /// What is wrong there.
    pub(super) code: String,
}

/// Writes the list.
pub(super) fn write(lines: &BTreeSet<Line>) -> io::Result<Vec<u8>> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    for line in lines {
        csv.serialize(line)?;
    }
    csv.into_inner().map_err(IntoInnerError::into_error)
}

/// The list in a folder: empty where there is none. None where it is not as
/// leafwright writes it.
pub(super) fn read(folder: &Path) -> Option<BTreeSet<Line>> {
    if !folder.join(names::REJECTED).exists() {
        return Some(BTreeSet::new());
    }
    let lines = open(folder)?.into_deserialize();
    lines.map(Result::ok).collect()
}

/// Whether the folder's file of this name is one that leafwright wrote.
pub(super) fn is_ours(folder: &Path) -> bool {
    open(folder).is_some()
}

fn open(folder: &Path) -> Option<csv::Reader<File>> {
    let mut csv = csv::Reader::from_path(folder.join(names::REJECTED)).ok()?;
    let is_ours = *csv.headers().ok()? == COLUMNS[..];
    is_ours.then_some(csv)
}
