//! Whether a folder of letters is still what was printed: complete, unchanged, and
//! every row of people accounted for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::manifest::{self, Lines, WholeFile};
use super::record::{self, Counts, Finished, Record};
use super::row_lists::{RowList, RowLists};
use super::whole::State;
use super::{names, sha256_hex, whole};
use crate::diagnostics::{Failure, Problem, listed, refuse};
#[cfg(unix)]
use crate::output;

/// How many faults are shown at a time.
const MOST_SHOWN: usize = 20;

/// The most bytes of a file that the system puts into a folder.
const MOST_OF_A_SYSTEM_FILE: u64 = 1 << 20;

const PRINT_AGAIN: &str = "do not post these letters: print them again";

/// A folder that is complete and unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Where it is.
    pub folder: PathBuf,
    /// What it was printed from.
    pub record: Record,
    /// What it holds.
    pub counts: Counts,
    /// What does no harm to the letters, and should be mended all the same.
    pub warnings: Vec<Problem>,
}

/// All that a folder of letters says of itself.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) verified: Verified,
    pub(super) files: Vec<WholeFile>,
    pub(super) lists: RowLists,
}

/// Proves that a folder holds what was printed into it: its record and its manifest
/// are sound, every file is there with its checksum and no other, and every row of
/// people has a letter or is rejected. Of a part of a run, only its own rows.
///
/// # Errors
/// [`Failure::Input`] with all faults, twenty at most and how many more,
/// or that there is no such folder; [`Failure::Machine`] when it cannot be read.
pub fn verify(folder: &Path) -> Result<Verified, Failure> {
    inspect(folder).map(|content| content.verified)
}

/// As [`verify`], and gives what the folder lists.
pub(super) fn inspect(folder: &Path) -> Result<Content, Failure> {
    let shown = folder.display();
    let files_there = files_in(folder)?;
    if !files_there.contains(names::RECORD) {
        let problem = Problem::error(format!("`{shown}` holds no `{}`", names::RECORD));
        return Err(problem
            .help("name a folder into which letters were printed to the end")
            .into());
    }
    let damaged = |name| {
        let problem = Problem::error(format!("`{shown}/{name}` is damaged"));
        Failure::from(problem.help(PRINT_AGAIN))
    };
    let finished: Finished = record::read(folder).ok_or_else(|| damaged(names::RECORD))?;
    let listed = whole::read(&folder.join(names::MANIFEST));
    let listed = listed.map_err(|_| damaged(names::MANIFEST))?;
    if sha256_hex(&listed) != finished.manifest {
        return Err(damaged(names::MANIFEST));
    }
    let (files, rows) = manifest::parse(&listed).ok_or_else(|| damaged(names::MANIFEST))?;
    let lists = RowLists::read(folder).map_err(|list| damaged(list.file))?;

    let mut faults = strangers(folder, &files_there, &files);
    if !finished.is_as_written(folder) {
        faults.push(format!("`{}` is not as it was written", names::RECORD));
    }
    faults.extend(files.iter().filter_map(|file| changed(folder, file)));
    faults.extend(unaccounted(&finished, &files, &rows));
    faults.extend(list_faults(folder, &finished, &lists, &rows));
    refuse(at_most_twenty(folder, faults))?;
    Ok(Content {
        verified: Verified {
            folder: folder.to_owned(),
            record: finished.record,
            counts: finished.counts,
            warnings: others(folder, &files_there)
                .into_iter()
                .chain(too_open(folder, &files_there))
                .collect(),
        },
        files,
        lists,
    })
}

/// The names of what is in a folder.
fn files_in(folder: &Path) -> Result<BTreeSet<String>, Failure> {
    let shown = folder.display();
    let cannot = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            Problem::not_there(format!("there is no folder `{shown}`"))
                .help("check the spelling, and the folder you are in")
                .into()
        }
        _ => Failure::machine(
            format!("`{shown}` cannot be read"),
            "check that you may open it",
        )
        .because(error),
    };
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        names.insert(entry.file_name().to_string_lossy().into_owned());
    }
    Ok(names)
}

/// Whether the system put this file there, or the program that shows a letter. Those are
/// files, and small.
fn is_of_the_system(folder: &Path, name: &str) -> bool {
    let there = fs::symlink_metadata(folder.join(name));
    let is_small = there.is_ok_and(|there| there.is_file() && there.len() <= MOST_OF_A_SYSTEM_FILE);
    is_small && names::is_of_the_system(name)
}

/// Says which files the system put there.
fn others(folder: &Path, there: &BTreeSet<String>) -> Option<Problem> {
    let others = there.iter().filter(|name| is_of_the_system(folder, name));
    let others: Vec<String> = others.map(|name| format!("`{name}`")).collect();
    let file = if others.len() == 1 { "a file" } else { "files" };
    (!others.is_empty()).then(|| {
        Problem::note(format!(
            "`{}` holds {file} of another program: {}",
            folder.display(),
            listed(&others, "and")
        ))
        .help("a computer puts such files where somebody looks; they are no letters")
    })
}

/// Files that nothing lists.
fn strangers(folder: &Path, there: &BTreeSet<String>, files: &[WholeFile]) -> Vec<String> {
    let mut known: BTreeSet<&str> = names::reserved().collect();
    known.extend(files.iter().map(|file| file.name.as_str()));
    let strangers = there.iter().filter(|name| !known.contains(name.as_str()));
    let strangers = strangers.filter(|name| !is_of_the_system(folder, name));
    strangers
        .map(|name| format!("`{name}` is not in the manifest"))
        .collect()
}

fn changed(folder: &Path, file: &WholeFile) -> Option<String> {
    let name = &file.name;
    match whole::state(&folder.join(name), file) {
        Ok(State::Whole) => None,
        Ok(State::Changed) => Some(format!("`{name}` is not as it was printed")),
        Ok(State::Missing) => Some(format!("`{name}` is missing")),
        Ok(State::NotAFile) => Some(format!("`{name}` is not a file")),
        Err(error) => Some(format!("`{name}` cannot be read: {error}")),
    }
}

/// Lists of rows that are not as they were written, or do not list what the manifest says
/// they do.
fn list_faults(
    folder: &Path,
    finished: &Finished,
    lists: &RowLists,
    rows: &BTreeMap<usize, RowList>,
) -> Vec<String> {
    let mut faults = Vec::new();
    for list in RowList::ALL {
        let name = list.file;
        match (finished.lists.get(name), list.sha256_in(folder)) {
            (before, now) if before == now.as_ref() => {}
            (Some(_), None) => faults.push(format!("`{name}` is missing")),
            _ => faults.push(format!("`{name}` is not as it was written")),
        }
    }
    let there: BTreeSet<(usize, RowList)> = lists.rows().collect();
    let wanted = rows.iter().map(|(row, list)| (*row, *list)).collect();
    if faults.is_empty() && there != wanted {
        let mut differing = there.symmetric_difference(&wanted);
        faults.extend(differing.next().map(|(_, list)| {
            let name = list.file;
            format!("`{name}` does not list the rows that got no letter")
        }));
    }
    faults
}

/// Rows that are nowhere, or twice, and sums that are wrong.
fn unaccounted(
    finished: &Finished,
    files: &[WholeFile],
    listed: &BTreeMap<usize, RowList>,
) -> Option<String> {
    let rows = listed.iter().map(|(row, list)| (*row, *list));
    let lines = match Lines::of(files, rows) {
        Ok(lines) => lines,
        Err(row) => return Some(format!("row {row} is in the manifest twice")),
    };
    if let Some(rows) = lines.other_rows_than(&finished.record) {
        return Some(format!("{rows} are in the manifest"));
    }
    (manifest::counts(files, listed) != finished.counts).then(|| {
        format!(
            "the counts in `{}` are not those of the manifest",
            names::RECORD
        )
    })
}

/// Where others than its owner may open the folder, or files in it.
#[cfg(unix)]
fn too_open(folder: &Path, names: &BTreeSet<String>) -> Option<Problem> {
    use std::os::unix::fs::PermissionsExt;
    let is_open = |path: &Path, mode: u32| {
        let metadata = fs::metadata(path);
        metadata.is_ok_and(|there| there.permissions().mode() & 0o777 & !mode != 0)
    };
    let help = "letters are private: move the folder to where nobody else can open it";
    if is_open(folder, output::FOLDER) {
        let said = format!("others than its owner may open `{}`", folder.display());
        return Some(Problem::warning(said).help(help));
    }
    let open = |name: &&String| {
        !is_of_the_system(folder, name) && is_open(&folder.join(name.as_str()), output::FILE)
    };
    let count = names.iter().filter(open).count();
    let first = names.iter().find(open)?;
    let more = match count {
        1 => String::new(),
        _ => format!(" and {} more", count - 1),
    };
    Some(
        Problem::warning(format!(
            "others than their owner may open `{first}`{more} in `{}`",
            folder.display()
        ))
        .help(help),
    )
}

#[cfg(not(unix))]
fn too_open(_folder: &Path, _names: &BTreeSet<String>) -> Option<Problem> {
    None
}

/// The first twenty faults, and how many more there are.
pub(super) fn at_most_twenty(folder: &Path, faults: Vec<String>) -> Vec<Problem> {
    let more = faults.len().saturating_sub(MOST_SHOWN);
    let say = |fault| Problem::error(format!("`{}`: {fault}", folder.display()));
    let mut problems: Vec<Problem> = faults.into_iter().take(MOST_SHOWN).map(say).collect();
    if more > 0 {
        problems.push(say(format!("and {more} more")));
    }
    if let Some(last) = problems.last_mut() {
        last.help.push(PRINT_AGAIN.into());
    }
    problems
}
