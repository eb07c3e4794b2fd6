//! A run printed into its folder, or made for nothing but what it says.

use std::sync::Arc;

use super::archive::{self, Batch, RowList, Start};
use super::event::{Event, Report};
use super::files::RunFile;
use super::messages::Manner;
use super::options::{BadRows, LetterOptions};
use super::printer::{Addressed, LetterPrinter};
use super::production::Production;
use super::recipients::{Recipients, by_hand, rows_of};
use super::run::LetterRun;
use crate::diagnostics::{Error, Failure, Help, Problem, Severity, Way, refuse};
use crate::read::table::problems_of;

impl LetterRun {
    /// Judges the people, lays out every letter and keeps none. Says what is doubtful,
    /// and whose letter does not fit.
    ///
    /// # Errors
    /// As for [`LetterRun::print`], but for what is wrong with the guide's own pages.
    pub fn preflight(&self) -> Result<Vec<Problem>, Error> {
        self.located(|run| {
            let recipients = run.recipients_or_refusal(BadRows::Refuse)?;
            let people = &recipients.people;
            let mut found = people.said();
            found.extend(by_hand(people));
            let files = run.files(&recipients)?;
            let production = run.production(&recipients, &files, run.manner());
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
        self.located(|run| {
            run.warn_of_print_run(&mut on_event);
            let recipients = run.judge(BadRows::LeaveOut, &mut on_event)?;
            run.warn_of_letters_there(&recipients, &mut on_event)?;
            let files = run.files(&recipients)?;
            run.make(&recipients, &files, Report::default(), None, &mut on_event)
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
        self.located(|run| run.printed(&mut on_event))
    }

    /// One letter, set in this process: for somebody who wants to see it before the others
    /// are printed. `row` is the number that the spreadsheet shows.
    ///
    /// # Errors
    /// Every error in the letter or in that row, or that there is no such row.
    pub fn preview(&self, row: usize) -> Result<Vec<u8>, Error> {
        self.located(|run| {
            let recipients = run.judge(BadRows::LeaveOut, &mut |_| {})?;
            let people = &recipients.people;
            let file = &people.name;
            let Some(row_of_person) = people.rows.iter().find(|person| person.row == row) else {
                let mut faults = people.faults.clone();
                faults.retain(|fault| fault.row == row);
                refuse(problems_of(file, &faults))?;
                let problem = Problem::not_there(format!("{file} has nobody in row {row}"));
                return Err(problem.help("the column names are in row 1").into());
            };
            let person = run.person(&recipients, row_of_person)?;
            let mut printer = LetterPrinter::new(&run.workspace, &recipients.letters)?;
            if run.options.in_full {
                printer.pour_nothing();
            }
            let letter = row_of_person.letter;
            let it = Addressed {
                letter,
                person: &person,
                fragments: None,
            };
            Ok(printer.alone(it, &row.to_string())?.pdf)
        })
    }

    fn printed(&self, on_event: &mut dyn FnMut(Event)) -> Result<Report, Failure> {
        self.warn_of_print_run(on_event);
        let recipients = self.judge(self.options.bad_rows, on_event)?;
        let files = self.our_files(self.files(&recipients)?);
        let (folder, record) = (self.folder(), self.record(&recipients)?);
        let mut say = |note| on_event(Event::Noted(&note));
        let mut batch = Batch::begin(&folder, record, self.options.beginning(), &mut say)?;
        let mut before = Report::default();
        let missing = self.take_up(&recipients, &mut batch, files, &mut before, on_event)?;
        let report = match self.make(&recipients, &missing, before, Some(&mut batch), on_event) {
            Ok(report) => report,
            // What is finished waits to be gone on with.
            Err(failure @ Failure::Machine(_)) => return Err(batch.keep_and_say(failure)),
            Err(failure) => return Err(failure),
        };
        if report.differed {
            // None of these letters is delivered: all are made again.
            drop(batch);
            on_event(Event::Noted(&poured_otherwise()));
            return self.in_full().printed(on_event);
        }
        let written = batch.finish()?;
        let list = |name| written.iter().find(|path| path.ends_with(name)).cloned();
        Ok(Report {
            manifest: list(archive::MANIFEST),
            rejected: list(RowList::REJECTED.file),
            by_hand_list: list(RowList::BY_HAND.file),
            ..report
        })
    }

    /// The same run, with every letter written in full.
    fn in_full(&self) -> Self {
        let options = LetterOptions {
            in_full: true,
            start: Start::Afresh,
            ..self.options.clone()
        };
        Self {
            workspace: self.workspace.clone(),
            options,
            prepared: Arc::clone(&self.prepared),
            going_on: self.going_on,
        }
    }

    /// Makes these files, after what an earlier run left whole, and puts them into the
    /// batch: where there is none, nothing is written and no row is bad enough to stop.
    fn make(
        &self,
        recipients: &Recipients,
        files: &[RunFile],
        mut report: Report,
        mut batch: Option<&mut Batch>,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<Report, Failure> {
        let people = &recipients.people;
        let missing: usize = files.iter().map(|file| file.letters.len()).sum();
        on_event(Event::Begun {
            files: report.files + files.len(),
            letters: report.tally.letters + missing,
            finished: report.tally.letters,
        });
        let bad_rows = match batch {
            Some(_) => self.options.bad_rows,
            None => BadRows::LeaveOut,
        };
        let production = self.production(recipients, files, self.manner());
        let outcome = production.each(bad_rows, |file, made| {
            if let Some(batch) = &mut batch {
                batch.add(&file.name, &made.pdf, &made.letters)?;
            }
            report.add(&made.letters, recipients);
            for letter in &made.letters {
                on_event(Event::LetterFinished(letter));
            }
            on_event(Event::FileFinished(file.finished(&made.letters)));
            if batch.is_some() && self.options.stop.is_asked() {
                return Err(archive::interrupted(Some(report.tally.letters)));
            }
            Ok(())
        })?;
        let faults = || people.faults.iter().chain(&outcome.faults);
        if let Some(batch) = batch {
            if report.tally.letters == 0 && self.options.shard.is_none() {
                // Rather the letters of an earlier run than a folder of none.
                return Err(problems_of(&people.name, &outcome.faults).into());
            }
            for row in &people.by_hand {
                batch.leave_out(
                    RowList::BY_HAND,
                    row.row,
                    &row.column,
                    &in_a_cell(&row.asked),
                );
            }
            for fault in faults() {
                batch.leave_out(
                    RowList::REJECTED,
                    fault.row,
                    &fault.column,
                    fault.code.code(),
                );
            }
        }
        for fault in &outcome.faults {
            on_event(Event::LeftOut(fault));
        }
        Ok(Report {
            left_out: rows_of(faults()),
            by_hand: people.by_hand.len(),
            blank_rows: people.blank,
            warnings: outcome.warnings,
            differed: outcome.differed,
            ..report
        })
    }

    /// The files that this part of the run makes.
    fn our_files(&self, mut files: Vec<RunFile>) -> Vec<RunFile> {
        if let Some(shard) = self.options.shard {
            files.retain(|file| (file.number - 1) % shard.of == shard.index - 1);
        }
        files
    }

    /// Notes what an earlier run left whole, and gives the rest.
    fn take_up(
        &self,
        recipients: &Recipients,
        batch: &mut Batch,
        files: Vec<RunFile>,
        report: &mut Report,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<Vec<RunFile>, Failure> {
        let mut missing = Vec::new();
        for file in files {
            let letters = batch.letters_in(&file.name);
            if letters.len() == file.letters.len() {
                report.add(letters, recipients);
                on_event(Event::FileFinished(file.finished(letters)));
                continue;
            }
            if !letters.is_empty() {
                // A letter was lost to a time limit: it may not be this time.
                batch.make_again(&file.name)?;
            }
            missing.push(file);
        }
        Ok(missing)
    }

    /// Which letters go into which file. Where they are sorted by their pages, every
    /// letter is laid out for that.
    fn files(&self, recipients: &Recipients) -> Result<Vec<RunFile>, Failure> {
        let packing = &self.options.packing;
        let pages = if packing.needs_pages() {
            self.count_pages(recipients)?
        } else {
            Vec::new()
        };
        Ok(packing.files(&recipients.people.rows, &pages))
    }

    fn manner(&self) -> Manner {
        match self.options.packing.print_run {
            None => Manner::Alone,
            Some(_) => Manner::Run,
        }
    }

    pub(super) fn production<'r>(
        &'r self,
        recipients: &'r Recipients,
        files: &'r [RunFile],
        manner: Manner,
    ) -> Production<'r> {
        Production {
            run: self,
            recipients,
            files,
            manner,
        }
    }

    /// What would stop the run at its beginning.
    fn warn_of_letters_there(
        &self,
        recipients: &Recipients,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<(), Failure> {
        let (how, record) = (self.options.beginning(), self.record(recipients)?);
        if let Err(failure) = how.check(&self.folder(), &record) {
            for problem in failure.into_input()? {
                on_event(Event::Noted(&problem.severity(Severity::Warning)));
            }
        }
        Ok(())
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

fn poured_otherwise() -> Problem {
    Problem::warning(
        "a letter put together from what all letters share did not look as it does when it is made \
         for itself: none of them was kept, and each is made for itself now",
    )
    .help("nothing is wrong with your letters, they only take longer; please tell the authors of leafwright")
}

/// A text that no spreadsheet program takes for a formula.
fn in_a_cell(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}
