//! A PDF of marked pages, taken apart at its holes.

use typst::text::FontInstance;

use super::marked::{FIRST_FACE, FIRST_HOLE};
use super::pdf::{Packer, Parsed, after, find, number_at, rfind, unpacked};
use super::words::{Character, Numbered, Words, shown};

/// What is the same in all letters of a mould is packed once, as well as it can be.
const BEST: u32 = 9;

/// A stretch shorter than this is no stream of its own: what says that there is one would
/// be longer.
const SHORT: usize = 700;

/// A PDF with holes.
pub struct Cast {
    /// What stands before the first object.
    pub head: Vec<u8>,
    /// The objects that are the same in every letter, each with its number.
    pub same: Vec<(usize, Vec<u8>)>,
    /// The pages with holes, in order.
    pub pages: Vec<CastPage>,
    /// The numbers of the pages after them, which are as they are.
    pub drawn: Vec<usize>,
    /// The number of the tree of pages.
    pub tree: usize,
    /// The metadata, which names the file.
    pub metadata: (usize, Vec<u8>),
    /// What stands at the end, without where the table is.
    pub trailer: Vec<u8>,
    /// The two names of the file in both, all of one length.
    pub names: [Vec<u8>; 2],
    /// The first number that is free.
    pub free: usize,
    faces: Vec<Numbered>,
}

/// A page of it.
pub struct CastPage {
    /// Its number.
    pub number: usize,
    /// Its dictionary before and after its contents.
    pub dictionary: [Vec<u8>; 2],
    /// What is on it, one after the other.
    pub parts: Vec<Part>,
}

/// A part of what is on a page.
pub enum Part {
    /// The stream of this number, the same in every letter.
    Same(usize),
    /// What every letter has its own of.
    Own(Vec<Bit>),
}

/// A bit of it.
pub enum Bit {
    /// These bytes.
    Bytes(Vec<u8>),
    /// Where the words of a hole begin.
    Left(usize),
    /// The words of a hole.
    Words(usize),
}

impl Cast {
    /// Takes a PDF apart. `faces`: what was put on its first page. `pages` and `holes`: how
    /// many were marked. None where it is not written as we know our writer to write.
    pub fn of(
        pdf: &[u8],
        faces: &[(FontInstance, Vec<Character>)],
        (pages, holes): (usize, usize),
    ) -> Option<Self> {
        let parsed = Parsed::read(pdf)?;
        let tree = parsed.with(b"<</Type/Pages/")?;
        let mut cast = Self {
            tree,
            metadata: taken(&parsed, parsed.with(b"/Type/Metadata")?)?,
            names: names(&parsed.trailer)?,
            free: parsed.objects.iter().map(|(number, _)| *number).max()? + 1,
            pages: Vec::new(),
            drawn: Vec::new(),
            faces: Vec::new(),
            head: Vec::new(),
            same: Vec::new(),
            trailer: Vec::new(),
        };
        let mut gone = vec![tree, cast.metadata.0];
        let mut next_hole = 0;
        let mut added = Vec::new();
        let mut kids = kids(parsed.object(tree)?)?;
        cast.drawn = kids.split_off(pages.min(kids.len()));
        for number in kids {
            let dictionary = parsed.object(number)?;
            let key = find(dictionary, b"/Contents ")?;
            let contents = number_at(dictionary, key + 10)?;
            let end = key + after(dictionary.get(key..)?, b" 0 R")?;
            let mut content = unpacked(parsed.object(contents)?)?;
            if cast.pages.is_empty() {
                cast.faces = cut_characters(&mut content, faces)?;
            }
            let bits = bits(&content, &mut next_hole, holes)?;
            let parts = cast.parts(bits, &mut added);
            gone.extend([number, contents]);
            cast.pages.push(CastPage {
                number,
                dictionary: [dictionary[..key].to_vec(), dictionary[end..].to_vec()],
                parts,
            });
        }
        (next_hole == holes).then_some(())?;
        cast.same = parsed.objects;
        cast.same.retain(|(number, _)| !gone.contains(number));
        cast.same.extend(added);
        cast.head = parsed.head;
        cast.trailer = parsed.trailer;
        Some(cast)
    }

    /// Long stretches that are the same become streams of their own.
    fn parts(&mut self, bits: Vec<Bit>, added: &mut Vec<(usize, Vec<u8>)>) -> Vec<Part> {
        let only = bits.len() == 1;
        let mut parts: Vec<Part> = Vec::new();
        for bit in bits {
            match (bit, parts.last_mut()) {
                (Bit::Bytes(bytes), _) if only || bytes.len() > SHORT => {
                    let mut object = Vec::new();
                    Packer::new(BEST).stream(self.free, &bytes, &mut object);
                    added.push((self.free, object));
                    parts.push(Part::Same(self.free));
                    self.free += 1;
                }
                (bit, Some(Part::Own(bits))) => bits.push(bit),
                (bit, _) => parts.push(Part::Own(vec![bit])),
            }
        }
        parts
    }

    /// Writes an own part of a page with these words in its holes, each with its typeface;
    /// the first of them are for this hole of the file. False where a character is not in it.
    pub fn fill(
        &self,
        bits: &[Bit],
        (words, first): (&[(usize, Words)], usize),
        out: &mut Vec<u8>,
    ) -> bool {
        bits.iter().all(|bit| match bit {
            Bit::Bytes(bytes) => {
                out.extend_from_slice(bytes);
                true
            }
            Bit::Left(hole) => {
                super::pdf::write(out, format_args!("{}", words[hole - first].1.left));
                true
            }
            Bit::Words(hole) => {
                let (face, words) = &words[hole - first];
                self.faces[*face].show(words, out)
            }
        })
    }
}

fn taken(parsed: &Parsed, number: usize) -> Option<(usize, Vec<u8>)> {
    Some((number, parsed.object(number)?.to_vec()))
}

/// The numbers of the pages.
fn kids(tree: &[u8]) -> Option<Vec<usize>> {
    let from = after(tree, b"/Kids[")?;
    let to = from + find(tree.get(from..)?, b"]")?;
    let kids = std::str::from_utf8(&tree[from..to]).ok()?;
    let kids = kids
        .split(" 0 R")
        .map(str::trim)
        .filter(|kid| !kid.is_empty());
    kids.map(|kid| kid.parse().ok()).collect()
}

/// The names of the file, as the trailer says them.
fn names(trailer: &[u8]) -> Option<[Vec<u8>; 2]> {
    let from = after(trailer, b"/ID[(")?;
    let both = trailer.get(from..from + find(&trailer[from..], b")]")?)?;
    let between = find(both, b")(")?;
    let (one, other) = (both[..between].to_vec(), both[between + 2..].to_vec());
    (one.len() == 24 && other.len() == 24).then_some([one, other])
}

/// A text that stands so far from the left: where it begins and ends, and where its words do.
struct Marked {
    from: usize,
    left: usize,
    words: (usize, usize),
    to: usize,
}

fn marked(content: &[u8], from: usize, left: usize) -> Option<Marked> {
    let start = format!("q 1 0 0 -1 {left} ");
    let begins = from + find(content.get(from..)?, start.as_bytes())?;
    let words = begins + after(&content[begins..], b" Tm")?;
    let end = words + find(&content[words..], b"\nET\nQ")?;
    Some(Marked {
        from: begins,
        left: begins + 11,
        words: (words, end),
        to: end + 5,
    })
}

/// Takes the characters of the typefaces out again, and reads which number each has got.
fn cut_characters(
    content: &mut Vec<u8>,
    faces: &[(FontInstance, Vec<Character>)],
) -> Option<Vec<Numbered>> {
    let mut numbered = Vec::new();
    for (number, (face, characters)) in faces.iter().enumerate() {
        let text = marked(content, 0, FIRST_FACE + number)?;
        let shown = shown(&content[text.words.0..text.words.1])?;
        let numbers = shown
            .chunks_exact(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        (shown.len() == 2 * characters.len()).then_some(())?;
        // What is no content of a tagged page is nothing else.
        let before = &content[..text.from];
        let opened = rfind(before, b"BDC").map(|at| rfind(&before[..at], b"/Artifact"));
        if let Some(opened) = opened {
            let from = opened?;
            find(&before[from..], b"EMC").is_none().then_some(())?;
        }
        let glyphs = characters.iter().map(|(glyph, _)| *glyph);
        numbered.push(Numbered::new(face, glyphs.zip(numbers)));
        let newline = usize::from(content.get(text.to) == Some(&b'\n'));
        content.drain(text.from..text.to + newline);
    }
    Some(numbered)
}

/// What is on a page: its holes and what is between them.
fn bits(content: &[u8], next: &mut usize, holes: usize) -> Option<Vec<Bit>> {
    let mut bits = Vec::new();
    let mut from = 0;
    while *next < holes
        && let Some(text) = marked(content, from, FIRST_HOLE + *next)
    {
        let digits = (FIRST_HOLE + *next).to_string().len();
        bits.push(Bit::Bytes(content[from..text.from].to_vec()));
        bits.push(Bit::Bytes(content[text.from..text.left].to_vec()));
        bits.push(Bit::Left(*next));
        bits.push(Bit::Bytes(
            content[text.left + digits..text.words.0].to_vec(),
        ));
        bits.push(Bit::Words(*next));
        bits.push(Bit::Bytes(content[text.words.1..text.to].to_vec()));
        from = text.to;
        *next += 1;
    }
    bits.push(Bit::Bytes(content[from..].to_vec()));
    Some(bits)
}
