//! A booklet is tested with people: versions of it are begun, compared, printed in a mixed
//! stack, counted when they come back, and one of them becomes the service's own.

use std::collections::BTreeMap;

use crate::support::standards::assert_conforms;
use crate::support::{Desk, Pdf, snapshot};

mod answers;
mod printed;
mod refused;
mod report;

/// What a service answers before its first print.
const ANSWERED: &str = "  care-stays: yes\n  testing-kind: evaluation\n  testing-agreed: the head of service, in November 2026\n  slip-goes: Put this in the box at the front desk. Our nurse reads every slip.\n  listener: our nurse\n";

/// A version that begins with what matters to people, and leaves out an option.
const PLAIN: &str = "from: full\nreason: People said that they did not know where to begin.\nmade: 2026-11-20\nchanges:\n  order: [what-matters, opening]\n  options:\n    peer-support: drop\n  sections:\n    opening:\n      heading: Where to begin\n      blocks:\n        - text: Tick what matters to you. You can leave out the rest. The order says nothing about which is better.\n";

/// A service that has answered what is asked, with the booklet in three versions.
fn desk() -> Desk {
    let desk = Desk::with("harbour");
    let settings = desk.read_text("service.yaml");
    desk.write("service.yaml", settings + ANSWERED);
    desk.done(&[
        "versions",
        "new",
        "your-options",
        "--as",
        "short",
        "--because",
        "Some people put the booklet away unread.",
    ]);
    desk.change(
        "versions/your-options/short.yaml",
        "  # length: short\n",
        "  length: short\n",
    );
    desk.write("versions/your-options/plain.yaml", PLAIN);
    desk
}

/// The copies that were printed: code and version, in the order of the stack.
fn copies(desk: &Desk) -> Vec<(String, String)> {
    let list = desk.read_text("versions/your-options/print-list.csv");
    let rows = list.lines().skip(1).map(|line| {
        let mut cells = line.split(',').map(str::to_owned);
        (
            cells.next().expect("a code"),
            cells.next().expect("a version"),
        )
    });
    rows.collect()
}

/// From the first file to the last, as a service does it.
#[test]
fn from_a_first_version_to_one_of_their_own() {
    let desk = Desk::with("harbour");
    let settings = desk.read_text("service.yaml");
    let mut told = vec![desk.done(&["versions"])];
    told.push(desk.done(&[
        "versions",
        "new",
        "your-options",
        "--as",
        "short",
        "--from",
        "full",
        "--for",
        "puts-post-away",
    ]));
    // Nobody has said yet why, nor who that is, nor what the sheets ask.
    told.push(desk.run(&["versions", "print", "--copies", "4"]));
    let short = "versions/your-options/short.yaml";
    desk.change(
        short,
        "reason: …",
        "reason: Some people put the booklet away unread.",
    );
    desk.change(short, "  # length: short\n", "  length: short\n");
    desk.write(
        "personas/puts-post-away.yaml",
        "name: Puts post away unread\nbehaviours: [Opens thick envelopes last]\nhopes: [To be asked]\nfears: [To be sent away]\nbarriers: [Reads slowly]\n",
    );
    told.push(desk.run(&["versions", "print", "--copies", "4"]));
    desk.write("service.yaml", format!("{settings}{ANSWERED}"));
    told.push(desk.done(&["versions", "diff", "full", "short"]));
    told.push(desk.done(&["versions", "print", "--copies", "4", "--seed", "7"]));
    let answers: Vec<String> = copies(&desk)
        .iter()
        .enumerate()
        .map(
            |(number, (code, version))| match (number, version.as_str()) {
                (0, _) => format!("{code},front desk,handed back,,,,,,,,"),
                (_, "full") => {
                    format!("{code},front desk,taken,in part,yes,no,yes,no,Too many pages,yes,yes")
                }
                _ => format!("{code},front desk,taken,yes,yes,no,no,yes,,yes,no"),
            },
        )
        .collect();
    desk.write("answers.csv", format!("{HEAD}\n{}\n", answers.join("\n")));
    told.push(desk.done(&["versions", "answers", "answers.csv"]));
    told.push(desk.done(&["versions"]));
    told.push(desk.done(&[
        "versions",
        "adopt",
        "short",
        "--learned",
        "One sheet was read to its end; the booklet was put away.",
    ]));
    told.push(desk.done(&["build", "your-options", "--target", "screen"]));
    let stories: Vec<String> = told.iter().map(|told| told.story()).collect();
    snapshot("versions__whole-story", &stories.join("\n"));
    snapshot(
        "versions__adopted",
        &[
            desk.read_text("overrides/your-options.yaml"),
            desk.read_text("versions/your-options/version-3.yaml"),
        ]
        .join("\n=====\n"),
    );
    let text = Pdf::open(&desk.read("out/your-options.pdf")).running_text();
    assert!(text.contains("Version 4"), "{text}");
    // And back again.
    desk.done(&["versions", "adopt", "version-3"]);
    desk.done(&["build", "your-options", "--target", "screen"]);
    let text = Pdf::open(&desk.read("out/your-options.pdf")).running_text();
    assert!(
        text.contains("Version 5") && text.contains("How it may help"),
        "{text}"
    );
}

/// The columns of the answers.
const HEAD: &str = "code,place,handed out,found,understood,upset or blamed,too much,would use,own words,came,booked";

/// However somebody writes their changes, they are taken over, and can be gone back from.
#[test]
fn changes_in_braces_are_taken_over() {
    let desk = desk();
    desk.write(
        "overrides/your-options.yaml",
        "{title: Choose, version: 7}\n",
    );
    desk.write(
        "versions/your-options/braces.yaml",
        "from: full\nreason: Less\nmade: 2026-11-20\nchanges: {length: short, title: \"Pick: one\"}\n",
    );
    desk.done(&["versions", "adopt", "braces"]);
    let text = |desk: &Desk| {
        desk.done(&["build", "your-options", "--target", "screen"]);
        Pdf::open(&desk.read("out/your-options.pdf")).running_text()
    };
    let adopted = text(&desk);
    for said in ["Pick: one", "Version 8"] {
        assert!(adopted.contains(said), "{said}: {adopted}");
    }
    desk.done(&["versions", "adopt", "version-7"]);
    let back = text(&desk);
    for said in ["Choose", "Version 9", "How it may help"] {
        assert!(back.contains(said), "{said}: {back}");
    }
}

/// What a reader sees differ, on the terminal and side by side.
#[test]
fn two_versions_side_by_side() {
    let desk = desk();
    let told = desk.done(&["versions", "diff", "full", "plain"]);
    snapshot("versions__diff", &told.story());
    let pdf = desk.read("out/your-options.full-and-plain.pdf");
    assert_conforms("comparison", &pdf);
    let text = Pdf::open(&pdf).running_text();
    assert!(text.contains("Tick what matters to you."), "{text}");
    assert!(text.contains("Not in plain."), "{text}");
    let told = desk.done(&["versions", "diff", "short", "short"]);
    assert!(
        told.out.contains("A reader sees no difference."),
        "{}",
        told.story()
    );
}

/// A version is judged like the guide, and by its own budget.
#[test]
fn check_looks_at_versions_as_well() {
    let desk = desk();
    desk.change(
        "versions/your-options/plain.yaml",
        "made: 2026-11-20\n",
        "made: 2026-11-20\nword-budget: 100\n",
    );
    desk.change(
        "versions/your-options/plain.yaml",
        "You can leave out the rest.",
        "You should just try to think positive.",
    );
    let told = desk.run(&["check", "your-options"]);
    assert_eq!(told.status, 1);
    for said in [
        "versions/your-options/plain.yaml:",
        "more than its budget",
        "think positive",
    ] {
        assert!(told.out.contains(said), "{said}: {}", told.story());
    }
}

/// What is core stays, also in a version.
#[test]
fn core_parts_stay() {
    let desk = desk();
    desk.write(
        "versions/your-options/bare.yaml",
        "from: full\nreason: Less\nmade: 2026-11-20\nchanges:\n  sections:\n    crisis-help: drop\n  order: [opening, opening]\n  option-order: [nothing-for-now, no-such]\n",
    );
    let told = desk.run(&["versions", "diff", "full", "bare"]);
    assert_eq!(told.status, 1);
    snapshot("versions__core", &told.story());
}

/// Options and sections in the order that a version wants.
#[test]
fn parts_change_places() {
    let desk = desk();
    desk.write(
        "versions/your-options/turned.yaml",
        "from: full\nreason: Order\nmade: 2026-11-20\nchanges:\n  length: short\n  option-order: [nothing-for-now, talking-physio]\n",
    );
    let told = desk.done(&["versions", "diff", "short", "turned"]);
    assert!(told.out.contains("elsewhere"), "{}", told.story());
    let text = Pdf::open(&desk.read("out/your-options.short-and-turned.pdf")).running_text();
    assert!(!text.contains("Nothing."), "{text}");
    let mut order = BTreeMap::new();
    desk.write(
        "overrides/your-options.yaml",
        "length: short\noption-order: [nothing-for-now, talking-physio]\n",
    );
    desk.done(&["build", "your-options", "--target", "screen"]);
    let text = Pdf::open(&desk.read("out/your-options.pdf")).running_text();
    for name in [
        "Staying as I am for now",
        "Pain management programme",
        "Talking with a physiotherapist",
    ] {
        order.insert(text.find(name).expect(name), name);
    }
    let names: Vec<_> = order.into_values().collect();
    assert_eq!(
        names,
        [
            "Staying as I am for now",
            "Pain management programme",
            "Talking with a physiotherapist"
        ]
    );
}
