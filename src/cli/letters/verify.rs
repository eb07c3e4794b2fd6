//! `leafwright letters --verify`: whether a folder of letters is as it was printed.

use std::path::Path;

use crate::cli::terminal::Terminal;
use crate::deliver;
use crate::problem::Failure;

/// Looks at every file of the folder.
pub fn run(folder: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    let verified = deliver::verify(folder)?;
    terminal.problems(&verified.warnings);
    terminal.result(&format!("{}  {}", folder.display(), verified.said()));
    Ok(())
}
