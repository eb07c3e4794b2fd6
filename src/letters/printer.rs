//! Sets the letters of a run, one person after the other, in this process.

use std::sync::Arc;

use typst_layout::Page;

use super::personal::personal;
use crate::diagnostics::{Failure, Problem, refuse};
use crate::press::{self, Filled, Look, Moulds, PersonalTexts, Run, Shapes, Stretch};
use crate::publish::{Mark, Prepared, Workspace, misfits};
use crate::tailor::Person;
use crate::typeset::{Pages, Typesetter};

/// Sets and presses letters.
pub(super) struct LetterPrinter {
    pub(super) workspace: Workspace,
    /// Each letter of the run, and what sets it.
    letters: Vec<Letter>,
    shapes: Shapes,
    /// None where each letter is written in full.
    moulds: Option<Moulds>,
}

/// A letter, and what sets it.
struct Letter {
    prepared: Arc<Prepared>,
    whole: Typesetter,
    /// Sets only what is personal in it, where that can be.
    fragments: Option<Typesetter>,
}

/// A letter of somebody's.
#[derive(Clone, Copy)]
pub(super) struct Addressed<'a> {
    /// Which of the letters it is.
    pub(super) letter: usize,
    pub(super) person: &'a Person,
    /// What is personal in it, where it was set for several people at once.
    pub(super) fragments: Option<&'a Page>,
}

/// A letter in a file of its own.
pub(super) struct Alone {
    pub(super) pdf: Vec<u8>,
    pub(super) pages: usize,
    pub(super) warnings: Vec<Problem>,
    /// Whether it was poured, and not written in full.
    pub(super) poured: bool,
}

impl LetterPrinter {
    /// A printer for these letters.
    ///
    /// # Errors
    /// Where a character in one of them is in no typeface.
    pub(super) fn new(workspace: &Workspace, letters: &[Arc<Prepared>]) -> Result<Self, Failure> {
        let letters = letters.iter().map(|prepared| {
            Ok(Letter {
                prepared: Arc::clone(prepared),
                whole: workspace.typesetter(prepared)?,
                fragments: workspace.fragment_typesetter(prepared)?,
            })
        });
        Ok(Self {
            workspace: workspace.clone(),
            letters: letters.collect::<Result<_, Failure>>()?,
            shapes: Shapes::default(),
            moulds: Some(Moulds::default()),
        })
    }

    /// Whether it pours letters.
    pub(super) fn pours(&self) -> bool {
        self.moulds.is_some()
    }

    /// From here on each letter is set whole and written in full.
    pub(super) fn pour_nothing(&mut self) {
        self.moulds = None;
    }

    /// Sets what is personal in letters of one kind, for all these people at once. None for
    /// somebody whose letter has to be set whole.
    pub(super) fn fragments(&mut self, letter: usize, people: &[&Person]) -> Vec<Option<Page>> {
        let nothing = || people.iter().map(|_| None).collect();
        let pours = self.pours();
        let fragments = self.letters[letter].fragments.as_mut();
        let Some(typesetter) = fragments.filter(|_| pours) else {
            return nothing();
        };
        let set = typesetter.set_for_all(people, self.workspace.sources());
        match set.filter(|set| set.document.pages().len() == people.len()) {
            Some(set) => {
                let pages = set.document.pages().iter().cloned();
                pages.map(Some).collect()
            }
            // Somebody's is not as it should be: the others are not to suffer for it.
            None if people.len() > 1 => {
                let each = people.iter();
                each.flat_map(|person| self.fragments(letter, &[person]))
                    .collect()
            }
            None => nothing(),
        }
    }

    /// Sets one of the letters, by its place among them.
    ///
    /// # Errors
    /// What does not fit, and what Typst says.
    pub(super) fn set(&mut self, letter: usize, person: &Person) -> Result<Pages, Failure> {
        let pages = self.set_anyway(letter, person)?;
        refuse(misfits(&self.letters[letter].prepared, &pages))?;
        Ok(pages)
    }

    fn set_anyway(&mut self, letter: usize, person: &Person) -> Result<Pages, Failure> {
        let typesetter = &mut self.letters[letter].whole;
        typesetter.set_for(person, self.workspace.sources())
    }

    /// A letter of which only what is personal was set, where that is enough.
    fn set_among_others<'f>(
        &self,
        it: Addressed<'f>,
        personal: &PersonalTexts,
    ) -> Option<Filled<'f>> {
        let fragments = it.fragments.filter(|_| self.pours())?;
        self.shapes.filled(it.letter, fragments, personal)
    }

    /// Sets a letter whole: the next one like it need not be.
    fn set_whole(&mut self, it: Addressed, personal: &PersonalTexts) -> Result<Pages, Failure> {
        let pages = self.set(it.letter, it.person)?;
        if let Some(fragments) = it.fragments
            && pages.warnings.is_empty()
        {
            let (letter, whole) = (it.letter, &pages.document);
            self.shapes.learn(letter, fragments, whole, personal);
        }
        Ok(pages)
    }

    /// Puts a letter into a file with others: where it is there, and what Typst warned of.
    /// Whoever posts it must take it all the same.
    ///
    /// # Errors
    /// As [`LetterPrinter::alone`].
    pub(super) fn among_others(
        &mut self,
        it: Addressed,
        run: &mut Run,
    ) -> Result<(Stretch, Vec<Problem>), Failure> {
        let personal = personal(it.person);
        // Who looks at each letter needs it whole.
        let post = self.workspace.service().letters.post();
        if post.acceptance().is_none()
            && let Some(filled) = self.set_among_others(it, &personal)
            && let Some(place) = run.pour(&filled)
        {
            return Ok((place, Vec::new()));
        }
        let pages = self.set_whole(it, &personal)?;
        let prepared = &self.letters[it.letter].prepared;
        refuse(self.workspace.unpressed_post_faults(prepared, &pages)?)?;
        let whole = Some(&pages.document).filter(|_| self.pours());
        let filled = whole.and_then(|whole| Filled::of(whole, &personal));
        let poured = filled.and_then(|filled| run.pour(&filled));
        let place = poured.unwrap_or_else(|| run.add(&pages.document));
        Ok((place, pages.warnings))
    }

    /// Makes the file of a letter: poured, where it can be. `key` tells the file from the
    /// others.
    ///
    /// # Errors
    /// As [`LetterPrinter::set`], and what the PDF standards forbid.
    pub(super) fn alone(&mut self, it: Addressed, key: &str) -> Result<Alone, Failure> {
        let personal = personal(it.person);
        let ident = self.ident(it.letter, key);
        if let Some(filled) = self.set_among_others(it, &personal)
            && let Some(pdf) = self.poured(&filled, &ident)?
        {
            return Ok(Alone {
                pdf,
                pages: filled.pages(),
                warnings: Vec::new(),
                poured: true,
            });
        }
        let pages = self.set_whole(it, &personal)?;
        let poured = match Filled::of(&pages.document, &personal) {
            Some(filled) => self.poured(&filled, &ident)?,
            None => None,
        };
        let is_poured = poured.is_some();
        let pdf = match poured {
            Some(pdf) => pdf,
            None => {
                let pdf = press::screen(&pages.document, &ident, self.workspace.date())?;
                refuse(self.workspace.post_faults(&pdf)?)?;
                pdf
            }
        };
        Ok(Alone {
            pdf,
            pages: pages.document.pages().len(),
            warnings: pages.warnings,
            poured: is_poured,
        })
    }

    /// A poured letter that whoever posts it takes.
    fn poured(&mut self, letter: &Filled, ident: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some(moulds) = &mut self.moulds else {
            return Ok(None);
        };
        let date = self.workspace.date();
        let poured = moulds.pour(letter, ident, |cast| press::screen(cast, MOULD, date))?;
        if let Some(poured) = &poured {
            refuse(poured.post_faults(self.workspace.service().letters.post())?)?;
        }
        Ok(poured.map(|poured| poured.file))
    }

    /// Whether a letter looks as it does written in full. `from`: the page of the file that
    /// it begins on, counted from 1. Where it does not, no letter is poured from here on.
    ///
    /// # Errors
    /// What the PDF standards forbid.
    pub(super) fn looks_right(
        &mut self,
        it: Addressed,
        file: &Look,
        from: usize,
    ) -> Result<bool, Failure> {
        let pages = self.set(it.letter, it.person)?;
        let in_full = press::screen(&pages.document, MOULD, self.workspace.date())?;
        let looks_right = file.shows(from, &in_full)?;
        if !looks_right {
            self.pour_nothing();
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
        let pages = self.set(letter, person)?;
        let pdf = press::screen(
            &pages.document,
            &self.ident(letter, key),
            self.workspace.date(),
        )?;
        refuse(self.workspace.post_faults(&pdf)?)?;
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
        format!("{} {key}", self.letters[letter].prepared.ident())
    }
}

/// What a file is called that others are poured from: nobody ever sees its names.
const MOULD: &str = "mould";

/// What stands on every page of a letter that goes to nobody.
fn proof_mark() -> Mark {
    Mark::at_edge("Proof, not to be sent")
}
