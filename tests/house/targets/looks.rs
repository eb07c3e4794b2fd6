//! What sheets look like, compared with pictures somebody has looked at: every
//! format, for the office and for a print shop, as the PDFs were written.
//!
//! `UPDATE_GOLDENS=1 cargo test looks` takes new ones into `tests/golden/`.

use leafwright::Edition;

use crate::support::picture::{DPI, changed};
use crate::support::printed::{EVERYTHING, Printed, printed};
use crate::support::rendering::rendered;

/// One tone is enough: the pages themselves are compared in both.
fn assert_look<'a>(target: &str, all: impl Iterator<Item = &'a Printed>) {
    let one_tone = all.filter(|printed| printed.tone == "wellbeing");
    let changed = one_tone.flat_map(|printed| {
        let sides = rendered(printed.file(&format!("{target}.pdf")), (DPI / 25.4) as f32);
        let edition = if printed.is_large() {
            "-large-print"
        } else {
            ""
        };
        changed(&format!("{target}-{}{edition}", printed.guide), &sides)
    });
    let changed: Vec<String> = changed.collect();
    assert!(changed.is_empty(), "\n{}\n", changed.join("\n"));
}

fn standard() -> impl Iterator<Item = &'static Printed> {
    EVERYTHING.iter().filter(|printed| !printed.is_large())
}

#[test]
fn sheets_for_the_office() {
    assert_look("desk", standard());
}

#[test]
fn pages_for_a_print_shop() {
    assert_look("press", standard());
}

#[test]
fn large_print() {
    let guides = ["pain-and-mood", "walk-pocket"];
    let large = guides.map(|guide| printed(guide, Edition::LargePrint));
    assert_look("desk", large.into_iter().flatten());
}
