//! A reader of a page's content stream: which words stand where.
//!
//! It knows what our own PDFs use: composite fonts with two bytes a glyph, and
//! text that stands upright, or on its head where a printer wants it so.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Encoding, Object};

use super::pdf::Pdf;

/// A stretch of text under one piece of marked content.
#[derive(Debug, Clone)]
pub struct Run {
    /// Its number on the page, by which the tag tree names it.
    pub mcid: Option<i64>,
    /// Its left and right end, and the height of its baseline, pt from the lower
    /// left corner of the page.
    pub left: f32,
    pub right: f32,
    pub y: f32,
    /// Whether it stands on its head: it then begins at its right end.
    pub turned: bool,
    /// Whether it lies aslant: laid over the page, and no part of what it says.
    pub aslant: bool,
    /// The size it is printed in, pt.
    pub size: f32,
    pub text: String,
}

/// A font of a page: what its glyphs mean, and how wide they are.
pub struct Font<'a> {
    encoding: Encoding<'a>,
    /// In thousandths of its size.
    widths: BTreeMap<u16, f32>,
    usual: f32,
}

impl<'a> Font<'a> {
    pub fn of(font: &'a Dictionary, pdf: &'a Pdf) -> Self {
        let encoding = font.get_font_encoding(&pdf.document);
        let below = font.get(b"DescendantFonts").expect("a composite font");
        let (_, below) = pdf.document.dereference(below).expect("fonts");
        let below = pdf.dict(&below.as_array().expect("a list")[0]);
        let usual = below.get(b"DW").and_then(Object::as_float);
        let mut widths = BTreeMap::new();
        if let Ok(list) = below.get(b"W") {
            let (_, list) = pdf.document.dereference(list).expect("widths");
            read_widths(list.as_array().expect("a list"), &mut widths);
        }
        Self {
            encoding: encoding.expect("a font with ToUnicode"),
            widths,
            usual: usual.unwrap_or(1000.0),
        }
    }

    fn width(&self, bytes: &[u8]) -> f32 {
        let glyphs = bytes
            .chunks_exact(2)
            .map(|two| u16::from_be_bytes([two[0], two[1]]));
        glyphs
            .map(|glyph| self.widths.get(&glyph).copied().unwrap_or(self.usual))
            .sum()
    }
}

/// `first [width …]` or `first last width`, again and again.
fn read_widths(list: &[Object], widths: &mut BTreeMap<u16, f32>) {
    let glyph = |object: &Object| object.as_i64().expect("a glyph") as u16;
    let mut rest = list;
    while let [first, second, more @ ..] = rest {
        if let Object::Array(each) = second {
            for (glyph, width) in (glyph(first)..).zip(each) {
                widths.insert(glyph, width.as_float().expect("a width"));
            }
            rest = more;
        } else {
            let width = more[0].as_float().expect("a width");
            widths.extend((glyph(first)..=glyph(second)).map(|glyph| (glyph, width)));
            rest = &more[1..];
        }
    }
}

/// How a space lies on the page: where a step along it and a step up it lead, and
/// where it begins.
#[derive(Clone, Copy)]
struct Space {
    along: [f32; 2],
    up: [f32; 2],
    at: [f32; 2],
}

impl Space {
    const PAGE: Self = Self {
        along: [1.0, 0.0],
        up: [0.0, 1.0],
        at: [0.0, 0.0],
    };

    /// The space that a matrix makes within this one.
    fn within(self, matrix: &[Object]) -> Self {
        let number = |index: usize| matrix[index].as_float().expect("a number");
        let step = |first: usize| self.step(number(first), number(first + 1));
        let from = step(4);
        Self {
            along: step(0),
            up: step(2),
            at: [0, 1].map(|axis| self.at[axis] + from[axis]),
        }
    }

    fn step(self, along: f32, up: f32) -> [f32; 2] {
        [0, 1].map(|axis| along * self.along[axis] + up * self.up[axis])
    }

    /// Whether text in it stands on its head.
    fn is_turned(self) -> bool {
        self.along[0] < 0.0
    }

    /// Whether it lies aslant, as a drawing may; words do where they are laid over a page
    /// and are no part of what it says.
    fn is_aslant(self) -> bool {
        (self.along[1] / self.along[0]).abs() > 1e-4
    }
}

#[derive(Clone)]
struct Mark {
    mcid: Option<i64>,
    /// `/ActualText`, and whether it has been read out already.
    instead: Option<(String, bool)>,
}

/// Where in a content stream we are.
pub struct Reader {
    pub runs: Vec<Run>,
    /// What is open: its number, and words that stand for whatever is drawn inside.
    marks: Vec<Mark>,
    space: Space,
    kept: Vec<Space>,
    /// The text's own space.
    line: Space,
    font: Vec<u8>,
    size: f32,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            runs: Vec::new(),
            marks: Vec::new(),
            space: Space::PAGE,
            kept: Vec::new(),
            line: Space::PAGE,
            font: Vec::new(),
            size: 0.0,
        }
    }
}

impl Reader {
    pub fn step(
        &mut self,
        operator: &str,
        operands: &[Object],
        fonts: &BTreeMap<Vec<u8>, Font>,
        pdf: &Pdf,
    ) {
        match operator {
            "q" => self.kept.push(self.space),
            "Q" => self.space = self.kept.pop().expect("a `Q` has its `q`"),
            "cm" => self.space = self.space.within(operands),
            "BT" => self.line = self.space,
            "Tm" => self.line = self.space.within(operands),
            "Tf" => {
                self.font = operands[0].as_name().expect("a font's name").to_vec();
                self.size = operands[1].as_float().expect("a size");
            }
            "BMC" | "BDC" => self.marks.push(mark(operands, pdf)),
            "EMC" => drop(self.marks.pop().expect("an end has its beginning")),
            "Tj" | "TJ" => self.show(operands, fonts),
            "Td" | "TD" | "T*" | "'" | "\"" => panic!("`{operator}` is not known here"),
            _ => {}
        }
    }

    fn show(&mut self, operands: &[Object], fonts: &BTreeMap<Vec<u8>, Font>) {
        let font = fonts.get(&self.font).expect("a font of the page");
        let mut text = String::new();
        let mut width = 0.0;
        let parts = match &operands[0] {
            Object::Array(parts) => parts.as_slice(),
            _ => operands,
        };
        for part in parts {
            if let Object::String(bytes, _) = part {
                let read = font.encoding.write_to_string(bytes, &mut text);
                read.expect("glyphs with a meaning");
                width += font.width(bytes);
            } else {
                width -= part.as_float().expect("a distance");
            }
        }
        let instead = self.marks.iter_mut().find_map(|mark| mark.instead.as_mut());
        if let Some((words, said)) = instead {
            text = if *said { String::new() } else { words.clone() };
            *said = true;
        }
        let mcid = self.marks.iter().rev().find_map(|mark| mark.mcid);
        let aslant = self.line.is_aslant();
        assert!(mcid.is_none() || !aslant, "`{text}` stands aslant");
        let turned = self.line.is_turned();
        let width = width / 1000.0 * self.size;
        let [from, y] = self.line.at;
        let to = from + width * self.line.along[0];
        self.line.at[0] = to;
        self.runs.push(Run {
            mcid,
            left: from.min(to),
            right: from.max(to),
            y,
            turned,
            aslant,
            size: (self.size * self.line.up[1]).abs(),
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
