//! A publication looked at before it is printed: what `check` says of it, and what
//! speaks against printing it.

use super::misfits::misfits;
use super::{Prepared, Workspace};
use crate::check::{self, Choice, Report};
use crate::diagnostics::{Error, Failure, Problem, RuleId, Severity, plural, refuse_errors};
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
    /// How it reads in each of its languages, where that was asked for.
    pub reports: Vec<Report>,
}

/// What rules look at.
#[derive(Clone, Copy)]
enum Looks {
    /// The words, and the pages they stand on.
    AtPages,
    /// The words alone.
    AtWords,
}

impl Looks {
    fn at(self, pages: &Pages) -> Option<&Pages> {
        match self {
            Self::AtPages => Some(pages),
            Self::AtWords => None,
        }
    }
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
        // What does not fit for anybody is said once.
        if misfits(prepared, &pages).is_empty() {
            said.extend(self.sample_misfits(prepared)?);
        }
        let parts = prepared.parts().filter(|_| choice.report);
        let reports = parts.map(|part| Ok(Report::of(&self.subject(part)?)));
        Ok(Checked {
            kind: prepared.publication.kind,
            reports: reports.collect::<Result<_, Failure>>()?,
            findings: self.examined(prepared, &pages, said, choice, Looks::AtPages)?,
        })
    }

    /// What rules say of each language of these pages, after what was `said` already.
    fn examined(
        &self,
        prepared: &Prepared,
        pages: &Pages,
        mut said: Vec<Problem>,
        choice: &Choice,
        looks: Looks,
    ) -> Result<Vec<Problem>, Failure> {
        said.extend(self.of_arrangement(prepared, pages));
        said.extend(
            [&self.context.notes, &pages.warnings]
                .into_iter()
                .flatten()
                .cloned(),
        );
        let mut found: Vec<Problem> = Vec::new();
        for (number, on_pages) in prepared.with_pages(pages).iter().enumerate() {
            let part = on_pages.part;
            let own = on_pages.among(pages);
            let mut misfits = on_pages.misfits(number, pages);
            let is_off = |problem: &Problem| problem.rule_id() == Some(RuleId::OffThePage);
            if inspect::overfull(&own.places) || misfits.iter().any(is_off) {
                self.advise(&mut misfits, &part.alone());
            }
            said.splice(0..0, misfits);
            said.extend(part.notes.clone());
            said.extend(self.over_budget(part)?);
            let said = std::mem::take(&mut said);
            let of_part = check::examine(&self.subject(part)?, looks.at(own), said, choice);
            let new = of_part
                .into_iter()
                .filter(|problem| !found.contains(problem));
            found.extend(new.collect::<Vec<_>>());
        }
        Ok(found)
    }

    /// That a version has more words than it is to have.
    fn over_budget(&self, part: &Prepared) -> Result<Option<Problem>, Failure> {
        let Some(budget) = &part.budget else {
            return Ok(None);
        };
        let words = check::report::readability(&self.subject(part)?).total.words;
        let most = budget.value as usize;
        let name = part.id.version.as_deref().unwrap_or_default();
        Ok((words > most).then(|| {
            Problem::warning(format!(
                "`{name}` has {} to read, {} more than its budget",
                plural(words, "word"),
                words - most
            ))
            .at(budget.place)
            .help("leave something out, say it in fewer words, or give it a larger budget")
        }))
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

    /// The same of pages that are too full to be looked at: what stands at an edge of
    /// them is elsewhere once it fits.
    pub(super) fn found_in_words(
        &self,
        prepared: &Prepared,
        pages: &Pages,
    ) -> Result<Vec<Problem>, Failure> {
        let choice = Choice::default();
        self.examined(prepared, pages, Vec::new(), &choice, Looks::AtWords)
    }

    /// What rules say of these pages.
    fn found(&self, prepared: &Prepared, pages: &Pages) -> Result<Vec<Problem>, Failure> {
        let choice = Choice::default();
        self.examined(prepared, pages, Vec::new(), &choice, Looks::AtPages)
    }
}

/// Findings that stop nothing, for whoever prints. How a text reads is for whoever writes
/// it.
fn to_print(found: Vec<Problem>) -> Result<Vec<Problem>, Failure> {
    let mut notes = refuse_errors(found)?;
    notes.retain(|problem| problem.code.is_none() || problem.severity != Severity::Note);
    Ok(notes)
}
