//! A letter guide, printed for one person after the other.

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use super::printing::{ident, misfits};
use super::{Made, Project};
use crate::press;
use crate::problem::{Failure, Problem, Sources};
use crate::read::people::{self, People, PersonRow};
use crate::read::{Guide, Kind, Service, table};
use crate::tailor::{Person, Tongue, person};
use crate::typeset::{self, Typesetter};

/// Letters are in the first language of their service: it has no other.
const TONGUE: usize = 0;

/// Letters, judged and ready to be set: every row is known to be good.
pub struct Letters {
    made: Made,
    people: People,
    persons: Vec<Person>,
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

impl Project {
    /// Judges a letter, set for somebody invented, and then the people it is for:
    /// columns, addresses, dates, places and characters, before any letter is set.
    ///
    /// # Errors
    /// Every error in the letter; every mistake of one kind in the spreadsheet; where
    /// the guide is no letter.
    pub fn letters(
        &self,
        id: &str,
        file: &str,
        bytes: &[u8],
        sources: &mut Sources,
    ) -> Result<Letters, Failure> {
        let mut made = self.letter(id, sources)?;
        let pages = self.set(&made, TONGUE, sources)?;
        made.notes = self.refuse_errors(&made, &pages, TONGUE, sources)?;
        // They are said again with the letters.
        made.notes.retain(|note| !pages.warnings.contains(note));
        let (people, persons) = self.people(&made, file, bytes)?;
        Ok(Letters {
            made,
            people,
            persons,
        })
    }

    /// Judges only the people of a letter, and says what is doubtful about them.
    ///
    /// # Errors
    /// As for [`Project::letters`], but for what is wrong with the letter's pages.
    pub fn preflight(
        &self,
        id: &str,
        file: &str,
        bytes: &[u8],
        sources: &mut Sources,
    ) -> Result<Vec<Problem>, Failure> {
        let made = self.letter(id, sources)?;
        let (people, _) = self.people(&made, file, bytes)?;
        Ok(people.notes)
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

    fn people(
        &self,
        made: &Made,
        file: &str,
        bytes: &[u8],
    ) -> Result<(People, Vec<Person>), Failure> {
        let places: Vec<String> = self.parts.service.places.keys().cloned().collect();
        let declared: Vec<_> = made
            .guide
            .fields
            .iter()
            .map(|(key, field)| (key.clone(), field.r#type.value))
            .collect();
        let mut people = people::read(table::read(file, bytes)?, &declared, &places)?;
        refuse(people.impossible(self.options.date))?;
        let doubtful = people.doubtful(self.options.date);
        people.notes.extend(doubtful);
        let persons: Vec<Person> = people
            .rows
            .iter()
            .map(|row| self.person(row, &made.guide))
            .collect();
        self.refuse_unprintable(&people, &persons)?;
        Ok((people, persons))
    }

    fn person(&self, row: &PersonRow, guide: &Guide) -> Person {
        person(
            row,
            &self.parts.service,
            &self.parts.tongues[TONGUE],
            guide.fields.keys(),
        )
    }

    fn refuse_unprintable(&self, people: &People, persons: &[Person]) -> Result<(), Failure> {
        let found = people.rows.iter().zip(persons).flat_map(|(row, person)| {
            let said = typeset::unprintable_in_person(person, &self.parts.fonts).into_iter();
            said.map(move |said| {
                Problem::error(format!("{}:{}: {said}", people.name, row.row)).help(
                    "write it in other letters, or put a font that has it into `fonts/` in the service's folder",
                )
            })
        });
        let problems = table::at_most_twenty(&people.name, found.collect());
        refuse(problems)
    }

    /// Sets and presses every letter, and hands each on as it is finished. Gives
    /// back what Typst warned of, each thing once.
    ///
    /// # Errors
    /// What is wrong with a letter, naming its row; what `each` says.
    pub fn print_letters(
        &self,
        letters: &Letters,
        sources: &mut Sources,
        mut each: impl FnMut(FinishedLetter) -> Result<(), Failure>,
    ) -> Result<Vec<Problem>, Failure> {
        let publication = &letters.made.publication;
        let date = self.options.date;
        let pictures = letters.made.pictures.clone();
        let mut typesetter =
            Typesetter::new(publication, pictures, &self.parts.fonts, &self.shelf, date)?;
        let rows = letters.people.rows.iter().zip(&letters.persons);
        let mut warnings = Vec::new();
        for (number, (row, person)) in (1..).zip(rows) {
            let in_row = |failure| name_row(failure, &letters.people.name, row.row);
            let pages = typesetter.set_for(person, sources).map_err(in_row)?;
            refuse(misfits(publication, &pages)).map_err(in_row)?;
            let ident = format!("{} {number}", ident(publication));
            let pdf = press::screen(&pages.document, &ident, date).map_err(in_row)?;
            warned(pages.warnings, &mut warnings);
            each(FinishedLetter {
                number,
                row: row.row,
                pages: pages.document.pages().len(),
                pdf,
            })?;
        }
        Ok(warnings)
    }
}

impl Letters {
    /// What reading said, short of an error.
    pub fn notes(&self) -> impl Iterator<Item = &Problem> {
        self.made.notes.iter().chain(&self.people.notes)
    }

    /// How many letters there are.
    pub fn count(&self) -> usize {
        self.persons.len()
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

/// Somebody invented, to show what a letter looks like.
pub(super) fn sample(
    service: &Service,
    tongue: &Tongue,
    guide: &Guide,
    date: Date,
) -> Result<Person, Failure> {
    let Some(place) = service.places.keys().next() else {
        return Err(Problem::error("a letter needs a place to invite people to")
            .at(service.service.name.place)
            .help("add one under `places`, with its name and address; or leave letters out of `prints`")
            .into());
    };
    let row = PersonRow {
        row: 0,
        name: "Sam Sample".into(),
        address: ["Sam Sample", "1 Sample Street", "Sampleton", "LD99 1AA"]
            .map(str::to_owned)
            .into(),
        appointment_date: two_weeks_on(date),
        appointment_time: Time::constant(9, 30, 0, 0),
        place: place.clone(),
        reference: "SAMPLE".into(),
        fields: Default::default(),
    };
    Ok(person(&row, service, tongue, guide.fields.keys()))
}

/// Two weeks later, or the Monday after where that is a weekend.
fn two_weeks_on(date: Date) -> Date {
    let day = date.saturating_add(14.days());
    match day.weekday() {
        Weekday::Saturday => day.saturating_add(2.days()),
        Weekday::Sunday => day.saturating_add(1.days()),
        _ => day,
    }
}
