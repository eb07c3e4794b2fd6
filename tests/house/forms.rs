//! What somebody fills in with a pen: scales, diaries, tallies and rings, in every kind and
//! edition; and forms that are printed in copies.

use leafwright::Edition;

use crate::support::desk::Told;
use crate::support::library::Order;
use crate::support::picture::assert_looks;
use crate::support::standards::assert_conforms;
use crate::support::{Desk, Pdf, snapshot};

const GUIDES: [&str; 6] = [
    "form-page",
    "form-leaflet",
    "form-gate",
    "form-booklet",
    "form-card",
    "form-letter",
];

fn order(desk: &Desk, edition: Edition) -> Order<'_> {
    Order {
        folder: Some(desk.folder()),
        edition,
        ..Order::EXAMPLE
    }
}

fn printed(desk: &Desk, guide: &str) -> Pdf {
    Pdf::open(&order(desk, Edition::Standard).print(guide))
}

#[test]
fn forms_look_as_somebody_has_seen_them() {
    let desk = Desk::with("forms");
    let order = order(&desk, Edition::Standard);
    let workspace = order.open().expect("the service opens");
    for guide in ["form-page", "form-leaflet", "form-booklet"] {
        let document = workspace.pages(&order.id(&workspace, guide));
        assert_looks(guide, &document.expect("it is set"));
    }
}

#[test]
fn forms_are_read_out_in_order() {
    let desk = Desk::with("forms");
    for guide in ["form-page", "form-gate", "form-letter"] {
        let tags = printed(&desk, guide).tags();
        snapshot(&format!("forms/tags-{guide}"), &tags.outline());
    }
}

#[test]
fn forms_keep_the_standards_in_every_kind_and_edition() {
    let desk = Desk::with("forms");
    for edition in [Edition::Standard, Edition::LargePrint] {
        for guide in GUIDES {
            let pdf = order(&desk, edition).print(guide);
            assert_conforms(&format!("{guide} {}", edition.id()), &pdf);
        }
    }
}

/// Two boxes are no room for the words of both ends: each says its number.
#[test]
fn ends_of_a_scale_that_do_not_fit_beside_each_other_say_their_numbers() {
    let desk = Desk::with("forms");
    let guide = "content/guides/form-card/en-GB.yaml";
    desk.change(
        guide,
        "from: 0, to: 10, low: not at all, high: completely",
        "from: 1, to: 2, low: None, high: Most",
    );
    let lines = printed(&desk, "form-card").text().join("\n");
    for said in ["1 = None", "2 = Most"] {
        assert!(lines.lines().any(|line| line == said), "{said}: {lines}");
    }
    let tags = printed(&desk, "form-card").tags();
    assert!(tags.outline().contains("= None"), "{}", tags.outline());
}

/// A format with little room says the short text, and no table.
#[test]
fn a_short_text_stands_for_a_diary_where_there_is_little_room() {
    let desk = Desk::with("forms");
    let text = printed(&desk, "form-gate").running_text();
    assert!(text.contains("Write down what you did"), "{text}");
    assert!(!text.contains("How I felt"), "{text}");
    let guide = "content/guides/form-gate/en-GB.yaml";
    desk.change(guide, "a4-gate-fold", "a4");
    desk.change(guide, "kind: leaflet", "kind: sheet");
    let text = printed(&desk, "form-gate").running_text();
    assert!(text.contains("How I felt"), "{text}");
}

/// Each copy begins on the front of a sheet, says whom it is for, and counts its own pages.
#[test]
fn copies_begin_new_sheets() {
    let desk = Desk::with("forms");
    let guide = "content/guides/form-page/en-GB.yaml";
    let text = desk.read_text(guide);
    // What is left fits one side.
    let (kept, _) = text.split_once("  - id: diary").expect("a section to cut");
    desk.write(guide, kept);
    let pages = printed(&desk, "form-page").text();
    let [first, back, second] = pages.as_slice() else {
        panic!("{pages:?}");
    };
    assert!(first.contains("Copy 1 of 2: for your GP"), "{first}");
    assert!(back.contains("This side is empty."), "{back}");
    assert!(second.contains("Copy 2 of 2: to keep"), "{second}");
    assert!(!second.contains("Page 3"), "{second}");
}

const FORMATS: [(&str, &str); 6] = [
    ("leaflet", "a4-roll-fold"),
    ("leaflet", "a4"),
    ("booklet", "a5-booklet"),
    ("sheet", "a3"),
    ("sheet", "a5"),
    ("sheet", "a6"),
];

#[test]
fn what_has_no_copies() {
    let mut said = String::new();
    for (kind, format) in FORMATS {
        let desk = Desk::with("notice-board");
        let guide = "content/guides/notice/en-GB.yaml";
        desk.change(guide, "kind: sheet", &format!("kind: {kind}"));
        let copies = format!("format: {format}\ncopies: [for your GP, to keep]");
        desk.change(guide, "format: a4", &copies);
        let Told { status, err, .. } = desk.run(&["build"]);
        said.push_str(&format!("=== {kind} {format}: status {status}\n{err}"));
    }
    snapshot("forms/no-copies", &said);
}

#[test]
fn a_table_that_is_too_wide_names_its_panel() {
    let desk = Desk::with("forms");
    desk.change(
        "content/guides/form-leaflet/en-GB.yaml",
        "columns: [Day, What I did, How I felt]",
        "columns: [Day, Morning, Afternoon, Evening, Night]",
    );
    let told = desk.run(&["build", "form-leaflet"]);
    assert_eq!(told.status, 1, "{}", told.story());
    snapshot("forms/too-narrow", &told.err);
}

const WRONG: [(&str, &str); 20] = [
    (
        "numbers without ends",
        "- scale: {label: How was it?, from: 0, to: 10}",
    ),
    ("a label alone", "- scale: {label: How was it?}"),
    (
        "backwards and without ends",
        "- scale: {label: How was it?, from: 10, to: 0}",
    ),
    (
        "the same answer twice",
        "- scale: {label: How was it?, words: [good, bad, Good]}",
    ),
    (
        "words and numbers",
        "- scale: {label: How was it?, to: 10, words: [good, bad]}",
    ),
    (
        "too many numbers",
        "- scale: {label: How was it?, from: 0, to: 20, low: bad, high: good}",
    ),
    (
        "backwards",
        "- scale: {label: How was it?, from: 5, to: 1, low: bad, high: good}",
    ),
    ("one word", "- scale: {label: How was it?, words: [good]}"),
    ("no question", "- scale: {words: [good, bad]}"),
    ("one column", "- diary: {columns: [Day], rows: 7}"),
    ("no rows", "- diary: {columns: [Day, Walks], rows: []}"),
    (
        "rows in words",
        "- diary: {columns: [Day, Walks], rows: seven}",
    ),
    (
        "rows too low to write in",
        "- diary: {columns: [Day, Walks], rows: 7, row-height: 6}",
    ),
    (
        "a tally of one column",
        "- tally: {rows: [Monday], columns: [Day], boxes: 10}",
    ),
    ("a tally without boxes", "- tally: {rows: [Monday]}"),
    ("a ring of two", "- cycle: {steps: [Pain, Rest]}"),
    ("a ring of nothing", "- cycle: {label: My week}"),
    (
        "steps and blank",
        "- cycle: {steps: [Pain, Rest, Worry], blank: 3}",
    ),
    ("too many to write in", "- cycle: {blank: 12}"),
    (
        "two paragraphs",
        "- statement: |\n          We hear you.\n\n          We believe you.",
    ),
];

#[test]
fn forms_that_cannot_be_made() {
    let mut said = String::new();
    for (name, block) in WRONG {
        let desk = Desk::with("notice-board");
        desk.change("content/guides/notice/en-GB.yaml", "- contacts: all", block);
        let Told { status, err, .. } = desk.run(&["build"]);
        said.push_str(&format!("=== {name}: status {status}\n{err}"));
    }
    snapshot("forms/refused", &said);
}

/// What is handed in does not come along to a visit; what somebody keeps does.
#[test]
fn only_what_is_kept_asks_to_be_brought() {
    let desk = Desk::empty();
    leafwright::new_service(desk.folder(), Some("garden-charity")).expect("an empty folder");
    let said = |guide: &str| {
        desk.done(&["build", guide, "--target", "screen"]);
        Pdf::open(&desk.read(format!("out/{guide}.pdf"))).running_text()
    };
    let bring = "Bring this with you.";
    assert!(said("what-matters-card").contains(bring));
    assert!(!said("have-your-say").contains(bring));
}
