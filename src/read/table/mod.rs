//! A spreadsheet saved as text, read so that nobody in it is lost.
//!
//! People export these files from Excel, from LibreOffice and from patient
//! systems, in whatever encoding and with whatever separator their computer
//! prefers. This module takes them all, and hands on rows of cells that carry
//! the number the spreadsheet shows, so that a person can find them again.
//!
//! Two readers have to agree before a row is believed. [`scan`] walks through
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
#[cfg(test)]
mod properties;
mod report;
mod scan;
#[cfg(test)]
mod tests;

use crate::problem::Problem;
pub(crate) use report::{at_most_twenty, column_letters, in_row};

/// A spreadsheet: the column names and the rows below them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The file's name, as the person knows it.
    pub name: String,
    /// The column names, trimmed. A column in the middle may have none (`""`).
    pub header: Vec<String>,
    /// The rows that hold something, each as long as the header.
    pub rows: Vec<Row>,
    /// What the reader should know: a guessed encoding, an unusual separator.
    pub notes: Vec<Problem>,
}

/// One row of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The number the spreadsheet shows: the first row is 1, blank rows count.
    pub number: usize,
    /// The line of the file where the row starts, as a text editor counts it.
    pub line: usize,
    /// The cells as they were typed, a line break inside a cell as `\n`.
    pub cells: Vec<String>,
}

/// Reads a spreadsheet that was saved as text.
///
/// `name` is what messages call the file.
///
/// # Errors
/// When the file is not text, is empty, has a quote out of place, or has rows
/// that do not fit under the column names or hold characters that must not be
/// printed. A header without rows is no error here.
pub fn read(name: &str, bytes: &[u8]) -> Result<Table, Vec<Problem>> {
    let decoded = decode::decode(name, bytes).map_err(|problem| vec![*problem])?;
    let layout = delimiter::find(name, &decoded.text).map_err(|problem| vec![*problem])?;
    let records = scan::records(layout.body, layout.delimiter, layout.first_line)
        .map_err(|fault| vec![fault.problem(name)])?;
    let mut rows = cells_of(name, &layout, &records)?.into_iter();

    let mut problems = Vec::new();
    let header_row = rows
        .by_ref()
        .map(|row| clean(name, row, &mut problems))
        .find(|row| !is_blank(row))
        .ok_or_else(|| vec![report::empty(name)])?;
    let header = column_names(&header_row);

    let mut fitted = Vec::new();
    for row in rows {
        let row = clean(name, row, &mut problems);
        if is_blank(&row) {
            continue;
        }
        if row.cells.iter().skip(header.len()).any(|cell| !blank(cell)) {
            if header.len() == 1 && fitted.is_empty() {
                return Err(vec![report::title(name, header_row.number)]);
            }
            problems.push(report::too_many_cells(name, &row, &header));
        }
        fitted.push(fit(row, header.len()));
    }
    if !problems.is_empty() {
        return Err(at_most_twenty(name, problems));
    }

    let mut notes: Vec<Problem> = layout.note.into_iter().collect();
    if decoded.guessed {
        notes.push(report::guessed(name, &header_row, &fitted));
    }
    Ok(Table {
        name: name.to_owned(),
        header,
        rows: fitted,
        notes,
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

/// The row without invisible marks; what must not be printed becomes a problem.
fn clean(name: &str, mut row: Row, problems: &mut Vec<Problem>) -> Row {
    for (column, cell) in row.cells.iter_mut().enumerate() {
        characters::tidy(cell);
        if let Some(character) = characters::first_refused(cell) {
            problems.push(report::refused(name, row.number, column, character));
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
    row
}

fn is_blank(row: &Row) -> bool {
    row.cells.iter().all(|cell| blank(cell))
}

fn blank(cell: &str) -> bool {
    cell.trim().is_empty()
}
