//! A guide looked at before it is printed: what `check` says of it, and what
//! speaks against printing it.

use super::printing::misfits;
use super::{Made, Project};
use crate::check::{self, Choice, Subject};
use crate::problem::{Failure, Problem, Severity, Sources};
use crate::typeset::Pages;

impl Project {
    /// Everything `check` says of a guide, in every language of the service, for
    /// the rules that are asked for.
    ///
    /// # Errors
    /// Every mistake because of which nothing could be looked at.
    pub fn check(
        &self,
        id: &str,
        choice: &Choice,
        sources: &mut Sources,
    ) -> Result<Vec<Problem>, Failure> {
        let mut found = Vec::new();
        for tongue in 0..self.parts.tongues.len() {
            let made = self.make(id, tongue, sources)?;
            let pages = self.set(&made, tongue, sources)?;
            found.extend(self.unpressed_post_faults(&made, &pages)?);
            found.extend(self.judge(&made, &pages, tongue, sources, |subject, said| {
                check::examine(subject, said, choice)
            }));
        }
        Ok(found)
    }

    /// Lays a guide out in one language, counted from 0 as the service lists them,
    /// and shows somebody everything rules look at, with what was said on the way.
    ///
    /// # Errors
    /// Every mistake because of which there is nothing to look at.
    pub fn look<T>(
        &self,
        id: &str,
        tongue: usize,
        sources: &mut Sources,
        look: impl FnOnce(&Subject, Vec<Problem>) -> T,
    ) -> Result<T, Failure> {
        let made = self.make(id, tongue, sources)?;
        let pages = self.set(&made, tongue, sources)?;
        let samples = match misfits(&made.publication, &pages).is_empty() {
            true => self.sample_misfits(&made, tongue, sources)?,
            // What does not fit for anybody is said once.
            false => Vec::new(),
        };
        let post = self.unpressed_post_faults(&made, &pages)?;
        Ok(self.judge(&made, &pages, tongue, sources, |subject, said| {
            look(subject, [post, said, samples].concat())
        }))
    }

    /// What whoever prints these pages may want to know.
    ///
    /// # Errors
    /// Every error: nothing is printed over one.
    pub(super) fn refuse_errors(
        &self,
        made: &Made,
        pages: &Pages,
        tongue: usize,
        sources: &mut Sources,
    ) -> Result<Vec<Problem>, Failure> {
        let found = self.judge(made, pages, tongue, sources, |subject, said| {
            check::examine(subject, said, &Choice::default())
        });
        let (errors, mut notes): (Vec<Problem>, Vec<Problem>) = found
            .into_iter()
            .partition(|problem| problem.severity == Severity::Error);
        if !errors.is_empty() {
            return Err(errors.into());
        }
        // How a text reads is for whoever writes it, not for whoever prints it.
        notes.retain(|problem| problem.rule.is_none() || problem.severity != Severity::Note);
        Ok(notes)
    }
}
