//! `leafwright letters --verify`: whether a folder of letters is as it was printed.

use std::path::Path;

use crate::cli::terminal::Terminal;
use crate::deliver;
use crate::deliver::Counts;
use crate::press::plural;
use crate::problem::Failure;

/// Looks at every file of the folder.
pub fn run(folder: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    let verified = deliver::verify(folder)?;
    terminal.problems(&verified.warnings);
    let printed = &verified.record;
    terminal.result(&format!(
        "{}  {}, as {} printed them",
        folder.display(),
        whole(&verified.counts),
        printed.program
    ));
    Ok(())
}

/// "500 letters in 1 file, nothing missing; 2 rows left out"
pub fn whole(counts: &Counts) -> String {
    let all = format!(
        "{} in {}, nothing missing or changed",
        plural(counts.letters, "letter"),
        plural(counts.files, "file")
    );
    match counts.rejected {
        0 => all,
        rows => format!("{all}, {} left out", plural(rows, "row")),
    }
}
