//! Which sheet is read, and what is said of the others.

use super::*;

/// A workbook with these sheets, each with one name in its first cell.
fn with_sheets(names: &[&str]) -> Vec<u8> {
    let mut book = Workbook::new();
    for name in names {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        write(sheet, 0, &[&format!("name in {name}")]);
    }
    saved(book)
}

fn asking<'a>(sheet: &'a str) -> Asked<'a> {
    Asked {
        sheet: Some(sheet),
        ..Asked::default()
    }
}

fn not_read(bytes: &[u8], sheet: &str) -> Problem {
    let problems = survey("people.xlsx", bytes, &asking(sheet)).expect_err("no such sheet");
    problems.into_iter().next().expect("a problem")
}

#[test]
fn the_sheet_that_is_asked_for_is_read_whatever_its_case() {
    let bytes = with_sheets(&["Read me", "People", "Old"]);
    let table = survey("people.xlsx", &bytes, &asking("people ")).expect("a table");
    assert_eq!(table.header, ["name in People"]);
    let sheets = table.sheets.expect("there are several");
    assert_eq!(sheets.read, "People");
    assert_eq!(sheets.others, ["Read me", "Old"]);
    assert_eq!(table.notes[0].severity, Severity::Note);
}

#[test]
fn where_none_is_asked_for_the_others_are_named() {
    let table = good(&with_sheets(&["Read me", "People", "Old"]));
    assert_eq!(table.header, ["name in Read me"]);
    assert_eq!(table.notes[0].severity, Severity::Warning);
    assert_eq!(
        said(&table.notes),
        ["people.xlsx has 3 sheets that hold something: `Read me` was read"]
    );
    assert_eq!(
        table.notes[0].help[0],
        "if the people are in `People` or `Old`, choose that"
    );
}

#[test]
fn a_sheet_that_is_not_there_is_named_with_those_that_are() {
    let bytes = with_sheets(&["Read me", "People"]);
    let problem = not_read(&bytes, "Peopel");
    assert_eq!(problem.message, "people.xlsx has no sheet `Peopel`");
    assert_eq!(problem.help[0], "did you mean `People`?");
    assert_eq!(problem.help[1], "its sheets are `Read me` or `People`");
}

#[test]
fn a_sheet_that_is_hidden_or_empty_is_said_to_be_so() {
    let mut book = Workbook::new();
    write(
        book.add_worksheet().set_name("People").expect("a name"),
        0,
        &["name"],
    );
    let hidden = book.add_worksheet().set_name("Old").expect("a name");
    write(hidden, 0, &["name"]);
    hidden.set_hidden(true);
    book.add_worksheet().set_name("Empty").expect("a name");
    let bytes = saved(book);
    assert_eq!(
        not_read(&bytes, "Old").message,
        "people.xlsx: the sheet `Old` is hidden"
    );
    assert_eq!(
        not_read(&bytes, "Empty").message,
        "people.xlsx: the sheet `Empty` is empty"
    );
}

#[test]
fn what_is_wrong_with_one_sheet_of_several_names_the_others() {
    let mut book = Workbook::new();
    let notes = book.add_worksheet().set_name("Read me").expect("a name");
    write(notes, 0, &["Clinic list"]);
    write(notes, 1, &["Printed by", "Jo"]);
    write(
        book.add_worksheet().set_name("People").expect("a name"),
        0,
        &["name"],
    );
    let problems = survey("people.xlsx", &saved(book), &Asked::default()).expect_err("a title");
    let help = problems[0].help.last().expect("help");
    assert_eq!(
        *help,
        "the sheet `Read me` was read; if the people are in `People`, choose that"
    );
}

#[test]
fn a_text_file_has_no_sheets() {
    let problems = survey("people.csv", b"name\nAnn\n", &asking("People")).expect_err("no sheets");
    assert_eq!(
        problems[0].message,
        "people.csv is a text file, and has no sheets"
    );
}
