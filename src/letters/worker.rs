//! The side of a process that sets letters for a run. It is started by the run, gets
//! one job after the other, and knows of nobody but the people in them.

use std::sync::Arc;

use serde::Serialize;
use typst_layout::Page;

use super::archive::Enclosed;
use super::lots::AT_ONCE;
use super::messages::{
    AddressedLetter, Answer, Greeting, LetterFault, LetterJob, MadeFile, Manner, Separator,
};
use super::printer::{Addressed, LetterPrinter};
use crate::diagnostics::{Error, Failure, Problem, Sources, plural};
use crate::press::{Look, Run, Stretch};
use crate::tailor::Person;
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
    typeset::on_this_thread_alone();
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
            self.pour_nothing();
        }
        let made = self.make(job, step);
        made.map_err(|failure| failure.in_words(self.workspace.sources()))
    }

    /// Makes the letters of a job and its file. Some of those that are poured are written in
    /// full as well, and looked at: where they differ, or no file can be poured, all are
    /// written in full.
    fn make(&mut self, job: &LetterJob, step: &mut dyn FnMut()) -> Result<MadeFile, Failure> {
        let mut file = MadeFile::default();
        let mut run = Run::new(job.duplex);
        let mut samples = Vec::new();
        let many = if job.at_once { AT_ONCE } else { 1 };
        let alike = job.letters.chunk_by(|a, b| a.letter == b.letter);
        for letters in alike.flat_map(|alike| alike.chunks(many)) {
            for (letter, fragments) in letters.iter().zip(self.fragments_of(letters, job)) {
                let it = Addressed {
                    fragments: fragments.as_ref(),
                    ..Addressed::from(letter)
                };
                match self.letter(it, letter.row, job, &mut run, &mut file) {
                    Ok(differs) if differs => return self.make_in_full(job, step),
                    Ok(_) if letter.row.is_multiple_of(LOOKED_AT) => {
                        samples.push((file.letters.len() - 1, letter));
                    }
                    Ok(_) => {}
                    Err(failure) => self.note(failure, letter.row, &mut file)?,
                }
                step();
            }
        }
        if job.manner != Manner::Run || file.letters.is_empty() {
            return Ok(file);
        }
        if let Some(separator) = &job.separator {
            let sheet = self.separator(separator, &file.letters)?;
            let pages = run.begin_with(&sheet.document);
            for letter in &mut file.letters {
                letter.from += pages;
            }
        }
        let Some(pdf) = self.press(run, &job.key)? else {
            self.pour_nothing();
            return self.make(job, step);
        };
        file.pdf = pdf;
        if !samples.is_empty() && self.pours() {
            let look = Look::at(&file.pdf)?;
            for (number, letter) in samples {
                if !self.looks_right(letter.into(), &look, file.letters[number].from)? {
                    return self.make_in_full(job, step);
                }
            }
        }
        Ok(file)
    }

    /// What is personal in these letters, set for all of them at once.
    fn fragments_of(&mut self, letters: &[AddressedLetter], job: &LetterJob) -> Vec<Option<Page>> {
        let people: Vec<&Person> = letters.iter().map(|letter| &letter.person).collect();
        match job.manner {
            Manner::Counted => people.iter().map(|_| None).collect(),
            Manner::Alone | Manner::Run => self.fragments(letters[0].letter, &people),
        }
    }

    /// The same job, after a letter that was poured looked otherwise.
    fn make_in_full(
        &mut self,
        job: &LetterJob,
        step: &mut dyn FnMut(),
    ) -> Result<MadeFile, Failure> {
        self.pour_nothing();
        let made = self.make(job, step)?;
        Ok(MadeFile {
            differed: true,
            ..made
        })
    }

    /// Why there is no letter for a row.
    fn note(&self, failure: Failure, row: usize, file: &mut MadeFile) -> Result<(), Failure> {
        // A file of the service that is gone stops every letter alike.
        self.workspace.assets.check_as_before()?;
        let sources = self.workspace.sources();
        let problems = failure.into_input().map_err(|it| it.in_words(sources))?;
        file.faults
            .extend(problems.iter().map(|problem| LetterFault {
                row,
                problem: problem.in_words(sources),
                in_template: is_in_template(problem, sources),
            }));
        Ok(())
    }

    /// Makes a letter: a file of its own, or one of those in `run`. Says whether it was looked
    /// at and differs from what it is written in full.
    fn letter(
        &mut self,
        it: Addressed,
        row: usize,
        job: &LetterJob,
        run: &mut Run,
        file: &mut MadeFile,
    ) -> Result<bool, Failure> {
        let (place, warnings);
        match job.manner {
            Manner::Alone => {
                let made = self.alone(it, &row.to_string())?;
                let looked_at = made.poured && row.is_multiple_of(LOOKED_AT);
                if looked_at && !self.looks_right(it, &Look::at(&made.pdf)?, 1)? {
                    return Ok(true);
                }
                file.lengths.push(made.pdf.len());
                file.pdf.extend(made.pdf);
                place = Stretch::alone(made.pages, job.duplex);
                warnings = made.warnings;
            }
            Manner::Run => (place, warnings) = self.among_others(it, run)?,
            Manner::Counted => {
                let pages = self.set(it.letter, it.person)?;
                place = Stretch::alone(pages.document.pages().len(), job.duplex);
                warnings = pages.warnings;
            }
        }
        let sources = self.workspace.sources();
        let warnings = warnings.iter().map(|warning| warning.in_words(sources));
        file.warnings.extend(warnings);
        file.letters.push(Enclosed::new(row, place));
        Ok(false)
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

impl<'a> From<&'a AddressedLetter> for Addressed<'a> {
    fn from(letter: &'a AddressedLetter) -> Self {
        Self {
            letter: letter.letter,
            person: &letter.person,
            fragments: None,
        }
    }
}
