//! What cells show, and what cannot be shown.

use super::*;
use crate::read::table::CellKind;

/// What is wrong with the cells: row, column, code.
fn suspects(table: &Table) -> Vec<(usize, usize, RowCode)> {
    let suspects = table.suspects.iter();
    suspects
        .map(|suspect| (suspect.row, suspect.column, suspect.code))
        .collect()
}

#[test]
fn numbers_are_shown_as_their_formats_say() {
    let bytes = workbook(|sheet| {
        write(
            sheet,
            0,
            &["reference", "phone", "ward", "fee", "share", "text"],
        );
        for (column, value, format) in [
            (0, 12.0, "\"RPW-\"0000"),
            (1, 1_632_960_123.0, "0##########"),
            (2, 120_456.0, "00\\/000000"),
            (3, 1_234.5, "£#,##0.00"),
            (4, 0.25, "0%"),
            (5, 7.0, "@"),
        ] {
            let format = Format::new().set_num_format(format);
            sheet
                .write_with_format(1, column, value, &format)
                .expect("a cell");
        }
    });
    let table = good(&bytes);
    assert_eq!(
        joined(&table),
        ["RPW-0012|01632960123|00/120456|£1,234.50|25%|7"]
    );
    assert_eq!(table.rows[0].kinds, [CellKind::Number; 6]);
    assert_eq!(table.suspects, []);
}

#[test]
fn a_format_that_is_not_certain_is_named_with_its_cell() {
    let bytes = workbook(|sheet| {
        write(sheet, 0, &["name", "part"]);
        write(sheet, 1, &["Ann"]);
        let fraction = Format::new().set_num_format("# ?/?");
        sheet
            .write_with_format(1, 1, 0.5, &fraction)
            .expect("a cell");
    });
    let table = good(&bytes);
    assert_eq!(suspects(&table), [(2, 1, RowCode::NumberNotShown)]);
    assert_eq!(
        table.suspects[0]
            .fault("people.xlsx", "part")
            .problem
            .message,
        "people.xlsx:2: `part` has a number format that cannot be shown for certain"
    );
}

#[test]
fn cells_are_of_kinds() {
    let bytes = workbook(|sheet| {
        write(
            sheet,
            0,
            &["words", "number", "day", "time", "both", "empty"],
        );
        write(sheet, 1, &["Ann"]);
        sheet.write(1, 1, 9).expect("a cell");
        for (column, value, format) in [
            (2, 46_363.0, "dd/mm/yyyy"),
            (3, 0.395_833_333_333, "hh:mm"),
            (4, 46_363.395_833_333, "yyyy-mm-dd"),
        ] {
            let format = Format::new().set_num_format(format);
            sheet
                .write_with_format(1, column, value, &format)
                .expect("a cell");
        }
    });
    assert_eq!(
        good(&bytes).rows[0].kinds,
        [
            CellKind::Text,
            CellKind::Number,
            CellKind::Date,
            CellKind::Time,
            CellKind::DateAndTime,
            CellKind::Empty,
        ]
    );
}

/// Programs that write workbooks work no formula out: some leave the result away, some say 0.
#[test]
fn a_formula_without_a_saved_result_is_never_an_empty_cell() {
    let head =
        r#"<row r="1"><c r="A1" t="str"><v>name</v></c><c r="B1" t="str"><v>town</v></c></row>"#;
    for cell in [
        r#"<c r="B2"><f>"Flat "&amp;3</f></c>"#,
        r#"<c r="B2"><f>"Flat "&amp;3</f><v/></c>"#,
        r#"<c r="B2"><f>"Flat "&amp;3</f><v></v></c>"#,
        r#"<c r="B2" t="str"><f t="shared" si="0"/></c>"#,
        // This workbook has Excel work everything out when it is opened.
        r#"<c r="B2"><f>C2</f><v>0</v></c>"#,
    ] {
        let row = format!(r#"<row r="2"><c r="A2" t="str"><v>Ann</v></c>{cell}</row>"#);
        let table = good(&with_sheet(&format!("{head}{row}")));
        assert_eq!(
            suspects(&table),
            [(2, 1, RowCode::FormulaWithoutResult)],
            "{cell}"
        );
    }
    for (cell, text) in [
        (r#"<c r="B2" t="str"><f>""</f><v></v></c>"#, ""),
        (r#"<c r="B2"><f>1+1</f><v>2</v></c>"#, "2"),
        (r#"<c r="B2" t="str"><f>"0"</f><v>0</v></c>"#, "0"),
    ] {
        let row = format!(r#"<row r="2"><c r="A2" t="str"><v>Ann</v></c>{cell}</row>"#);
        let table = good(&with_sheet(&format!("{head}{row}")));
        assert_eq!(table.suspects, [], "{cell}");
        assert_eq!(table.rows[0].cells[1], text);
    }
}

#[test]
fn a_row_of_formulas_alone_is_a_row_and_no_blank_one() {
    let table = good(&with_sheet(
        r#"<row r="1"><c r="A1" t="str"><v>name</v></c></row><row r="2"><c r="A2"><f>Sheet2!A2</f></c></row>"#,
    ));
    assert_eq!((table.rows.len(), table.blank), (1, 0));
    assert_eq!(suspects(&table), [(2, 0, RowCode::FormulaWithoutResult)]);
}

#[test]
fn column_names_that_nobody_worked_out_stop_everybody() {
    assert_eq!(
        refused(&with_sheet(
            r#"<row r="1"><c r="A1"><f>Sheet2!A1</f></c><c r="B1" t="str"><v>town</v></c></row>"#
        )),
        "people.xlsx:1: column A holds a formula whose result was not saved"
    );
}

#[test]
fn merged_cells_are_named_where_people_stand() {
    let merging = |rows: std::ops::RangeInclusive<u32>,
                   columns: std::ops::RangeInclusive<u16>,
                   text: &str| {
        workbook(|sheet| {
            for (row, name) in (0..).zip(["name", "Ann", "Bo"]) {
                write(sheet, row, &[name, "Leeds", "more"]);
            }
            write(sheet, 0, &["name", "town", "notes"]);
            sheet
                .merge_range(
                    *rows.start(),
                    *columns.start(),
                    *rows.end(),
                    *columns.end(),
                    text,
                    &Format::new(),
                )
                .expect("a range");
        })
    };
    let table = good(&merging(1..=2, 1..=1, "Leeds"));
    assert_eq!(
        suspects(&table),
        [(2, 1, RowCode::MergedCells), (3, 1, RowCode::MergedCells)]
    );
    assert_eq!(
        table.suspects[0]
            .fault("people.xlsx", "town")
            .problem
            .message,
        "people.xlsx:2: `town` is a part of the merged cells B2:B3"
    );
    assert!(
        refused(&merging(0..=0, 1..=2, "town"))
            .contains("column B is a part of the merged cells B1:C1")
    );
    assert_eq!(good(&merging(10..=12, 0..=2, "")).suspects.len(), 0);
}

#[test]
fn a_row_that_is_struck_through_waits_for_an_answer() {
    let bytes = workbook(|sheet| {
        let struck = Format::new().set_font_strikethrough();
        write(sheet, 0, &["name", "town", "notes"]);
        write(sheet, 1, &["Ann", "Leeds"]);
        for (row, name) in [(2, "Bo"), (3, "Cy")] {
            sheet
                .write_with_format(row, 0, name, &struck)
                .expect("a cell");
            sheet
                .write_with_format(row, 1, "York", &struck)
                .expect("a cell");
            write_at(sheet, row, 2, "cancelled");
        }
        // One cell is a correction.
        write(sheet, 4, &["Di", "Hull", "rang"]);
        sheet
            .write_with_format(4, 2, "moved", &struck)
            .expect("a cell");
    });
    let table = good(&bytes);
    assert_eq!(joined(&table), ["Ann|Leeds|", "Di|Hull|moved"]);
    let problems = problems_of("people.xlsx", &table.faults);
    assert_eq!(
        said(&problems),
        ["people.xlsx: the row is struck through: rows 3 and 4"]
    );
    let asked = Asked {
        include_struck_out: true,
        ..Asked::default()
    };
    let all = survey("people.xlsx", &bytes, &asked).expect("a table");
    assert_eq!((all.rows.len(), all.faults.len()), (4, 0));
}

fn write_at(sheet: &mut Worksheet, row: u32, column: u16, text: &str) {
    sheet.write(row, column, text).expect("a cell");
}

#[test]
fn a_total_below_the_list_is_no_person() {
    let bytes = workbook(|sheet| {
        write(sheet, 0, &["name", "town", "a", "b", "c", "d"]);
        write(sheet, 1, &["Ann", "Leeds", "x", "x", "x", "x"]);
        write(sheet, 3, &["Total", "1"]);
    });
    let table = good(&bytes);
    assert_eq!((table.rows.len(), table.blank), (1, 1));
    assert_eq!(
        table.faults[0].problem.message,
        "people.xlsx:4: the row looks like a total or the end of a list, not like a person"
    );
}
