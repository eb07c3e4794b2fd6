//! Which way printers turn paper over, tried on paper in the mind: whatever they
//! do, a reader who turns a sheet like the page of a book finds the right page
//! behind each other one, and the right way up.

use proptest::prelude::*;

use super::super::desk::turns_backs;
use super::super::imposition::{Cell, Imposition, Spot};
use super::{Work, work};
use crate::read::Flip;

/// The line about which a sheet is turned over, as its front lies before us.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Axis {
    /// From top to bottom: like the page of a book.
    Upright,
    /// From left to right: like a page of a calendar on a wall.
    Lying,
}

/// The axis of a printer that turns paper about an edge: it is parallel to it.
/// By hand, a pile is turned like the page of a book.
fn axis(sheets: &Imposition, flip: Flip) -> Axis {
    let short_edge_is_upright = sheets.height < sheets.width;
    match (flip, short_edge_is_upright) {
        (Flip::Manual, _) | (Flip::ShortEdge, true) | (Flip::LongEdge, false) => Axis::Upright,
        (Flip::ShortEdge, false) | (Flip::LongEdge, true) => Axis::Lying,
    }
}

/// What is on the paper behind a place, as if it were of glass: page, place, how
/// far it is moved to the right, and whether it stands on its head.
type Through = (usize, [i64; 4], i64, bool);

/// Hundredths of a millimetre, so that places can be compared.
fn exactly(length: f64) -> i64 {
    (length * 100.0).round() as i64
}

fn through(sheets: &Imposition, axis: Axis, spot: &Spot) -> Through {
    let Cell {
        left,
        top,
        width,
        height,
    } = spot.cell;
    // A turned page moves the other way on the sheet.
    let on_sheet = if spot.turned { -spot.shift } else { spot.shift };
    let (left, top, moved, on_its_head) = match axis {
        Axis::Upright => (sheets.width - left - width, top, -on_sheet, spot.turned),
        Axis::Lying => (left, sheets.height - top - height, on_sheet, !spot.turned),
    };
    let place = [left, top, width, height].map(exactly);
    (spot.page, place, exactly(moved), on_its_head)
}

/// Every page on the backs of these sheets, through the paper.
fn backs(sheets: &Imposition, axis: Axis) -> Vec<Vec<Through>> {
    let backs = sheets.sheets.iter().map(|sheet| {
        let mut seen: Vec<Through> = sheet
            .back
            .iter()
            .map(|spot| through(sheets, axis, spot))
            .collect();
        seen.sort_unstable();
        seen
    });
    backs.collect()
}

fn as_sent_to(sheets: &Imposition, flip: Flip) -> Imposition {
    let sheets = sheets.clone();
    match turns_backs(&sheets, flip) {
        true => sheets.with_backs_turned(),
        false => sheets,
    }
}

const FLIPS: [Flip; 3] = [Flip::ShortEdge, Flip::LongEdge, Flip::Manual];

proptest! {
    #[test]
    fn every_printer_gives_the_same_paper(work in work()) {
        let sheets = work.sheets();
        let wanted = backs(&sheets, Axis::Upright);
        for flip in FLIPS {
            let sent = as_sent_to(&sheets, flip);
            let printed = backs(&sent, axis(&sheets, flip));
            prop_assert_eq!(&printed, &wanted, "{:?}", flip);
            let upright = printed.iter().flatten().all(|(.., on_its_head)| !on_its_head);
            prop_assert!(upright, "{flip:?}: a page stands on its head");
        }
    }

    #[test]
    fn fronts_are_never_touched(work in work()) {
        let sheets = work.sheets();
        for flip in FLIPS {
            let sent = as_sent_to(&sheets, flip);
            for (before, after) in sheets.sheets.iter().zip(&sent.sheets) {
                prop_assert_eq!(&before.front, &after.front);
            }
        }
    }

    #[test]
    fn turned_twice_is_not_turned(work in work()) {
        let sheets = work.sheets();
        let turned = sheets.clone().with_backs_turned();
        prop_assert_eq!(turned.with_backs_turned(), sheets);
    }
}

/// The paper is only right where the setting is the printer's: told the wrong one,
/// this simulation sees it.
#[test]
fn a_wrong_setting_puts_pages_on_their_heads() {
    let leaflet = Work::standard(crate::read::Format::A4RollFold, 6).sheets();
    let wanted = backs(&leaflet, Axis::Upright);
    let told_short = as_sent_to(&leaflet, Flip::ShortEdge);
    let turned_long = backs(&told_short, axis(&leaflet, Flip::LongEdge));
    assert_ne!(turned_long, wanted);
    assert!(turned_long[0].iter().all(|(.., on_its_head)| *on_its_head));
}

/// Folds are where somebody sees them who looks at the back as it is printed.
#[test]
fn folds_turn_with_the_backs_they_are_drawn_on() {
    let leaflet = Work::standard(crate::read::Format::A4RollFold, 6).sheets();
    let at =
        |sheets: &Imposition| -> Vec<f64> { sheets.folds.iter().map(|fold| fold.at).collect() };
    assert_eq!(at(&leaflet), [200.0, 100.0]);
    assert_eq!(at(&leaflet.with_backs_turned()), [97.0, 197.0]);
}
