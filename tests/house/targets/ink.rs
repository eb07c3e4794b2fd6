//! Where ink is, on pictures of the written files: what a template, an imposition
//! and a PDF writer make of it together is what counts, not what each of them meant.
//!
//! Pictures have 5 dots to the millimetre, so measures are right to 0.2 mm.

use image::{Rgb, RgbImage, imageops};
use leafwright::Edition;

use crate::support::printed::{EVERYTHING, Printed, printed};
use crate::support::rendering::{
    Area, DOTS, FAINT, ink_outside, is_ink, is_strange, pictures, pictures_beyond, places,
};
use crate::support::shop::{AROUND, BLEED, Proof};

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

/// What a print shop is to make: a page, or pages that lie side by side.
struct Flat {
    /// As it is read.
    page: RgbImage,
    /// With what is drawn over its edges, as far as the bleed.
    beyond: RgbImage,
    /// Where it is folded, mm from the left.
    folds: Vec<f32>,
}

impl Flat {
    fn new(beyond: RgbImage, folds: Vec<f32>) -> Self {
        let Area {
            left,
            top,
            right,
            bottom,
        } = Area::of(&beyond).without(BLEED);
        let page = imageops::crop_imm(&beyond, left, top, right - left, bottom - top);
        Self {
            page: page.to_image(),
            beyond,
            folds,
        }
    }

    fn proof<'a>(&'a self, printed: &'a RgbImage) -> Proof<'a> {
        Proof {
            printed,
            page: &self.page,
            beyond: &self.beyond,
            folds: &self.folds,
        }
    }
}

/// What a print shop is to make, page by page, with its folds: the pages as they
/// are read, panels side by side.
fn flat(printed: &Printed) -> Vec<Flat> {
    let pages = pictures_beyond(printed.file("pdf"), BLEED);
    let Some(sides) = sides(printed) else {
        let pages = pages.into_iter();
        return pages.map(|page| Flat::new(page, Vec::new())).collect();
    };
    let over = BLEED * DOTS;
    let side = |(panels, folds): &Side| {
        let [width, height] = printed.paper.cut.map(|mm| mm as u32 * DOTS + 2 * over);
        let mut side = RgbImage::from_pixel(width, height, Rgb([255; 3]));
        let lefts = [&[0.0], folds.as_slice()].concat();
        for (panel, left) in panels.iter().zip(lefts) {
            // What a panel draws to its left is under its neighbour.
            let hidden = if left > 0.0 { over } else { 0 };
            let panel = &pages[*panel];
            let seen = panel.width() - hidden;
            let seen = imageops::crop_imm(panel, hidden, 0, seen, panel.height());
            let left = (left * DOTS as f32) as i64 + i64::from(hidden);
            imageops::replace(&mut side, &seen.to_image(), left, 0);
        }
        Flat::new(side, folds.to_vec())
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
        let flat = flat(printed);
        // Marks stand 3 to 8 mm from the edge: above all text, and on pictures, so
        // that a mark is what the pages have not.
        let marked = |side: usize, folds: [f32; 2], mm_down: u32| {
            folds.map(|fold| {
                let (middle, y) = ((fold * DOTS as f32) as u32, mm_down * DOTS);
                (middle - 1..=middle).any(|x| {
                    let dot = *desk[side].get_pixel(x, y);
                    is_strange(dot, &flat[side].page, [x, y], FAINT)
                })
            })
        };
        let last = desk[1].height() / DOTS;
        for down in [4, 7, last - 7, last - 4] {
            assert_eq!(marked(1, inner.1, down), [true; 2], "{}", printed.name());
            // Where a fold is between two dots, what a picture hides shows faintly: that
            // goes on where marks have ended.
            let ended = if down < last / 2 { 9 } else { last - 9 };
            let beyond = marked(0, outer.1, ended);
            assert_eq!(marked(0, outer.1, down), beyond, "{}", printed.name());
        }
        assert_eq!(marked(1, inner.1, 9), [false; 2], "{}", printed.name());
    }
}

#[test]
fn a_print_shop_can_cut_every_page() {
    for printed in looked_at() {
        let pages = flat(printed);
        let pictures = pictures(printed.file("press.pdf"));
        assert_eq!(pages.len(), pictures.len(), "{}", printed.name());
        for (number, (printed_page, page)) in (1..).zip(pictures.iter().zip(&pages)) {
            let faults = page.proof(printed_page).faults();
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
        let bleeding = printed.iter().zip(&pages).filter(|(printed, page)| {
            // A tab is 3 mm wide there, and some 17 mm tall.
            page.proof(printed).bleeding() > (3 * DOTS * 10 * DOTS) as usize
        });
        assert!(bleeding.count() >= 3, "{guide}");
    }
}

/// A picture with so many mm painted over: left, top, width and height.
fn painted(picture: &RgbImage, area: [u32; 4], colour: [u8; 3]) -> RgbImage {
    let mut picture = picture.clone();
    let [left, top, width, height] = area.map(|mm| mm * DOTS);
    for (x, y) in (0..width * height).map(|dot| (left + dot % width, top + dot / width)) {
        picture.put_pixel(x, y, Rgb(colour));
    }
    picture
}

const WHITE: [u8; 3] = [255; 3];
const BLACK: [u8; 3] = [0; 3];

/// Each fault is put into a sound page, and seen.
#[test]
fn a_print_shop_would_see_every_fault() {
    let booklet = printed("your-options", Edition::Standard)
        .next()
        .expect("it was printed");
    let pages = flat(booklet);
    let sound = pictures(booklet.file("press.pdf"));
    // The third page is an option: it has a tab, and a band at its head.
    let (page, sound) = (&pages[2], &sound[2]);
    let faults = |printed: &RgbImage| page.proof(printed).faults().join("; ");
    assert_eq!(faults(sound), "");
    let middle = AROUND + 60;
    let cases = [
        ([1, middle, 4, 1], BLACK, "ink beside the marks"),
        ([8, 0, 4, 7], WHITE, "no mark"),
        ([8, middle, 1, 1], BLACK, "no bleed"),
        // The tab, no longer in the bleed, and the band.
        ([AROUND + 148, middle - 10, 3, 100], WHITE, "no bleed"),
        ([AROUND, AROUND - BLEED, 148, BLEED], WHITE, "no bleed"),
        // On the band, and on paper.
        (
            [AROUND + 1, AROUND + 1, 4, 1],
            BLACK,
            "ink that the page has not",
        ),
        (
            [AROUND + 1, AROUND + 200, 4, 1],
            BLACK,
            "ink that the page has not",
        ),
        (
            [AROUND + 20, AROUND, 100, 100],
            WHITE,
            "ink that only the page has",
        ),
    ];
    for (area, colour, wanted) in cases {
        let said = faults(&painted(sound, area, colour));
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
}

/// A picture need not be in the bleed as it was at the edge. That it is missing
/// there is seen all the same, whoever left it out: the program or the page itself.
#[test]
fn a_print_shop_would_see_a_picture_without_bleed() {
    let leaflet = printed("pain-and-mood", Edition::Standard)
        .next()
        .expect("it was printed");
    let mut page = flat(leaflet).swap_remove(0);
    let sound = pictures(leaflet.file("press.pdf")).swap_remove(0);
    let faults = |page: &Flat, printed: &RgbImage| page.proof(printed).faults().join("; ");
    assert_eq!(faults(&page, &sound), "");
    let [width, height] = leaflet.paper.cut.map(|mm| mm as u32);
    let (right, foot) = (AROUND + width, AROUND + height);
    // To the right of the cover and below it, and a third of the bleed.
    let areas = [
        [right, AROUND + 90, BLEED, 80],
        [right - 90, foot, 90, BLEED],
        [right + 2, AROUND + 90, 1, 80],
        [right - 90, foot + 2, 90, 1],
    ];
    for area in areas {
        let said = faults(&page, &painted(&sound, area, WHITE));
        assert!(said.contains("no bleed"), "{area:?}: {said}");
    }
    // Another colour than the picture's, and a blot where the page is paper.
    let others = [
        [right, AROUND + 90, BLEED, 80],
        [right - 200, foot + 1, 1, 1],
    ];
    for area in others {
        let said = faults(&page, &painted(&sound, area, BLACK));
        assert!(said.contains("no bleed"), "{area:?}: {said}");
    }
    // A page that draws nothing over its edge.
    let kept = page.beyond.clone();
    for area in areas.into_iter().chain([[right - 200, foot + 1, 1, 1]]) {
        let [left, top, wide, tall] = area;
        let colour = if wide == 1 && tall == 1 { BLACK } else { WHITE };
        let around = AROUND - BLEED;
        page.beyond = painted(&kept, [left - around, top - around, wide, tall], colour);
        let said = faults(&page, &painted(&sound, area, colour));
        assert!(said.contains("no bleed"), "{area:?}: {said}");
    }
}
