//! Letters to people who wait: no day is known yet, so none is asked for.

use super::{HEADER, PEOPLE};
use crate::support::standards::assert_conforms;
use crate::support::{Desk, Pdf};

/// Its id says what it was once; its title does not.
const GUIDE: &str = "\
guide: invite-later
kind: letter
format: a4-letter
title: You are still on our list
summary: What happens while you wait
audience: patients
version: 1
reviewed: 2026-11-01
next-review: 2028-11-01
sections:
  - id: opening
    blocks:
      - text: |
          Dear {{ person.name }},

          You are still on our list. We will write again when we have a day for you.
";

/// What an office keeps of people who wait.
const LIST: &str = "\
name,address line 1,address line 2,postcode,reference
Ruth Ashdown,8 Net Loft Lane,Quayside,LD99 2BB,HPS-7701
Bryn Tegid,Tŷ Coed,Halyard Hill,LD99 4FG,
";

fn desk() -> Desk {
    let desk = Desk::with("harbour");
    desk.write("content/guides/invite-later/en-GB.yaml", GUIDE);
    desk.write("people.csv", LIST);
    desk
}

const LETTERS: [&str; 4] = ["letters", "invite-later", "--people", "people.csv"];

fn text(desk: &Desk, path: &str) -> String {
    let bytes = desk.read(path);
    assert_conforms("a letter", &bytes);
    Pdf::open(&bytes).running_text()
}

#[test]
fn who_waits_gets_a_letter_from_a_list_of_names_and_addresses() {
    let desk = desk();
    let told = desk.done(&LETTERS);
    assert!(!told.said().contains("not used"), "{}", told.story());
    let ruth = text(&desk, "out/invite-later/000002.pdf");
    assert!(ruth.contains("Dear Ruth Ashdown, You are still"), "{ruth}");
    let bryn = text(&desk, "out/invite-later/000003.pdf");
    assert!(bryn.contains("Dear Bryn Tegid,"), "{bryn}");
    let verified = desk.run_exactly(&["letters", "--verify", "out/invite-later"]);
    assert_eq!(verified.status, 0, "{}", verified.story());
    let proof = desk.done(&[&LETTERS[..], &["--proof", "--out", "look"]].concat());
    assert!(proof.out.contains("longest name"), "{}", proof.story());
    assert!(!proof.out.contains("place"), "{}", proof.story());
}

/// The same export serves both letters: what it says of days is printed in the other one.
#[test]
fn a_day_that_no_letter_shows_is_no_mistake() {
    let desk = desk();
    let [ruth, zoe, bryn] = PEOPLE;
    let past = ruth.replace("2026-12-07,09:30", "2020-01-05,00:00");
    let none = zoe.replace("2026-12-08,14:00,pier", ",to be agreed,");
    desk.write(
        "people.csv",
        format!("{HEADER}\n{past}\n{past}\n{none}\n{bryn}\n"),
    );
    let told = desk.done(&LETTERS);
    let note = "not used in the letters: `appointment date`, `appointment time`, `place`";
    assert!(told.err.contains(note), "{}", told.story());
    assert!(
        !told.err.contains("warning: people.csv"),
        "{}",
        told.story()
    );
    let ruth = text(&desk, "out/invite-later/000002.pdf");
    assert!(!ruth.contains("January"), "{ruth}");
    // An invitation still asks for all of it.
    let told = desk.run(&["letters", "invitation", "--people", "people.csv"]);
    assert_eq!(told.status, 1, "{}", told.story());
    for code in ["date-in-the-past", "missing-value", "not-a-time"] {
        assert!(told.err.contains(code), "{code}: {}", told.story());
    }
}

#[test]
fn rows_that_choose_their_letter_say_what_that_letter_shows() {
    let desk = desk();
    let [ruth, zoe, _] = PEOPLE;
    let waits = zoe.replace("2026-12-08,14:00,pier", ",,");
    let people = format!("{HEADER},letter\n{ruth},\n{waits},invite-later\n");
    desk.write("people.csv", &people);
    let typed = ["letters", "invitation", "--people", "people.csv"];
    desk.done(&typed);
    let ruth = text(&desk, "out/invitation/000002.pdf");
    assert!(ruth.contains("Monday 7 December 2026"), "{ruth}");
    let zoe = text(&desk, "out/invitation/000003.pdf");
    assert!(zoe.contains("You are still on our list."), "{zoe}");

    let emptied = Desk::with("harbour");
    emptied.write("content/guides/invite-later/en-GB.yaml", GUIDE);
    emptied.write("people.csv", people.replace("invite-later", "invitation"));
    let told = emptied.run(&typed);
    assert_eq!(told.status, 1, "{}", told.story());
    for column in ["appointment date", "appointment time", "place"] {
        let said = format!("people.csv:3: `{column}` is empty");
        assert!(told.err.contains(&said), "{}", told.story());
    }
    assert!(!emptied.exists("out"));

    // The columns are asked for, whichever of the two letters the run is named after.
    desk.write(
        "people.csv",
        LIST.replace("reference\n", "reference,letter\n")
            .replace("HPS-7701", "HPS-7701,invitation")
            .replace("LD99 4FG,", "LD99 4FG,,"),
    );
    let told = desk.run(&LETTERS);
    assert_eq!(told.status, 1, "{}", told.story());
    for column in ["appointment date", "appointment time", "place"] {
        let said = format!("people.csv has no column `{column}`");
        assert!(told.err.contains(&said), "{}", told.story());
    }
}

/// A day in one language alone would be a gap for whoever asks for that one.
#[test]
fn a_letter_that_shows_a_day_in_one_of_its_languages_asks_for_it() {
    let desk = Desk::with("two-languages");
    let rows = format!("{},language\n", LIST.lines().next().expect("a header"));
    desk.write(
        "people.csv",
        rows + "Ruth Ashdown,8 Net Loft Lane,Quayside,LD99 2BB,,English\n",
    );
    let typed = ["letters", "aros", "--people", "people.csv"];
    desk.done(&[&typed[..], &["--dry-run"]].concat());
    let welsh = "content/guides/aros/cy.yaml";
    let guide = desk.read_text(welsh);
    desk.write(
        welsh,
        guide.replacen(
            "{{ person.name }}",
            "{{ person.name }}, {{ person.appointment_date }}",
            1,
        ),
    );
    let told = desk.run(&typed);
    assert!(
        told.err.contains("has no column `appointment date`"),
        "{}",
        told.story()
    );
}

#[test]
fn a_service_without_a_place_shows_and_judges_a_letter_to_people_who_wait() {
    let desk = desk();
    let settings = desk.read_text("service.yaml");
    let (before, rest) = settings.split_once("places:\n").expect("places");
    let (_, after) = rest.split_once("letters:\n").expect("letters");
    let after = after.replace("  reply-to: pier\n", "");
    desk.write("service.yaml", format!("{before}letters:\n{after}"));
    desk.done(&["build", "invite-later", "--target", "screen"]);
    // It invites nobody, whatever its id says.
    let told = desk.done(&["check", "invite-later", "--select", "LW02"]);
    assert!(!told.out.contains("invitation-without"), "{}", told.story());
    desk.done(&LETTERS);
    let told = desk.run(&["build", "invitation"]);
    assert!(
        told.err.contains("needs a place to invite people to"),
        "{}",
        told.story()
    );
}
