//! Words on every page of what must reach no reader: a proof, a draft.
//!
//! They are laid over finished pages. So the pages are judged as they are without them,
//! stay where they were, and can be of any kind.

use serde::Serialize;
use typst_layout::PagedDocument;

use super::Workspace;
use crate::diagnostics::Failure;
use crate::press;
use crate::typeset::{self, Typesetter};

/// Words on every page of what must reach no reader, in English: they are for whoever
/// prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Mark {
    place: MarkPlace,
    words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum MarkPlace {
    /// Large and pale, from corner to corner.
    Across,
    /// One line at the upper edge, where no envelope has a window.
    Edge,
}

/// What the template of a mark reads.
#[derive(Serialize)]
struct MarkedPages<'a> {
    #[serde(flatten)]
    mark: &'a Mark,
    /// The width and height of each page, mm.
    pages: Vec<(f64, f64)>,
}

impl Mark {
    /// Large and pale words from corner to corner of every page.
    pub(crate) fn across(words: impl Into<String>) -> Self {
        let words = words.into();
        Self {
            place: MarkPlace::Across,
            words,
        }
    }

    /// A line of words at the upper edge of every page.
    pub(crate) fn at_edge(words: impl Into<String>) -> Self {
        let words = words.into();
        Self {
            place: MarkPlace::Edge,
            words,
        }
    }
}

impl Workspace {
    /// These pages with a mark on each of them. Judge them first: a mark lies where ink may
    /// not be otherwise.
    ///
    /// # Errors
    /// What Typst says of the service's own `templates/mark.typ`, where it has one.
    pub(crate) fn marked(
        &self,
        document: &PagedDocument,
        mark: &Mark,
    ) -> Result<PagedDocument, Failure> {
        let sizes = document.pages().iter().map(|page| page.frame.size());
        let data = MarkedPages {
            mark,
            pages: sizes.map(|size| (size.x.to_mm(), size.y.to_mm())).collect(),
        };
        let (fonts, data) = (
            &self.context.fonts,
            vec![typeset::file("data/mark.json", &data)?],
        );
        let mut typesetter = Typesetter::alone("mark", data, fonts, &self.assets, self.date)?;
        let marks = typesetter.set(&self.sources)?;
        Ok(press::laid_over(document, &marks.document))
    }
}
