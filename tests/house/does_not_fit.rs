//! Drafts of what is too long: nothing is lost, and each page says what it is.

use crate::support::{Desk, Pdf, guide_head};

const SENTENCES: usize = 40;

/// A guide with one section of many short paragraphs, each of which can be told.
fn guide(kind: &str, format: &str) -> String {
    let paragraphs: String = (1..=SENTENCES)
        .map(|number| format!("          We listen to you on day {number}.\n\n"))
        .collect();
    let head = guide_head("long", kind, format, "A long text");
    format!(
        "{head}sections:
  - id: hello
    heading: Hello
    blocks:
      - text: You are welcome here.
  - id: days
    heading: Our days
    blocks:
      - text: |
{paragraphs}
  - id: help
    blocks:
      - contacts: all
      - crisis
"
    )
}

fn with(guide: &str) -> Desk {
    let desk = Desk::with("notice-board");
    desk.write("content/guides/long/en-GB.yaml", guide);
    desk
}

#[test]
fn every_word_of_a_text_that_does_not_fit_stands_in_its_draft() {
    for (kind, format) in [
        ("leaflet", "a4-gate-fold"),
        ("leaflet", "a5-fold"),
        ("leaflet", "dl-card"),
        ("sheet", "a5"),
        ("sheet", "a6"),
        ("sheet", "a3"),
    ] {
        let desk = with(&guide(kind, format));
        let told = desk.run(&["build", "long"]);
        assert_eq!(told.status, 1, "{format}: {}", told.story());
        assert!(!desk.exists("out"), "{format}");
        let told = desk.done(&["build", "long", "--draft"]);
        assert!(
            told.err.contains("warning[LW070 text-too-long]"),
            "{format}: {}",
            told.err
        );
        // It can be folded or cut into nothing.
        assert!(!desk.exists("out/long.desk.pdf"), "{format}");
        let pdf = Pdf::open(&desk.read("out/long.pdf"));
        let text = pdf.running_text();
        for number in 1..=SENTENCES {
            let said = format!("day {number}.");
            assert!(text.contains(&said), "{format}: {said} in\n{text}");
        }
        for said in ["You are welcome here", "Our days", "01632", "116"] {
            assert!(text.contains(said), "{format}: {said} in\n{text}");
        }
        for page in pdf.pages() {
            let marked = pdf.words_across(page);
            assert!(marked.contains("Draft: does not fit"), "{format}: {marked}");
        }
    }
}

#[test]
fn a_panel_of_a_leaflet_goes_on_behind_the_others() {
    let long = guide("leaflet", "a4-roll-fold");
    let panels = ["inside-middle", "inside-left", "inside-right"];
    let long = panels.iter().fold(long, |long, panel| {
        long.replacen(
            "\n    blocks:",
            &format!("\n    panel: {panel}\n    BLOCKS:"),
            1,
        )
    });
    let desk = with(&long.replace("BLOCKS", "blocks"));
    desk.done(&["build", "long", "--draft"]);
    let pdf = Pdf::open(&desk.read("out/long.pdf"));
    let pages = pdf.text();
    assert!(pages.len() > 6, "{} pages", pages.len());
    assert!(pages[1].contains("day 1."), "{}", pages[1]);
    let last = &pages[pages.len() - 1];
    assert!(last.contains(&format!("day {SENTENCES}.")), "{last}");
    // The last page that is folded is the back.
    assert!(pages[5].contains("About this leaflet"), "{}", pages[5]);
}

#[test]
fn what_fits_is_no_draft_and_other_mistakes_stay() {
    let desk = Desk::with("notice-board");
    desk.done(&["build", "--draft"]);
    assert!(desk.exists("out/notice.desk.pdf"));
    let pdf = Pdf::open(&desk.read("out/notice.pdf"));
    assert!(!pdf.running_text().contains("Draft"));
    let long =
        guide("leaflet", "dl-card").replace("You are welcome", "You must attend or be discharged");
    let long = long.replace("text: You", "txt: You");
    let told = with(&long).run(&["build", "long", "--draft"]);
    assert_eq!(told.status, 1, "{}", told.story());
}
