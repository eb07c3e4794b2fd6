//! Where each row starts, and whether every quote is where it belongs.
//!
//! Strict on purpose. Where each quoted cell has its two quotes, doubled ones
//! inside and none anywhere else (RFC 4180), a file holds an even number of
//! quotes. So one quote too many or too few, wherever it is, always shows.

use super::limits::{MOST_CELLS, MOST_COLUMNS, MOST_IN_A_CELL, MOST_ROWS};
use super::report::{self, column_letters, in_row};
use super::swallowed::Inside;
use crate::diagnostics::Problem;

/// The most lines a cell may run over: an address has seven. A cell that is longer
/// has most likely swallowed the rows after it.
const MOST_LINES_IN_A_CELL: usize = 20;

/// One row as the scan saw it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// The number the spreadsheet shows.
    pub(super) number: usize,
    /// The line of the file on which it starts.
    pub(super) line: usize,
    /// How many cells it has.
    pub(super) cells: usize,
    /// Whether none of them holds anything.
    pub(super) is_blank: bool,
}

/// A quote out of place, or more than a spreadsheet holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ScanFault {
    kind: FaultKind,
    row: usize,
    column: usize,
    /// The line on which the quote opens.
    line: usize,
}

#[derive(Debug, PartialEq, Eq)]
enum FaultKind {
    /// The file ends inside the cell.
    NeverCloses,
    /// Text follows the quote that closes the cell.
    TextAfterClosing,
    /// The cell does not start with a quote, and holds one.
    InsideCell,
    /// The cell runs over a line end and holds what belongs to another row.
    HoldsARow,
    /// The cell runs over more lines than any real one.
    TooManyLines,
    /// The cell is longer than any of a spreadsheet.
    TooLong,
    /// The row is wider than any of a spreadsheet.
    TooWide,
    /// There are more rows than are read.
    TooManyRows,
    /// There are more cells than are read.
    TooManyCells,
}

/// Every row of a text whose lines end in `\n`, blank lines left out but counted.
pub(super) fn records(
    text: &str,
    delimiter: u8,
    first_line: usize,
) -> Result<Vec<Record>, ScanFault> {
    let mut scan = Scan {
        text,
        bytes: text.as_bytes(),
        delimiter,
        at: 0,
        line: first_line,
        row: 0,
        delimiters_in_a_row: 0,
    };
    let (mut filled, mut cells) = (0, 0);
    let mut records: Vec<Record> = Vec::new();
    let mut names: Option<(usize, usize, Option<LongCell>)> = None;
    while let Some(byte) = scan.peek() {
        scan.row += 1;
        if byte == b'\n' {
            scan.end_line();
            continue;
        }
        let (record, long) = scan.record()?;
        if scan.delimiters_in_a_row == 0 {
            scan.delimiters_in_a_row = record.cells - 1;
        }
        match (&names, long) {
            (None, long) => names = Some((record.cells, record.number, long)),
            (Some((cells, row, Some(cell))), _) if holds_two(*cells, cell, record.cells) => {
                return Err(ScanFault {
                    kind: FaultKind::HoldsARow,
                    row: *row,
                    column: cell.column,
                    line: cell.line,
                });
            }
            _ => {}
        }
        if !record.is_blank {
            filled += 1;
            cells += record.cells;
        }
        // One more row holds the column names.
        if filled > MOST_ROWS + 1 {
            return Err(scan.fault(FaultKind::TooManyRows, 0, record.line));
        }
        if cells > MOST_CELLS {
            return Err(scan.fault(FaultKind::TooManyCells, 0, record.line));
        }
        records.push(record);
    }
    Ok(records)
}

/// Whether the row of the column names holds a person's as well: in a quote that opens in
/// one and closes in the other, it has as many cells as two rows have.
fn holds_two(names: usize, long: &LongCell, row: usize) -> bool {
    row > 1 && names - 1 + long.delimiters >= 2 * (row - 1)
}

/// A cell in quotes that runs over several lines.
struct LongCell {
    column: usize,
    /// The line on which it opens.
    line: usize,
    delimiters: usize,
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    delimiter: u8,
    at: usize,
    line: usize,
    row: usize,
    /// How many delimiters the first row that has any holds; 0 until then.
    delimiters_in_a_row: usize,
}

impl<'t> Scan<'t> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn end_line(&mut self) {
        self.at += 1;
        self.line += 1;
    }

    /// Walks over one row and its line end.
    fn record(&mut self) -> Result<(Record, Option<LongCell>), ScanFault> {
        let (number, line, begins) = (self.row, self.line, self.at);
        let mut cells = 0;
        let mut lines_long: Option<LongCell> = None;
        loop {
            let start = self.at;
            if self.peek() == Some(b'"') {
                let long = self.quoted_cell(cells)?;
                lines_long = lines_long
                    .into_iter()
                    .chain(long)
                    .max_by_key(|cell| cell.delimiters);
            } else {
                self.plain_cell(cells)?;
            }
            if self.is_too_long(start) {
                return Err(self.fault(FaultKind::TooLong, cells, line));
            }
            cells += 1;
            if cells > MOST_COLUMNS {
                return Err(self.fault(FaultKind::TooWide, cells, line));
            }
            match self.peek() {
                Some(b'\n') => {
                    self.end_line();
                    break;
                }
                Some(_) => self.at += 1,
                None => break,
            }
        }
        if let Some(cell) = &lines_long {
            // Where the quote closes in an earlier column than it opened in, the cells that
            // are left over stand behind the last column, and may be empty.
            let (row, here) = (self.delimiters_in_a_row, cells - 1);
            if row > 0 && here > row && here + cell.delimiters >= 2 * row {
                return Err(self.fault(FaultKind::HoldsARow, cell.column, cell.line));
            }
        }
        let record = Record {
            number,
            line,
            cells,
            is_blank: self.is_blank(begins),
        };
        Ok((record, lines_long))
    }

    /// Whether the cell that began there is longer than any of a spreadsheet.
    fn is_too_long(&self, start: usize) -> bool {
        let quotes = if self.bytes.get(start) == Some(&b'"') {
            2
        } else {
            0
        };
        let most = MOST_IN_A_CELL + quotes;
        self.at - start > most && self.inside(start).text.chars().nth(most).is_some()
    }

    /// Whether the row that began there holds nothing.
    fn is_blank(&self, begins: usize) -> bool {
        let row = self.bytes.get(begins..self.at).unwrap_or_default();
        let mut row = row.iter().filter(|byte| **byte != self.delimiter);
        row.all(|byte| matches!(byte, b'"' | b' ' | b'\t' | b'\n'))
    }

    /// Walks to the delimiter or line end after a cell without quotes.
    fn plain_cell(&mut self, column: usize) -> Result<(), ScanFault> {
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => return Err(self.fault(FaultKind::InsideCell, column, self.line)),
                b'\n' => break,
                _ if byte == self.delimiter => break,
                _ => self.at += 1,
            }
        }
        Ok(())
    }

    /// Walks to the delimiter or line end after a cell in quotes.
    fn quoted_cell(&mut self, column: usize) -> Result<Option<LongCell>, ScanFault> {
        let opens_on = self.line;
        self.at += 1;
        let start = self.at;
        loop {
            match self.peek() {
                None => return Err(self.unclosed(start, column, opens_on)),
                Some(b'"') if self.bytes.get(self.at + 1) == Some(&b'"') => self.at += 2,
                Some(b'"') => break,
                Some(b'\n') => self.end_line(),
                Some(_) => self.at += 1,
            }
            if self.line - opens_on >= MOST_LINES_IN_A_CELL {
                return Err(self.unclosed(start, column, opens_on));
            }
        }
        let inside = self.inside(start);
        self.at += 1;
        if self.line > opens_on && self.holds_a_row(inside) {
            return Err(self.fault(FaultKind::HoldsARow, column, opens_on));
        }
        match self.peek() {
            Some(byte) if byte != b'\n' && byte != self.delimiter => {
                Err(self.fault(FaultKind::TextAfterClosing, column, opens_on))
            }
            _ => Ok((self.line > opens_on).then(|| LongCell {
                column,
                line: opens_on,
                delimiters: inside.delimiters(),
            })),
        }
    }

    /// What stands between a quote that opened there and here.
    fn inside(&self, start: usize) -> Inside<'t> {
        Inside {
            text: self.text.get(start..self.at).unwrap_or_default(),
            delimiter: self.delimiter,
        }
    }

    /// A quote that closes too late, or never: most likely the next row is in the cell.
    fn unclosed(&self, start: usize, column: usize, opens_on: usize) -> ScanFault {
        let kind = if self.line > opens_on && self.holds_a_row(self.inside(start)) {
            FaultKind::HoldsARow
        } else if self.peek().is_none() {
            FaultKind::NeverCloses
        } else {
            FaultKind::TooManyLines
        };
        self.fault(kind, column, opens_on)
    }

    /// Whether a cell that runs over a line end holds a part of another row: as many
    /// delimiters as a row, or what only a whole row has. Names of columns that run over
    /// two lines hold no delimiter at all.
    fn holds_a_row(&self, inside: Inside) -> bool {
        let delimiters = inside.delimiters();
        let is_a_row = delimiters > 0 && delimiters >= self.delimiters_in_a_row;
        is_a_row && !inside.is_typed() || inside.holds_postcode_and_day()
    }

    fn fault(&self, kind: FaultKind, column: usize, line: usize) -> ScanFault {
        ScanFault {
            kind,
            row: self.row,
            column,
            line,
        }
    }
}

impl ScanFault {
    /// What to tell the person, and what to do.
    pub(super) fn problem(&self, name: &str) -> Problem {
        let column = column_letters(self.column);
        let what = match self.kind {
            FaultKind::TooLong => return report::too_long(name, self.row, self.column),
            FaultKind::TooWide => return report::too_wide(name, self.row),
            FaultKind::TooManyRows => return report::too_many_rows(name),
            FaultKind::TooManyCells => return report::too_large(name),
            FaultKind::NeverCloses => {
                format!("column {column} opens with a quote (\") that is never closed")
            }
            FaultKind::TextAfterClosing => {
                format!(
                    "column {column} opens with a quote (\") that is closed too early or too late"
                )
            }
            FaultKind::InsideCell => format!("column {column} holds a stray quote (\")"),
            FaultKind::HoldsARow => format!(
                "column {column} opens with a quote (\") and holds what looks like the next row"
            ),
            FaultKind::TooManyLines => format!(
                "column {column} opens with a quote (\") and runs over more than {MOST_LINES_IN_A_CELL} lines"
            ),
        };
        in_row(name, self.row, &what)
            .help(format!(
                "line {} of the file, as a text editor counts it: take the quote out, or the line breaks inside the cell",
                self.line
            ))
            .help("or save the file again from the spreadsheet it came from: that sets every quote right")
    }
}
