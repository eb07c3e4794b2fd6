//! Where each row starts, and whether every quote is where it belongs.
//!
//! Strict on purpose. Where each quoted cell has its two quotes, doubled ones
//! inside and none anywhere else (RFC 4180), a file holds an even number of
//! quotes. So one quote too many or too few, wherever it is, always shows.

use super::report::{column_letters, in_row};
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
}

/// A quote out of place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct QuoteFault {
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
    /// A line inside the cell has as many delimiters as a whole row.
    HoldsARow,
    /// The cell runs over more lines than any real one.
    TooManyLines,
}

/// Every row of a text whose lines end in `\n`, blank lines left out but counted.
pub(super) fn records(
    text: &str,
    delimiter: u8,
    first_line: usize,
) -> Result<Vec<Record>, QuoteFault> {
    let mut scan = Scan {
        bytes: text.as_bytes(),
        delimiter,
        at: 0,
        line: first_line,
        row: 0,
        delimiters_in_a_row: 0,
    };
    let mut records: Vec<Record> = Vec::new();
    while let Some(byte) = scan.peek() {
        scan.row += 1;
        if byte == b'\n' {
            scan.end_line();
            continue;
        }
        let record = scan.record()?;
        if scan.delimiters_in_a_row == 0 {
            scan.delimiters_in_a_row = record.cells - 1;
        }
        records.push(record);
    }
    Ok(records)
}

struct Scan<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    at: usize,
    line: usize,
    row: usize,
    /// How many delimiters the first row that has any holds; 0 until then.
    delimiters_in_a_row: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn end_line(&mut self) {
        self.at += 1;
        self.line += 1;
    }

    /// Walks over one row and its line end.
    fn record(&mut self) -> Result<Record, QuoteFault> {
        let (number, line) = (self.row, self.line);
        let mut cells = 0;
        loop {
            if self.peek() == Some(b'"') {
                self.quoted_cell(cells)?;
            } else {
                self.plain_cell(cells)?;
            }
            cells += 1;
            match self.peek() {
                Some(b'\n') => {
                    self.end_line();
                    break;
                }
                Some(_) => self.at += 1,
                None => break,
            }
        }
        Ok(Record {
            number,
            line,
            cells,
        })
    }

    /// Walks to the delimiter or line end after a cell without quotes.
    fn plain_cell(&mut self, column: usize) -> Result<(), QuoteFault> {
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
    fn quoted_cell(&mut self, column: usize) -> Result<(), QuoteFault> {
        let opens_on = self.line;
        let mut delimiters = 0;
        self.at += 1;
        loop {
            match self.peek() {
                None => return Err(self.fault(FaultKind::NeverCloses, column, opens_on)),
                Some(b'"') if self.bytes.get(self.at + 1) == Some(&b'"') => self.at += 2,
                Some(b'"') => break,
                Some(b'\n') => {
                    self.end_line();
                    delimiters = 0;
                }
                Some(byte) => {
                    self.at += 1;
                    delimiters += usize::from(byte == self.delimiter);
                }
            }
            let lines = self.line - opens_on;
            if lines >= MOST_LINES_IN_A_CELL {
                return Err(self.fault(FaultKind::TooManyLines, column, opens_on));
            }
            let whole_row = self.delimiters_in_a_row;
            if lines > 0 && whole_row > 0 && delimiters >= whole_row {
                return Err(self.fault(FaultKind::HoldsARow, column, opens_on));
            }
        }
        self.at += 1;
        match self.peek() {
            Some(byte) if byte != b'\n' && byte != self.delimiter => {
                Err(self.fault(FaultKind::TextAfterClosing, column, opens_on))
            }
            _ => Ok(()),
        }
    }

    fn fault(&self, kind: FaultKind, column: usize, line: usize) -> QuoteFault {
        QuoteFault {
            kind,
            row: self.row,
            column,
            line,
        }
    }
}

impl QuoteFault {
    /// What to tell the person, and what to do.
    pub(super) fn problem(&self, name: &str) -> Problem {
        let column = column_letters(self.column);
        let what = match self.kind {
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
