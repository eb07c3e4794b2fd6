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
    let desk = approved("by: …, on: 2026-12-24, version: 1");
    desk.change(SETTINGS, "  notice: {", "  notise: {");
    let told = desk.run(&["build"]);
    assert_eq!(told.status, 1, "{}", told.story());
    insta::assert_snapshot!(told.err, @r#"
    error: there is no guide `notise` to approve
      ┌─ service.yaml:2:11
      │
    2 │   notise: {by: …, on: 2026-12-24, version: 1}
      │           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      │
      = help: did you mean `notice`?
      = help: the guides are `invitation`, `notice`, `pain-and-mood` or `your-options`

    error: nobody is named here
      ┌─ service.yaml:2:16
      │
    2 │   notise: {by: …, on: 2026-12-24, version: 1}
      │                ^
      │
      = help: write the role of whoever approved it, such as `Clinical lead`

    error: `2026-12-24` is a day to come
      ┌─ service.yaml:2:23
      │
    2 │   notise: {by: …, on: 2026-12-24, version: 1}
      │                       ^^^^^^^^^^
      │
      = help: write the day on which it was approved: today is 2026-11-22
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
