//! Sets the letters of one guide, one person after the other, in this process.

use super::printing::{ident, misfits};
use super::{Made, Project};
use crate::press::{self, Run};
use crate::problem::{Failure, Problem, Sources};
use crate::tailor::Person;
use crate::typeset::{Pages, Typesetter};

/// Sets and presses letters.
pub(super) struct LetterPrinter<'p> {
    project: &'p Project,
    made: &'p Made,
    typesetter: Typesetter<'p>,
}

/// A letter in a file of its own.
pub(super) struct PrintedLetter {
    pub(super) pdf: Vec<u8>,
    pub(super) pages: usize,
    pub(super) warnings: Vec<Problem>,
}

impl<'p> LetterPrinter<'p> {
    /// A printer for the letters of this guide.
    ///
    /// # Errors
    /// Where a character in the guide is in no typeface.
    pub(super) fn new(project: &'p Project, made: &'p Made) -> Result<Self, Failure> {
        let typesetter = Typesetter::new(
            &made.publication,
            made.pictures.clone(),
            &project.parts.fonts,
            &project.shelf,
            project.options.date,
        )?;
        Ok(Self {
            project,
            made,
            typesetter,
        })
    }

    /// Sets a letter.
    ///
    /// # Errors
    /// What does not fit, and what Typst says.
    pub(super) fn set(&mut self, person: &Person, sources: &mut Sources) -> Result<Pages, Failure> {
        let pages = self.typesetter.set_for(person, sources)?;
        refuse(misfits(&self.made.publication, &pages))?;
        Ok(pages)
    }

    /// Sets a letter that is put together with others. Whoever posts it must take it
    /// all the same.
    ///
    /// # Errors
    /// As [`LetterPrinter::alone`].
    pub(super) fn among_others(
        &mut self,
        person: &Person,
        sources: &mut Sources,
    ) -> Result<Pages, Failure> {
        let pages = self.set(person, sources)?;
        refuse(self.project.unpressed_post_faults(self.made, &pages)?)?;
        Ok(pages)
    }

    /// Sets a letter and presses it for the screen; `key` tells its file from the others.
    ///
    /// # Errors
    /// As [`LetterPrinter::set`], and what the PDF standards forbid.
    pub(super) fn alone(
        &mut self,
        person: &Person,
        key: &str,
        sources: &mut Sources,
    ) -> Result<PrintedLetter, Failure> {
        let pages = self.set(person, sources)?;
        let pdf = press::screen(&pages.document, &self.ident(key), self.project.options.date)?;
        refuse(self.project.post_faults(&pdf)?)?;
        Ok(PrintedLetter {
            pdf,
            pages: pages.document.pages().len(),
            warnings: pages.warnings,
        })
    }

    /// Sets a letter, right or not, and draws on it what its post asks for.
    ///
    /// # Errors
    /// What Typst says.
    pub(super) fn overlaid(
        &mut self,
        person: &Person,
        key: &str,
        sources: &mut Sources,
    ) -> Result<PrintedLetter, Failure> {
        let pages = self.typesetter.set_for(person, sources)?;
        let post = self.project.parts.service.letters.post();
        let (ident, date) = (self.ident(key), self.project.options.date);
        Ok(PrintedLetter {
            pdf: press::overlay(&pages.document, post, &ident, date)?,
            pages: pages.document.pages().len(),
            warnings: pages.warnings,
        })
    }

    /// Presses letters that were put together.
    ///
    /// # Errors
    /// What the PDF standard forbids.
    pub(super) fn press(&self, run: Run, key: &str) -> Result<Vec<u8>, Failure> {
        run.press(&self.ident(key), self.project.options.date)
    }

    fn ident(&self, key: &str) -> String {
        format!("{} {key}", ident(&self.made.publication))
    }
}

fn refuse(problems: Vec<Problem>) -> Result<(), Failure> {
    match problems.is_empty() {
        true => Ok(()),
        false => Err(problems.into()),
    }
}
