//! What a spreadsheet says of a person, printed as it was typed.

use super::{PEOPLE, letter, letters, sheet};
use crate::support::standards::assert_conforms;
use crate::support::{Desk, Pdf, snapshot};

#[test]
fn a_name_and_an_address_are_printed_as_they_were_typed() {
    let desk = Desk::with("harbour");
    let rows = [
        r#""O'Neil & *Sons* _Ltd_ #1 $2 @x <b>",{{ person.name }},#let x = 1,LD99 1AA,2026-12-07,09:30,pier,**R**"#,
    ];
    let told = letters(&desk, sheet(&rows));
    assert_eq!(told.status, 0, "{}", told.story());
    let text = letter(&desk, 2);
    let typed = [
        "Dear O'Neil & *Sons* _Ltd_ #1 $2 @x <b>,",
        "{{ person.name }}",
        "#let x = 1",
        "**R**",
    ];
    for words in typed {
        assert!(text.contains(words), "{words} in\n{text}");
    }
}

/// "Dear محمد, 09:30": without isolates the time would be printed first.
#[test]
fn an_arabic_name_stands_before_what_follows_it() {
    let desk = Desk::with("notice-board");
    let name = "محمد";
    let guide = "\
sections:
  - id: first
    heading: A call
    blocks:
      - text: Dear {{ person.name }}, {{ person.appointment_time }} on {{ person.appointment_date }}.
";
    desk.write("content/guides/call/en-GB.yaml", super::call(guide));
    desk.write(
        "people.csv",
        sheet(&[&PEOPLE[0].replace("Ruth Ashdown", name)]),
    );
    desk.done(&["letters", "call", "--people", "people.csv"]);
    let bytes = desk.read("out/call/000002.pdf");
    assert_conforms("the letter", &bytes);
    let pdf = Pdf::open(&bytes);
    // As it stands on the page from left to right, and as it is read out.
    for text in [
        pdf.running_text(),
        crate::support::pdf::flowing(&pdf.tags().words()),
    ] {
        let (_, after) = text.split_once("Dear ").expect("a greeting");
        let (between, _) = after
            .split_once(", 9:30am on Monday 7 December 2026.")
            .expect(&text);
        let mut letters: Vec<char> = between.chars().collect();
        let mut wanted: Vec<char> = name.chars().collect();
        letters.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(letters, wanted, "{text}");
    }
}

/// "Nothing is ever clipped": a word with nowhere to break stays on the page, or
/// the row is refused.
fn long_word(column: &str) {
    let desk = Desk::with("harbour");
    let word = "W".repeat(120);
    let mut people = sheet(&PEOPLE[..1]);
    people = match column {
        "interpreter" => {
            people
                .replace("reference\n", "reference,interpreter\n")
                .trim_end()
                .to_owned()
                + ","
                + &word
        }
        _ => people.replace(column, &word),
    };
    let told = letters(&desk, people);
    match told.status {
        0 => {
            let pdf = Pdf::open(&desk.read("out/invitation/000002.pdf"));
            assert_eq!(pdf.words_off_the_page(2.0), Vec::<String>::new());
        }
        _ => assert!(told.err.contains("people.csv:2:"), "{}", told.story()),
    }
}

#[test]
fn an_endless_name_stays_on_the_page() {
    long_word("Ruth Ashdown");
}

#[test]
fn an_endless_address_stays_on_the_page() {
    long_word("8 Net Loft Lane");
}

#[test]
fn an_endless_reference_stays_on_the_page() {
    long_word("HPS-7701");
}

#[test]
fn an_endless_field_stays_on_the_page() {
    long_word("interpreter");
}

/// What is said of an address that is too long for its window.
#[test]
fn an_address_too_long_for_its_window() {
    let desk = Desk::with("harbour");
    let long = "The Old Lighthouse Keepers Cottage at the far end of the Breakwater ".repeat(4);
    let told = letters(
        &desk,
        sheet(&[&PEOPLE[0]
            .replace("8 Net Loft Lane", &long)
            .replace("Quayside", &long)]),
    );
    snapshot("people/long-address", &told.story());
    // Whoever only checks is told before anybody prints.
    let told = desk.run(&["check", "invitation", "--people", "people.csv"]);
    assert_eq!(told.status, 1, "{}", told.story());
    let misfit =
        "[does-not-fit]: people.csv:2: `invitation`: the name and address are 30 mm too large";
    assert!(told.said().contains(misfit), "{}", told.story());
    assert!(!told.said().contains("Lighthouse"), "{}", told.story());
}
