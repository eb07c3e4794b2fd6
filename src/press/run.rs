//! A print run: many people's letters in one file for paper. Each begins on a new
//! sheet, and the typefaces are in the file once.

use jiff::civil::Date;
use typst::layout::{Frame, Size};
use typst::model::{Document, DocumentInfo};
use typst_layout::PagedDocument;

use super::pdf;
use super::sheets::{ink_only, of_ink};
use crate::problem::Failure;

/// Letters being put together into one file.
#[derive(Debug)]
pub struct Run {
    duplex: bool,
    sides: Vec<Frame>,
    info: DocumentInfo,
}

/// Where a letter is in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Its first page, counted from 1.
    pub from: usize,
    /// How many pages it has; a blank back is none of them.
    pub pages: usize,
    /// How many sheets of paper it takes.
    pub sheets: usize,
}

impl Run {
    /// A run without letters. `duplex`: it is printed on both sides of the paper, so
    /// that a letter that ends on a front gets a blank back, and the next one does
    /// not begin there.
    pub fn new(duplex: bool) -> Self {
        Self {
            duplex,
            sides: Vec::new(),
            info: DocumentInfo::default(),
        }
    }

    /// Adds a letter. What the file says of itself is what the first one says.
    pub fn add(&mut self, letter: &PagedDocument) -> Stretch {
        if self.sides.is_empty() {
            self.info = letter.info().clone();
        }
        let pages = letter.pages().len();
        let from = self.sides.len() + 1;
        // Stripped now: tags hold on to everything that was known of a letter.
        let pages_of_ink = letter.pages().iter().map(|page| ink_only(&page.frame));
        self.sides.extend(pages_of_ink);
        if self.duplex && !pages.is_multiple_of(2) {
            let size = self.sides.last().map_or_else(Size::zero, Frame::size);
            self.sides.push(Frame::hard(size));
        }
        Stretch {
            from,
            pages,
            sheets: match self.duplex {
                true => pages.div_ceil(2),
                false => pages,
            },
        }
    }

    /// The file. `ident` tells it from every other and holds nothing of a person.
    ///
    /// # Errors
    /// What the PDF standard forbids, as Typst says it.
    pub fn press(self, ident: &str, date: Date) -> Result<Vec<u8>, Failure> {
        let printed = of_ink(self.sides.into_iter(), &self.info, 0.0);
        pdf::for_paper(&printed, ident, date)
    }
}
