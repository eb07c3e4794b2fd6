//! Spreadsheets as offices export them: what failed once, and what is right. The files are
//! in `tests/fixtures/letters`, their people invented.

use std::path::Path;

use crate::support::desk::Told;
use crate::support::{Desk, Pdf, snapshot};

/// A service whose own details are where the example's were.
fn office() -> Desk {
    let desk = Desk::own_service();
    // Its rooms are where the spreadsheets say.
    desk.change(
        "service.yaml",
        "name: Saltmarsh Clinic",
        "name: Riverside Clinic",
    );
    desk.change(
        "service.yaml",
        "name: Saltmarsh Library",
        "name: Riverside Library",
    );
    desk
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/letters");
    std::fs::read(folder.join(name)).expect("a fixture")
}

/// Prints the letters of one of the files.
fn letters(desk: &Desk, name: &str, more: &[&str]) -> Told {
    desk.write(name, fixture(name));
    let line = [
        "letters",
        "invitation",
        "--people",
        name,
        "--date",
        "2026-11-28",
    ];
    desk.run(&[&line, more].concat())
}

fn text_of(desk: &Desk, row: usize) -> String {
    let pdf = desk.read(format!("out/invitation/{row:06}.pdf"));
    Pdf::open(&pdf).running_text()
}

/// What is said of a file from which nothing is printed.
fn refused(name: &str) -> String {
    let desk = office();
    let told = letters(&desk, name, &[]);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(!desk.exists("out/invitation"));
    told.story()
}

#[test]
fn a_hospitals_export_prints_after_one_round_of_mapping() {
    let desk = office();
    desk.write("list.xlsx", fixture("hospital-export.xlsx"));
    let first = letters(&desk, "hospital-export.xlsx", &[]);
    assert_eq!(first.status, 1);
    let shown = desk.run(&["columns", "list.xlsx"]);
    snapshot(
        "people/hospital-export",
        &format!("{}\n{}", first.story(), shown.story()),
    );
    // What it says is put where it says.
    let lines = shown
        .out
        .split("right:\n\n")
        .nth(1)
        .expect("lines to paste");
    let lines = lines.split("\nNot in").next().expect("lines to paste");
    desk.change("service.yaml", "letters:\n", &format!("letters:\n{lines}"));
    let told = letters(&desk, "hospital-export.xlsx", &[]);
    assert_eq!(told.status, 0, "{}", told.story());
    snapshot("people/hospital-export-printed", &told.story());
    let by_hand = desk.read_text("out/invitation/by-hand.csv");
    insta::assert_snapshot!(by_hand, @"
    row,column,asked for
    10,language,Welsh
    19,Preferred Format,Braille
    27,Preferred Format,Email please
    32,language,Urdu
    ");
    assert!(text_of(&desk, 5).contains("Dear Dr Dee Ellis"));
    let verified = desk.run_exactly(&["letters", "--verify", "out/invitation"]);
    assert_eq!(verified.status, 0, "{}", verified.story());
}

#[test]
fn a_formula_whose_result_was_not_saved_is_named() {
    snapshot(
        "people/formula-without-result",
        &refused("formula-without-result.xlsx"),
    );
}

#[test]
fn a_house_number_that_became_a_date_is_named() {
    snapshot(
        "people/house-number-as-date",
        &refused("house-number-9-as-date.xlsx"),
    );
}

#[test]
fn words_for_an_error_are_named() {
    snapshot("people/error-words", &refused("error-words.csv"));
}

#[test]
fn a_sheet_of_notes_is_not_taken_for_people_in_silence() {
    let desk = office();
    let told = letters(&desk, "notes-sheet-first.xlsx", &[]);
    snapshot("people/notes-sheet-first", &told.story());
}

#[test]
fn one_cell_of_day_and_time_serves_both_columns() {
    let desk = office();
    let told = letters(&desk, "one-cell-date-and-time.xlsx", &[]);
    assert_eq!(told.status, 0, "{}", told.story());
    let text = text_of(&desk, 2).replace('\u{a0}', " ");
    assert!(text.contains("Monday 7 December 2026"), "{text}");
    assert!(text.contains("9:30am"), "{text}");
}

#[test]
fn the_same_person_on_another_day_is_warned_of() {
    let desk = office();
    let told = letters(&desk, "same-person-other-day.csv", &[]);
    assert_eq!(told.status, 0, "{}", told.story());
    assert!(
        told.err
            .contains("the person of row 2 again, on another day")
    );
}

#[test]
fn a_long_name_stands_in_the_text_as_it_was_typed() {
    let desk = office();
    let told = letters(&desk, "long-names.csv", &[]);
    assert_eq!(told.status, 0, "{}", told.story());
    let text = text_of(&desk, 2);
    assert!(
        text.contains("Dear Wolfeschlegelsteinhausenbergerdorff"),
        "{text}"
    );
}

#[test]
fn yoruba_names_are_printed_whole() {
    let desk = office();
    let told = letters(&desk, "yoruba-names.csv", &[]);
    assert_eq!(told.status, 0, "{}", told.story());
    assert!(text_of(&desk, 2).contains("Dear Adébáyọ̀ Ọlátúnjí"));
    // Marks that stand apart part a word for this reader; letters and their order count.
    let letters = text_of(&desk, 3).replace(' ', "");
    assert!(letters.contains("DearÌyábọ̀Ọ̀ṣun,"), "{letters}");
}

#[test]
fn some_rows_are_printed_again_into_a_folder_of_their_own() {
    let desk = office();
    letters(&desk, "yoruba-names.csv", &[]);
    let again = letters(&desk, "yoruba-names.csv", &["--rows", "3"]);
    assert_eq!(again.status, 0, "{}", again.story());
    let first = desk.read("out/invitation/000003.pdf");
    assert_eq!(desk.read("out/invitation.rows-3/000003.pdf"), first);
    assert!(!desk.exists("out/invitation.rows-3/000002.pdf"));
    let nobody = letters(&desk, "yoruba-names.csv", &["--rows", "9"]);
    assert_eq!(nobody.status, 2, "{}", nobody.story());
}

#[test]
fn a_doubt_stops_the_run_until_it_is_accepted() {
    let desk = office();
    let sunday = String::from_utf8(fixture("yoruba-names.csv")).expect("text");
    desk.write("sunday.csv", sunday.replace("2026-12-07", "2026-12-06"));
    let line = [
        "letters",
        "invitation",
        "--people",
        "sunday.csv",
        "--date",
        "2026-11-28",
    ];
    let stopped = desk.run(&line);
    assert_eq!(stopped.status, 1);
    snapshot("people/doubt", &stopped.story());
    let meant = desk.run(&[&line[..], &["--accept", "on-a-sunday"]].concat());
    assert_eq!(meant.status, 0, "{}", meant.story());
    let no_doubt = desk.run(&[&line[..], &["--accept", "not-a-date"]].concat());
    assert_eq!(no_doubt.status, 2);
}
