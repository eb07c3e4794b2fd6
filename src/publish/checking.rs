//! A publication looked at before it is printed: what `check` says of it, and what
//! speaks against printing it.

use super::printing::misfits;
use super::{Prepared, Workspace};
use crate::check::{self, Choice, Report};
use crate::diagnostics::{Error, Failure, Problem, RuleId, Severity, refuse_errors};
use crate::inspect;
use crate::read::Kind;
use crate::tailor::PublicationId;
use crate::typeset::Pages;

/// What somebody sees who looks at a publication.
pub struct Checked {
    /// What it is.
    pub kind: Kind,
    /// What was found.
    pub findings: Vec<Problem>,
    /// How it reads, where that was asked for.
    pub report: Option<Report>,
}

impl Workspace {
    /// Looks at a publication: everything that the rules asked for say of it, and how it
    /// reads where `choice` asks for that. A letter is looked at with its short and long
    /// samples as well.
    ///
    /// # Errors
    /// Every mistake because of which nothing could be looked at.
    pub fn check(&self, id: &PublicationId, choice: &Choice) -> Result<Checked, Error> {
        let checked = self.prepare(id);
        let checked = checked.and_then(|prepared| self.checked(&prepared, choice));
        checked.map_err(|failure| self.error(failure))
    }

    fn checked(&self, prepared: &Prepared, choice: &Choice) -> Result<Checked, Failure> {
        let pages = self.set(prepared)?;
        let mut said = self.context.faults.clone();
        said.extend(self.unpressed_post_faults(prepared, &pages)?);
        said.extend(self.said_of(prepared, &pages));
        // What does not fit for anybody is said once.
        if misfits(&prepared.publication, &pages).is_empty() {
            said.extend(self.sample_misfits(prepared)?);
        }
        let subject = self.subject(prepared)?;
        Ok(Checked {
            kind: prepared.publication.kind,
            report: choice.report.then(|| Report::of(&subject)),
            findings: check::examine(&subject, Some(&pages), said, choice),
        })
    }

    /// What making these pages said.
    fn said_of(&self, prepared: &Prepared, pages: &Pages) -> Vec<Problem> {
        let mut misfits = misfits(&prepared.publication, pages);
        let is_off = |problem: &Problem| problem.rule_id() == Some(RuleId::OffThePage);
        if inspect::overfull(&pages.places) || misfits.iter().any(is_off) {
            self.advise(&mut misfits, prepared);
        }
        [
            &misfits,
            &self.context.notes,
            &prepared.notes,
            &pages.warnings,
        ]
        .into_iter()
        .flatten()
        .cloned()
        .collect()
    }

    /// What whoever prints these pages may want to know.
    ///
    /// # Errors
    /// Every error: nothing is printed over one.
    pub(crate) fn refuse_errors(
        &self,
        prepared: &Prepared,
        pages: &Pages,
    ) -> Result<Vec<Problem>, Failure> {
        to_print(self.found(prepared, pages)?)
    }

    /// The same for whoever only looks at the pages: where they hold something of the
    /// built-in example they are drafts, and that is a warning.
    ///
    /// # Errors
    /// Every other error.
    pub(super) fn refuse_errors_of_draft(
        &self,
        prepared: &Prepared,
        pages: &Pages,
    ) -> Result<Vec<Problem>, Failure> {
        let mut found = self.found(prepared, pages)?;
        found.retain(|problem| {
            problem.rule_id() != Some(RuleId::ExampleDetails) || problem.severity != Severity::Error
        });
        found.extend(self.draft_warnings(prepared)?);
        to_print(found)
    }

    fn found(&self, prepared: &Prepared, pages: &Pages) -> Result<Vec<Problem>, Failure> {
        let said = self.said_of(prepared, pages);
        let subject = self.subject(prepared)?;
        let choice = Choice::default();
        Ok(check::examine(&subject, Some(pages), said, &choice))
    }
}

/// Findings that stop nothing, for whoever prints. How a text reads is for whoever writes
/// it.
fn to_print(found: Vec<Problem>) -> Result<Vec<Problem>, Failure> {
    let mut notes = refuse_errors(found)?;
    notes.retain(|problem| problem.code.is_none() || problem.severity != Severity::Note);
    Ok(notes)
}
