//! Who stands behind what is printed: `approvals:` in the service's settings, and what the
//! pages say of them.

use crate::support::{Desk, Pdf};

const SETTINGS: &str = "service.yaml";
const GUIDE: &str = "content/guides/notice/en-GB.yaml";

/// The code of what the notice says, on every machine.
const CODE: &str = "e4b6-a266";

/// A desk on which somebody approved the notice, as this says.
fn approved(says: &str) -> Desk {
    let desk = Desk::with("notice-board");
    let approvals = format!("approvals:\n  notice: {{{says}}}\nservice:");
    desk.change(SETTINGS, "service:\n", &format!("{approvals}\n"));
    desk
}

fn holds() -> Desk {
    approved(&format!(
        "by: Clinical lead, on: 2026-11-12, version: 1, content: {CODE}"
    ))
}

fn page(desk: &Desk) -> String {
    Pdf::open(&desk.read("out/notice.pdf")).running_text()
}

#[test]
fn what_nobody_approved_says_so_and_the_lines_are_there_to_paste() {
    let desk = Desk::with("notice-board");
    let told = desk.done(&["build"]);
    insta::assert_snapshot!(told.err, @r#"
    For Harbour Pain Service
    note: not yet approved: `notice`
     = help: once whoever answers for them has read them, put this at the end of `service.yaml`, with their role for the …
       approvals:
         notice: {by: …, on: 2026-11-22, version: 1, content: e4b6-a266}
    "#);
    assert!(page(&desk).contains("Not yet approved"));
}

#[test]
fn an_approval_holds_for_these_words_however_they_look() {
    let desk = holds();
    desk.change(GUIDE, "format: a4", "format: a5");
    desk.change(GUIDE, "cover: noticeboard\n", "");
    desk.change(GUIDE, "You are welcome", "You  are\n          welcome");
    let told = desk.done(&["build"]);
    assert!(!told.err.contains("approve"), "{}", told.err);
    assert!(page(&desk).contains("Approved by Clinical lead, November 2026"));
}

#[test]
fn other_words_are_another_matter() {
    let desk = holds();
    desk.change(GUIDE, "You are welcome", "Nobody is welcome");
    let told = desk.done(&["build"]);
    insta::assert_snapshot!(told.err, @r#"
    For Harbour Pain Service
    note: changed since approved: `notice`
     = help: once whoever answers for them has read them, put this under `approvals:`, in place of the old lines, with their role for the …
         notice: {by: …, on: 2026-11-22, version: 1, content: 916e-e8d5}
    "#);
    let page = page(&desk);
    assert!(page.contains("Changed since it was approved in November 2026"));
    assert!(!page.contains("Clinical lead"));
}

#[test]
fn a_card_that_leaves_something_out_says_something_else() {
    let left_out = (
        "blocks:\n",
        "blocks:\n      - text: We listen.\n        short: leave-out\n",
    );
    for (from, to) in [("format: a4", "format: a6"), left_out] {
        let desk = holds();
        desk.change(GUIDE, from, to);
        desk.done(&["build"]);
        assert!(page(&desk).contains("Changed since"), "{to}");
    }
}

#[test]
fn whom_to_call_in_a_crisis_is_approved_with_the_rest() {
    let desk = Desk::with("notice-board");
    desk.change(
        GUIDE,
        "      - contacts: all",
        "      - crisis\n      - contacts: all",
    );
    desk.approve(&desk.done(&["build"]).err);
    desk.done(&["build"]);
    assert!(page(&desk).contains("Approved by"));
    let lines = include_str!("../../content/crisis.yaml");
    for (from, to) in [
        ("Call Samaritans.", "Call Samaritans if you must."),
        ("116 123", "01632 960199"),
    ] {
        desk.write("content/crisis.yaml", lines.replace(from, to));
        desk.done(&["build"]);
        assert!(page(&desk).contains("Changed since"), "{to}");
    }
}

#[test]
fn another_tone_is_not_yet_approved_and_takes_nothing_away() {
    let desk = Desk::with("notice-board");
    desk.change(
        GUIDE,
        "You are welcome",
        "You are welcome, also with {{ term.low_mood }},",
    );
    desk.approve(&desk.done(&["build"]).err);
    let told = desk.done(&["build", "--tone", "mental-health"]);
    let file = Pdf::open(&desk.read("out/notice.mental-health.pdf")).running_text();
    assert!(file.contains("Not yet approved"), "{file}");
    let codes = told.err.rsplit("content: ").next().expect("codes");
    let codes = codes.trim_end().trim_end_matches('}');
    let settings = desk.read_text(SETTINGS);
    let (before, _) = settings.rsplit_once("content: ").expect("an approval");
    desk.write(SETTINGS, format!("{before}content: {codes}}}\n"));
    for tone in ["wellbeing", "mental-health"] {
        let told = desk.done(&["build", "--tone", tone]);
        assert!(!told.err.contains("approve"), "{}", told.err);
    }
}

#[test]
fn an_approval_of_another_version_and_one_that_does_not_say_of_what() {
    let desk = holds();
    desk.change(GUIDE, "version: 1", "version: 2");
    insta::assert_snapshot!(desk.done(&["build"]).err, @r#"
    For Harbour Pain Service
    warning: `notice` is version 2, and version 1 was approved
      ┌─ service.yaml:2:56
      │
    2 │   notice: {by: Clinical lead, on: 2026-11-12, version: 1, content: e4b6-a266}
      │                                                        ^
      │
      = help: its words are the same: write version: 2 here, or mend the version of the guide
    "#);
    assert!(page(&desk).contains("Approved by Clinical lead"));

    let desk = approved("by: Clinical lead, on: 2026-11-12, version: 1");
    let told = desk.done(&["build"]);
    assert!(
        told.err.contains("in place of the old lines"),
        "{}",
        told.err
    );
    assert!(page(&desk).contains("Not yet approved"));
}

#[test]
fn an_approval_by_nobody_to_come_or_of_nothing_is_refused() {
    let desk = approved("by: …, on: 2026-12-24, version: 1, content: soon");
    desk.change(SETTINGS, "  notice: {", "  notise: {");
    let told = desk.run(&["build"]);
    assert_eq!(told.status, 1, "{}", told.story());
    insta::assert_snapshot!(told.err, @r#"
    error: there is no guide `notise` to approve
      ┌─ service.yaml:2:11
      │
    2 │   notise: {by: …, on: 2026-12-24, version: 1, content: soon}
      │           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      │
      = help: did you mean `notice`?
      = help: see `leafwright list` for all there are

    error: nobody is named here
      ┌─ service.yaml:2:16
      │
    2 │   notise: {by: …, on: 2026-12-24, version: 1, content: soon}
      │                ^
      │
      = help: write the role of whoever approved it, such as `Clinical lead`

    error: `2026-12-24` is a day to come
      ┌─ service.yaml:2:23
      │
    2 │   notise: {by: …, on: 2026-12-24, version: 1, content: soon}
      │                       ^^^^^^^^^^
      │
      = help: write the day on which it was approved: today is 2026-11-22

    error: `soon` is no code of what a guide says
      ┌─ service.yaml:2:56
      │
    2 │   notise: {by: …, on: 2026-12-24, version: 1, content: soon}
      │                                                        ^^^^
      │
      = help: take the line that `leafwright build` prints: its codes are like 4f3a-91bc
    "#);
}

#[test]
fn a_new_service_has_approved_nothing() {
    let desk = Desk::new_service();
    let settings = desk.read_text(SETTINGS);
    let mut lines = settings.lines();
    assert!(
        lines.all(|line| !line.starts_with("approvals")),
        "{settings}"
    );
}

/// A notice that says when to go to A&E.
fn urgent() -> Desk {
    let desk = Desk::with("notice-board");
    let block = "      - urgent: back-and-neck\n      - contacts: all";
    desk.change(GUIDE, "      - contacts: all", block);
    desk
}

#[test]
fn what_is_urgent_is_printed_only_where_somebody_approved_it() {
    let desk = urgent();
    let told = desk.done(&["build"]);
    assert!(!page(&desk).contains("999"));
    let left_out = told.err.split("note: not yet").next().unwrap_or_default();
    insta::assert_snapshot!(left_out, @r#"
    For Harbour Pain Service
    note: `notice` leaves out `urgent: back-and-neck`: nobody has approved the guide as it is
       ┌─ content/guides/notice/en-GB.yaml:17:17
       │
    17 │       - urgent: back-and-neck
       │                 ^^^^^^^^^^^^^
       │
       = help: only what somebody has approved as it is may say when to go to A&E
       = help: whoever approves the guide stands behind these words as well:
           Back or neck pain
           Go to A&E today if you also have:
           new numbness between your legs, or round your genitals or bottom
           new trouble starting, holding or feeling your pee or poo
           new weakness, numbness or pain in both legs
           a change in how sex feels
           fever, or unexplained weight loss
           Call 999 for chest pain or a bad accident, or if you cannot get there.
       = help: `leafwright build` gives the line for `approvals:` in `service.yaml`, once no detail is the example's
    "#);

    desk.approve(&told.err);
    let told = desk.done(&["build"]);
    assert_eq!(told.err, "For Harbour Pain Service\n");
    let page = page(&desk);
    for words in [
        "Go to A&E",
        "both legs",
        "Call 999",
        "Approved by Clinical lead",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn nothing_urgent_is_called_so() {
    let desk = urgent();
    desk.change(GUIDE, "back-and-neck", "back-and-nek");
    let told = desk.run(&["build"]);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(
        told.err.contains("did you mean `back-and-neck`?"),
        "{}",
        told.err
    );
}
