//! A print run: one file with many letters in it, in the order they go out. They share
//! what is the same in all of them, which for a printer is nearly everything.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use typst::layout::{Frame, Size};
use typst::model::{Document, DocumentInfo};
use typst_layout::PagedDocument;

use super::mould::{Filled, Next, Together};
use super::pdf;
use super::sheets::{ink_only, of_ink};
use crate::diagnostics::Failure;

/// Letters being put together into one file.
pub struct Run {
    duplex: bool,
    /// Letters that are poured.
    together: Together,
    /// What is written in full.
    drawn: Vec<Frame>,
    order: Vec<Next>,
    sides: usize,
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
            together: Together::default(),
            drawn: Vec::new(),
            order: Vec::new(),
            sides: 0,
            info: None,
        }
    }

    /// Puts a sheet that is no letter before all letters. Gives how many pages it takes:
    /// every letter begins so many later.
    pub fn begin_with(&mut self, sheet: &PagedDocument) -> usize {
        let (after, sides) = (std::mem::take(&mut self.order), self.sides);
        self.draw(sheet);
        self.order.extend(after);
        self.sides - sides
    }

    /// Adds a letter that is poured; none where it cannot be with those before it.
    pub fn pour(&mut self, letter: &Filled) -> Option<Stretch> {
        let number = self.together.take(letter)?;
        self.info.get_or_insert_with(|| letter.info());
        let from = self.sides + 1;
        self.order.push(Next::Letter(number));
        self.sides += letter.pages();
        self.end_sheet(letter.pages(), letter.size());
        Some(self.stretch(from, letter.pages()))
    }

    /// Adds a letter that is written in full. What the file says of itself is what the first
    /// letter says.
    pub fn add(&mut self, letter: &PagedDocument) -> Stretch {
        self.info.get_or_insert_with(|| letter.info().clone());
        let from = self.sides + 1;
        self.draw(letter);
        self.stretch(from, letter.pages().len())
    }

    fn stretch(&self, from: usize, pages: usize) -> Stretch {
        Stretch {
            from,
            pages,
            sheets: sheets_of(pages, self.duplex),
        }
    }

    fn draw(&mut self, letter: &PagedDocument) {
        // Stripped now: tags hold on to everything that was known of a letter.
        let sides: Vec<Frame> = letter
            .pages()
            .iter()
            .map(|page| ink_only(&page.frame))
            .collect();
        let size = sides.last().map_or_else(Size::zero, Frame::size);
        self.push(sides);
        self.end_sheet(letter.pages().len(), size);
    }

    /// Gives the back of a sheet that ends on a front.
    fn end_sheet(&mut self, pages: usize, size: Size) {
        if self.duplex && !pages.is_multiple_of(2) {
            self.push(vec![Frame::hard(size)]);
        }
    }

    fn push(&mut self, sides: Vec<Frame>) {
        let from = self.drawn.len();
        self.sides += sides.len();
        self.drawn.extend(sides);
        self.order.push(Next::Drawn(from..self.drawn.len()));
    }

    /// The file; none where letters that were to be poured have to be written in full.
    /// `ident` tells it from every other and holds nothing of a person.
    ///
    /// # Errors
    /// What the PDF standard forbids, as Typst says it.
    pub fn press(self, ident: &str, date: Date) -> Result<Option<Vec<u8>>, Failure> {
        let info = self.info.unwrap_or_default();
        if self.together.is_empty() {
            let sides = self.order.into_iter().flat_map(|next| match next {
                Next::Drawn(sides) => self.drawn[sides].to_vec(),
                Next::Letter(_) => Vec::new(),
            });
            let printed = of_ink(sides.collect::<Vec<_>>().into_iter(), &info, 0.0);
            return pdf::for_paper(&printed, ident, date).map(Some);
        }
        let press = |document: &PagedDocument| pdf::for_paper(document, ident, date);
        let (drawn, order) = (self.drawn, &self.order);
        self.together.press(drawn, order, &info, ident, press)
    }
}

fn sheets_of(pages: usize, duplex: bool) -> usize {
    if duplex { pages.div_ceil(2) } else { pages }
}
