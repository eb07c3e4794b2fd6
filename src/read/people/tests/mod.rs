//! Small spreadsheets, and what becomes of the people in them.

mod addresses;
mod doubts;
mod notify;
mod offices;
mod waiting;

use jiff::civil::{date, time};

use super::{
    Appointment, Declared, FieldType, FieldValue, People, PersonRow, Wanted, WantedLetter, read,
};
use crate::assets::Assets;
use crate::diagnostics::{Problem, Sources};
use crate::read::service::Service;
use crate::read::table::{self, Asked};
use crate::read::{Edition, Reader};

pub(super) const COLUMNS: &str = "name,address line 1,address line 2,address line 3,postcode,appointment date,\
                       appointment time,place,reference";
const ANN: &str = "Ann Lee,1 Mill Lane,Riverside,,LS1 4AP,2026-12-07,09:30,clinic,R1";

pub(super) fn people(text: &str) -> Result<People, Vec<Problem>> {
    of_service("", text)
}

/// The people of a service that says this under `letters:` in its settings.
fn of_service(letters: &str, text: &str) -> Result<People, Vec<Problem>> {
    let declared = vec![
        field("interpreter-language", FieldType::Text),
        field("reply-by", FieldType::Date),
        field("doors-open", FieldType::Time),
    ];
    let call = vec![field("phone-first", FieldType::Text)];
    let both = [
        letter("invitation", "Come and meet us", declared),
        letter("call", "We will call you", call),
    ];
    of_letters(&both, letters, text)
}

/// A letter that shows an appointment.
fn letter(guide: &str, title: &str, declared: Vec<Declared>) -> WantedLetter {
    WantedLetter {
        guide: guide.to_owned(),
        titles: vec![title.to_owned()],
        languages: vec!["en-GB".to_owned()],
        declared,
        shows_appointment: true,
    }
}

/// The people who may get these letters.
fn of_letters(wanted: &[WantedLetter], letters: &str, text: &str) -> Result<People, Vec<Problem>> {
    let (assets, sources) = (Assets::example(), Sources::default());
    let mut reader = Reader::new(&assets, &sources);
    let words = reader.column_words().expect("built in");
    let service = service(letters);
    read(
        table::survey("people.csv", text.as_bytes(), &Asked::default())?,
        &Wanted {
            file: "people.csv",
            letters: wanted,
            edition: Edition::Standard,
            languages: &["en-GB".to_owned()],
            places: &service.places,
            settings: &service.letters,
            words: &words,
            name_by: None,
            rows: None,
        },
    )?
    .whole()
}

/// A service with two places.
fn service(letters: &str) -> Service {
    let settings = format!(
        "service: {{name: Riverside, organisation: Health, nation: england}}\ntone: wellbeing\nlanguages: [en-GB]\n\
         contacts: {{main: {{name: Desk, phone: 01632 960123, checked: 2026-10-12}}}}\n\
         places:\n  clinic: {{name: Riverside Clinic, address: [1 Mill Lane, Riverside, LD91 2AB]}}\n  \
         town-hall: {{name: The Old Hall, address: [2 High Street, Riverside, LD91 3DE]}}\nletters:\n{letters}"
    );
    let file = crate::assets::File {
        name: "service.yaml".into(),
        kind: crate::diagnostics::SourceKind::Service,
        bytes: settings.into_bytes(),
    };
    crate::read::yaml::read(&Sources::default(), &file).expect("settings")
}

fn field(key: &str, kind: FieldType) -> Declared {
    Declared {
        key: key.to_owned(),
        kind,
        required: false,
        choices: Vec::new(),
        other_day: false,
    }
}

fn good(text: &str) -> People {
    people(text).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn appointment(person: &PersonRow) -> &Appointment {
    let appointment = person.appointment.as_ref();
    appointment.expect("their letter shows one")
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
    let appointment = appointment(person);
    assert_eq!(appointment.date, date(2026, 12, 7));
    assert_eq!(appointment.time, time(9, 30, 0, 0));
    assert_eq!(appointment.place, "clinic");
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
    assert_eq!(appointment(&people.rows[0]).place, "town-hall");
}

#[test]
fn everything_wrong_with_a_row_is_said_without_a_word_of_it() {
    let text =
        format!("{COLUMNS}\n\n{ANN}\n,Secret Lane,Riverside,,10115,07/12/2026,at 9,clinik,R2\n");
    let said = wrong(&text);
    assert_eq!(
        said,
        [
            "people.csv:4: `name` is empty",
            "people.csv:4: `postcode` is not a UK postcode",
            "people.csv:4: `appointment date` may have the day first or the month first",
            "people.csv:4: `appointment time` is not a time such as 09:30 or 2.30pm",
            "people.csv:4: `place` is not one of the service's places",
        ]
    );
    let problems = people(&text).expect_err("still wrong");
    let shown = format!("{problems:?}");
    for secret in ["Secret", "10115", "07/12", "at 9", "clinik", "R2"] {
        assert!(!shown.contains(secret), "{secret} is shown");
    }
    assert_eq!(
        problems[4].help,
        [
            "did you mean `clinic`?",
            "type `clinic` or `town-hall`, as in service.yaml, or a place's name as it is printed"
        ]
    );
}

#[test]
fn one_fault_in_many_rows_is_said_once() {
    let row = ANN.replace("09:30", "half past");
    let text = format!("{COLUMNS}\n{}", format!("{row}\n").repeat(332));
    assert_eq!(
        wrong(&text),
        ["people.csv: `appointment time` is not a time such as 09:30 or 2.30pm: rows 2 to 333"]
    );
}

#[test]
fn a_cell_that_cannot_be_relied_on_stops_its_row_where_a_letter_uses_it() {
    let columns = format!("{COLUMNS},interpreter-language,notes");
    for (from, to, expected) in [
        (
            "1 Mill Lane",
            "#N/A",
            "`address line 1` holds `#N/A`, the error of a formula",
        ),
        (
            "Ann Lee",
            "Ann NULL",
            "`name` holds a program's word for nothing, such as NULL",
        ),
        (
            "R1",
            "1.23457E+12",
            "`reference` holds a number of which only the first digits are left, as in 1.23E+12",
        ),
        (
            "Riverside",
            "0",
            "`address line 2` is 0, which is what a look-up gives where it finds nothing",
        ),
        (
            "09:30",
            "########",
            "`appointment time` holds `####` instead of a number or a day",
        ),
        (
            "Polish",
            "#REF!",
            "`interpreter-language` holds `#REF!`, the error of a formula",
        ),
    ] {
        let row = format!("{ANN},Polish,").replace(from, to);
        assert_eq!(
            wrong(&format!("{columns}\n{row}\n")),
            [format!("people.csv:2: {expected}")]
        );
    }
    let unused = format!("{columns}\n{ANN},Polish,#N/A\n");
    assert_eq!(good(&unused).rows.len(), 1);
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
fn more_people_than_one_run_prints_are_refused_before_anything_else() {
    let text = format!("name\n{}", "Ann\n".repeat(100_001));
    assert_eq!(
        wrong(&text),
        ["people.csv has more than 100,000 rows, and no more are read at once"]
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

/// What takes gigabytes to lay out is a fault of its row, and says nothing of the cell.
#[test]
fn a_cell_holds_no_more_than_a_letter_has_room_for() {
    let marked = |marks: usize, between: &str| {
        let mark = format!("\u{301}{between}");
        format!("1 Ma{} Lane", mark.repeat(marks))
    };
    let of = |line: &str| {
        wrong_or_good(&format!(
            "{COLUMNS}\n{}\n",
            ANN.replace("1 Mill Lane", line)
        ))
    };
    assert_eq!(of(&marked(10, "")), "");
    // As Hebrew is written with all its points, or Thai.
    assert_eq!(of("ש\u{5c1}\u{5b8}\u{5bd} ที่"), "");
    let many =
        "people.csv:2: `address line 1` has more accents on one letter than any language needs";
    // The first of them becomes one letter with the one it is on.
    assert_eq!(of(&marked(12, "")), many);
    assert_eq!(
        of(&marked(25_000, "")),
        "people.csv:2: `address line 1` holds more than any letter has room for"
    );
    assert_eq!(of(&marked(12, "\u{200d}")), many);
    assert_eq!(of(&"a".repeat(20_000)), "");
    assert_eq!(
        of(&"a".repeat(20_001)),
        "people.csv:2: `address line 1` holds more than any letter has room for"
    );
}

fn wrong_or_good(text: &str) -> String {
    match people(text) {
        Ok(_) => String::new(),
        Err(problems) => problems
            .into_iter()
            .map(|problem| problem.message)
            .collect(),
    }
}
