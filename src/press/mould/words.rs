//! The words of a hole, as a PDF shows them.

use std::collections::HashMap;

use typst::ecow::EcoString;
use typst::text::{FontInstance, Glyph};

use super::outline::Hole;
use super::pdf::write;

/// What every mould has in the typefaces of its holes, so that nothing in it tells whose
/// letter it was cast from, and most letters find all of theirs.
const CHARACTERS: &str =
    " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789,.:;-–’'&/()";

/// A character of a typeface: its glyph, and what it stands for.
pub type Character = (u16, EcoString);

/// Characters that a letter has beyond those of every mould: which typeface of its holes
/// they are in, in the order of [`faces`](super::outline::faces).
pub type Extras = Vec<(usize, Character)>;

/// The characters that are in every mould, typeface by typeface.
#[derive(Default)]
pub struct Alphabets(HashMap<FontInstance, Alphabet>);

struct Alphabet {
    characters: Vec<Character>,
    of_glyphs: HashMap<u16, EcoString>,
}

impl Alphabet {
    fn of(face: &FontInstance) -> Self {
        let characters = CHARACTERS.chars().filter_map(|character| {
            let glyph = face.ttf().glyph_index(character)?;
            Some((glyph.0, EcoString::from(character)))
        });
        let mut of_glyphs = HashMap::new();
        let characters: Vec<Character> = characters.collect();
        for (glyph, text) in &characters {
            of_glyphs.entry(*glyph).or_insert_with(|| text.clone());
        }
        Self {
            characters,
            of_glyphs,
        }
    }
}

impl Alphabets {
    /// The characters of a typeface that are in every mould.
    pub fn characters(&mut self, face: &FontInstance) -> &[Character] {
        &self.of(face).characters
    }

    fn of(&mut self, face: &FontInstance) -> &Alphabet {
        let of = self.0.entry(face.clone());
        of.or_insert_with_key(Alphabet::of)
    }

    /// What these holes need beyond it, in one order. Nothing where a glyph would have to
    /// stand for two texts: a PDF says that beside the glyph.
    pub fn extras(&mut self, holes: &[Hole], faces: &[FontInstance]) -> Option<Extras> {
        let mut extras: Extras = Vec::new();
        for hole in holes {
            let face = faces.iter().position(|face| *face == hole.item.font)?;
            let alphabet = self.of(&hole.item.font);
            for glyph in &hole.item.glyphs {
                let text = hole.item.text.get(glyph.range())?;
                if let Some(known) = alphabet.of_glyphs.get(&glyph.id) {
                    if known != text {
                        return None;
                    }
                    continue;
                }
                let mut known = extras
                    .iter()
                    .filter(|(of, (id, _))| (*of, *id) == (face, glyph.id));
                match known.next() {
                    Some((_, (_, known))) if known == text => {}
                    Some(_) => return None,
                    None => extras.push((face, (glyph.id, text.into()))),
                }
            }
        }
        extras.sort();
        Some(extras)
    }
}

/// A glyph of a hole, in thousandths of the type size.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    glyph: u16,
    advance: f32,
    offset: f32,
}

/// The words of a hole, without what they mean.
#[derive(Debug, Clone)]
pub struct Words {
    /// Where they begin, pt from the left edge of the page.
    pub left: f32,
    steps: Vec<Step>,
}

impl Words {
    /// Nothing at all.
    pub fn none() -> Self {
        Self {
            left: 0.0,
            steps: Vec::new(),
        }
    }

    /// What is drawn in a hole.
    pub fn of(hole: &Hole) -> Self {
        let step = |glyph: &Glyph| Step {
            glyph: glyph.id,
            advance: glyph.x_advance.get() as f32 * 1000.0,
            offset: glyph.x_offset.get() as f32 * 1000.0,
        };
        let left = hole.at.x.to_pt() as f32;
        #[cfg(test)]
        let left = left + super::spoiled::by();
        Self {
            left,
            steps: hole.item.glyphs.iter().map(step).collect(),
        }
    }
}

/// A typeface in a file: the number that each glyph has there, and how wide the file says
/// that it is.
pub struct Numbered {
    glyphs: HashMap<u16, (u16, f32)>,
}

impl Numbered {
    /// Of a typeface, and the numbers of its glyphs.
    pub fn new(face: &FontInstance, numbers: impl Iterator<Item = (u16, u16)>) -> Self {
        let per_em = f32::from(face.ttf().units_per_em());
        let width = |glyph| {
            let advance = face.ttf().glyph_hor_advance(ttf_parser::GlyphId(glyph));
            f32::from(advance.unwrap_or_default()) / per_em * 1000.0
        };
        let glyphs = numbers
            .map(|(glyph, number)| (glyph, (number, width(glyph))))
            .collect();
        Self { glyphs }
    }

    /// Writes the operator that shows these words (ISO 32000-1, 9.4.3). False where a glyph
    /// is not in the file.
    pub fn show(&self, words: &Words, out: &mut Vec<u8>) -> bool {
        // Less than this is rounding, as for the writer of everything else.
        const ROUNDING: f32 = 0.001;
        let mut owed = 0.0;
        let mut open = false;
        out.push(b'[');
        for step in &words.steps {
            let Some((number, width)) = self.glyphs.get(&step.glyph) else {
                return false;
            };
            owed += step.offset;
            if owed.abs() > ROUNDING {
                if std::mem::take(&mut open) {
                    out.push(b')');
                }
                write(out, format_args!("{}", -owed));
                owed = 0.0;
            }
            if !std::mem::replace(&mut open, true) {
                out.push(b'(');
            }
            number
                .to_be_bytes()
                .into_iter()
                .for_each(|byte| escaped(byte, out));
            owed += step.advance - width - step.offset;
        }
        if open {
            out.push(b')');
        }
        out.extend_from_slice(b"]TJ");
        true
    }
}

/// A byte in a string (ISO 32000-1, 7.3.4.2).
fn escaped(byte: u8, out: &mut Vec<u8>) {
    match byte {
        b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
        b'\r' => out.extend_from_slice(b"\\r"),
        byte => out.push(byte),
    }
}

/// The bytes of the strings that an operator shows. None where it is no such operator.
pub fn shown(operator: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = operator.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        match byte {
            b'(' => loop {
                match rest.next()? {
                    b')' => break,
                    b'\\' => bytes.push(unescaped(&mut rest)?),
                    b'(' => return None,
                    byte => bytes.push(byte),
                }
            },
            b'<' => {
                let digits: Vec<u8> = rest.by_ref().take_while(|byte| *byte != b'>').collect();
                for pair in digits.chunks(2) {
                    bytes.push(u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?);
                }
            }
            _ => {}
        }
    }
    Some(bytes)
}

fn unescaped(rest: &mut std::iter::Peekable<impl Iterator<Item = u8>>) -> Option<u8> {
    let first = rest.next()?;
    Some(match first {
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => 8,
        b'f' => 12,
        b'0'..=b'7' => {
            let mut value = u32::from(first - b'0');
            for _ in 0..2 {
                match rest.next_if(|byte| matches!(byte, b'0'..=b'7')) {
                    Some(digit) => value = value * 8 + u32::from(digit - b'0'),
                    None => break,
                }
            }
            u8::try_from(value).ok()?
        }
        other => other,
    })
}
