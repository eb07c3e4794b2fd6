//! What is left of a page for paper.

use typst::layout::{Abs, Frame, FrameItem, Point, Size};
use typst::model::{Destination, Url};
use typst::syntax::Span;
use typst::visualize::{Color, Geometry};

use super::super::sheets::ink_only;

fn square(side: f64) -> Size {
    Size::splat(Abs::mm(side))
}

/// A piece of a page: a link over a filled square.
fn linked() -> Frame {
    let mut frame = Frame::hard(square(10.0));
    let url = Url::new("https://riverside.example").expect("a web address");
    frame.push(
        Point::zero(),
        FrameItem::Link(Destination::Url(url), square(10.0)),
    );
    let shape = Geometry::Rect(square(10.0)).filled(Color::BLACK);
    frame.push(Point::zero(), FrameItem::Shape(shape, Span::detached()));
    frame
}

/// A page with that piece, and something of its own.
fn page(piece: Frame, own: f64) -> Frame {
    let mut page = Frame::hard(square(100.0));
    page.push_frame(Point::zero(), piece);
    page.push_frame(Point::splat(Abs::mm(50.0)), Frame::hard(square(own)));
    page
}

fn first_piece(page: &Frame) -> &Frame {
    match page.items().next() {
        Some((_, FrameItem::Group(group))) => &group.frame,
        other => panic!("a piece, not {other:?}"),
    }
}

#[test]
fn paper_has_no_links() {
    let printed = ink_only(&page(linked(), 1.0));
    let items: Vec<_> = first_piece(&printed).items().collect();
    assert!(
        matches!(&items[..], [(_, FrameItem::Shape(..))]),
        "{items:?}"
    );
}

/// Five hundred letters in one file would be two hundred megabytes otherwise.
#[test]
fn what_two_letters_share_is_in_memory_once() {
    let piece = linked();
    let pages = [1.0, 2.0].map(|own| ink_only(&page(piece.clone(), own)));
    let places = pages.each_ref().map(|page| {
        let mut items = first_piece(page).items();
        std::ptr::from_ref(items.next().expect("the square"))
    });
    assert_eq!(places[0], places[1]);
}
