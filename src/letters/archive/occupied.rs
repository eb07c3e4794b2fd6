//! Whether a folder may be replaced. Only one that holds nothing but what an
//! earlier run put there: nobody loses a file to leafwright.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::manifest;
use super::names;
use super::record::{self, Finished};
use super::row_lists::RowList;
use crate::diagnostics::{Failure, Help, Problem, Way};
use crate::output;

/// Makes sure that the folder at `place`, which the person calls `shown`, is
/// missing or leafwright's own.
///
/// # Errors
/// [`Failure::Input`] naming a file that leafwright did not make;
/// [`Failure::Machine`] when the folder cannot be read or is a file.
pub(super) fn check(shown: &Path, place: &Path) -> Result<(), Failure> {
    let entries = match fs::read_dir(place) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(_) if place.is_file() => return Err(output::file_in_the_way(shown)),
        Err(error) => return Err(output::explain(shown, error)),
    };
    let mut listed = manifest::files_listed(place).unwrap_or_default();
    let lists = RowList::ALL.into_iter();
    let ours = lists.filter(|list| list.is_ours(place));
    listed.extend(ours.map(|list| list.file.to_owned()));
    if record::read::<Finished>(place).is_some() {
        listed.insert(names::RECORD.to_owned());
    }
    let mut strangers = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| output::explain(shown, error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        let ours = listed.contains(&name) || names::is_of_the_system(&name);
        if !(is_file && ours) {
            strangers.push(name);
        }
    }
    strangers.sort();
    match strangers.as_slice() {
        [] => Ok(()),
        [first, others @ ..] => Err(refuse(shown, first, others.len()).into()),
    }
}

fn refuse(shown: &Path, stranger: &str, others: usize) -> Problem {
    let (more, them) = match others {
        0 => (String::new(), "it"),
        1 => (" and 1 other file".to_owned(), "them"),
        count => (format!(" and {count} other files"), "them"),
    };
    Problem::error(format!(
        "`{}` holds `{stranger}`{more}, which leafwright did not make",
        shown.display()
    ))
    .help(
        Help::from(format!(
            "move {them} somewhere else, or choose another folder"
        ))
        .by(Way::Out),
    )
}
