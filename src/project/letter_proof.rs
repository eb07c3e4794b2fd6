//! The shortest and the longest letter that the people of a spreadsheet make
//! possible, and the guide's own samples beside them, so that somebody can approve both before the run (NHS Notify asks for
//! proofs of both: NHSDigital/nhs-notify-web-cms).

use std::collections::BTreeMap;

use super::Project;
use super::letter_printer::LetterPrinter;
use super::letters::{Letters, TONGUE};
use super::sample::Length;
use crate::deliver::PROOFS;
use crate::press;
use crate::problem::{Failure, Problem, Sources};
use crate::tailor::Person;

/// A proof, ready to be written. It shows what stands in people's rows.
#[derive(Debug)]
pub struct LetterProof {
    /// Its name, without a folder.
    pub name: &'static str,
    /// Whose letter it is, and what is drawn on it: `the longest of each column`.
    pub what: &'static str,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

impl Project {
    /// Prints two letters, one with the shortest, one with the longest that stands in
    /// each column, each made from the rows of several people; and the letters of the
    /// guide's short, medium and long samples, where it has them.
    ///
    /// # Errors
    /// What is wrong with one of them.
    pub fn proof_letters(
        &self,
        letters: &Letters,
        sources: &mut Sources,
    ) -> Result<Vec<LetterProof>, Failure> {
        let mut printer = LetterPrinter::new(self, &letters.made)?;
        let persons = self.proof_persons(letters)?;
        let proofs = PROOFS.into_iter().zip(persons);
        proofs
            .filter_map(|(name, (what, person))| Some((name, what, person?)))
            .map(|(name, what, person)| {
                let printed = printer.alone(&person, name, sources);
                let printed =
                    printed.map_err(|failure| name_proof(failure, letters.file(), what))?;
                Ok(LetterProof {
                    name,
                    what,
                    pdf: printed.pdf,
                    pages: printed.pages,
                })
            })
            .collect()
    }

    /// Whom the proofs are for, in the order of [`PROOFS`].
    fn proof_persons(
        &self,
        letters: &Letters,
    ) -> Result<[(&'static str, Option<Person>); 5], Failure> {
        let guide = &letters.made.guide;
        let persons = self.all_persons(letters);
        let sample = |length| match guide.samples {
            Some(_) => self.sample(guide, TONGUE, length).map(Some),
            None => Ok(None),
        };
        Ok([
            ("the shortest of each column", combined(&persons, shortest)),
            ("the longest of each column", combined(&persons, longest)),
            ("the guide's short sample", sample(Length::Short)?),
            ("the guide's medium sample", sample(Length::Medium)?),
            ("the guide's long sample", sample(Length::Long)?),
        ])
    }

    fn all_persons(&self, letters: &Letters) -> Vec<Person> {
        let all = 0..letters.count();
        all.map(|letter| letters.person(self, letter)).collect()
    }

    /// Prints the letter with the longest that stands in each column, and draws on it
    /// what its post asks for. Also a letter that breaks it: this is where one sees how.
    ///
    /// # Errors
    /// Where there is nothing to draw, and what is wrong with the letter.
    pub fn overlay_letter(
        &self,
        letters: &Letters,
        sources: &mut Sources,
    ) -> Result<Option<LetterProof>, Failure> {
        let post = self.parts.service.letters.post();
        if !press::has_overlay(post) {
            return Err(
                Problem::error("there is nothing to draw without an envelope")
                    .help("say which with `--post`: `dl`, `c5`, `notify` or `nhs-notify`")
                    .into(),
            );
        }
        let persons = self.all_persons(letters);
        let Some(person) = combined(&persons, longest) else {
            return Ok(None);
        };
        let [.., name] = PROOFS;
        let mut printer = LetterPrinter::new(self, &letters.made)?;
        let printed = printer.overlaid(&person, name, sources)?;
        Ok(Some(LetterProof {
            name,
            what: "the longest of each column, with what the post asks for drawn on it",
            pdf: printed.pdf,
            pages: printed.pages,
        }))
    }
}

/// Takes one of several people, by how long something of theirs is.
type Pick = fn(&[Person], &dyn Fn(&Person) -> usize) -> Option<usize>;

fn shortest(persons: &[Person], length: &dyn Fn(&Person) -> usize) -> Option<usize> {
    (0..persons.len()).min_by_key(|index| length(&persons[*index]))
}

fn longest(persons: &[Person], length: &dyn Fn(&Person) -> usize) -> Option<usize> {
    // From the last to the first, so that of equal ones the first is taken.
    (0..persons.len())
        .rev()
        .max_by_key(|index| length(&persons[*index]))
}

/// Somebody put together column by column. An address and a place stay whole: half
/// of one and half of another is nowhere.
fn combined(persons: &[Person], pick: Pick) -> Option<Person> {
    let by = |length: &dyn Fn(&Person) -> usize| Some(&persons[pick(persons, length)?]);
    let place = by(&|person| {
        letters(&person.place_access) + letters(&person.place_name) + block(&person.place_address)
    })?;
    let mut fields = BTreeMap::new();
    for key in persons.first()?.fields.keys() {
        let field = |person: &Person| person.fields.get(key).cloned().unwrap_or_default();
        let person = by(&|person| letters(&field(person)))?;
        fields.insert(key.clone(), field(person));
    }
    Some(Person {
        name: by(&|person| letters(&person.name))?.name.clone(),
        address: by(&|person| block(&person.address))?.address.clone(),
        appointment_date: by(&|person| letters(&person.appointment_date))?
            .appointment_date
            .clone(),
        appointment_time: by(&|person| letters(&person.appointment_time))?
            .appointment_time
            .clone(),
        place_name: place.place_name.clone(),
        place_address: place.place_address.clone(),
        place_access: place.place_access.clone(),
        reference: by(&|person| letters(&person.reference))?.reference.clone(),
        fields,
    })
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// A line more counts for more than any line's length.
fn block(lines: &[String]) -> usize {
    const LINE: usize = 10_000;
    lines.len() * LINE + lines.iter().map(|line| letters(line)).sum::<usize>()
}

fn name_proof(failure: Failure, file: &str, what: &str) -> Failure {
    let named = |problem: Problem| Problem {
        message: format!("{file}, {what}: {}", problem.message),
        ..problem
    };
    match failure {
        Failure::Input(problems) => Failure::Input(problems.into_iter().map(named).collect()),
        other => other,
    }
}
