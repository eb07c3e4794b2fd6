//! Texts that hold more than any spreadsheet.

use super::*;

fn message(text: &str) -> String {
    let problems = wrong(text);
    assert_eq!(problems.len(), 1);
    assert!(!problems[0].help.is_empty());
    problems[0].message.clone()
}

#[test]
fn a_hundred_thousand_rows_are_read_and_no_more() {
    let rows = |count: usize| format!("name\n{}", "Ann\n".repeat(count));
    assert_eq!(good(rows(100_000)).rows.len(), 100_000);
    let said = "people.csv has more than 100,000 rows, and no more are read at once";
    assert_eq!(message(&rows(100_001)), said);
    // It is not read to its end to know: a quote out of place there is not found.
    assert_eq!(message(&format!("{}\"", rows(100_002))), said);
}

/// A spreadsheet program saves every row that was ever made bold.
#[test]
fn rows_of_nothing_are_not_counted_as_people() {
    let text = format!(
        "name,town\nAnn,Leeds\n{}Bob,York\n",
        ", \n\"\",\n".repeat(100_000)
    );
    let table = good(&text);
    let numbers: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [2, 200_003]);
    assert_eq!(table.blank, 200_000);
}

#[test]
fn a_row_wider_than_any_sheet_and_a_cell_longer_than_any_cell_are_refused() {
    let columns = |count: usize| vec!["a"; count].join(",");
    assert_eq!(good(columns(16_384)).header.len(), 16_384);
    assert_eq!(
        message(&columns(16_385)),
        "people.csv:1: the row has more than 16,384 cells, and no spreadsheet does"
    );
    let cell = |letters: usize| format!("name\n\"{}\"\n", "é".repeat(letters));
    assert_eq!(good(cell(32_767)).rows.len(), 1);
    assert_eq!(
        message(&cell(32_768)),
        "people.csv:2: column A holds more than 32,767 characters, and no spreadsheet does"
    );
}

#[test]
fn more_cells_than_a_list_of_people_has_are_refused() {
    let wide = format!("{}\n", vec!["a"; 10_000].join(","));
    assert_eq!(
        message(&wide.repeat(501)),
        "people.csv has too many cells to be a list of people"
    );
    // Short rows take the room of the column names.
    let short = format!("{wide}{}", "b\n".repeat(501));
    assert_eq!(
        message(&short),
        "people.csv has too many cells to be a list of people"
    );
}
