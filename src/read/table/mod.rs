//! A spreadsheet, read so that nobody in it is lost: a workbook of Excel, or one
//! saved as text.
//!
//! People export these files from Excel, from LibreOffice and from patient
//! systems, in whatever encoding and with whatever separator their computer
//! prefers. This module takes them all, and hands on rows of cells that carry
//! the number the spreadsheet shows, so that a person can find them again.
//!
//! A row that cannot be read for certain is no row: it becomes a [`RowFault`], and
//! whoever asked decides whether the others are printed without it.
//!
//! Of a text, two readers have to agree before a row is believed. [`scan`] walks through
//! the text, strict about quotes, and says where each row starts and how many
//! cells it has. The `csv` crate then reads the cells. The crate alone would not
//! do: at a stray quote it takes the next person for the rest of a cell and says
//! nothing, and its line numbers are wrong after CRLF and after blank lines.
//!
//! Messages name row and column, never what stands in a cell: it may be a
//! name. Columns go by their letter, because the first row may be a person too,
//! in a file that has no column names.

mod characters;
mod decode;
mod delimiter;
mod error_words;
mod fault;
mod group;
pub(crate) mod limits;
mod lost_letters;
#[cfg(test)]
mod properties;
mod report;
mod scan;
mod suspect;
mod swallowed;
mod tabulate;
#[cfg(test)]
mod tests;
mod total;
mod western;
mod workbook;

use crate::diagnostics::{Help, Problem, Way};
pub(crate) use error_words::is_nothing_found;
pub use fault::RowFault;
pub use group::problems_of;
pub(crate) use group::rows_in_words;
pub use lost_letters::lost_letters;
pub(crate) use report::{at_most_twenty, column_letters};
pub use suspect::Suspect;
use tabulate::{Found, tabulate};
pub use workbook::Sheets;

/// A spreadsheet: the column names and the rows below them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The file's name, as the person knows it.
    pub name: String,
    /// The column names, trimmed. A column in the middle may have none (`""`).
    pub header: Vec<String>,
    /// The number of the row they stand in.
    pub header_row: usize,
    /// The rows that hold something, each as long as the header.
    pub rows: Vec<Row>,
    /// What is wrong with rows that are therefore not among them.
    pub faults: Vec<RowFault>,
    /// What is wrong with single cells of the rows, row after row: whoever uses the
    /// column must not use the cell.
    pub suspects: Vec<Suspect>,
    /// How many rows below the header hold nothing, up to the last row there is.
    pub blank: usize,
    /// Which sheet this is, in a workbook that has several with something in them.
    pub sheets: Option<Sheets>,
    /// What the reader should know: a guessed encoding, an unusual separator.
    pub notes: Vec<Problem>,
}

/// One row of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The number the spreadsheet shows: the first row is 1, blank rows count.
    pub number: usize,
    /// The line of the file where the row starts, as a text editor counts it; in a
    /// workbook, which has no lines, the row's number.
    pub line: usize,
    /// The cells as the spreadsheet shows them, a line break inside a cell as `\n`; days
    /// and times as 2026-12-07 and 09:30, whatever form they are shown in.
    pub cells: Vec<String>,
    /// What kind each cell is of.
    pub kinds: Vec<CellKind>,
}

/// What a cell is, by its value and its number format. A text file has text alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// It holds nothing.
    Empty,
    /// Words, or digits that were typed as words.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// A time of day, or hours and minutes.
    Time,
    /// A time on a day.
    DateAndTime,
}

/// How a spreadsheet is to be read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// The sheet of a workbook; the first that holds something where none is named.
    pub sheet: Option<&'a str>,
    /// Whether rows that are struck through are rows like any other.
    pub include_struck_out: bool,
}

/// Reads a spreadsheet that was saved as text, and takes it whole or not at all.
///
/// `name` is what messages call the file.
///
/// # Errors
/// When the file is not text, is empty, has a quote out of place, or has rows
/// that do not fit under the column names or cells that must not be printed. A header
/// without rows is no error here.
pub fn read(name: &str, bytes: &[u8]) -> Result<Table, Vec<Problem>> {
    let mut table = text(name, bytes)?;
    let suspects = table.suspects.drain(..);
    let mut faults = std::mem::take(&mut table.faults);
    faults.extend(suspects.map(|suspect| suspect.fault_by_letter(name)));
    if faults.is_empty() {
        Ok(table)
    } else {
        Err(problems_of(name, &faults))
    }
}

/// Reads a spreadsheet, a workbook of Excel (.xlsx) or a text, whatever the ending
/// of its name. What is wrong with single rows is in [`Table::faults`], what is wrong
/// with single cells in [`Table::suspects`].
///
/// # Errors
/// When nothing in the file can be relied on: it is none of these, is empty, has a
/// quote out of place, or its column names cannot be read; when the sheet that is asked
/// for is not there.
pub fn survey(name: &str, bytes: &[u8], asked: &Asked) -> Result<Table, Vec<Problem>> {
    if workbook::is_one(bytes) {
        return workbook::read(name, bytes, asked);
    }
    if asked.sheet.is_some() {
        return Err(vec![
            Problem::not_there(format!("{name} is a text file, and has no sheets"))
                .help(Help::from("leave the sheet out").by(Way::Sheet)),
        ]);
    }
    text(name, bytes)
}

fn text(name: &str, bytes: &[u8]) -> Result<Table, Vec<Problem>> {
    let decoded = decode::decode(name, bytes).map_err(|problem| vec![*problem])?;
    let layout = delimiter::find(name, &decoded.text).map_err(|problem| vec![*problem])?;
    let records = scan::records(layout.body, layout.delimiter, layout.first_line)
        .map_err(|fault| vec![fault.problem(name)])?;
    let rows = cells_of(name, &layout, &records)?;
    let mut table = tabulate(
        name,
        rows.into_iter(),
        Found {
            last_row: records.last().map_or(0, |record| record.number),
            faults: Vec::new(),
            suspects: Vec::new(),
            is_text: true,
        },
    )?;
    table.notes.extend(layout.note);
    if decoded.guessed {
        let note = report::guessed(name, table.header_row, &table.rows);
        table.notes.push(note);
    }
    Ok(table)
}

/// The cells of every row, on which both readers have to agree.
fn cells_of(
    name: &str,
    layout: &delimiter::Layout<'_>,
    records: &[scan::Record],
) -> Result<Vec<Row>, Vec<Problem>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(layout.delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(layout.body.as_bytes());
    let mut read = reader.records();
    let filled = records.iter().filter(|record| !record.is_blank);
    let mut rows = Vec::with_capacity(filled.count());
    for record in records {
        match read.next() {
            Some(Ok(cells)) if cells.len() == record.cells && record.is_blank => {}
            Some(Ok(cells)) if cells.len() == record.cells => rows.push(Row {
                number: record.number,
                line: record.line,
                cells: cells.iter().map(str::to_owned).collect(),
                kinds: cells.iter().map(CellKind::of_text).collect(),
            }),
            _ => return Err(vec![report::disagreement(name, record.number)]),
        }
    }
    match (read.next(), records.last()) {
        (Some(_), Some(last)) => Err(vec![report::disagreement(name, last.number)]),
        _ => Ok(rows),
    }
}

impl Table {
    /// What is wrong with the table as a whole; and where it is one sheet of several, that
    /// another may be meant.
    pub(crate) fn with_sheets(&self, problems: Vec<Problem>) -> Vec<Problem> {
        match &self.sheets {
            Some(sheets) => sheets.explain(problems),
            None => problems,
        }
    }
}

impl CellKind {
    /// What a cell of a text file is.
    fn of_text(cell: &str) -> Self {
        if blank(cell) { Self::Empty } else { Self::Text }
    }
}

fn blank(cell: &str) -> bool {
    cell.trim().is_empty()
}
