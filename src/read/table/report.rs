//! How a spreadsheet's problems are said: by row and column, never by value.

use super::limits::{MOST_COLUMNS, MOST_IN_A_CELL, MOST_ROWS};
use super::{Row, RowFault, Suspect};
use crate::diagnostics::{Help, Problem, RowCode, Severity, Way, with_commas};
use crate::read::characters::why_refused;

/// The most problems of one file that are shown (GOV.UK Notify shows as many rows).
const MOST_SHOWN: usize = 20;

/// An error in one row: "people.csv:418: what is wrong".
pub(super) fn in_row(name: &str, row: usize, what: &str) -> Problem {
    Problem::error(format!("{name}:{row}: {what}"))
}

/// The first twenty problems, and how many more there are.
pub(crate) fn at_most_twenty(name: &str, mut problems: Vec<Problem>) -> Vec<Problem> {
    let more = problems.len().saturating_sub(MOST_SHOWN);
    if more > 0 {
        let severity = problems[0].severity;
        problems.truncate(MOST_SHOWN);
        let and_more = Problem::error(format!("{name}: and {more} more"));
        problems.push(match severity {
            Severity::Error => and_more.help("mend these first, then run the command again"),
            severity => Problem {
                severity,
                ..and_more
            },
        });
    }
    problems
}

/// A column as the spreadsheet letters it: 0 is `A`, 26 is `AA`.
pub(crate) fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index;
    loop {
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters
        .iter()
        .rev()
        .map(|letter| char::from(*letter))
        .collect()
}

pub(super) fn empty(name: &str) -> Problem {
    Problem::error(format!("{name} is empty"))
        .help("save it again from your spreadsheet, with the column names in the first row")
}

pub(super) fn refused(row: usize, column: usize, character: char) -> Suspect {
    let why = why_refused(character).unwrap_or("cannot be printed");
    let what = format!(
        "holds the character `U+{:04X}`, which {why}",
        u32::from(character)
    );
    let code = match character {
        char::REPLACEMENT_CHARACTER => RowCode::LostLetters,
        _ => RowCode::InvalidCharacter,
    };
    Suspect::new(
        row,
        column,
        code,
        what,
        &["it cannot be seen: clear the cell and type the text again, do not paste it"],
    )
}

pub(super) fn garbled(row: usize, column: usize) -> Suspect {
    Suspect::new(
        row,
        column,
        RowCode::LostLetters,
        "has lost letters",
        &[
            "save the spreadsheet again as \"CSV UTF-8\"; if the letters are lost there too, type them again",
        ],
    )
}

/// Says that a row is no person.
pub(super) fn total(name: &str, row: usize) -> RowFault {
    let what = "the row looks like a total or the end of a list, not like a person";
    RowFault::new(name, row, "", RowCode::TotalRow, what)
        .help("delete the row: nobody is written to there")
        .help("if it is a person, fill in what is missing")
}

/// Says that what stands where the column names should is a title.
pub(super) fn title(name: &str, row: usize) -> Problem {
    in_row(
        name,
        row,
        "only column A holds something, and the rows below it are wider",
    )
    .help("if this row is a title, delete it: the first row holds the column names")
}

pub(super) fn too_large(name: &str) -> Problem {
    Problem::error(format!("{name} has too many cells to be a list of people"))
        .help("copy the rows and columns that are needed into a new spreadsheet, and save that")
}

pub(super) fn too_many_rows(name: &str) -> Problem {
    Problem::error(format!(
        "{name} has more than {} rows, and no more are read at once",
        with_commas(&MOST_ROWS.to_string())
    ))
    .help(
        Help::from("split it into several files, and print each into a folder of its own")
            .by(Way::Out),
    )
}

/// Says that a row is wider than any spreadsheet.
pub(super) fn too_wide(name: &str, row: usize) -> Problem {
    let what = format!(
        "the row has more than {} cells, and no spreadsheet does",
        with_commas(&MOST_COLUMNS.to_string())
    );
    in_row(name, row, &what).help(SAVE_AGAIN)
}

/// Says that a cell is longer than any spreadsheet's.
pub(super) fn too_long(name: &str, row: usize, column: usize) -> Problem {
    let what = format!(
        "column {} holds more than {} characters, and no spreadsheet does",
        column_letters(column),
        with_commas(&MOST_IN_A_CELL.to_string())
    );
    in_row(name, row, &what).help(SAVE_AGAIN)
}

const SAVE_AGAIN: &str = "open the file in your spreadsheet program, look at this row, and save it again as \"CSV UTF-8\"";

pub(super) fn too_many_cells(name: &str, row: &Row, header: &[String], is_text: bool) -> RowFault {
    let filled = row
        .cells
        .iter()
        .rposition(|cell| !cell.trim().is_empty())
        .unwrap_or_default();
    let column = column_letters(filled);
    let what = format!(
        "column {column} holds something, but the column names end at column {}",
        column_letters(header.len().saturating_sub(1))
    );
    let comma = "if not, a comma inside a cell may have pushed the rest to the right: see that such cells are in quotes";
    RowFault::new(name, row.number, &column, RowCode::TooManyCells, &what)
        .help("if it belongs there, give the column a name")
        .help(if is_text {
            comma
        } else {
            "if not, clear the cell"
        })
}

/// Says that the encoding was guessed, and in which row a guess can be judged.
pub(super) fn guessed(name: &str, header_row: usize, rows: &[Row]) -> Problem {
    let telling = rows
        .iter()
        .find(|row| row.cells.iter().any(|cell| !cell.is_ascii()));
    let row = telling.map_or(header_row, |row| row.number);
    Problem::warning(format!(
        "{name} does not say how its letters are written: it was read as Windows-1252"
    ))
    .help(format!(
        "look at the printed letter for row {row}: are the accents right?"
    ))
    .help("if not, save the file again as \"CSV UTF-8\" (files from an old Mac need it)")
}

pub(super) fn disagreement(name: &str, row: usize) -> Problem {
    in_row(name, row, "this row can be read in more than one way")
        .help("open the file in your spreadsheet program and save it again as \"CSV UTF-8\"")
}
