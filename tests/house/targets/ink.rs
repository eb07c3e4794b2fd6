//! Where ink is, on pictures of the written files: what a template, an imposition
//! and a PDF writer make of it together is what counts, not what each of them meant.
//!
//! Pictures have 5 dots to the millimetre, so measures are right to 0.2 mm.

use image::{Rgb, RgbImage, imageops};
use leafwright::Edition;

use crate::support::printed::{EVERYTHING, Printed, printed};
use crate::support::rendering::{Area, DOTS, ink_outside, is_ink, pictures, places};
use crate::support::shop::{AROUND, Proof};

/// What no office printer reaches, mm.
const UNPRINTABLE: u32 = 3;

/// A side of a folded sheet: the pages of its panels from left to right, and where
/// it is folded, mm from the left.
type Side = (&'static [usize], [f32; 2]);

/// Both sides of every folded format, the outer one first.
const FOLDED: [(&str, [Side; 2]); 4] = [
    (
        "a4-roll-fold",
        [(&[2, 5, 0], [97.0, 197.0]), (&[1, 3, 4], [100.0, 200.0])],
    ),
    (
        "a4-z-fold",
        [(&[4, 5, 0], [99.0, 198.0]), (&[1, 2, 3], [99.0, 198.0])],
    ),
    (
        "a4-gate-fold",
        [(&[1, 5, 0], [74.0, 223.0]), (&[2, 3, 4], [74.0, 223.0])],
    ),
    (
        "a5-fold",
        [(&[3, 0], [148.5, 148.5]), (&[1, 2], [148.5, 148.5])],
    ),
];

/// Every format once, and large print once.
fn looked_at() -> impl Iterator<Item = &'static Printed> {
    let large = printed("pain-and-mood", Edition::LargePrint);
    let standard = EVERYTHING.iter().filter(|printed| !printed.is_large());
    standard
        .chain(large)
        .filter(|printed| printed.tone == "wellbeing")
}

fn sides(printed: &Printed) -> Option<&'static [Side; 2]> {
    let mut folded = FOLDED.iter().filter(|_| !printed.is_large());
    let found = folded.find(|(format, _)| *format == printed.paper.format);
    found.map(|(_, sides)| sides)
}

/// What a print shop is to make, page by page, with its folds: the pages as they
/// are read, panels side by side.
fn flat(printed: &Printed) -> Vec<(RgbImage, Vec<f32>)> {
    let pages = pictures(printed.file("pdf"));
    let Some(sides) = sides(printed) else {
        return pages.into_iter().map(|page| (page, Vec::new())).collect();
    };
    let side = |(panels, folds): &Side| {
        let [width, height] = printed.paper.cut.map(|mm| mm as u32 * DOTS);
        let mut side = RgbImage::from_pixel(width, height, Rgb([255; 3]));
        let lefts = [&[0.0], folds.as_slice()].concat();
        for (panel, left) in panels.iter().zip(lefts) {
            let left = (left * DOTS as f32) as i64;
            imageops::replace(&mut side, &pages[*panel], left, 0);
        }
        (side, folds.to_vec())
    };
    sides.iter().map(side).collect()
}

#[test]
fn nothing_is_printed_where_no_office_printer_reaches() {
    for printed in looked_at() {
        for (number, side) in (1..).zip(pictures(printed.file("desk.pdf"))) {
            let stray = ink_outside(&side, Area::of(&side).without(UNPRINTABLE));
            assert!(
                stray.is_empty(),
                "{}, side {number}: {}",
                printed.name(),
                places(&stray)
            );
        }
    }
}

/// The same test on pages whose colour runs over the edge.
#[test]
fn ink_at_the_edge_would_be_seen() {
    let booklet = printed("your-options", Edition::Standard)
        .next()
        .expect("it was printed");
    let pages = pictures(booklet.file("pdf"));
    let at_edge = |page: &RgbImage| ink_outside(page, Area::of(page).without(UNPRINTABLE)).len();
    assert!(
        pages.iter().map(at_edge).sum::<usize>() > 1000,
        "its tabs run over the edge"
    );
    // And one dot is enough.
    let mut blank = RgbImage::from_pixel(500, 500, Rgb([255; 3]));
    assert_eq!(at_edge(&blank), 0);
    blank.put_pixel(14, 250, Rgb([200; 3]));
    blank.put_pixel(15, 250, Rgb([200; 3]));
    assert_eq!(at_edge(&blank), 1);
}

/// An office sheet is cut off at what printers reach, and not before: a tab ends
/// there.
#[test]
fn colour_ends_where_printers_do() {
    let booklet = printed("your-options", Edition::Standard)
        .next()
        .expect("it was printed");
    let reaching = pictures(booklet.file("desk.pdf"))
        .into_iter()
        .filter(|side| {
            let last = Area::of(side).without(UNPRINTABLE);
            let mut dots = side.enumerate_pixels().filter(|(_, _, dot)| is_ink(**dot));
            dots.any(|(x, _, _)| x == last.left || x == last.right - 1)
        });
    assert!(
        reaching.count() >= 4,
        "seven options have tabs on four sides or more"
    );
}

/// Folds are marked above and below on the inner side, which somebody sees who
/// folds; the outer side has no marks.
#[test]
fn folds_are_marked_on_the_inner_side() {
    for printed in looked_at() {
        let Some([outer, inner]) = sides(printed) else {
            continue;
        };
        let desk = pictures(printed.file("desk.pdf"));
        // Marks stand 3 to 8 mm from the edge: above all text.
        let marked = |side: &RgbImage, folds: [f32; 2], mm_down: u32| {
            folds.map(|fold| {
                let (middle, y) = ((fold * DOTS as f32) as u32, mm_down * DOTS);
                (middle - 1..=middle).any(|x| is_ink(*side.get_pixel(x, y)))
            })
        };
        let last = desk[1].height() / DOTS;
        for down in [4, 7, last - 7, last - 4] {
            assert_eq!(
                marked(&desk[1], inner.1, down),
                [true; 2],
                "{}",
                printed.name()
            );
            assert_eq!(
                marked(&desk[0], outer.1, down),
                [false; 2],
                "{}",
                printed.name()
            );
        }
        assert_eq!(
            marked(&desk[1], inner.1, 9),
            [false; 2],
            "{}",
            printed.name()
        );
    }
}

#[test]
fn a_print_shop_can_cut_every_page() {
    for printed in looked_at() {
        let pages = flat(printed);
        let pictures = pictures(printed.file("press.pdf"));
        assert_eq!(pages.len(), pictures.len(), "{}", printed.name());
        for (number, (printed_page, (page, folds))) in (1..).zip(pictures.iter().zip(&pages)) {
            let proof = Proof {
                printed: printed_page,
                page,
                folds,
            };
            let faults = proof.faults();
            assert!(
                faults.is_empty(),
                "{}, page {number}:\n{}",
                printed.name(),
                faults.join("\n")
            );
        }
    }
}

/// Where a page has colour to its edge, it is printed 3 mm further.
#[test]
fn tabs_run_over_the_edge_by_three_millimetres() {
    for guide in ["your-options", "walk-booklet", "walk-pages"] {
        let booklet = printed(guide, Edition::Standard)
            .next()
            .expect("it was printed");
        let (pages, printed) = (flat(booklet), pictures(booklet.file("press.pdf")));
        let bleeding = printed
            .iter()
            .zip(&pages)
            .filter(|(printed, (page, folds))| {
                // A tab is 3 mm wide there, and some 17 mm tall.
                Proof {
                    printed,
                    page,
                    folds,
                }
                .bleeding()
                    > (3 * DOTS * 10 * DOTS) as usize
            });
        assert!(bleeding.count() >= 3, "{guide}");
    }
}

/// Each fault is put into a sound page, and seen.
#[test]
fn a_print_shop_would_see_every_fault() {
    let booklet = printed("your-options", Edition::Standard)
        .next()
        .expect("it was printed");
    let pages = flat(booklet);
    let sound = pictures(booklet.file("press.pdf"));
    // The third page is an option: it has a tab.
    let (page, folds) = &pages[2];
    let faults = |printed: &RgbImage| {
        Proof {
            printed,
            page,
            folds,
        }
        .faults()
        .join("; ")
    };
    assert_eq!(faults(&sound[2]), "");
    let painted = |area: [u32; 4], grey: u8| {
        let mut printed = sound[2].clone();
        let [left, top, width, height] = area.map(|mm| mm * DOTS);
        for (x, y) in (0..width * height).map(|dot| (left + dot % width, top + dot / width)) {
            printed.put_pixel(x, y, Rgb([grey; 3]));
        }
        printed
    };
    let (white, black) = (255, 0);
    let middle = AROUND + 60;
    let cases = [
        ([1, middle, 4, 1], black, "ink beside the marks"),
        ([8, 0, 4, 7], white, "no mark"),
        ([8, middle, 1, 1], black, "no bleed"),
        // The tab, no longer in the bleed.
        ([AROUND + 148, 0, 3, 200], white, "no bleed"),
        (
            [AROUND + 1, AROUND + 1, 4, 1],
            black,
            "ink that the page has not",
        ),
        (
            [AROUND + 20, AROUND, 100, 100],
            white,
            "ink that only the page has",
        ),
    ];
    for (area, grey, wanted) in cases {
        let said = faults(&painted(area, grey));
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
}
