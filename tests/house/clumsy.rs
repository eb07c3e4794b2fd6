//! Files as hurried people leave them, and as somebody sends them who means harm: what is
//! wrong is said once, where it is, in few words, and soon.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::support::desk::Told;
use crate::support::{Desk, snapshot};

/// Far more than any of this takes, and far less than somebody would wait.
const SOON: Duration = Duration::from_secs(60);

/// What `build` says of a sound service with one stretch of its settings changed.
fn said_with(from: &str, to: &str) -> Told {
    let desk = Desk::with("harbour");
    desk.change("service.yaml", from, to);
    refused(&desk)
}

/// Types `build`, which has to fail soon, in words, and to write nothing.
fn refused(desk: &Desk) -> Told {
    let began = Instant::now();
    let told = desk.run(&["build"]);
    assert!(began.elapsed() < SOON, "it took {:?}", began.elapsed());
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(!desk.exists("out"), "something was written after all");
    assert!(told.err.len() < 40_000, "{} bytes", told.err.len());
    told
}

#[test]
fn what_nobody_sees_is_shown_where_it_stands() {
    let cases = [
        (
            "no-break-indent",
            "  name: Harbour",
            "\u{a0}\u{a0}name: Harbour",
        ),
        (
            "no-break-in-a-list",
            "      - Harbour\n",
            "\u{a0}     - Harbour\n",
        ),
        ("no-break-after-colon", "tone: well", "tone:\u{a0}well"),
        ("wide-space", "tone: well", "\u{3000}tone: well"),
        ("key-with-zero-width", "tone: well", "to\u{200b}ne: well"),
        ("no-character", "Front desk", "Front\u{fffe} desk"),
        ("escape", "Front desk", "Front \u{1b}[31mdesk"),
        ("escape-in-quotes", "Front desk", "\"Front \\e[31mdesk\""),
        ("turned", "Front desk", "Front \u{202e}desk"),
        (
            "many-marks",
            "Front desk",
            "Fro\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}nt desk",
        ),
    ];
    let mut said = String::new();
    for (name, from, to) in cases {
        let told = said_with(from, to);
        let raw = |c: char| c.is_control() && c != '\n' || c == '\u{202e}' || c == '\u{200b}';
        assert!(!told.err.contains(raw), "{name}: {:?}", told.err);
        let _ = write!(said, "=== {name}\n{}", told.err);
    }
    snapshot("clumsy/unseen", &said);
}

/// In a text, a no-break space is one: between a number and its unit, or to begin a line.
#[test]
fn a_no_break_space_within_a_text_is_a_part_of_it() {
    let desk = Desk::with("harbour");
    desk.change(
        "service.yaml",
        "hours: Monday to Friday, 9am to 4pm",
        "hours: |\n      Monday to Friday,\n      \u{a0}9am to 4pm",
    );
    desk.change("service.yaml", "Head of service", "Head of\u{a0}service");
    desk.done(&["build", "pain-and-mood"]);
}

#[test]
fn what_was_hardly_meant_is_asked_about() {
    let cases = [
        ("curly-quotes", "Front desk", "“Front desk”"),
        ("single-quotes", "Front desk", "‘Front desk’"),
        ("no-languages", "languages: [en-GB]", "languages: []"),
        (
            "no-address",
            "    address:\n      - 3 Pier Road\n      - Harbour\n      - LD99 1AA",
            "    address: []",
        ),
        ("a-number-as-a-name", "  pier:", "  1:"),
        (
            "no-space-after-a-colon",
            "tone: wellbeing",
            "tone:wellbeing",
        ),
        ("a-tab-after-a-colon", "tone: wellbeing", "tone:\twellbeing"),
        (
            "no-space-after-a-dash",
            "      - Harbour\n",
            "      -Harbour\n",
        ),
        ("words-after-a-bar", "Front desk", "| Front desk"),
        ("backslash", "Front desk", "\"Front\\desk\""),
        ("braces-first", "Front desk", "{{ service.name }} desk"),
        ("an-empty-entry", "      - Harbour\n", "      -\n"),
        ("nothing-before-the-colon", "tone: wellbeing", ": wellbeing"),
        ("a-list-as-a-name", "tone: wellbeing", "[tone]: wellbeing"),
        (
            "huge-number",
            "    phone: 01632 960111",
            "    phone: 340282366920938463463374607431768211456",
        ),
        (
            "empty-in-braces",
            "  organisation: Harbour Community Health\n  nation: wales",
            "  organisation: Harbour Community Health\n  nation: wales\npress: {paper: }",
        ),
    ];
    let mut said = String::new();
    for (name, from, to) in cases {
        let _ = write!(said, "=== {name}\n{}", said_with(from, to).err);
    }
    let desk = Desk::with("harbour");
    desk.write(
        "service.yaml",
        "{service: {name: Harbour}, tone: wellbeing}\n",
    );
    let _ = write!(said, "=== all-in-braces\n{}", refused(&desk).err);
    desk.write("service.yaml", "# Nothing yet.\n");
    let _ = write!(said, "=== nothing-yet\n{}", refused(&desk).err);
    desk.write("service.yaml", "service: Harbour\ntone: wellbeing\n");
    let _ = write!(said, "=== a-text-for-a-group\n{}", refused(&desk).err);
    snapshot("clumsy/asked-about", &said);
}

/// Quotation marks are printed where they are a part of what is said.
#[test]
fn quotation_marks_within_a_text_are_printed() {
    let desk = Desk::with("harbour");
    desk.change("service.yaml", "Front desk", "The “front” desk");
    desk.change("service.yaml", "Pier House", "‘Pier’ or ‘Quay’");
    desk.done(&["build", "pain-and-mood"]);
}

/// More than anybody needs is said before anything is made of it.
#[test]
fn what_is_too_long_or_too_much_is_named() {
    let many = |count: usize, entry: fn(usize) -> String| (0..count).map(entry).collect::<String>();
    let contacts = many(1000, |number| {
        format!("  c{number}: {{name: Desk, phone: 01632 960111, checked: 2026-11-02}}\n")
    });
    let cases = [
        ("name", "Harbour Pain Service", "H".repeat(10_000)),
        ("contact", "Front desk", "Long ".repeat(600)),
        ("hours", "Monday to Friday, 9am to 4pm", "9".repeat(300_000)),
        ("key", "  bookings:", format!("  {}:", "b".repeat(900))),
        ("contacts", "places:\n", format!("{contacts}places:\n")),
        (
            "marks",
            "Front desk",
            format!("Front{} desk", "\u{301}".repeat(80_000)),
        ),
        (
            "stars",
            "Front desk",
            format!("\"{}\"", "*a ".repeat(100_000)),
        ),
    ];
    let mut said = String::new();
    for (name, from, to) in cases {
        let told = said_with(from, &to);
        for line in told.err.lines() {
            assert!(line.chars().count() < 700, "{name}: {line}");
        }
        let _ = write!(said, "=== {name}\n{}", told.err);
    }
    snapshot("clumsy/too-much", &said);
}

/// Stars in stars make text no stronger, and nothing deeper.
#[test]
fn stars_in_stars_are_as_strong_as_stars() {
    let desk = Desk::with("harbour");
    let nested = format!("{}Hello{}", "*a ".repeat(3_000), "*".repeat(3_000));
    desk.write(
        "overrides/pain-and-mood.yaml",
        format!("sections:\n  my-questions:\n    blocks:\n      - text: \"{nested}\"\n"),
    );
    let began = Instant::now();
    let told = desk.run(&["build", "pain-and-mood", "--target", "screen"]);
    assert!(began.elapsed() < SOON);
    assert_eq!(told.status, 1, "{}", told.story());
    assert!(told.err.contains("LW070"), "{}", told.err);
}

/// The first twenty of a kind and how many more: in every form in which they are said.
#[test]
fn thousands_of_mistakes_are_counted() {
    let desk = Desk::with("harbour");
    let settings = desk.read_text("service.yaml");
    let keys: String = (0..1_224)
        .map(|number| format!("key{number}: 1\n"))
        .collect();
    desk.write("service.yaml", format!("{settings}{keys}"));
    let told = refused(&desk);
    assert_eq!(told.err.matches("is not a setting here").count(), 20);
    assert!(
        told.err.contains("`key0` is not a setting here"),
        "{}",
        told.err
    );
    assert!(
        told.err.contains("and 1,204 more like these"),
        "{}",
        told.err
    );
    for format in ["human", "json", "sarif", "github"] {
        let told = desk.run(&["check", "--format", format]);
        assert_eq!(told.status, 1, "{}", told.story());
        assert!(
            told.out.contains("and 1,204 more"),
            "{format}: {}",
            told.out
        );
        assert!(
            told.out.len() < 200_000,
            "{format}: {} bytes",
            told.out.len()
        );
    }

    let aliases = ["*a"; 20_001].join(",");
    desk.write("service.yaml", format!("{settings}more: [{aliases}]\n"));
    assert!(refused(&desk).err.len() < 4_000);

    // One long line with many mistakes is shown where each of them is.
    let places = vec!["{nmae: x}"; 1_000].join(", ");
    let long = format!("{settings}press: {{paper: [{places}]}}\n");
    desk.write("service.yaml", long);
    assert!(refused(&desk).err.len() < 4_000);
}

/// One kind of mistake hides no other.
#[test]
fn whatever_can_be_judged_is_judged_at_once() {
    let desk = Desk::with("harbour");
    desk.change("service.yaml", "phone: 01632 960111", "phone: 01632 9601");
    desk.change("service.yaml", "checked: 2026-11-02", "checked: 2024-01-08");
    desk.change(
        "service.yaml",
        "\"#7a3e9d\"",
        "\"#41b6e6\"\ncontacts-valid-for: 6 months",
    );
    desk.write("overrides/pain-and-mod.yaml", "sections: {}\n");
    desk.write("overrides/your-options.yaml", "sectons: {}\n");
    let told = desk.run(&["check"]);
    let mut said = told.story();
    for found in ["LW064", "LW060", "LW076", "pain-and-mod.yaml", "`sectons`"] {
        assert!(
            told.out.contains(found),
            "{found} is not in\n{}",
            told.story()
        );
    }
    // Nothing is printed of it.
    assert_eq!(refused(&desk).out, "");

    // Also where the settings cannot be read as a whole.
    desk.change("service.yaml", "tone: wellbeing", "tnoe: wellbeing");
    desk.write("local-services.csv", "name,phone\n");
    let told = desk.run(&["check"]);
    for found in [
        "`tnoe`",
        "LW064",
        "LW060",
        "LW076",
        "pain-and-mod.yaml",
        "`sectons`",
        "local-services.csv",
    ] {
        assert!(
            told.out.contains(found),
            "{found} is not in\n{}",
            told.story()
        );
    }
    said.push_str(&told.story());
    snapshot("clumsy/at-once", &said);
}

/// Days that are none, or that no page should bear.
#[test]
fn a_day_is_one_that_can_be_printed() {
    let desk = Desk::with("harbour");
    let mut said = String::new();
    for date in ["0000-01-01", "1999-12-31", "2200-01-01", "-009999-01-01"] {
        let told = desk.run_exactly(&["build", &format!("--date={date}")]);
        assert_eq!(told.status, 2, "{}", told.story());
        said.push_str(&told.story());
    }
    for epoch in ["-62167219201", "99999999999", "9223372036854775807"] {
        let told = Desk::with("harbour")
            .environment("SOURCE_DATE_EPOCH", epoch)
            .run_exactly(&["build"]);
        assert_eq!(told.status, 2, "{}", told.story());
        said.push_str(&told.story());
    }
    snapshot("clumsy/days", &said);
}

/// What is typed may hold anything, and reaches the terminal as what can be seen.
#[test]
fn nothing_typed_reaches_the_terminal_raw() {
    let desk = Desk::with("harbour");
    for typed in [
        &["buil\u{1b}[31md"][..],
        &["build", "pain\u{1b}]0;owned\u{7}"],
        &["build", "--tone", "\u{1b}[2J"],
        &["build", "--service", "no\u{1b}[2Jwhere"],
        &["build", "--set", "service.\u{1b}name=x"],
        &["check", "--format", "json", "--set", "tone=\u{9b}31m"],
        &["explain", "LW\u{1b}[0m"],
    ] {
        let told = desk.run_exactly(typed);
        assert_ne!(told.status, 0, "{}", told.story());
        let raw = |c: char| c.is_control() && c != '\n';
        assert!(!told.said().contains(raw), "{:?}", told.said());
    }
}

/// A label that a service's own file leaves out is missed as the file's mistake.
#[test]
fn a_label_that_is_missing_is_named() {
    let desk = Desk::with("harbour");
    let labels = include_str!("../../content/labels/en-GB.yaml");
    let without: Vec<&str> = labels
        .lines()
        .filter(|line| !line.starts_with("crisis-heading:"))
        .collect();
    assert!(
        without.len() + 1 == labels.lines().count(),
        "one line is left out"
    );
    desk.write("content/labels/en-GB.yaml", without.join("\n"));
    snapshot("clumsy/label", &refused(&desk).err);
}

/// What a label is filled in with has to stand in it.
#[test]
fn a_label_with_other_braces_is_named() {
    let desk = Desk::with("harbour");
    let labels = include_str!("../../content/labels/en-GB.yaml");
    let changed = labels.replace("{page}", "{pge}");
    assert_ne!(changed, labels);
    desk.write("content/labels/en-GB.yaml", changed);
    snapshot("clumsy/label-braces", &refused(&desk).err);
}

/// Thousands of signs are one mistake, and soon said.
#[test]
fn a_quotation_in_a_thousand_quotations_is_one_mistake() {
    let desk = Desk::with("harbour");
    let text = ">".repeat(15_000);
    desk.write(
        "overrides/pain-and-mood.yaml",
        format!("sections:\n  my-questions:\n    blocks:\n      - text: \"{text} x\"\n"),
    );
    let told = refused(&desk);
    assert_eq!(
        told.err
            .matches("a quotation cannot stand in a text")
            .count(),
        1
    );
}

/// A template of the service's own that never ends costs ten seconds, not the evening.
#[test]
fn a_template_that_never_ends_is_ended() {
    let desk = Desk::with("harbour");
    desk.write(
        "templates/leaflet.typ",
        "#let again(n) = { let sum = 0; for i in range(9000) { for j in range(9000) { sum += calc.rem(i * j, 7) } }; sum }\n#for n in range(9000) { again(n) }\n",
    );
    snapshot("clumsy/endless-template", &refused(&desk).err);
}
