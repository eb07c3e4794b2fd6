//! Large print, for readers who need it: on A4, never folded, in letters that are
//! large and never thin.

use std::collections::{BTreeMap, BTreeSet};

use leafwright::Edition;

use crate::support::pdf::flowing;
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

/// How large these words are on the first page, pt, where they stand there by
/// themselves; a name may be in line with them.
fn says_alone(pdf: &Pdf, words: &str) -> Option<f32> {
    let runs = pdf.runs(pdf.pages()[0]).into_iter();
    let mut alone = runs.filter(|run| run.text.trim() == words);
    alone.next().map(|run| run.size)
}

#[test]
fn its_cover_says_what_it_is() {
    let label = edition_label();
    for printed in large() {
        let pdf = printed.screen();
        let size = says_alone(&pdf, &label);
        let size = size.unwrap_or_else(|| panic!("{}: no “{label}”", printed.name()));
        // Whoever needs it can read that it is it.
        assert!(size >= text_size(&pdf), "{}: {size} pt", printed.name());
    }
    for printed in EVERYTHING.iter().filter(|printed| !printed.is_large()) {
        let said = says_alone(&printed.screen(), &label);
        assert_eq!(said, None, "{}", printed.name());
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

/// A leaflet of six panels is a folded sheet, and in large print pages to turn:
/// not its panels enlarged, but composed anew on both sides of whole sheets, with
/// whom to call in a crisis on the back, where it is found without looking.
#[test]
fn the_leaflet_has_pages_and_no_panels() {
    for large in printed("pain-and-mood", Edition::LargePrint) {
        let mut standard = printed("pain-and-mood", Edition::Standard);
        let standard = standard.find(|printed| printed.tone == large.tone);
        let panels = headings(&standard.expect("it was printed").screen());
        let pages = headings(&large.screen());
        assert_eq!(pages.len() % 2, 0, "{}: {pages:?}", large.name());
        assert_ne!(pages, panels, "{}", large.name());
        let crisis = |headings: &Vec<String>| headings.iter().any(|it| it == CRISIS);
        assert!(panels[..5].iter().any(crisis), "{panels:?}");
        let on: Vec<usize> = (1..)
            .zip(&pages)
            .filter(|(_, page)| crisis(page))
            .map(|(number, _)| number)
            .collect();
        assert_eq!(on, [pages.len()], "{}: {pages:?}", large.name());
    }
}

const CRISIS: &str = "If you cannot cope right now";

/// The lines of every page that are headings of sections; a text may quote one of them.
fn headings(pdf: &Pdf) -> Vec<Vec<String>> {
    let tags = pdf.tags();
    let headings: BTreeSet<String> = tags
        .all()
        .iter()
        .filter(|tag| tag.role == "H2")
        .map(|tag| flowing(&tag.words()))
        .collect();
    let pages = pdf.text().into_iter();
    pages
        .map(|page| {
            let page = flowing(&page);
            let page = headings
                .iter()
                .fold(page, |page, words| page.replace(&format!("“{words}”"), ""));
            let on_page = headings.iter().filter(|words| page.contains(*words));
            on_page.cloned().collect()
        })
        .collect()
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
    let wanted = ["desk.pdf", "html", "pdf", "press.pdf", "press.txt"];
    assert_eq!(
        files,
        wanted.map(|ending| format!("pain-and-mood.large-print.{ending}"))
    );
}
