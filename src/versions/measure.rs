//! How long a publication is, and how hard to read.

use typst_layout::PagedDocument;

use crate::check::report::{SLOW_WORDS_A_MINUTE, readability};
use crate::diagnostics::Failure;
use crate::publish::{Prepared, Workspace};

/// What a reader has before them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// How many pages it has.
    pub pages: usize,
    /// How many words there are to read on, in its first language.
    pub words: usize,
    /// The age at which it can be read, by Flesch-Kincaid; none in another language than
    /// English.
    pub reading_age: Option<f64>,
    /// The minutes it takes somebody who is tired, in pain, or reads in another language.
    pub minutes: usize,
}

impl Workspace {
    /// How long these pages of a publication are.
    pub(super) fn measured(
        &self,
        prepared: &Prepared,
        pages: &PagedDocument,
    ) -> Result<Measured, Failure> {
        let total = readability(&self.subject(prepared)?).total;
        Ok(Measured {
            pages: pages.pages().len(),
            words: total.words,
            reading_age: total.reading_age(),
            minutes: total.minutes(SLOW_WORDS_A_MINUTE),
        })
    }
}
