//! The typefaces: those built in, and those in a service's `fonts/`. None of the
//! machine's own, so that the same input gives the same page everywhere.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

use crate::assets::Assets;
use crate::diagnostics::{Failure, Problem};

/// Every typeface there is.
pub struct Fonts {
    store: FontStore,
    /// Each face, by what its family covers.
    faces: Vec<Font>,
}

impl Fonts {
    /// Loads the typefaces.
    ///
    /// # Errors
    /// Where a font file of the service cannot be read as one.
    pub fn load(assets: &Assets) -> Result<Self, Failure> {
        let mut store = FontStore::new();
        let mut faces = Vec::new();
        for name in assets.names_in("fonts") {
            let ending = name.to_lowercase();
            if !ending.ends_with(".ttf") && !ending.ends_with(".otf") {
                continue;
            }
            let Some(file) = assets.file(&format!("fonts/{name}"))? else {
                continue;
            };
            let font = Font::new(Bytes::new(file.bytes), 0).ok_or_else(|| {
                Problem::error(format!("`{}` is not a font", file.name))
                    .help("replace it with a TrueType or OpenType file, or delete it")
            })?;
            store.push((font.clone(), font.info().clone()));
            faces.push(font);
        }
        Ok(Self { store, faces })
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }

    /// The names of the families, each once, in the order of their files.
    pub(super) fn families(&self) -> Vec<&str> {
        let mut families = Vec::new();
        for face in &self.faces {
            let family = face.info().family.as_str();
            if !families.contains(&family) {
                families.push(family);
            }
        }
        families
    }

    /// Whether one face has all of these: a letter and the mark over it come from one
    /// face, or only the mark is printed.
    pub(super) fn have(&self, characters: &[char]) -> bool {
        self.faces.iter().any(|face| {
            let coverage = &face.info().coverage;
            let mut codes = characters.iter().map(|it| u32::from(*it));
            codes.all(|code| coverage.contains(code))
        })
    }
}
