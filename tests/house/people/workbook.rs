//! The spreadsheet as it lies on people's desks: a workbook of Excel.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::{HEADER, PEOPLE, letters, sheet};
use crate::support::{Desk, snapshot};

/// The rows of a text as a workbook, with days and times as Excel keeps them.
fn workbook(rows: &[&str]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet(), rows);
    workbook.save_to_buffer().expect("a workbook")
}

fn fill(sheet: &mut Worksheet, rows: &[&str]) {
    let format = |code: &str| Format::new().set_num_format(code);
    for (row, line) in (0..).zip([&[HEADER], rows].concat()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            let parts: Vec<u16> = cell
                .split(['-', ':'])
                .map_while(|part| part.parse().ok())
                .collect();
            let written = match (column, parts.as_slice()) {
                (4, [year, month, day]) => {
                    let day = ExcelDateTime::from_ymd(*year, *month as u8, *day as u8);
                    sheet.write_with_format(
                        row,
                        column,
                        day.expect("a day"),
                        &format("d mmmm yyyy"),
                    )
                }
                (5, [hour, minute]) => {
                    let time = ExcelDateTime::from_hms(*hour, *minute as u8, 0.0);
                    sheet.write_with_format(
                        row,
                        column,
                        time.expect("a time"),
                        &format("h:mm AM/PM"),
                    )
                }
                _ => sheet.write(row, column, cell),
            };
            written.expect("a cell");
        }
    }
}

#[test]
fn a_workbook_prints_the_same_letters_as_a_text() {
    let text = Desk::with("harbour");
    assert_eq!(letters(&text, sheet(&PEOPLE)).status, 0);
    // Under the name of a text as well: it is read as what it is.
    let desk = Desk::with("harbour");
    let told = letters(&desk, workbook(&PEOPLE));
    assert_eq!(told.status, 0, "{}", told.story());
    let letters_of = |desk: &Desk| {
        let mut files = desk.files("out");
        // It names the spreadsheet.
        files.remove("invitation/run.json");
        files
    };
    assert!(letters_of(&desk) == letters_of(&text));
    desk.write("people.xlsx", workbook(&PEOPLE));
    let typed = [
        "letters",
        "invitation",
        "--people",
        "people.xlsx",
        "--replace",
    ];
    let again = desk.done(&typed);
    assert!(letters_of(&desk) == letters_of(&text));
    let bad = PEOPLE[1].replace("14:00", "soon");
    desk.write("people.xlsx", workbook(&[PEOPLE[0], &bad]));
    let wrong = desk.run(&["letters", "invitation", "--people", "people.xlsx"]);
    assert_eq!(wrong.status, 1);
    snapshot(
        "people/workbook",
        &[told.story(), again.story(), wrong.story()].concat(),
    );
}

/// A sheet of notes lies before the people, and one of them does not come.
#[test]
fn the_sheet_and_what_is_struck_through_are_the_readers_to_choose() {
    let mut workbook = Workbook::new();
    let notes = workbook.add_worksheet().set_name("Read me");
    let notes = notes
        .expect("a name")
        .write(0, 0, "Clinic list")
        .expect("a cell");
    notes.write(1, 1, "Jo").expect("a cell");
    let people = workbook.add_worksheet().set_name("People").expect("a name");
    fill(people, &PEOPLE);
    let struck = Format::new().set_font_strikethrough();
    for (column, cell) in (0..).zip(PEOPLE[1].split(',')).take(4) {
        people
            .write_with_format(2, column, cell, &struck)
            .expect("a cell");
    }
    let desk = Desk::with("harbour");
    desk.write(
        "people.xlsx",
        workbook.save_to_buffer().expect("a workbook"),
    );
    let letters = |more: &[&str]| {
        let verb = [
            "letters",
            "invitation",
            "--people",
            "people.xlsx",
            "--dry-run",
        ];
        desk.run(&[&verb, more].concat())
    };
    let said = [
        &[][..],
        &["--sheet", "Pepole"],
        &["--sheet", "People"],
        &["--sheet", "people", "--include-struck-out"],
    ]
    .map(|more| letters(more).story());
    snapshot("people/sheets", &said.concat());
}
