//! The folder of a new service.

use std::fs::ReadDir;
use std::path::{Path, PathBuf};

use crate::assets::example_files;
use crate::diagnostics::{Failure, Problem};
use crate::output::{self, Privacy};

/// Makes a folder for a service: the settings, spreadsheets and logo of the built-in
/// example, all of it working as it is. Gives the paths of its files.
///
/// # Errors
/// Where the folder is there and holds anything, and what the disk says.
pub fn new_service(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let shown = folder.display();
    let is_empty = |mut entries: ReadDir| entries.next().is_none();
    if folder.exists() && !folder.read_dir().is_ok_and(is_empty) {
        return Err(
            Problem::error(format!("`{shown}` is there already, and it is not empty"))
                .help("choose another name; nothing was changed")
                .into(),
        );
    }
    let files = example_files().into_iter().map(|(path, bytes)| {
        let privacy = if path.ends_with("people.csv") {
            Privacy::Private
        } else {
            Privacy::Public
        };
        let path = folder.join(path);
        output::write_whole(&path, bytes, privacy)?;
        Ok(path)
    });
    files.collect()
}
