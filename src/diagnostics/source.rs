//! The texts that problems point into.

use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock};

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

#[derive(Debug)]
struct Source {
    kind: SourceKind,
    name: Arc<str>,
    text: Arc<str>,
}

/// Every text that was read, kept so that a problem can show the line it means.
/// Copies hold the same texts.
#[derive(Debug, Clone, Default)]
pub struct Sources(Arc<RwLock<Vec<Source>>>);

impl Sources {
    /// Keeps a text under the name a person knows it by (a path as they would type it).
    /// A file that is read again for another guide or language keeps its id, so that
    /// the same mistake in it is the same problem.
    pub fn add(&self, kind: SourceKind, name: &str, text: impl Into<Arc<str>>) -> SourceId {
        let text = text.into();
        self.find_or_add(kind, name, &text, |source| {
            *source.name == *name && source.text == text
        })
    }

    /// Keeps a text, unless one of the same name is kept already.
    pub fn add_once(&self, kind: SourceKind, name: &str, text: &str) -> SourceId {
        self.find_or_add(kind, name, &text.into(), |source| *source.name == *name)
    }

    fn find_or_add(
        &self,
        kind: SourceKind,
        name: &str,
        text: &Arc<str>,
        is_it: impl Fn(&Source) -> bool,
    ) -> SourceId {
        let mut sources = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let known = sources.iter().position(is_it);
        let number = known.unwrap_or(sources.len());
        if known.is_none() {
            sources.push(Source {
                kind,
                name: name.into(),
                text: Arc::clone(text),
            });
        }
        SourceId(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// What kind a source is.
    pub fn kind(&self, id: SourceId) -> SourceKind {
        self.source(id, |source| source.kind)
            .unwrap_or(SourceKind::BuiltIn)
    }

    /// The name of a source.
    pub fn name(&self, id: SourceId) -> Arc<str> {
        self.source(id, |source| Arc::clone(&source.name))
            .unwrap_or_default()
    }

    /// The whole text of a source.
    pub fn text(&self, id: SourceId) -> Arc<str> {
        self.source(id, |source| Arc::clone(&source.text))
            .unwrap_or_default()
    }

    fn source<T>(&self, id: SourceId, look: impl FnOnce(&Source) -> T) -> Option<T> {
        let sources = self.0.read().unwrap_or_else(PoisonError::into_inner);
        sources.get(id.0 as usize).map(look)
    }

    /// The text at a place.
    pub fn at(&self, place: Place) -> String {
        let text = self.text(place.source);
        text.get(place.range()).unwrap_or_default().to_owned()
    }

    /// Where a problem is, as people write it: `service.yaml:12:7`. None where it points
    /// into no text.
    pub fn location(&self, problem: &Problem) -> Option<String> {
        let place = pointed_at(self, problem)?;
        let (name, line) = (self.name(place.source), self.line(place));
        Some(format!("{name}:{line}:{}", self.column(place)))
    }

    /// A whole line, counted from 1.
    pub fn whole_line(&self, source: SourceId, line: usize) -> Place {
        let text = self.text(source);
        let mut lines = text.split_inclusive('\n');
        let start = lines
            .by_ref()
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        let length = lines.next().map_or(0, |line| line.trim_end().len());
        Place {
            source,
            start,
            end: start + length,
        }
    }

    /// The column of a place, counted in characters from 1.
    pub fn column(&self, place: Place) -> usize {
        let before = self.before(place);
        let line = before.rsplit('\n').next();
        line.unwrap_or_default().chars().count() + 1
    }

    /// The line of a place, counted from 1.
    pub fn line(&self, place: Place) -> usize {
        self.before(place).matches('\n').count() + 1
    }

    fn before(&self, place: Place) -> String {
        self.at(Place {
            start: 0,
            end: place.start,
            ..place
        })
    }
}

impl<'a> codespan_reporting::files::Files<'a> for Sources {
    type FileId = SourceId;
    type Name = Arc<str>;
    type Source = Arc<str>;

    fn name(&'a self, id: SourceId) -> Result<Arc<str>, codespan_reporting::files::Error> {
        Ok(Sources::name(self, id))
    }

    fn source(&'a self, id: SourceId) -> Result<Arc<str>, codespan_reporting::files::Error> {
        Ok(self.text(id))
    }

    fn line_index(
        &'a self,
        id: SourceId,
        byte: usize,
    ) -> Result<usize, codespan_reporting::files::Error> {
        let text = self.text(id);
        let before = text.as_bytes().get(..byte.min(text.len()));
        Ok(before
            .unwrap_or_default()
            .iter()
            .filter(|&&b| b == b'\n')
            .count())
    }

    fn line_range(
        &'a self,
        id: SourceId,
        line: usize,
    ) -> Result<Range<usize>, codespan_reporting::files::Error> {
        let text = self.text(id);
        let mut start = 0;
        for (index, piece) in text.split_inclusive('\n').enumerate() {
            if index == line {
                return Ok(start..start + piece.len());
            }
            start += piece.len();
        }
        Ok(text.len()..text.len())
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
