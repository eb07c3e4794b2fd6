//! Spreadsheets as offices have them: with columns, dates and wishes of their own.

use jiff::civil::{date, time};

use super::*;

const THEIRS: &str =
    "Title,Forename,Surname,Addr1,Town,Post Code,Appt Date,Appt Time,Clinic,Hospital No";
const BELL: &str =
    "Mrs,Ann,Bell,1 Mill Lane,Riverside,LS1 4AP,07/12/2026,9.30am,Riverside Clinic,0042";

/// What a service writes after one look at its columns.
const MAPPED: &str = "  dates: day-first\n  columns:\n    name: [Title, Forename, Surname]\n    \
                      address line 1: Addr1\n    address line 2: Town\n    place: Clinic\n";

fn said(problems: &[Problem]) -> Vec<&str> {
    problems
        .iter()
        .map(|problem| problem.message.as_str())
        .collect()
}

#[test]
fn a_hospitals_columns_are_read_once_they_are_named() {
    let text = format!("{THEIRS}\n{BELL}\n");
    let people = of_service(MAPPED, &text).expect("a good row");
    let person = &people.rows[0];
    assert_eq!(person.name, "Mrs Ann Bell");
    assert_eq!(
        person.address,
        ["Mrs Ann Bell", "1 Mill Lane", "Riverside", "LS1 4AP"]
    );
    let appointment = appointment(person);
    assert_eq!(appointment.date, date(2026, 12, 7));
    assert_eq!(appointment.time, time(9, 30, 0, 0));
    assert_eq!(appointment.place, "clinic");
    assert_eq!(person.reference, "0042");
    assert_eq!(
        said(&people.notes),
        [
            "people.csv: read `Appt Date` as `appointment date`, `Appt Time` as `appointment time`, \
             `Hospital No` as `reference`"
        ]
    );
}

#[test]
fn what_is_missing_and_what_sounds_as_if_it_mattered_is_said_in_one_round() {
    let problems = of_service("", &format!("{THEIRS}\n{BELL}\n")).expect_err("no name");
    assert_eq!(
        said(&problems),
        [
            "people.csv has no column `name`",
            "people.csv has `Town`, which sounds like a part of an address and which no letter uses",
        ]
    );
    assert_eq!(
        problems[0].help[0],
        "write under `letters: columns:` in service.yaml: name: [Title, Forename, Surname]"
    );
}

#[test]
fn a_column_may_be_left_alone_on_purpose() {
    let text = format!("{COLUMNS},County\n{ANN},Yorkshire\n");
    let problems = of_service("", &text).expect_err("a county");
    assert!(problems[0].message.contains("`County`"));
    assert!(of_service("  unused-columns: [county]\n", &text).is_ok());
    // Nobody misses what is empty.
    assert!(people(&format!("{COLUMNS},County\n{ANN},\n")).is_ok());
}

#[test]
fn a_column_without_a_name_within_the_address_is_one_of_its_lines() {
    let text = "name,address line 1,,address line 2,postcode,appointment date,appointment time,place,reference\n\
                Ann Lee,Flat 2,The Mill,Riverside,LS1 4AP,2026-12-07,09:30,clinic,R1\n";
    assert_eq!(
        wrong(text),
        ["people.csv: column C stands between columns of the address and has no name"]
    );
}

#[test]
fn two_columns_that_may_be_one_of_ours_are_asked_about() {
    let columns = COLUMNS.replace("reference", "Hospital No,MRN");
    let problems = wrong(&format!("{columns}\n{ANN},7\n"));
    assert_eq!(
        problems[0],
        "people.csv has 2 columns that may be `reference`: `Hospital No` and `MRN`"
    );
    let people = of_service(
        "  columns: {reference: MRN}\n",
        &format!("{columns}\n{ANN},7\n"),
    );
    assert_eq!(people.expect("a reference").rows[0].reference, "7");
}

#[test]
fn what_the_service_maps_may_be_missing_whole_and_not_in_part() {
    assert!(
        of_service(
            "  columns: {name: Patient}\n",
            &format!("{COLUMNS}\n{ANN}\n")
        )
        .is_ok()
    );
    let text = format!("{THEIRS}\n{BELL}\n").replace("Forename", "Given");
    let problems = of_service(MAPPED, &text).expect_err("a forename");
    assert_eq!(
        problems[0].message,
        "people.csv has no column `Forename`, of which `name` is made"
    );
    assert!(problems[0].place.is_some());
    let mistyped = of_service("  columns: {postcod: PC}\n", &format!("{COLUMNS}\n{ANN}\n"));
    let mistyped = mistyped.expect_err("no such column");
    assert_eq!(mistyped[0].message, "no letter has `postcod`");
}

#[test]
fn one_cell_may_hold_the_whole_address() {
    let row = |address: &str| {
        format!(
            "name,Address,appointment date,appointment time,place,reference\n\
             Ann Lee,\"{address}\",2026-12-07,09:30,clinic,\n"
        )
    };
    for address in [
        "Flat 2, 12, Mill Lane, Riverside, LS1 4AP",
        "Flat 2, 12 Mill Lane, Riverside LS1 4AP",
        "Flat 2\n12 Mill Lane\nRiverside\nls14ap",
    ] {
        assert_eq!(
            good(&row(address)).rows[0].address,
            ["Ann Lee", "Flat 2", "12 Mill Lane", "Riverside", "LS1 4AP"],
            "{address}"
        );
    }
}

#[test]
fn one_cell_may_hold_day_and_time_for_both_columns() {
    let moment = "2026-12-07 09:30";
    let both = ANN
        .replace("2026-12-07", moment)
        .replace(",09:30,", &format!(",{moment},"));
    let read = good(&format!("{COLUMNS}\n{both}\n"));
    assert_eq!(appointment(&read.rows[0]).time, time(9, 30, 0, 0));
    let one = format!(
        "{COLUMNS}\n{}\n",
        both.replace(&format!(",{moment},clinic"), ",clinic")
    );
    let one = one.replace("appointment time,", "");
    assert_eq!(appointment(&good(&one).rows[0]).time, time(9, 30, 0, 0));
    let other = both.replacen(moment, "2026-12-08 09:30", 1);
    assert_eq!(
        wrong(&format!("{COLUMNS}\n{other}\n")),
        ["people.csv:2: `appointment time` does not say the same moment as `appointment date`"]
    );
}

#[test]
fn a_place_goes_by_its_name_and_its_address() {
    for typed in [
        "Riverside Clinic",
        "CLINIC",
        "1 Mill Lane",
        "\"Riverside Clinic, 1 Mill Lane\"",
        "LD91 2AB",
    ] {
        let people = good(&format!("{COLUMNS}\n{}\n", ANN.replace("clinic", typed)));
        assert_eq!(appointment(&people.rows[0]).place, "clinic", "{typed}");
    }
    // Both places are in Riverside.
    assert_eq!(
        wrong(&format!(
            "{COLUMNS}\n{}\n",
            ANN.replace("clinic", "Riverside")
        )),
        ["people.csv:2: `place` is not one of the service's places"]
    );
}

#[test]
fn a_place_that_many_rows_name_is_said_where_it_names_nobody() {
    let rows = |place: &str| format!("{}\n", ANN.replace("clinic", place)).repeat(6);
    assert_eq!(
        wrong(&format!("{COLUMNS}\n{}", rows("Ward 7"))),
        ["people.csv: `place` is not one of the service's places (it says `Ward 7`): rows 2 to 7"]
    );
    for somebody in ["Dr Smith", "Lee House"] {
        let said = wrong(&format!("{COLUMNS}\n{}", rows(somebody)));
        assert_eq!(
            said,
            ["people.csv: `place` is not one of the service's places: rows 2 to 7"]
        );
    }
}

#[test]
fn each_row_says_how_its_letter_is_wanted() {
    let rows = [
        ("", "", ""),
        ("Large print", "", ""),
        ("18 point", "English", "call"),
        ("standard", "en-GB", "We will call you"),
        ("Braille", "", ""),
        ("", "Urdu", ""),
        ("email please", "Welsh", ""),
    ];
    let rows: String = rows
        .iter()
        .map(|(format, language, letter)| format!("{ANN},{format},{language},{letter}\n"))
        .collect();
    let people = good(&format!(
        "{COLUMNS},Preferred Format,language,letter\n{rows}"
    ));
    let letters: Vec<(usize, &str, Edition)> = people
        .rows
        .iter()
        .map(|person| {
            let letter = &people.letters[person.letter];
            (person.row, letter.guide.as_str(), letter.edition)
        })
        .collect();
    assert_eq!(
        letters,
        [
            (2, "invitation", Edition::Standard),
            (3, "invitation", Edition::LargePrint),
            (4, "call", Edition::LargePrint),
            (5, "call", Edition::Standard),
        ]
    );
    let by_hand: Vec<(usize, &str, &str)> = people
        .by_hand
        .iter()
        .map(|row| (row.row, row.column.as_str(), row.asked.as_str()))
        .collect();
    assert_eq!(
        by_hand,
        [
            (6, "Preferred Format", "Braille"),
            (7, "language", "Urdu"),
            (8, "Preferred Format", "email please"),
        ]
    );
}

#[test]
fn a_letter_that_there_is_not_is_an_error() {
    let text = format!("{COLUMNS},letter\n{ANN},reminder\n");
    assert_eq!(
        wrong(&text),
        ["people.csv:2: `letter` names no letter of this service"]
    );
}

#[test]
fn an_answer_of_yes_is_not_printed_with_what_follows_it() {
    for answer in ["Y - Urdu", "yes: Polish", "Y"] {
        let text = format!("{COLUMNS},interpreter-language\n{ANN},{answer}\n");
        assert!(wrong(&text)[0].contains("says yes"), "{answer}");
    }
    let text = format!("{COLUMNS},interpreter-language\n{ANN},Yoruba\n");
    assert_eq!(good(&text).rows.len(), 1);
}

#[test]
fn every_column_that_is_missing_is_said_at_once() {
    assert_eq!(
        wrong("name\n"),
        ["people.csv has nobody in it: there is no row below the column names"]
    );
    assert_eq!(
        wrong("name,name\nAnn,Lee\n"),
        [
            "people.csv has the column `name` 2 times: A, B",
            "people.csv has no columns for an address",
            "people.csv has no column `appointment date`",
            "people.csv has no column `appointment time`",
            "people.csv has no column `place`",
            "people.csv has no column `reference`",
        ]
    );
    let repeated = format!("{COLUMNS},Post_Code\n{ANN},LS1 4AP\n").replace("reference", "ref");
    assert_eq!(
        wrong(&repeated),
        ["people.csv has the column `postcode` 2 times: E, J"]
    );
    let missing = format!("{COLUMNS}\n{ANN}\n").replace("reference", "refrence");
    let problems = people(&missing).expect_err("a column is missing");
    assert_eq!(problems[0].message, "people.csv has no column `reference`");
    assert_eq!(
        problems[0].help[0],
        "if the column `refrence` holds it, change that name to `reference`"
    );
}
