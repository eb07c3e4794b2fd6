//! What the person at the printer holds: the sheet on top of a pile, and letters in
//! an order that saves work.

use super::{HEADER, PEOPLE, call, sheet};
use crate::support::{Desk, Pdf, snapshot};

/// A letter of one page, and of two or three where somebody's row says so.
const CALL: &str = "\
fields:
  second: {type: text, about: What stands on a second page}
  third: {type: text, about: What stands on a third page}
sections:
  - id: first
    heading: A call
    blocks:
      - text: Dear {{ person.name }}, we will call you.
  - id: second
    when: person.second
    heading: More
    blocks: [page-break, text: '{{ person.second }}']
  - id: third
    when: person.third
    heading: Even more
    blocks: [page-break, text: '{{ person.third }}']
";

/// Where each row's letter begins in its file, and its pages: in the file's order.
fn in_order(desk: &Desk, guide: &str) -> Vec<(usize, usize, usize)> {
    let text = desk.read_text(format!("out/{guide}/manifest.csv"));
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let records = rows.records().map(|record| {
        let record = record.expect("a line of the manifest");
        let number = |column: usize| record[column].parse().expect("a number");
        (number(2), number(0), number(3))
    });
    let mut lines: Vec<(usize, usize, usize)> = records.collect();
    lines.sort_unstable();
    lines
}

#[test]
fn letters_of_one_length_lie_together() {
    let desk = Desk::with("notice-board");
    desk.write("content/guides/call/en-GB.yaml", call(CALL));
    let more = [",Hello,Hello", ",,", ",Hello,", ",,", ",Hello,"];
    let row = |more: &str| format!("{}{more}\n", PEOPLE[0]);
    let rows: String = more.map(row).concat();
    desk.write("people.csv", format!("{HEADER},second,third\n{rows}"));
    let typed = ["letters", "call", "--people", "people.csv", "--print-run"];
    let sorted = [
        "--sort",
        "pages",
        "--duplex",
        "--accept",
        "same-person-twice",
    ];
    let told = desk.done(&[&typed[..], &sorted].concat());
    snapshot("people/sorted-by-pages", &told.out);
    let wanted = [(1, 3, 1), (3, 5, 1), (5, 4, 2), (7, 6, 2), (9, 2, 3)];
    assert_eq!(in_order(&desk, "call"), wanted);
}

#[test]
fn letters_for_one_place_lie_together() {
    let desk = Desk::with("harbour");
    let [ruth, zoe, bryn] = PEOPLE;
    let far = bryn.replace("LD99 4FG", "LD9 1AA");
    desk.write("people.csv", sheet(&[bryn, zoe, &far, ruth]));
    let typed = ["letters", "invitation", "--people", "people.csv"];
    desk.done(&[&typed[..], &["--print-run", "--sort", "postcode"]].concat());
    let wanted = [(1, 4, 3), (4, 5, 3), (7, 3, 3), (10, 2, 3)];
    assert_eq!(in_order(&desk, "invitation"), wanted);
}

/// The sheet on top says what the pile is, and nobody's name.
#[test]
fn a_separator_sheet_lies_before_the_letters_of_a_file() {
    let desk = Desk::with("harbour");
    desk.write("people.csv", sheet(&PEOPLE));
    let typed = ["letters", "invitation", "--people", "people.csv"];
    let run = ["--print-run", "--per-file", "2", "--separator", "--duplex"];
    let told = desk.done(&[&typed[..], &run].concat());
    snapshot("people/separator", &told.out);
    // It has a sheet of its own, so the first letter begins on the third page.
    let places: Vec<usize> = in_order(&desk, "invitation")
        .into_iter()
        .map(|(from, ..)| from)
        .collect();
    assert_eq!(places, [3, 3, 7]);
    let first = Pdf::open(&desk.read("out/invitation/run-0001.pdf")).text();
    let (sheet, letters) = first.split_at(2);
    let running = |pages: &[String]| {
        let text = pages.join(" ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (sheet, letters) = (running(sheet), running(letters));
    for words in [
        "Take this sheet out. It goes to nobody.",
        "run-0001.pdf",
        "2 letters",
        "row 2",
        "row 3",
        "both sides",
    ] {
        assert!(sheet.contains(words), "{words} in {sheet}");
    }
    for words in super::PRIVATE {
        assert!(!sheet.contains(words), "{words} in {sheet}");
    }
    assert!(letters.contains("Dear Ruth Ashdown"));
}
