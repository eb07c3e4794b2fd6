//! A letter in a file of its own, poured: what is the same copied, the rest written.

use super::cast::{Cast, Part};
use super::check::Rest;
use super::pdf::Packer;
use super::words::Words;
use super::{named, names_of};

/// A file with holes.
pub struct Mould {
    cast: Cast,
    pub(super) rest: Rest,
    /// The file up to what is a letter's own.
    same: Vec<u8>,
    /// Where each object is in it, that of number 1 first.
    places: Vec<Option<usize>>,
}

impl Mould {
    /// The mould of a file that was cast.
    pub fn new(cast: Cast) -> Self {
        let own = cast.pages.iter().flat_map(|page| &page.parts);
        let own = own.filter(|part| matches!(part, Part::Own(_))).count();
        let mut same = cast.head.clone();
        let mut places = vec![None; cast.free - 1 + own];
        for (number, bytes) in &cast.same {
            places[number - 1] = Some(same.len());
            same.extend_from_slice(bytes);
        }
        let mut next = cast.free;
        for page in &cast.pages {
            places[page.number - 1] = Some(same.len());
            let parts = page.parts.iter().map(|part| match part {
                Part::Same(number) => *number,
                Part::Own(_) => {
                    next += 1;
                    next - 1
                }
            });
            super::page(page, page.number, parts, &mut same);
        }
        places[cast.tree - 1] = Some(same.len());
        let kids = cast.pages.iter().map(|page| page.number);
        super::tree(cast.tree, kids, &mut same);
        Self {
            cast,
            rest: Rest::default(),
            same,
            places,
        }
    }

    /// What all letters of this mould have in common.
    #[cfg(test)]
    pub fn same(&self) -> &[u8] {
        &self.same
    }

    /// The file of the letter with these words in its holes. `ident` tells it from every
    /// other.
    pub fn pour(
        &self,
        holes: &[(usize, Words)],
        ident: &str,
        packer: &mut Packer,
    ) -> Option<Vec<u8>> {
        let mut file = Vec::with_capacity(self.same.len() + self.places.len() * 20 + 8 * 1024);
        file.extend_from_slice(&self.same);
        let mut places = self.places.clone();
        let mut content = Vec::new();
        let mut next = self.cast.free;
        for page in &self.cast.pages {
            for part in &page.parts {
                let Part::Own(bits) = part else { continue };
                content.clear();
                self.cast
                    .fill(bits, (holes, 0), &mut content)
                    .then_some(())?;
                places[next - 1] = Some(file.len());
                packer.stream(next, &content, &mut file);
                next += 1;
            }
        }
        let names = names_of(ident, &file[self.same.len()..]);
        places[self.cast.metadata.0 - 1] = Some(file.len());
        file.extend_from_slice(&named(&self.cast, &self.cast.metadata.1, &names));
        super::end(&self.cast, &places, &names, &mut file);
        Some(file)
    }
}
