//! Letters as moulds see them: what all that are alike share, and what is in the holes of
//! one of them.

use std::collections::HashMap;
use std::rc::Rc;

use typst::layout::{Point, Size};
use typst::model::{Document, DocumentInfo};
use typst::text::FontInstance;
use typst_layout::{Page, PagedDocument};

use super::outline::{Hole, Key, Outline, faces, outline};
use super::words::{Alphabets, Character, Extras, Words};
use super::{MOST, PersonalTexts};

/// Letters that need more characters of their own are written in full.
const MOST_EXTRAS: usize = 24;

/// A letter that may be poured.
pub struct Filled<'p> {
    /// What its mould is known by.
    pub(super) key: Key,
    pub(super) holes: Vec<Hole<'p>>,
    like: Like<'p>,
}

/// What a letter is like but for what is in its holes.
enum Like<'p> {
    Itself(&'p PagedDocument),
    Shape(Rc<Shape>),
}

impl<'p> Filled<'p> {
    /// Of a letter that was set whole; none where it is to be written in full.
    pub fn of(letter: &'p PagedDocument, personal: &PersonalTexts) -> Option<Self> {
        let Outline {
            key,
            holes,
            elsewhere,
        } = outline(letter.info(), letter.pages())?;
        (!personal.tell_who_it_is(&elsewhere)).then_some(Self {
            key,
            holes,
            like: Like::Itself(letter),
        })
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        match &self.like {
            Like::Itself(letter) => letter.pages().len(),
            Like::Shape(shape) => shape.exemplar.pages.len(),
        }
    }

    /// How large its pages are.
    pub fn size(&self) -> Size {
        let pages = match &self.like {
            Like::Itself(letter) => letter.pages(),
            Like::Shape(shape) => &shape.exemplar.pages,
        };
        pages
            .last()
            .map_or_else(Size::zero, |page| page.frame.size())
    }

    /// What it says of itself, such as its title.
    pub fn info(&self) -> DocumentInfo {
        match &self.like {
            Like::Itself(letter) => letter.info().clone(),
            Like::Shape(shape) => shape.exemplar.info.clone(),
        }
    }

    pub(super) fn exemplar(&self) -> Exemplar {
        match &self.like {
            Like::Itself(letter) => Exemplar::of(letter, &self.holes),
            Like::Shape(shape) => shape.exemplar.clone(),
        }
    }

    /// The typefaces of its holes.
    pub(super) fn faces(&self) -> Vec<FontInstance> {
        faces(self.holes.iter())
    }

    /// The characters it needs beside those of every mould; none where it is to be written
    /// in full.
    pub(super) fn extras(
        &self,
        faces: &[FontInstance],
        alphabets: &mut Alphabets,
    ) -> Option<Extras> {
        let extras = alphabets.extras(&self.holes, faces)?;
        (extras.len() <= MOST_EXTRAS).then_some(extras)
    }

    /// What is in each hole, with which of these typefaces.
    pub(super) fn words(&self, faces: &[FontInstance]) -> Vec<(usize, Words)> {
        let face = |hole: &Hole| faces.iter().position(|face| *face == hole.item.font);
        let holes = self.holes.iter();
        holes
            .map(|hole| (face(hole).unwrap_or_default(), Words::of(hole)))
            .collect()
    }
}

/// Typefaces, and the characters of each that a file needs.
pub(super) fn characters(
    faces: &[FontInstance],
    extras: &Extras,
    alphabets: &mut Alphabets,
) -> Vec<(FontInstance, Vec<Character>)> {
    let faces = faces.iter().enumerate().map(|(number, face)| {
        let mut characters = alphabets.characters(face).to_vec();
        let extras = extras.iter().filter(|(of, _)| *of == number);
        characters.extend(extras.map(|(_, character)| character.clone()));
        (face.clone(), characters)
    });
    faces.collect()
}

/// Pages that stand for all letters that are the same but for their words.
#[derive(Clone)]
pub(super) struct Exemplar {
    pub(super) pages: Vec<Page>,
    /// Which of their texts are holes.
    pub(super) holes: Vec<usize>,
    pub(super) info: DocumentInfo,
}

impl Exemplar {
    fn of(letter: &PagedDocument, holes: &[Hole]) -> Self {
        Self {
            pages: letter.pages().to_vec(),
            holes: holes.iter().map(|hole| hole.number).collect(),
            info: letter.info().clone(),
        }
    }
}

/// Letters of which only what is personal is set. Where that stands on the same lines for two
/// people for whom the same things are known, so does all else of their letters: one of them
/// is set whole, and says where.
#[derive(Default)]
pub struct Shapes(HashMap<Kind, Rc<Shape>>);

/// Which of the letters of a run it is, what is the same in its fragments, and what is known
/// of whoever it is for.
type Kind = (usize, Key, Vec<bool>);

/// A letter that was set whole, for all whose words stand on the same lines.
struct Shape {
    key: Key,
    exemplar: Exemplar,
    /// What it says to everybody.
    elsewhere: Vec<String>,
    /// Where each hole is: its page, and how far it is from where it was set alone.
    places: Vec<(usize, Point)>,
}

impl Shapes {
    /// The letter of somebody for whom only `fragments` were set; none where it has to be set
    /// whole, because no letter like it was, or because something in it is too wide.
    pub fn filled<'p>(
        &self,
        letter: usize,
        fragments: &'p Page,
        personal: &PersonalTexts,
    ) -> Option<Filled<'p>> {
        let mut alone = fitting(fragments)?;
        let kind = (letter, alone.key, personal.given.clone());
        let shape = self.0.get(&kind)?;
        if personal.tell_who_it_is(&shape.elsewhere) {
            return None;
        }
        for (hole, (page, moved)) in alone.holes.iter_mut().zip(&shape.places) {
            hole.page = *page;
            hole.at += *moved;
        }
        Some(Filled {
            key: shape.key,
            holes: alone.holes,
            like: Like::Shape(Rc::clone(shape)),
        })
    }

    /// Remembers a letter that was set whole and is right.
    pub fn learn(
        &mut self,
        letter: usize,
        fragments: &Page,
        whole: &PagedDocument,
        personal: &PersonalTexts,
    ) {
        let shape = fitting(fragments).and_then(|alone| {
            let shape = Shape::of(whole, &alone, personal)?;
            Some(((letter, alone.key, personal.given.clone()), shape))
        });
        if let Some((kind, shape)) = shape {
            if self.0.len() >= MOST {
                self.0.clear();
            }
            self.0.insert(kind, Rc::new(shape));
        }
    }
}

/// Fragments, looked at; none where words reach beyond the room there is for them.
fn fitting(fragments: &Page) -> Option<Outline<'_>> {
    let alone = outline(&DocumentInfo::default(), std::slice::from_ref(fragments))?;
    let mut holes = alone.holes.iter();
    let fits = holes.all(|hole| hole.at.x + hole.item.width() <= hole.room);
    fits.then_some(alone)
}

impl Shape {
    /// None where the letter and what was set alone do not hold the same words in the same
    /// order and look, or where something that may be the person's stands elsewhere.
    fn of(letter: &PagedDocument, alone: &Outline, personal: &PersonalTexts) -> Option<Self> {
        let whole = outline(letter.info(), letter.pages())?;
        let pairs = || whole.holes.iter().zip(&alone.holes);
        let same = whole.holes.len() == alone.holes.len() && pairs().all(|(a, b)| is_same(a, b));
        (same && !personal.may_be_in(&whole.elsewhere)).then(|| Self {
            key: whole.key,
            exemplar: Exemplar::of(letter, &whole.holes),
            places: pairs()
                .map(|(one, other)| (one.page, one.at - other.at))
                .collect(),
            elsewhere: whole.elsewhere,
        })
    }
}

/// Whether two holes are filled with the same glyphs in the same look.
fn is_same(one: &Hole, other: &Hole) -> bool {
    let (one, other) = (one.item, other.item);
    let mut glyphs = one.glyphs.iter().zip(&other.glyphs);
    (&one.text, &one.font, one.size, &one.fill)
        == (&other.text, &other.font, other.size, &other.fill)
        && one.glyphs.len() == other.glyphs.len()
        && glyphs.all(|(a, b)| (a.id, a.x_advance, a.x_offset) == (b.id, b.x_advance, b.x_offset))
}
