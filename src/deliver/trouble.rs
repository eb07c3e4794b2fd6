//! What the machine says, in words that help.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::problem::{Failure, Problem};

const ELSEWHERE: &str = "choose another folder with `--out`";
const RESUME: &str = "run the same command with `--resume` to go on";
const KEPT: &str =
    "the letters that are finished are kept: run the same command with `--resume` to go on";

/// Why `path`, as the person wrote it, could not be written.
pub(super) fn explain(path: &Path, error: &io::Error) -> Failure {
    let shown = path.display();
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Failure::machine(
            format!("the disk is full: `{shown}` could not be written"),
            "free some space, or choose a folder on another disk with `--out`",
        ),
        ErrorKind::ReadOnlyFilesystem => Failure::machine(
            format!("`{shown}` is on a disk that can be read but not written"),
            "choose a folder on another disk with `--out`",
        ),
        ErrorKind::PermissionDenied => Failure::machine(
            format!("there is no permission to write `{shown}`"),
            format!("{ELSEWHERE}, or ask whoever looks after this computer"),
        ),
        ErrorKind::NotADirectory => Failure::machine(
            format!("`{shown}` cannot be made: a part of its path is a file, not a folder"),
            ELSEWHERE,
        ),
        ErrorKind::NotFound => Failure::machine(
            format!("`{shown}` could not be written: its folder is not there"),
            format!("make the folder first, or {ELSEWHERE}"),
        ),
        ErrorKind::InvalidFilename => Failure::machine(
            format!("`{shown}` could not be written: the name is too long or not allowed"),
            "choose a shorter name with `--out`",
        ),
        ErrorKind::ResourceBusy => Failure::machine(
            format!("`{shown}` could not be replaced: something is using it"),
            format!("close what shows it, or {ELSEWHERE}"),
        ),
        _ => Failure::machine(
            format!("`{shown}` could not be written: {error}"),
            format!("check the disk and run the command again, or {ELSEWHERE}"),
        ),
    }
}

/// A file was to be written where a folder is.
pub(super) fn is_a_folder(path: &Path) -> Failure {
    Failure::machine(
        format!(
            "`{}` is a folder, so no file can be written there",
            path.display()
        ),
        "give the name of a file inside it with `--out`",
    )
}

/// A file was to be written where a device or a pipe is.
pub(super) fn is_no_file(path: &Path) -> Failure {
    Failure::machine(
        format!("`{}` is not a file that can be replaced", path.display()),
        "give the name of a file with `--out`",
    )
}

/// A folder was to be made where a file is.
pub(super) fn is_no_folder(path: &Path) -> Failure {
    Failure::machine(
        format!("`{}` is a file, not a folder", path.display()),
        ELSEWHERE,
    )
}

/// A folder that cannot be replaced as a whole: `.`, `..` or `/`.
pub(super) fn is_nameless(path: &Path) -> Failure {
    Failure::machine(
        format!(
            "`{}` cannot be replaced by a folder of letters",
            path.display()
        ),
        "give the name of a folder of its own with `--out`",
    )
}

/// Two runs into one folder.
pub(super) fn is_taken(path: &Path) -> Failure {
    Failure::machine(
        format!("another run is printing into `{}`", path.display()),
        format!("wait until it has ended, or {ELSEWHERE}"),
    )
}

/// Somebody stopped the program. So many letters were finished by then, where any
/// were being made.
pub(super) fn is_interrupted(letters: Option<usize>) -> Failure {
    let stopped = "stopped before the end";
    match letters {
        None => Failure::machine(stopped, "run the same command again"),
        Some(0) => Failure::machine(
            format!("{stopped}: no letter was finished, and nothing is kept"),
            "run the same command again",
        ),
        Some(1) => Failure::machine(
            format!("{stopped}: 1 letter is finished and kept hidden"),
            RESUME,
        ),
        Some(letters) => Failure::machine(
            format!("{stopped}: {letters} letters are finished and kept hidden"),
            RESUME,
        ),
    }
}

/// The folder in which the letters are made went away under them.
pub(super) fn is_gone(path: &Path) -> Failure {
    Failure::machine(
        format!(
            "the letters on their way to `{}` were removed while the run was going on",
            path.display()
        ),
        "run the command again, and leave the folder alone until it has ended",
    )
}

/// Somebody removed one of the finished letters.
pub(super) fn lacks_a_letter(path: &Path) -> Failure {
    Failure::machine(
        format!(
            "a letter on its way to `{}` was removed while the run was going on",
            path.display()
        ),
        "leave the hidden folder beside it alone until the run has ended",
    )
}

/// Says that what is finished waits to be gone on with.
pub(super) fn is_kept(failure: Failure) -> Failure {
    match failure {
        Failure::Machine(problem) => Failure::Machine(Box::new(problem.help(KEPT))),
        Failure::Input(mut problems) => {
            let last = problems.pop().map(|problem| problem.help(KEPT));
            Failure::Input(problems.into_iter().chain(last).collect())
        }
        other => other,
    }
}

/// An unfinished run was made from something else than this one.
pub(super) fn is_another_run(differences: &[String]) -> Failure {
    let mut problems: Vec<Problem> = differences
        .iter()
        .map(|what| Problem::error(format!("{what} has changed since the run began")))
        .collect();
    if let Some(last) = problems.pop() {
        problems.push(
            last.help("put it back as it was to go on with that run")
                .help("or run the command without `--resume` to print every letter afresh"),
        );
    }
    problems.into()
}

/// The program itself is at fault.
pub(super) fn our_fault(message: String) -> Failure {
    Failure::machine(message, "this is a fault in leafwright: please report it")
}

/// The new files are in place, and the old ones are still on the disk.
pub(super) fn left_behind(path: &Path, hidden: &Path, error: &io::Error) -> Failure {
    Failure::machine(
        format!(
            "`{}` is complete, but what was there before is still in `{}`: {error}",
            path.display(),
            hidden.display()
        ),
        "remove that hidden folder yourself: it holds the letters of the earlier run",
    )
}
