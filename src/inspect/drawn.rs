//! Everything drawn on laid-out pages as plain data, in the order it is read: for
//! whoever wants to know how finished pages look.

use typst::layout::{Abs, FrameItem, Rect};
use typst::visualize::{Color, Paint};
use typst_layout::Page;

use super::ink;
use super::part::{Part, Within};
use crate::read::Area;

/// Something drawn on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The page, counted from 0.
    pub page: usize,
    /// The box it stands in.
    pub area: Area,
    /// The text, where it is one.
    pub text: Option<DrawnText>,
    /// What it is, where it is no text.
    pub shape: Option<DrawnShape>,
    /// The parts of the text it stands in, the outermost first.
    pub within: Vec<Within>,
}

/// What is drawn that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrawnShape {
    /// A picture.
    Picture,
    /// A shape with a colour in it that is not white.
    Filled,
    /// A shape that is drawn round at most.
    Outlined,
}

/// A run of text in one size: a line, or a part of one.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnText {
    /// The words.
    pub words: String,
    /// Their size, pt.
    pub size: f64,
    /// How far the line that the letters stand on is from the top of the page, mm.
    pub baseline: f64,
}

impl Drawn {
    /// Whether it stands in a part of this kind.
    pub fn is_in(&self, part: Part) -> bool {
        self.number_of(part).is_some()
    }

    /// The number of the innermost part of this kind it stands in.
    pub fn number_of(&self, part: Part) -> Option<usize> {
        self.innermost(part).map(|within| within.number)
    }

    /// The innermost part of this kind it stands in.
    pub fn innermost(&self, part: Part) -> Option<&Within> {
        self.within.iter().rfind(|within| within.part == part)
    }
}

/// Everything drawn on these pages.
pub fn drawn(pages: &[Page]) -> Vec<Drawn> {
    let found = ink::on(pages.iter().map(|page| &page.frame));
    let drawn = found.into_iter().map(|ink| Drawn {
        page: ink.page,
        area: area(ink.area),
        text: ink.text.map(|text| DrawnText {
            words: text.text.to_string(),
            size: text.size.to_pt() * ink.scale,
            baseline: ink.start.y.to_mm(),
        }),
        shape: shape(ink.item),
        within: ink.within,
    });
    drawn.collect()
}

fn shape(item: &FrameItem) -> Option<DrawnShape> {
    match item {
        FrameItem::Image(..) => Some(DrawnShape::Picture),
        FrameItem::Shape(shape, _) => Some(match &shape.fill {
            None => DrawnShape::Outlined,
            Some(Paint::Solid(colour)) if colour.to_rgb() == Color::WHITE.to_rgb() => {
                DrawnShape::Outlined
            }
            Some(_) => DrawnShape::Filled,
        }),
        _ => None,
    }
}

fn area(area: Rect) -> Area {
    let mm = |length: Abs| length.to_mm();
    Area {
        left: mm(area.min.x),
        top: mm(area.min.y),
        right: mm(area.max.x),
        bottom: mm(area.max.y),
    }
}
