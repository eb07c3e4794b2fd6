//! Which of a spreadsheet's columns is which of ours.

use std::borrow::Cow;

use super::words::{ColumnWords, Piece, bare};
use crate::diagnostics::{Help, Problem, Way, listed};
use crate::read::service::ColumnMap;
use crate::read::table::{Row, Table, column_letters};

/// Where one of our columns stands in a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// Our name for it.
    pub(crate) ours: String,
    /// What a person is told: the spreadsheet's name, where that is another.
    pub(crate) shown: String,
    /// The cells it is joined from, as indices into a row.
    pub(crate) at: Vec<usize>,
    /// Whether the column words told us so, and nobody else.
    pub(crate) is_guess: bool,
}

impl Column {
    /// What a row says there: its cells that hold something, with spaces between them.
    pub(crate) fn text<'r>(&self, row: &'r Row) -> Cow<'r, str> {
        let cell = |index: &usize| row.cells.get(*index).map_or("", String::as_str);
        match self.at.as_slice() {
            [only] => Cow::Borrowed(cell(only)),
            several => {
                let cells = several.iter().map(|index| cell(index).trim());
                let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
                Cow::Owned(filled.join(" "))
            }
        }
    }
}

/// The first row of a spreadsheet, and what its names mean.
pub(crate) struct Headings<'a> {
    table: &'a Table,
    bare: Vec<String>,
    map: &'a ColumnMap,
    words: &'a ColumnWords,
}

impl<'a> Headings<'a> {
    pub(crate) fn new(table: &'a Table, map: &'a ColumnMap, words: &'a ColumnWords) -> Self {
        Self {
            table,
            bare: table.header.iter().map(|name| bare(name)).collect(),
            map,
            words,
        }
    }

    /// Every column that is called so.
    pub(super) fn called(&self, name: &str) -> Vec<usize> {
        let wanted = bare(name);
        let all = self.bare.iter().enumerate();
        all.filter(|(_, found)| **found == wanted)
            .map(|(index, _)| index)
            .collect()
    }

    /// Where one of ours is: as the service says, or under its own name, or under another
    /// that can mean nothing else.
    ///
    /// # Errors
    /// Where that cannot be told for certain.
    pub(crate) fn find(&self, ours: &str) -> Result<Option<Column>, Box<Problem>> {
        if let Some(column) = self.mapped(ours)? {
            return Ok(Some(column));
        }
        if let Some(index) = self.once(ours)? {
            return Ok(Some(self.column(ours, vec![index], false)));
        }
        let known: Vec<usize> = (0..self.table.header.len())
            .filter(|index| self.words.means(&self.table.header[*index], ours))
            .filter(|index| !self.is_mapped(*index) && self.holds_something(*index))
            .collect();
        match known.as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(self.column(ours, vec![*only], true))),
            several => Err(self.which_of(ours, several).into()),
        }
    }

    fn column(&self, ours: &str, at: Vec<usize>, is_guess: bool) -> Column {
        let shown = match at.as_slice() {
            [only] if bare(&self.table.header[*only]) != bare(ours) => {
                self.table.header[*only].clone()
            }
            _ => ours.to_owned(),
        };
        Column {
            ours: ours.to_owned(),
            shown,
            at,
            is_guess,
        }
    }

    /// The column of this name.
    ///
    /// # Errors
    /// Where there are two of it.
    fn once(&self, name: &str) -> Result<Option<usize>, Box<Problem>> {
        match self.called(name).as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(*only)),
            several => Err(self.twice(name, several).into()),
        }
    }

    /// As the service's settings have it. Where the spreadsheet has none of the columns
    /// they name, it is of another kind, and they say nothing.
    fn mapped(&self, ours: &str) -> Result<Option<Column>, Box<Problem>> {
        let wanted = bare(ours);
        let mut entries = self.map.iter();
        let Some((_, names)) = entries.find(|(key, _)| bare(key) == wanted) else {
            return Ok(None);
        };
        let (mut at, mut missing) = (Vec::new(), Vec::new());
        for name in names.iter() {
            match self.once(&name.value)? {
                Some(index) => at.push(index),
                None => missing.push(name),
            }
        }
        match missing.first() {
            None => Ok(Some(self.column(ours, at, false))),
            Some(_) if at.is_empty() => Ok(None),
            Some(first) => {
                let quoted: Vec<String> = missing
                    .iter()
                    .map(|name| format!("`{}`", name.value))
                    .collect();
                Err(Problem::error(format!(
                    "{} has no column {}, of which `{ours}` is made",
                    self.table.name,
                    listed(&quoted, "or")
                ))
                .at(first.place)
                .help("correct the name here or in the spreadsheet, or take it out")
                .into())
            }
        }
    }

    /// Whether the service says what this column is.
    fn is_mapped(&self, index: usize) -> bool {
        let mut names = self.map.values().flat_map(|names| names.iter());
        names.any(|name| bare(&name.value) == self.bare[index])
    }

    /// How many columns sound like pieces of an address.
    pub(super) fn pieces_of_an_address(&self) -> usize {
        let header = self.table.header.iter().enumerate();
        let pieces = header.filter(|(index, name)| {
            let piece = self.words.piece(name);
            matches!(piece, Some((Piece::Address, _))) && self.holds_something(*index)
        });
        pieces.count()
    }

    pub(crate) fn holds_something(&self, index: usize) -> bool {
        let mut cells = self.table.rows.iter().map(|row| row.cells.get(index));
        cells.any(|cell| cell.is_some_and(|cell| !cell.trim().is_empty()))
    }

    fn twice(&self, name: &str, at: &[usize]) -> Problem {
        let letters: Vec<String> = at.iter().map(|index| column_letters(*index)).collect();
        Problem::error(format!(
            "{} has the column `{name}` {} times: {}",
            self.table.name,
            at.len(),
            letters.join(", ")
        ))
        .help("keep the one that is right and delete or rename the others")
    }

    fn which_of(&self, ours: &str, several: &[usize]) -> Problem {
        let names: Vec<String> = several
            .iter()
            .map(|index| format!("`{}`", self.table.header[*index]))
            .collect();
        Problem::error(format!(
            "{} has {} columns that may be `{ours}`: {}",
            self.table.name,
            several.len(),
            listed(&names, "and")
        ))
        .help(format!(
            "say which under `letters: columns:` in service.yaml, as in {ours}: {}",
            self.table.header[several[0]]
        ))
        .help(Help::from(Way::Columns).then(" writes the lines to paste"))
    }
}
