//! Formats with little room: what a guide says shorter there, leaves out, and never leaves out.

use crate::support::{Desk, Pdf, snapshot};

const SMALL: [&str; 2] = ["a4-gate-fold", "dl-card"];
const TONES: [&str; 3] = ["wellbeing", "mental-health", "pain-first"];
const NATIONS: [&str; 4] = ["england", "wales", "scotland", "northern-ireland"];

fn text(desk: &Desk, file: &str) -> String {
    Pdf::open(&desk.read(format!("out/{file}.pdf"))).running_text()
}

/// What is left is what matters most: that pain is believed, and whom to call.
#[test]
fn the_built_in_leaflet_fits_a_gate_fold_and_a_card_in_every_tone() {
    let desk = Desk::own_service();
    for format in SMALL {
        desk.write(
            "overrides/pain-and-mood.yaml",
            format!("format: {format}\n"),
        );
        for tone in TONES {
            desk.done(&[
                "build",
                "pain-and-mood",
                "--tone",
                tone,
                "--target",
                "screen",
            ]);
            let file = match tone {
                "wellbeing" => "pain-and-mood".to_owned(),
                tone => format!("pain-and-mood.{tone}"),
            };
            let text = text(&desk, &file);
            let core = [
                "You are not alone",
                "tiring",
                "We believe your pain is real",
            ];
            for said in core.into_iter().chain(["116", "01632"]) {
                assert!(text.contains(said), "{format} {tone}: {said} in\n{text}");
            }
            for unsaid in ["What you would like to ask", "Small steps"] {
                assert!(!text.contains(unsaid), "{unsaid} in\n{text}");
            }
            for said in ["5 in 10", "without hope"] {
                let is_said = text.contains(said);
                assert_eq!(is_said, format == "a4-gate-fold", "{said} in\n{text}");
            }
        }
    }
    // In large print there is room for everything.
    desk.done(&["build", "pain-and-mood", "--edition", "large-print"]);
    let text = text(&desk, "pain-and-mood.large-print");
    assert!(text.contains("What you would like to ask"), "{text}");
}

/// Once it is approved it holds the box that says when to go to A&E as well, and where there
/// are more crisis lines there is less room.
#[test]
fn the_built_in_leaflet_fits_its_formats_in_every_nation_also_when_approved() {
    for nation in NATIONS {
        for format in ["a4-roll-fold", "a4-gate-fold", "dl-card"] {
            let desk = Desk::own_service();
            desk.change(
                "service.yaml",
                "nation: england",
                &format!("nation: {nation}"),
            );
            // Six crisis lines and the offer of Welsh leave a card no room for hours as well.
            if (nation, format) == ("wales", "dl-card") {
                continue;
            }
            if format == "dl-card" {
                let settings = desk.read_text("service.yaml");
                let (before, rest) = settings
                    .split_once("  advice:\n")
                    .expect("a second contact");
                let (_, after) = rest.split_once("\n\n").expect("more settings");
                desk.write("service.yaml", format!("{before}\n{after}"));
            }
            let overrides = format!("format: {format}\n");
            desk.write("overrides/pain-and-mood.yaml", overrides);
            let build = ["build", "pain-and-mood", "--target", "screen"];
            desk.approve(&desk.done(&build).err);
            desk.done(&build);
            let text = text(&desk, "pain-and-mood");
            assert!(text.contains("Approved by Clinical lead"), "{text}");
            let is_urgent = text.contains("both legs");
            assert_eq!(is_urgent, format != "dl-card", "{nation} {format}: {text}");
            assert!(
                text.contains("act without asking"),
                "{nation} {format}: {text}"
            );
        }
    }
}

const CARD: &str = "guide: notice
kind: leaflet
format: dl-card
title: Come and see us
summary: A card for your pocket
cover: noticeboard
audience: patients
version: 1
reviewed: 2026-11-01
next-review: 2028-11-01
sources:
  - {id: long, text: A long book}
  - {id: brief, text: A brief book}
sections:
  - id: hello
    heading: Hello
    core: true
    blocks:
      - text: Many people live with pain that lasts, at every age.[^long]
        short: Pain that lasts is common.[^brief]
      - text: We listen.
        short: leave-out
  - id: more
    heading: More to read
    short: leave-out-of-cards
    blocks:
      - text: There is much more to say.
  - id: help
    blocks:
      - contacts: all
      - crisis
";

fn with_card(from: &str, to: &str) -> Desk {
    assert_eq!(CARD.matches(from).count(), 1, "{from}");
    let desk = Desk::with("notice-board");
    desk.write("content/guides/notice/en-GB.yaml", CARD.replace(from, to));
    desk
}

/// A source that only a longer text cites has no number, and the next one takes it.
#[test]
fn a_card_says_its_short_texts_and_counts_its_sources_anew() {
    let desk = with_card("We listen.", "We listen.");
    desk.done(&["build", "--target", "screen"]);
    let card = text(&desk, "notice");
    for said in ["Pain that lasts is common. 1", "1 A brief book", "116"] {
        assert!(card.contains(said), "{said} in\n{card}");
    }
    for unsaid in ["every age", "A long book", "We listen", "More to read"] {
        assert!(!card.contains(unsaid), "{unsaid} in\n{card}");
    }
    let desk = with_card("format: dl-card", "format: a5-fold");
    desk.done(&["build", "--target", "screen"]);
    let whole = text(&desk, "notice");
    for said in ["every age", "1 A long book", "We listen", "More to read"] {
        assert!(whole.contains(said), "{said} in\n{whole}");
    }
    assert!(!whole.contains("is common"), "{whole}");
}

#[test]
fn the_core_and_help_in_a_crisis_are_never_left_out() {
    let cases = [
        (
            "core",
            "    core: true\n",
            "    core: true\n    short: leave-out\n",
        ),
        (
            "all-of-the-core",
            "        short: Pain that lasts is common.[^brief]\n",
            "        short: leave-out-of-cards\n",
        ),
        (
            "crisis",
            "      - crisis\n",
            "      - crisis:\n        short: Call 999.\n",
        ),
        (
            "section-with-crisis",
            "  - id: help\n",
            "  - id: help\n    short: leave-out\n",
        ),
        (
            "no-such-word",
            "short: leave-out-of-cards",
            "short: leaveout",
        ),
        (
            "nothing-to-shorten",
            "      - text: We listen.\n        short: leave-out\n",
            "      - short: We listen.\n",
        ),
    ];
    let mut said = String::new();
    for (name, from, to) in cases {
        let told = with_card(from, to).run(&["build"]);
        assert_eq!(told.status, 1, "{name}: {}", told.story());
        said.push_str(&format!("=== {name}\n{}", told.err));
    }
    snapshot("little_room/refused", &said);
}
