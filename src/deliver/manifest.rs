//! `manifest.csv`: what is in a folder of letters. It counts rows and pages and
//! names files; it names no people.

use std::collections::BTreeSet;
use std::path::Path;

/// The manifest's own file name.
pub(super) const NAME: &str = "manifest.csv";

const COLUMNS: [&str; 4] = ["row", "file", "pages", "sha256"];

/// One line of the manifest.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The row of the spreadsheet, as the spreadsheet counts.
    pub(super) row: usize,
    /// The file's name in the folder.
    pub(super) file: String,
    /// How many pages it has.
    pub(super) pages: usize,
    /// The checksum of its bytes.
    pub(super) sha256: String,
}

/// Writes the manifest.
pub(super) fn write(lines: &[Line]) -> csv::Result<Vec<u8>> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(COLUMNS)?;
    for line in lines {
        let (row, pages) = (line.row.to_string(), line.pages.to_string());
        csv.write_record([&row, &line.file, &pages, &line.sha256])?;
    }
    csv.into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

/// The file names a folder's manifest lists, and its own. None where there is
/// no manifest, or one that leafwright did not write.
pub(super) fn files_listed(folder: &Path) -> Option<BTreeSet<String>> {
    let mut csv = csv::Reader::from_path(folder.join(NAME)).ok()?;
    if *csv.headers().ok()? != COLUMNS[..] {
        return None;
    }
    let mut files = BTreeSet::from([NAME.to_owned()]);
    for record in csv.records() {
        files.insert(record.ok()?.get(1)?.to_owned());
    }
    Some(files)
}
