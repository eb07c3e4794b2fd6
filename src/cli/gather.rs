//! `leafwright gather`: the parts of a run, put together.

use super::arguments::Gather;
use super::letters::{already_printed, whole};
use super::terminal::Terminal;
use crate::diagnostics::Failure;
use crate::letters::gather;

pub fn run(arguments: &Gather, terminal: &mut Terminal) -> Result<(), Failure> {
    let gathered = gather(
        &arguments.shards,
        &arguments.out.folder,
        already_printed(arguments.replace),
    )?;
    terminal.problems(&gathered.warnings);
    terminal.written(&gathered.folder, &whole(&gathered.counts));
    terminal.say("the folders of the parts can be deleted now");
    Ok(())
}
