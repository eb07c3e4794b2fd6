//! The texts that problems point into.

use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use codespan_reporting::files::{Files as _, SimpleFiles};

use super::{Problem, pointed_at};

/// Which of the [`Sources`] a place is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(u32);

impl SourceId {
    /// The number behind the id, to carry it through a text format.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The id with this number, as [`SourceId::number`] gave it.
    pub fn from_number(number: u32) -> Self {
        Self(number)
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A stretch of one file: bytes `start..end` of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub source: SourceId,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Place {
    /// The stretch as a range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// What kind of text a source is: who can change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// Built into the program.
    BuiltIn,
    /// A file of the service's folder.
    Service,
    /// A spreadsheet of people.
    Spreadsheet,
    /// What the caller asked for.
    Argument,
}

/// Every text that was read, kept so that a problem can show the line it means.
/// Copies hold the same texts.
#[derive(Debug, Clone, Default)]
pub struct Sources(Arc<RwLock<Texts>>);

/// Texts by their names, in the order in which they were read.
type Files = SimpleFiles<Arc<str>, Arc<str>>;

#[derive(Debug, Default)]
struct Texts {
    files: Files,
    kinds: Vec<SourceKind>,
}

impl Sources {
    /// Keeps a text under the name a person knows it by (a path as they would type it).
    /// A file that is read again for another guide or language keeps its id, so that
    /// the same mistake in it is the same problem.
    pub fn add(&self, kind: SourceKind, name: &str, text: impl Into<Arc<str>>) -> SourceId {
        let text = text.into();
        self.find_or_add(kind, name, &text, |known| *known == text)
    }

    /// Keeps a text, unless one of the same name is kept already.
    pub fn add_once(&self, kind: SourceKind, name: &str, text: &str) -> SourceId {
        self.find_or_add(kind, name, &text.into(), |_| true)
    }

    fn find_or_add(
        &self,
        kind: SourceKind,
        name: &str,
        text: &Arc<str>,
        is_it: impl Fn(&Arc<str>) -> bool,
    ) -> SourceId {
        let mut texts = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let known = (0..texts.kinds.len()).find(|number| {
            let file = texts.files.get(*number);
            file.is_ok_and(|file| **file.name() == *name && is_it(file.source()))
        });
        let number = known.unwrap_or_else(|| {
            texts.kinds.push(kind);
            texts.files.add(name.into(), Arc::clone(text))
        });
        SourceId(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// What kind a source is.
    pub fn kind(&self, id: SourceId) -> SourceKind {
        let kind = self.texts().kinds.get(id.index()).copied();
        kind.unwrap_or(SourceKind::BuiltIn)
    }

    /// The name of a source.
    pub fn name(&self, id: SourceId) -> Arc<str> {
        let texts = self.texts();
        let file = texts.files.get(id.index());
        file.map(|file| Arc::clone(file.name())).unwrap_or_default()
    }

    /// The whole text of a source.
    pub fn text(&self, id: SourceId) -> Arc<str> {
        let texts = self.texts();
        let file = texts.files.get(id.index());
        file.map(|file| Arc::clone(file.source()))
            .unwrap_or_default()
    }

    /// Looks at all texts at once, as who draws them wants them.
    pub(super) fn with_files<T>(&self, look: impl FnOnce(&Files) -> T) -> T {
        look(&self.texts().files)
    }

    fn texts(&self) -> RwLockReadGuard<'_, Texts> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The text at a place.
    pub fn at(&self, place: Place) -> String {
        let text = self.text(place.source);
        text.get(place.range()).unwrap_or_default().to_owned()
    }

    /// Whether a place is in a group that stands in one line, within braces.
    pub(super) fn is_in_braces(&self, place: Place) -> bool {
        let text = self.text(place.source);
        let before = text.get(..place.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let (mut open, mut quoted) = (0_i32, false);
        for symbol in line.chars() {
            match symbol {
                '"' => quoted = !quoted,
                '{' if !quoted => open += 1,
                '}' if !quoted => open -= 1,
                _ => {}
            }
        }
        open > 0 || text[before.len()..].starts_with('{')
    }

    /// Where a problem is, as people write it: `service.yaml:12:7`. None where it points
    /// into no text.
    pub fn location(&self, problem: &Problem) -> Option<String> {
        let place = pointed_at(self, problem)?;
        let (line, column) = self.line_and_column(place);
        Some(format!("{}:{line}:{column}", self.name(place.source)))
    }

    /// A whole line, counted from 1.
    pub fn whole_line(&self, source: SourceId, line: usize) -> Place {
        let (text, index) = (self.text(source), line.saturating_sub(1));
        let range = self.with_files(|files| files.line_range(source.index(), index));
        let range = range.unwrap_or(text.len()..text.len());
        Place {
            source,
            start: range.start,
            end: range.start + text[range].trim_end().len(),
        }
    }

    /// The line and the column of a place, the column in characters, both counted
    /// from 1.
    pub fn line_and_column(&self, place: Place) -> (usize, usize) {
        let location = self.with_files(|files| files.location(place.source.index(), place.start));
        location.map_or((1, 1), |at| (at.line_number, at.column_number))
    }

    /// The line of a place, counted from 1.
    pub fn line(&self, place: Place) -> usize {
        self.line_and_column(place).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_read_again_is_the_same_file_until_it_says_something_else() {
        let sources = Sources::default();
        let first = sources.add(SourceKind::Service, "overrides/a.yaml", "sections: {}");
        assert_ne!(
            sources.add(SourceKind::Service, "overrides/b.yaml", "sections: {}"),
            first
        );
        assert_eq!(
            sources.add(SourceKind::Service, "overrides/a.yaml", "sections: {}"),
            first
        );
        let changed = sources.add(
            SourceKind::Service,
            "overrides/a.yaml",
            "sections: {a: drop}",
        );
        assert_ne!(changed, first);
        assert_eq!(&*sources.text(first), "sections: {}");
    }
}
