//! `leafwright gather`: the parts of a run, put together.

use std::path::Path;

use super::arguments::Gather;
use super::letters::{SHARD, whole};
use super::terminal::Terminal;
use crate::deliver;
use crate::problem::{Failure, Problem};

pub fn run(arguments: &Gather, terminal: &mut Terminal) -> Result<(), Failure> {
    let place = arguments.out.folder.join(name(&arguments.shards[0])?);
    let gathered = deliver::gather(&arguments.shards, &place)?;
    terminal.problems(&gathered.warnings);
    terminal.result(&format!("{}  {}", place.display(), whole(&gathered.counts)));
    terminal.say("the folders of the parts can be deleted now");
    Ok(())
}

/// The name of the whole run's folder.
fn name(shard: &Path) -> Result<String, Failure> {
    let name = shard.file_name().map(|name| name.to_string_lossy());
    let whole = name.as_ref().and_then(|name| name.split_once(SHARD));
    match whole {
        Some((whole, _)) if !whole.is_empty() => Ok(whole.to_owned()),
        _ => Err(Failure::usage(
            Problem::error(format!("`{}` is not a part of a run", shard.display())).help(
                "name the folders that `leafwright letters --shard` made, such as out/invitation.shard-1-of-4",
            ),
        )),
    }
}
