//! Every page stands on its own place of its sheet: read off the written files, by
//! where each letter is.

use std::collections::BTreeMap;

use crate::support::Pdf;
use crate::support::printed::{EVERYTHING, Printed};

/// A page, and where it begins and ends on a side, mm from the left.
type Place = (usize, [f32; 2]);

/// The places of both sides of a folded sheet, the outer one first.
fn folded(format: &str) -> Option<[Vec<Place>; 2]> {
    let (widths, pages): ([&[f32]; 2], [&[usize]; 2]) = match format {
        "a4-roll-fold" => (
            [&[97.0, 100.0, 100.0], &[100.0, 100.0, 97.0]],
            [&[2, 5, 0], &[1, 3, 4]],
        ),
        "a4-z-fold" => ([&[99.0; 3], &[99.0; 3]], [&[4, 5, 0], &[1, 2, 3]]),
        "a4-gate-fold" => ([&[74.0, 149.0, 74.0]; 2], [&[1, 5, 0], &[2, 3, 4]]),
        "a5-fold" => ([&[148.5; 2], &[148.5; 2]], [&[3, 0], &[1, 2]]),
        _ => return None,
    };
    Some([0, 1].map(|side| {
        let mut left = 0.0;
        let places = widths[side].iter().zip(pages[side]);
        places
            .map(|(width, page)| {
                let from = left;
                left += width;
                (*page, [from, left])
            })
            .collect()
    }))
}

/// Both sides of every sheet of a stapled booklet: page 1 is beside the last one,
/// page 2 behind page 1, and so on to the middle.
fn stapled(pages: usize, [width, _]: [f32; 2]) -> Vec<Vec<Place>> {
    let side =
        |left: usize, right: usize| vec![(left, [0.0, width / 2.0]), (right, [width / 2.0, width])];
    let sides = (0..pages / 2).map(|number| match number % 2 {
        0 => side(pages - 1 - number, number),
        _ => side(number, pages - 1 - number),
    });
    sides.collect()
}

/// Where every page has to be; nothing where a page has its side to itself.
fn wanted(printed: &Printed, pages: usize) -> Vec<Vec<Place>> {
    match printed.paper.format {
        _ if printed.is_large() => Vec::new(),
        "a5-booklet" | "a4-booklet" => stapled(pages, printed.paper.desk),
        format => folded(format).map(Vec::from).unwrap_or_default(),
    }
}

/// How often each letter stands between two distances from the left of a page, mm.
fn letters(pdf: &Pdf, page: usize, [from, to]: [f32; 2]) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    let runs = pdf.runs(pdf.pages()[page]);
    let mm = |pt: f32| pt / 72.0 * 25.4;
    for run in runs
        .iter()
        .filter(|run| mm(run.left) >= from && mm(run.right) <= to)
    {
        for letter in run.text.chars().filter(|letter| letter.is_alphanumeric()) {
            *letters.entry(letter).or_default() += 1;
        }
    }
    letters
}

const WHOLE: [f32; 2] = [f32::MIN, f32::MAX];

#[test]
fn on_a_sheet_for_the_office() {
    let mut looked_at = 0;
    for printed in EVERYTHING.iter() {
        let (screen, desk) = (printed.screen(), printed.desk());
        let wanted = wanted(printed, screen.pages().len());
        for (side, places) in wanted.iter().enumerate() {
            for (page, place) in places {
                let what = format!("{}, page {} on side {}", printed.name(), page + 1, side + 1);
                assert_eq!(
                    letters(&desk, side, *place),
                    letters(&screen, *page, WHOLE),
                    "{what}"
                );
            }
        }
        assert!(
            wanted.is_empty() || wanted.len() == desk.pages().len(),
            "{}",
            printed.name()
        );
        looked_at += wanted.len();
    }
    // The leaflet and the booklet that are built in, in two tones; the others in one.
    assert_eq!(looked_at, 2 * 2 + 3 * 2 + 2 * 8 + 4);
}

/// A folded sheet goes to a print shop as it goes to the office, a little further
/// from the edges of its paper.
#[test]
fn on_a_sheet_for_a_print_shop() {
    for printed in EVERYTHING.iter().filter(|printed| !printed.is_large()) {
        let Some(sides) = folded(printed.paper.format) else {
            continue;
        };
        let (screen, press) = (printed.screen(), printed.press());
        for (side, places) in sides.iter().enumerate() {
            for (page, place) in places {
                let place = place.map(|mm| mm + 10.0);
                let what = format!("{}, page {} on side {}", printed.name(), page + 1, side + 1);
                assert_eq!(
                    letters(&press, side, place),
                    letters(&screen, *page, WHOLE),
                    "{what}"
                );
            }
        }
    }
}

/// A card has its first page on one side and its second behind it, wherever it
/// stood.
#[test]
fn on_cards() {
    for printed in EVERYTHING
        .iter()
        .filter(|printed| !printed.is_large() && printed.paper.times > 1)
    {
        let (screen, desk) = (printed.screen(), printed.desk());
        assert_eq!(
            desk.pages().len(),
            screen.pages().len(),
            "{}",
            printed.name()
        );
        for page in 0..screen.pages().len() {
            let mut wanted = letters(&screen, page, WHOLE);
            wanted
                .values_mut()
                .for_each(|count| *count *= printed.paper.times);
            assert_eq!(letters(&desk, page, WHOLE), wanted, "{}", printed.name());
        }
    }
}
