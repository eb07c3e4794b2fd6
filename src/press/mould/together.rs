//! Letters poured into one file for a printer: what they share is in it once.

use std::collections::HashMap;
use std::ops::Range;

use typst::layout::Frame;
use typst::model::DocumentInfo;
use typst::text::FontInstance;
use typst_layout::PagedDocument;

use super::cast::{Cast, CastPage, Part};
use super::filled::{self, Exemplar, Filled};
use super::outline::Key;
use super::pdf::{Packer, after, find, number_at, write};
use super::words::{Alphabets, Character, Words};
use super::{QUICK, marked_pages, named, names_of};
use crate::diagnostics::Failure;
use crate::press::sheets::{ink_only, of_ink};

/// Letters on their way into one file.
#[derive(Default)]
pub struct Together {
    alphabets: Alphabets,
    /// The typefaces of all holes, and the characters of each.
    faces: Vec<(FontInstance, Vec<Character>)>,
    exemplars: Vec<Exemplar>,
    /// Which of them has which key.
    known: HashMap<Key, usize>,
    letters: Vec<Poured>,
}

/// A letter: which exemplar it is like, and what is in its holes.
struct Poured {
    exemplar: usize,
    words: Vec<(usize, Words)>,
}

/// What comes next in the file.
pub enum Next {
    /// A letter that was taken, counted from 0.
    Letter(usize),
    /// Sides that are as they were drawn, counted from 0.
    Drawn(Range<usize>),
}

impl Together {
    /// Whether nothing was taken.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Takes a letter, where it can be poured with the others: which one it is, counted
    /// from 0.
    pub fn take(&mut self, letter: &Filled) -> Option<usize> {
        let own = letter.faces();
        let extras = letter.extras(&own, &mut self.alphabets)?;
        let mut faces = self.faces.clone();
        let mut places = Vec::new();
        for (face, needed) in filled::characters(&own, &extras, &mut self.alphabets) {
            let place = faces.iter().position(|(known, _)| *known == face);
            let place = place.unwrap_or_else(|| {
                faces.push((face, Vec::new()));
                faces.len() - 1
            });
            let characters = &mut faces[place].1;
            for character in needed {
                match characters.iter().find(|(glyph, _)| *glyph == character.0) {
                    None => characters.push(character),
                    Some((_, text)) if *text == character.1 => {}
                    Some(_) => return None,
                }
            }
            places.push(place);
        }
        self.faces = faces;
        let exemplar = *self.known.entry(letter.key).or_insert_with(|| {
            self.exemplars.push(letter.exemplar());
            self.exemplars.len() - 1
        });
        let mut words = letter.words(&own);
        for (face, _) in &mut words {
            *face = places[*face];
        }
        self.letters.push(Poured { exemplar, words });
        Some(self.letters.len() - 1)
    }

    /// The file of these letters, and of what was drawn beside them, in this order; none
    /// where it has to be written in full. `press` writes a document in full.
    ///
    /// # Errors
    /// What `press` says.
    pub fn press(
        self,
        drawn: Vec<Frame>,
        order: &[Next],
        info: &DocumentInfo,
        ident: &str,
        press: impl FnOnce(&PagedDocument) -> Result<Vec<u8>, Failure>,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let exemplars: Vec<&Exemplar> = self.exemplars.iter().collect();
        let sides = marked_pages(&exemplars, &self.faces, ink_only).into_iter();
        let sides: Vec<Frame> = sides.map(|page| page.frame).chain(drawn).collect();
        let pages = exemplars.iter().map(|it| it.pages.len()).sum();
        let holes = exemplars.iter().map(|it| it.holes.len()).sum();
        let before = sides.len();
        let document = of_ink(sides.into_iter(), info, 0.0);
        let cast = Cast::of(&press(&document)?, &self.faces, (pages, holes));
        Ok(cast.and_then(|cast| self.written(&cast, order, ident, before)))
    }

    /// `before`: how many pages the file says that it has.
    fn written(&self, cast: &Cast, order: &[Next], ident: &str, before: usize) -> Option<Vec<u8>> {
        let mut out = Writer::begin(cast);
        // The pages and the first hole of each exemplar.
        let mut of_exemplars: Vec<(&[CastPage], usize)> = Vec::new();
        let (mut pages, mut hole) = (cast.pages.as_slice(), 0);
        for exemplar in &self.exemplars {
            let (own, rest) = pages.split_at_checked(exemplar.pages.len())?;
            of_exemplars.push((own, hole));
            (pages, hole) = (rest, hole + exemplar.holes.len());
        }
        for next in order {
            match next {
                Next::Letter(letter) => {
                    let letter = &self.letters[*letter];
                    let (pages, first) = of_exemplars[letter.exemplar];
                    for page in pages {
                        out.page(page, &letter.words, first)?;
                    }
                }
                Next::Drawn(sides) => out.kids.extend(cast.drawn.get(sides.clone())?),
            }
        }
        out.end(ident, before)
    }
}

/// A file being written.
struct Writer<'c> {
    cast: &'c Cast,
    file: Vec<u8>,
    places: Vec<Option<usize>>,
    kids: Vec<usize>,
    packer: Packer,
    content: Vec<u8>,
}

impl<'c> Writer<'c> {
    fn begin(cast: &'c Cast) -> Self {
        let mut file = cast.head.clone();
        let mut places = vec![None; cast.free - 1];
        for (number, bytes) in &cast.same {
            places[number - 1] = Some(file.len());
            file.extend_from_slice(bytes);
        }
        Self {
            cast,
            file,
            places,
            kids: Vec::new(),
            packer: Packer::new(QUICK),
            content: Vec::new(),
        }
    }

    /// The number of an object that begins here.
    fn next(&mut self) -> usize {
        self.places.push(Some(self.file.len()));
        self.places.len()
    }

    /// A page of a letter. `first`: which hole of the file is the first of its words.
    fn page(&mut self, page: &CastPage, words: &[(usize, Words)], first: usize) -> Option<()> {
        let mut parts = Vec::new();
        for part in &page.parts {
            parts.push(match part {
                Part::Same(number) => *number,
                Part::Own(bits) => {
                    self.content.clear();
                    let filled = self.cast.fill(bits, (words, first), &mut self.content);
                    filled.then_some(())?;
                    let number = self.next();
                    self.packer.stream(number, &self.content, &mut self.file);
                    number
                }
            });
        }
        let number = self.next();
        super::page(page, number, parts.into_iter(), &mut self.file);
        self.kids.push(number);
        Some(())
    }

    fn end(mut self, ident: &str, before: usize) -> Option<Vec<u8>> {
        let cast = self.cast;
        self.places[cast.tree - 1] = Some(self.file.len());
        super::tree(cast.tree, self.kids.iter().copied(), &mut self.file);
        let names = names_of(ident, &self.file);
        let metadata = counted(&cast.metadata.1, before, self.kids.len())?;
        self.places[cast.metadata.0 - 1] = Some(self.file.len());
        self.file.extend_from_slice(&named(cast, &metadata, &names));
        super::end(cast, &self.places, &names, &mut self.file);
        Some(self.file)
    }
}

/// Metadata that count other pages.
fn counted(metadata: &[u8], before: usize, now: usize) -> Option<Vec<u8>> {
    let (open, close) = ("<xmpTPg:NPages>", "</xmpTPg:NPages>");
    let said = format!("{open}{before}{close}");
    let at = find(metadata, said.as_bytes())?;
    let length = after(metadata, b"/Length ")?;
    let old = number_at(metadata, length)?;
    let counted = format!("{open}{now}{close}");
    let mut written = metadata[..length].to_vec();
    write(
        &mut written,
        format_args!("{}", old + counted.len() - said.len()),
    );
    written.extend_from_slice(&metadata[length + old.to_string().len()..at]);
    written.extend_from_slice(counted.as_bytes());
    written.extend_from_slice(&metadata[at + said.len()..]);
    Some(written)
}
