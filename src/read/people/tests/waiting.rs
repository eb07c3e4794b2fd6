//! Letters that show no appointment, to people who wait for one; and one that takes a day back.

use super::*;
use crate::read::Nation;
use crate::read::people::Opening;
use crate::read::people::column::{APPOINTMENT_DATE, APPOINTMENT_TIME, PLACE};

const WAITING: &str = "name,address line 1,address line 2,postcode,reference";
const BO: &str = "Bo Cole,2 Mill Lane,Riverside,LS1 4AP,R2";

fn still_waiting() -> WantedLetter {
    WantedLetter {
        shows_appointment: false,
        ..letter("still-waiting", "You are still on our list", Vec::new())
    }
}

/// The people of a run that prints no other letter.
fn waiting(text: &str) -> People {
    let people = of_letters(&[still_waiting()], "", text);
    people.unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Those of a run whose rows choose between both kinds.
fn mixed(text: &str) -> Result<People, Vec<String>> {
    let invitation = letter("invitation", "Come and meet us", Vec::new());
    let people = of_letters(&[invitation, still_waiting()], "", text);
    people.map_err(|problems| problems.into_iter().map(|it| it.message).collect())
}

/// Every code that any judge of rows finds, on letters of this day.
fn found(people: &People) -> Vec<&'static str> {
    let holidays = Reader::new(&Assets::example(), &Sources::default()).bank_holidays();
    let holidays = holidays.expect("built in");
    let opening = Opening {
        holidays: &holidays,
        nation: Nation::England,
    };
    let today = date(2026, 11, 28);
    assert_eq!(people.beyond(&holidays), None);
    let all = [
        people.impossible(today),
        people.in_doubt(&opening),
        people.doubtful(today),
    ];
    all.concat().iter().map(|fault| fault.code.code()).collect()
}

#[test]
fn somebody_who_waits_needs_no_columns_of_an_appointment() {
    let people = waiting(&format!("{WAITING}\n{BO}\n"));
    assert_eq!(people.rows[0].name, "Bo Cole");
    assert_eq!(people.rows[0].appointment, None);
    assert_eq!(people.notes, []);
}

#[test]
fn what_else_is_missing_is_missing_as_before() {
    let text = format!("{WAITING}\n{BO}\n").replace("reference", "colour");
    let problems = of_letters(&[still_waiting()], "", &text).expect_err("no reference");
    let said: Vec<&str> = problems.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(said, ["people.csv has no column `reference`"]);
}

/// An export that has the columns for other letters: empty, filled in, or filled in with
/// what no letter could print.
#[test]
fn what_stands_in_columns_of_an_appointment_is_not_looked_at() {
    for cells in [
        ",,",
        "2026-12-07,09:30,clinic",
        "2020-01-01,00:00,clinic",
        "2026-12-06,05:00,town-hall",
        "2046-12-07,09:30,clinic",
        "to be agreed,#N/A,0",
    ] {
        let rows = ["Ann Lee", "Ann Lee"].map(|name| BO.replace("Bo Cole", name));
        let rows = rows.map(|row| format!("{row},{cells}\n")).concat();
        let people = waiting(&format!(
            "{WAITING},appointment date,appointment time,place\n{rows}"
        ));
        assert_eq!(people.rows[0].appointment, None, "{cells}");
        assert_eq!(found(&people), [""; 0], "{cells}");
        let said = "people.csv: not used in the letters: `appointment date`, \
                    `appointment time`, `place`";
        assert_eq!(people.notes[0].message, said);
    }
}

/// A name with a slip in it is no mistake where the column is not asked for; and settings
/// that name it are for the other letters of the service.
#[test]
fn columns_for_other_letters_may_be_called_anything() {
    let text = format!("{WAITING},apointment date,Appt Time\n{BO},,\n");
    let settings = "  columns:\n    appointment time: Appt Time\n    place: Clinic\n";
    let people = of_letters(&[still_waiting()], settings, &text);
    assert_eq!(people.map(|people| people.rows.len()), Ok(1));
}

#[test]
fn in_a_mixed_run_each_row_says_what_its_own_letter_shows() {
    let bo = ANN.replace("Ann Lee", "Bo Cole").replace("R1", "R2");
    let without = bo.replace("2026-12-07,09:30,clinic", ",,");
    let unsure = bo.replace("2026-12-07,09:30,clinic", "soon,########,0");
    let text = format!(
        "{COLUMNS},letter\n{ANN},\n{without},still-waiting\n{unsure},You are still on our list\n"
    );
    let people = mixed(&text).expect("all three are good");
    let shown: Vec<bool> = people
        .rows
        .iter()
        .map(|row| row.appointment.is_some())
        .collect();
    assert_eq!(shown, [true, false, false]);
    assert_eq!(found(&people), [""; 0]);
    // Without the columns, nobody could be invited.
    assert_eq!(
        mixed(&format!("{WAITING},letter\n{BO},still-waiting\n")),
        Err([APPOINTMENT_DATE, APPOINTMENT_TIME, PLACE]
            .map(|column| format!("people.csv has no column `{column}`"))
            .into())
    );
}

#[test]
fn in_a_mixed_run_an_invitation_to_nowhere_is_refused() {
    let without = ANN.replace("2026-12-07,09:30,clinic", ",,");
    let text = format!("{COLUMNS},letter\n{without},still-waiting\n{without},invitation\n");
    assert_eq!(
        mixed(&text),
        Err([APPOINTMENT_DATE, APPOINTMENT_TIME, PLACE]
            .map(|column| format!("people.csv:3: `{column}` is empty"))
            .into())
    );
}

/// "Your visit is no longer on Monday 7 December", in a letter that invites for that day.
#[test]
fn the_old_day_is_not_the_new_one() {
    let old = Declared {
        other_day: true,
        ..field("old-date", FieldType::Date)
    };
    let letters = [letter("new-date", "The new day", vec![old])];
    let read = |old: &str| of_letters(&letters, "", &format!("{COLUMNS},old-date\n{ANN},{old}\n"));
    let told = read("2026-12-07").expect_err("one day is both");
    let said: Vec<&str> = told
        .iter()
        .map(|problem| problem.message.as_str())
        .collect();
    assert_eq!(
        said,
        ["people.csv:2: `old-date` is the day of the visit, and has to be another"]
    );
    for right in ["2026-12-06", ""] {
        assert!(read(right).is_ok(), "{right}");
    }
}
