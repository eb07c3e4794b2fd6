//! A print run: the same letters, many to a file, for a printer.

use page_validation::ValidationProfile;

use super::{PEOPLE, PRIVATE, sheet};
use crate::support::rendering::{is_ink, rendered};
use crate::support::standards::broken_rules;
use crate::support::{Desk, Pdf, snapshot};

/// Dots to the millimetre: enough to tell one letter from another, and a page in
/// the wrong place from one in the right place.
const DOTS: f32 = 3.0;

/// A line of the manifest: row, file, page from, pages, sheets.
type Line = (usize, String, usize, usize, usize);

fn desk() -> Desk {
    let desk = Desk::with("harbour");
    desk.write("people.csv", sheet(&PEOPLE));
    desk
}

/// A desk where a letter has three pages.
fn desk_of_three_pages() -> Desk {
    let desk = desk();
    desk.write(
        "overrides/invitation.yaml",
        "add: [{after: cannot-come, section: {id: more, heading: More, blocks: \
         [page-break, text: We look forward to meeting you.]}}]\n",
    );
    desk
}

fn run(desk: &Desk, flags: &[&str]) -> String {
    let typed = ["letters", "invitation", "--people", "people.csv"];
    desk.done(&[&typed, flags].concat()).story()
}

fn manifest(desk: &Desk, folder: &str) -> Vec<Line> {
    let text = desk.read_text(format!("{folder}/invitation/manifest.csv"));
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let records = rows.records().map(|record| {
        let record = record.expect("a line of the manifest");
        let number = |column: usize| record[column].parse().expect("a number");
        let file = record[1].to_owned();
        (number(0), file, number(2), number(3), number(4))
    });
    records.collect()
}

/// Whoever holds both in their hands sees no difference.
#[track_caller]
fn assert_same_on_paper(desk: &Desk, flags: &[&str]) {
    run(desk, &[]);
    let typed = [&["--print-run", "--out", "run"], flags].concat();
    run(desk, &typed);
    let alone = manifest(desk, "out");
    let together = manifest(desk, "run");
    assert_eq!(alone.len(), together.len());
    for (one, other) in alone.iter().zip(&together) {
        assert_eq!(one.0, other.0, "in the order of the rows");
        assert_eq!(one.3, other.3, "the pages of row {}", one.0);
        let letter = rendered(&desk.read(format!("out/invitation/{}", one.1)), DOTS);
        let file = rendered(&desk.read(format!("run/invitation/{}", other.1)), DOTS);
        let (from, pages) = (other.2 - 1, other.3);
        assert!(letter[..] == file[from..from + pages], "row {}", one.0);
    }
}

#[test]
fn a_letter_of_a_print_run_looks_like_the_one_sent_alone() {
    assert_same_on_paper(&desk(), &["--per-file", "2"]);
    assert_same_on_paper(&desk_of_three_pages(), &["--duplex"]);
}

#[test]
fn files_hold_so_many_letters_in_the_order_of_the_rows() {
    let desk = desk();
    let told = run(&desk, &["--print-run", "--per-file", "2"]);
    snapshot("people/print-run", &told);
    let files: Vec<String> = desk.files("out/invitation").into_keys().collect();
    assert_eq!(
        files,
        ["manifest.csv", "run-0001.pdf", "run-0002.pdf", "run.json"]
    );
    let line = |row, file: &str, from| (row, file.to_owned(), from, 3, 3);
    assert_eq!(
        manifest(&desk, "out"),
        [
            line(2, "run-0001.pdf", 1),
            line(3, "run-0001.pdf", 4),
            line(4, "run-0002.pdf", 1),
        ]
    );
}

/// Printed on both sides, nobody's letter begins on the back of another's.
#[test]
fn a_letter_that_ends_on_a_front_gets_a_blank_back() {
    let desk = desk_of_three_pages();
    run(&desk, &["--print-run", "--duplex"]);
    let lines = manifest(&desk, "out");
    assert_eq!(lines.len(), 3);
    let pages = rendered(&desk.read("out/invitation/run-0001.pdf"), DOTS);
    assert_eq!(pages.len(), 12);
    for (row, _, from, count, sheets) in lines {
        assert_eq!((count, sheets), (3, 2), "row {row}");
        assert_eq!(from % 2, 1, "row {row} begins on a front");
        let printed = |page: usize| pages[page - 1].pixels().any(|dot| is_ink(*dot));
        assert!((from..from + 3).all(printed));
        assert!(!printed(from + 3), "row {row} has a blank back");
    }
    run(&desk, &["--print-run"]);
    let pages = rendered(&desk.read("out/invitation/run-0001.pdf"), DOTS);
    assert_eq!(pages.len(), 9, "no blank pages where one side is printed");
}

/// It is for paper: no tags, PDF/A-2b, and nothing about anybody but what is on
/// the pages.
#[test]
fn a_print_run_is_untagged_and_names_nobody() {
    let desk = desk();
    run(&desk, &["--print-run", "--duplex"]);
    let bytes = desk.read("out/invitation/run-0001.pdf");
    let broken = broken_rules(&bytes, ValidationProfile::PdfA2b);
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    let plain = String::from_utf8_lossy(&bytes);
    assert!(!plain.contains("StructTreeRoot"));
    for words in PRIVATE {
        // Short pieces of names may stand in compressed bytes by chance.
        assert!(words.len() < 5 || !plain.contains(words), "{words}");
    }
    let text = Pdf::open(&bytes).running_text();
    assert!(text.contains("Dear Bryn Tegid"), "and the pages do");
}

#[test]
fn the_same_people_give_the_same_file() {
    let (one, two) = (desk(), desk());
    run(&one, &["--print-run", "--per-file", "2"]);
    run(&two, &["--print-run", "--per-file", "2"]);
    assert!(one.files("out") == two.files("out"));
}

/// The files of the one way do not stay beside those of the other.
#[test]
fn a_print_run_takes_the_place_of_separate_letters() {
    let desk = desk();
    run(&desk, &[]);
    run(&desk, &["--print-run"]);
    let files: Vec<String> = desk.files("out/invitation").into_keys().collect();
    assert_eq!(files, ["manifest.csv", "run-0001.pdf", "run.json"]);
    run(&desk, &[]);
    assert_eq!(desk.files("out/invitation").len(), 5);
}

/// What Typst remembers of one letter must never be seen in another: whoever else
/// gets one, and in whatever order, a person's letter is the same, byte for byte.
#[test]
fn a_letter_is_the_same_in_any_company() {
    let [a, b, c] = PEOPLE;
    let letters_of = |people: [&str; 3]| {
        let desk = Desk::with("harbour");
        desk.write("people.csv", sheet(&people));
        run(&desk, &[]);
        [2, 3, 4].map(|row| desk.read(format!("out/invitation/{row:06}.pdf")))
    };
    let alone = [a, b, c].map(|person| letters_of([person; 3]));
    for order in [[0, 1, 2], [2, 0, 1], [1, 0, 2]] {
        let together = letters_of(order.map(|n| PEOPLE[n]));
        for (place, person) in order.into_iter().enumerate() {
            let same = together[place] == alone[person][place];
            assert!(same, "person {person} in place {place}");
        }
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    let cases: [&[&str]; 6] = [
        &["--separator"],
        &["--sort", "postcode"],
        &["--per-file", "3"],
        &["--print-run", "--per-file", "0"],
        &["--print-run", "--per-file", "2001"],
        &["--print-run", "--per-file", "many"],
    ];
    let mut said = String::new();
    for flags in cases {
        let desk = desk();
        let typed = ["letters", "invitation", "--people", "people.csv"];
        let told = desk.run(&[&typed, flags].concat());
        assert_eq!(told.status, 2, "{}", told.story());
        assert!(!desk.exists("out"));
        said.push_str(&told.story());
        said.push('\n');
    }
    snapshot("people/print-run-refused", &said);
}
