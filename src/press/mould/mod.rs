//! Letters poured from moulds. Most of a letter is the same for everybody: it is written
//! and packed once, in full, and every letter that is the same but for its words is a copy
//! of those bytes with a few small streams of its own.
//!
//! Whether a letter is poured, and from which mould, is decided by the letter alone. A mould
//! is known by all that is on its pages but the words in its holes: so no letter can get a
//! byte of another person's, and its file is the same whoever else is in the run. Wherever
//! there is a doubt there is no mould, and the letter is written in full.

mod alone;
mod cast;
mod check;
mod filled;
mod marked;
mod outline;
mod pdf;
mod personal;
#[cfg(test)]
pub mod spoiled;
#[cfg(test)]
mod tests;
mod together;
mod words;

pub use check::{Look, Poured};
pub use filled::{Filled, Shapes};
pub use personal::PersonalTexts;
pub use together::{Next, Together};

use std::collections::HashMap;
use std::rc::Rc;

use sha2::{Digest, Sha256};
use typst::layout::Frame;
use typst::text::FontInstance;
use typst_layout::{Page, PagedDocument};

use crate::diagnostics::Failure;
use alone::Mould;
use cast::{Cast, CastPage};
use filled::Exemplar;
use marked::Marker;
use outline::Key;
use pdf::{Packer, write};
use words::{Alphabets, Character, Extras};

/// Moulds in use are few: as many as there are lengths of names and addresses. Beyond this
/// all are made anew.
const MOST: usize = 100;

/// How well the streams of a letter are packed: they are small, and each is read once.
const QUICK: u32 = 1;

/// Pours letters into files of their own.
pub struct Moulds {
    alphabets: Alphabets,
    /// By what is the same, and the characters beside those of every mould. None where a
    /// letter has to be written in full.
    known: HashMap<(Key, Extras), Option<Rc<Mould>>>,
    packer: Packer,
}

impl Default for Moulds {
    fn default() -> Self {
        Self {
            alphabets: Alphabets::default(),
            known: HashMap::new(),
            packer: Packer::new(QUICK),
        }
    }
}

impl Moulds {
    /// The file of this letter, poured; none where it is to be written in full. `press`
    /// writes a document in full.
    ///
    /// # Errors
    /// What `press` says.
    pub fn pour(
        &mut self,
        letter: &Filled,
        ident: &str,
        press: impl FnOnce(&PagedDocument) -> Result<Vec<u8>, Failure>,
    ) -> Result<Option<Poured>, Failure> {
        let faces = letter.faces();
        let Some(extras) = letter.extras(&faces, &mut self.alphabets) else {
            return Ok(None);
        };
        let known_by = (letter.key, extras);
        let mould = match self.known.get(&known_by) {
            Some(known) => known.clone(),
            None => {
                let characters = filled::characters(&faces, &known_by.1, &mut self.alphabets);
                let exemplar = letter.exemplar();
                let pages = marked_pages(&[&exemplar], &characters, Frame::clone);
                let count = (exemplar.pages.len(), exemplar.holes.len());
                let marked = PagedDocument::new(pages.into_iter().collect(), exemplar.info);
                let cast = Cast::of(&press(&marked)?, &characters, count);
                let mould = cast.map(|cast| Rc::new(Mould::new(cast)));
                if self.known.len() >= MOST {
                    self.known.clear();
                }
                self.known.insert(known_by, mould.clone());
                mould
            }
        };
        let poured = mould.and_then(|mould| {
            let file = mould.pour(&letter.words(&faces), ident, &mut self.packer)?;
            Some(Poured {
                file,
                ink: letter.holes.iter().filter_map(check::ink).collect(),
                holes: letter.holes.len(),
                mould,
            })
        });
        Ok(poured)
    }
}

/// The pages of these exemplars with marks in their holes, one after the other. `finish` is
/// done to each once it is marked.
fn marked_pages(
    exemplars: &[&Exemplar],
    characters: &[(FontInstance, Vec<Character>)],
    finish: impl Fn(&Frame) -> Frame,
) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    let mut before = 0;
    for exemplar in exemplars {
        let mut marker = Marker {
            holes: &exemplar.holes,
            before,
            seen: 0,
        };
        let marked = exemplar.pages.iter().map(|page| Page {
            frame: finish(&marker.page(&page.frame)),
            ..page.clone()
        });
        pages.extend(marked);
        before += exemplar.holes.len();
    }
    if let Some(first) = pages.first_mut() {
        marked::put_characters(&mut first.frame, characters);
    }
    pages
}

/// The names of a file: of the document, by its ident, and of what is in it. As many hex
/// digits as the writer's own names have characters.
fn names_of(ident: &str, own: &[u8]) -> [String; 2] {
    let mut hasher = Sha256::new_with_prefix(ident.as_bytes());
    let document = hasher.clone().finalize();
    hasher.update(own);
    let written = |digest: &[u8]| {
        digest
            .iter()
            .take(12)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    };
    [written(&document), written(&hasher.finalize())]
}

/// What names the file, with its own names.
fn named(cast: &Cast, bytes: &[u8], names: &[String; 2]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (before, now) in cast.names.iter().zip(names) {
        pdf::replace(&mut bytes, before, now.as_bytes());
    }
    bytes
}

/// Writes a page with these streams on it.
fn page(page: &CastPage, number: usize, parts: impl Iterator<Item = usize>, out: &mut Vec<u8>) {
    let [before, after] = &page.dictionary;
    let rest = pdf::find(before, b" 0 obj").unwrap_or_default();
    write(out, format_args!("{number}"));
    out.extend_from_slice(&before[rest..]);
    out.extend_from_slice(b"/Contents[");
    references(parts, out);
    out.push(b']');
    out.extend_from_slice(after);
}

/// Writes the tree of pages.
fn tree(number: usize, kids: impl ExactSizeIterator<Item = usize>, out: &mut Vec<u8>) {
    write(
        out,
        format_args!("{number} 0 obj\n<</Type/Pages/Count {}/Kids[", kids.len()),
    );
    references(kids, out);
    out.extend_from_slice(b"]>>\nendobj\n\n");
}

fn references(numbers: impl Iterator<Item = usize>, out: &mut Vec<u8>) {
    for (n, number) in numbers.enumerate() {
        let blank = if n > 0 { " " } else { "" };
        write(out, format_args!("{blank}{number} 0 R"));
    }
}

/// Writes the end of a file whose objects are at these places.
fn end(cast: &Cast, places: &[Option<usize>], names: &[String; 2], out: &mut Vec<u8>) {
    let table = out.len();
    pdf::cross_references(places, out);
    let trailer = named(cast, &cast.trailer, names);
    let size = pdf::after(&trailer, b"/Size ").unwrap_or_default();
    let digits = trailer[size..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    out.extend_from_slice(&trailer[..size]);
    write(out, format_args!("{}", places.len() + 1));
    out.extend_from_slice(&trailer[size + digits..]);
    write(out, format_args!("startxref\n{table}\n%%EOF"));
}
