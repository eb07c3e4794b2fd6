//! What is drawn beyond the page it stands on, or cut off within it: half of a figure is
//! a false figure. Measured on the laid-out pages, so no template can be wrong about it.

use typst::layout::{Abs, Frame, FrameItem, Point, Rect, Size, Transform};
use typst::visualize::Shape;
use typst_layout::Page;

use super::ink::{self, Ink, common, moved, narrowed};
use super::part::{Part, Within};

/// How far what runs to the edge of its page may reach beyond it, mm: paper is never cut
/// quite where it should be.
const BLEED: f64 = 3.0;

/// Less is rounding, mm.
const TOLERANCE: f64 = 0.1;

/// Less of a drawn line may be lost within a frame, mm: half of one stands on its edge.
const HALF_A_LINE: f64 = 0.3;

/// Something that is not seen whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Beyond {
    /// The page, counted from 0.
    pub page: usize,
    /// What it is.
    pub thing: Thing,
    /// How it is lost.
    pub loss: Loss,
    /// How much of it is lost, mm.
    pub by: f64,
    /// The words drawn last before it on its page, and first after it: what tells where
    /// it belongs.
    pub around: (Option<String>, Option<String>),
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Thing {
    /// Text, with its words.
    Words(String),
    /// A figure, such as people in rows or a code to scan.
    Figure,
    /// A picture.
    Picture,
    /// Any other shape: a line, a box, an ornament.
    Drawing,
}

/// How something is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// It reaches over this edge of its page.
    Over(Edge),
    /// A frame within the page cuts it off.
    Cut,
}

/// An edge of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Where lines begin.
    Left,
    /// Where a page begins.
    Upper,
    /// Where lines end.
    Right,
    /// Where a page ends.
    Lower,
}

impl Edge {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Upper => "upper",
            Self::Right => "right",
            Self::Lower => "lower",
        }
    }
}

/// Everything that reaches beyond its page, or is cut off within it: a figure once, and
/// other drawings once an edge, where most of them is lost.
pub fn beyond(pages: &[Page]) -> Vec<Beyond> {
    let may_be = |page: &Page| may_reach_out(&page.frame);
    if !pages.iter().any(may_be) {
        return Vec::new();
    }
    let drawn = ink::on(pages.iter().map(|page| &page.frame));
    let mut found: Vec<(Option<usize>, Beyond)> = Vec::new();
    for (at, ink) in drawn.iter().enumerate() {
        let Some(page) = pages.get(ink.page) else {
            continue;
        };
        let Some((loss, by)) = lost(ink, page.frame.size()) else {
            continue;
        };
        let figure = number_of(ink, Part::Figure);
        let thing = thing(ink);
        let same = found.iter_mut().find(|(number, other)| {
            let is_like = figure.is_some() && *number == figure
                || other.loss == loss && number.is_none() && other.thing == thing;
            other.page == ink.page && is_like
        });
        match same {
            Some((_, other)) if other.by >= by => {}
            Some((_, other)) => (other.loss, other.by) = (loss, by),
            None => found.push((
                figure,
                Beyond {
                    page: ink.page,
                    thing,
                    loss,
                    by,
                    around: around(&drawn, at, figure),
                },
            )),
        }
    }
    found.into_iter().map(|(_, beyond)| beyond).collect()
}

/// Whether something may reach out of a page, or is cut off within it: quick, and true too
/// often rather than too rarely.
fn may_reach_out(frame: &Frame) -> bool {
    let page = Rect::from_pos_size(Point::zero(), frame.size());
    reaches_out(frame, Transform::identity(), page)
}

fn reaches_out(frame: &Frame, to_page: Transform, window: Rect) -> bool {
    frame.items().any(|(position, item)| {
        let here = to_page.pre_concat(Transform::translate(position.x, position.y));
        let area = match item {
            FrameItem::Group(group) => {
                let here = here.pre_concat(group.transform);
                let window = narrowed(Some(window), group, here).unwrap_or(window);
                return reaches_out(&group.frame, here, window);
            }
            FrameItem::Text(text) => {
                // No letter of a typeface for reading reaches farther than its size.
                let (size, width) = (text.size, text.width());
                Rect::new(
                    Point::new(-0.3 * size, -1.3 * size),
                    Point::new(width + 0.3 * size, 0.6 * size),
                )
            }
            FrameItem::Shape(shape, _) => {
                let around = shape.stroke.as_ref().map_or(Abs::zero(), |it| it.thickness);
                let area = shape.geometry.bbox(None);
                let margin = Point::splat(around);
                Rect::new(area.min - margin, area.max + margin)
            }
            FrameItem::Image(_, size, _) => Rect::from_pos_size(Point::zero(), *size),
            FrameItem::Link(..) | FrameItem::Tag(_) => return false,
        };
        let area = moved(area, here);
        let slack = Abs::mm(TOLERANCE);
        area.min.x < window.min.x - slack
            || area.min.y < window.min.y - slack
            || area.max.x > window.max.x + slack
            || area.max.y > window.max.y + slack
    })
}

/// How something is lost, and how much of it, mm; none where it is seen whole, or may be
/// cut off.
fn lost(ink: &Ink, page: Size) -> Option<(Loss, f64)> {
    if let FrameItem::Shape(shape, _) = ink.item
        && !is_seen(shape)
    {
        return None;
    }
    let (seen, cut) = match ink.window {
        Some(window) => (common(ink.area, window), longest(outside(ink.area, window))),
        None => (ink.area, (Edge::Left, 0.0)),
    };
    // A picture may be cropped; words and figures are wrong without their ends.
    let is_whole_or_wrong = ink.text.is_some() || innermost(ink) == Some(Part::Figure);
    if is_whole_or_wrong && !matches!(ink.item, FrameItem::Image(..)) && cut.1 > HALF_A_LINE {
        return Some((Loss::Cut, cut.1));
    }
    if seen.min.x >= seen.max.x && seen.min.y >= seen.max.y {
        return None;
    }
    let sheet = Rect::from_pos_size(Point::zero(), page);
    let (edge, over) = longest(outside(seen, sheet));
    let may_bleed = ink.text.is_none() && innermost(ink) == Some(Part::ToTheEdge);
    let allowed = if may_bleed { BLEED } else { 0.0 };
    (over > allowed + TOLERANCE).then_some((Loss::Over(edge), over))
}

/// Whether a shape has any colour.
fn is_seen(shape: &Shape) -> bool {
    shape.fill.is_some() || shape.stroke.is_some()
}

/// How far a box reaches out of another, mm, at each edge.
fn outside(area: Rect, of: Rect) -> [(Edge, f64); 4] {
    [
        (Edge::Left, (of.min.x - area.min.x).to_mm()),
        (Edge::Upper, (of.min.y - area.min.y).to_mm()),
        (Edge::Right, (area.max.x - of.max.x).to_mm()),
        (Edge::Lower, (area.max.y - of.max.y).to_mm()),
    ]
}

fn longest(outside: [(Edge, f64); 4]) -> (Edge, f64) {
    let first = outside[0];
    let longer = |one: (Edge, f64), other: (Edge, f64)| if other.1 > one.1 { other } else { one };
    outside.into_iter().fold(first, longer)
}

/// What decides how something may be cut: a figure on a panel of colour is a figure, and a
/// picture that runs to the edge may stand in one.
fn innermost(ink: &Ink) -> Option<Part> {
    let parts = ink.within.iter().map(|within| within.part);
    let mut parts = parts.filter(|part| matches!(part, Part::Figure | Part::ToTheEdge));
    parts.next_back()
}

fn number_of(ink: &Ink, part: Part) -> Option<usize> {
    let same = |within: &&Within| within.part == part;
    ink.within.iter().rfind(same).map(|within| within.number)
}

fn thing(ink: &Ink) -> Thing {
    match (ink.text, ink.item) {
        (Some(text), _) => Thing::Words(text.text.trim().to_owned()),
        (None, _) if innermost(ink) == Some(Part::Figure) => Thing::Figure,
        (None, FrameItem::Image(..)) => Thing::Picture,
        (None, _) => Thing::Drawing,
    }
}

/// The words nearest before and after something in the order it is drawn, on its page. A
/// number alone stands anywhere.
fn around(drawn: &[Ink], at: usize, figure: Option<usize>) -> (Option<String>, Option<String>) {
    let page = drawn[at].page;
    let is_beside = |ink: &&Ink| {
        ink.page == page
            && !(figure.is_some() && number_of(ink, Part::Figure) == figure)
            && number_of(ink, Part::Furniture).is_none()
    };
    let words = |ink: &Ink| {
        let text = ink.text.map(|text| text.text.trim().to_owned())?;
        text.chars().any(char::is_alphabetic).then_some(text)
    };
    let before = drawn[..at].iter().rev().filter(is_beside).find_map(words);
    let after = drawn[at..].iter().filter(is_beside).find_map(words);
    (before, after)
}
