//! A run printed into its folder.

use super::archive::{self, Batch};
use super::event::{Event, Report};
use super::files::RunFile;
use super::people::rows_of;
use super::run::LetterRun;
use crate::diagnostics::Failure;
use crate::read::table::problems_of;

impl LetterRun {
    pub(super) fn printed(&self, on_event: &mut dyn FnMut(Event)) -> Result<Report, Failure> {
        self.warn_of_print_run(on_event);
        let letters = self.judge(self.options.bad_rows, on_event)?;
        let files = self.our_files(self.files(&letters)?);
        let (folder, record) = (self.folder(), self.record(&letters)?);
        let mut batch = Batch::begin(&folder, record, self.options.start)?;
        let mut report = Report::default();
        let all = files.len();
        let missing = self.take_up(&mut batch, files, &mut report, on_event)?;
        on_event(Event::Begun {
            files: all,
            letters: report.tally.letters + count(&missing),
            finished: report.tally.letters,
        });
        let production = self.production(&letters, &missing, self.manner());
        let printed = production.each(|file| {
            let planned = &missing[file.index];
            batch.add(&planned.name, &file.pdf, &file.letters)?;
            self.finished(planned, &file.letters, &mut report, on_event);
            if self.options.stop.is_asked() {
                return Err(archive::interrupted(Some(report.tally.letters)));
            }
            Ok(())
        });
        let outcome = match printed {
            Ok(outcome) => outcome,
            Err(failure) => {
                if matches!(failure, Failure::Machine(_)) {
                    // What is finished waits to be gone on with.
                    batch.keep();
                }
                return Err(failure);
            }
        };
        if report.tally.letters == 0 && self.options.shard.is_none() {
            // Rather the letters of an earlier run than a folder of none.
            return Err(problems_of(letters.file(), &outcome.faults).into());
        }
        for fault in letters.faults().iter().chain(&outcome.faults) {
            batch.reject(fault.row, &fault.column, fault.code.code());
        }
        for fault in &outcome.faults {
            on_event(Event::LeftOut(fault));
        }
        let left_out = rows_of(letters.faults().iter().chain(&outcome.faults));
        let written = batch.finish()?;
        let list = |name| written.iter().find(|path| path.ends_with(name)).cloned();
        Ok(Report {
            left_out,
            blank_rows: letters.people.blank,
            warnings: outcome.warnings,
            manifest: list(archive::MANIFEST),
            rejected: list(archive::REJECTED),
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

fn count(files: &[RunFile]) -> usize {
    files.iter().map(|file| file.letters.len()).sum()
}
