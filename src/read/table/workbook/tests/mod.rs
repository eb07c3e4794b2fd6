//! Workbooks as Excel and LibreOffice save them, and some that mean harm.

mod damage;
mod hidden;
mod other_kinds;
mod sheets;
mod shown;

use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::diagnostics::{Problem, RowCode, Severity};
use crate::read::table::limits::MOST_UNPACKED;
use crate::read::table::{Asked, Table, problems_of, survey};

/// A workbook of one sheet.
fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    saved(workbook)
}

fn saved(mut workbook: Workbook) -> Vec<u8> {
    workbook.save_to_buffer().expect("a workbook")
}

fn write(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, text) in (0..).zip(cells) {
        sheet.write(row, column, *text).expect("a cell");
    }
}

fn good(bytes: &[u8]) -> Table {
    survey("people.xlsx", bytes, &Asked::default())
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn said(problems: &[Problem]) -> Vec<&str> {
    for problem in problems {
        assert!(!problem.help.is_empty(), "no help: {}", problem.message);
    }
    problems
        .iter()
        .map(|problem| problem.message.as_str())
        .collect()
}

fn refused(bytes: &[u8]) -> String {
    let problems = survey("people.xlsx", bytes, &Asked::default()).expect_err("this file is wrong");
    said(&problems).join("\n")
}

fn joined(table: &Table) -> Vec<String> {
    table.rows.iter().map(|row| row.cells.join("|")).collect()
}

#[test]
fn dates_times_and_numbers_come_out_as_they_are_typed_in_a_text() {
    let bytes = workbook(|sheet| {
        write(
            sheet,
            0,
            &["name", "day", "time", "phone", "number", "sum", "yes"],
        );
        let day = ExcelDateTime::from_ymd(2026, 12, 7).expect("a day");
        let time = ExcelDateTime::from_hms(9, 30, 0).expect("a time");
        let format = |code: &str| Format::new().set_num_format(code);
        write(sheet, 1, &["Zoë"]);
        sheet
            .write_with_format(1, 1, &day, &format("dd/mm/yyyy"))
            .expect("a cell");
        sheet
            .write_with_format(1, 2, &time, &format("h:mm AM/PM"))
            .expect("a cell");
        sheet
            .write_with_format(1, 3, 1_632_960_123, &format("00000 000000"))
            .expect("a cell");
        sheet.write(1, 4, 9_990_000_018_u64).expect("a cell");
        sheet
            .write(1, 5, Formula::new("=1+1").set_result("2"))
            .expect("a cell");
        sheet.write(1, 6, true).expect("a cell");
    });
    let table = good(&bytes);
    assert_eq!(
        joined(&table),
        ["Zoë|2026-12-07|09:30|01632 960123|9990000018|2|TRUE"]
    );
    assert_eq!((table.faults.len(), table.notes.len()), (0, 0));
}

#[test]
fn rows_have_the_number_the_spreadsheet_shows_and_blank_ones_are_counted() {
    let bytes = workbook(|sheet| {
        write(sheet, 1, &["name", "town"]);
        write(sheet, 4, &["Ann", "Leeds\nWest"]);
        write(sheet, 5, &[" ", ""]);
        // A ghost: somebody once formatted this row.
        sheet
            .write_blank(7, 1, &Format::new().set_bold())
            .expect("a cell");
    });
    let table = good(&bytes);
    assert_eq!(joined(&table), ["Ann|Leeds\nWest"]);
    assert_eq!((table.header_row, table.rows[0].number), (2, 5));
    assert_eq!(table.blank, 5, "rows 3, 4, 6, 7 and 8");
}

#[test]
fn a_cell_that_cannot_be_relied_on_is_a_suspect_and_no_more() {
    let bytes = workbook(|sheet| {
        write(sheet, 0, &["name", "town"]);
        write(sheet, 1, &["Ann", "Leeds"]);
        write(sheet, 2, &["Bob"]);
        sheet
            .write(2, 1, Formula::new("=A1").set_result("#REF!"))
            .expect("a cell");
        write(sheet, 3, &["Cat"]);
        sheet.write(3, 1, 1.234e17).expect("a cell");
        write(sheet, 4, &["Dan", "York", "more"]);
    });
    let table = good(&bytes);
    let suspects: Vec<_> = table
        .suspects
        .iter()
        .map(|suspect| (suspect.row, suspect.column, suspect.code))
        .collect();
    assert_eq!(
        suspects,
        [
            (3, 1, RowCode::FormulaError),
            (4, 1, RowCode::NumberTooLong)
        ]
    );
    assert_eq!(
        table.suspects[0]
            .fault("people.xlsx", "town")
            .problem
            .message,
        "people.xlsx:3: `town` holds `#REF!`, the error of a formula"
    );
    let faults: Vec<_> = table
        .faults
        .iter()
        .map(|fault| (fault.row, fault.column.as_str(), fault.code))
        .collect();
    assert_eq!(faults, [(5, "C", RowCode::TooManyCells)]);
    assert_eq!(table.blank, 0);
    let header = workbook(|sheet| {
        sheet
            .write(0, 0, Formula::new("=A1").set_result("#N/A"))
            .expect("a cell");
        write(sheet, 1, &["Ann", "Leeds"]);
    });
    assert_eq!(
        refused(&header),
        "people.xlsx:1: column A holds `#N/A`, the error of a formula"
    );
}

#[test]
fn the_first_sheet_that_holds_something_is_read_and_named() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    let hidden = workbook.add_worksheet();
    write(hidden, 0, &["hidden"]);
    hidden.set_hidden(true);
    write(
        workbook
            .add_worksheet()
            .set_name("Ann Lee")
            .expect("a name"),
        0,
        &["name"],
    );
    let only = good(&saved(workbook));
    assert_eq!((only.header, only.notes), (vec!["name".to_owned()], vec![]));

    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    write(
        workbook
            .add_worksheet()
            .set_name("Ann Lee")
            .expect("a name"),
        0,
        &["name"],
    );
    write(workbook.add_worksheet(), 0, &["other"]);
    let table = good(&saved(workbook));
    assert_eq!(table.header, ["name"]);
    assert_eq!(table.notes[0].severity, Severity::Warning);
    assert_eq!(
        said(&table.notes),
        ["people.xlsx has 2 sheets that hold something: `Ann Lee` was read"]
    );
    assert_eq!(refused(&workbook_of_nothing()), "people.xlsx is empty");
}

fn workbook_of_nothing() -> Vec<u8> {
    workbook(|_| {})
}

#[test]
fn a_workbook_with_another_ending_is_read_as_what_it_is() {
    let bytes = workbook(|sheet| write(sheet, 0, &["name"]));
    let table = survey("people.csv", &bytes, &Asked::default()).expect("a table");
    assert_eq!(
        said(&table.notes),
        ["people.csv is an Excel workbook, whatever its ending says"]
    );
    assert!(
        survey("PEOPLE.XLSX", &bytes, &Asked::default())
            .expect("a table")
            .notes
            .is_empty()
    );
}

/// A ZIP archive with these entries.
fn packed(entries: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in entries {
        archive.start_file(*name, options).expect("an entry");
        archive.write_all(bytes).expect("memory takes everything");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A workbook with the rows of the sheet written by hand.
fn with_sheet(rows: &str) -> Vec<u8> {
    with_sheet_xml(&format!(
        "<worksheet><sheetData>{rows}</sheetData></worksheet>"
    ))
}

fn with_sheet_xml(xml: &str) -> Vec<u8> {
    let plain = workbook(|sheet| write(sheet, 0, &["name"]));
    let entries: Vec<(String, Vec<u8>)> = entries(plain)
        .into_iter()
        .map(|(name, bytes)| match name.as_str() {
            "xl/worksheets/sheet1.xml" => (name, xml.as_bytes().to_vec()),
            _ => (name, bytes),
        })
        .collect();
    let entries: Vec<(&str, &[u8])> = entries
        .iter()
        .map(|(name, bytes)| (&**name, &**bytes))
        .collect();
    packed(&entries, CompressionMethod::Stored)
}

/// The parts of a workbook, each with its name.
fn entries(workbook: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("an archive");
    let mut entries = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("an entry");
        let mut bytes = Vec::new();
        std::io::copy(&mut entry, &mut bytes).expect("its bytes");
        entries.push((entry.name().expect("a name").into_owned(), bytes));
    }
    entries
}
