//! What runs beyond the edge of a page: cut at a fold, gone on with where the sheet ends.

use typst::foundations::{Content, Smart};
use typst::layout::{Abs, Frame, FrameItem, Point, Sides, Size};
use typst::syntax::Span;
use typst::visualize::{Color, Geometry};
use typst_layout::Page;

use super::super::imposition::Spot;
use super::super::marks::{BLEED, UNPRINTABLE};
use super::super::sheets::{Reach, side};
use super::folded;
use crate::inspect;

/// A page with a black square that reaches this far beyond all its edges, mm.
const BEYOND: f64 = 5.0;

fn page(width: f64, height: f64) -> Page {
    let mm = |width: f64, height: f64| Size::new(Abs::mm(width), Abs::mm(height));
    let mut frame = Frame::hard(mm(width, height));
    let square = Geometry::Rect(mm(width + 2.0 * BEYOND, height + 2.0 * BEYOND));
    let square = FrameItem::Shape(square.filled(Color::BLACK), Span::detached());
    frame.push(Point::splat(Abs::mm(-BEYOND)), square);
    Page {
        frame,
        bleed: Sides::splat(Abs::zero()),
        fill: Smart::Auto,
        numbering: None,
        supplement: Content::empty(),
        number: 1,
    }
}

/// Where ink of a place is seen, from left to right, mm.
fn wanted(spot: &Spot, sheet: f64, reach: f64) -> (f64, f64) {
    let (left, right) = (spot.cell.left, spot.cell.left + spot.cell.width);
    let is_first = left < 0.01;
    let is_last = right > sheet - 0.01;
    (
        if is_first { -reach } else { left },
        if is_last { sheet + reach } else { right },
    )
}

#[test]
fn no_panel_prints_on_the_one_beside_it() {
    for work in folded() {
        let sheets = work.sheets();
        let panels = work.format.panels().iter();
        let pages: Vec<Page> = panels.map(|(_, width)| page(*width, 210.0)).collect();
        for reach in [BLEED, -UNPRINTABLE] {
            for printed in [&sheets.sheets[0].front, &sheets.sheets[0].back] {
                let frame = side(&sheets, printed, &pages, Reach(reach), &[]);
                let seen = inspect::on(std::iter::once(&frame));
                assert_eq!(seen.len(), printed.len());
                for (spot, ink) in printed.iter().zip(seen) {
                    let window = ink.window.expect("a frame that cuts");
                    let left = ink.area.min.x.max(window.min.x).to_mm();
                    let right = ink.area.max.x.min(window.max.x).to_mm();
                    let wanted = wanted(spot, sheets.width, reach);
                    assert!(
                        (left - wanted.0).abs() < 0.01 && (right - wanted.1).abs() < 0.01,
                        "{}, page {}: {left} to {right}, not {wanted:?}",
                        work.format.id(),
                        spot.page + 1
                    );
                    assert!((window.min.y.to_mm() + reach).abs() < 0.01);
                    assert!((window.max.y.to_mm() - 210.0 - reach).abs() < 0.01);
                }
            }
        }
    }
}
