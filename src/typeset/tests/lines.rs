//! Where lines break, and where they never do.

use std::collections::BTreeMap;

use typst::layout::Point;
use typst::text::TextItem;
use unicode_normalization::UnicodeNormalization;

use super::{each_text, set};

const PARAGRAPHS: &str = r#"
#import "/templates/faces.typ": faces
#import "/templates/runs.typ": run-rules
#set page(width: 60mm, height: auto, margin: 2mm)
#set text(font: faces, fallback: false, size: 12pt, hyphenate: false)
#set par(justify: false, linebreaks: "optimized")
#show: run-rules
#for words in json("/data/asked.json") { par(words) }
"#;

/// The lines of paragraphs in a narrow column, and the width of the widest, pt.
fn lines_of(paragraphs: &[String]) -> (Vec<String>, f64) {
    let pages = set(PARAGRAPHS, &serde_json::json!(paragraphs)).expect("it is laid out");
    let mut lines: BTreeMap<i64, String> = BTreeMap::new();
    let mut widest: f64 = 0.0;
    let mut visit = |at: Point, item: &TextItem| {
        let line = lines
            .entry((at.y.to_pt() * 10.0).round() as i64)
            .or_default();
        line.push_str(&item.text);
        widest = widest.max((at.x + item.width()).to_pt());
    };
    each_text(&pages.document.pages()[0].frame, Point::zero(), &mut visit);
    (lines.into_values().collect(), widest)
}

/// Wherever in a line they stand, whoever typed them.
#[test]
fn numbers_and_dates_stay_on_one_line() {
    for whole in [
        "01632 960123",
        "(01632) 960123",
        "+44 (0)1632 960123",
        "116 123",
        "999 123 4567",
        "7 December 2026",
        "Monday 7 December 2026",
        "Monday 7th Dec 2026",
        "May 2027",
        "9:30 am",
        "10 o’clock",
        "LD91 2AB",
        "RPW 0012 345",
        "RPW-AB-CD/12",
    ] {
        let before = (0..30).map(|n| format!("{}{}", "we are ".repeat(2 + n % 3), "i".repeat(n)));
        let paragraphs: Vec<String> = before
            .map(|before| format!("{before} {whole} or so"))
            .collect();
        let (lines, _) = lines_of(&paragraphs);
        let whole_lines = lines.iter().filter(|line| line.contains(whole)).count();
        assert_eq!(whole_lines, paragraphs.len(), "{whole}: {lines:#?}");
    }
}

/// A long word breaks rather than leave the column, and nothing is put in for it.
#[test]
fn a_long_word_keeps_to_its_column_as_it_was_typed() {
    for word in [
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "Adébáyọ̀láńlẹ́-Ọlátúnjíọlátúnjíọlátúnjíọlátúnjíọlátúnjí",
        "firstname.o'lastname@department.hospital-trust.example",
        "https://www.hospital-trust.example/a/long/way/to--a/page_of_ours",
        "HPS-7701-HPS-7702-HPS-7703-HPS-7704-HPS-7705",
    ] {
        let word: String = word.nfc().collect();
        let (lines, widest) = lines_of(&[format!("We are {word}, (or {word}).")]);
        let read = lines.concat().replace(' ', "");
        assert_eq!(read, format!("Weare{word},(or{word})."), "{lines:#?}");
        assert!(
            widest <= 58.0 / 25.4 * 72.0 + 0.01,
            "{widest} pt: {lines:#?}"
        );
        let ends = lines
            .iter()
            .skip(1)
            .filter(|line| line.starts_with([',', ')', '.']));
        assert_eq!(ends.count(), 0, "{lines:#?}");
    }
}
