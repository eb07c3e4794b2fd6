//! What every publication says, page by page, and how a screen reader walks it.
//!
//! A change of words, of their order or of their pages shows here. Look at it,
//! then take it: `INSTA_UPDATE=always cargo test says`.

use leafwright::Edition;

use crate::support::library::Order;
use crate::support::standards::{assert_conforms, broken_rules};
use crate::support::tags::Tag;
use crate::support::{PUBLICATIONS, Pdf, TONES, snapshot};

fn pages_as_text(pdf: &Pdf) -> String {
    let pages = pdf.text();
    let count = pages.len();
    let numbered = (1..).zip(pages);
    let titled = numbered.map(|(number, text)| format!("=== page {number} of {count}\n{text}\n"));
    titled.collect()
}

fn says(guide: &str, tone: &'static str) {
    let order = Order {
        tone: Some(tone),
        ..Order::EXAMPLE
    };
    let bytes = order.print(guide);
    let pdf = Pdf::open(&bytes);
    assert_conforms(&format!("{guide} in {tone}"), &bytes);
    // The numbers on the tabs of a booklet stand nearest to an edge.
    assert_eq!(pdf.words_off_the_page(2.0), Vec::<String>::new());
    snapshot(&format!("says/{guide}-{tone}"), &pages_as_text(&pdf));
    snapshot(&format!("tags/{guide}-{tone}"), &pdf.tags().outline());
}

#[test]
fn the_leaflet_in_the_wellbeing_tone() {
    says("pain-and-mood", "wellbeing");
}

#[test]
fn the_leaflet_in_the_mental_health_tone() {
    says("pain-and-mood", "mental-health");
}

#[test]
fn the_booklet_in_the_wellbeing_tone() {
    says("your-options", "wellbeing");
}

#[test]
fn the_booklet_in_the_mental_health_tone() {
    says("your-options", "mental-health");
}

#[test]
fn the_letter_in_the_wellbeing_tone() {
    says("invitation", "wellbeing");
}

#[test]
fn the_letter_in_the_mental_health_tone() {
    says("invitation", "mental-health");
}

/// Conformance is only worth something where it can be missed.
#[test]
fn a_broken_promise_is_seen() {
    let mut pdf = Order::EXAMPLE.print("pain-and-mood");
    let marked = b"/Marked true";
    let at = pdf
        .windows(marked.len())
        .position(|window| window == marked);
    let at = at.expect("a file that says it is tagged");
    pdf[at..at + marked.len()].copy_from_slice(b"/Marked null");
    let ua = page_validation::ValidationProfile::PdfUa1;
    assert!(!broken_rules(&pdf, ua).is_empty());
}

/// What validators let through and a reader would miss.
#[test]
fn screen_readers_find_their_way() {
    for (guide, _) in PUBLICATIONS {
        for tone in TONES {
            let order = Order {
                tone: Some(tone),
                ..Order::EXAMPLE
            };
            let pdf = Pdf::open(&order.print(guide));
            let catalog = pdf.document.catalog().expect("a catalogue");
            let language = catalog.get(b"Lang").expect("a language");
            assert_eq!(language.as_str().unwrap(), b"en-GB", "{guide}");
            let tags = pdf.tags();
            let all = tags.all();
            check_headings(guide, &all);
            for tag in &all {
                let alt = tag.alt.as_deref().unwrap_or_default();
                assert!(
                    tag.role != "Figure" || !alt.is_empty(),
                    "{guide}: a figure says nothing"
                );
                assert!(
                    tag.role != "Link" || !tag.words().trim().is_empty(),
                    "{guide}: an empty link"
                );
                if tag.role == "Table" {
                    assert!(
                        tag.all().iter().any(|tag| tag.role == "TH"),
                        "{guide}: no header"
                    );
                }
            }
        }
    }
}

/// One first heading, before all others, and no level skipped.
fn check_headings(guide: &str, tags: &[&Tag]) {
    let levels: Vec<u32> = tags
        .iter()
        .filter_map(|tag| tag.role.strip_prefix('H')?.parse().ok())
        .collect();
    assert_eq!(levels.first(), Some(&1), "{guide}: {levels:?}");
    assert_eq!(
        levels.iter().filter(|level| **level == 1).count(),
        1,
        "{guide}: {levels:?}"
    );
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{guide}: {levels:?}");
    }
}

#[test]
fn large_print_conforms_and_leaves_nothing_out() {
    for (guide, _) in PUBLICATIONS {
        for tone in TONES {
            let order = |edition| Order {
                tone: Some(tone),
                edition,
                ..Order::EXAMPLE
            };
            let large = order(Edition::LargePrint).print(guide);
            assert_conforms(&format!("{guide} in large print"), &large);
            let standard = Pdf::open(&order(Edition::Standard).print(guide));
            let (standard, large) = (standard.tags(), Pdf::open(&large).tags());
            // It may say more, such as whom to call for another copy.
            let large = blocks(&large);
            let mut rest = large.iter();
            let standard = blocks(&standard).into_iter();
            // The imprint and the address of a reply slip come last, and their
            // lines break elsewhere.
            let last = |block: &String| block.starts_with("About this") || block == SEND_TO;
            for block in standard.take_while(|block| !last(block)) {
                let found = rest.any(|large| *large == block);
                assert!(found, "{guide} in {tone}: “{block}” is missing or moved");
            }
        }
    }
}

const SEND_TO: &str = "Please send this to";

/// The headings, paragraphs and items of a file, in order.
fn blocks(tags: &Tag) -> Vec<String> {
    let kinds = ["H1", "H2", "H3", "H4", "P", "LBody", "TD", "TH", "Caption"];
    let all = tags.all().into_iter();
    let blocks = all.filter(|tag| kinds.contains(&tag.role.as_str()));
    let words = blocks.map(|tag| crate::support::pdf::flowing(&tag.words()));
    words.filter(|words| !words.is_empty()).collect()
}

const BEHIND_THE_WINDOW: [&str; 5] = [
    "Angharad Tŵr-Pryce",
    "Flat 2, Tŷ'r Ŷd",
    "14 Chapel Road",
    "Riverside",
    "LD92 5HJ",
];

/// UKAAF: large print is 16 pt at the least. Ours: nothing under 10 pt anywhere.
#[test]
fn nothing_is_printed_too_small_to_read() {
    for (guide, _) in PUBLICATIONS {
        for (edition, least) in [(Edition::Standard, 10.0), (Edition::LargePrint, 16.0)] {
            let order = Order {
                edition,
                ..Order::EXAMPLE
            };
            let pdf = Pdf::open(&order.print(guide));
            let pages = pdf.pages().into_iter();
            let runs: Vec<_> = pages.flat_map(|page| pdf.runs(page)).collect();
            let largest = runs.iter().map(|run| run.size).fold(0.0, f32::max);
            assert!(
                (18.0..60.0).contains(&largest),
                "{guide}: a title of {largest} pt"
            );
            // A raised note number is smaller than the words it belongs to.
            let words = runs
                .iter()
                .filter(|run| run.text.trim().parse::<u32>().is_err());
            for run in words {
                let (size, text) = (run.size, &run.text);
                // Royal Mail: an address behind a window is 10 to 12 pt.
                let address = BEHIND_THE_WINDOW.contains(&text.trim());
                let least = if address { 10.0 } else { least };
                assert!(
                    size > least - 0.01,
                    "{guide}, {edition:?}: {size} pt: {text}"
                );
            }
        }
    }
}
