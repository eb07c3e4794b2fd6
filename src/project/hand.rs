//! The side of a process that sets letters for a run. It is started by the run, gets
//! one order after the other, and knows of nobody but the people in them.

use serde::Serialize;

use super::letter_printer::LetterPrinter;
use super::letters::TONGUE;
use super::orders::{
    Answer, FileMade, Greeting, Manner, Order, OrderedLetter, Said, Separator, pack, unpack,
};
use super::{Made, Project};
use crate::crew;
use crate::press::{Run, Stretch, plural};
use crate::problem::{Failure, Problem, Sources};
use crate::typeset::{Pages, Typesetter};

/// Does orders until there are no more.
///
/// # Errors
/// Where nobody greets it: it was started by hand.
pub fn set_letters_for_a_run() -> Result<(), Failure> {
    crew::serve(Hand::begin, Hand::work)
}

/// What a separator sheet's template reads.
#[derive(Serialize)]
struct SeparatorSheet<'s> {
    separator: &'s Separator,
    letters: String,
    first: String,
    last: String,
}

struct Hand {
    project: &'static Project,
    printer: LetterPrinter<'static>,
    sources: Sources,
}

impl Hand {
    fn begin(greeting: &[u8]) -> Result<Self, Failure> {
        let mut sources = Sources::default();
        Self::open(greeting, &mut sources).map_err(|failure| without_places(failure, &sources))
    }

    fn open(greeting: &[u8], sources: &mut Sources) -> Result<Self, Failure> {
        let (greeting, _) = unpack::<Greeting>(greeting)?;
        let (shelf, options) = greeting.open()?;
        let project = Project::open(shelf, options, sources)?;
        let made = project.make(&greeting.guide, TONGUE, sources)?;
        // They are needed until the process ends.
        let project: &Project = Box::leak(Box::new(project));
        let made: &Made = Box::leak(Box::new(made));
        Ok(Self {
            project,
            printer: LetterPrinter::new(project, made)?,
            sources: std::mem::take(sources),
        })
    }

    fn work(&mut self, order: &[u8], step: &mut dyn FnMut()) -> Vec<u8> {
        match self.make(order, step) {
            Ok((made, pdf)) => pack(&Answer::Made(made), &pdf),
            Err(failure) => {
                let said = failure.problems().iter();
                let said = said.map(|problem| Said::of(problem, &self.sources));
                pack(&Answer::Failed(said.collect()), &[])
            }
        }
    }

    /// Sets the letters of an order and presses its file.
    fn make(
        &mut self,
        order: &[u8],
        step: &mut dyn FnMut(),
    ) -> Result<(FileMade, Vec<u8>), Failure> {
        let (order, _) = unpack::<Order>(order)?;
        let mut file = FileMade::default();
        let mut pdf = Vec::new();
        let mut run = Run::new(order.duplex);
        for letter in &order.letters {
            let set = match order.manner {
                Manner::Alone => self.alone(letter, order.duplex, &mut pdf),
                Manner::Run => self.among_others(letter, &mut run),
                Manner::Counted => self.counted(letter, order.duplex),
            };
            match set {
                Ok((stretch, warnings)) => {
                    file.letters.push((letter.row, stretch));
                    file.warnings.extend(warnings);
                }
                Err(Failure::Input(problems)) => {
                    let said = problems.iter();
                    let said = said.map(|problem| Said::of(problem, &self.sources));
                    file.faults.extend(said.map(|said| (letter.row, said)));
                }
                Err(other) => return Err(other),
            }
            step();
        }
        if order.manner == Manner::Run && !file.letters.is_empty() {
            if let Some(separator) = &order.separator {
                let sheet = self.separator(separator, &file.letters)?;
                let pages = run.begin_with(&sheet.document);
                for (_, place) in &mut file.letters {
                    place.from += pages;
                }
            }
            pdf = self.printer.press(run, &order.key)?;
        }
        Ok((file, pdf))
    }

    /// Makes a letter that is a file of its own.
    fn alone(
        &mut self,
        letter: &OrderedLetter,
        duplex: bool,
        pdf: &mut Vec<u8>,
    ) -> Result<(Stretch, Vec<Said>), Failure> {
        let key = letter.row.to_string();
        let printed = self
            .printer
            .alone(&letter.person, &key, &mut self.sources)?;
        *pdf = printed.pdf;
        Ok((
            Stretch::alone(printed.pages, duplex),
            self.said(&printed.warnings),
        ))
    }

    /// Makes a letter that is put into one file with others.
    fn among_others(
        &mut self,
        letter: &OrderedLetter,
        run: &mut Run,
    ) -> Result<(Stretch, Vec<Said>), Failure> {
        let pages = self
            .printer
            .among_others(&letter.person, &mut self.sources)?;
        Ok((run.add(&pages.document), self.said(&pages.warnings)))
    }

    /// Sets a letter to count its pages.
    fn counted(
        &mut self,
        letter: &OrderedLetter,
        duplex: bool,
    ) -> Result<(Stretch, Vec<Said>), Failure> {
        let pages = self.printer.set(&letter.person, &mut self.sources)?;
        let count = pages.document.pages().len();
        Ok((Stretch::alone(count, duplex), self.said(&pages.warnings)))
    }

    /// The sheet before these letters: it says how many there are and whose rows, and
    /// nobody's name.
    fn separator(
        &mut self,
        separator: &Separator,
        letters: &[(usize, Stretch)],
    ) -> Result<Pages, Failure> {
        let (fonts, shelf) = (&self.project.parts.fonts, &self.project.shelf);
        let date = self.project.options.date;
        let said = SeparatorSheet {
            separator,
            letters: plural(letters.len(), "letter"),
            first: letters.first().map_or(0, |(row, _)| *row).to_string(),
            last: letters.last().map_or(0, |(row, _)| *row).to_string(),
        };
        let sheet = ("data/sheet.json".to_owned(), pack(&said, &[]));
        let mut typesetter = Typesetter::alone("separator", vec![sheet], fonts, shelf, date)?;
        typesetter.set(&mut self.sources)
    }

    fn said(&self, problems: &[Problem]) -> Vec<Said> {
        let said = problems.iter();
        said.map(|problem| Said::of(problem, &self.sources))
            .collect()
    }
}

/// The same failure with its places in words: whoever hears of it has other sources.
fn without_places(failure: Failure, sources: &Sources) -> Failure {
    let plain = |problem: &Problem| Said::of(problem, sources).problem();
    let problems = failure.problems().iter().map(plain).collect();
    match failure {
        Failure::Input(_) => Failure::Input(problems),
        Failure::Usage(_) => Failure::Usage(problems),
        machine @ Failure::Machine(_) => machine,
    }
}
