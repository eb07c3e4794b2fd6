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
        _ => {
            let help = elsewhere("check the disk and run the command again, or ");
            return Failure::machine(format!("`{shown}` could not be written"), help)
                .because(error);
        }
    };
    Failure::machine(what, help).explaining(error)
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
