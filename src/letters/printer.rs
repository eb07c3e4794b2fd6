//! Sets the letters of one guide, one person after the other, in this process.

use std::sync::Arc;

use crate::diagnostics::{Failure, refuse};
use crate::press::{self, Run};
use crate::publish::{Mark, Prepared, Workspace, misfits};
use crate::tailor::Person;
use crate::typeset::{Pages, Typesetter};

/// Sets and presses letters.
pub(super) struct LetterPrinter {
    pub(super) workspace: Workspace,
    prepared: Arc<Prepared>,
    typesetter: Typesetter,
}

impl LetterPrinter {
    /// A printer for the letters of this guide.
    ///
    /// # Errors
    /// Where a character in the guide is in no typeface.
    pub(super) fn new(workspace: &Workspace, prepared: &Arc<Prepared>) -> Result<Self, Failure> {
        Ok(Self {
            workspace: workspace.clone(),
            prepared: Arc::clone(prepared),
            typesetter: workspace.typesetter(prepared)?,
        })
    }

    /// Sets a letter.
    ///
    /// # Errors
    /// What does not fit, and what Typst says.
    pub(super) fn set(&mut self, person: &Person) -> Result<Pages, Failure> {
        let pages = self.set_anyway(person)?;
        refuse(misfits(&self.prepared.publication, &pages))?;
        Ok(pages)
    }

    fn set_anyway(&mut self, person: &Person) -> Result<Pages, Failure> {
        self.typesetter.set_for(person, self.workspace.sources())
    }

    /// Sets a letter that is put together with others. Whoever posts it must take it
    /// all the same.
    ///
    /// # Errors
    /// As [`LetterPrinter::alone`].
    pub(super) fn among_others(&mut self, person: &Person) -> Result<Pages, Failure> {
        let pages = self.set(person)?;
        let prepared = &self.prepared;
        refuse(self.workspace.unpressed_post_faults(prepared, &pages)?)?;
        Ok(pages)
    }

    /// Sets a letter and presses it for the screen: its pages, and the file.
    /// `key` tells the file from the others.
    ///
    /// # Errors
    /// As [`LetterPrinter::set`], and what the PDF standards forbid.
    pub(super) fn alone(
        &mut self,
        person: &Person,
        key: &str,
    ) -> Result<(Pages, Vec<u8>), Failure> {
        let pages = self.set(person)?;
        let pdf = press::screen(&pages.document, &self.ident(key), self.workspace.date())?;
        refuse(self.workspace.post_faults(&pdf)?)?;
        Ok((pages, pdf))
    }

    /// Sets and presses a letter to approve a run by. It is judged as the letter that it
    /// stands for, and only then marked.
    ///
    /// # Errors
    /// As [`LetterPrinter::alone`].
    pub(super) fn proof(
        &mut self,
        person: &Person,
        key: &str,
    ) -> Result<(Pages, Vec<u8>), Failure> {
        let (pages, _) = self.alone(person, key)?;
        let marked = self.workspace.marked(&pages.document, &proof_mark())?;
        let pdf = press::screen(&marked, &self.ident(key), self.workspace.date())?;
        Ok((pages, pdf))
    }

    /// Sets a letter, right or not, and draws on it what its post asks for.
    ///
    /// # Errors
    /// What Typst says.
    pub(super) fn overlaid(
        &mut self,
        person: &Person,
        key: &str,
    ) -> Result<(Pages, Vec<u8>), Failure> {
        let pages = self.set_anyway(person)?;
        let post = self.workspace.service().letters.post();
        let (ident, date) = (self.ident(key), self.workspace.date());
        let marked = self.workspace.marked(&pages.document, &proof_mark())?;
        let pdf = press::overlay(&marked, post, &ident, date)?;
        Ok((pages, pdf))
    }

    /// Presses letters that were put together.
    ///
    /// # Errors
    /// What the PDF standard forbids.
    pub(super) fn press(&self, run: Run, key: &str) -> Result<Vec<u8>, Failure> {
        run.press(&self.ident(key), self.workspace.date())
    }

    fn ident(&self, key: &str) -> String {
        format!("{} {key}", self.prepared.ident())
    }
}

/// What stands on every page of a letter that goes to nobody.
fn proof_mark() -> Mark {
    Mark::at_edge("Proof, not to be sent")
}
