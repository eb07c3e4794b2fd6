//! Sets the letters of a run, one person after the other, in this process.

use std::sync::Arc;

use typst_layout::PagedDocument;

use crate::diagnostics::{Failure, refuse};
use crate::press::{self, Moulds, PersonalTexts, Run};
use crate::publish::{Mark, Prepared, Workspace, misfits};
use crate::tailor::Person;
use crate::typeset::{Pages, Typesetter, without_layout};

/// Sets and presses letters.
pub(super) struct LetterPrinter {
    pub(super) workspace: Workspace,
    /// Each letter of the run, and what sets it.
    letters: Vec<(Arc<Prepared>, Typesetter)>,
    /// None where each letter is written in full.
    pub(super) moulds: Option<Moulds>,
}

impl LetterPrinter {
    /// A printer for these letters.
    ///
    /// # Errors
    /// Where a character in one of them is in no typeface.
    pub(super) fn new(workspace: &Workspace, letters: &[Arc<Prepared>]) -> Result<Self, Failure> {
        let letters = letters
            .iter()
            .map(|letter| Ok((Arc::clone(letter), workspace.typesetter(letter)?)));
        Ok(Self {
            workspace: workspace.clone(),
            letters: letters.collect::<Result<_, Failure>>()?,
            moulds: Some(Moulds::default()),
        })
    }

    /// Sets one of the letters, by its place among them.
    ///
    /// # Errors
    /// What does not fit, and what Typst says.
    pub(super) fn set(&mut self, letter: usize, person: &Person) -> Result<Pages, Failure> {
        let pages = self.set_anyway(letter, person)?;
        refuse(misfits(&self.letters[letter].0, &pages))?;
        Ok(pages)
    }

    fn set_anyway(&mut self, letter: usize, person: &Person) -> Result<Pages, Failure> {
        let typesetter = &mut self.letters[letter].1;
        typesetter.set_for(person, self.workspace.sources())
    }

    /// Sets a letter that is put together with others. Whoever posts it must take it
    /// all the same.
    ///
    /// # Errors
    /// As [`LetterPrinter::alone`].
    pub(super) fn among_others(
        &mut self,
        letter: usize,
        person: &Person,
    ) -> Result<Pages, Failure> {
        let pages = self.set(letter, person)?;
        let prepared = &self.letters[letter].0;
        refuse(self.workspace.unpressed_post_faults(prepared, &pages)?)?;
        Ok(pages)
    }

    /// Sets a letter and makes its file: poured, where it can be. `key` tells the file from
    /// the others.
    ///
    /// # Errors
    /// As [`LetterPrinter::set`], and what the PDF standards forbid.
    pub(super) fn alone(
        &mut self,
        letter: usize,
        person: &Person,
        key: &str,
    ) -> Result<(Pages, Vec<u8>), Failure> {
        let pages = self.set(letter, person)?;
        let (ident, date) = (self.ident(letter, key), self.workspace.date());
        let moulds = self.moulds.as_mut();
        let poured = moulds.map(|moulds| {
            moulds.pour(&pages.document, &personal(person), &ident, |cast| {
                press::screen(cast, MOULD, date)
            })
        });
        let pdf = match poured.transpose()?.flatten() {
            Some(poured) => {
                refuse(poured.post_faults(self.workspace.service().letters.post())?)?;
                poured.file
            }
            None => {
                let pdf = press::screen(&pages.document, &ident, date)?;
                refuse(self.workspace.post_faults(&pdf)?)?;
                pdf
            }
        };
        Ok((pages, pdf))
    }

    /// Whether a letter looks as it does written in full. `from`: the page of the file that
    /// it begins on, counted from 1. Where it does not, no letter is poured from here on.
    ///
    /// # Errors
    /// What the PDF standards forbid.
    pub(super) fn looks_right(
        &mut self,
        letter: &PagedDocument,
        file: &[u8],
        from: usize,
    ) -> Result<bool, Failure> {
        let in_full = press::screen(letter, MOULD, self.workspace.date())?;
        let looks_right = press::looks_like(file, from, &in_full)?;
        if !looks_right {
            self.moulds = None;
        }
        Ok(looks_right)
    }

    /// Sets and presses a letter to approve a run by. It is judged as the letter that it
    /// stands for, and only then marked.
    ///
    /// # Errors
    /// As [`LetterPrinter::alone`].
    pub(super) fn proof(
        &mut self,
        letter: usize,
        person: &Person,
        key: &str,
    ) -> Result<(Pages, Vec<u8>), Failure> {
        let (pages, _) = self.alone(letter, person, key)?;
        let marked = self.workspace.marked(&pages.document, &proof_mark())?;
        let pdf = press::screen(&marked, &self.ident(letter, key), self.workspace.date())?;
        Ok((pages, pdf))
    }

    /// Sets a letter, right or not, and draws on it what its post asks for.
    ///
    /// # Errors
    /// What Typst says.
    pub(super) fn overlaid(
        &mut self,
        letter: usize,
        person: &Person,
        key: &str,
    ) -> Result<(Pages, Vec<u8>), Failure> {
        let pages = self.set_anyway(letter, person)?;
        let post = self.workspace.service().letters.post();
        let (ident, date) = (self.ident(letter, key), self.workspace.date());
        let marked = self.workspace.marked(&pages.document, &proof_mark())?;
        let pdf = press::overlay(&marked, post, &ident, date)?;
        Ok((pages, pdf))
    }

    /// Presses letters that were put together; none where they have to be written in full.
    ///
    /// # Errors
    /// What the PDF standard forbids.
    pub(super) fn press(&self, run: Run, key: &str) -> Result<Option<Vec<u8>>, Failure> {
        run.press(&self.ident(0, key), self.workspace.date())
    }

    fn ident(&self, letter: usize, key: &str) -> String {
        format!("{} {key}", self.letters[letter].0.ident())
    }
}

/// What a file is called that others are poured from: nobody ever sees its names.
const MOULD: &str = "mould";

/// What a letter says of this person alone, in each of its languages.
pub(super) fn personal(person: &Person) -> PersonalTexts {
    let mut texts = PersonalTexts::default();
    for person in std::iter::once(person).chain(&person.further) {
        let telling = [&person.name, &person.reference].into_iter();
        let telling = telling.chain(person.fields.values());
        texts
            .telling
            .extend(telling.map(|text| without_layout(text)));
        let shared = [&person.appointment_date, &person.appointment_time];
        texts.shared.extend(shared.map(|text| without_layout(text)));
        texts
            .lines
            .extend(person.address.iter().map(|line| without_layout(line)));
    }
    texts
}

/// What stands on every page of a letter that goes to nobody.
fn proof_mark() -> Mark {
    Mark::at_edge("Proof, not to be sent")
}
