//! A run printed into its folder, or made for nothing but what it says.

use super::archive::{self, Batch};
use super::event::{Event, Report};
use super::files::RunFile;
use super::options::BadRows;
use super::people::rows_of;
use super::run::LetterRun;
use crate::diagnostics::Failure;
use crate::read::people::People;
use crate::read::table::problems_of;

impl LetterRun {
    pub(super) fn rehearsed(&self, on_event: &mut dyn FnMut(Event)) -> Result<Report, Failure> {
        self.warn_of_print_run(on_event);
        let people = self.judge(BadRows::LeaveOut, on_event)?;
        let files = self.files(&people)?;
        self.make(&people, &files, Report::default(), None, on_event)
    }

    pub(super) fn printed(&self, on_event: &mut dyn FnMut(Event)) -> Result<Report, Failure> {
        self.warn_of_print_run(on_event);
        let people = self.judge(self.options.bad_rows, on_event)?;
        let files = self.our_files(self.files(&people)?);
        let (folder, record) = (self.folder(), self.record(&people)?);
        let mut batch = Batch::begin(&folder, record, self.options.start)?;
        let mut before = Report::default();
        let missing = self.take_up(&mut batch, files, &mut before, on_event)?;
        let report = match self.make(&people, &missing, before, Some(&mut batch), on_event) {
            Ok(report) => report,
            Err(failure) => {
                if matches!(failure, Failure::Machine(_)) {
                    // What is finished waits to be gone on with.
                    batch.keep();
                }
                return Err(failure);
            }
        };
        let written = batch.finish()?;
        let list = |name| written.iter().find(|path| path.ends_with(name)).cloned();
        Ok(Report {
            manifest: list(archive::MANIFEST),
            rejected: list(archive::REJECTED),
            ..report
        })
    }

    /// Makes these files, after what an earlier run left whole, and puts them into the
    /// batch: where there is none, nothing is written and no row is bad enough to stop.
    fn make(
        &self,
        people: &People,
        files: &[RunFile],
        mut report: Report,
        mut batch: Option<&mut Batch>,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<Report, Failure> {
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
        let production = self.production(people, files, self.manner());
        let outcome = production.each(bad_rows, |file, made| {
            if let Some(batch) = &mut batch {
                batch.add(&file.name, &made.pdf, &made.letters)?;
            }
            report.add(&made.letters);
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
            for fault in faults() {
                batch.reject(fault.row, &fault.column, fault.code.code());
            }
        }
        for fault in &outcome.faults {
            on_event(Event::LeftOut(fault));
        }
        Ok(Report {
            left_out: rows_of(faults()),
            blank_rows: people.blank,
            warnings: outcome.warnings,
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
        batch: &mut Batch,
        files: Vec<RunFile>,
        report: &mut Report,
        on_event: &mut dyn FnMut(Event),
    ) -> Result<Vec<RunFile>, Failure> {
        let mut missing = Vec::new();
        for file in files {
            let letters = batch.letters_in(&file.name);
            if letters.len() == file.letters.len() {
                report.add(letters);
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
}
