//! A run of letters, from its first look at the people to its finished folder.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::archive::{self, Batch, Enclosed, Start};
use super::event::{Event, FinishedFile, Report};
use super::files::RunFile;
use super::messages::Manner;
use super::options::{BadRows, LetterOptions};
use super::people::{Letters, rows_of};
use super::printer::LetterPrinter;
use super::production::Production;
use crate::diagnostics::{Error, Failure, Help, Problem, Way};
use crate::publish::{Prepared, Workspace};
use crate::read::Kind;
use crate::read::table::problems_of;
use crate::tailor::PublicationId;

/// A letter for the people of a spreadsheet. Nothing is judged until something is asked.
pub struct LetterRun {
    pub(super) workspace: Workspace,
    pub(super) options: LetterOptions,
    pub(super) prepared: Arc<Prepared>,
    going_on: Option<Date>,
}

impl Workspace {
    /// A guide that is a letter, in the one language of the service.
    ///
    /// # Errors
    /// Where there is no such guide, or the service has several languages.
    pub fn letter(&self, guide: &str) -> Result<PublicationId, Error> {
        let mut ids = self.publications_of(guide)?;
        if let [_, second, ..] = self.service().languages.as_slice() {
            let help = Help::from("say which").by(Way::Language);
            return Err(self.error(
                Problem::error("a letter is in one language, and this service has several")
                    .at(second.place)
                    .help(help.then(", once for each group of people")),
            ));
        }
        Ok(ids.swap_remove(0))
    }

    /// A letter for the people of a spreadsheet. A run that is gone on with keeps its day,
    /// unless the workspace was opened for another: half of it is printed with that.
    ///
    /// # Errors
    /// Every mistake in the guide, or that it is no letter.
    pub fn letters(&self, options: LetterOptions) -> Result<LetterRun, Error> {
        let mut workspace = self.clone();
        let mut going_on = None;
        if options.start == Start::Resume && self.options.date.is_none() {
            let before = archive::unfinished(&folder(self, &options));
            going_on = before.and_then(|run| run.options.get("date")?.parse().ok());
            workspace.date = going_on.unwrap_or(workspace.date);
        }
        let prepared = workspace.prepare(&options.publication);
        let prepared = prepared.map_err(|failure| self.error(failure))?;
        let (id, kind) = (&prepared.id.guide, prepared.guide.kind.value);
        if kind != Kind::Letter {
            let help = Help::from("print it").by(Way::Build(id.clone()));
            return Err(self.error(
                Problem::error(format!("`{id}` is a {}, not a letter", kind.id())).help(help),
            ));
        }
        Ok(LetterRun {
            workspace,
            options,
            prepared: Arc::new(prepared),
            going_on,
        })
    }
}

/// Where the letters go: a folder for each publication, and for each part of a run.
fn folder(workspace: &Workspace, options: &LetterOptions) -> PathBuf {
    let stem = options.publication.stem(workspace.own());
    let name = match options.shard {
        Some(shard) => shard.folder_of(&stem),
        None => stem,
    };
    options.out.join(name)
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

    fn printed(&self, on_event: &mut dyn FnMut(Event)) -> Result<Report, Failure> {
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
    fn files(&self, letters: &Letters) -> Result<Vec<RunFile>, Failure> {
        let packing = &self.options.packing;
        let pages = if packing.needs_pages() {
            self.count_pages(letters)?
        } else {
            Vec::new()
        };
        Ok(packing.files(letters.rows(), &pages))
    }

    /// The files that this part of the run makes.
    fn our_files(&self, mut files: Vec<RunFile>) -> Vec<RunFile> {
        if let Some(shard) = self.options.shard {
            files.retain(|file| (file.number - 1) % shard.of == shard.index - 1);
        }
        files
    }

    fn manner(&self) -> Manner {
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

    fn finished(
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

fn count(files: &[RunFile]) -> usize {
    files.iter().map(|file| file.letters.len()).sum()
}

impl RunFile {
    fn finished<'e>(&'e self, letters: &'e [Enclosed]) -> FinishedFile<'e> {
        FinishedFile {
            number: self.number,
            name: &self.name,
            letters,
        }
    }
}
