//! A publication in several languages: one document, and which of its pages are whose.

use serde::Serialize;
use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::model::Document;
use typst_layout::{Page, PagedDocument};

use super::{Pages, PictureFile, fixed_places, too_narrow, world};
use crate::read::{Arrangement, Edition, Kind};
use crate::tailor::Publication;

/// The template that puts parts together. Of a letter it is the one that reads the person.
pub(super) fn template_together(kind: Kind) -> &'static str {
    match kind {
        Kind::Letter => "templates/letter-together.typ",
        _ => "templates/together.typ",
    }
}

/// The template that one language of a publication is made by. Of a letter it is the one
/// that knows no person yet.
pub(super) fn template_of(kind: Kind) -> String {
    match kind {
        Kind::Letter => "templates/letter-page.typ".to_owned(),
        other => format!("templates/{}.typ", other.id()),
    }
}

/// One language of a publication, and its pictures.
pub struct PartOf<'a> {
    /// Every word of it.
    pub publication: &'a Publication,
    /// The pictures in it.
    pub pictures: Vec<PictureFile>,
}

/// How the languages of a publication come together.
#[derive(Debug, Clone, Copy)]
pub struct Together {
    /// What they are.
    pub kind: Kind,
    /// How they stand to each other.
    pub arrangement: Arrangement,
    /// Standard or large print.
    pub edition: Edition,
}

/// What the template reads.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct TogetherData {
    kind: &'static str,
    arrangement: &'static str,
    large: bool,
    /// What it imports, one a part.
    parts: Vec<String>,
}

impl Together {
    pub(super) fn data(&self, parts: usize) -> TogetherData {
        TogetherData {
            kind: self.kind.id(),
            arrangement: self.arrangement.id(),
            large: self.edition == Edition::LargePrint,
            parts: (1..=parts).map(world::package).collect(),
        }
    }
}

/// Which part each page is of: the template says where each begins, by metadata labelled
/// `part` with its number. Nothing where it says nothing.
pub(super) fn of_pages(document: &PagedDocument) -> Vec<usize> {
    let Some(label) = Label::new(typst::utils::PicoStr::intern("part")) else {
        return Vec::new();
    };
    let introspector = document.introspector();
    let mut begins: Vec<(usize, usize)> = Vec::new();
    for content in introspector.query(&Selector::Label(label)) {
        let said = content.to_packed::<MetadataElem>();
        let page = content.location().and_then(|at| introspector.page(at));
        if let (Some(said), Some(page)) = (said, page)
            && let Value::Int(part) = said.value
            && let Ok(part) = usize::try_from(part)
        {
            begins.push((page.get() - 1, part));
        }
    }
    if begins.is_empty() {
        return Vec::new();
    }
    let of = |page: usize| {
        let before = begins.iter().filter(|(begins, _)| *begins <= page);
        before
            .max_by_key(|(begins, _)| *begins)
            .map_or(0, |(_, part)| *part)
    };
    (0..document.pages().len()).map(of).collect()
}

impl Pages {
    /// All pages as they are printed, those of other languages among them.
    pub fn on_paper(&self) -> &[Page] {
        self.whole.as_ref().unwrap_or(&self.document).pages()
    }

    /// How many pages of this part stand together where it begins: without a slip that
    /// comes later.
    pub fn first_run_of(&self, part: usize) -> usize {
        let from = self.parts.iter().skip_while(|of| **of != part);
        from.take_while(|of| **of == part).count()
    }

    /// The pages of one part alone.
    #[must_use]
    pub fn of_part(&self, part: usize) -> Self {
        let all = self.document.pages().iter().zip(&self.parts);
        let own = all.filter(|(_, of)| **of == part);
        let own = own.map(|(page, _)| page.clone());
        let document = PagedDocument::new(own.collect(), self.document.info().clone());
        Self {
            places: fixed_places(&document),
            narrow: too_narrow(&document),
            document,
            parts: Vec::new(),
            whole: Some(self.document.clone()),
            warnings: Vec::new(),
        }
    }
}
