//! What is drawn on a laid-out page, and where.

use std::collections::BTreeSet;

use typst::layout::{Abs, Frame, FrameItem, Point, Rect, Size, Transform};
use typst::text::TextItem;

/// A drawn thing and the box it stands in, from the page's top left.
pub struct Ink<'a> {
    /// The box.
    pub area: Rect,
    /// The text, where it is one.
    pub text: Option<&'a TextItem>,
}

/// Everything drawn on a page, in the order it is drawn.
pub fn of(frame: &Frame) -> Vec<Ink<'_>> {
    let mut found = Vec::new();
    collect(frame, Transform::identity(), &mut found);
    found
}

/// The typefaces of these pages, each with its style, by name.
pub fn typefaces<'a>(pages: impl Iterator<Item = &'a Frame>) -> BTreeSet<String> {
    let texts = pages.flat_map(of).filter_map(|ink| ink.text);
    texts
        .map(|text| {
            let font = text.font.font();
            let family = &font.info().family;
            font.post_script_name().unwrap_or_else(|| family.clone())
        })
        .collect()
}

fn collect<'a>(frame: &'a Frame, to_page: Transform, found: &mut Vec<Ink<'a>>) {
    for (position, item) in frame.items() {
        let here = to_page.pre_concat(Transform::translate(position.x, position.y));
        let (area, text) = match item {
            FrameItem::Group(group) => {
                collect(&group.frame, here.pre_concat(group.transform), found);
                continue;
            }
            // Blanks have no box.
            FrameItem::Text(text) if text.text.trim().is_empty() => continue,
            FrameItem::Text(text) => (text.bbox(), Some(text)),
            FrameItem::Shape(shape, _) => (shape.bbox(true), None),
            FrameItem::Image(_, size, _) => (box_of(*size), None),
            FrameItem::Link(..) | FrameItem::Tag(_) => continue,
        };
        found.push(Ink {
            area: moved(area, here),
            text,
        });
    }
}

fn box_of(size: Size) -> Rect {
    Rect::from_pos_size(Point::zero(), size)
}

/// The upright box round a box that was moved, turned or scaled.
fn moved(area: Rect, by: Transform) -> Rect {
    let corners = [
        area.min,
        area.max,
        Point::new(area.min.x, area.max.y),
        Point::new(area.max.x, area.min.y),
    ];
    let corners = corners.map(|corner| corner.transform(by));
    let start = Rect::new(Point::splat(Abs::inf()), Point::splat(-Abs::inf()));
    corners.into_iter().fold(start, |area, corner| {
        Rect::new(area.min.min(corner), area.max.max(corner))
    })
}
