//! What a service changes of a guide that is not its own to change, and what it may say of the
//! guide as a whole.

use crate::support::{Desk, Pdf};

const OVERRIDES: &str = "overrides/notice.yaml";
const GUIDE: &str = "content/guides/notice/en-GB.yaml";

/// A desk with a notice whose only section is core, and with these changes of it.
fn desk(overrides: &str) -> Desk {
    let desk = Desk::with("notice-board");
    desk.change(
        GUIDE,
        "heading: Hello\n",
        "heading: Hello\n    core: true\n",
    );
    desk.write(OVERRIDES, overrides);
    desk
}

fn page(desk: &Desk) -> String {
    Pdf::open(&desk.read("out/notice.pdf")).running_text()
}

#[test]
fn core_words_hold_unless_somebody_answers_for_others() {
    let changed = desk("sections:\n  hello:\n    blocks:\n      - text: Stay away.\n");
    let told = changed.run(&["build"]);
    assert_eq!(told.status, 1, "{}", told.story());
    insta::assert_snapshot!(told.err, @r#"
    For Harbour Pain Service
    error: the core section `hello` says something else
       ┌─ overrides/notice.yaml:3:5
       │
     3 │     blocks:
       │     ^^^^^^^
       │
       ┌─ content/guides/notice/en-GB.yaml:12:9
       │
    12 │   - id: hello
       │         ----- it is part of the core
       │
       = help: it said "You are welcome at {{ service.name }}.", and now says "Stay away."
       = help: leave it as it is
       = help: add a line `core-change: {reason: …, approved-by: …}` to `hello`, where somebody answers for it
    "#);

    let agreed = desk(
        "sections:\n  hello:\n    core-change: {reason: Readers asked for it., approved-by: Clinical lead}\n    heading: Good day\n",
    );
    let told = agreed.done(&["build"]);
    let about_core = told.err.split("note: ").next().unwrap_or_default();
    insta::assert_snapshot!(about_core, @r#"
    For Harbour Pain Service
    warning: the core section `hello` says something else, as agreed by `Clinical lead`
      ┌─ overrides/notice.yaml:3:18
      │
    3 │     core-change: {reason: Readers asked for it., approved-by: Clinical lead}
      │                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      │
      = help: it said "Hello", and now says "Good day"
      = help: the reason given: Readers asked for it.
    "#);
    assert!(page(&agreed).contains("Changed here: Good day. Agreed by Clinical lead."));
}

#[test]
fn a_picture_or_the_same_words_change_nothing() {
    let desk = desk(
        "sections:\n  hello:\n    picture: {scene: walk}\n    heading: Hello\n    core-change: {reason: None., approved-by: Clinical lead}\n",
    );
    let told = desk.done(&["build"]);
    assert!(
        told.err.contains("no core words are changed"),
        "{}",
        told.err
    );
    assert!(!page(&desk).contains("Changed here"));
}

#[test]
fn what_is_core_holds_in_a_guide_that_was_copied_whole() {
    let copy = "content/guides/pain-and-mood/en-GB.yaml";
    let built_in = std::fs::read_to_string(copy).expect("a guide");
    let (front, belief) = built_in
        .split_once("  - id: pain-is-real\n")
        .expect("its core");
    let (_, rest) = belief.split_once("\n  - id: ").expect("one after it");
    let desk = Desk::with("harbour");
    desk.write(copy, format!("{front}  - id: {rest}"));
    let told = desk.run(&["build", "pain-and-mood"]);
    assert_eq!(told.status, 1, "{}", told.story());
    let missing = "the core section `pain-is-real` is missing";
    assert!(told.err.contains(missing), "{}", told.err);

    let (written, after) = belief.split_once("    blocks:\n").expect("its blocks");
    let (_, rest) = after.split_once("\n  - id: ").expect("one after it");
    let other = "    core-change: {reason: A trial., approved-by: Clinical lead}\n    blocks:\n      - text: Pain is often all in the mind.\n";
    desk.write(
        copy,
        format!("{front}  - id: pain-is-real\n{written}{other}\n  - id: {rest}"),
    );
    let told = desk.done(&["build", "pain-and-mood"]);
    let agreed = "says something else, as agreed by `Clinical lead`";
    assert!(told.err.contains(agreed), "{}", told.err);
    assert!(told.err.contains("LW027"), "{}", told.err);
    let leaflet = Pdf::open(&desk.read("out/pain-and-mood.pdf")).running_text();
    assert!(leaflet.contains("Agreed by Clinical"), "{leaflet}");
}

#[test]
fn a_service_gives_the_guide_another_title_and_dates_and_puts_its_own_before() {
    let desk = desk(
        "title: Come to the pier\nsummary: For everybody\nversion: 7\nreviewed: 2026-10-01\nnext-review: 2027-10-01\nadd:\n  - before: hello\n    section: {id: one, heading: First of all, blocks: [{text: We are open.}]}\n  - before: hello\n    section: {id: two, heading: Second of all, blocks: [{text: Come in.}]}\n",
    );
    desk.done(&["build"]);
    let page = page(&desk);
    for words in [
        "Come to the pier",
        "For everybody",
        "Version 7",
        "Checked October 2026",
        "Next check October 2027",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let place = |words: &str| page.find(words).expect("on the page");
    assert!(place("First of all") < place("Second of all"));
    assert!(place("Second of all") < place("Hello"));
}

#[test]
fn a_section_that_stands_nowhere_or_in_two_places() {
    let desk = desk(
        "add:\n  - section: {id: one, blocks: [{text: One.}]}\n  - before: hello\n    after: hello\n    section: {id: two, blocks: [{text: Two.}]}\n  - afer: hello\n    section: {id: three, blocks: [{text: Three.}]}\n",
    );
    let told = desk.run(&["build"]);
    assert_eq!(told.status, 1, "{}", told.story());
    insta::assert_snapshot!(told.err, @r#"
    For Harbour Pain Service
    error: nothing says where the section `one` stands
      ┌─ overrides/notice.yaml:2:19
      │
    2 │   - section: {id: one, blocks: [{text: One.}]}
      │                   ^^^
      │
      = help: beside `section:`, write `after: …` or `before: …` with the id of another section

    error: the section `two` cannot stand in two places
      ┌─ overrides/notice.yaml:3:13
      │
    3 │   - before: hello
      │             ^^^^^
    4 │     after: hello
      │            ----- it stands here already
      │
      = help: take `before` or `after` out

    error: `afer` is not a setting here
      ┌─ overrides/notice.yaml:6:5
      │
    6 │   - afer: hello
      │     ^^^^
      │
      = help: did you mean `after`?
    "#);
}

#[test]
fn a_source_that_no_printed_text_cites_is_not_printed_and_the_rest_are_counted_anew() {
    let desk = Desk::with("notice-board");
    desk.change(
        GUIDE,
        "sections:\n",
        "sources:\n  - {id: old, text: An old study}\n  - {id: new, text: A new study}\nsections:\n",
    );
    desk.change(
        GUIDE,
        "      - contacts: all",
        "      - text: Many people come.[^old]\n      - text: More come each year.[^new]\n      - contacts: all",
    );
    desk.write(
        OVERRIDES,
        "sections:\n  hello:\n    blocks:\n      - text: More come each year.[^new]\n",
    );
    desk.done(&["build"]);
    let page = page(&desk);
    assert!(
        page.contains("A new study") && !page.contains("An old study"),
        "{page}"
    );
    assert!(!page.contains('2') || !page.contains("year.2"), "{page}");
}
