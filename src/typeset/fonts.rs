//! The typefaces: those built in, and those in a service's `fonts/`. None of the
//! machine's own, so that the same input gives the same page everywhere.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde::Serialize;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;
use unicode_normalization::char::is_combining_mark;

use super::font_file;
use crate::assets::{Assets, shown_name};
use crate::diagnostics::{Failure, refuse};

/// Every typeface there is.
pub struct Fonts {
    store: FontStore,
    families: Vec<Family>,
}

impl Fonts {
    /// Loads the typefaces.
    ///
    /// # Errors
    /// Every font file of the service that is none, is cut short, or draws nothing.
    pub fn load(assets: &Assets) -> Result<Self, Failure> {
        let mut store = FontStore::new();
        let mut faces = Vec::new();
        let mut problems = Vec::new();
        for name in assets.names_in("fonts") {
            let path = format!("fonts/{name}");
            let opened = match font_file::is_font(&name, &shown_name(&path)) {
                Ok(false) => continue,
                Ok(true) => assets.file(&path)?.map(font_file::open),
                Err(problem) => Some(Err(problem)),
            };
            match opened {
                Some(Ok(font)) => {
                    store.push((font.clone(), font.info().clone()));
                    faces.push(font);
                }
                Some(Err(problem)) => problems.push(*problem),
                None => {}
            }
        }
        refuse(problems)?;
        let families = Family::all_of(&faces);
        Ok(Self { store, families })
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }

    /// The families, each once, in the order of their files.
    pub(super) fn families(&self) -> &[Family] {
        &self.families
    }

    /// Whether one family has all of these, in every weight: a letter and the marks on
    /// it come from one face.
    pub(super) fn have(&self, cluster: &str) -> bool {
        self.families.iter().any(|family| family.has_all(cluster))
    }
}

/// A family of faces, as templates know it.
#[derive(Debug, Serialize)]
pub(super) struct Family {
    pub(super) name: String,
    /// The characters it has, as a class of a regular expression; none for a family
    /// without combining marks.
    ///
    /// Typst takes the first face that has anything of a letter with its marks. Where
    /// that is the mark alone, the mark alone is printed. A face that is said to cover
    /// nothing but its own letters is not asked for another.
    covers: Option<String>,
    /// The first and the last of each stretch of characters that every face of it has.
    #[serde(skip)]
    stretches: Vec<(u32, u32)>,
}

impl Family {
    /// Every family of these faces.
    fn all_of(faces: &[Font]) -> Vec<Self> {
        let mut codes: IndexMap<&str, BTreeSet<u32>> = IndexMap::new();
        for face in faces {
            let own: BTreeSet<u32> = face.info().coverage.iter().collect();
            codes
                .entry(face.info().family.as_str())
                .and_modify(|codes| codes.retain(|code| own.contains(code)))
                .or_insert(own);
        }
        let families = codes.into_iter();
        families
            .map(|(name, codes)| Self::of(name, &codes))
            .collect()
    }

    fn of(name: &str, codes: &BTreeSet<u32>) -> Self {
        let mut stretches: Vec<(u32, u32)> = Vec::new();
        for &code in codes {
            match stretches.last_mut() {
                Some((_, last)) if *last + 1 == code => *last = code,
                _ => stretches.push((code, code)),
            }
        }
        let mut characters = codes.iter().copied().filter_map(char::from_u32);
        let has_marks = characters.any(is_combining_mark);
        Self {
            name: name.to_owned(),
            covers: has_marks.then(|| class(&stretches)),
            stretches,
        }
    }

    /// Whether every face of it has all that can be seen of these.
    pub(super) fn has_all(&self, cluster: &str) -> bool {
        let mut seen = cluster.chars().filter(|it| !is_invisible(*it));
        seen.all(|character| self.has(u32::from(character)))
    }

    fn has(&self, code: u32) -> bool {
        let after = self.stretches.partition_point(|(first, _)| *first <= code);
        after > 0 && code <= self.stretches[after - 1].1
    }
}

/// Stretches of characters as a class, and with them those that only say how others are
/// set: no face has to have them.
fn class(stretches: &[(u32, u32)]) -> String {
    let ranges = stretches
        .iter()
        .map(|(first, last)| format!(r"\x{{{first:x}}}-\x{{{last:x}}}"));
    let ranges: String = ranges.collect();
    format!(r"[{ranges}\x{{ad}}\x{{200b}}-\x{{200f}}\x{{2060}}-\x{{2069}}]")
}

/// Characters that only say how others are set: line ends, joiners, isolates.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character,
        '\n' | '\t' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}')
}
