//! A workbook of Excel (.xlsx), as it was saved.
//!
//! `calamine` reads the cells, one after the other: its whole-sheet reader makes
//! room for every cell up to the last one, and a file of a few bytes may say that
//! the last one is XFD1048576. What the file unpacks to is counted first.

mod cell;
mod container;
mod hidden;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::{Found, Row, RowFault, Table, report, tabulate};
use crate::diagnostics::Problem;

/// The text of all cells together, bytes: the same text may stand in many cells and
/// in the file only once.
const MOST_TEXT: usize = container::MOST_UNPACKED;

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Whether a file is a workbook of whatever kind, by its first bytes.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    container::is_packed(bytes) || container::is_old(bytes)
}

/// Reads the first sheet that holds something.
///
/// # Errors
/// When it is no .xlsx, unpacks to more than any list of people, is damaged, or
/// holds nothing; when rows that hold something are hidden; when an error of a formula
/// stands among the column names.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Table, Vec<Problem>> {
    container::check(name, bytes).map_err(|problem| vec![*problem])?;
    let damaged = |_: XlsxError| vec![damaged(name)];
    let mut workbook: Workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let visible = |sheet: &&calamine::Sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    };
    let sheets = workbook.sheets_metadata().to_vec();
    let mut filled = Vec::new();
    for (number, sheet) in (1..).zip(sheets.iter()).filter(|(_, sheet)| visible(sheet)) {
        if holds_something(&mut workbook, &sheet.name).map_err(damaged)? {
            filled.push((number, sheet.name.as_str()));
        }
    }
    let Some((number, sheet)) = filled.first() else {
        return Err(vec![report::empty(name)]);
    };
    let cells = Cells::read(name, &mut workbook, sheet)?;
    let hidden = hidden::rows(bytes, number - 1);
    match hidden
        .iter()
        .filter(|row| cells.rows.contains_key(row))
        .count()
    {
        0 => {}
        count => return Err(vec![hidden::refuse(name, count)]),
    }
    let mut table = cells.into_table(name)?;
    if filled.len() > 1 {
        table
            .notes
            .push(several_sheets(name, *number, filled.len()));
    }
    if !name.to_ascii_lowercase().ends_with(".xlsx") {
        table.notes.push(
            Problem::note(format!(
                "{name} is an Excel workbook, whatever its ending says"
            ))
            .help("nothing to do: it was read as what it is"),
        );
    }
    Ok(table)
}

fn holds_something(workbook: &mut Workbook, sheet: &str) -> Result<bool, XlsxError> {
    let mut cells = workbook.worksheet_cells_reader(sheet)?;
    while let Some(cell) = cells.next_cell()? {
        let nothing = match cell.get_value() {
            DataRef::Empty => true,
            DataRef::String(text) => super::blank(text),
            DataRef::SharedString(text) => super::blank(text),
            _ => false,
        };
        if !nothing {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The cells of a sheet that hold something, by row and column, counted from 0.
#[derive(Default)]
struct Cells {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    faults: Vec<RowFault>,
    last_row: usize,
}

impl Cells {
    fn read(name: &str, workbook: &mut Workbook, sheet: &str) -> Result<Self, Vec<Problem>> {
        let damaged = |_: XlsxError| vec![damaged(name)];
        let mut reader = workbook.worksheet_cells_reader(sheet).map_err(damaged)?;
        let mut found = Self::default();
        let mut length = 0;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(damaged)? {
            let (row, column) = cell.get_position();
            let number = row as usize + 1;
            found.last_row = found.last_row.max(number);
            let style = reader.styles().get(style);
            let format = style.and_then(|style| style.number_format.as_ref());
            let format = format.map_or("", |format| format.format_code.as_str());
            match cell::text(cell.get_value(), format) {
                Ok(text) if text.is_empty() => {}
                Ok(text) => {
                    length += text.len();
                    if length > MOST_TEXT {
                        return Err(vec![report::too_large(name)]);
                    }
                    found.rows.entry(row).or_default().insert(column, text);
                }
                Err(wrong) => found
                    .faults
                    .push(wrong.fault(name, number, column as usize)),
            }
        }
        Ok(found)
    }

    fn into_table(self, name: &str) -> Result<Table, Vec<Problem>> {
        let rows = self.rows.into_iter().map(|(row, cells)| {
            let number = row as usize + 1;
            let width = cells
                .last_key_value()
                .map_or(0, |(last, _)| *last as usize + 1);
            let mut row = Row {
                number,
                line: number,
                cells: vec![String::new(); width],
            };
            for (column, text) in cells {
                row.cells[column as usize] = text;
            }
            row
        });
        let found = Found {
            last_row: self.last_row,
            faults: self.faults,
            is_text: false,
        };
        tabulate(name, rows, found)
    }
}

/// A sheet's name may be a person's: it is called by its number.
fn several_sheets(name: &str, number: usize, filled: usize) -> Problem {
    Problem::warning(format!(
        "{name} has {filled} sheets that hold something, and only sheet {number} was read"
    ))
    .help("if the people are in another one, drag that to the front in the spreadsheet program, and save")
}

fn damaged(name: &str) -> Problem {
    Problem::error(format!(
        "{name} is an Excel workbook that cannot be read: it is damaged"
    ))
    .help("open it in your spreadsheet program and save it again, as .xlsx or as \"CSV UTF-8\"")
}
