//! Letters printed into their folder.

use std::path::Path;

use super::rows_of;
use super::summary::{Summary, left_out, with_rows};
use crate::cli::arguments::Letters;
use crate::cli::progress::Progress;
use crate::cli::terminal::Terminal;
use crate::deliver::{Batch, Enclosed, Start};
use crate::press::plural;
use crate::problem::{Failure, Problem};
use crate::project::{self, FinishedFile, Pack, Project};
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
    let mut batch = Batch::begin(folder, record, start)?;
    let mut files = Files::new(&packs);
    let missing = files.resume(&batch, &packs);
    let mut progress = Progress::new(terminal, files.summary.letters(), count(&packs));
    let printed = project.print_packs(letters, &missing, &packing, &workers, |file| {
        progress.add(file.letters.len());
        files.add(&mut batch, file)
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
    if files.summary.letters() == 0 && arguments.run.shard.is_none() {
        // Rather the letters of an earlier run than a folder of none.
        return Err(problems_of(letters.file(), &said.faults).into());
    }
    for fault in letters.faults().iter().chain(&said.faults) {
        batch.reject(fault.row, &fault.column, fault.code);
    }
    let written = batch.finish()?;
    terminal.problems(&said.warnings);
    for line in &files.lines {
        terminal.result(&format!("{}{}", folder.join("").display(), line.1));
    }
    Ok(said.faults)
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
