//! A print run: many people's letters in one file for paper. Each begins on a new
//! sheet, and the typefaces are in the file once.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use typst::layout::{Frame, Size};
use typst::model::{Document, DocumentInfo};
use typst_layout::PagedDocument;

use super::pdf;
use super::sheets::{ink_only, of_ink};
use crate::diagnostics::Failure;

/// Letters being put together into one file.
#[derive(Debug)]
pub struct Run {
    duplex: bool,
    sides: Vec<Frame>,
    /// What the first letter says of itself, and so the file.
    info: Option<DocumentInfo>,
}

/// Where a letter is in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// Its first page, counted from 1.
    pub from: usize,
    /// How many pages it has; a blank back is none of them.
    pub pages: usize,
    /// How many sheets of paper it takes.
    pub sheets: usize,
}

impl Stretch {
    /// A letter in a file of its own. `duplex`: it is printed on both sides.
    pub fn alone(pages: usize, duplex: bool) -> Self {
        Self {
            from: 1,
            pages,
            sheets: sheets_of(pages, duplex),
        }
    }
}

impl Run {
    /// A run without letters. `duplex`: it is printed on both sides of the paper, so
    /// that a letter that ends on a front gets a blank back, and the next one does
    /// not begin there.
    pub fn new(duplex: bool) -> Self {
        Self {
            duplex,
            sides: Vec::new(),
            info: None,
        }
    }

    /// Puts a sheet that is no letter before all letters. Gives how many pages it takes:
    /// every letter begins so many later.
    pub fn begin_with(&mut self, sheet: &PagedDocument) -> usize {
        let mut before = Self::new(self.duplex);
        before.put(sheet);
        let pages = before.sides.len();
        self.sides.splice(0..0, before.sides);
        pages
    }

    /// Adds a letter. What the file says of itself is what the first one says.
    pub fn add(&mut self, letter: &PagedDocument) -> Stretch {
        self.info.get_or_insert_with(|| letter.info().clone());
        self.put(letter)
    }

    fn put(&mut self, letter: &PagedDocument) -> Stretch {
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
            sheets: sheets_of(pages, self.duplex),
        }
    }

    /// The file. `ident` tells it from every other and holds nothing of a person.
    ///
    /// # Errors
    /// What the PDF standard forbids, as Typst says it.
    pub fn press(self, ident: &str, date: Date) -> Result<Vec<u8>, Failure> {
        let info = self.info.unwrap_or_default();
        let printed = of_ink(self.sides.into_iter(), &info, 0.0);
        pdf::for_paper(&printed, ident, date)
    }
}

fn sheets_of(pages: usize, duplex: bool) -> usize {
    if duplex { pages.div_ceil(2) } else { pages }
}
