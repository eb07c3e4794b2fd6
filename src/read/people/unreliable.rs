//! Cells that cannot be relied on, whatever they are for.

use super::limits::LONGEST_CELL;
use super::person::Reading;
use crate::diagnostics::RowCode;
use crate::read::characters::too_many_marks;
use crate::read::table::{CellKind, Row, RowFault, is_nothing_found, lost_letters};

impl Reading<'_> {
    /// What is wrong with single cells of the row that a letter would use: what the
    /// table found there, letters that were lost, and days and look-ups' zeros where words
    /// belong. `shows_appointment`: whether this row's letter uses the cells of one.
    pub(super) fn unreliable(&self, row: &Row, shows_appointment: bool) -> Vec<RowFault> {
        let used = || self.columns.used(shows_appointment);
        let mut faults = Vec::new();
        let start = self
            .suspects
            .partition_point(|suspect| suspect.row < row.number);
        let suspects = self.suspects[start..]
            .iter()
            .take_while(|suspect| suspect.row == row.number);
        for suspect in suspects {
            let mut used = used();
            if let Some((column, _)) = used.find(|(column, _)| column.at.contains(&suspect.column))
            {
                faults.push(suspect.fault(self.wanted.file, &column.shown));
            }
        }
        for (column, words) in used() {
            let cells = column.at.iter().map(|index| {
                let cell = row.cells.get(*index).map_or("", String::as_str);
                (cell, row.kinds.get(*index))
            });
            for (cell, kind) in cells {
                let is_moment = matches!(
                    kind,
                    Some(CellKind::Date | CellKind::Time | CellKind::DateAndTime)
                );
                let (code, what, help) = if is_too_long(cell) {
                    (
                        RowCode::TooLong,
                        "holds more than any letter has room for",
                        "look whether something else slipped into the cell: it may have 20,000 letters",
                    )
                } else if too_many_marks(cell) {
                    (
                        RowCode::TooManyMarks,
                        "has more accents on one letter than any language needs",
                        "type the cell again: it was probably pasted from somewhere",
                    )
                } else if words && is_moment {
                    (
                        RowCode::DateInText,
                        "is a day or a time, as far as the spreadsheet knows",
                        "format the column as Text, and type again what it should say",
                    )
                } else if words && is_nothing_found(cell) {
                    (
                        RowCode::ErrorWord,
                        "is 0, which is what a look-up gives where it finds nothing",
                        "type what belongs there, or clear the cell",
                    )
                } else if lost_letters(cell) {
                    (
                        RowCode::LostLetters,
                        "has lost letters",
                        "save the spreadsheet again as \"CSV UTF-8\"; if the letters are lost there too, type them again",
                    )
                } else {
                    continue;
                };
                faults.push(self.wrong(row, column, code, what).help(help));
            }
        }
        faults
    }
}

fn is_too_long(cell: &str) -> bool {
    // Most cells have fewer bytes than that.
    cell.len() > LONGEST_CELL && cell.chars().nth(LONGEST_CELL).is_some()
}
