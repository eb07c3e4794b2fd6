//! Letters printed into their folder.

use std::path::Path;

use super::rows_of;
use super::summary::{Summary, left_out, with_rows};
use crate::cli::arguments::Letters;
use crate::cli::progress::Progress;
use crate::cli::terminal::Terminal;
use crate::deliver::{Batch, Enclosed, Start, stop_when_interrupted};
use crate::press::{Stretch, plural};
use crate::problem::Failure;
use crate::project::{self, Pack, Project};
use crate::read::table::{RowFault, problems_of};

/// How many files are named one by one.
const NAMED: usize = 20;

/// Prints the letters, or those of one part of the run. Gives back why rows were left
/// out late.
pub fn run(
    arguments: &Letters,
    folder: &Path,
    project: &Project,
    letters: &project::Letters,
    terminal: &mut Terminal,
) -> Result<Vec<RowFault>, Failure> {
    let packing = arguments.run.packing();
    let workers = arguments.work.workers()?;
    let packs = our_packs(arguments, project.packs(letters, &packing, &workers)?);
    let (name_by, shard) = (arguments.run.name_by.as_deref(), arguments.run.shard);
    let record = project.record(letters, &packing, name_by, shard)?;
    let start = match arguments.resume {
        true => Start::Resume,
        false => Start::Afresh,
    };
    stop_when_interrupted(|failure| Terminal::new().failure(failure));
    let mut batch = Batch::begin(folder, record, start)?;
    let mut files = Files::of(&packs, name_by);
    let missing = files.take_up(&mut batch, packs)?;
    let all = count(&missing) + files.summary.letters();
    let mut progress = Progress::new(terminal, files.summary.letters(), all);
    let printed = project.print_packs(letters, &missing, &packing, &workers, |file| {
        progress.add(file.letters.len());
        let letters: Vec<Enclosed> = file.letters.iter().map(enclosed).collect();
        batch.add(&file.name, &file.pdf, &letters)?;
        files.note(&file.name, &letters);
        Ok(())
    });
    drop(progress);
    let said = match printed {
        Ok(said) => said,
        Err(failure @ Failure::Machine(_)) => {
            // What is finished waits for `--resume`.
            batch.keep();
            return Err(failure);
        }
        Err(failure) => return Err(failure),
    };
    if files.summary.letters() == 0 && shard.is_none() {
        // Rather the letters of an earlier run than a folder of none.
        return Err(problems_of(letters.file(), &said.faults).into());
    }
    for fault in letters.faults().iter().chain(&said.faults) {
        batch.reject(fault.row, &fault.column, fault.code);
    }
    let written = batch.finish()?;
    terminal.problems(&said.warnings);
    files.say(folder, terminal);
    for list in written
        .iter()
        .filter(|path| path.extension() == Some("csv".as_ref()))
    {
        let said = match list.ends_with("manifest.csv") {
            true => with_rows(files.summary.counted(), 0, letters.blank_rows()),
            false => left_out(rows_of(letters.faults(), &said.faults)),
        };
        terminal.result(&format!("{}  {said}", list.display()));
    }
    if packing.print_run.is_some() {
        let gsm = project.service().paper.weight();
        terminal.result(&files.summary.envelopes(gsm, packing.duplex));
    }
    Ok(said.faults)
}

fn enclosed((row, place): &(usize, Stretch)) -> Enclosed {
    Enclosed {
        row: *row,
        from: place.from,
        pages: place.pages,
        sheets: place.sheets,
    }
}

/// The files that this part of the run makes.
fn our_packs(arguments: &Letters, packs: Vec<Pack>) -> Vec<Pack> {
    let Some(shard) = arguments.run.shard else {
        return packs;
    };
    let ours = |pack: &Pack| (pack.number - 1) % shard.of == shard.index - 1;
    packs.into_iter().filter(ours).collect()
}

fn count(packs: &[Pack]) -> usize {
    packs.iter().map(|pack| pack.letters.len()).sum()
}

/// The files of a run, as they come.
#[derive(Debug)]
struct Files {
    /// What is in them, in the order of the run. Not where they are many, or called after
    /// what may tell who somebody is.
    named: Option<Vec<(String, String)>>,
    count: usize,
    summary: Summary,
}

impl Files {
    fn of(packs: &[Pack], name_by: Option<&str>) -> Self {
        let names = packs.iter().map(|pack| (pack.name.clone(), String::new()));
        let is_said = packs.len() <= NAMED && name_by.is_none();
        Self {
            named: is_said.then(|| names.collect()),
            count: 0,
            summary: Summary::default(),
        }
    }

    /// Notes what an earlier run left whole, and gives the rest.
    fn take_up(&mut self, batch: &mut Batch, packs: Vec<Pack>) -> Result<Vec<Pack>, Failure> {
        let mut missing = Vec::new();
        for pack in packs {
            let letters = batch.letters_in(&pack.name);
            if letters.len() == pack.letters.len() {
                self.note(&pack.name, letters);
                continue;
            }
            if !letters.is_empty() {
                // A letter was lost to a time limit: it may not be this time.
                batch.make_again(&pack.name)?;
            }
            missing.push(pack);
        }
        Ok(missing)
    }

    fn note(&mut self, name: &str, letters: &[Enclosed]) {
        self.count += 1;
        for letter in letters {
            self.summary.add(letter.pages, letter.sheets);
        }
        let named = self.named.iter_mut().flatten();
        for (_, said) in named.filter(|(file, _)| file == name) {
            *said = in_words(letters);
        }
    }

    fn say(&self, folder: &Path, terminal: &mut Terminal) {
        let Some(named) = &self.named else {
            let folder = folder.display();
            terminal.result(&format!("{folder}  {}", plural(self.count, "file")));
            return;
        };
        for (name, said) in named.iter().filter(|(_, said)| !said.is_empty()) {
            terminal.result(&format!("{}  {said}", folder.join(name).display()));
        }
    }
}

/// "row 418, 2 pages", "rows 2 to 501, 500 letters, 1000 pages on 500 sheets"
fn in_words(letters: &[Enclosed]) -> String {
    let mut summary = Summary::default();
    for letter in letters {
        summary.add(letter.pages, letter.sheets);
    }
    let rows = || letters.iter().map(|letter| letter.row);
    match (letters, rows().min(), rows().max()) {
        ([letter], ..) => format!("row {}, {}", letter.row, plural(letter.pages, "page")),
        (_, Some(first), Some(last)) => {
            format!("rows {first} to {last}, {}", summary.counted())
        }
        _ => String::new(),
    }
}
