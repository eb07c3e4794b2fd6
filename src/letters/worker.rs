//! The side of a process that sets letters for a run. It is started by the run, gets
//! one job after the other, and knows of nobody but the people in them.

use std::sync::Arc;

use serde::Serialize;

use super::archive::Enclosed;
use super::messages::{
    AddressedLetter, Answer, Greeting, LetterFault, LetterJob, MadeFile, Manner, Separator,
};
use super::printer::{LetterPrinter, personal};
use crate::diagnostics::{Error, Failure, Problem, Sources, plural};
use crate::press::{Run, Stretch};
use crate::typeset::{self, Pages, Typesetter};
use crate::workers;

/// Which of the letters that are poured are written in full as well, by their rows: every
/// hundredth.
const LOOKED_AT: usize = 100;

/// Sets letters for the run that started this process, until there are no more. A program
/// of which this library is a part calls it when it is started as
/// [`Workers::command`](super::Workers::command) says.
///
/// # Errors
/// Where no run speaks to it: it was started by a person.
pub fn work() -> Result<(), Failure> {
    workers::serve(begin, |printer, job, step| printer.work(&job, step))
}

/// What a separator sheet's template reads.
#[derive(Serialize)]
struct SeparatorSheet<'s> {
    separator: &'s Separator,
    letters: String,
    first: String,
    last: String,
}

/// The run has read all this before: whatever is wrong with it now came since, and is no
/// mistake in what is printed.
fn begin(greeting: Greeting) -> Result<LetterPrinter, Error> {
    prepared(&greeting).map_err(|error| match error.failure() {
        Failure::Machine(_) => error,
        Failure::Input(_) => {
            let failure = error.failure().in_words(error.sources());
            let first = failure.problems().into_iter().next();
            let said = first.map(|problem| problem.message).unwrap_or_default();
            let changed = Failure::machine(
                format!("the service changed while its letters were being printed: {said}"),
                "put its folder back as it was, and leave it alone until the end",
            );
            Error::new(changed, error.sources())
        }
    })
}

fn prepared(greeting: &Greeting) -> Result<LetterPrinter, Error> {
    let workspace = greeting.open()?;
    let ids = greeting.letters.iter();
    let letters: Result<Vec<_>, Failure> =
        ids.map(|id| workspace.prepare(id).map(Arc::new)).collect();
    let printer = letters.and_then(|letters| LetterPrinter::new(&workspace, &letters));
    printer.map_err(|failure| workspace.error(failure))
}

/// Whether a problem points into a template: then Typst said it.
fn is_in_template(problem: &Problem, sources: &Sources) -> bool {
    let place = problem.place.as_ref();
    place.is_some_and(|(place, _)| sources.name(place.source).ends_with(".typ"))
}

impl LetterPrinter {
    /// Does a job, and calls `step` after each letter.
    pub(super) fn work(&mut self, job: &LetterJob, step: &mut dyn FnMut()) -> Answer {
        if job.in_full {
            self.moulds = None;
        }
        let made = self.make(job, step);
        made.map_err(|failure| failure.in_words(self.workspace.sources()))
    }

    /// Sets the letters of a job and makes its file. Some of those that are poured are written
    /// in full as well, and looked at: where they differ, or no file can be poured, all are
    /// written in full.
    fn make(&mut self, job: &LetterJob, step: &mut dyn FnMut()) -> Result<MadeFile, Failure> {
        let mut file = MadeFile::default();
        let mut run = Run::new(job.duplex);
        let mut samples = Vec::new();
        for letter in &job.letters {
            let set = self.letter(letter, job, &mut run, &mut file.pdf);
            let sources = self.workspace.sources();
            match set {
                Ok((place, pages)) => {
                    let poured = self.moulds.is_some() && job.manner != Manner::Counted;
                    if poured && letter.row.is_multiple_of(LOOKED_AT) {
                        samples.push((file.letters.len(), pages.document));
                    }
                    file.letters.push(Enclosed::new(letter.row, place));
                    let warnings = pages
                        .warnings
                        .iter()
                        .map(|warning| warning.in_words(sources));
                    file.warnings.extend(warnings);
                }
                Err(failure) => {
                    // A file of the service that is gone stops every letter alike.
                    self.workspace.assets.check_as_before()?;
                    let problems = failure.into_input().map_err(|it| it.in_words(sources))?;
                    file.faults
                        .extend(problems.iter().map(|problem| LetterFault {
                            row: letter.row,
                            problem: problem.in_words(sources),
                            in_template: is_in_template(problem, sources),
                        }));
                }
            }
            step();
        }
        if job.manner == Manner::Run && !file.letters.is_empty() {
            if let Some(separator) = &job.separator {
                let sheet = self.separator(separator, &file.letters)?;
                let pages = run.begin_with(&sheet.document);
                for letter in &mut file.letters {
                    letter.from += pages;
                }
            }
            match self.press(run, &job.key)? {
                Some(pdf) => file.pdf = pdf,
                None => {
                    self.moulds = None;
                    return self.make(job, step);
                }
            }
        }
        for (number, letter) in samples {
            if !self.looks_right(&letter, &file.pdf, file.letters[number].from)? {
                let made = self.make(job, step)?;
                return Ok(MadeFile {
                    differed: true,
                    ..made
                });
            }
        }
        Ok(file)
    }

    /// Makes a letter: a file of its own in `pdf`, or one of those in `run`. Gives where
    /// it is, and its pages.
    fn letter(
        &mut self,
        letter: &AddressedLetter,
        job: &LetterJob,
        run: &mut Run,
        pdf: &mut Vec<u8>,
    ) -> Result<(Stretch, Pages), Failure> {
        let (pages, place);
        let alone = |pages: &Pages| Stretch::alone(pages.document.pages().len(), job.duplex);
        match job.manner {
            Manner::Alone => {
                (pages, *pdf) =
                    self.alone(letter.letter, &letter.person, &letter.row.to_string())?;
                place = alone(&pages);
            }
            Manner::Run => {
                pages = self.among_others(letter.letter, &letter.person)?;
                let personal = self.moulds.as_ref().map(|_| personal(&letter.person));
                place = run.add(&pages.document, personal.as_ref());
            }
            Manner::Counted => {
                pages = self.set(letter.letter, &letter.person)?;
                place = alone(&pages);
            }
        }
        Ok((place, pages))
    }

    /// The sheet before these letters: it says how many there are and whose rows, and
    /// nobody's name.
    fn separator(&self, separator: &Separator, letters: &[Enclosed]) -> Result<Pages, Failure> {
        let (fonts, assets) = (&self.workspace.context.fonts, &self.workspace.assets);
        let said = SeparatorSheet {
            separator,
            letters: plural(letters.len(), "letter"),
            first: letters.first().map_or(0, |letter| letter.row).to_string(),
            last: letters.last().map_or(0, |letter| letter.row).to_string(),
        };
        let date = self.workspace.date();
        Typesetter::alone(
            "separator",
            vec![typeset::file("data/sheet.json", &said)?],
            fonts,
            assets,
            date,
        )?
        .set(self.workspace.sources())
    }
}
