//! `leafwright gather`: the parts of a run, put together.

use super::arguments::Gather;
use super::letters::whole;
use super::terminal::Terminal;
use crate::diagnostics::Failure;
use crate::letters::gather;

pub fn run(arguments: &Gather, terminal: &mut Terminal) -> Result<(), Failure> {
    let gathered = gather(&arguments.shards, &arguments.out.folder)?;
    terminal.problems(&gathered.warnings);
    let (folder, counts) = (gathered.folder.display(), &gathered.counts);
    terminal.result(&format!("{folder}  {}", whole(counts)));
    terminal.say("the folders of the parts can be deleted now");
    Ok(())
}
