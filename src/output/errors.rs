//! What the machine says, in words that help.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::diagnostics::{Failure, Help, Way};

/// The advice to choose another folder, after these words.
fn elsewhere(before: &str) -> Help {
    Help::from(format!("{before}choose another folder")).by(Way::Out)
}

/// Why `path`, as the person wrote it, could not be written.
pub(crate) fn explain(path: &Path, error: io::Error) -> Failure {
    let shown = path.display();
    let (what, help) = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
            format!("the disk is full: `{shown}` could not be written"),
            Help::from("free some space, or choose a folder on another disk").by(Way::Out),
        ),
        ErrorKind::FileTooLarge => (
            format!("`{shown}` could not be written: files may not be that large here"),
            elsewhere("have whoever set the limit raise it (`ulimit -f`), or "),
        ),
        ErrorKind::ReadOnlyFilesystem => (
            format!("`{shown}` is on a disk that can be read but not written"),
            Help::from("choose a folder on another disk").by(Way::Out),
        ),
        ErrorKind::PermissionDenied => (
            format!("there is no permission to write `{shown}`"),
            elsewhere("").then(", or ask whoever looks after this computer"),
        ),
        ErrorKind::NotADirectory => (
            format!("`{shown}` cannot be made: a part of its path is a file, not a folder"),
            elsewhere(""),
        ),
        ErrorKind::NotFound => (
            format!("`{shown}` could not be written: its folder is not there"),
            elsewhere("make the folder first, or "),
        ),
        ErrorKind::InvalidFilename => (
            format!("`{shown}` could not be written: the name is too long or not allowed"),
            Help::from("choose a shorter name").by(Way::Out),
        ),
        ErrorKind::ResourceBusy => (
            format!("`{shown}` could not be replaced: something is using it"),
            elsewhere("close what shows it, or "),
        ),
        _ if is_about_open_files(&error) => (
            format!("`{shown}` could not be written: too few files may be open at a time here"),
            Help::from(
                "have whoever set the limit raise it (`ulimit -n`), or close other programs",
            ),
        ),
        _ => {
            let help = elsewhere("check the disk and run the command again, or ");
            return Failure::machine(format!("`{shown}` could not be written"), help)
                .because(error);
        }
    };
    Failure::machine(what, help).explaining(error)
}

/// Whether the system says that this program, or all together, have too many files open.
#[cfg(unix)]
pub(crate) fn is_about_open_files(error: &io::Error) -> bool {
    // ENFILE and EMFILE, which have the same numbers on every Unix and no kind of their own.
    matches!(error.raw_os_error(), Some(23 | 24))
}

/// Whether the system says that this program has too many files open.
#[cfg(not(unix))]
pub(crate) fn is_about_open_files(error: &io::Error) -> bool {
    // ERROR_TOO_MANY_OPEN_FILES
    error.raw_os_error() == Some(4)
}

/// A file was to be written where a folder is.
pub(super) fn folder_in_the_way(path: &Path) -> Failure {
    Failure::machine(
        format!(
            "`{}` is a folder, so no file can be written there",
            path.display()
        ),
        Help::from("give the name of a file inside it").by(Way::Out),
    )
}

/// A file was to be written where a device or a pipe is.
pub(super) fn not_a_file(path: &Path) -> Failure {
    Failure::machine(
        format!("`{}` is not a file that can be replaced", path.display()),
        Help::from("give the name of a file").by(Way::Out),
    )
}

/// A folder was to be made where a file is.
pub(crate) fn file_in_the_way(path: &Path) -> Failure {
    Failure::machine(
        format!("`{}` is a file, not a folder", path.display()),
        elsewhere(""),
    )
}
