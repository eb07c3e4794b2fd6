//! A page for a print shop as its cutter looks at it: what is cut away, where the
//! marks are, and whether colour runs far enough over the edge.

use std::collections::BTreeSet;

use image::{Rgb, RgbImage};

use super::rendering::{Area, DOTS, SAME, apart, around, ink_outside, is_ink, is_strange, places};

/// Room for bleed and marks, mm.
pub const AROUND: u32 = 10;

/// How far colour runs over what is cut, mm.
pub const BLEED: u32 = 3;

/// How long a mark is, mm.
const MARK: u32 = 5;

/// Colour that ends in a line so long and straight was cut off; what a picture shows
/// is not, mm.
const STRAIGHT: u32 = 3;

/// So far along an edge a picture shows that it is there, mm.
const ALONG: u32 = 5;

/// A printed page, the page it was made from, the same with what it draws over its
/// edges, as far as the bleed, and where it is folded, mm.
pub struct Proof<'a> {
    pub printed: &'a RgbImage,
    pub page: &'a RgbImage,
    pub beyond: &'a RgbImage,
    pub folds: &'a [f32],
}

impl Proof<'_> {
    /// Everything that a print shop would send back, a line each.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut note = |what: &str, dots: Vec<(u32, u32)>| {
            if !dots.is_empty() {
                faults.push(format!("{what}: {}", places(&dots)));
            }
        };
        note("ink beside the marks", self.ink_that_is_no_mark());
        note("no mark", self.missing_marks());
        note("no bleed, or ink that is none", self.broken_bleed());
        note("ink that the page has not", self.strange_ink());
        note("ink that only the page has", self.lost_ink());
        faults
    }

    /// How many dots of the bleed have ink.
    pub fn bleeding(&self) -> usize {
        let (trim, bleed) = (self.trim(), self.bleed());
        let outside = ink_outside(self.printed, trim).into_iter();
        outside.filter(|(x, y)| bleed.contains(*x, *y)).count()
    }

    fn trim(&self) -> Area {
        Area::of(self.printed).without(AROUND)
    }

    fn bleed(&self) -> Area {
        Area::of(self.printed).without(AROUND - BLEED)
    }

    /// Where marks stand: at what heights and how far from the left, in dots.
    fn lines(&self) -> (Vec<f32>, Vec<f32>) {
        let Area {
            left,
            top,
            right,
            bottom,
        } = self.trim();
        let folds = self
            .folds
            .iter()
            .map(|fold| left as f32 + fold * DOTS as f32);
        let down = [left as f32, right as f32].into_iter().chain(folds);
        (down.collect(), vec![top as f32, bottom as f32])
    }

    /// Marks begin where the bleed ends. Each is grey, and thinner than a dot.
    fn ink_that_is_no_mark(&self) -> Vec<(u32, u32)> {
        let (down, across) = self.lines();
        let bleed = self.bleed();
        let near = |lines: &[f32], dot: u32| {
            lines
                .iter()
                .any(|line| (dot as f32 + 0.5 - line).abs() <= 1.5)
        };
        let marks = Area::of(self.printed).without(AROUND - BLEED - MARK);
        let mut found = ink_outside(self.printed, bleed);
        found.retain(|(x, y)| {
            let Rgb([red, green, blue]) = *self.printed.get_pixel(*x, *y);
            let grey = red.abs_diff(green).max(green.abs_diff(blue)) < 12;
            let beside = !(bleed.left..bleed.right).contains(x);
            let above = !(bleed.top..bleed.bottom).contains(y);
            let on_line = (above && near(&down, *x)) || (beside && near(&across, *y));
            !(grey && on_line && marks.contains(*x, *y))
        });
        found
    }

    /// The middles of marks that are not there.
    fn missing_marks(&self) -> Vec<(u32, u32)> {
        let (down, across) = self.lines();
        let (bleed, half) = (self.bleed(), MARK * DOTS / 2);
        let above = [bleed.top - half, bleed.bottom + half];
        let beside = [bleed.left - half, bleed.right + half];
        let on_down = down.iter().flat_map(|x| above.map(|y| (*x as u32, y)));
        let on_across = across.iter().flat_map(|y| beside.map(|x| (x, *y as u32)));
        let middles = on_down.chain(on_across);
        middles
            .filter(|(x, y)| !inked_near(self.printed, *x, *y))
            .collect()
    }

    /// What reaches the edge of the page goes on to the end of the bleed, and
    /// nothing else is there. A picture goes on as it is drawn, which need not be as
    /// it was at the edge.
    fn broken_bleed(&self) -> Vec<(u32, u32)> {
        let (trim, bleed) = (self.trim(), self.bleed());
        let mut broken = Vec::new();
        let mut cut = BTreeSet::new();
        for y in bleed.top..bleed.bottom {
            for x in bleed.left..bleed.right {
                if trim.contains(x, y) {
                    continue;
                }
                let dot = *self.printed.get_pixel(x, y);
                if alike(self.nearest(x, y), dot) {
                    continue;
                }
                let at = [x - bleed.left, y - bleed.top];
                if is_strange(dot, self.beyond, at, SAME) || self.is_plain(x, y) {
                    broken.push((x, y));
                } else if !is_ink(dot) && is_ink(self.further_in(x, y)) {
                    cut.insert((x, y));
                }
            }
        }
        let goes_on = |(x, y): (u32, u32), right: u32, down: u32| {
            (1..STRAIGHT * DOTS).all(|n| cut.contains(&(x + n * right, y + n * down)))
        };
        let straight = cut.iter().copied();
        broken.extend(straight.filter(|dot| goes_on(*dot, 1, 0) || goes_on(*dot, 0, 1)));
        broken
    }

    /// The dot of the page nearest to one in the bleed, a little inside its edge.
    fn nearest(&self, x: u32, y: u32) -> Rgb<u8> {
        let trim = self.trim();
        let inside = |at: u32, from: u32, to: u32| at.clamp(from + 1, to - 2) - from;
        *self.page.get_pixel(
            inside(x, trim.left, trim.right),
            inside(y, trim.top, trim.bottom),
        )
    }

    /// Whether the page is paper along the edge beside this dot of the bleed: no
    /// picture reaches it.
    fn is_plain(&self, x: u32, y: u32) -> bool {
        let (trim, along) = (self.trim(), ALONG * DOTS);
        let beside = !(trim.left..trim.right).contains(&x);
        (0..=2 * along).all(|n| {
            let moved = |at: u32| (at + n).saturating_sub(along);
            let (x, y) = if beside { (x, moved(y)) } else { (moved(x), y) };
            !is_ink(self.nearest(x, y))
        })
    }

    /// The printed dot beside one in the bleed, nearer to the page.
    fn further_in(&self, x: u32, y: u32) -> Rgb<u8> {
        let trim = self.trim();
        let step = |at: u32, from: u32, to: u32| match at {
            at if at < from => at + 1,
            at if at >= to => at - 1,
            at => at,
        };
        *self.printed.get_pixel(
            step(x, trim.left, trim.right),
            step(y, trim.top, trim.bottom),
        )
    }

    /// Dots with ink, or a colour, that the page has nowhere near: a mark, or
    /// another page.
    fn strange_ink(&self) -> Vec<(u32, u32)> {
        let mut dots = self.dots_to_compare();
        dots.retain(|(x, y)| {
            let (left, top) = (x - self.trim().left, y - self.trim().top);
            let dot = *self.printed.get_pixel(*x, *y);
            is_ink(dot)
                && (!inked_near(self.page, left, top)
                    || is_strange(dot, self.page, [left, top], SAME))
        });
        dots
    }

    /// Dots with ink on the page, and none near them in print.
    fn lost_ink(&self) -> Vec<(u32, u32)> {
        let mut dots = self.dots_to_compare();
        dots.retain(|(x, y)| {
            let (left, top) = (x - self.trim().left, y - self.trim().top);
            let dot = *self.page.get_pixel(left, top);
            is_ink(dot)
                && (!inked_near(self.printed, *x, *y)
                    || is_strange(dot, self.printed, [*x, *y], SAME))
        });
        dots
    }

    /// The dots of the page in all rows that are not the same to the last bit.
    fn dots_to_compare(&self) -> Vec<(u32, u32)> {
        let trim = self.trim();
        let row = |picture: &RgbImage, left: u32, y: u32| {
            let start = 3 * (y * picture.width() + left) as usize;
            let long = 3 * (trim.right - trim.left) as usize;
            picture.as_raw()[start..start + long].to_vec()
        };
        let differs = |y: &u32| row(self.printed, trim.left, *y) != row(self.page, 0, y - trim.top);
        let rows = (trim.top..trim.bottom).filter(differs);
        rows.flat_map(|y| (trim.left..trim.right).map(move |x| (x, y)))
            .collect()
    }
}

/// Whether two dots are of one colour. The palest ink is not that of paper.
fn alike(one: Rgb<u8>, other: Rgb<u8>) -> bool {
    apart(one, other) <= SAME && is_ink(one) == is_ink(other)
}

/// Whether there is ink on a dot or on one beside it: pages stand where they stand
/// to a fraction of a dot.
fn inked_near(picture: &RgbImage, x: u32, y: u32) -> bool {
    around(picture, x, y).any(is_ink)
}
