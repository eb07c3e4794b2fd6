//! Makes laid-out pages into files for what they are for: to be read on a screen,
//! printed in the office, or printed by a print shop. Sees that they fit the
//! paper they are made for, and that letters are what a posting service takes.
//!
//! Pages are put together on sheets as frames, by an [`imposition`] that says in
//! plain data which page goes where, turned how. Knows nothing of what is on a
//! page. Nobody outside this room knows how pages come together.

mod desk;
mod imposition;
mod mark;
mod marks;
mod mould;
mod overlay;
mod pdf;
mod post;
mod run;
mod sheets;
mod shop;
#[cfg(test)]
mod tests;
mod ticket;

pub use desk::{Piece, stack, test as desk_test};
pub use mark::laid_over;
#[cfg(test)]
pub use mould::spoiled;
pub use mould::{Filled, Look, Moulds, PersonalTexts, Shapes};
pub use overlay::{has_overlay, overlay};
pub use pdf::screen;
pub use post::post_faults;
pub use run::{Run, Stretch};
pub(crate) use sheets::point;
pub use ticket::TicketDetails;

use std::num::NonZeroU32;

use jiff::civil::Date;
use typst_layout::PagedDocument;

use crate::diagnostics::{Failure, plural};
use crate::read::{Desk, Edition, Format};

/// What pages are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To be read on a screen: pages in reading order, tagged.
    Screen,
    /// To be printed in the office: sheets that are folded, stapled or cut.
    Desk,
    /// To be printed by a print shop: pages with bleed and marks, and a ticket.
    Press,
}

/// How the pages of several languages come together on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parts {
    /// As the pages of one.
    Whole,
    /// Each of them on sheets of its own, folded alike: so many pages each.
    Apart(Vec<usize>),
    /// One on each side of a sheet, the back standing on its head.
    Tumbled,
}

/// How pages are made into files.
#[derive(Debug, Clone)]
pub struct Specification {
    /// The format they are made for.
    pub format: Format,
    /// Standard or large print.
    pub edition: Edition,
    /// How its languages come together.
    pub parts: Parts,
    /// Tells the files from every other; holds nothing of a person.
    pub ident: String,
    /// The day they are printed.
    pub date: Date,
    /// What the office printer does.
    pub desk: Desk,
    /// The weight of the paper in the office, g/m².
    pub gsm: u16,
    /// How many copies a file for the office printer holds, one after the other.
    pub copies: NonZeroU32,
    /// What the ticket for a print shop says.
    pub ticket: TicketDetails,
}

/// A file, ready to be written.
#[derive(Debug)]
pub struct Output {
    /// How its name ends, after the publication's name and a full stop.
    pub suffix: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is, for somebody who is about to print it.
    pub summary: String,
}

impl Output {
    /// A file to print on paper. `ident` and the suffix tell it from every other.
    fn on_paper(
        printed: &PagedDocument,
        (ident, date): (&str, Date),
        suffix: &'static str,
        summary: impl Into<String>,
    ) -> Result<Self, Failure> {
        Ok(Self {
            suffix,
            bytes: pdf::for_paper(printed, &format!("{ident} {suffix}"), date)?,
            summary: summary.into(),
        })
    }
}

/// The files for a purpose.
///
/// # Errors
/// What the PDF standards forbid, as Typst says it.
pub fn files(
    document: &PagedDocument,
    purpose: Purpose,
    specification: &Specification,
) -> Result<Vec<Output>, Failure> {
    match purpose {
        Purpose::Screen => Ok(vec![Output {
            suffix: "pdf",
            bytes: screen(document, &specification.ident, specification.date)?,
            summary: plural(document.pages().len(), "page"),
        }]),
        Purpose::Desk => desk::files(document, specification),
        Purpose::Press => shop::files(document, specification),
    }
}
