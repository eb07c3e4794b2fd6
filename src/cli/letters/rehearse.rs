//! A rehearsal: every letter is set, none is written.

use super::rows_of;
use super::summary::{Summary, with_rows};
use crate::cli::arguments::Letters;
use crate::cli::progress::Progress;
use crate::cli::terminal::Terminal;
use crate::press::plural;
use crate::problem::Failure;
use crate::project::{self, Project};
use crate::read::table::RowFault;

/// Says what a run would print. Gives back why rows would be left out late.
pub fn run(
    arguments: &Letters,
    project: &Project,
    letters: &project::Letters,
    terminal: &mut Terminal,
) -> Result<Vec<RowFault>, Failure> {
    let packing = arguments.run.packing();
    let workers = arguments.work.workers()?;
    let packs = project.packs(letters, &packing, &workers)?;
    let mut summary = Summary::default();
    let mut progress = Progress::new(terminal, 0, letters.count());
    let said = project.print_packs(letters, &packs, &packing, &workers, |file| {
        progress.add(file.letters.len());
        for (_, place) in &file.letters {
            summary.add(place.pages, place.sheets);
        }
        Ok(())
    })?;
    drop(progress);
    terminal.problems(&said.warnings);
    let gsm = project.service().paper.weight();
    terminal.result(&summary.counted());
    terminal.result(&summary.envelopes(gsm, packing.duplex));
    let warnings = plural(letters.warnings() + said.warnings.len(), "warning");
    let rows = rows_of(letters.faults(), &said.faults);
    terminal.result(&with_rows(warnings, rows, letters.blank_rows()));
    terminal.result("nothing was written");
    Ok(said.faults)
}
