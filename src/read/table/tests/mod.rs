//! Small files as people save them, and what is read from each.

mod bounds;
mod harm;

use super::{Table, column_letters, read};
use crate::diagnostics::{Problem, Severity};

pub(super) fn good(bytes: impl AsRef<[u8]>) -> Table {
    read("people.csv", bytes.as_ref()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn wrong(bytes: impl AsRef<[u8]>) -> Vec<Problem> {
    let problems = read("people.csv", bytes.as_ref()).expect_err("this file is wrong");
    for problem in &problems {
        assert!(!problem.help.is_empty(), "no help: {}", problem.message);
        assert!(problem.place.is_none());
    }
    problems
}

fn said(bytes: impl AsRef<[u8]>) -> Vec<String> {
    let problems = wrong(bytes);
    problems
        .into_iter()
        .map(|problem| problem.message)
        .collect()
}

/// The cells of every row, with `|` between two.
fn joined(table: &Table) -> Vec<String> {
    table.rows.iter().map(|row| row.cells.join("|")).collect()
}

pub(super) fn utf_16(text: &str, big_endian: bool) -> Vec<u8> {
    let bytes = |unit: u16| {
        if big_endian {
            unit.to_be_bytes()
        } else {
            unit.to_le_bytes()
        }
    };
    let marked = format!("\u{FEFF}{text}");
    marked.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_plain_file_is_read() {
    let table = good("name,town\nAnn,Leeds\nBob,York");
    assert_eq!(table.header, ["name", "town"]);
    assert_eq!(joined(&table), ["Ann|Leeds", "Bob|York"]);
    assert_eq!((table.rows[1].number, table.rows[1].line), (3, 3));
    assert_eq!(table.notes, []);
}

#[test]
fn every_encoding_an_office_writes_is_read() {
    let text = "name,town\nZoë,Ynys Môn\n";
    let marked = format!("\u{FEFF}{text}");
    for bytes in [
        text.as_bytes().to_vec(),
        marked.into_bytes(),
        utf_16(text, false),
        utf_16(text, true),
    ] {
        let table = good(bytes);
        assert_eq!(table.header, ["name", "town"]);
        assert_eq!(joined(&table), ["Zoë|Ynys Môn"]);
        assert_eq!(table.notes, []);
    }
}

#[test]
fn windows_1252_is_read_and_said() {
    let table = good(b"name,town\nAnn,Leeds\nZo\xEB,York\n");
    assert_eq!(joined(&table), ["Ann|Leeds", "Zoë|York"]);
    let note = &table.notes[0];
    assert_eq!(note.severity, Severity::Warning);
    assert_eq!(
        note.message,
        "people.csv does not say how its letters are written: it was read as Windows-1252"
    );
    assert_eq!(
        note.help[0],
        "look at the printed letter for row 3: are the accents right?"
    );
    assert!(!format!("{note:?}").contains("Zo"), "a name is shown");
}

#[test]
fn letters_that_nobody_can_be_sure_of_are_refused() {
    let expected = [
        "people.csv holds letters that cannot be read for certain, so accents would print wrongly",
    ];
    // Two exports glued together; è of an old Mac; UTF-16 cut in the middle of a letter.
    assert_eq!(said(b"name\nZo\xC3\xAB\nZo\xEB\n"), expected);
    assert_eq!(said(b"name\nH\x8Fl\x8Fne\n"), expected);
    assert_eq!(said(b"\xFF\xFEa\0b"), expected);
    assert_eq!(
        wrong(b"name\nZo\xC3\xAB\nZo\xEB\n")[0].help[0],
        "the first of them is near line 3 of the file, as a text editor counts it"
    );
}

#[test]
fn files_that_are_not_csv_are_named_for_what_they_are() {
    for (bytes, what) in [
        (
            &b"PK\x03\x04 and so on"[..],
            "a spreadsheet workbook (like .xlsx or .ods)",
        ),
        (b"\xD0\xCF\x11\xE0\xA1", "an old Excel workbook (.xls)"),
        (b"%PDF-1.7", "a PDF"),
        (
            b"\r\n <!DOCTYPE html><html>",
            "a web page with a table in it",
        ),
        (b"<TABLE border=1>", "a web page with a table in it"),
        (
            b"<?xml version=\"1.0\"?>\r\n<?mso-application progid=\"Excel.Sheet\"?><Workbook>",
            "an Excel workbook of 2003, as XML",
        ),
        (
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
            "an Excel workbook of 2003, as XML",
        ),
        (b"<?xml version=\"1.0\"?><people/>", "an XML file"),
        (b"\x09\x08\x10\x00\x00\x06", "an old Excel workbook (.xls)"),
        (b"MIME-Version: 1.0\r\n", "a web page that was saved whole (.mht)"),
        (b"\x1F\x8B\x08", "a compressed file (.gz)"),
    ] {
        assert_eq!(
            said(bytes),
            [format!("people.csv is {what}, not a CSV file")]
        );
    }
    let zeros = "people.csv is not a text file: it holds zero bytes, which no CSV file does";
    assert_eq!(said(b"n\0a\0m\0e\0"), [zeros]);
    assert_eq!(said(b"\xEF\xBB\xBFname\nAnn\0\n"), [zeros]);
}

#[test]
fn a_file_without_anything_in_it_is_empty() {
    for bytes in [
        "",
        "\u{FEFF}",
        "\n \r\n\t",
        ",,,\n,,\n",
        "\"\"\n",
        "sep=;\n",
    ] {
        assert_eq!(said(bytes), ["people.csv is empty"], "{bytes:?}");
    }
}

#[test]
fn a_header_alone_is_no_error() {
    assert_eq!(good("name,town\r\n").rows, []);
}

#[test]
fn the_separator_is_found_or_stated() {
    for (text, word) in [
        ("name;town\nAnn;Leeds, York\n", Some("semicolons")),
        ("name\ttown\nAnn\tLeeds, York\n", Some("tabs")),
        (
            "sep=;\r\nname;town\r\nAnn;Leeds, York\r\n",
            Some("semicolons"),
        ),
        ("SEP=,\nname,town\nAnn,\"Leeds, York\"\n", None),
        ("\"na;;me\",town\nAnn,\"Leeds, York\"\n", None),
    ] {
        let table = good(text);
        assert_eq!(joined(&table), ["Ann|Leeds, York"], "{text:?}");
        let expected =
            word.map(|word| format!("people.csv has {word} between its cells, not commas"));
        let note = table.notes.first().map(|note| note.message.clone());
        assert_eq!(note, expected);
    }
    assert_eq!(good("sep=;\nname\nAnn\n").rows[0].number, 2);
    assert_eq!(good("sep=;\nname\nAnn\n").rows[0].line, 3);
    assert_eq!(
        said("sep=|\nname|town\n"),
        [
            "people.csv says in its first line, after `sep=`, what stands between the cells, \
             and it is none of comma, semicolon and tab"
        ]
    );
}

#[test]
fn rows_are_numbered_as_the_spreadsheet_shows_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = "name,town\n\n,\nAnn,\"Flat 1\n2 Mill Lane\"\n \nBob,York".replace('\n', end);
        let table = good(text);
        let places: Vec<_> = table
            .rows
            .iter()
            .map(|row| (row.number, row.line))
            .collect();
        assert_eq!(places, [(4, 4), (6, 7)], "{end:?}");
        assert_eq!(joined(&table), ["Ann|Flat 1\n2 Mill Lane", "Bob|York"]);
    }
    let mixed = good("name\r\nAnn\rBob\nCy\r\n\r\nDi");
    let places: Vec<_> = mixed
        .rows
        .iter()
        .map(|row| (row.number, row.line))
        .collect();
    assert_eq!(places, [(2, 2), (3, 3), (4, 4), (6, 6)]);
}

#[test]
fn rows_fit_under_the_column_names() {
    let table = good("\u{200B} name ,\u{FEFF}home  town,,,\nAnn\nBob,York,,,,,\n");
    assert_eq!(table.header, ["name", "home town"]);
    assert_eq!(joined(&table), ["Ann|", "Bob|York"]);
}

#[test]
fn a_cell_without_a_column_name_is_an_error() {
    let problems = wrong("name,town\nAnn,Leeds\n\nBob,York,,YO1\n");
    assert_eq!(problems.len(), 1);
    assert_eq!(
        problems[0].message,
        "people.csv:4: column D holds something, but the column names end at column B"
    );
}

#[test]
fn a_title_above_the_column_names_is_said_once() {
    assert_eq!(
        said("\nClinic list\n\nname,town\nAnn,Leeds\nBob,York\n"),
        ["people.csv:2: only column A holds something, and the rows below it are wider"]
    );
}

#[test]
fn one_fault_in_many_rows_is_said_once() {
    let rows: String = (0..332).map(|_| "Ann,Leeds,x\n").collect();
    assert_eq!(
        said(format!("name,town\n{rows}")),
        [
            "people.csv: column C holds something, but the column names end at column B: rows 2 to 333"
        ]
    );
}

#[test]
fn columns_are_lettered_as_in_the_spreadsheet() {
    let letters = [0, 25, 26, 51, 52, 701, 702].map(column_letters);
    assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
}
