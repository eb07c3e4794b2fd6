//! What is drawn on laid-out pages, where, and within which parts of the text.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use typst::foundations::{Content, StyleChain};
use typst::introspection::{Location, Tag};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Rect, Transform};
use typst::model::{FigureElem, HeadingElem, ParElem, QuoteElem, TableCell};
use typst::pdf::{ArtifactElem, PdfMarkerTag, PdfMarkerTagKind};
use typst::text::{SuperElem, TextItem};

use super::part::{Part, Within};

/// A drawn thing, from the page's top left.
pub struct Ink<'a> {
    /// The page, counted from 0.
    pub page: usize,
    /// The box it stands in.
    pub area: Rect,
    /// What it is.
    pub item: &'a FrameItem,
    /// The text, where it is one.
    pub text: Option<&'a TextItem>,
    /// The box outside which nothing of it is seen, where it stands in a frame that cuts.
    pub window: Option<Rect>,
    /// Where the line begins that its letters stand on.
    pub start: Point,
    /// How many times as large as it was set.
    pub scale: f64,
    /// The parts of the text it stands in, the outermost first.
    pub within: Vec<Within>,
}

impl Ink<'_> {
    /// The part of its box that is seen; none where a frame cuts all of it off.
    pub fn seen(&self) -> Option<Rect> {
        let seen = self
            .window
            .map_or(self.area, |window| common(self.area, window));
        let is_there = seen.min.x <= seen.max.x && seen.min.y <= seen.max.y;
        is_there.then_some(seen)
    }
}

/// Everything drawn on these pages, in the order it is drawn.
pub fn on<'a>(pages: impl Iterator<Item = &'a Frame>) -> Vec<Ink<'a>> {
    let mut collector = Collector::default();
    for (page, frame) in pages.enumerate() {
        collector.page = page;
        collector.window = None;
        collector.frame(frame, Transform::identity());
    }
    collector.found
}

/// The typefaces of these pages, each with its style, by name.
pub fn typefaces<'a>(pages: impl Iterator<Item = &'a Frame>) -> BTreeSet<String> {
    let texts = on(pages).into_iter().filter_map(|ink| ink.text);
    texts
        .map(|text| {
            let font = text.font.font();
            let family = &font.info().family;
            font.post_script_name().unwrap_or_else(|| family.clone())
        })
        .collect()
}

/// Walks through frames. Parts may begin on one page and end on the next.
#[derive(Default)]
struct Collector<'a> {
    page: usize,
    /// The parts that have begun and not ended.
    open: Vec<(Location, Within)>,
    /// How many parts have begun.
    begun: usize,
    /// What the frames that cut leave to be seen.
    window: Option<Rect>,
    found: Vec<Ink<'a>>,
}

impl<'a> Collector<'a> {
    fn frame(&mut self, frame: &'a Frame, to_page: Transform) {
        for (position, item) in frame.items() {
            let here = to_page.pre_concat(Transform::translate(position.x, position.y));
            let (area, text) = match item {
                FrameItem::Group(group) => {
                    let around = self.window;
                    let here = here.pre_concat(group.transform);
                    self.window = narrowed(around, group, here);
                    self.frame(&group.frame, here);
                    self.window = around;
                    continue;
                }
                FrameItem::Tag(tag) => {
                    self.tag(tag);
                    continue;
                }
                // Blanks have no box.
                FrameItem::Text(text) if text.text.trim().is_empty() => continue,
                FrameItem::Text(text) => (text.bbox(), Some(text)),
                FrameItem::Shape(shape, _) => (shape.bbox(true), None),
                FrameItem::Image(_, size, _) => (Rect::from_pos_size(Point::zero(), *size), None),
                FrameItem::Link(..) => continue,
            };
            self.found.push(Ink {
                page: self.page,
                area: moved(area, here),
                item,
                text,
                window: self.window,
                start: Point::zero().transform(here),
                scale: here.sy.get().hypot(here.kx.get()),
                within: self.open.iter().map(|(_, within)| *within).collect(),
            });
        }
    }

    fn tag(&mut self, tag: &Tag) {
        match tag {
            Tag::Start(element, _) => {
                let Some(part) = part(element) else { return };
                self.begun += 1;
                let within = Within {
                    part,
                    number: self.begun,
                    level: level(element),
                };
                self.open.push((tag.location(), within));
            }
            Tag::End(ended, ..) => self.open.retain(|(location, _)| location != ended),
        }
    }
}

/// Which of the parts that matter an element is.
fn part(element: &Content) -> Option<Part> {
    let label = element.label();
    if let Some(part) = label.and_then(|label| Part::labelled(&label.resolve())) {
        return Some(part);
    }
    let is_item = |element: &Content| {
        let marker = element.to_packed::<PdfMarkerTag>();
        marker.is_some_and(|marker| marker.kind == PdfMarkerTagKind::ListItemBody)
    };
    type Is = fn(&Content) -> bool;
    let parts: [(Is, Part); 8] = [
        (is_item, Part::Item),
        (Content::is::<HeadingElem>, Part::Heading),
        (Content::is::<ParElem>, Part::Paragraph),
        (Content::is::<QuoteElem>, Part::Quote),
        (Content::is::<FigureElem>, Part::Figure),
        (Content::is::<TableCell>, Part::Cell),
        (Content::is::<SuperElem>, Part::NoteNumber),
        (Content::is::<ArtifactElem>, Part::Furniture),
    ];
    let found = parts.into_iter().find(|(is_it, _)| is_it(element));
    found.map(|(_, part)| part)
}

/// The level of a heading.
fn level(element: &Content) -> Option<NonZeroUsize> {
    let heading = element.to_packed::<HeadingElem>()?;
    Some(heading.resolve_level(StyleChain::default()))
}

/// What a group leaves to be seen of what is in it: `here` leads from the group to its page.
pub(super) fn narrowed(around: Option<Rect>, group: &GroupItem, here: Transform) -> Option<Rect> {
    let Some(clip) = &group.clip else {
        return around;
    };
    let clip = moved(clip.bbox(None), here);
    Some(around.map_or(clip, |around| common(around, clip)))
}

/// The part that two boxes share; where they share none, a box whose end is before its
/// beginning.
pub(super) fn common(one: Rect, other: Rect) -> Rect {
    Rect::new(one.min.max(other.min), one.max.min(other.max))
}

/// The upright box round a box that was moved, turned or scaled.
pub(super) fn moved(area: Rect, by: Transform) -> Rect {
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
