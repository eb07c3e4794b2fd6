//! What a PDF says: its text page by page, in the order it is read out.
//!
//! A small reader of content streams, because the tests may not lean on any
//! program of the machine. It knows what our own PDFs use and nothing more.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};
use std::collections::BTreeMap;

/// A stretch of text under one piece of marked content.
#[derive(Debug, Clone)]
pub struct Run {
    /// Its number on the page, by which the tag tree names it.
    pub mcid: Option<i64>,
    /// The height of its baseline on the page, pt.
    pub y: f32,
    /// The size it is printed in, pt.
    pub size: f32,
    pub text: String,
}

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

    fn fonts(&self, resources: &Dictionary) -> BTreeMap<Vec<u8>, Encoding<'_>> {
        let Some(fonts) = resources.get(b"Font").ok().map(|fonts| self.dict(fonts)) else {
            return BTreeMap::new();
        };
        let named = fonts.iter().map(|(name, font)| {
            let id = font.as_reference().expect("a font is an object of its own");
            let font = self.document.get_dictionary(id).expect("a font");
            let encoding = font.get_font_encoding(&self.document);
            (name.clone(), encoding.expect("a font with ToUnicode"))
        });
        named.collect()
    }

    /// The dictionary an object is, or points at.
    pub fn dict<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        let (_, object) = self.document.dereference(object).expect("an object");
        object.as_dict().expect("a dictionary")
    }
}

/// One blank for every stretch of white space; isolates, which nobody sees, gone.
pub fn flowing(text: &str) -> String {
    let seen = text.replace(['\u{2068}', '\u{2069}'], "");
    let words: Vec<&str> = seen.split_whitespace().collect();
    words.join(" ")
}

/// Runs as lines of print: a new line wherever the height changes.
fn lines(runs: &[Run]) -> String {
    let mut text = String::new();
    let mut before: Option<&Run> = None;
    for run in runs.iter().filter(|run| !run.text.is_empty()) {
        if let Some(before) = before {
            let ends = before.text.ends_with(char::is_alphanumeric);
            let starts = run.text.starts_with(char::is_alphanumeric);
            if (before.y - run.y).abs() > 1.0 {
                text.push('\n');
            } else if before.mcid != run.mcid && ends && starts {
                text.push_str("  ");
            }
        }
        before = Some(run);
        text.push_str(&run.text);
    }
    let trimmed: Vec<&str> = text.lines().map(str::trim).collect();
    trimmed.join("\n")
}

/// Where in a content stream we are.
struct Reader {
    runs: Vec<Run>,
    /// What is open: its number, and words that stand for whatever is drawn inside.
    marks: Vec<Mark>,
    font: Vec<u8>,
    /// Height and scale of the page's space, and those that were kept for later.
    space: Space,
    kept: Vec<Space>,
    line: f32,
    /// Of the font, and of the text's own space.
    size: f32,
    stretch: f32,
}

#[derive(Clone, Copy)]
struct Space {
    scale: f32,
    y: f32,
}

#[derive(Clone)]
struct Mark {
    mcid: Option<i64>,
    /// `/ActualText`, and whether it has been read out already.
    instead: Option<(String, bool)>,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            runs: Vec::new(),
            marks: Vec::new(),
            font: Vec::new(),
            space: Space { scale: 1.0, y: 0.0 },
            kept: Vec::new(),
            line: 0.0,
            size: 0.0,
            stretch: 1.0,
        }
    }
}

impl Reader {
    fn step(
        &mut self,
        operator: &str,
        operands: &[Object],
        fonts: &BTreeMap<Vec<u8>, Encoding>,
        pdf: &Pdf,
    ) {
        let number = |index: usize| operands[index].as_float().expect("a number");
        match operator {
            "q" => self.kept.push(self.space),
            "Q" => self.space = self.kept.pop().expect("a `Q` has its `q`"),
            "cm" => {
                self.space.y += number(5) * self.space.scale;
                self.space.scale *= number(3);
            }
            "BT" => (self.line, self.stretch) = (0.0, 1.0),
            "Tm" => (self.line, self.stretch) = (number(5), number(3)),
            "Td" | "TD" => self.line += number(1),
            "Tf" => {
                self.font = operands[0].as_name().expect("a font's name").to_vec();
                self.size = number(1);
            }
            "BMC" | "BDC" => self.marks.push(mark(operands, pdf)),
            "EMC" => drop(self.marks.pop().expect("an end has its beginning")),
            "Tj" | "TJ" => self.show(operands, fonts),
            _ => {}
        }
    }

    fn show(&mut self, operands: &[Object], fonts: &BTreeMap<Vec<u8>, Encoding>) {
        let encoding = fonts.get(&self.font).expect("a font of the page");
        let mut text = String::new();
        let parts = match &operands[0] {
            Object::Array(parts) => parts.as_slice(),
            _ => operands,
        };
        for part in parts {
            if let Object::String(bytes, _) = part {
                encoding
                    .write_to_string(bytes, &mut text)
                    .expect("glyphs with a meaning");
            }
        }
        let instead = self.marks.iter_mut().find_map(|mark| mark.instead.as_mut());
        if let Some((words, said)) = instead {
            text = if *said { String::new() } else { words.clone() };
            *said = true;
        }
        let y = self.space.y + self.line * self.space.scale;
        self.runs.push(Run {
            mcid: self.marks.iter().rev().find_map(|mark| mark.mcid),
            y,
            size: (self.size * self.stretch * self.space.scale).abs(),
            text,
        });
    }
}

fn mark(operands: &[Object], pdf: &Pdf) -> Mark {
    let properties = operands.get(1).and_then(|object| object.as_dict().ok());
    let mcid = properties.and_then(|found| found.get(b"MCID").ok()?.as_i64().ok());
    let instead = properties
        .and_then(|found| found.get(b"ActualText").ok())
        .map(|object| pdf.document.dereference(object).expect("words").1)
        .map(|words| (lopdf::decode_text_string(words).expect("words"), false));
    Mark { mcid, instead }
}
