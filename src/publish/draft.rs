//! Pages of a service that has not filled in its own details: they can be looked at, and
//! say on each page that they are no more than that.

use typst_layout::PagedDocument;

use super::{Mark, Prepared, Workspace};
use crate::check::rules::rule_of;
use crate::diagnostics::{Failure, Help, Problem, RuleId, Severity, Way, plural};
use crate::read::InventedDetail;
use crate::typeset::Pages;

/// A file and what of the example it holds.
type ToFillIn<'a> = (&'static str, Vec<&'a InventedDetail>);

impl Workspace {
    /// The pages as they may be handed on: drafts say so across each of them.
    ///
    /// # Errors
    /// As [`Workspace::marked`].
    pub(super) fn presentable(
        &self,
        prepared: &Prepared,
        pages: Pages,
    ) -> Result<PagedDocument, Failure> {
        match self.example_mark(prepared)? {
            Some(words) => self.marked(&pages.document, &Mark::across(words)),
            None => Ok(pages.document),
        }
    }

    /// The words that mark an example; none where the service's details are filled in.
    pub(super) fn example_mark(&self, prepared: &Prepared) -> Result<Option<String>, Failure> {
        let files = self.to_fill_in(prepared)?;
        Ok(files
            .first()
            .map(|(file, _)| format!("Example: fill in {file}")))
    }

    /// What to say of drafts that are printed all the same, a warning for each file: its
    /// details are for `check` to list.
    pub(super) fn draft_warnings(&self, prepared: &Prepared) -> Result<Vec<Problem>, Failure> {
        let files = self.to_fill_in(prepared)?.into_iter();
        let warnings = files.filter_map(|(file, details)| {
            let first = details.first()?;
            let count = plural(details.len(), "detail");
            let problem = rule_of(RuleId::ExampleDetails)
                .finding(format!(
                    "this is a draft, and says so across each page: {count} in `{file}` {} still the example's",
                    if details.len() == 1 { "is" } else { "are" }
                ))
                .severity(Severity::Warning)
                .at_saying(first.place, "this is the first")
                .on_words("", 0, &first.written)
                .help(Help::from(Way::Check).then(" every one of them"));
            Some(problem)
        });
        Ok(warnings.collect())
    }

    /// Whether somebody has still to fill in details that are printed here.
    pub(super) fn is_draft(&self, prepared: &Prepared) -> Result<bool, Failure> {
        Ok(!self.to_fill_in(prepared)?.is_empty())
    }

    /// The files that hold something of the example which is printed here, each with what
    /// that is.
    fn to_fill_in<'a>(&'a self, prepared: &'a Prepared) -> Result<Vec<ToFillIn<'a>>, Failure> {
        let mut files: Vec<ToFillIn> = Vec::new();
        for part in prepared.parts() {
            let subject = self.subject(part)?;
            let details = subject.invented();
            for detail in details.filter(|detail| detail.severity == Severity::Error) {
                match files.iter_mut().find(|(file, _)| *file == detail.file) {
                    Some((_, details)) if details.contains(&detail) => {}
                    Some((_, details)) => details.push(detail),
                    None => files.push((detail.file, vec![detail])),
                }
            }
        }
        Ok(files)
    }
}
