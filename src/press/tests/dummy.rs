//! A folded dummy, as printers make one before they print: the sheets of an
//! imposition are folded in the mind, and then read as a reader opens them.
//! Whatever the numbers of the imposition are, the pages have to come in order.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::imposition::{Imposition, Side, Way};
use super::{Work, folded, stapled};
use crate::read::Format;

/// A part of a sheet between its folds, lying somewhere in the pile.
#[derive(Debug, Clone)]
pub struct Part {
    /// Which sheet it is of, and which part of that from the left, as it lay open.
    pub sheet: usize,
    pub number: usize,
    /// Where it lies, mm from the left edge of the open sheet.
    pub left: f64,
    pub right: f64,
    /// The pages on its two faces.
    pub up: Option<usize>,
    pub down: Option<usize>,
}

/// Parts upon each other, the lowest first.
pub type Pile = Vec<Part>;

/// Sheets, open and after every fold.
pub struct Dummy {
    /// Open first, closed last.
    pub piles: Vec<Pile>,
}

impl Dummy {
    /// Lays the sheets on a table with their backs up, the first one lowest, and
    /// folds them together.
    pub fn of(sheets: &Imposition) -> Self {
        let mut piles = vec![open(sheets)];
        for fold in &sheets.folds {
            let last = piles.last().expect("the open sheets");
            let next = folded_at(last, fold.at, fold.way);
            piles.push(next);
        }
        Self { piles }
    }

    pub fn closed(&self) -> &Pile {
        self.piles.last().expect("the open sheets")
    }

    /// What somebody reads who opens one folded sheet: first what is seen of it
    /// closed, then what each fold shows as it is undone, at last the other side;
    /// each from left to right, and nothing a second time.
    pub fn opened(&self) -> Vec<Vec<usize>> {
        let mut read = BTreeSet::new();
        let mut moments = Vec::new();
        for pile in self.piles.iter().rev() {
            moments.push(seen(pile));
        }
        moments.push(seen(&turned_over(&self.piles[0])));
        for moment in &mut moments {
            moment.retain(|page| read.insert(*page));
        }
        moments
    }

    /// What somebody reads who leafs through a closed pile from its upper face to
    /// its lower one, as one does who holds a booklet.
    pub fn leafed_through(&self) -> Vec<usize> {
        let parts = self.closed().iter().rev();
        parts
            .flat_map(|part| [part.up, part.down])
            .flatten()
            .collect()
    }
}

fn open(sheets: &Imposition) -> Pile {
    let mut edges: Vec<f64> = sheets.folds.iter().map(|fold| fold.at).collect();
    edges.extend([0.0, sheets.width]);
    edges.sort_by(f64::total_cmp);
    let mut pile = Vec::new();
    for (number, sheet) in sheets.sheets.iter().enumerate() {
        for (part, between) in edges.windows(2).enumerate() {
            let (left, right) = (between[0], between[1]);
            pile.push(Part {
                sheet: number,
                number: part,
                left,
                right,
                up: page_at(&sheet.back, left, right),
                // Through the paper left is right.
                down: page_at(&sheet.front, sheets.width - right, sheets.width - left),
            });
        }
    }
    pile
}

/// The page that fills a side from `left` to `right`.
fn page_at(side: &Side, left: f64, right: f64) -> Option<usize> {
    let near = |a: f64, b: f64| (a - b).abs() < 1.0;
    let fills =
        |left_edge: f64, width: f64| near(left_edge, left) && near(left_edge + width, right);
    let mut spots = side.iter();
    let spot = spots.find(|spot| fills(spot.cell.left, spot.cell.width));
    spot.map(|spot| spot.page)
}

/// The shorter side of a fold is what a hand takes up; of two equal ones, the left.
pub fn left_moves(pile: &Pile, at: f64) -> bool {
    let left = pile.iter().map(|part| at - part.left).fold(0.0, f64::max);
    let right = pile.iter().map(|part| part.right - at).fold(0.0, f64::max);
    left <= right
}

fn folded_at(pile: &Pile, at: f64, way: Way) -> Pile {
    let cut = |part: &Part| part.left < at - 0.01 && part.right > at + 0.01;
    assert!(
        !pile.iter().any(cut),
        "a fold goes through what lies folded on it"
    );
    let left = left_moves(pile, at);
    let moves = |part: &Part| (part.left < at - 0.01) == left;
    let (moving, rest): (Pile, Pile) = pile.iter().cloned().partition(moves);
    let moved = moving.into_iter().rev().map(|part| over(part, at));
    match way {
        Way::Valley => rest.into_iter().chain(moved).collect(),
        Way::Mountain => moved.chain(rest).collect(),
    }
}

/// A part turned over about a line.
fn over(part: Part, at: f64) -> Part {
    Part {
        left: 2.0 * at - part.right,
        right: 2.0 * at - part.left,
        up: part.down,
        down: part.up,
        ..part
    }
}

fn turned_over(pile: &Pile) -> Pile {
    pile.iter()
        .rev()
        .cloned()
        .map(|part| over(part, 0.0))
        .collect()
}

/// The pages on which nothing lies, from left to right. A narrow strip beside a
/// flap is not read.
fn seen(pile: &Pile) -> Vec<usize> {
    let covered = |number: usize, part: &Part| {
        let mut above = pile[number + 1..].iter();
        above.any(|other| other.left < part.right - 0.01 && other.right > part.left + 0.01)
    };
    let parts = pile.iter().enumerate();
    let mut free: Vec<&Part> = parts
        .filter(|(number, part)| !covered(*number, part))
        .map(|(_, part)| part)
        .collect();
    free.sort_by(|one, other| one.left.total_cmp(&other.left));
    free.into_iter().filter_map(|part| part.up).collect()
}

/// Page numbers as a reader finds them, counted from 1.
fn read(work: &Work, sheets: &Imposition) -> Vec<usize> {
    let dummy = Dummy::of(sheets);
    let pages = match work.is_folded() {
        true => dummy.opened().concat(),
        false => dummy.leafed_through(),
    };
    pages.into_iter().map(|page| page + 1).collect()
}

fn in_order(work: &Work) -> Vec<usize> {
    (1..=work.pages).collect()
}

/// The same sheets with two pages in each other's places.
fn with_pages_swapped(mut sheets: Imposition, one: usize, other: usize) -> Imposition {
    let sides = sheets
        .sheets
        .iter_mut()
        .flat_map(|sheet| [&mut sheet.front, &mut sheet.back]);
    for spot in sides.flatten() {
        if spot.page == one {
            spot.page = other;
        } else if spot.page == other {
            spot.page = one;
        }
    }
    sheets
}

#[test]
fn every_folded_leaflet_reads_in_order() {
    let formats: Vec<Format> = folded().map(|work| work.format).collect();
    let wanted = [
        Format::A4RollFold,
        Format::A4ZFold,
        Format::A4GateFold,
        Format::A5Fold,
    ];
    assert_eq!(formats, wanted);
    for work in folded() {
        assert_eq!(
            read(&work, &work.sheets()),
            in_order(&work),
            "{}",
            work.format.id()
        );
    }
}

/// What is seen at one glance belongs together.
#[test]
fn what_is_seen_at_each_fold() {
    let seen = |format| {
        let work = folded().find(|work| work.format == format);
        Dummy::of(&work.expect("a folded format").sheets()).opened()
    };
    assert_eq!(
        seen(Format::A4RollFold),
        [vec![0], vec![1, 2], vec![3, 4], vec![5]]
    );
    assert_eq!(
        seen(Format::A4ZFold),
        [vec![0], vec![1, 2], vec![3], vec![4, 5]]
    );
    assert_eq!(
        seen(Format::A4GateFold),
        [vec![0, 1], vec![2], vec![3, 4], vec![5]]
    );
    assert_eq!(seen(Format::A5Fold), [vec![0], vec![1, 2], vec![3]]);
}

proptest! {
    #[test]
    fn every_stapled_booklet_reads_in_order(work in stapled()) {
        prop_assert_eq!(read(&work, &work.sheets()), in_order(&work));
    }

    /// Were two pages in each other's places, the dummy would show it.
    #[test]
    fn a_booklet_with_two_pages_swapped_does_not(
        work in stapled(),
        one in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
    ) {
        let (one, other) = (one.index(work.pages), other.index(work.pages));
        prop_assume!(one != other);
        let wrong = with_pages_swapped(work.sheets(), one, other);
        prop_assert_ne!(read(&work, &wrong), in_order(&work));
    }
}

#[test]
fn a_leaflet_with_two_pages_swapped_does_not() {
    for work in folded() {
        for one in 0..work.pages {
            for other in 0..one {
                let wrong = with_pages_swapped(work.sheets(), one, other);
                assert_ne!(
                    read(&work, &wrong),
                    in_order(&work),
                    "{work:?}: {one}, {other}"
                );
            }
        }
    }
}

/// Nor one that is folded otherwise than its marks say.
#[test]
fn a_leaflet_folded_wrongly_does_not() {
    let roll = Work::standard(Format::A4RollFold, 6);
    let mut other_way = roll.sheets();
    other_way.folds[0].way = Way::Mountain;
    assert_ne!(read(&roll, &other_way), in_order(&roll));
    let mut other_order = roll.sheets();
    other_order.folds.reverse();
    assert_ne!(read(&roll, &other_order), in_order(&roll));
}
