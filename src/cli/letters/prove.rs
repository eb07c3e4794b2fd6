//! Proofs: letters to approve a run by.

use std::path::Path;

use crate::cli::arguments::Letters;
use crate::cli::terminal::Terminal;
use crate::deliver::{Privacy, write_whole};
use crate::press::plural;
use crate::problem::Failure;
use crate::project::{self, Project};
use crate::read::table::RowFault;

/// Prints letters to approve a run by: the shortest and the longest there could be and
/// the guide's own samples, or one with what the post asks for drawn on it.
pub fn run(
    arguments: &Letters,
    folder: &Path,
    project: &Project,
    letters: &project::Letters,
    terminal: &mut Terminal,
) -> Result<Vec<RowFault>, Failure> {
    let mut proofs = Vec::new();
    if arguments.overlay {
        proofs.extend(project.overlay_letter(letters, &mut terminal.sources)?);
    }
    if arguments.proof {
        proofs.extend(project.proof_letters(letters, &mut terminal.sources)?);
    }
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
