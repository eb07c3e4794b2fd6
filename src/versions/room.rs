//! Where on finished pages there is room for something small: nothing is moved for it, and
//! it lies on nothing.

use typst::layout::{Point, Rect, Size};
use typst_layout::Page;

use crate::inspect;
use crate::press::point;

/// How near to other ink it may stand, mm.
const APART: f64 = 3.5;

/// How near to the edge of a page it may stand, mm: printers leave a border, and the pages
/// inside a booklet are moved by the thickness of the paper around them.
const MARGIN: f64 = 8.0;

/// How far apart the places are that are tried, mm.
const STEP: f64 = 2.0;

/// A place on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// The page, counted from 0.
    pub page: usize,
    /// Its left upper corner.
    pub at: Point,
}

/// A box, mm.
#[derive(Debug, Clone, Copy)]
struct Taken {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Taken {
    fn of(area: Rect) -> Self {
        Self {
            left: area.min.x.to_mm(),
            top: area.min.y.to_mm(),
            right: area.max.x.to_mm(),
            bottom: area.max.y.to_mm(),
        }
    }

    fn is_near(&self, other: &Self) -> bool {
        self.left < other.right + APART
            && other.left < self.right + APART
            && self.top < other.bottom + APART
            && other.top < self.bottom + APART
    }
}

/// The lowest place of this size on the first of these pages that has one, in the order in
/// which they are named: at the left edge of its text, at the right one, or elsewhere.
pub fn room(pages: &[Page], size: Size, order: impl IntoIterator<Item = usize>) -> Option<Spot> {
    let inks = inspect::on(pages.iter().map(|page| &page.frame));
    let (width, height) = (size.x.to_mm(), size.y.to_mm());
    order.into_iter().find_map(|number| {
        let page = pages.get(number)?;
        let (most_x, most_y) = (page.frame.width().to_mm(), page.frame.height().to_mm());
        let (most_x, most_y) = (most_x - MARGIN - width, most_y - MARGIN - height);
        let here = inks.iter().filter(|ink| ink.page == number);
        let taken = here.clone().filter_map(|ink| ink.seen().map(Taken::of));
        let taken: Vec<Taken> = taken.collect();
        let texts = here.filter(|ink| ink.text.is_some());
        let texts: Vec<Taken> = texts.map(|ink| Taken::of(ink.area)).collect();
        let left = texts.iter().map(|it| it.left).fold(f64::INFINITY, f64::min);
        let right = texts.iter().map(|it| it.right).fold(0.0, f64::max);
        let is_free = |left: f64, top: f64| {
            let place = Taken {
                left,
                top,
                right: left + width,
                bottom: top + height,
            };
            let is_inside = (MARGIN..=most_x).contains(&left) && (MARGIN..=most_y).contains(&top);
            is_inside && taken.iter().all(|taken| !taken.is_near(&place))
        };
        let lowest = |left: f64| {
            let tops = steps(most_y).map(|up| most_y - up);
            let mut tops = tops.take_while(|top| *top >= MARGIN);
            tops.find(|top| is_free(left, *top)).map(|top| (left, top))
        };
        let mut wished = [left, right - width].into_iter();
        let found = wished.find_map(&lowest).or_else(|| {
            let mut lefts = steps(most_x).map(|along| MARGIN + along);
            lefts.find_map(&lowest)
        });
        found.map(|place| Spot {
            page: number,
            at: point(place),
        })
    })
}

fn steps(most: f64) -> impl Iterator<Item = f64> {
    let count = (most.max(0.0) / STEP).ceil() as u32;
    (0..=count).map(|step| f64::from(step) * STEP)
}
