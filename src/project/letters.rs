//! A letter guide and the people of a spreadsheet, judged before any letter is set.

use super::{Made, Project};
use crate::checksum::sha256_hex;
use crate::problem::{Failure, Problem, Severity, Sources};
use crate::read::Kind;
use crate::read::people::{People, PersonRow};
use crate::read::table::RowFault;
use crate::tailor::{Person, Publication};

/// Letters are in the first language of their service: it has no other.
pub(super) const TONGUE: usize = 0;

/// A spreadsheet of people.
#[derive(Debug, Clone, Copy)]
pub struct PeopleList<'a> {
    /// The file, as messages call it.
    pub file: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
    /// The column that files are called after.
    pub name_by: Option<&'a str>,
}

/// Letters, judged and ready to be set: every row that is left is known to be good.
pub struct Letters {
    pub(super) made: Made,
    people: People,
    bad_rows: BadRows,
    /// The checksum of the spreadsheet.
    checksum: String,
}

/// What becomes of a row that cannot be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRows {
    /// Nobody's letter is printed.
    Refuse,
    /// Everybody else's is printed, and the row is named.
    LeaveOut,
}

impl Project {
    /// Judges a letter, set for somebody invented, and then the people it is for:
    /// columns, addresses, dates, places and characters, before any letter is set.
    ///
    /// # Errors
    /// Every error in the letter; every mistake of one kind in the spreadsheet, where
    /// bad rows are refused or no row is good; where the guide is no letter.
    pub fn letters(
        &self,
        id: &str,
        list: &PeopleList,
        bad_rows: BadRows,
        sources: &mut Sources,
    ) -> Result<Letters, Failure> {
        let mut made = self.letter(id, sources)?;
        let pages = self.set(&made, TONGUE, sources)?;
        made.notes = self.refuse_errors(&made, &pages, TONGUE, sources)?;
        // They are said again with the letters.
        made.notes.retain(|note| !pages.warnings.contains(note));
        let mut people = self.people(&made, list)?;
        if bad_rows == BadRows::Refuse || people.rows.is_empty() {
            people = people.whole()?;
        }
        Ok(Letters::new(made, people, bad_rows, list))
    }

    /// A guide that is a letter, made for the one language of the service.
    pub(super) fn letter(&self, id: &str, sources: &mut Sources) -> Result<Made, Failure> {
        if let [_, second, ..] = self.parts.service.languages.as_slice() {
            return Err(Problem::error(
                "a letter is in one language, and this service has several",
            )
            .at(second.place)
            .help("say which with `--language`, once for each group of people")
            .into());
        }
        let made = self.make(id, TONGUE, sources)?;
        if made.guide.kind.value != Kind::Letter {
            return Err(Problem::error(format!(
                "`{id}` is a {}, not a letter",
                made.guide.kind.value.id()
            ))
            .help(format!("print it with `leafwright build {id}`"))
            .into());
        }
        Ok(made)
    }
}

impl Letters {
    pub(super) fn new(made: Made, people: People, bad_rows: BadRows, list: &PeopleList) -> Self {
        Self {
            made,
            people,
            bad_rows,
            checksum: sha256_hex(list.bytes),
        }
    }

    /// What reading said, short of an error.
    pub fn notes(&self) -> Vec<Problem> {
        [self.made.notes.clone(), self.people.said()].concat()
    }

    /// How many warnings there are, also those beyond what [`Letters::notes`] says.
    pub fn warnings(&self) -> usize {
        let people = self.people.notes.iter().chain(&self.people.doubts);
        let all = self.made.notes.iter().chain(people);
        all.filter(|problem| problem.severity == Severity::Warning)
            .count()
    }

    /// How many letters there are.
    pub fn count(&self) -> usize {
        self.people.rows.len()
    }

    /// The people, in the order of the spreadsheet.
    pub(super) fn rows(&self) -> &[PersonRow] {
        &self.people.rows
    }

    /// One of them, ready to print.
    pub(super) fn person(&self, project: &Project, letter: usize) -> Person {
        project.person(&self.people.rows[letter], &self.made.guide)
    }

    /// The guide's id.
    pub fn guide(&self) -> &str {
        &self.made.guide.guide.value
    }

    pub(super) fn publication(&self) -> &Publication {
        &self.made.publication
    }

    pub(super) fn bad_rows(&self) -> BadRows {
        self.bad_rows
    }

    /// The spreadsheet, as messages call it.
    pub fn file(&self) -> &str {
        &self.people.name
    }

    /// The SHA-256 of the spreadsheet.
    pub fn checksum(&self) -> &str {
        &self.checksum
    }

    /// Why rows are left out.
    pub fn faults(&self) -> &[RowFault] {
        &self.people.faults
    }

    /// How many rows of the spreadsheet hold nothing.
    pub fn blank_rows(&self) -> usize {
        self.people.blank
    }
}
