//! The tag tree of a PDF, as a screen reader walks it: one line an element, with
//! its alternative text, its language and the words right in it.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Dictionary, Object, ObjectId};

use super::content::Run;
use super::pdf::Pdf;

/// An element of the tree.
#[derive(Debug, Clone, Default)]
pub struct Tag {
    /// `H1`, `P`, `Figure` …, as written.
    pub role: String,
    /// What is said in place of what is drawn.
    pub alt: Option<String>,
    /// The language, where it says one.
    pub lang: Option<String>,
    /// What is in it, in reading order.
    pub inside: Vec<Inside>,
}

/// A part of an element.
#[derive(Debug, Clone)]
pub enum Inside {
    Tag(Tag),
    Words(String),
    /// A link's own object.
    Link,
}

impl Pdf {
    /// The tag tree: the element under which everything stands.
    pub fn tags(&self) -> Tag {
        let catalog = self.document.catalog().expect("a catalogue");
        let root = self.dict(catalog.get(b"StructTreeRoot").expect("a tagged PDF"));
        let pages = self.pages().into_iter();
        let runs = pages.map(|page| (page, self.runs(page))).collect();
        let walker = Walker { pdf: self, runs };
        let mut tag = Tag {
            role: "everything".into(),
            ..Tag::default()
        };
        walker.walk(root, None, &mut tag);
        tag
    }
}

impl Tag {
    /// The tree as indented text.
    pub fn outline(&self) -> String {
        let mut text = String::new();
        for inside in &self.inside {
            inside.draw(0, &mut text);
        }
        text
    }

    /// Every element of the tree, this one first.
    pub fn all(&self) -> Vec<&Tag> {
        let below = self.inside.iter().flat_map(|inside| match inside {
            Inside::Tag(tag) => tag.all(),
            _ => Vec::new(),
        });
        std::iter::once(self).chain(below).collect()
    }

    /// The words of this element and of all below it.
    pub fn words(&self) -> String {
        let parts = self.inside.iter().map(|inside| match inside {
            Inside::Tag(tag) => tag.words(),
            Inside::Words(words) => words.clone(),
            Inside::Link => String::new(),
        });
        parts.collect()
    }

    fn push_words(&mut self, words: &str) {
        match self.inside.last_mut() {
            Some(Inside::Words(before)) => before.push_str(words),
            _ => self.inside.push(Inside::Words(words.to_owned())),
        }
    }
}

impl Inside {
    fn draw(&self, depth: usize, text: &mut String) {
        let indent = "  ".repeat(depth);
        match self {
            Self::Words(words) => {
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                let _ = writeln!(text, "{indent}“{words}”");
            }
            Self::Link => {
                let _ = writeln!(text, "{indent}(link)");
            }
            Self::Tag(tag) => {
                let _ = write!(text, "{indent}{}", tag.role);
                if let Some(alt) = &tag.alt {
                    let _ = write!(text, " alt=“{alt}”");
                }
                if let Some(lang) = &tag.lang {
                    let _ = write!(text, " lang={lang}");
                }
                if let [Self::Words(words)] = tag.inside.as_slice() {
                    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    let _ = writeln!(text, " “{words}”");
                    return;
                }
                text.push('\n');
                for inside in &tag.inside {
                    inside.draw(depth + 1, text);
                }
            }
        }
    }
}

struct Walker<'a> {
    pdf: &'a Pdf,
    runs: BTreeMap<ObjectId, Vec<Run>>,
}

impl Walker<'_> {
    /// Puts the kids of an element into its tag.
    fn walk(&self, element: &Dictionary, page: Option<ObjectId>, tag: &mut Tag) {
        let Ok(kids) = element.get(b"K") else {
            return;
        };
        let (_, kids) = self.pdf.document.dereference(kids).expect("kids");
        match kids {
            Object::Array(kids) => kids.iter().for_each(|kid| self.kid(kid, page, tag)),
            kid => self.kid(kid, page, tag),
        }
    }

    fn kid(&self, kid: &Object, page: Option<ObjectId>, tag: &mut Tag) {
        let (_, kid) = self.pdf.document.dereference(kid).expect("a kid");
        if let Object::Integer(mcid) = kid {
            let words = self.words(page.expect("marked content is on a page"), *mcid);
            return tag.push_words(&words);
        }
        let kid = kid.as_dict().expect("a number or a dictionary");
        let own = kid.get(b"Pg").and_then(Object::as_reference).ok();
        let page = own.or(page);
        let kind = kid.get(b"Type").and_then(Object::as_name).ok();
        match kind {
            Some(b"MCR") => {
                let mcid = kid.get(b"MCID").and_then(Object::as_i64).expect("a number");
                let words = self.words(page.expect("marked content is on a page"), mcid);
                tag.push_words(&words);
            }
            Some(b"OBJR") => tag.inside.push(Inside::Link),
            _ => {
                let mut below = self.tag(kid);
                self.walk(kid, page, &mut below);
                tag.inside.push(Inside::Tag(below));
            }
        }
    }

    fn tag(&self, element: &Dictionary) -> Tag {
        let text = |key: &[u8]| {
            let (_, text) = self.pdf.document.dereference(element.get(key).ok()?).ok()?;
            lopdf::decode_text_string(text).ok()
        };
        let role = element.get(b"S").and_then(Object::as_name).expect("a role");
        Tag {
            role: String::from_utf8_lossy(role).into_owned(),
            alt: text(b"Alt"),
            lang: text(b"Lang"),
            inside: Vec::new(),
        }
    }

    fn words(&self, page: ObjectId, mcid: i64) -> String {
        let runs = self.runs.get(&page).expect("a page of this file");
        let found = runs.iter().filter(|run| run.mcid == Some(mcid));
        found.map(|run| run.text.as_str()).collect()
    }
}
