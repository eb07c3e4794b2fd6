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
    /// A file that is read again for another guide or language keeps its id, so that
    /// the same mistake in it is the same problem.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> SourceId {
        let (name, text) = (name.into(), text.into());
        let same = |file: &Source| file.name == name && file.text == text;
        let number = self.files.iter().position(same);
        let id = SourceId(u32::try_from(number.unwrap_or(self.files.len())).unwrap_or(u32::MAX));
        if number.is_none() {
            self.files.push(Source { name, text });
        }
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

    /// The column of a place, counted in characters from 1.
    pub fn column(&self, place: Place) -> usize {
        let before = self.text(place.source).get(..place.start);
        let line = before.unwrap_or_default().rsplit('\n').next();
        line.unwrap_or_default().chars().count() + 1
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_read_again_is_the_same_file_until_it_says_something_else() {
        let mut sources = Sources::default();
        let first = sources.add("overrides/a.yaml", "sections: {}");
        assert_ne!(sources.add("overrides/b.yaml", "sections: {}"), first);
        assert_eq!(sources.add("overrides/a.yaml", "sections: {}"), first);
        let changed = sources.add("overrides/a.yaml", "sections: {a: drop}");
        assert_ne!(changed, first);
        assert_eq!(sources.text(first), "sections: {}");
    }
}
