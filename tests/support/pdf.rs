//! What a PDF says: its text page by page, in the order it is read out.
//!
//! A small reader of content streams, because the tests may not lean on any
//! program of the machine. It knows what our own PDFs use and nothing more.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use unicode_normalization::char::is_combining_mark;

use super::content::{Font, Reader, Run};

/// A PDF, opened.
pub struct Pdf {
    pub document: Document,
}

impl Pdf {
    pub fn open(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).expect("our own PDF opens");
        Self { document }
    }

    pub fn pages(&self) -> Vec<ObjectId> {
        self.document.page_iter().collect()
    }

    /// The text of every page, a line of print a line.
    pub fn text(&self) -> Vec<String> {
        let pages = self.pages().into_iter();
        pages.map(|page| lines(&self.runs(page))).collect()
    }

    /// The text of the whole file, every stretch of white space one blank: to
    /// look for a sentence wherever its lines end.
    pub fn running_text(&self) -> String {
        flowing(&self.text().join("\n"))
    }

    /// The text that a page's own streams write, a stretch a marked content.
    pub fn runs(&self, page: ObjectId) -> Vec<Run> {
        let bytes = self.document.get_page_content(page);
        let resources = self.resources(page);
        let fonts = self.fonts(&resources);
        let content = Content::decode(&bytes).expect("our own content stream reads");
        let mut reader = Reader::default();
        for operation in &content.operations {
            reader.step(&operation.operator, &operation.operands, &fonts, self);
        }
        reader.runs
    }

    /// The resources of a page, its own or its parents'.
    fn resources(&self, page: ObjectId) -> Dictionary {
        let (own, ids) = self.document.get_page_resources(page).expect("resources");
        let inherited = ids.first().map(|id| self.document.get_dictionary(*id));
        match (own, inherited) {
            (Some(own), _) => own.clone(),
            (None, Some(Ok(inherited))) => inherited.clone(),
            _ => Dictionary::new(),
        }
    }

    fn fonts(&self, resources: &Dictionary) -> BTreeMap<Vec<u8>, Font<'_>> {
        let Some(fonts) = resources.get(b"Font").ok().map(|fonts| self.dict(fonts)) else {
            return BTreeMap::new();
        };
        let named = fonts.iter().map(|(name, font)| {
            let id = font.as_reference().expect("a font is an object of its own");
            let font = self.document.get_dictionary(id).expect("a font");
            (name.clone(), Font::of(font, self))
        });
        named.collect()
    }

    /// What is laid over a page, aslant.
    pub fn words_across(&self, page: ObjectId) -> String {
        let runs = self.runs(page).into_iter();
        let words: Vec<String> = runs.filter(|run| run.aslant).map(|run| run.text).collect();
        flowing(&words.join(" "))
    }

    /// Words that stand nearer than this to a side of their page, or off it, mm.
    pub fn words_off_the_page(&self, margin: f32) -> Vec<String> {
        let mut found = Vec::new();
        for page in self.pages() {
            let media = self.media_box(page);
            let margin = margin / 25.4 * 72.0;
            for run in self.runs(page) {
                let beside = run.left < media[0] + margin || run.right > media[2] - margin;
                let above = run.y < media[1] + margin || run.y > media[3] - margin;
                if (beside || above) && !run.text.trim().is_empty() {
                    let (left, right) = (run.left, run.right);
                    found.push(format!("{left:.0} to {right:.0} pt: {}", run.text));
                }
            }
        }
        found
    }

    fn media_box(&self, page: ObjectId) -> [f32; 4] {
        let page = self.document.get_dictionary(page).expect("a page");
        let corners = page
            .get(b"MediaBox")
            .and_then(Object::as_array)
            .expect("a size");
        [0, 1, 2, 3].map(|corner| corners[corner].as_float().expect("a number"))
    }

    /// Width and height of every page, mm, to a tenth of one.
    pub fn sizes(&self) -> Vec<[f32; 2]> {
        let boxes = self.pages().into_iter().map(|page| self.media_box(page));
        boxes
            .map(|media| [media[2] - media[0], media[3] - media[1]].map(millimetres))
            .collect()
    }

    /// A box of a page by its name: left, lower, right and upper edge, mm, to a
    /// tenth of one; none where the page does not say it.
    pub fn own_box(&self, page: ObjectId, name: &str) -> Option<[f32; 4]> {
        let page = self.document.get_dictionary(page).expect("a page");
        let corners = page.get(name.as_bytes()).ok()?;
        let corners = corners.as_array().expect("four numbers");
        let corner = |index: usize| corners[index].as_float().expect("a number");
        Some([0, 1, 2, 3].map(corner).map(millimetres))
    }

    /// The dictionary an object is, or points at.
    pub fn dict<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        let (_, object) = self.document.dereference(object).expect("an object");
        object.as_dict().expect("a dictionary")
    }
}

/// From pt, to a tenth.
fn millimetres(pt: f32) -> f32 {
    (pt / 72.0 * 254.0).round() / 10.0
}

/// One blank for every stretch of white space.
pub fn flowing(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// Whether two runs of a line have a gap between them that nothing else tells of:
/// what is made for paper has no marked content.
fn stand_apart(before: &Run, run: &Run) -> bool {
    let gap = match run.turned {
        false => run.left - before.right,
        true => before.left - run.right,
    };
    (before.mcid, run.mcid) == (None, None) && gap.abs() > 0.1 * run.size
}

/// Runs as lines of print: a new line wherever the height changes.
fn lines(runs: &[Run]) -> String {
    let mut text = String::new();
    let mut before: Option<&Run> = None;
    for run in runs.iter().filter(|run| !run.text.is_empty()) {
        // A mark that stands higher above a capital is still in its line.
        if run.text.starts_with(is_combining_mark) {
            text.push_str(&run.text);
            continue;
        }
        if let Some(before) = before {
            let ends = before.text.ends_with(char::is_alphanumeric);
            let starts = run.text.starts_with(char::is_alphanumeric);
            if (before.y - run.y).abs() > 1.0 {
                text.push('\n');
            } else if (before.mcid != run.mcid || stand_apart(before, run)) && ends && starts {
                text.push_str("  ");
            }
        }
        before = Some(run);
        text.push_str(&run.text);
    }
    let trimmed: Vec<&str> = text.lines().map(str::trim).collect();
    trimmed.join("\n")
}
