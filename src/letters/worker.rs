//! The side of a process that sets letters for a run. It is started by the run, gets
//! one job after the other, and knows of nobody but the people in them.

use std::sync::Arc;

use serde::Serialize;

use super::archive::Enclosed;
use super::messages::{AddressedLetter, Answer, Greeting, LetterJob, MadeFile, Manner, Separator};
use super::printer::LetterPrinter;
use crate::diagnostics::{Error, Failure, Problem, WireFailure, WireProblem, plural};
use crate::press::{Run, Stretch};
use crate::publish::{Prepared, Workspace};
use crate::typeset::{Pages, Typesetter};
use crate::workers;

/// Sets letters for the run that started this process, until there are no more. A program
/// of which this library is a part calls it when it is started as
/// [`Workers::command`](super::Workers::command) says.
///
/// # Errors
/// Where no run speaks to it: it was started by a person.
pub fn work() -> Result<(), Failure> {
    workers::serve(LetterWorker::begin, |worker, job, step| {
        worker.work(&job, step)
    })
}

/// What a separator sheet's template reads.
#[derive(Serialize)]
struct SeparatorSheet<'s> {
    separator: &'s Separator,
    letters: String,
    first: String,
    last: String,
}

/// Sets the letters of one guide, a file after the other.
pub(super) struct LetterWorker {
    workspace: Workspace,
    printer: LetterPrinter,
}

impl LetterWorker {
    fn begin(greeting: Greeting) -> Result<Self, Error> {
        let workspace = greeting.open()?;
        let prepared = workspace.prepare(&greeting.publication);
        let worker = prepared.and_then(|prepared| Self::new(&workspace, &Arc::new(prepared)));
        worker.map_err(|failure| workspace.error(failure))
    }

    /// A worker for the letters of this guide.
    ///
    /// # Errors
    /// Where a character in the guide is in no typeface.
    pub(super) fn new(workspace: &Workspace, prepared: &Arc<Prepared>) -> Result<Self, Failure> {
        Ok(Self {
            workspace: workspace.clone(),
            printer: LetterPrinter::new(workspace, prepared)?,
        })
    }

    /// Does a job, and calls `step` after each letter.
    pub(super) fn work(&mut self, job: &LetterJob, step: &mut dyn FnMut()) -> Answer {
        match self.make(job, step) {
            Ok(made) => Answer::Made(made),
            Err(failure) => Answer::Failed(WireFailure::of(&failure, self.workspace.sources())),
        }
    }

    /// Sets the letters of a job and presses its file.
    fn make(&mut self, job: &LetterJob, step: &mut dyn FnMut()) -> Result<MadeFile, Failure> {
        let mut file = MadeFile::default();
        let mut run = Run::new(job.duplex);
        for letter in &job.letters {
            let set = match job.manner {
                Manner::Alone => self.alone(letter, job.duplex, &mut file.pdf),
                Manner::Run => self.among_others(letter, &mut run),
                Manner::Counted => self.counted(letter, job.duplex),
            };
            match set {
                Ok((stretch, warnings)) => {
                    file.letters.push(Enclosed::new(letter.row, stretch));
                    file.warnings.extend(self.on_the_wire(&warnings));
                }
                Err(failure) => {
                    let problems = self.on_the_wire(&failure.into_input()?);
                    file.faults
                        .extend(problems.into_iter().map(|problem| (letter.row, problem)));
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
            file.pdf = self.printer.press(run, &job.key)?;
        }
        Ok(file)
    }

    /// Makes a letter that is a file of its own.
    fn alone(
        &mut self,
        letter: &AddressedLetter,
        duplex: bool,
        pdf: &mut Vec<u8>,
    ) -> Result<(Stretch, Vec<Problem>), Failure> {
        let key = letter.row.to_string();
        let printed = self.printer.alone(&letter.person, &key)?;
        *pdf = printed.pdf;
        Ok((Stretch::alone(printed.pages, duplex), printed.warnings))
    }

    /// Makes a letter that is put into one file with others.
    fn among_others(
        &mut self,
        letter: &AddressedLetter,
        run: &mut Run,
    ) -> Result<(Stretch, Vec<Problem>), Failure> {
        let pages = self.printer.among_others(&letter.person)?;
        Ok((run.add(&pages.document), pages.warnings))
    }

    /// Sets a letter to count its pages.
    fn counted(
        &mut self,
        letter: &AddressedLetter,
        duplex: bool,
    ) -> Result<(Stretch, Vec<Problem>), Failure> {
        let pages = self.printer.set(&letter.person)?;
        let count = pages.document.pages().len();
        Ok((Stretch::alone(count, duplex), pages.warnings))
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
            Some(("data/sheet.json", &said)),
            fonts,
            assets,
            date,
        )?
        .set(self.workspace.sources())
    }

    fn on_the_wire(&self, problems: &[Problem]) -> Vec<WireProblem> {
        let problems = problems.iter();
        problems
            .map(|problem| WireProblem::of(problem, self.workspace.sources()))
            .collect()
    }
}
