//! The columns that nothing is done with: which of them matter all the same.

use std::collections::BTreeSet;

use super::words::bare;
use super::{Column, ColumnWords, Headings, NAME, Piece, REFERENCE};
use crate::diagnostics::{Help, Problem, Way, closest, did_you_mean, listed};
use crate::read::table::{Table, column_letters};
use crate::read::yaml::Text;

/// Where a service says what a column is.
const IN_SETTINGS: &str = "under `letters: columns:` in service.yaml";

/// The columns that nothing is done with.
pub(super) struct Spare<'t> {
    pub(super) table: &'t Table,
    pub(super) headings: &'t Headings<'t>,
    pub(super) words: &'t ColumnWords,
    /// Those of which the service says that nothing is to be done with them.
    pub(super) unused: &'t [Text],
    pub(super) used: &'t BTreeSet<usize>,
    /// Names that the spreadsheet has no column for.
    pub(super) free: Vec<&'t str>,
}

impl Spare<'_> {
    /// Every column that is missing, and every one that should not be left unused.
    pub(super) fn problems(&self, required: &[&str], address: &[Column]) -> Vec<Problem> {
        let is_missing = |name: &&&str| self.free.contains(name);
        let missing = required.iter().filter(is_missing);
        let mut problems: Vec<Problem> = missing.map(|wanted| self.missing(wanted)).collect();
        if let Some(last) = problems.last_mut() {
            let columns = Help::from(Way::Columns).then(" shows what each column is read as");
            last.help.push(columns);
        }
        problems.extend(self.pieces(Piece::Address));
        if !self.free.contains(&NAME) {
            problems.extend(self.pieces(Piece::Name));
        }
        problems.extend(self.unnamed_within(address));
        problems.extend(self.mistyped(required));
        problems
    }

    /// Columns that are spare, with their names where those can be shown.
    fn columns(&self) -> impl Iterator<Item = (usize, &str)> {
        let header = self.table.header.iter().enumerate();
        let unused = |name: &str| {
            let mut unused = self.unused.iter();
            unused.any(|text| bare(&text.value) == bare(name))
        };
        header
            .map(|(index, name)| (index, name.as_str()))
            .filter(move |(index, name)| !self.used.contains(index) && !unused(name))
    }

    fn missing(&self, wanted: &str) -> Problem {
        let file = &self.table.name;
        let problem = Problem::error(format!("{file} has no column `{wanted}`"));
        if wanted == NAME {
            let pieces = self.pieces_of(Piece::Name);
            if pieces.len() > 1 {
                let names = pieces.join(", ");
                return problem.help(format!("write {IN_SETTINGS}: name: [{names}]"));
            }
        }
        let mut names = self.columns().map(|(_, name)| name);
        let like = names.find(|name| did_you_mean(name, [wanted]).is_some());
        problem.help(match (like, wanted) {
            (Some(name), _) => {
                format!("if the column `{name}` holds it, change that name to `{wanted}`")
            }
            (None, REFERENCE) => {
                format!("add a column named `{wanted}`; its cells may stay empty")
            }
            (None, _) => format!("add a column named `{wanted}`, with a cell for every person"),
        })
    }

    /// Spare columns that sound like pieces of a name or an address, in their order.
    fn pieces_of(&self, piece: Piece) -> Vec<&str> {
        let mut pieces: Vec<(usize, usize, &str)> = self
            .columns()
            .filter(|(index, _)| self.headings.holds_something(*index))
            .filter_map(|(index, name)| match self.words.piece(name)? {
                // A name has its own order, an address that of the spreadsheet.
                (Piece::Name, order) if piece == Piece::Name => Some((order, index, name)),
                (Piece::Address, _) if piece == Piece::Address => Some((0, index, name)),
                _ => None,
            })
            .collect();
        pieces.sort_unstable();
        pieces.into_iter().map(|(_, _, name)| name).collect()
    }

    /// A letter without a surname or a town goes to nobody.
    fn pieces(&self, piece: Piece) -> Option<Problem> {
        let names = self.pieces_of(piece);
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let (sounds, example) = match piece {
            Piece::Name => ("a name", "name: [Title, Forename, Surname]".to_owned()),
            Piece::Address => {
                let line = names.first()?;
                let free = self.free.iter().find(|name| name.starts_with("address"));
                let free = free.copied().unwrap_or("address line 3");
                ("an address", format!("{free}: {line}"))
            }
        };
        if quoted.is_empty() {
            return None;
        }
        Some(
            Problem::error(format!(
                "{} has {}, which sounds like a part of {sounds} and which no letter uses",
                self.table.name,
                listed(&quoted, "and")
            ))
            .help(format!(
                "if it is printed, say so {IN_SETTINGS}, as in {example}"
            ))
            .help(Help::from(Way::Columns).then(" writes the lines to paste"))
            .help(format!(
                "if it is not, write under `letters:` in service.yaml: unused-columns: [{}]",
                names.join(", ")
            )),
        )
    }

    /// What stands between two lines of an address is one of them.
    fn unnamed_within(&self, address: &[Column]) -> Vec<Problem> {
        let at = || address.iter().flat_map(|column| column.at.iter().copied());
        let (Some(first), Some(last)) = (at().min(), at().max()) else {
            return Vec::new();
        };
        self.columns()
            .filter(|(index, name)| name.is_empty() && (first..last).contains(index))
            .filter(|(index, _)| self.headings.holds_something(*index))
            .map(|(index, _)| {
                Problem::error(format!(
                    "{}: column {} stands between columns of the address and has no name",
                    self.table.name,
                    column_letters(index)
                ))
                .help("give it a name in the first row, such as `address line 2`, or clear it")
            })
            .collect()
    }

    /// Columns whose names look like ones that are not there.
    fn mistyped(&self, required: &[&str]) -> Vec<Problem> {
        let missing = required.iter().filter(|name| self.free.contains(name));
        let missing: Vec<&str> = missing.copied().collect();
        self.columns()
            .filter(|(_, name)| self.words.piece(name).is_none())
            .filter_map(|(_, name)| Some((name, closest(name, self.free.iter().copied())?)))
            // The column that is missing says it already.
            .filter(|(_, wanted)| !missing.contains(wanted))
            .map(|(name, wanted)| {
                Problem::error(format!(
                    "{} has a column `{name}`, which no letter uses",
                    self.table.name
                ))
                .help(format!("if it is meant, change its name to `{wanted}`"))
                .help("if not, delete the column, or give it a name of its own")
            })
            .collect()
    }

    /// What is said of the others.
    pub(super) fn note(&self) -> Option<Problem> {
        let is_named = |name: &str| !name.is_empty() && is_shown(name);
        let is_there = |index, name: &str| !name.is_empty() || self.headings.holds_something(index);
        let named = self.columns().filter(|(_, name)| is_named(name));
        let unnamed = self.columns().filter(|(_, name)| !is_named(name));
        let unnamed = unnamed.filter(|(index, name)| is_there(*index, name));
        let said: Vec<String> = named
            .map(|(_, name)| format!("`{name}`"))
            .chain(unnamed.map(|(index, _)| format!("column {}", column_letters(index))))
            .collect();
        (!said.is_empty()).then(|| {
            let file = &self.table.name;
            Problem::note(format!(
                "{file}: not used in the letters: {}",
                said.join(", ")
            ))
            .help("nothing to do, unless a letter should say something from there")
        })
    }
}

/// Whether a header cell can be shown: in a file without a header, a person
/// stands there.
pub(crate) fn is_shown(name: &str) -> bool {
    name.chars().count() <= 24 && !name.chars().any(|character| character.is_ascii_digit())
}
