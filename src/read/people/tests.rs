//! Small spreadsheets, and what becomes of the people in them.

use jiff::civil::{date, time};

use super::{Declared, FieldType, FieldValue, People, Wanted, read};
use crate::diagnostics::Problem;
use crate::read::table;

pub(super) const COLUMNS: &str = "name,address line 1,address line 2,address line 3,postcode,appointment date,\
                       appointment time,place,reference";
const ANN: &str = "Ann Lee,1 Mill Lane,Riverside,,LS1 4AP,2026-12-07,09:30,clinic,R1";

pub(super) fn people(text: &str) -> Result<People, Vec<Problem>> {
    let declared = [
        field("interpreter-language", FieldType::Text),
        field("reply-by", FieldType::Date),
        field("doors-open", FieldType::Time),
    ];
    let places = ["clinic".to_owned(), "town-hall".to_owned()];
    read(
        table::survey("people.csv", text.as_bytes())?,
        &Wanted {
            declared: &declared,
            places: &places,
            name_by: None,
        },
    )?
    .whole()
}

fn field(key: &str, kind: FieldType) -> Declared {
    Declared {
        key: key.to_owned(),
        kind,
        required: false,
        choices: Vec::new(),
    }
}

fn good(text: &str) -> People {
    people(text).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn wrong(text: &str) -> Vec<String> {
    let problems = people(text).expect_err("these rows are wrong");
    for problem in &problems {
        assert!(!problem.help.is_empty(), "no help: {}", problem.message);
        assert!(problem.place.is_none());
    }
    problems
        .into_iter()
        .map(|problem| problem.message)
        .collect()
}

/// The block of one person with this name and this address.
pub(super) fn block(name: &str, lines: &str, postcode: &str) -> Result<Vec<String>, String> {
    let text = format!(
        "name,address line 1,address line 2,address line 3,address line 4,address line 5,\
         address line 6,postcode,appointment date,appointment time,place,reference\n\
         {name},{lines},{postcode},2026-12-07,09:30,clinic,\n"
    );
    match people(&text) {
        Ok(people) => Ok(people
            .rows
            .into_iter()
            .flat_map(|person| person.address)
            .collect()),
        Err(problems) => Err(problems
            .into_iter()
            .map(|problem| problem.message)
            .collect()),
    }
}

#[test]
fn a_person_is_read() {
    let people = good(&format!(
        "{COLUMNS},Interpreter_Language,reply by\n{ANN},Polish,2026-11-30\n"
    ));
    let person = &people.rows[0];
    assert_eq!(person.row, 2);
    assert_eq!(person.name, "Ann Lee");
    assert_eq!(
        person.address,
        ["Ann Lee", "1 Mill Lane", "Riverside", "LS1 4AP"]
    );
    assert_eq!(person.appointment_date, date(2026, 12, 7));
    assert_eq!(person.appointment_time, time(9, 30, 0, 0));
    assert_eq!(person.place, "clinic");
    assert_eq!(person.reference, "R1");
    assert_eq!(
        person.fields["interpreter-language"],
        FieldValue::Text("Polish".to_owned())
    );
    assert_eq!(
        person.fields["reply-by"],
        FieldValue::Date(date(2026, 11, 30))
    );
    assert!(!person.fields.contains_key("doors-open"));
    assert_eq!(people.notes, []);
}

#[test]
fn column_names_ignore_case_spaces_and_dashes() {
    let columns = COLUMNS
        .to_uppercase()
        .replace(' ', "_")
        .replace("NAME", " Na-me ");
    assert_eq!(good(&format!("{columns}\n{ANN}\n")).rows.len(), 1);
}

#[test]
fn a_place_is_found_however_it_is_typed() {
    let people = good(&format!(
        "{COLUMNS}\n{}\n",
        ANN.replace("clinic", "Town Hall")
    ));
    assert_eq!(people.rows[0].place, "town-hall");
}

#[test]
fn one_class_of_error_comes_at_a_time() {
    assert_eq!(
        wrong("name\n"),
        ["people.csv has nobody in it: there is no row below the column names"]
    );
    assert_eq!(
        wrong("name,name\nAnn,Lee\n"),
        ["people.csv has no columns for an address"]
    );
    assert_eq!(
        wrong("name,postcode,name\nAnn,LS1 4AP,Lee\n"),
        ["people.csv has only the column `postcode` for an address"]
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
        problems[0].help,
        ["if the column `refrence` holds it, change that name to `reference`"]
    );
}

#[test]
fn everything_wrong_with_a_row_is_said_without_a_word_of_it() {
    let text =
        format!("{COLUMNS}\n\n{ANN}\n,Secret Lane,Riverside,,10115,07/12/2026,9.30,clinik,R2\n");
    let said = wrong(&text);
    assert_eq!(
        said,
        [
            "people.csv:4: `name` is empty",
            "people.csv:4: `postcode` is not a UK postcode",
            "people.csv:4: `appointment date` is not a date such as 2026-12-07",
            "people.csv:4: `appointment time` is not a time such as 09:30",
            "people.csv:4: `place` is not one of the service's places",
        ]
    );
    let problems = people(&text).expect_err("still wrong");
    let shown = format!("{problems:?}");
    for secret in ["Secret", "10115", "07/12", "9.30", "clinik", "R2"] {
        assert!(!shown.contains(secret), "{secret} is shown");
    }
    assert_eq!(
        problems[4].help,
        [
            "did you mean `clinic`?",
            "type `clinic` or `town-hall`, as in service.yaml"
        ]
    );
}

#[test]
fn twenty_problems_are_shown_and_the_others_counted() {
    let row = ANN.replace("09:30", "noon");
    let text = format!("{COLUMNS}\n{}", format!("{row}\n").repeat(332));
    let said = wrong(&text);
    assert_eq!(said.len(), 21);
    assert_eq!(
        said[19],
        "people.csv:21: `appointment time` is not a time such as 09:30"
    );
    assert_eq!(said[20], "people.csv: and 312 more");
}

#[test]
fn columns_that_are_not_used_are_named_once() {
    let people = good(&format!(
        "{COLUMNS},NHS number,,colour\n{ANN},1,x,\n{ANN},2,,\n"
    ));
    assert_eq!(people.notes.len(), 1);
    assert_eq!(
        people.notes[0].message,
        "people.csv: not used in the letters: `NHS number`, `colour`, column K"
    );
}

#[test]
fn a_column_that_looks_like_a_missing_one_is_no_note() {
    let problems = wrong(&format!("{COLUMNS},door open\n{ANN},\n"));
    assert_eq!(
        problems,
        ["people.csv has a column `door open`, which no letter uses"]
    );
}

#[test]
fn a_person_in_the_place_of_the_header_is_not_shown() {
    let people = good(&format!(
        "{COLUMNS},\"Aoife O'Connor, 27 Station Road\"\n{ANN},\n"
    ));
    assert_eq!(people.notes.len(), 1);
    assert_eq!(
        people.notes[0].message,
        "people.csv: not used in the letters: column J"
    );
}

#[test]
fn letters_that_an_export_lost_are_not_printed() {
    let row = ANN.replace("Ann Lee", "Ma?gorzata Lee");
    assert_ne!(row, ANN);
    let problems = wrong(&format!("{COLUMNS}\n{row}\n"));
    assert_eq!(problems, ["people.csv:2: `name` has lost letters"]);
}

#[test]
fn appointments_that_cannot_be_meant_are_said() {
    let people = good(&format!("{COLUMNS}\n{ANN}\n{ANN}\n"));
    let appointment = people.rows[0].appointment_date;
    assert_eq!(people.impossible(appointment), []);
    let after = appointment.tomorrow().expect("a day");
    assert_eq!(people.impossible(after).len(), 2);
    let doubtful = people.doubtful(appointment);
    assert_eq!(doubtful.len(), 1);
    assert_eq!(
        doubtful[0].message,
        "people.csv:3: the same letter as row 2"
    );
}

#[test]
fn a_whole_address_may_stand_in_one_cell() {
    let people = good(
        "name,address line 1,appointment date,appointment time,place,reference\n\
         Ann Lee,\"1 Mill Lane,\nRiverside,\n\n ls1  4ap \",2026-12-07,09:30,clinic,\n",
    );
    assert_eq!(
        people.rows[0].address,
        ["Ann Lee", "1 Mill Lane", "Riverside", "LS1 4AP"]
    );
}

#[test]
fn a_block_is_tidied() {
    let expected = ["Ann Lee", "Flat 2, 1 Mill Lane", "Riverside", "LS1 4AP"].map(str::to_owned);
    let untidy = "\"Flat 2 ,  1   Mill Lane ,\",,Riverside,,,";
    assert_eq!(
        block("Ann Lee", untidy, "ls14ap").as_deref(),
        Ok(expected.as_slice())
    );
    let with_country = block(
        "Ann Lee",
        "\"Flat 2, 1 Mill Lane\",Riverside,LS1 4AP,Wales,U.K.,",
        "",
    );
    assert_eq!(with_country.as_deref(), Ok(expected.as_slice()));
}

#[test]
fn a_name_is_not_printed_twice() {
    for (name, first) in [
        ("Ann Lee", "ANN  LEE"),
        ("Dr Ann Lee", "Ann Lee"),
        ("Ann Lee", "Prof. Dr Ann Lee"),
    ] {
        let block = block(
            name,
            &format!("{first},1 Mill Lane,Riverside,,,"),
            "LS1 4AP",
        );
        assert_eq!(block.map(|block| block.len()), Ok(4), "{name} / {first}");
    }
    let son = block("Ann Lee", "Ann Leeds,1 Mill Lane,Riverside,,,", "LS1 4AP");
    assert_eq!(son.map(|block| block.len()), Ok(5));
}

#[test]
fn an_envelope_takes_seven_lines() {
    assert_eq!(
        block("Ann Lee", "a,b,c,d,e,", "LS1 4AP").map(|block| block.len()),
        Ok(7)
    );
    assert_eq!(
        block("Ann Lee", "a,b,c,d,e,f", "LS1 4AP"),
        Err(
            "people.csv:2: the address has 8 lines with the name on top, and an envelope takes 7"
                .to_owned()
        )
    );
    assert_eq!(
        block("Ann Lee", "ann lee,b,c,d,e,f", "LS1 4AP").map(|block| block.len()),
        Ok(7)
    );
}

#[test]
fn addresses_that_notify_refuses_are_refused() {
    for (lines, postcode, said) in [
        (",,,,,", "", "the address is empty"),
        (
            "1 Mill Lane,,,,,",
            "LS1 4AP",
            "the address has 2 lines and needs at least 3",
        ),
        (
            "-,Riverside,Leeds,,,",
            "LS1 4AP",
            "`address line 1` has no letter or number in it",
        ),
        (
            "Mill,--,Leeds,,,",
            "LS1 4AP",
            "`address line 2` has no letter or number in it",
        ),
        (
            "1 Mill Lane,Riverside,,,,Leeds",
            "",
            "`postcode` is not a UK postcode",
        ),
        (
            "1 Mill Lane,Riverside,,,,",
            "GX11 1AA",
            "`postcode` is not a UK postcode",
        ),
        (
            "1 Mill Lane,Riverside,LS1 4AP,France,,",
            "",
            "`postcode` is not a UK postcode",
        ),
        (
            "1 Mill Lane,(Riverside),,,,",
            "LS1 4AP",
            "`address line 2` starts with a character that no address line may start with",
        ),
        (
            "NFA,,,,,",
            "",
            "`address line 1` says that there is no fixed address to post to",
        ),
        (
            "Has No Fixed Abode,Leeds,,,,",
            "LS1 4AP",
            "`address line 1` says that there is no fixed address to post to",
        ),
        (
            "1 Camp,BFPO 57,Cyprus,,,",
            "",
            "`address line 3` names a country, and the address has a BFPO number",
        ),
    ] {
        assert_eq!(
            block("Ann Lee", lines, postcode),
            Err(format!("people.csv:2: {said}"))
        );
    }
}

/// Whoever types the country last means the postcode above it.
#[test]
fn a_postcode_may_stand_above_the_country() {
    let typed = block("Ann Lee", "1 Mill Lane,Riverside,,,,g00da", "UK");
    let expected = ["Ann Lee", "1 Mill Lane", "Riverside", "G0 0DA"].map(str::to_owned);
    assert_eq!(typed.as_deref(), Ok(expected.as_slice()));
}

#[test]
fn a_forces_address_ends_in_its_number() {
    let expected = ["Ann Lee", "Hut 1", "1 Camp", "BF1 2AT", "BFPO 57"].map(str::to_owned);
    let with_postcode = block("Ann Lee", "Hut 1,1 Camp,bf12at,bfpo c/o 57,UK,", "");
    assert_eq!(with_postcode.as_deref(), Ok(expected.as_slice()));
    let without = block("Ann Lee", "Hut 1,1 Camp,,,,", "BFPO 57");
    assert_eq!(
        without.map(|block| block.join("/")),
        Ok("Ann Lee/Hut 1/1 Camp/BFPO 57".to_owned())
    );
}

#[test]
fn a_name_has_a_letter_and_starts_with_one_that_may_be_printed() {
    assert_eq!(
        block("12345", "1 Mill Lane,Riverside,,,,", "LS1 4AP"),
        Err("people.csv:2: `name` has no letter in it".to_owned())
    );
    assert_eq!(
        block("=Ann", "1 Mill Lane,Riverside,,,,", "LS1 4AP"),
        Err(
            "people.csv:2: `name` starts with a character that no address line may start with"
                .to_owned()
        )
    );
}

#[test]
fn more_people_than_one_run_prints_are_refused_before_anything_else() {
    let text = format!("name\n{}", "Ann\n".repeat(100_001));
    assert_eq!(
        wrong(&text),
        ["people.csv has 100001 rows, and at most 100000 are read at once"]
    );
}

#[test]
fn a_row_that_cannot_be_read_waits_until_the_columns_are_right() {
    let text = format!("{COLUMNS}\n{ANN},more\n");
    let missing = text.replace("reference", "ref");
    assert_eq!(wrong(&missing), ["people.csv has no column `reference`"]);
    assert_eq!(
        wrong(&text),
        ["people.csv:2: column J holds something, but the column names end at column I"]
    );
}

#[test]
fn the_same_reference_for_two_people_is_doubtful() {
    let other = ANN.replace("Ann Lee", "Bob Lee");
    let bare = ANN.replace("Ann Lee", "Cat Lee").replace(",R1", ",");
    let people = good(&format!("{COLUMNS}\n{ANN}\n{other}\n{bare}\n{bare}\n"));
    let doubtful = people.doubtful(people.rows[0].appointment_date);
    let said: Vec<&str> = doubtful
        .iter()
        .map(|doubt| doubt.message.as_str())
        .collect();
    assert_eq!(
        said,
        [
            "people.csv:5: the same letter as row 4",
            "people.csv:3: the same `reference` as row 2",
        ]
    );
}

/// Codes are for other programs: whoever reads them relies on them.
#[test]
fn addresses_have_the_codes_of_notify() {
    for (lines, postcode, code) in [
        (",,,,,", "", "address-is-empty"),
        ("1 Mill Lane,,,,,", "LS1 4AP", "not-enough-address-lines"),
        ("a,b,c,d,e,f", "LS1 4AP", "too-many-address-lines"),
        (
            "-,Riverside,Leeds,,,",
            "LS1 4AP",
            "invalid-address-line-1-or-2",
        ),
        (
            "1 Camp,BFPO 57,Cyprus,,,",
            "",
            "has-country-for-bfpo-address",
        ),
        (
            "1 Mill Lane,Riverside,,,,",
            "10115",
            "not-a-real-uk-postcode",
        ),
        (
            "1 Mill Lane,(Riverside),,,,",
            "LS1 4AP",
            "invalid-char-in-address",
        ),
        ("NFA,,,,,", "", "no-fixed-abode-address"),
    ] {
        let text = format!(
            "name,address line 1,address line 2,address line 3,address line 4,address line 5,\
             address line 6,postcode,appointment date,appointment time,place,reference\n\
             Ann Lee,{lines},{postcode},2026-12-07,09:30,clinic,\n"
        );
        let problems = people(&text).expect_err("a wrong address");
        assert_eq!(problems[0].code(), Some(code));
    }
}
