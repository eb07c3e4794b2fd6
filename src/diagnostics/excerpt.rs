//! The lines of a file that a problem points at, as a terminal may show them: a line is
//! as long as somebody can read, and no character in it is hidden or obeyed.

use std::ops::Range;

use codespan_reporting::files::{self, Error, Files};

use super::shown::push_shown;
use super::{Place, Sources};

/// The most characters of a line that are shown.
const MOST: usize = 200;
/// How many of them may stand before what is pointed at.
const BEFORE: usize = 60;

/// The files that the labels of one problem point into.
#[derive(Default)]
pub(super) struct Excerpts(Vec<Excerpt>);

/// A file of them.
struct Excerpt {
    source: usize,
    name: String,
    text: String,
    /// Where each line starts in the text.
    starts: Vec<usize>,
    /// Where labels start in it, and in which column of the file that is.
    columns: Vec<(usize, usize)>,
}

impl Excerpts {
    /// The files of these places. Gives where each place stands in its excerpt.
    pub(super) fn of(sources: &Sources, places: &[Place]) -> (Self, Vec<Range<usize>>) {
        let mut excerpts = Self::default();
        let mut ranges = vec![0..0; places.len()];
        for place in places {
            let source = place.source;
            if excerpts.find(source.index()).is_ok() {
                continue;
            }
            let same = places.iter().zip(&mut ranges);
            let mut labels: Vec<_> = same
                .filter(|(place, _)| place.source == source)
                .map(|(place, range)| (place.range(), range))
                .collect();
            let mut excerpt = Excerpt::new(source.index(), &sources.name(source));
            excerpt.fill(&sources.text(source), &mut labels);
            excerpts.0.push(excerpt);
        }
        (excerpts, ranges)
    }

    fn find(&self, source: usize) -> Result<&Excerpt, Error> {
        let found = self.0.iter().find(|excerpt| excerpt.source == source);
        found.ok_or(Error::FileMissing)
    }
}

/// A place in the file, and where it stands in the excerpt.
type Label<'l> = (Range<usize>, &'l mut Range<usize>);

impl Excerpt {
    fn new(source: usize, name: &str) -> Self {
        Self {
            source,
            name: super::shown(name).into_owned(),
            text: String::new(),
            starts: Vec::new(),
            columns: Vec::new(),
        }
    }

    fn fill(&mut self, text: &str, labels: &mut [Label]) {
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            self.add_line(line.trim_end_matches(['\n', '\r']), start, labels);
            self.text.push('\n');
            start += line.len();
        }
        // What points past the last character, or into a file that says nothing.
        self.add_line("", start, labels);
        self.starts = files::line_starts(&self.text).collect();
    }

    /// Adds a line of the file that starts at this byte of it, or the part of a long line
    /// round the first label in it.
    fn add_line(&mut self, line: &str, start: usize, labels: &mut [Label]) {
        let end = start + line.len();
        let here = labels.iter_mut();
        let mut here: Vec<&mut Label> = here
            .filter(|(file, _)| (start..=end).contains(&file.start))
            .collect();
        let column = |byte: usize| {
            let before = line.get(..byte.min(end) - start).unwrap_or_default();
            before.chars().count()
        };
        let is_long = line.chars().nth(MOST).is_some();
        let first = here.iter().map(|(file, _)| file.start).min();
        let skipped = first.filter(|_| is_long).map_or(0, column);
        let skipped = skipped.saturating_sub(BEFORE);
        if skipped > 0 {
            self.text.push('…');
        }
        // Where each character of the line stands, and where the last one ends.
        let mut stands = Vec::new();
        for character in line.chars().skip(skipped).take(MOST) {
            stands.push(self.text.len());
            push_shown(&mut self.text, character);
        }
        stands.push(self.text.len());
        let stands = |column: usize| {
            let last = stands.len() - 1;
            stands[column.saturating_sub(skipped).min(last)]
        };
        for (file, shown) in &mut here {
            let (from, to) = (column(file.start), column(file.end));
            **shown = stands(from)..stands(to);
            self.columns.push((shown.start, from + 1));
        }
        if is_long && line.chars().nth(skipped + MOST).is_some() {
            self.text.push('…');
        }
    }
}

impl<'a> Files<'a> for Excerpts {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, source: usize) -> Result<&'a str, Error> {
        Ok(&self.find(source)?.name)
    }

    fn source(&'a self, source: usize) -> Result<&'a str, Error> {
        Ok(&self.find(source)?.text)
    }

    fn line_index(&'a self, source: usize, byte: usize) -> Result<usize, Error> {
        let starts = &self.find(source)?.starts;
        Ok(starts.partition_point(|start| *start <= byte) - 1)
    }

    fn line_range(&'a self, source: usize, line: usize) -> Result<Range<usize>, Error> {
        let excerpt = self.find(source)?;
        let start = |line: usize| excerpt.starts.get(line).copied();
        let too_large = Error::LineTooLarge {
            given: line,
            max: excerpt.starts.len(),
        };
        let from = start(line).ok_or(too_large)?;
        Ok(from..start(line + 1).unwrap_or(excerpt.text.len()))
    }

    fn column_number(&'a self, source: usize, line: usize, byte: usize) -> Result<usize, Error> {
        let excerpt = self.find(source)?;
        let known = excerpt.columns.iter().find(|(start, _)| *start == byte);
        match known {
            Some((_, column)) => Ok(*column),
            None => {
                let range = self.line_range(source, line)?;
                Ok(files::column_index(&excerpt.text, range, byte) + 1)
            }
        }
    }
}
