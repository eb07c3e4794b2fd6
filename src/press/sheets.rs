//! Draws pages on sheets as an imposition says, with the marks that are needed
//! to fold and cut them.

use typst::foundations::{Content, Smart};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Ratio, Sides, Transform};
use typst::model::DocumentInfo;
use typst::syntax::Span;
use typst::visualize::{Color, Curve, FixedStroke, Geometry};
use typst_layout::{Page, PagedDocument};

use super::imposition::{Cell, Imposition, Side, Spot};

/// Thin, pt, and grey enough to be overlooked by a reader.
const HAIRLINE: f64 = 0.25;

/// How far ink may go beyond the edge of a sheet, mm; below zero, how far it has
/// to stay inside.
#[derive(Debug, Clone, Copy)]
pub struct Reach(pub f64);

/// A straight line of a mark, mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub from: (f64, f64),
    pub to: (f64, f64),
}

/// A printed side: its pages, cut off where ink may not go, and marks on top.
///
/// Every page stays within its own place; where that reaches the edge of the
/// sheet, the ink goes as far as `reach` says.
pub fn side(
    imposition: &Imposition,
    side: &Side,
    pages: &[Page],
    reach: Reach,
    marks: &[Stroke],
) -> Frame {
    let mut sheet = Frame::hard(point((imposition.width, imposition.height)).to_size());
    for spot in side {
        let window = window(imposition, spot.cell, reach);
        let mut content = Frame::soft(point((window.width, window.height)).to_size());
        content.push(
            point((spot.cell.left - window.left, spot.cell.top - window.top)),
            FrameItem::Group(placed(&pages[spot.page].frame, spot)),
        );
        content.clip(Curve::rect(content.size()));
        sheet.push_frame(point((window.left, window.top)), content);
    }
    for mark in marks {
        let stroke = FixedStroke::from_pair(Color::from_u8(110, 110, 110, 255), Abs::pt(HAIRLINE));
        let to = point((mark.to.0 - mark.from.0, mark.to.1 - mark.from.1));
        let line = Geometry::Line(to).stroked(stroke);
        let line = FrameItem::Shape(line, Span::detached());
        sheet.push(point(mark.from), line);
    }
    sheet
}

/// A document of these sides, untagged and without links: it is for paper.
/// `info` is what the laid-out pages say of themselves, such as their title.
/// `around` is what the paper has beyond each side's edge, mm.
pub fn document(
    sides: impl IntoIterator<Item = Frame>,
    info: &DocumentInfo,
    around: f64,
) -> PagedDocument {
    of_ink(sides.into_iter().map(|side| ink_only(&side)), info, around)
}

/// A document of sides that hold nothing but ink, otherwise as [`document`].
pub fn of_ink(
    sides: impl Iterator<Item = Frame>,
    info: &DocumentInfo,
    around: f64,
) -> PagedDocument {
    let pages = sides.zip(1..).map(|(frame, number)| Page {
        frame,
        bleed: Sides::splat(Abs::mm(around)),
        fill: Smart::Auto,
        numbering: None,
        supplement: Content::empty(),
        number,
    });
    PagedDocument::new(pages.collect(), info.clone())
}

/// Where the ink of a place may be.
fn window(sheet: &Imposition, cell: Cell, Reach(reach): Reach) -> Cell {
    // Sizes in mm have rounding in them.
    let near = |a: f64, b: f64| (a - b).abs() < 0.01;
    let low = |edge: f64| {
        if near(edge, 0.0) {
            -reach
        } else {
            edge.max(-reach)
        }
    };
    let high = |edge: f64, end: f64| {
        if near(edge, end) {
            end + reach
        } else {
            edge.min(end + reach)
        }
    };
    let (left, top) = (low(cell.left), low(cell.top));
    Cell {
        left,
        top,
        width: high(cell.left + cell.width, sheet.width) - left,
        height: high(cell.top + cell.height, sheet.height) - top,
    }
}

fn placed(page: &Frame, spot: &Spot) -> GroupItem {
    let mut group = GroupItem::new(page.clone());
    let shift = Transform::translate(Abs::mm(spot.shift), Abs::zero());
    group.transform = if !spot.turned {
        shift
    } else {
        let around = Transform::translate(page.width(), page.height());
        let turn = Transform::scale(Ratio::new(-1.0), Ratio::new(-1.0));
        around.pre_concat(turn).pre_concat(shift)
    };
    group
}

/// The frame without what paper cannot show: links, and tags for structure.
///
/// Remembered along with Typst's own memo: in a print run most of a letter is the very
/// frame of the letter before, and this way it is in memory once for all of them.
#[comemo::memoize]
pub fn ink_only(frame: &Frame) -> Frame {
    let mut frame = frame.clone();
    frame.retain(|item| match item {
        FrameItem::Group(group) => {
            group.frame = ink_only(&group.frame);
            group.parent = None;
            true
        }
        FrameItem::Link(..) | FrameItem::Tag(_) => false,
        _ => true,
    });
    frame
}

/// A place, given in mm.
pub fn point((x, y): (f64, f64)) -> Point {
    Point::new(Abs::mm(x), Abs::mm(y))
}
