//! The parts of a text that things are drawn in.

use std::num::NonZeroUsize;

/// A part of the text, told apart from others by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within {
    /// What it is.
    pub part: Part,
    /// A number of its own.
    pub number: usize,
    /// Of a heading its level, counted from 1: a section's is higher than a title's.
    pub level: Option<NonZeroUsize>,
}

/// What a part of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list, without its mark.
    Item,
    /// A quotation.
    Quote,
    /// A drawn figure.
    Figure,
    /// A cell of a table.
    Cell,
    /// The raised number of a note.
    NoteNumber,
    /// What stands around the text of every page: page numbers, running heads.
    Furniture,
    /// What nobody may read wrongly: a box with an appointment, or with help in a crisis.
    Weighty,
    /// What a reader cuts off and sends back.
    CutOff,
    /// What a reader can lose: other formats, sources.
    CanBeLost,
    /// A picture or a panel of colour that runs to the edge of its page, and so beyond it
    /// where the paper is cut.
    ToTheEdge,
    /// Rows with a grid of their own: lines in them stand on it, not on the page's.
    OwnGrid,
}

impl Part {
    /// What a template says of a part with this label.
    pub(super) fn labelled(label: &str) -> Option<Self> {
        match label {
            "weighty" => Some(Self::Weighty),
            "cut-off" => Some(Self::CutOff),
            "can-be-lost" => Some(Self::CanBeLost),
            "own-grid" => Some(Self::OwnGrid),
            "to-the-edge" => Some(Self::ToTheEdge),
            _ => None,
        }
    }
}
