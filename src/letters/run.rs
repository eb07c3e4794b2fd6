//! A run of letters, from its first look at the people to its finished folder.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::event::{Event, Report};
use super::files::RunFile;
use super::messages::Manner;
use super::opening::folder;
use super::options::{BadRows, LetterOptions};
use super::printer::LetterPrinter;
use super::production::Production;
use crate::diagnostics::{Error, Failure, Help, Problem, Way, refuse};
use crate::publish::{Prepared, Workspace};
use crate::read::people::People;
use crate::read::table::{RowFault, problems_of};

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
            let people = run.people_or_refusal(BadRows::Refuse)?;
            let mut found = people.said();
            let files = run.files(&people)?;
            let production = run.production(&people, &files, run.manner());
            let faults = production.each(BadRows::LeaveOut, |_, _| Ok(()))?.faults;
            found.extend(problems_of(&people.name, &faults));
            Ok(found)
        })
    }

    /// Makes every letter, and writes none. Every row is looked at, also after a bad one:
    /// to say all there is to mend.
    ///
    /// # Errors
    /// What is wrong with the letter itself, or with the spreadsheet as a whole.
    pub fn rehearse(&self, mut on_event: impl FnMut(Event)) -> Result<Report, Error> {
        self.said(|run| run.rehearsed(&mut on_event))
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
            let people = run.judge(BadRows::LeaveOut, &mut |_| {})?;
            let file = &people.name;
            let Some(person) = people.rows.iter().find(|person| person.row == row) else {
                let mut faults = people.faults;
                faults.retain(|fault| fault.row == row);
                refuse(problems_of(file, &faults))?;
                let problem = Problem::not_there(format!("{file} has nobody in row {row}"));
                return Err(problem.help("the column names are in row 1").into());
            };
            let person = run.person(person)?;
            let mut printer = LetterPrinter::new(&run.workspace, &run.prepared)?;
            Ok(printer.alone(&person, &row.to_string())?.1)
        })
    }

    /// The problems of the rows that were left out, the first twenty of them.
    pub fn left_out(&self, faults: &[RowFault]) -> Option<Error> {
        let refused = refuse(problems_of(&self.options.people.name, faults));
        refused.err().map(|failure| self.workspace.error(failure))
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
    pub(super) fn files(&self, people: &People) -> Result<Vec<RunFile>, Failure> {
        let packing = &self.options.packing;
        let pages = if packing.needs_pages() {
            self.count_pages(people)?
        } else {
            Vec::new()
        };
        Ok(packing.files(&people.rows, &pages))
    }

    pub(super) fn manner(&self) -> Manner {
        match self.options.packing.print_run {
            None => Manner::Alone,
            Some(_) => Manner::Run,
        }
    }

    pub(super) fn production<'r>(
        &'r self,
        people: &'r People,
        files: &'r [RunFile],
        manner: Manner,
    ) -> Production<'r> {
        Production {
            run: self,
            people,
            files,
            manner,
        }
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
