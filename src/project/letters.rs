//! A letter guide, printed for one person after the other.

use std::fmt::Display;

use super::printing::{ident, misfits};
use super::{Made, Project};
use crate::press;
use crate::problem::{Failure, Problem, Severity, Sources};
use crate::read::Kind;
use crate::read::people::People;
use crate::read::table::{RowFault, problems_of};
use crate::tailor::Person;
use crate::typeset::Typesetter;

/// Letters are in the first language of their service: it has no other.
pub(super) const TONGUE: usize = 0;

/// Letters, judged and ready to be set: every row that is left is known to be good.
pub struct Letters {
    made: Made,
    people: People,
    pub(super) persons: Vec<Person>,
    bad_rows: BadRows,
}

/// The code of a row whose letter was set and is not right.
const DOES_NOT_FIT: &str = "does-not-fit";

/// A letter as the typesetter leaves it.
pub(super) struct PrintedLetter {
    pub(super) pdf: Vec<u8>,
    pub(super) pages: usize,
    warnings: Vec<Problem>,
}

/// One finished letter.
#[derive(Debug)]
pub struct FinishedLetter {
    /// Counted from 1, in the order of the rows.
    pub number: usize,
    /// The row in the spreadsheet: its header is row 1.
    pub row: usize,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// What becomes of a row that cannot be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRows {
    /// Nobody's letter is printed.
    Refuse,
    /// Everybody else's is printed, and the row is named.
    LeaveOut,
}

/// What a run said beside its letters.
#[derive(Debug, Default)]
pub struct Said {
    /// What Typst warned of, each thing once.
    pub warnings: Vec<Problem>,
    /// Why rows were left out when their letters were set.
    pub faults: Vec<RowFault>,
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
        (file, bytes): (&str, &[u8]),
        bad_rows: BadRows,
        sources: &mut Sources,
    ) -> Result<Letters, Failure> {
        let mut made = self.letter(id, sources)?;
        let pages = self.set(&made, TONGUE, sources)?;
        made.notes = self.refuse_errors(&made, &pages, TONGUE, sources)?;
        // They are said again with the letters.
        made.notes.retain(|note| !pages.warnings.contains(note));
        let (mut people, persons) = self.people(&made, file, bytes)?;
        if bad_rows == BadRows::Refuse || persons.is_empty() {
            people = people.whole()?;
        }
        Ok(Letters {
            made,
            people,
            persons,
            bad_rows,
        })
    }

    /// Judges the people of a letter, lays out every letter and keeps none. Says what
    /// is doubtful, and whose letter does not fit.
    ///
    /// # Errors
    /// As for [`Project::letters`], but for what is wrong with the guide's own pages.
    pub fn preflight(
        &self,
        id: &str,
        file: &str,
        bytes: &[u8],
        sources: &mut Sources,
    ) -> Result<Vec<Problem>, Failure> {
        let made = self.letter(id, sources)?;
        let (people, persons) = self.people(&made, file, bytes)?;
        let letters = Letters {
            made,
            people: people.whole()?,
            persons,
            bad_rows: BadRows::LeaveOut,
        };
        let set = self.print_letters(&letters, sources, |_| Ok(()))?;
        let misfits = problems_of(file, &set.faults);
        Ok([letters.people.said(), misfits].concat())
    }

    /// A guide that is a letter, made for the one language of the service.
    fn letter(&self, id: &str, sources: &mut Sources) -> Result<Made, Failure> {
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

    /// Sets and presses every letter, and hands each on as it is finished. Where bad
    /// rows are left out, so is one whose letter does not fit.
    ///
    /// # Errors
    /// What is wrong with a letter, naming its row; what `each` says.
    pub fn print_letters(
        &self,
        letters: &Letters,
        sources: &mut Sources,
        mut each: impl FnMut(FinishedLetter) -> Result<(), Failure>,
    ) -> Result<Said, Failure> {
        let mut typesetter = self.letter_setter(letters)?;
        let rows = letters.people.rows.iter().zip(&letters.persons);
        let mut said = Said::default();
        for (number, (row, person)) in (1..).zip(rows) {
            let set = self.print_letter(&mut typesetter, letters, person, &number, sources);
            match set.map_err(|failure| name_row(failure, &letters.people.name, row.row)) {
                Ok(printed) => {
                    warned(printed.warnings, &mut said.warnings);
                    each(FinishedLetter {
                        number,
                        row: row.row,
                        pages: printed.pages,
                        pdf: printed.pdf,
                    })?;
                }
                Err(Failure::Input(problems)) if letters.bad_rows == BadRows::LeaveOut => {
                    said.faults
                        .extend(problems.into_iter().map(|problem| RowFault {
                            row: row.row,
                            column: String::new(),
                            code: DOES_NOT_FIT,
                            problem: problem.rule(DOES_NOT_FIT),
                        }));
                }
                Err(other) => return Err(other),
            }
        }
        Ok(said)
    }

    pub(super) fn letter_setter(&self, letters: &Letters) -> Result<Typesetter<'_>, Failure> {
        Typesetter::new(
            &letters.made.publication,
            letters.made.pictures.clone(),
            &self.parts.fonts,
            &self.shelf,
            self.options.date,
        )
    }

    /// Sets and presses the letter of one person; `key` tells its file from the others.
    pub(super) fn print_letter(
        &self,
        typesetter: &mut Typesetter,
        letters: &Letters,
        person: &Person,
        key: &dyn Display,
        sources: &mut Sources,
    ) -> Result<PrintedLetter, Failure> {
        let publication = &letters.made.publication;
        let pages = typesetter.set_for(person, sources)?;
        refuse(misfits(publication, &pages))?;
        let ident = format!("{} {key}", ident(publication));
        let pdf = press::screen(&pages.document, &ident, self.options.date)?;
        refuse(self.post_faults(&pdf)?)?;
        Ok(PrintedLetter {
            pdf,
            pages: pages.document.pages().len(),
            warnings: pages.warnings,
        })
    }
}

impl Letters {
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
        self.persons.len()
    }

    /// Tells these letters from all others.
    pub(super) fn ident(&self) -> String {
        ident(&self.made.publication)
    }

    /// The spreadsheet, as messages call it.
    pub fn file(&self) -> &str {
        &self.people.name
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

fn warned(found: Vec<Problem>, warnings: &mut Vec<Problem>) {
    for problem in found {
        if !warnings.contains(&problem) {
            warnings.push(problem);
        }
    }
}

fn refuse(problems: Vec<Problem>) -> Result<(), Failure> {
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.into())
    }
}

fn name_row(failure: Failure, file: &str, row: usize) -> Failure {
    match failure {
        Failure::Input(problems) => Failure::Input(
            problems
                .into_iter()
                .map(|problem| Problem {
                    message: format!("{file}:{row}: {}", problem.message),
                    ..problem
                })
                .collect(),
        ),
        other => other,
    }
}
