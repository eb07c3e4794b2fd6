//! Proofs: letters to approve a run by.

use std::path::Path;

use crate::cli::terminal::Terminal;
use crate::deliver::{Privacy, write_whole};
use crate::press::plural;
use crate::problem::Failure;
use crate::project::{self, Project};
use crate::read::table::RowFault;

/// Prints the shortest and the longest letter there could be, and the guide's own
/// samples.
pub fn run(
    folder: &Path,
    project: &Project,
    letters: &project::Letters,
    terminal: &mut Terminal,
) -> Result<Vec<RowFault>, Failure> {
    let proofs = project.proof_letters(letters, &mut terminal.sources)?;
    for proof in &proofs {
        let path = folder.join(proof.name);
        write_whole(&path, &proof.pdf, Privacy::Private)?;
        terminal.result(&format!(
            "{}  {}, {}",
            path.display(),
            proof.what,
            plural(proof.pages, "page")
        ));
    }
    Ok(Vec::new())
}
