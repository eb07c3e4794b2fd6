//! Large print, for readers who need it: on A4, never folded, in letters that are
//! large and never thin.

use std::collections::{BTreeMap, BTreeSet};

use leafwright::Edition;

use crate::support::printed::{EVERYTHING, Printed, printed};
use crate::support::{Desk, Pdf};

fn large() -> impl Iterator<Item = &'static Printed> {
    EVERYTHING.iter().filter(|printed| printed.is_large())
}

/// What the labels of this language call the edition.
fn edition_label() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/content/labels/en-GB.yaml");
    let labels = std::fs::read_to_string(path).expect("labels");
    let labels: serde_yaml::Value = serde_yaml::from_str(&labels).expect("YAML");
    labels["large-print-edition"]
        .as_str()
        .expect("a label")
        .to_owned()
}

#[test]
fn its_cover_says_what_it_is() {
    let label = edition_label();
    for printed in large() {
        let pages = printed.screen().text();
        let said = pages[0].lines().any(|line| line.trim() == label);
        assert!(said, "{}: “{label}” in\n{}", printed.name(), pages[0]);
    }
    for printed in EVERYTHING.iter().filter(|printed| !printed.is_large()) {
        let first = printed.screen().text().swap_remove(0);
        assert!(
            !first.lines().any(|line| line.trim() == label),
            "{}",
            printed.name()
        );
    }
}

/// The size most letters have.
fn text_size(pdf: &Pdf) -> f32 {
    let mut letters: BTreeMap<i64, usize> = BTreeMap::new();
    for page in pdf.pages() {
        for run in pdf.runs(page) {
            *letters
                .entry((run.size * 100.0).round() as i64)
                .or_default() += run.text.len();
        }
    }
    let most = letters.into_iter().max_by_key(|(_, letters)| *letters);
    most.expect("some letters").0 as f32 / 100.0
}

/// UKAAF: page numbers are as large as the text.
#[test]
fn its_page_numbers_are_as_large_as_its_text() {
    for printed in large() {
        let pdf = printed.screen();
        let text = text_size(&pdf);
        assert!(text > 17.9, "{}: {text} pt", printed.name());
        let pages = pdf.pages();
        // A cover and a single page have no number.
        for (number, page) in (1..).zip(&pages).skip(1) {
            let words = format!("Page {number} of {}", pages.len());
            let runs = pdf.runs(*page);
            let found = runs.iter().find(|run| run.text.contains(&words));
            let run = found.unwrap_or_else(|| panic!("{}: no “{words}”", printed.name()));
            assert!(
                (run.size - text).abs() < 0.01,
                "{}: {} pt",
                printed.name(),
                run.size
            );
        }
    }
}

/// The typefaces of a file, by the names that are embedded.
fn typefaces(pdf: &Pdf) -> BTreeSet<String> {
    let objects = pdf.document.objects.values();
    let fonts =
        objects.filter_map(|object| object.as_dict().ok()?.get(b"BaseFont").ok()?.as_name().ok());
    fonts
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect()
}

#[test]
fn no_letter_is_thin() {
    for printed in EVERYTHING.iter() {
        for pdf in [printed.screen(), printed.desk(), printed.press()] {
            let faces = typefaces(&pdf);
            assert!(!faces.is_empty(), "{}", printed.name());
            for face in faces {
                let thin = ["Light", "Thin", "Hairline"]
                    .iter()
                    .any(|weight| face.contains(weight));
                assert!(!thin, "{}: {face}", printed.name());
            }
        }
    }
}

/// Every page is a side of its own, in the order they are read.
#[test]
fn it_is_never_folded() {
    for printed in large() {
        let (screen, desk) = (printed.screen(), printed.desk());
        for size in screen.sizes() {
            assert_eq!(size, [210.0, 297.0], "{}", printed.name());
        }
        let (pages, sides) = (screen.text(), desk.text());
        let blank = sides.len() - pages.len();
        assert!(blank <= 1, "{}", printed.name());
        for (page, side) in pages.iter().zip(&sides) {
            let words = |text: &str| -> BTreeSet<String> {
                text.split_whitespace().map(str::to_owned).collect()
            };
            assert_eq!(words(side), words(page), "{}", printed.name());
        }
        assert!(sides[pages.len()..].iter().all(|side| side.is_empty()));
        let ticket = String::from_utf8_lossy(printed.file("press.txt")).into_owned();
        assert!(!ticket.to_lowercase().contains("fold once"), "{ticket}");
        assert!(!ticket.contains("fold marks"), "{ticket}");
    }
}

/// A leaflet of six panels is a folded sheet, and in large print pages to turn.
#[test]
fn the_leaflet_has_more_pages_than_panels() {
    for tone in printed("pain-and-mood", Edition::LargePrint) {
        assert!(tone.screen().pages().len() > 6, "{}", tone.name());
    }
}

#[test]
fn its_files_are_called_so() {
    let desk = Desk::with("harbour");
    let arguments = [
        "build",
        "pain-and-mood",
        "--edition",
        "large-print",
        "--target",
        "all",
    ];
    desk.done(&arguments);
    let files: Vec<String> = desk.files("out").into_keys().collect();
    let wanted = ["desk.pdf", "pdf", "press.pdf", "press.txt"];
    assert_eq!(
        files,
        wanted.map(|ending| format!("pain-and-mood.large-print.{ending}"))
    );
}
