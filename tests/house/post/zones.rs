//! Each rule of a posting service, broken once by a service's own templates.

use std::fs;
use std::path::Path;

use super::{ADDRESSES, letters};
use crate::support::{Desk, snapshot};

/// Puts a template of its own into the service's folder, with one stretch changed.
fn own_template(desk: &Desk, name: &str, from: &str, to: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("templates")
        .join(name);
    let text = fs::read_to_string(path).expect("a template");
    assert_eq!(text.matches(from).count(), 1, "`{from}` once in {name}");
    desk.write(format!("templates/{name}"), text.replace(from, to));
}

/// A thin short line, at so many mm from the left and the top of the first page.
fn hairline(x: f64, y: f64) -> String {
    format!("{FIRST}\n  place(top + left, dx: {x}mm, dy: {y}mm, line(length: 4mm, stroke: 0.25pt))")
}

/// Where what is on the first page begins to be said.
const FIRST: &str = "#let first-page(person) = {";

#[test]
fn ink_outside_a_zone_is_an_error_that_says_where() {
    let mut said = String::new();
    for (what, x, y) in [
        ("above the address", 60.0, 33.0),
        ("below the address", 60.0, 70.0),
        ("right of the sender", 197.0, 50.0),
        ("a fold mark", 4.0, 99.0),
        ("below the text", 60.0, 294.0),
    ] {
        let desk = Desk::with("harbour");
        own_template(&desk, "letter-page.typ", FIRST, &hairline(x, y));
        let told = letters(&desk, &ADDRESSES[..1], &["--post", "notify"]);
        assert_eq!(
            (told.status, desk.exists("out")),
            (1, false),
            "{}",
            told.story()
        );
        said.push_str(&format!("=== {what}\n{}", told.err));
        // Who posts letters in their own envelopes may print there.
        assert_eq!(letters(&desk, &ADDRESSES[..1], &["--post", "c5"]).status, 0);
    }
    let desk = Desk::with("harbour");
    let name = "#let running-foot = wide({";
    let mark = "context if here().page() > 1 { place(dx: 175mm, circle(radius: 1mm)) }";
    let marked = format!("{name}\n  {mark}");
    own_template(&desk, "letter-sheet.typ", name, &marked);
    for post in ["notify", "nhs-notify"] {
        let told = letters(&desk, &ADDRESSES[..1], &["--post", post]);
        assert_eq!(told.status, 1, "{}", told.story());
        said.push_str(&format!("=== beside the second page, {post}\n{}", told.err));
    }
    snapshot("post/ink-outside", &said);
}

#[test]
fn a_wrong_sheet_and_too_many_pages_are_errors() {
    let mut said = String::new();
    let mut refused = |what: &str, desk: &Desk, post: &str| {
        let words = ["--post", post, "--edition", "large-print"];
        let told = letters(desk, &ADDRESSES[..1], &words);
        assert_eq!(
            (told.status, desk.exists("out")),
            (1, false),
            "{}",
            told.story()
        );
        said.push_str(&format!("=== {what}, {post}\n{}", told.err));
    };
    let desk = Desk::with("harbour");
    own_template(
        &desk,
        "letter-page.typ",
        "paper: \"a4\",",
        "width: 216mm, height: 297mm,",
    );
    refused("another paper", &desk, "notify");
    let desk = Desk::with("harbour");
    let pages = "  for _ in range(5) { pagebreak(); [More.] }\n  down-to-text(person)";
    own_template(
        &desk,
        "letter-page.typ",
        "  down-to-text(person)\n",
        &format!("{pages}\n"),
    );
    refused("nine pages", &desk, "nhs-notify");
    let desk = Desk::with("harbour");
    let pages = pages.replace("range(5)", "range(7)");
    own_template(
        &desk,
        "letter-page.typ",
        "  down-to-text(person)\n",
        &format!("{pages}\n"),
    );
    refused("eleven pages", &desk, "notify");
    snapshot("post/wrong-pages", &said);
}

/// `build` and `check` look at the sample of a letter as `letters` looks at each.
#[test]
fn a_sample_is_judged_like_the_letters() {
    let desk = Desk::with("harbour");
    desk.change("service.yaml", "post: c5", "post: notify");
    let told = desk.run(&["build", "invitation"]);
    assert_eq!(told.status, 0, "{}", told.story());
    // All there is to look at is a crisis line of Wales that nobody has rung; and nobody has
    // approved the letter.
    let told = desk.run(&["check", "invitation"]);
    let only = told.out.contains("LW067") && told.err.contains("\n1 warning and 1 note in 1 guide");
    assert!(only, "{}", told.story());
    own_template(&desk, "letter-page.typ", FIRST, &hairline(4.0, 99.0));
    let mut said = String::new();
    for verb in ["build", "check"] {
        let told = desk.run(&[verb, "invitation"]);
        assert_eq!(told.status, 1, "{}", told.story());
        said.push_str(&told.story());
    }
    snapshot("post/sample", &said);
    // This is where one sees what is wrong.
    let told = letters(&desk, &ADDRESSES[..1], &["--overlay"]);
    assert_eq!(told.status, 0, "{}", told.story());
}

#[test]
fn with_keep_going_a_letter_that_is_refused_is_left_out() {
    let desk = Desk::with("harbour");
    let mark = "if person.address.len() > 4 { place(dx: 4mm, dy: 120mm, square(size: 2mm)) }";
    own_template(
        &desk,
        "letter-page.typ",
        FIRST,
        &format!("{FIRST}\n  {mark}"),
    );
    let words = ["--post", "notify", "--keep-going"];
    let told = letters(&desk, &ADDRESSES[..3], &words);
    assert_eq!(told.status, 1, "{}", told.story());
    let rejected = desk.read_text("out/invitation/rejected.csv");
    assert_eq!(rejected, "row,column,code\n4,,does-not-fit\n");
}
