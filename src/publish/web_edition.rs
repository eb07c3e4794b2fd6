//! The web edition of a publication, beside its pages.

use super::{Prepared, PublishedFile, Target, Workspace};
use crate::diagnostics::Failure;
use crate::web;

impl Workspace {
    /// The web edition, as a file whose name begins so. `mark`: it must reach no reader, and
    /// says so in these words. An example says so itself.
    ///
    /// # Errors
    /// Where the service's settings cannot be looked at.
    pub(super) fn web_edition(
        &self,
        prepared: &Prepared,
        stem: &str,
        mark: Option<&str>,
    ) -> Result<Vec<PublishedFile>, Failure> {
        let parts = prepared.parts().map(|part| web::Part {
            publication: &part.publication,
            pictures: &part.pictures,
        });
        let parts: Vec<web::Part> = parts.collect();
        let marks = [mark.map(str::to_owned), self.example_mark(prepared)?];
        let marks: Vec<String> = marks.into_iter().flatten().collect();
        let mark = (!marks.is_empty()).then(|| marks.join(". "));
        let page = web::page(&parts, mark.as_deref()).into_bytes();
        let size = page.len().div_ceil(1024);
        let suffixes = Target::Web.suffixes().iter();
        let files = suffixes.map(|suffix| {
            let (name, summary) = (format!("{stem}.{suffix}"), format!("web page, {size} KB"));
            PublishedFile::plain(name, page.clone(), &summary)
        });
        Ok(files.collect())
    }
}
