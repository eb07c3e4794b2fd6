//! A run of letters, from its first look at the people to its finished folder.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::archive::Enclosed;
use super::event::{Event, FinishedFile, Report};
use super::files::RunFile;
use super::messages::Manner;
use super::opening::folder;
use super::options::{BadRows, LetterOptions};
use super::people::{Letters, rows_of};
use super::printer::LetterPrinter;
use super::production::Production;
use crate::diagnostics::{Error, Failure, Help, Problem, Way};
use crate::publish::{Prepared, Workspace};
use crate::read::table::problems_of;

/// A letter for the people of a spreadsheet. Nothing is judged until something is asked.
pub struct LetterRun {
    pub(super) workspace: Workspace,
    pub(super) options: LetterOptions,
    pub(super) prepared: Arc<Prepared>,
    pub(super) going_on: Option<Date>,
}

impl LetterRun {
    /// The folder that the letters are in when the run is finished.
    pub fn folder(&self) -> PathBuf {
        folder(&self.workspace, &self.options)
    }

    /// The day of the run that this one goes on with, where it does.
    pub fn going_on(&self) -> Option<Date> {
        self.going_on
    }

    /// Judges the people, lays out every letter and keeps none. Says what is doubtful,
    /// and whose letter does not fit.
    ///
    /// # Errors
    /// As for [`LetterRun::print`], but for what is wrong with the guide's own pages.
    pub fn preflight(&self) -> Result<Vec<Problem>, Error> {
        self.said(|run| {
            let mut letters = run.load_letters(BadRows::Refuse)?;
            letters.bad_rows = BadRows::LeaveOut;
            let mut found = letters.people.said();
            let files = run.files(&letters)?;
            let faults = run
                .production(&letters, &files, run.manner())
                .each(|_| Ok(()))?
                .faults;
            found.extend(problems_of(letters.file(), &faults));
            Ok(found)
        })
    }

    /// Makes every letter, and writes none. Every row is looked at, also after a bad one:
    /// to say all there is to mend.
    ///
    /// # Errors
    /// What is wrong with the letter itself, or with the spreadsheet as a whole.
    pub fn rehearse(&self, mut on_event: impl FnMut(Event)) -> Result<Report, Error> {
        self.said(|run| {
            run.warn_of_print_run(&mut on_event);
            let letters = run.judge(BadRows::LeaveOut, &mut on_event)?;
            let files = run.files(&letters)?;
            on_event(Event::Begun {
                files: files.len(),
                letters: letters.count(),
                finished: 0,
            });
            let mut report = Report::default();
            let production = run.production(&letters, &files, run.manner());
            let outcome = production.each(|file| {
                run.finished(
                    &files[file.index],
                    &file.letters,
                    &mut report,
                    &mut on_event,
                );
                Ok(())
            })?;
            for fault in &outcome.faults {
                on_event(Event::LeftOut(fault));
            }
            Ok(Report {
                left_out: rows_of(letters.faults().iter().chain(&outcome.faults)),
                blank_rows: letters.people.blank,
                warnings: outcome.warnings,
                ..report
            })
        })
    }

    /// Prints the letters into their folder, or those of one part of the run. The folder
    /// appears when all of it is whole. What is finished when the machine fails, or
    /// somebody stops the program, waits for [`Start::Resume`].
    ///
    /// # Errors
    /// Every error in the letter; every bad row, where those are refused; what the machine
    /// says.
    pub fn print(&self, mut on_event: impl FnMut(Event)) -> Result<Report, Error> {
        self.said(|run| run.printed(&mut on_event))
    }

    /// One letter, set in this process: for somebody who wants to see it before the others
    /// are printed. `row` is the number that the spreadsheet shows.
    ///
    /// # Errors
    /// Every error in the letter or in that row, or that there is no such row.
    pub fn preview(&self, row: usize) -> Result<Vec<u8>, Error> {
        self.said(|run| {
            let letters = run.judge(BadRows::LeaveOut, &mut |_| {})?;
            let Some(person) = letters.rows().iter().find(|person| person.row == row) else {
                let mut faults = letters.people.faults;
                faults.retain(|fault| fault.row == row);
                if faults.is_empty() {
                    let file = &letters.people.name;
                    let problem = Problem::not_there(format!("{file} has nobody in row {row}"));
                    return Err(problem.help("the column names are in row 1").into());
                }
                return Err(problems_of(&letters.people.name, &faults).into());
            };
            let person = run.person(person)?;
            let mut printer = LetterPrinter::new(&run.workspace, &run.prepared)?;
            Ok(printer.alone(&person, &row.to_string())?.pdf)
        })
    }

    /// The problems of the rows that were left out, the first twenty of them.
    pub fn left_out(&self, faults: &[crate::read::table::RowFault]) -> Option<Error> {
        let problems = problems_of(&self.options.people.name, faults);
        (!problems.is_empty()).then(|| self.workspace.error(problems))
    }

    /// A failure with the texts it points into.
    pub(super) fn said<T>(
        &self,
        act: impl FnOnce(&Self) -> Result<T, Failure>,
    ) -> Result<T, Error> {
        act(self).map_err(|failure| self.workspace.error(failure))
    }

    /// Which letters go into which file. Where they are sorted by their pages, every
    /// letter is laid out for that.
    pub(super) fn files(&self, letters: &Letters) -> Result<Vec<RunFile>, Failure> {
        let packing = &self.options.packing;
        let pages = if packing.needs_pages() {
            self.count_pages(letters)?
        } else {
            Vec::new()
        };
        Ok(packing.files(letters.rows(), &pages))
    }

    pub(super) fn manner(&self) -> Manner {
        match self.options.packing.print_run {
            None => Manner::Alone,
            Some(_) => Manner::Run,
        }
    }

    pub(super) fn production<'r>(
        &'r self,
        letters: &'r Letters,
        files: &'r [RunFile],
        manner: Manner,
    ) -> Production<'r> {
        Production {
            run: self,
            letters,
            files,
            manner,
        }
    }

    pub(super) fn finished(
        &self,
        file: &RunFile,
        letters: &[Enclosed],
        report: &mut Report,
        on_event: &mut dyn FnMut(Event),
    ) {
        report.add(letters);
        for letter in letters {
            on_event(Event::LetterFinished(letter));
        }
        on_event(Event::FileFinished(file.finished(letters)));
    }

    /// Who prints and posts letters takes them one by one.
    pub(super) fn warn_of_print_run(&self, on_event: &mut dyn FnMut(Event)) {
        let post = self.workspace.service().letters.post();
        if let (Some(accepts), Some(_)) = (post.acceptance(), self.options.packing.print_run) {
            let takes = format!("{} takes each letter as a file of its own", accepts.name);
            on_event(Event::Noted(
                &Problem::warning(takes).help(
                    Help::from("leave ")
                        .by(Way::PrintRun)
                        .then(" out, unless you print and post these yourself"),
                ),
            ));
        }
    }
}

impl RunFile {
    pub(super) fn finished<'e>(&'e self, letters: &'e [Enclosed]) -> FinishedFile<'e> {
        FinishedFile {
            number: self.number,
            name: &self.name,
            letters,
        }
    }
}
