//! The texts that problems point into.

use std::ops::Range;

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

#[derive(Debug)]
struct Source {
    name: String,
    text: String,
}

/// Every text that was read, kept so that a problem can show the line it means.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Keeps a text under the name a person knows it by (a path as they would type it).
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> SourceId {
        let id = SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source {
            name: name.into(),
            text: text.into(),
        });
        id
    }

    /// Keeps a text, unless one of the same name is kept already.
    pub fn add_once(&mut self, name: &str, text: &str) -> SourceId {
        match (0..).zip(&self.files).find(|(_, file)| file.name == name) {
            Some((number, _)) => SourceId(number),
            None => self.add(name, text),
        }
    }

    /// The name of a source.
    pub fn name(&self, id: SourceId) -> &str {
        self.files.get(id.0 as usize).map_or("", |file| &file.name)
    }

    /// The whole text of a source.
    pub fn text(&self, id: SourceId) -> &str {
        self.files.get(id.0 as usize).map_or("", |file| &file.text)
    }

    /// The text at a place.
    pub fn at(&self, place: Place) -> &str {
        self.text(place.source)
            .get(place.range())
            .unwrap_or_default()
    }

    /// A whole line, counted from 1.
    pub fn whole_line(&self, source: SourceId, line: usize) -> Place {
        let mut lines = self.text(source).split_inclusive('\n');
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

    /// The line of a place, counted from 1.
    pub fn line(&self, place: Place) -> usize {
        let before = self.text(place.source).get(..place.start);
        before.unwrap_or_default().matches('\n').count() + 1
    }
}

impl<'a> codespan_reporting::files::Files<'a> for Sources {
    type FileId = SourceId;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: SourceId) -> Result<&'a str, codespan_reporting::files::Error> {
        Ok(Sources::name(self, id))
    }

    fn source(&'a self, id: SourceId) -> Result<&'a str, codespan_reporting::files::Error> {
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
