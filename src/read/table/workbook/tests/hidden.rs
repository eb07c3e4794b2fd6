//! Rows that are hidden, by hand or by a filter.

use super::*;

/// Ann and Bo, and the rows of a sheet that are hidden.
fn with_hidden(rows: &[u32]) -> Vec<u8> {
    workbook(|sheet| {
        for (row, name) in (0..).zip(["name", "Ann", "Bo"]) {
            write(sheet, row, &[name]);
        }
        for row in rows {
            sheet.set_row_hidden(*row).expect("a row");
        }
    })
}

#[test]
fn a_list_of_which_a_part_is_hidden_is_not_printed_whole() {
    assert_eq!(
        refused(&with_hidden(&[2])),
        "people.xlsx: row 3 is hidden and is not blank"
    );
    assert_eq!(
        refused(&with_hidden(&[1, 2])),
        "people.xlsx: rows 2 and 3 are hidden and are not blank"
    );
}

#[test]
fn a_row_without_height_is_hidden() {
    let cell = |row: u32| format!(r#"<c r="A{row}" t="str"><v>Ann</v></c>"#);
    let rows = format!(
        r#"<row r="1">{}</row><row r="2" ht="0" customHeight="1">{}</row><row r="3" ht="15">{}</row>"#,
        cell(1),
        cell(2),
        cell(3)
    );
    assert_eq!(
        refused(&with_sheet(&rows)),
        "people.xlsx: row 2 is hidden and is not blank"
    );
    let zero = format!(
        r#"<worksheet><sheetFormatPr zeroHeight="1"/><sheetData><row r="1" ht="15">{}</row><row r="2">{}</row></sheetData></worksheet>"#,
        cell(1),
        cell(2)
    );
    assert_eq!(
        refused(&with_sheet_xml(&zero)),
        "people.xlsx: row 2 is hidden and is not blank"
    );
}

#[test]
fn a_hidden_row_that_holds_nothing_is_nobodys() {
    assert_eq!(joined(&good(&with_hidden(&[7]))), ["Ann", "Bo"]);
}

#[test]
fn a_row_is_hidden_in_the_sheet_that_is_read_and_in_no_other() {
    let mut book = Workbook::new();
    let people = book.add_worksheet();
    write(people, 0, &["name"]);
    write(people, 1, &["Ann"]);
    let old = book.add_worksheet();
    write(old, 0, &["name"]);
    write(old, 1, &["Bo"]);
    old.set_row_hidden(1).expect("a row");
    assert_eq!(joined(&good(&saved(book))), ["Ann"]);
}

#[test]
fn hidden_rows_are_found_whatever_the_namespace_is_called() {
    let cell = |row: u32| format!(r#"<x:c r="A{row}" t="str"><x:v>Ann</x:v></x:c>"#);
    let rows = format!(
        "<x:row>{}</x:row><!-- <x:row hidden='1'> --><x:row>{}</x:row><x:row hidden='true'>{}</x:row>",
        cell(1),
        cell(2),
        cell(3)
    );
    let sheet = format!(r#"<x:worksheet xmlns:x="x"><x:sheetData>{rows}</x:sheetData>"#);
    assert_eq!(
        refused(&with_sheet_xml(&format!("{sheet}</x:worksheet>"))),
        "people.xlsx: row 3 is hidden and is not blank"
    );
}
