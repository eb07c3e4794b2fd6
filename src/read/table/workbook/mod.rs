//! A workbook of Excel (.xlsx), as it was saved.
//!
//! `calamine` reads the cells, one after the other: its whole-sheet reader makes
//! room for every cell up to the last one, and a file of a few bytes may say that
//! the last one is XFD1048576. What the file unpacks to, and what it asks for, is known first.

mod bounds;
mod cell;
mod cells;
mod container;
mod hidden;
mod number;
mod sheet_xml;
mod sheets;
#[cfg(test)]
mod tests;

use std::io::Cursor;

use calamine::{Reader as _, Xlsx};

use super::{Asked, Table};
use crate::diagnostics::Problem;
use cells::Cells;
use sheet_xml::Layout;
pub use sheets::Sheets;

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Whether a file is a workbook of whatever kind, by its first bytes.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    container::is_packed(bytes) || container::is_old(bytes)
}

/// Reads the sheet that is asked for, or the first that holds something.
///
/// # Errors
/// When it is no .xlsx, unpacks to more than any list of people, is damaged, or
/// holds nothing; when the sheet is not there; when rows that hold something are hidden;
/// when the column names cannot be relied on.
pub(super) fn read(name: &str, bytes: &[u8], asked: &Asked) -> Result<Table, Vec<Problem>> {
    container::check(name, bytes).map_err(|problem| vec![*problem])?;
    let workbook = Xlsx::new(Cursor::new(bytes));
    let mut workbook: Workbook = workbook.map_err(|_| vec![damaged(name)])?;
    let chosen = sheets::choose(name, &mut workbook, asked.sheet)?;
    let read = of_sheet(name, bytes, workbook, &chosen, asked);
    let mut table = match (read, &chosen.sheets) {
        (Err(problems), Some(sheets)) => return Err(sheets.explain(problems)),
        (read, _) => read?,
    };
    table
        .notes
        .extend(chosen.sheets.as_ref().map(|sheets| sheets.note(name)));
    table.sheets = chosen.sheets;
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

fn of_sheet(
    name: &str,
    bytes: &[u8],
    mut workbook: Workbook,
    chosen: &sheets::Chosen,
    asked: &Asked,
) -> Result<Table, Vec<Problem>> {
    let layout = Layout::read(bytes, chosen.index);
    let cells = Cells::read(name, &mut workbook, &chosen.name, &layout)?;
    // The workbook keeps every text a second time.
    drop(workbook);
    let hidden = cells.filled(&layout.hidden);
    if !hidden.is_empty() {
        return Err(vec![hidden::refuse(name, &hidden)]);
    }
    cells.into_table(name, asked.include_struck_out)
}

fn damaged(name: &str) -> Problem {
    Problem::error(format!(
        "{name} is an Excel workbook that cannot be read: it is damaged"
    ))
    .help("open it in your spreadsheet program and save it again, as .xlsx or as \"CSV UTF-8\"")
}
