//! What nobody is likely to have meant.

use jiff::civil::date;

use super::*;
use crate::read::Nation;
use crate::read::people::{BankHolidays, Opening};

/// The codes of the doubts about one row.
fn doubts(row: &str) -> Vec<&'static str> {
    in_doubt(&[row])
}

fn in_doubt(rows: &[&str]) -> Vec<&'static str> {
    let people = good(&format!("{COLUMNS}\n{}\n", rows.join("\n")));
    let (assets, sources) = (Assets::example(), Sources::default());
    let holidays: BankHolidays = Reader::new(&assets, &sources)
        .bank_holidays()
        .expect("built in");
    let opening = Opening {
        holidays: &holidays,
        nation: Nation::England,
    };
    let found = people.in_doubt(&opening);
    assert!(found.iter().all(|doubt| doubt.code.is_doubt()));
    found.iter().map(|doubt| doubt.code.code()).collect()
}

#[test]
fn what_nobody_is_likely_to_have_meant_is_doubted() {
    assert_eq!(doubts(ANN), [""; 0]);
    for (from, to, code) in [
        ("2026-12-07", "2026-12-06", "on-a-sunday"),
        ("2026-12-07", "2026-12-25", "on-a-bank-holiday"),
        ("2026-12-07", "2027-08-30", "on-a-bank-holiday"),
        ("09:30", "06:59", "early-or-late"),
        ("09:30", "20:01", "early-or-late"),
        ("Ann Lee", "\"Lee, Ann (Mrs)\"", "name-with-comma"),
        ("Ann Lee", "ANN LEE", "name-in-capitals"),
        ("Ann Lee", "ann lee", "name-in-capitals"),
        ("Ann Lee", "Mrs", "only-a-title"),
        ("Riverside", "Riverside LS1 4AP", "postcode-twice"),
    ] {
        assert_eq!(doubts(&ANN.replace(from, to)), [code], "{to}");
    }
    // The clocks go forward on that Sunday.
    let missing = ANN
        .replace("2026-12-07", "2027-03-28")
        .replace("09:30", "01:30");
    assert_eq!(doubts(&missing), ["on-a-sunday", "no-such-hour"]);
    for (from, to) in [
        ("09:30", "07:00"),
        ("09:30", "20:00"),
        ("2026-12-07", "2027-08-02"),
        ("Ann Lee", "Jo Ng"),
        ("Ann Lee", "李小龍"),
        ("Ann Lee", "Dr J Lee"),
    ] {
        assert_eq!(doubts(&ANN.replace(from, to)), [""; 0], "{to}");
    }
}

#[test]
fn one_person_on_one_day_is_doubted_and_on_two_days_warned_of() {
    let again = ANN.replace("Ann Lee", "ANN Lee").replace("09:30", "14:00");
    assert_eq!(in_doubt(&[ANN, &again]), ["same-person-twice"]);
    let other_day = ANN.replace("2026-12-07", "2026-12-14");
    assert_eq!(in_doubt(&[ANN, &other_day]), [""; 0]);
    let people = good(&format!("{COLUMNS}\n{ANN}\n{other_day}\n"));
    let warned = people.doubtful(date(2026, 11, 28));
    assert_eq!(
        warned[0].problem.message,
        "people.csv:3: the person of row 2 again, on another day"
    );
    let neighbour = ANN.replace("Ann Lee", "Bob Lee").replace("R1", "R2");
    let people = good(&format!("{COLUMNS}\n{ANN}\n{neighbour}\n"));
    assert_eq!(people.doubtful(date(2026, 11, 28)), []);
}

#[test]
fn appointments_that_cannot_be_meant_are_said() {
    let people = good(&format!("{COLUMNS}\n{ANN}\n{ANN}\n"));
    let appointment = appointment(&people.rows[0]).date;
    assert_eq!(people.impossible(appointment), []);
    let after = appointment.tomorrow().expect("a day");
    assert_eq!(people.impossible(after).len(), 2);
    assert_eq!(people.doubtful(appointment), []);
}

#[test]
fn the_same_reference_for_two_people_is_doubtful() {
    let other = ANN.replace("Ann Lee", "Bob Lee");
    let bare = ANN.replace("Ann Lee", "Cat Lee").replace(",R1", ",");
    let people = good(&format!("{COLUMNS}\n{ANN}\n{other}\n{bare}\n{bare}\n"));
    let doubtful = people.doubtful(appointment(&people.rows[0]).date);
    let said: Vec<&str> = doubtful
        .iter()
        .map(|doubt| doubt.problem.message.as_str())
        .collect();
    assert_eq!(said, ["people.csv:3: the same `reference` as row 2",]);
}
