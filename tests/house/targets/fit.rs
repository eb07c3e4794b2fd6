//! What does not fit is said, with what would help; and what is said to help does.

use crate::support::{Desk, snapshot};

/// What `build` says of a desk it cannot print, and must not.
fn refused(desk: &Desk, guide: &str) -> String {
    let told = desk.run(&["build", guide, "--target", "screen"]);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(!desk.exists("out"), "something was written after all");
    told.err
}

fn builds(desk: &Desk, guide: &str) -> bool {
    desk.run(&["build", guide, "--target", "screen"]).status == 0
}

/// The words between two others.
fn between<'a>(said: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = said
        .split_once(before)
        .unwrap_or_else(|| panic!("{before} in\n{said}"));
    let (found, _) = rest
        .split_once(after)
        .unwrap_or_else(|| panic!("{after} in\n{said}"));
    found
}

/// A service that says more on one panel than there is room for.
fn with_a_long_section() -> (Desk, String) {
    let desk = Desk::with("harbour");
    let line = "You can tell us about good days and bad ones, as often as you like. ";
    let sections = format!(
        "sections:\n  small-steps:\n    blocks:\n      - text: {}\n",
        line.repeat(14).trim()
    );
    desk.write("overrides/pain-and-mood.yaml", &sections);
    (desk, sections)
}

#[test]
fn an_overfull_panel_says_where_and_by_how_much() {
    let (desk, _) = with_a_long_section();
    let said = refused(&desk, "pain-and-mood");
    snapshot("targets/overfull", &said);
    let error = said
        .lines()
        .find(|line| line.starts_with("error"))
        .expect("an error");
    for part in [
        "`pain-and-mood`",
        "`inside-middle`",
        " mm too much",
        " lines",
        "`small-steps`",
    ] {
        assert!(error.contains(part), "{part} in {error}");
    }
    // Both say the same: a line of 12 pt is 5.7 mm tall.
    let number = |before: &str, after: &str| -> f64 {
        between(error, before, after)
            .trim()
            .parse()
            .expect("a number")
    };
    let (over, lines) = (number("holds ", " mm"), number("about ", " line"));
    assert!((over / 5.7 - lines).abs() < 1.1, "{over} mm, {lines} lines");
    // Where a service says it its own way.
    assert!(said.contains("`overrides/pain-and-mood.yaml`"), "{said}");
}

/// Another format of the same kind, each of them tried.
#[test]
fn another_format_helps_where_it_is_said_to() {
    let (desk, sections) = with_a_long_section();
    let said = refused(&desk, "pain-and-mood");
    let named = ["it fits as it is in ", "it fits with its short texts in "];
    let named = named.into_iter().filter(|words| said.contains(words));
    let formats: Vec<&str> = named
        .flat_map(|words| between(&said, words, ": write `format: …`").split(", "))
        .map(|format| format.trim_matches('`'))
        .collect();
    assert!(!formats.is_empty());
    for format in ["a4-z-fold", "a4-gate-fold", "a5-fold", "a4", "dl-card"] {
        let overrides = format!("format: {format}\n{sections}");
        desk.write("overrides/pain-and-mood.yaml", overrides);
        assert_eq!(
            builds(&desk, "pain-and-mood"),
            formats.contains(&format),
            "{format}"
        );
    }
}

const HEADER: &str = "name,topic,what,when,phone,email,website,checked";

/// Three local services that take much room, and one contact more.
fn with_local_services() -> Desk {
    let desk = Desk::with("harbour");
    let rows = ["Harbour Talkers", "Harbour Walkers", "Harbour Singers"].map(|name| {
        format!(
            "{name},mood,A group that meets each week and is glad of anyone who comes,\"Thursday, 2pm\",01632 960777,hello@harbour.example,https://harbour.example,2026-11-02"
        )
    });
    desk.write(
        "local-services.csv",
        format!("{HEADER}\n{}\n", rows.join("\n")),
    );
    let contact = "contacts:\n  night:\n    name: Night desk\n    phone: 01632 960112\n    hours: Monday to Friday, 6pm to 8pm\n    checked: 2026-11-02\n";
    desk.change("service.yaml", "contacts:\n", contact);
    desk
}

#[test]
fn fewer_local_services_help_where_they_are_said_to() {
    let desk = with_local_services();
    let said = refused(&desk, "pain-and-mood");
    snapshot("targets/local-services", &said);
    let drop = between(&said, "if you drop ", " of the 3 local services");
    let drop: usize = drop.parse().expect("a number");
    let text = desk.read_text("local-services.csv");
    let rows: Vec<&str> = text.lines().collect();
    let without = |drop: usize| {
        let kept = &rows[..rows.len() - drop];
        desk.write("local-services.csv", format!("{}\n", kept.join("\n")));
        builds(&desk, "pain-and-mood")
    };
    // So many are enough, and no fewer.
    assert!(!without(drop - 1));
    assert!(without(drop));
}

/// A service with nine ways to reach it, of which the last ones are left out.
fn with_contacts(count: usize) -> Desk {
    let desk = Desk::with("harbour");
    let more: String = (1..count)
        .map(|number| {
            format!(
                "  desk-{number}:\n    name: Desk {number}\n    phone: 01632 96020{number}\n    email: desk@harbour.example\n    hours: Monday to Friday\n    checked: 2026-11-02\n"
            )
        })
        .collect();
    desk.change("service.yaml", "places:\n", &format!("{more}places:\n"));
    desk
}

#[test]
fn fewer_contacts_help_where_they_are_said_to() {
    let said = refused(&with_contacts(9), "pain-and-mood");
    let drop = between(&said, "if you drop ", " of the 9 contacts");
    let drop: usize = drop.parse().expect("a number");
    assert!(builds(&with_contacts(9 - drop), "pain-and-mood"));
    assert!(!builds(&with_contacts(9 - drop + 1), "pain-and-mood"));
}

/// It prints, and somebody is told.
#[test]
fn a_page_that_is_a_third_empty_is_worth_a_warning() {
    let desk = Desk::with("formats");
    desk.change("service.yaml", "check: {ignore: [LW03, LW071]}", "");
    let told = desk.done(&["build", "walk-z-fold"]);
    let of_panel = |said: &str| {
        let mut notes = said.lines().filter(|line| line.contains("LW071"));
        notes
            .find(|line| line.contains("`inside-middle`"))
            .map(str::to_owned)
    };
    let note = of_panel(&told.err).unwrap_or_else(|| panic!("a note in\n{}", told.err));
    assert!(note.contains("page 3 (`inside-middle`)"), "{note}");
    let percent = between(&note, "empty stretch of ", " %")
        .parse()
        .expect("a number");
    assert!((34..100).contains(&percent), "{note}");
    assert!(
        told.err.contains("lines to write on would fill it"),
        "{}",
        told.err
    );
    // With lines to write on, the panel is full.
    desk.write(
        "overrides/walk-z-fold.yaml",
        "sections:\n  bring:\n    blocks:\n      - text: Where I would like to go.\n      - write-in: {lines: 8}\n",
    );
    let told = desk.done(&["build", "walk-z-fold"]);
    assert_eq!(of_panel(&told.err), None, "{}", told.err);
}

/// A booklet with so many pages beside its cover and its back.
fn with_pages(inner: usize) -> Desk {
    let desk = Desk::with("notice-board");
    let guide = "content/guides/notice/en-GB.yaml";
    let text = desk.read_text(guide);
    let (head, _) = text.split_once("sections:").expect("sections");
    let head = head
        .replace("kind: sheet", "kind: booklet")
        .replace("format: a4", "format: a5-booklet");
    let sections: String = (1..=inner)
        .map(|number| {
            format!("  - id: part-{number}\n    heading: Part {number}\n    blocks:\n      - page-break\n      - text: A page.\n      - write-in: {{lines: 12}}\n")
        })
        .collect();
    desk.write(guide, format!("{head}sections:\n{sections}"));
    desk
}

#[test]
fn staples_hold_forty_pages() {
    let told = with_pages(38).done(&["build", "--target", "desk"]);
    assert!(told.out.contains("10 sheets"), "{}", told.story());
    assert!(!told.err.contains("staples"), "{}", told.err);
    let desk = with_pages(39);
    let told = desk.done(&["build", "--target", "desk"]);
    assert!(told.out.contains("11 sheets"), "{}", told.story());
    snapshot("targets/too-thick", &told.story());
    // A wire binds what staples do not.
    desk.write("overrides/notice.yaml", "format: a5-pages\n");
    let told = desk.done(&["build", "--target", "desk"]);
    assert!(!told.err.contains("staples"), "{}", told.err);
}
