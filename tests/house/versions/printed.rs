//! The stack: what lies on the office printer.

use super::{Desk, Pdf, assert_conforms, copies, desk};
use crate::support::pdf::flowing;
use crate::support::picture::changed;
use crate::support::rendering::{is_ink, rendered};

/// What each copy of twelve is made of, from the top of the stack to its last sheet.
#[test]
fn every_copy_and_its_slip_carry_its_code() {
    let desk = desk();
    let told = desk.done(&["versions", "print", "--copies", "12", "--seed", "7"]);
    super::snapshot("versions__print", &told.story());
    let copies = copies(&desk);
    assert_eq!(copies.len(), 12);
    for version in ["full", "plain", "short"] {
        let of = copies.iter().filter(|(_, name)| name == version);
        assert_eq!(of.count(), 4, "{version}");
    }
    let stack = desk.read("out/your-options.round-1/stack.desk.pdf");
    // The first two copies and their slips.
    let sheets = &rendered(&stack, 40.0 / 25.4)[..14];
    let changed = changed("test-stack", sheets);
    assert!(changed.is_empty(), "\n{}\n", changed.join("\n"));
    let pages = Pdf::open(&stack).text();
    // Both sides of 4 sheets or 1, and of the slip.
    let (mut next, mut seen) = (pages.iter(), 0);
    for (code, version) in &copies {
        let sides = if version == "short" { 2 } else { 8 };
        let copy: String = next
            .by_ref()
            .take(sides)
            .map(|page| flowing(page))
            .collect();
        let slip: String = next.by_ref().take(2).map(|page| flowing(page)).collect();
        assert_eq!(copy.matches(code.as_str()).count(), 1, "{code}: {copy}");
        let says = ["Being tested", "We are testing this version."];
        assert!(says.iter().any(|it| copy.contains(it)), "{code}: {copy}");
        assert_eq!(slip.matches(code.as_str()).count(), 1, "{code}: {slip}");
        assert!(slip.contains("Did you understand it?"), "{code}: {slip}");
        // Of no other copy.
        let others = copies.iter().filter(|(other, _)| other != code);
        for (other, _) in others {
            assert!(!copy.contains(other.as_str()) && !slip.contains(other.as_str()));
        }
        seen += 1;
    }
    assert_eq!((next.count(), seen), (0, 12));
}

/// The same settings, day and seed: the same stack on every machine. Another seed: another
/// order.
#[test]
fn a_stack_can_be_made_again() {
    let (one, same, other) = (desk(), desk(), desk());
    let print = |desk: &Desk, seed| {
        desk.done(&[
            "versions", "print", "short", "full", "--copies", "20", "--seed", seed,
        ]);
        copies(desk)
    };
    assert_eq!(print(&one, "7"), print(&same, "7"));
    assert_ne!(copies(&one), print(&other, "8"));
    for file in ["stack.desk.pdf", "hand-out.desk.pdf", "answers.xlsx"] {
        let read = |desk: &Desk| desk.read(format!("out/your-options.round-1/{file}"));
        assert!(read(&one) == read(&same), "{file}");
    }
}

/// Large print and copies to read aloud are stacks of their own, fair in themselves.
#[test]
fn people_who_need_another_copy_get_one() {
    let desk = desk();
    desk.done(&[
        "versions",
        "print",
        "short",
        "full",
        "--copies",
        "2",
        "--large-print",
        "2",
        "--read-aloud",
        "2",
    ]);
    let list = desk.read_text("versions/your-options/print-list.csv");
    for kind in ["standard", "large-print", "read-aloud"] {
        let of: Vec<&str> = list
            .lines()
            .filter(|line| line.contains(&format!(",{kind},")))
            .collect();
        assert_eq!(of.len(), 2, "{list}");
        for version in [",short,", ",full,"] {
            assert_eq!(
                of.iter().filter(|line| line.contains(version)).count(),
                1,
                "{list}"
            );
        }
    }
    let folder = "out/your-options.round-1";
    let large =
        Pdf::open(&desk.read(format!("{folder}/large-print-stack.desk.pdf"))).running_text();
    assert!(large.contains("Did you understand it?"), "{large}");
    let aloud = Pdf::open(&desk.read(format!("{folder}/read-aloud-stack.desk.pdf"))).running_text();
    assert!(
        aloud.contains("Say: “You have a version that we are testing."),
        "{aloud}"
    );
    for (code, _) in copies(&desk).iter().skip(4) {
        // Two booklets alike, and the sheet.
        assert_eq!(aloud.matches(code.as_str()).count(), 3, "{code}");
    }
}

/// Small cards stand several times on a sheet when they are printed; coded ones do not.
#[test]
fn a_card_stands_once_on_its_sheet() {
    let desk = desk();
    desk.done(&[
        "versions",
        "new",
        "have-your-say",
        "--as",
        "other",
        "--because",
        "To try",
    ]);
    desk.change(
        "versions/have-your-say/other.yaml",
        "  # length: short\n",
        "  title: Tell us\n",
    );
    desk.done(&[
        "versions",
        "print",
        "--guide",
        "have-your-say",
        "--copies",
        "2",
    ]);
    let stack = Pdf::open(&desk.read("out/have-your-say.round-1/stack.desk.pdf"));
    let first = flowing(&stack.text()[0]);
    assert_eq!(
        first.matches("What was hard to understand?").count(),
        1,
        "{first}"
    );
}

/// A printer that prints one side after the other gets two files, as ever.
#[test]
fn a_printer_that_prints_one_side_gets_two_files() {
    let desk = desk();
    let settings = desk.read_text("service.yaml");
    desk.write("service.yaml", settings + "desk: {flip: manual}\n");
    desk.done(&["versions", "print", "short", "full", "--copies", "2"]);
    let folder = "out/your-options.round-1";
    let pages = |side| {
        Pdf::open(&desk.read(format!("{folder}/stack.{side}.pdf")))
            .pages()
            .len()
    };
    assert_eq!(pages("desk.fronts"), pages("desk.backs"));
    assert!(!desk.exists(&format!("{folder}/stack.desk.pdf")));
}

/// The sheets of the library that go with a test can be read on a screen by everybody.
#[test]
fn the_sheets_conform() {
    let desk = desk();
    for guide in [
        "testing-slip",
        "testing-hand-out",
        "testing-think-aloud",
        "testing-read-aloud",
    ] {
        for edition in ["standard", "large-print"] {
            desk.done(&["build", guide, "--target", "screen", "--edition", edition]);
        }
        assert_conforms(guide, &desk.read(format!("out/{guide}.pdf")));
        assert_conforms(guide, &desk.read(format!("out/{guide}.large-print.pdf")));
    }
}

/// A code lies where nothing else stands: on a booklet, a folded leaflet, a small slip.
#[test]
fn a_code_covers_nothing() {
    let desk = desk();
    for guide in ["your-options", "pain-and-mood", "have-your-say"] {
        if guide != "your-options" {
            desk.write(
                format!("versions/{guide}/other.yaml"),
                "from: full\nreason: To try\nmade: 2026-11-20\nchanges: {}\n",
            );
        }
        desk.done(&["build", guide, "--target", "desk"]);
        desk.done(&[
            "versions", "print", "full", "--guide", guide, "--copies", "1",
        ]);
        let plain = rendered(&desk.read(format!("out/{guide}.desk.pdf")), 4.0);
        let coded = rendered(
            &desk.read(format!("out/{guide}.round-1/stack.desk.pdf")),
            4.0,
        );
        let mut dark = 0;
        for (plain, coded) in plain.iter().zip(&coded) {
            for (x, y, dot) in coded.enumerate_pixels() {
                let before = *plain.get_pixel(x, y);
                // A card stands twice on its sheet when it has no code.
                if *dot != before && is_ink(*dot) {
                    assert!(!is_ink(before), "{guide}: {x}, {y}");
                    dark += 1;
                }
            }
        }
        assert!(dark > 500, "{guide}: a code is seen: {dark}");
    }
}

/// Sheets come apart: every sheet that somebody fills in has the code, in each language.
#[test]
fn every_sheet_to_fill_in_has_the_code() {
    let desk = desk();
    desk.done(&[
        "versions",
        "print",
        "short",
        "full",
        "--copies",
        "2",
        "--large-print",
        "2",
    ]);
    let large = desk.read("out/your-options.round-1/large-print-stack.desk.pdf");
    let pages: Vec<String> = Pdf::open(&large)
        .text()
        .iter()
        .map(|page| flowing(page))
        .collect();
    for (code, _) in copies(&desk).iter().skip(2) {
        let on: Vec<&String> = pages
            .iter()
            .filter(|page| page.contains(code.as_str()))
            .collect();
        // The copy, and both sheets of its slip.
        assert_eq!(on.len(), 3, "{code}");
        assert!(
            on.iter()
                .any(|page| page.contains("Did you find what you wanted to know?"))
        );
    }
}

/// In two languages, each of which is a leaflet and a slip of its own.
#[test]
fn every_language_has_the_code() {
    let desk = Desk::empty();
    desk.done(&["new", "svc", "--like", "welsh-health-board"]);
    let folder = desk.path("svc").display().to_string();
    let run = |arguments: &[&str]| desk.done(&[arguments, &["--service", &folder]].concat());
    run(&[
        "versions",
        "new",
        "pain-and-mood",
        "--as",
        "other",
        "--because",
        "To try",
    ]);
    desk.change(
        "svc/versions/pain-and-mood/other.yaml",
        "  # length: short\n",
        "  title: Other words\n",
    );
    let told = run(&["versions", "print", "--copies", "2"]);
    assert!(
        told.err
            .contains("`other` says the same words in cy and en-GB"),
        "{}",
        told.story()
    );
    let list = desk.read_text("svc/versions/pain-and-mood/print-list.csv");
    let code = list
        .lines()
        .nth(1)
        .and_then(|line| line.split(',').next())
        .expect("a code");
    let stack = Pdf::open(&desk.read("out/pain-and-mood.round-1/stack.desk.pdf")).running_text();
    assert_eq!(
        stack.matches(code).count(),
        4,
        "a leaflet and a slip in each language"
    );
}
