//! The folder of a new service.

use std::fs::ReadDir;
use std::path::{Path, PathBuf};

use super::schemas::{with_schema_line, write_schemas};
use crate::assets::{example_files, example_names};
use crate::diagnostics::{Failure, Problem};
use crate::output::{self, Privacy};

/// Makes a folder for a service: the settings, spreadsheets and logo of a built-in
/// example, all of it working as it is, and schemas by which an editor completes them.
/// Gives the paths of the example's files.
///
/// # Errors
/// Where the folder is there and holds anything, where there is no such example, and what
/// the disk says.
pub fn new_service(folder: &Path, like: Option<&str>) -> Result<Vec<PathBuf>, Failure> {
    let mut names = example_names();
    let like = match like {
        None => names.next().unwrap_or_default(),
        Some(like) => names.find(|name| *name == like).ok_or_else(|| {
            let problem = Problem::not_there(format!("there is no example `{like}`"));
            problem.help_known(like, "the examples are", example_names())
        })?,
    };
    let shown = folder.display();
    let is_empty = |mut entries: ReadDir| entries.next().is_none();
    if folder.exists() && !folder.read_dir().is_ok_and(is_empty) {
        return Err(
            Problem::error(format!("`{shown}` is there already, and it is not empty"))
                .help("choose another name; nothing was changed")
                .into(),
        );
    }
    let files = example_files(like).into_iter().map(|(path, bytes)| {
        let privacy = if path.ends_with("people.csv") {
            Privacy::Private
        } else {
            Privacy::Public
        };
        let bytes = with_schema_line(&path, bytes);
        let path = folder.join(path);
        output::write_whole(&path, &bytes, privacy)?;
        Ok(path)
    });
    let files = files.collect::<Result<Vec<_>, Failure>>()?;
    write_schemas(folder)?;
    Ok(files)
}
