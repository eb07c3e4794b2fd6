//! What is seen of a poured letter: whether it is the letter that would have been written in
//! full, and whether a posting service takes it.

use std::cell::OnceCell;
use std::rc::Rc;

use hayro::hayro_interpret::hayro_syntax::Pdf;
use typst::layout::Abs;
use typst::text::TextItem;

use super::alone::Mould;
use super::outline::Hole;
use super::pdf::Packer;
use super::words::Words;
use crate::diagnostics::{Failure, Problem};
use crate::inspect::{PaintedPage, painted_from, picture};
use crate::press::post_faults;
use crate::read::{Acceptance, Area, Post};

/// A file with letters that were poured, opened to be looked at.
pub struct Look(Pdf);

impl Look {
    /// Opens a file.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub fn at(poured: &[u8]) -> Result<Self, Failure> {
        picture::open(poured).map(Self)
    }

    /// Whether its pages, from the one of this number on (counted from 1), look like all
    /// pages of a file that was written in full.
    ///
    /// # Errors
    /// Where that cannot be opened.
    pub fn shows(&self, from: usize, in_full: &[u8]) -> Result<bool, Failure> {
        let in_full = picture::open(in_full)?;
        let wanted: Vec<PaintedPage> = painted_from(&in_full, 0).collect();
        let pages: Vec<PaintedPage> = painted_from(&self.0, from - 1).take(wanted.len()).collect();
        let mut pairs = pages.iter().zip(&wanted);
        Ok(pages.len() == wanted.len() && pairs.all(|(page, wanted)| page.looks_like(wanted)))
    }
}

/// A letter that was poured.
pub struct Poured {
    /// Its file.
    pub file: Vec<u8>,
    pub(super) mould: Rc<Mould>,
    /// How many holes it has.
    pub(super) holes: usize,
    /// Where the ink of each hole is: its page, counted from 0, and its place there.
    pub(super) ink: Vec<(usize, Area)>,
}

/// Whether there is something in what letters share that a posting service does not take.
#[derive(Default)]
pub struct Rest(OnceCell<bool>);

impl Poured {
    /// As [`post_faults`] says it. What all letters of a mould share is looked at once; of
    /// the words in their holes it is enough to know where they are.
    ///
    /// # Errors
    /// Where the file cannot be opened.
    pub fn post_faults(&self, post: Post) -> Result<Vec<Problem>, Failure> {
        let Some(takes) = post.acceptance() else {
            return Ok(Vec::new());
        };
        let small = self.file.len() <= takes.most_bytes;
        if small
            && self
                .ink
                .iter()
                .all(|(page, ink)| is_in_zone(*page, ink, &takes))
        {
            let rest = &self.mould.rest.0;
            let is_taken = match rest.get() {
                Some(is_taken) => *is_taken,
                None => {
                    let empty = vec![(0, Words::none()); self.holes];
                    let empty = self.mould.pour(&empty, "", &mut Packer::new(super::QUICK));
                    let faults = empty.map(|file| post_faults(&file, post)).transpose()?;
                    let is_taken = faults.is_some_and(|faults| faults.is_empty());
                    *rest.get_or_init(|| is_taken)
                }
            };
            if is_taken {
                return Ok(Vec::new());
            }
        }
        post_faults(&self.file, post)
    }
}

fn is_in_zone(page: usize, ink: &Area, takes: &Acceptance) -> bool {
    let zones = if page == 0 { takes.first } else { takes.later };
    zones.iter().any(|zone| {
        let zone = zone.area;
        zone.left <= ink.left
            && ink.right <= zone.right
            && zone.top <= ink.top
            && ink.bottom <= zone.bottom
    })
}

/// Where the ink of a hole is; nothing where it has none.
pub fn ink(hole: &Hole) -> Option<(usize, Area)> {
    let TextItem {
        font, size, glyphs, ..
    } = hole.item;
    let per_em = f64::from(font.ttf().units_per_em());
    let length = |units: i16| *size * (f64::from(units) / per_em);
    let mut pen = hole.at.x;
    let mut ink: Option<[Abs; 4]> = None;
    for glyph in glyphs {
        if let Some(bounds) = font.ttf().glyph_bounding_box(ttf_parser::GlyphId(glyph.id)) {
            let left = pen + glyph.x_offset.at(*size);
            let [a, b, c, d] = [
                left + length(bounds.x_min),
                hole.at.y - length(bounds.y_max),
                left + length(bounds.x_max),
                hole.at.y - length(bounds.y_min),
            ];
            let [left, top, right, bottom] = ink.unwrap_or([a, b, c, d]);
            ink = Some([left.min(a), top.min(b), right.max(c), bottom.max(d)]);
        }
        pen += glyph.x_advance.at(*size);
    }
    let [left, top, right, bottom] = ink?.map(Abs::to_mm);
    let area = Area {
        left,
        top,
        right,
        bottom,
    };
    Some((hole.page, area))
}
