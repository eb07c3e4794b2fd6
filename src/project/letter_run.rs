//! A run: letters put into files, and the files made by processes of their own, so
//! that one letter that cannot be set costs that letter and not the run.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::PathBuf;

use super::letters::Letters;
use super::orders::{
    Answer, FileMade, Greeting, Manner, Order, OrderedLetter, Said, Separator, pack, unpack,
};
use super::packs::{Pack, Packing, Sorting};
use super::{BadRows, Project};
use crate::crew::{self, Hand, Limits, Lost, Outcome};
use crate::press::{Stretch, plural};
use crate::problem::{Failure, Problem};
use crate::read::table::{RowFault, problems_of};

/// The code of a row whose letter was set and is not right.
const DOES_NOT_FIT: &str = "does-not-fit";
/// The code of a row whose letter took longer than a letter may.
const TOO_SLOW: &str = "too-slow";
/// The code of a row whose letter ended the process that set it.
const CANNOT_BE_SET: &str = "cannot-be-set";

/// How many letters are counted in one order.
const COUNTED_TOGETHER: usize = 20;

/// The processes that set letters.
#[derive(Debug)]
pub struct Workers {
    /// This program.
    pub program: PathBuf,
    /// The words that make it call [`super::set_letters_for_a_run`].
    pub arguments: Vec<OsString>,
    /// How many there are at most, how long a letter may take, how much memory each gets.
    pub limits: Limits,
}

/// One finished file of a run.
#[derive(Debug)]
pub struct FinishedFile {
    /// Its name, without a folder.
    pub name: String,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// The rows of the letters in it, and where in the file they are.
    pub letters: Vec<(usize, Stretch)>,
}

/// What a run said beside its letters.
#[derive(Debug, Default)]
pub struct RunSaid {
    /// What Typst warned of, each thing once.
    pub warnings: Vec<Problem>,
    /// Why rows were left out when their letters were set.
    pub faults: Vec<RowFault>,
}

impl Project {
    /// Which letters go into which file. Where they are sorted by their pages, every
    /// letter is laid out for that.
    ///
    /// # Errors
    /// As [`Project::print_packs`].
    pub fn packs(
        &self,
        letters: &Letters,
        packing: &Packing,
        workers: &Workers,
    ) -> Result<Vec<Pack>, Failure> {
        let pages = match packing.sorting {
            Sorting::Pages => self.count_pages(letters, workers)?,
            Sorting::Rows | Sorting::Postcode => Vec::new(),
        };
        Ok(packing.packs(letters.rows(), &pages))
    }

    /// How many pages each letter has; none where it cannot be set, of which the run
    /// itself will speak.
    fn count_pages(&self, letters: &Letters, workers: &Workers) -> Result<Vec<usize>, Failure> {
        let all: Vec<usize> = (0..letters.count()).collect();
        let packs = (1..).zip(all.chunks(COUNTED_TOGETHER));
        let packs: Vec<Pack> = packs
            .map(|(number, letters)| Pack {
                number,
                name: String::new(),
                letters: letters.to_vec(),
            })
            .collect();
        let mut pages = vec![0; letters.count()];
        let rows = letters.rows().iter().map(|row| row.row);
        let places: BTreeMap<usize, usize> = rows.zip(0..).collect();
        let run = LetterRun {
            project: self,
            letters,
            packs: &packs,
            manner: Manner::Counted,
            packing: &Packing::default(),
        };
        run.work(workers, |file| {
            for (row, stretch) in &file.letters {
                pages[places[row]] = stretch.pages;
            }
            Ok(())
        })?;
        Ok(pages)
    }

    /// Has the files of a run made, and hands each on as it is finished: in any order.
    /// A letter that the processes cannot set is left out and named; so is one that
    /// does not fit, where bad rows are left out.
    ///
    /// # Errors
    /// Every letter that does not fit, where bad rows are refused; what `each` says;
    /// where the processes cannot work.
    pub fn print_packs(
        &self,
        letters: &Letters,
        packs: &[Pack],
        packing: &Packing,
        workers: &Workers,
        each: impl FnMut(FinishedFile) -> Result<(), Failure>,
    ) -> Result<RunSaid, Failure> {
        let run = LetterRun {
            project: self,
            letters,
            packs,
            manner: match packing.print_run {
                None => Manner::Alone,
                Some(_) => Manner::Run,
            },
            packing,
        };
        let said = run.work(workers, each)?;
        let misfits: Vec<RowFault> = said
            .faults
            .iter()
            .filter(|fault| fault.code == DOES_NOT_FIT)
            .cloned()
            .collect();
        match letters.bad_rows() {
            BadRows::Refuse if !misfits.is_empty() => {
                Err(problems_of(letters.file(), &misfits).into())
            }
            _ => Ok(said),
        }
    }
}

/// Letters on their way through the processes.
struct LetterRun<'r> {
    project: &'r Project,
    letters: &'r Letters,
    packs: &'r [Pack],
    manner: Manner,
    packing: &'r Packing,
}

impl LetterRun<'_> {
    fn work(
        &self,
        workers: &Workers,
        mut each: impl FnMut(FinishedFile) -> Result<(), Failure>,
    ) -> Result<RunSaid, Failure> {
        let hand = Hand {
            program: workers.program.clone(),
            arguments: workers.arguments.clone(),
            greeting: self.greeting(),
        };
        let nobody = BTreeSet::new();
        let orders = (0..self.packs.len()).map(|id| self.order(id, &nobody));
        let mut said = RunSaid::default();
        let mut lost: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        crew::run(&hand, &workers.limits, orders, |outcome| match outcome {
            Outcome::Done { id, answer } => {
                let (file, pdf) = made(&answer)?;
                self.note(&file, &mut said);
                if !file.letters.is_empty() {
                    each(FinishedFile {
                        name: self.packs[id].name.clone(),
                        pdf: pdf.to_vec(),
                        letters: file.letters,
                    })?;
                }
                Ok(Vec::new())
            }
            Outcome::Lost { id, steps, why } => {
                let lost = lost.entry(id).or_default();
                let letter = self.left(id, lost).nth(steps);
                let letter = letter.ok_or_else(|| self.cannot_be_written(id, &why))?;
                lost.insert(letter);
                said.faults.push(self.lost(letter, &why, workers));
                let again = self.left(id, lost).next().is_some();
                Ok(again.then(|| self.order(id, lost)).into_iter().collect())
            }
        })?;
        // The processes finish in any order.
        said.faults.sort_by_key(|fault| fault.row);
        said.warnings.sort_by(|a, b| a.message.cmp(&b.message));
        Ok(said)
    }

    fn greeting(&self) -> Vec<u8> {
        let (shelf, options) = (&self.project.shelf, &self.project.options);
        pack(&Greeting::new(shelf, options, self.letters.guide()), &[])
    }

    /// The letters of a file but for those that were lost.
    fn left(&self, id: usize, lost: &BTreeSet<usize>) -> impl Iterator<Item = usize> {
        let letters = self.packs[id].letters.iter().copied();
        letters.filter(move |letter| !lost.contains(letter))
    }

    fn order(&self, id: usize, lost: &BTreeSet<usize>) -> crew::Order {
        let pack_of = &self.packs[id];
        let rows = self.letters.rows();
        let separated = self.packing.print_run.filter(|run| run.separator);
        let order = Order {
            manner: self.manner,
            key: format!("print run {}", pack_of.number),
            duplex: self.packing.duplex,
            separator: separated.map(|_| self.separator(pack_of)),
            letters: self
                .left(id, lost)
                .map(|letter| OrderedLetter {
                    row: rows[letter].row,
                    person: self.letters.person(self.project, letter),
                })
                .collect(),
        };
        crew::Order {
            id,
            bytes: pack(&order, &[]),
        }
    }

    /// What the sheet before the letters of a file says, beside which they are.
    fn separator(&self, pack: &Pack) -> Separator {
        let publication = self.letters.publication();
        Separator {
            file: pack.name.clone(),
            title: publication.title.clone(),
            service: publication.service.name.clone(),
            both_sides: self.packing.duplex,
        }
    }

    fn note(&self, file: &FileMade, said: &mut RunSaid) {
        for warning in &file.warnings {
            let warning = warning.problem();
            if !said.warnings.contains(&warning) {
                said.warnings.push(warning);
            }
        }
        let faults = file.faults.iter();
        said.faults.extend(faults.map(|(row, wrong)| {
            let wrong = wrong.problem();
            let fault = RowFault::new(self.letters.file(), *row, "", DOES_NOT_FIT, &wrong.message);
            wrong.help.into_iter().fold(fault, RowFault::help)
        }));
    }

    fn lost(&self, letter: usize, why: &Lost, workers: &Workers) -> RowFault {
        let (code, what, help) = match why {
            Lost::TooSlow => (
                TOO_SLOW,
                format!(
                    "this letter was not finished after {}",
                    plural(seconds(workers), "second")
                ),
                "look for a very long text in this row, or a template of your own that never ends; \
                 or give letters more time with `--letter-timeout`",
            ),
            Lost::Died(how) => (
                CANNOT_BE_SET,
                format!("this letter cannot be set: the process that set it ended with {how}"),
                "look for a very long text in this row, or a template of your own that takes all memory",
            ),
        };
        let row = self.letters.rows()[letter].row;
        RowFault::new(self.letters.file(), row, "", code, &what).help(help)
    }

    /// All letters were set, and the file could not be made of them.
    fn cannot_be_written(&self, id: usize, why: &Lost) -> Failure {
        let name = &self.packs[id].name;
        let how = match why {
            Lost::TooSlow => "took too long".to_owned(),
            Lost::Died(how) => format!("ended with {how}"),
        };
        Failure::machine(
            format!("`{name}` could not be made: the process that made it {how}"),
            "put fewer letters into a file with `--per-file`, or give more time with `--letter-timeout`",
        )
    }
}

fn seconds(workers: &Workers) -> usize {
    usize::try_from(workers.limits.step.as_secs()).unwrap_or(usize::MAX)
}

/// What a process made of its order.
fn made(answer: &[u8]) -> Result<(FileMade, &[u8]), Failure> {
    match unpack(answer)? {
        (Answer::Made(file), pdf) => Ok((file, pdf)),
        (Answer::Failed(said), _) => {
            let problem = said.first().map(Said::problem);
            let problem = problem.unwrap_or_else(|| Problem::error("a letter cannot be set"));
            Err(Failure::Machine(Box::new(problem)))
        }
    }
}
