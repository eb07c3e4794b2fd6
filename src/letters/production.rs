//! The files of a run, made by processes of their own or in this one, so that one
//! letter that cannot be set costs that letter and not the run.

use std::collections::{BTreeMap, BTreeSet};

use super::files::RunFile;
use super::messages::{
    AddressedLetter, Answer, Greeting, LetterFault, LetterJob, MadeFile, Manner, Separator,
};
use super::options::{BadRows, Workers};
use super::printer::LetterPrinter;
use super::recipients::Recipients;
use super::run::LetterRun;
use crate::diagnostics::{Failure, Help, Problem, RowCode, Way, plural, refuse};
use crate::read::table::{RowFault, problems_of};
use crate::tailor::PublicationId;
use crate::workers::{self, Job, Lost, Outcome};

/// How many letters are counted in one job.
const COUNTED_TOGETHER: usize = 20;

/// Letters on their way through the processes.
pub(super) struct Production<'r> {
    pub(super) run: &'r LetterRun,
    pub(super) recipients: &'r Recipients,
    pub(super) files: &'r [RunFile],
    pub(super) manner: Manner,
}

/// What was said beside the files.
#[derive(Default)]
pub(super) struct Aside {
    /// What Typst warned of, each thing once.
    pub(super) warnings: Vec<Problem>,
    /// Why rows were left out when their letters were set.
    pub(super) faults: Vec<RowFault>,
    /// Mistakes in templates, each once with the rows that they stop.
    templates: Vec<(Problem, BTreeSet<usize>)>,
    /// Whether a letter that was poured looked otherwise than written in full.
    pub(super) differed: bool,
}

impl LetterRun {
    /// How many pages each letter has; none where it cannot be set, of which the run
    /// itself will speak.
    ///
    /// # Errors
    /// As [`Production::each`].
    pub(super) fn count_pages(&self, recipients: &Recipients) -> Result<Vec<usize>, Failure> {
        let people = &recipients.people;
        let all: Vec<usize> = (0..people.rows.len()).collect();
        let files = (1..).zip(all.chunks(COUNTED_TOGETHER));
        let files: Vec<RunFile> = files
            .map(|(number, letters)| RunFile {
                number,
                name: String::new(),
                letters: letters.to_vec(),
            })
            .collect();
        let mut pages = vec![0; all.len()];
        let rows = people.rows.iter().map(|row| row.row);
        let places: BTreeMap<usize, usize> = rows.zip(0..).collect();
        self.production(recipients, &files, Manner::Counted)
            .work(|_, file| {
                for letter in &file.letters {
                    pages[places[&letter.row]] = letter.pages;
                }
                Ok(())
            })?;
        Ok(pages)
    }
}

impl Production<'_> {
    /// Makes the files, and hands each on as it is finished: in any order. A letter that
    /// the processes cannot set is left out and named; so is one that does not fit, where
    /// bad rows are left out.
    ///
    /// # Errors
    /// Every letter that does not fit, where bad rows are refused; every mistake in a
    /// template, of which no row is the cause; what `each` says; where the processes
    /// cannot work.
    pub(super) fn each(
        &self,
        bad_rows: BadRows,
        each: impl FnMut(&RunFile, MadeFile) -> Result<(), Failure>,
    ) -> Result<Aside, Failure> {
        let mut aside = self.work(each)?;
        let templates = std::mem::take(&mut aside.templates).into_iter();
        refuse(templates.map(stopped_by_template).collect())?;
        let mut misfits = aside.faults.clone();
        misfits.retain(|fault| fault.code == RowCode::DoesNotFit);
        if bad_rows == BadRows::Refuse {
            refuse(problems_of(&self.recipients.people.name, &misfits))?;
        }
        Ok(aside)
    }

    fn work(
        &self,
        mut each: impl FnMut(&RunFile, MadeFile) -> Result<(), Failure>,
    ) -> Result<Aside, Failure> {
        let nobody = BTreeSet::new();
        let mut aside = Aside::default();
        let mut lost: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let at_once = !self.run.options.in_full && !self.run.workspace.has_own_templates()?;
        let mut settle = |outcome: Outcome<Answer>| match outcome {
            Outcome::Done { id, answer } => {
                let mut made = answer.map_err(of_the_machine)?;
                self.note(&mut made, &mut aside);
                for (file, made) in self.apart(id, made)? {
                    each(file, made)?;
                }
                Ok(Vec::new())
            }
            // Whose letter it was shows where they are set one by one.
            Outcome::Lost { id, .. } if at_once && lost.insert(id, BTreeSet::new()).is_none() => {
                Ok(vec![self.job(id, &nobody, false)?])
            }
            Outcome::Lost { id, steps, why } => {
                let lost = lost.entry(id).or_default();
                let letter = self.left(id, lost).nth(steps);
                let letter = letter.ok_or_else(|| self.cannot_be_written(id, &why))?;
                lost.insert(letter);
                aside.faults.push(self.lost(letter, &why));
                let again = self.left(id, lost).next().is_some();
                let again = again.then(|| self.job(id, lost, false));
                again.into_iter().collect()
            }
        };
        let lots = self.files.len().div_ceil(self.files_in_a_lot());
        let mut jobs = (0..lots).map(|id| self.job(id, &nobody, at_once));
        match &self.run.options.workers {
            Some(workers) => {
                let greeting = Greeting::new(&self.run.workspace, self.letters());
                // A person who cannot be made ready is known before any letter is set.
                let jobs = jobs.map_while(Result::ok);
                workers::run(&workers.command, &greeting, &workers.limits, jobs, settle)?;
            }
            None => {
                let mut printer =
                    LetterPrinter::new(&self.run.workspace, &self.recipients.letters)?;
                jobs.try_for_each(|job| {
                    let Job { id, task } = job?;
                    let answer = printer.work(&task, &mut || {});
                    settle(Outcome::Done { id, answer }).map(|_| ())
                })?;
            }
        }
        // The processes finish in any order.
        aside.faults.sort_by_key(|fault| fault.row);
        aside.warnings.sort_by(|a, b| a.message.cmp(&b.message));
        Ok(aside)
    }

    fn letters(&self) -> Vec<PublicationId> {
        let letters = self.recipients.letters.iter();
        letters.map(|letter| letter.id.clone()).collect()
    }

    fn job(
        &self,
        id: usize,
        lost: &BTreeSet<usize>,
        at_once: bool,
    ) -> Result<Job<LetterJob>, Failure> {
        let file = &self.lot(id)[0];
        let rows = &self.recipients.people.rows;
        let packing = &self.run.options.packing;
        let separated = packing.print_run.filter(|run| run.separator);
        let letters = self.left(id, lost).map(|letter| {
            Ok(AddressedLetter {
                row: rows[letter].row,
                letter: rows[letter].letter,
                person: self.run.person(self.recipients, &rows[letter])?,
            })
        });
        Ok(Job {
            id,
            task: LetterJob {
                manner: self.manner,
                key: format!("print run {}", file.number),
                duplex: packing.duplex,
                in_full: self.run.options.in_full,
                at_once,
                separator: separated.map(|_| self.separator(file)),
                letters: letters.collect::<Result<_, Failure>>()?,
            },
        })
    }

    /// What the sheet before the letters of a file says, beside which they are.
    fn separator(&self, file: &RunFile) -> Separator {
        let publication = &self.run.prepared.publication;
        Separator {
            file: file.name.clone(),
            title: publication.document_title.clone(),
            service: publication.service.name.clone(),
            both_sides: self.run.options.packing.duplex,
        }
    }

    /// Takes what was said of a file beside it.
    fn note(&self, file: &mut MadeFile, aside: &mut Aside) {
        aside.differed |= file.differed;
        for warning in file.warnings.drain(..) {
            if !aside.warnings.contains(&warning) {
                aside.warnings.push(warning);
            }
        }
        for wrong in file.faults.drain(..) {
            if wrong.in_template {
                aside.note_template(wrong);
                continue;
            }
            let (file, code) = (&self.recipients.people.name, RowCode::DoesNotFit);
            let fault = RowFault::new(file, wrong.row, "", code, &wrong.problem.message);
            let help = wrong.problem.help.into_iter();
            aside.faults.push(help.fold(fault, RowFault::help));
        }
    }

    fn lost(&self, letter: usize, why: &Lost) -> RowFault {
        let workers = self.run.options.workers.as_ref();
        let (code, what, help) = match why {
            Lost::TooSlow => (
                RowCode::TooSlow,
                format!(
                    "this letter was not finished after {}",
                    plural(workers.map_or(0, seconds), "second")
                ),
                Help::from(
                    "look for a very long text in this row, or a template of your own that never ends; \
                     or give letters more time",
                )
                .by(Way::LetterTimeout),
            ),
            Lost::Died(how) => (
                RowCode::CannotBeSet,
                format!("this letter cannot be set: both processes that tried ended with {how}"),
                "look for a very long text in this row, or a template of your own that takes all memory"
                    .into(),
            ),
        };
        let people = &self.recipients.people;
        let row = people.rows[letter].row;
        RowFault::new(&people.name, row, "", code, &what).help(help)
    }

    /// All letters were set, and the file could not be made of them.
    fn cannot_be_written(&self, id: usize, why: &Lost) -> Failure {
        let name = &self.lot(id)[0].name;
        let how = match why {
            Lost::TooSlow => "took too long".to_owned(),
            Lost::Died(how) => format!("ended with {how}"),
        };
        Failure::machine(
            format!("`{name}` could not be made: the process that made it {how}"),
            Help::from("put fewer letters into a file")
                .by(Way::PerFile)
                .then(", or give more time")
                .by(Way::LetterTimeout),
        )
    }
}

impl Aside {
    /// A mistake in a template, and one more row that it stops.
    fn note_template(&mut self, wrong: LetterFault) {
        let mut known = self.templates.iter_mut();
        match known.find(|(problem, _)| *problem == wrong.problem) {
            Some((_, rows)) => drop(rows.insert(wrong.row)),
            None => self.templates.push((wrong.problem, [wrong.row].into())),
        }
    }
}

/// A mistake in a template, with how many letters it stops.
fn stopped_by_template((problem, rows): (Problem, BTreeSet<usize>)) -> Problem {
    let first = rows.first().copied().unwrap_or_default();
    let stopped = match rows.len() {
        1 => format!("it stops the letter of row {first}"),
        count => format!("it stops {count} letters, that of row {first} first"),
    };
    problem.help(format!("{stopped}: mend the template, not the row"))
}

fn seconds(workers: &Workers) -> usize {
    usize::try_from(workers.limits.step.as_secs()).unwrap_or(usize::MAX)
}

/// What keeps a process from its work is no fault of any row.
fn of_the_machine(failure: Failure) -> Failure {
    let first = failure.problems().into_iter().next();
    Failure::from_problem(first.unwrap_or_else(|| Problem::error("a letter cannot be set")))
}
