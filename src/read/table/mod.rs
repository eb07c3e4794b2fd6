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
mod fault;
#[cfg(test)]
mod properties;
mod report;
mod scan;
#[cfg(test)]
mod tests;
mod workbook;

use std::collections::BTreeSet;

use crate::diagnostics::Problem;
pub use fault::{RowFault, problems_of};
pub(crate) use report::{at_most_twenty, column_letters};

/// More cells than this are no list of people: 100,000 rows of 100 columns. Empty
/// cells take room too, and a file of a few bytes may claim billions of them.
const MOST_CELLS: usize = 10_000_000;

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
    /// How many rows below the header hold nothing, up to the last row there is.
    pub blank: usize,
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
    /// The cells as they were typed, a line break inside a cell as `\n`.
    pub cells: Vec<String>,
}

/// Reads a spreadsheet that was saved as text, and takes it whole or not at all.
///
/// `name` is what messages call the file.
///
/// # Errors
/// When the file is not text, is empty, has a quote out of place, or has rows
/// that do not fit under the column names or hold characters that must not be
/// printed. A header without rows is no error here.
pub fn read(name: &str, bytes: &[u8]) -> Result<Table, Vec<Problem>> {
    let table = text(name, bytes)?;
    if table.faults.is_empty() {
        Ok(table)
    } else {
        Err(problems_of(name, &table.faults))
    }
}

/// Reads a spreadsheet, a workbook of Excel (.xlsx) or a text, whatever the ending
/// of its name. What is wrong with single rows is in [`Table::faults`].
///
/// # Errors
/// When nothing in the file can be relied on: it is none of these, is empty, has a
/// quote out of place, or its column names cannot be read.
pub fn survey(name: &str, bytes: &[u8]) -> Result<Table, Vec<Problem>> {
    if workbook::is_one(bytes) {
        workbook::read(name, bytes)
    } else {
        text(name, bytes)
    }
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

/// What a reader found beside the rows.
struct Found {
    /// The last row that is there at all, blank or not.
    last_row: usize,
    faults: Vec<RowFault>,
    /// A comma out of place can only be in a text.
    is_text: bool,
}

/// The header and the rows below it, made as wide as the header.
fn tabulate(
    name: &str,
    mut rows: impl Iterator<Item = Row>,
    found: Found,
) -> Result<Table, Vec<Problem>> {
    let mut faults = found.faults;
    let header_row = rows
        .by_ref()
        .map(|row| clean(name, row, &mut faults))
        .find(|row| !is_blank(row))
        .ok_or_else(|| vec![report::empty(name)])?;
    let header_row_number = header_row.number;
    // Without certain column names no row can be read.
    if faults.iter().any(|fault| fault.row <= header_row_number) {
        faults.retain(|fault| fault.row <= header_row_number);
        return Err(problems_of(name, &faults));
    }
    let header = column_names(&header_row);

    let mut fitted: Vec<Row> = Vec::new();
    let mut filled = 0;
    for row in rows {
        let row = clean(name, row, &mut faults);
        if is_blank(&row) {
            continue;
        }
        filled += 1;
        if filled * header.len() > MOST_CELLS {
            return Err(vec![report::too_large(name)]);
        }
        if row.cells.iter().skip(header.len()).any(|cell| !blank(cell)) {
            if header.len() == 1 && fitted.is_empty() {
                return Err(vec![report::title(name, header_row_number)]);
            }
            faults.push(report::too_many_cells(name, &row, &header, found.is_text));
        }
        fitted.push(fit(row, header.len()));
    }
    let faulty: BTreeSet<usize> = faults.iter().map(|fault| fault.row).collect();
    // A row whose only cell is an error of a formula looks blank, and is none.
    let seen = fitted
        .iter()
        .filter(|row| !faulty.contains(&row.number))
        .count()
        + faulty.len();
    fitted.retain(|row| !faulty.contains(&row.number));
    Ok(Table {
        name: name.to_owned(),
        header,
        header_row: header_row_number,
        blank: found.last_row.saturating_sub(header_row_number + seen),
        rows: fitted,
        faults,
        notes: Vec::new(),
    })
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
    let mut rows = Vec::with_capacity(records.len());
    for record in records {
        match read.next() {
            Some(Ok(cells)) if cells.len() == record.cells => rows.push(Row {
                number: record.number,
                line: record.line,
                cells: cells.iter().map(str::to_owned).collect(),
            }),
            _ => return Err(vec![report::disagreement(name, record.number)]),
        }
    }
    match (read.next(), records.last()) {
        (Some(_), Some(last)) => Err(vec![report::disagreement(name, last.number)]),
        _ => Ok(rows),
    }
}

/// The row without invisible marks; what must not be printed becomes a fault.
fn clean(name: &str, mut row: Row, faults: &mut Vec<RowFault>) -> Row {
    for (column, cell) in row.cells.iter_mut().enumerate() {
        characters::tidy(cell);
        if let Some(character) = characters::first_refused(cell) {
            faults.push(report::refused(name, row.number, column, character));
        }
    }
    row
}

/// The names in the header row, without the blank ones at its end.
fn column_names(header_row: &Row) -> Vec<String> {
    let mut names: Vec<String> = header_row
        .cells
        .iter()
        .map(|cell| characters::without_zero_width(cell))
        .map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    names
}

/// The row made exactly as wide as the header.
fn fit(mut row: Row, width: usize) -> Row {
    row.cells.resize(width, String::new());
    row.cells.shrink_to_fit();
    row
}

fn is_blank(row: &Row) -> bool {
    row.cells.iter().all(|cell| blank(cell))
}

fn blank(cell: &str) -> bool {
    cell.trim().is_empty()
}
