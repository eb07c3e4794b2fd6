//! The cells of a sheet, one after the other.

use std::collections::BTreeMap;

use calamine::{DataRef, Style, XlsxError};

use super::cell::{self, Doubt, Shown};
use super::sheet_xml::Layout;
use super::{Workbook, damaged};
use crate::diagnostics::{Help, Problem, RowCode, Way};
use crate::read::table::limits::{
    LAST_ROW, MOST_COLUMNS, MOST_FILLED, MOST_ROWS, MOST_SUSPECTS, MOST_TEXT,
};
use crate::read::table::tabulate::{Found, tabulate};
use crate::read::table::{CellKind, Row, RowFault, Suspect, Table, report};

/// The cells of a sheet that hold something, by row and column, counted from 0.
#[derive(Default)]
pub(super) struct Cells {
    rows: BTreeMap<u32, SheetRow>,
    suspects: Vec<Suspect>,
    last_row: usize,
    /// How many cells hold something.
    filled: usize,
}

#[derive(Default)]
struct SheetRow {
    cells: BTreeMap<u32, (String, CellKind)>,
    /// How many of the cells are struck through.
    struck_out: usize,
}

impl Cells {
    pub(super) fn read(
        name: &str,
        workbook: &mut Workbook,
        sheet: &str,
        layout: &Layout,
    ) -> Result<Self, Vec<Problem>> {
        let damaged = |_: XlsxError| vec![damaged(name)];
        let mut reader = workbook.worksheet_cells_reader(sheet).map_err(damaged)?;
        let mut found = Self::default();
        let mut length = 0;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(damaged)? {
            let (row, column) = cell.get_position();
            if row as usize >= LAST_ROW || column as usize >= MOST_COLUMNS {
                return Err(vec![super::damaged(name)]);
            }
            found.last_row = found.last_row.max(row as usize + 1);
            let style = reader.styles().get(style);
            let format = style.and_then(|style| style.number_format.as_ref());
            let shown = cell::shown(cell.get_value(), format);
            length += shown.text.len();
            found.add(row, column, shown, style.is_some_and(is_struck_out));
            // One more row holds the column names.
            if found.rows.len() > MOST_ROWS + 1 {
                return Err(vec![report::too_many_rows(name)]);
            }
            if length > MOST_TEXT || found.filled > MOST_FILLED {
                return Err(vec![report::too_large(name)]);
            }
        }
        if layout.without_result.len() > MOST_FILLED {
            return Err(vec![report::too_large(name)]);
        }
        for (row, column) in &layout.without_result {
            found.suspect(*row, *column, Doubt::NoResult);
            // A row of which every cell is such a formula is still a row.
            let row = found.rows.entry(*row).or_default();
            row.cells
                .entry(*column)
                .or_insert((String::new(), CellKind::Empty));
        }
        if found.merged(layout) {
            Ok(found)
        } else {
            Err(vec![report::too_large(name)])
        }
    }

    fn add(&mut self, row: u32, column: u32, shown: Shown, is_struck_out: bool) {
        if shown.text.is_empty() && shown.doubt.is_none() {
            return;
        }
        if let Some(doubt) = shown.doubt {
            self.suspect(row, column, doubt);
        }
        self.filled += 1;
        let row = self.rows.entry(row).or_default();
        row.struck_out += usize::from(is_struck_out && shown.kind != CellKind::Empty);
        row.cells.insert(column, (shown.text, shown.kind));
    }

    fn suspect(&mut self, row: u32, column: u32, doubt: Doubt) {
        self.suspects
            .push(doubt.suspect(row as usize + 1, column as usize));
    }

    /// Cells that are shown as one hold what they say in the first of them alone. Whether
    /// there are no more of them than a list of people has.
    fn merged(&mut self, layout: &Layout) -> bool {
        // A sheet may merge all its sixteen thousand columns; those beyond the names do not matter.
        let first = self.rows.values().next();
        let widest = first.and_then(|row| row.cells.keys().last().copied());
        for merged in &layout.merged {
            let last = widest.unwrap_or_default().min(*merged.columns.end());
            if last < *merged.columns.start() {
                continue;
            }
            for (row, _) in self.rows.range(merged.rows.clone()) {
                for column in *merged.columns.start()..=last {
                    let what = format!("is a part of the merged cells {}", merged.name);
                    self.suspects.push(Suspect::new(
                        *row as usize + 1,
                        column as usize,
                        RowCode::MergedCells,
                        what,
                        &[
                            "choose Unmerge Cells in the spreadsheet program, and fill in every cell",
                        ],
                    ));
                }
                if self.suspects.len() > MOST_SUSPECTS {
                    return false;
                }
            }
        }
        true
    }

    /// The numbers of these rows, of those that hold something.
    pub(super) fn filled<'r>(&self, rows: impl IntoIterator<Item = &'r u32>) -> Vec<usize> {
        rows.into_iter()
            .filter(|row| self.rows.contains_key(row))
            .map(|row| *row as usize + 1)
            .collect()
    }

    pub(super) fn into_table(
        self,
        name: &str,
        include_struck_out: bool,
    ) -> Result<Table, Vec<Problem>> {
        let struck_out = self.rows.iter().filter(|(_, row)| row.is_struck_out());
        let faults = struck_out.map(|(row, _)| struck_out_fault(name, *row as usize + 1));
        let found = Found {
            last_row: self.last_row,
            faults: match include_struck_out {
                true => Vec::new(),
                false => faults.collect(),
            },
            suspects: self.suspects,
            is_text: false,
        };
        let rows = self.rows.into_iter();
        tabulate(name, rows.map(|(row, cells)| cells.into_row(row)), found)
    }
}

impl SheetRow {
    /// Half of what stands there, or more. One cell that was struck out is a correction.
    fn is_struck_out(&self) -> bool {
        let filled = self.cells.values();
        let filled = filled.filter(|(_, kind)| *kind != CellKind::Empty).count();
        self.struck_out > 0 && self.struck_out * 2 >= filled
    }

    fn into_row(self, row: u32) -> Row {
        let number = row as usize + 1;
        let width = self
            .cells
            .keys()
            .last()
            .map_or(0, |last| *last as usize + 1);
        let mut row = Row {
            number,
            line: number,
            cells: vec![String::new(); width],
            kinds: vec![CellKind::Empty; width],
        };
        for (column, (text, kind)) in self.cells {
            row.cells[column as usize] = text;
            row.kinds[column as usize] = kind;
        }
        row
    }
}

/// Whether an empty cell was anything but a formula nobody worked out, `calamine` does not say.
pub(super) fn holds_something(workbook: &mut Workbook, sheet: &str) -> Result<bool, XlsxError> {
    let mut cells = workbook.worksheet_cells_reader(sheet)?;
    while let Some(cell) = cells.next_cell()? {
        let nothing = match cell.get_value() {
            DataRef::Empty => true,
            DataRef::String(text) => text.trim().is_empty(),
            DataRef::SharedString(text) => text.trim().is_empty(),
            _ => false,
        };
        if !nothing {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_struck_out(style: &Style) -> bool {
    let font = style.font.as_ref();
    font.is_some_and(|font| font.has_strikethrough())
}

fn struck_out_fault(name: &str, row: usize) -> RowFault {
    RowFault::new(
        name,
        row,
        "",
        RowCode::StruckOut,
        "the row is struck through",
    )
    .help("if nobody there is to get a letter, delete the row, and save")
    .help(Help::from("if they are to get one, print").by(Way::IncludeStruckOut))
}
