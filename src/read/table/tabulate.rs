//! Rows of cells made into a table: the column names, and the rows below them.

use std::collections::BTreeSet;

use super::limits::{MOST_CELLS, MOST_ROWS, MOST_SUSPECTS};
use super::{CellKind, Row, RowFault, Suspect, Table, blank, characters, report, total};
use super::{error_words, lost_letters, problems_of};
use crate::diagnostics::Problem;

/// How many cells are named where there is something against a million of them.
const MOST_NAMED: usize = 20;

/// What a reader found beside the rows.
pub(super) struct Found {
    /// The last row that is there at all, blank or not.
    pub(super) last_row: usize,
    /// What only the reader can see of whole rows.
    pub(super) faults: Vec<RowFault>,
    /// What only the reader can see of cells. Such a cell may hold no text.
    pub(super) suspects: Vec<Suspect>,
    /// A comma out of place can only be in a text.
    pub(super) is_text: bool,
}

/// The header and the rows below it, made as wide as the header.
pub(super) fn tabulate(
    name: &str,
    mut rows: impl Iterator<Item = Row>,
    found: Found,
) -> Result<Table, Vec<Problem>> {
    let mut suspects = found.suspects;
    // A cell of which only the reader knows that it is not empty.
    let seen: BTreeSet<(usize, usize)> = suspects
        .iter()
        .map(|suspect| (suspect.row, suspect.column))
        .collect();
    let holds_suspects = |row: &Row, width: usize| {
        let cells = (row.number, 0)..(row.number, width);
        seen.range(cells).next().is_some()
    };
    let header_row = rows
        .by_ref()
        .map(|row| clean(row, &mut suspects))
        .find(|row| !is_blank(row) || holds_suspects(row, usize::MAX))
        .ok_or_else(|| vec![report::empty(name)])?;
    let header_row_number = header_row.number;
    // Without certain column names no row can be read.
    let uncertain: Vec<RowFault> = suspects
        .iter()
        .filter(|suspect| suspect.row <= header_row_number)
        .map(|suspect| suspect.fault_by_letter(name))
        .collect();
    if !uncertain.is_empty() {
        return Err(problems_of(name, &uncertain));
    }
    let header = column_names(&header_row);

    let mut faults = found.faults;
    faults.retain(|fault| fault.row > header_row_number);
    let mut fitted: Vec<Row> = Vec::new();
    for row in rows {
        let row = clean(row, &mut suspects);
        if is_blank(&row) && !holds_suspects(&row, header.len()) {
            continue;
        }
        if fitted.len() == MOST_ROWS {
            return Err(vec![report::too_many_rows(name)]);
        }
        if (fitted.len() + 1) * header.len() > MOST_CELLS {
            return Err(vec![report::too_large(name)]);
        }
        if suspects.len() > MOST_SUSPECTS {
            let first = suspects.iter().take(MOST_NAMED);
            let first: Vec<RowFault> = first.map(|it| it.fault_by_letter(name)).collect();
            return Err(problems_of(name, &first));
        }
        if row.cells.iter().skip(header.len()).any(|cell| !blank(cell)) {
            if header.len() == 1 && fitted.is_empty() {
                return Err(vec![report::title(name, header_row_number)]);
            }
            faults.push(report::too_many_cells(name, &row, &header, found.is_text));
        } else if total::is_one(&row, header.len()) {
            faults.push(report::total(name, row.number));
        }
        fitted.push(fit(row, header.len()));
    }
    let faulty: BTreeSet<usize> = faults.iter().map(|fault| fault.row).collect();
    let blank = found
        .last_row
        .saturating_sub(header_row_number + fitted.len());
    fitted.retain(|row| !faulty.contains(&row.number));
    suspects.retain(|suspect| suspect.column < header.len() && !faulty.contains(&suspect.row));
    suspects.sort_by_key(|suspect| (suspect.row, suspect.column));
    Ok(Table {
        name: name.to_owned(),
        header,
        header_row: header_row_number,
        blank,
        rows: fitted,
        faults,
        suspects,
        sheets: None,
        notes: Vec::new(),
    })
}

/// The row without invisible marks; what must not be printed becomes a suspect.
fn clean(mut row: Row, suspects: &mut Vec<Suspect>) -> Row {
    for (column, cell) in row.cells.iter_mut().enumerate() {
        characters::tidy(cell);
        if let Some(character) = characters::first_refused(cell) {
            suspects.push(report::refused(row.number, column, character));
        } else if let Some(word) = error_words::find(cell) {
            suspects.push(word.suspect(row.number, column));
        } else if lost_letters::is_garbled(cell) {
            suspects.push(report::garbled(row.number, column));
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
    row.kinds.resize(width, CellKind::Empty);
    row.kinds.shrink_to_fit();
    row
}

fn is_blank(row: &Row) -> bool {
    row.cells.iter().all(|cell| blank(cell))
}
