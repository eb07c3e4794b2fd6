//! The shortest and the longest letter that the people of a spreadsheet make
//! possible, and the guide's own samples beside them, so that somebody can approve them
//! before the run (NHS Notify asks for proofs of both extremes:
//! NHSDigital/nhs-notify-web-cms).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::archive::ProofName;
use super::event::Event;
use super::printer::LetterPrinter;
use super::run::LetterRun;
use crate::diagnostics::{Error, Failure, Help, Problem, Way};
use crate::output::{self, Privacy};
use crate::press;
use crate::publish::Length;
use crate::read::people::People;
use crate::tailor::Person;

/// A proof, ready to be written. It shows what stands in people's rows.
#[derive(Debug)]
pub struct LetterProof {
    /// Which it is.
    pub name: ProofName,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

impl LetterProof {
    /// Writes it into a folder, for its owner alone. Gives its path.
    ///
    /// # Errors
    /// Where the disk will not.
    pub fn write_into(&self, folder: &Path) -> Result<PathBuf, Failure> {
        let path = folder.join(self.name.file_name());
        output::write_whole(&path, &self.pdf, Privacy::Private)?;
        Ok(path)
    }
}

impl ProofName {
    /// Whose letter it is, and what is drawn on it: `the longest of each column`.
    pub fn what(self) -> &'static str {
        match self {
            Self::Shortest => "the shortest of each column",
            Self::Longest => "the longest of each column",
            Self::SampleShort => "the guide's short sample",
            Self::SampleMedium => "the guide's medium sample",
            Self::SampleLong => "the guide's long sample",
            Self::Overlay => "the longest of each column, with what the post asks for drawn on it",
        }
    }
}

impl LetterRun {
    /// Prints these proofs: with the shortest or the longest that stands in each column,
    /// each made from the rows of several people; to the guide's short, medium and long
    /// samples, where it has them; with what the post asks for drawn on it, also a letter
    /// that breaks it: this is where one sees how.
    ///
    /// # Errors
    /// What is wrong with one of them, or that there is nothing to draw.
    pub fn proof(
        &self,
        names: &[ProofName],
        mut on_event: impl FnMut(Event),
    ) -> Result<Vec<LetterProof>, Error> {
        self.located(|run| {
            run.warn_of_print_run(&mut on_event);
            let recipients = run.judge(run.options.bad_rows, &mut on_event)?;
            let people = &recipients.people;
            let persons = people.rows.iter().map(|row| run.person(&recipients, row));
            let persons: Vec<Person> = persons.collect::<Result<_, _>>()?;
            let mut printer = LetterPrinter::new(&run.workspace, &[Arc::clone(&run.prepared)])?;
            let mut proofs = Vec::new();
            for name in names {
                proofs.extend(run.proof_of(*name, &people, &persons, &mut printer)?);
            }
            Ok(proofs)
        })
    }

    fn proof_of(
        &self,
        name: ProofName,
        people: &People,
        persons: &[Person],
        printer: &mut LetterPrinter,
    ) -> Result<Option<LetterProof>, Failure> {
        let sample = |length| match self.prepared.guide.samples {
            Some(_) => self.workspace.sample(&self.prepared, length).map(Some),
            None => Ok(None),
        };
        if name == ProofName::Overlay
            && !press::has_overlay(self.workspace.service().letters.post())
        {
            let help = Help::from("say which").by(Way::Post);
            return Err(
                Problem::error("there is nothing to draw without an envelope")
                    .help(help.then(": `dl`, `c5`, `notify` or `nhs-notify`"))
                    .into(),
            );
        }
        let person = match name {
            ProofName::Shortest => combined(persons, shortest),
            ProofName::Longest | ProofName::Overlay => combined(persons, longest),
            ProofName::SampleShort => sample(Length::Short)?,
            ProofName::SampleMedium => sample(Length::Medium)?,
            ProofName::SampleLong => sample(Length::Long)?,
        };
        let Some(person) = person else {
            return Ok(None);
        };
        let key = name.file_name();
        let printed = match name {
            ProofName::Overlay => printer.overlaid(0, &person, key),
            _ => printer
                .alone(0, &person, key)
                .map_err(|failure| named(failure, &people.name, name.what())),
        };
        let (pages, pdf) = printed?;
        Ok(Some(LetterProof {
            name,
            pdf,
            pages: pages.document.pages().len(),
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
    let text = |of: fn(&Person) -> &String| Some(of(by(&|person| letters(of(person)))?).clone());
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
        name: text(|person| &person.name)?,
        address: by(&|person| block(&person.address))?.address.clone(),
        appointment_date: text(|person| &person.appointment_date)?,
        appointment_time: text(|person| &person.appointment_time)?,
        place_name: place.place_name.clone(),
        place_address: place.place_address.clone(),
        place_access: place.place_access.clone(),
        reference: text(|person| &person.reference)?,
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

fn named(failure: Failure, file: &str, what: &str) -> Failure {
    match failure {
        Failure::Input(_) => failure.map(|problem| Problem {
            message: format!("{file}, {what}: {}", problem.message),
            ..problem
        }),
        machine @ Failure::Machine(_) => machine,
    }
}
