//! Where pages stand on their sheets, for everything that can be printed.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::imposition::{Cell, Imposition, Sheet, Side};
use super::{Work, stapled, work};
use crate::read::Format;

/// Sums of lengths in mm have rounding in them.
const NEAR: f64 = 1e-6;

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < NEAR
}

/// How often each page stands on a side.
fn count<'a>(sides: impl IntoIterator<Item = &'a Side>) -> BTreeMap<usize, usize> {
    let mut counted = BTreeMap::new();
    for spot in sides.into_iter().flatten() {
        *counted.entry(spot.page).or_default() += 1;
    }
    counted
}

fn sides(sheets: &Imposition) -> impl Iterator<Item = &Side> {
    let sheets = sheets.sheets.iter();
    sheets.flat_map(|sheet| [&sheet.front, &sheet.back])
}

fn overlap(one: Cell, other: Cell) -> bool {
    let within = |start: f64, size: f64, from: f64, long: f64| {
        start + size > from + NEAR && from + long > start + NEAR
    };
    within(one.left, one.width, other.left, other.width)
        && within(one.top, one.height, other.top, other.height)
}

/// The page behind a place, on the paper itself: backs are given as somebody sees
/// them who turns the sheet over like the page of a book, which is a mirror's view.
fn behind(sheets: &Imposition, sheet: &Sheet, cell: Cell) -> Option<usize> {
    let mirrored = sheets.width - cell.left - cell.width;
    let same = |other: &Cell| {
        near(other.left, mirrored)
            && near(other.top, cell.top)
            && near(other.width, cell.width)
            && near(other.height, cell.height)
    };
    let mut spots = sheet.back.iter();
    spots.find(|spot| same(&spot.cell)).map(|spot| spot.page)
}

proptest! {
    #[test]
    fn every_page_is_printed_and_none_twice(work in work()) {
        let sheets = work.sheets();
        let wanted: BTreeMap<usize, usize> = (0..work.pages).map(|page| (page, work.times())).collect();
        prop_assert_eq!(count(sides(&sheets)), wanted);
        // A card cut from a sheet has its two pages on its two sides, wherever it stood.
        for side in sides(&sheets).filter(|_| work.times() > 1) {
            prop_assert!(count([side]).len() <= 1, "two pages on one side: {side:?}");
        }
    }

    #[test]
    fn no_page_runs_over_its_sheet_or_another_page(work in work()) {
        let sheets = work.sheets();
        for side in sides(&sheets) {
            for (number, spot) in side.iter().enumerate() {
                let Cell { left, top, width, height } = spot.cell;
                prop_assert!(left > -NEAR && top > -NEAR, "{spot:?}");
                prop_assert!(left + width < sheets.width + NEAR, "{spot:?}");
                prop_assert!(top + height < sheets.height + NEAR, "{spot:?}");
                for other in &side[number + 1..] {
                    prop_assert!(!overlap(spot.cell, other.cell), "{spot:?} and {other:?}");
                }
            }
        }
    }

    /// Nothing is scaled: a place is as large as the page that stands in it.
    #[test]
    fn every_place_has_the_size_of_its_page(work in work()) {
        let panels = work.format.panels();
        for spot in sides(&work.sheets()).flatten() {
            let (width, height) = match work.is_standard() {
                true => work.format.page(),
                false => Format::A4.page(),
            };
            let width = if work.is_folded() { panels[spot.page].1 } else { width };
            prop_assert!(near(spot.cell.width, width) && near(spot.cell.height, height), "{spot:?}");
            prop_assert!(!spot.turned);
        }
    }

    #[test]
    fn backs_stand_back_to_back_with_fronts(work in work()) {
        let sheets = work.sheets();
        for sheet in sheets.sheets.iter().filter(|sheet| !sheet.back.is_empty()) {
            prop_assert_eq!(sheet.front.len(), sheet.back.len());
            for spot in &sheet.front {
                prop_assert!(behind(&sheets, sheet, spot.cell).is_some(), "nothing behind {spot:?}");
            }
        }
    }

    /// Pages 1 and 2 are the sides of one leaf, 3 and 4 of the next, and so on.
    #[test]
    fn pages_follow_each_other_on_a_leaf(work in work()) {
        // The panels of a folded sheet follow each other as it opens.
        prop_assume!(!work.is_folded());
        let sheets = work.sheets();
        for sheet in &sheets.sheets {
            for spot in &sheet.front {
                let next = behind(&sheets, sheet, spot.cell).map(|page| page + 1);
                let number = spot.page + 1;
                let wanted = match number % 2 == 1 {
                    true => (number < work.pages).then_some(number + 1),
                    false => Some(number - 1),
                };
                prop_assert_eq!(next, wanted, "behind page {}", number);
            }
        }
    }

    #[test]
    fn a_stapled_side_adds_up_to_one_more_than_there_are_pages(work in stapled()) {
        for side in sides(&work.sheets()) {
            let [left, right] = side.as_slice() else {
                panic!("two pages a side, not {side:?}");
            };
            let numbers = (left.page + 1) + (right.page + 1);
            prop_assert_eq!(numbers, work.pages + 1);
        }
    }

    /// Inner sheets stick out by the thickness of those around them, so their pages
    /// move to the fold by as much: none on the outermost, a little more each.
    #[test]
    fn creep_grows_from_sheet_to_sheet(work in stapled()) {
        let sheets = work.sheets();
        let thickness = f64::from(work.gsm) * 0.1 / 80.0;
        let within = work.pages / 4 - 1;
        for (number, sheet) in sheets.sheets.iter().enumerate() {
            let wanted = thickness * number as f64;
            prop_assert!(wanted < thickness * within as f64 + NEAR);
            for side in [&sheet.front, &sheet.back] {
                // The left page to the right, the right page to the left.
                prop_assert!(side[0].cell.left < side[1].cell.left);
                prop_assert!(near(side[0].shift, wanted), "{side:?}");
                prop_assert!(near(side[1].shift, -wanted), "{side:?}");
            }
        }
        prop_assert_eq!(sheets.sheets[0].front[0].shift, 0.0);
        let innermost = sheets.sheets.last().map(|sheet| sheet.back[0].shift);
        prop_assert!(near(innermost.unwrap_or_default(), thickness * within as f64));
    }

    /// What is not nested does not creep.
    #[test]
    fn nothing_else_is_moved(work in work()) {
        prop_assume!(!work.is_stapled());
        prop_assert!(sides(&work.sheets()).flatten().all(|spot| spot.shift == 0.0));
    }

    #[test]
    fn only_what_stands_together_is_cut(work in work()) {
        let sheets = work.sheets();
        let (across, down) = (sheets.cuts.across.len() + 1, sheets.cuts.down.len() + 1);
        prop_assert_eq!(across * down, work.times());
        // A cut goes between pages, not through one.
        for cell in sides(&sheets).flatten().map(|spot| spot.cell) {
            let inside = |at: f64, start: f64, size: f64| at > start + NEAR && at < start + size - NEAR;
            prop_assert!(!sheets.cuts.down.iter().any(|at| inside(*at, cell.left, cell.width)));
            prop_assert!(!sheets.cuts.across.iter().any(|at| inside(*at, cell.top, cell.height)));
        }
    }
}

/// 80 g/m² is about 0.1 mm: the innermost of ten sheets moves by almost one.
#[test]
fn creep_is_as_large_as_a_printer_expects() {
    let sheets = Work::standard(Format::A5Booklet, 40).sheets();
    let innermost = sheets.sheets.last().map(|sheet| sheet.front[0].shift);
    assert!(near(innermost.unwrap_or_default(), 0.9));
}
