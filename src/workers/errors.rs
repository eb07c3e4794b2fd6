//! Why work could not be done by processes, in words that help.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::Duration;

use crate::diagnostics::Failure;
use crate::output;

pub(super) fn too_large(error: io::Error) -> Failure {
    Failure::machine(
        "there is more in one piece of work than a worker process can be told",
        "do the work in smaller pieces",
    )
    .because(error)
}

/// Why no process could be started: the program, or what the system gives.
pub(super) fn cannot_start(program: &Path, error: io::Error) -> Failure {
    let (what, help) = match error.kind() {
        ErrorKind::WouldBlock => (
            "the system gives no more processes",
            "close other programs, or have whoever set the limit raise it (`ulimit -u`)",
        ),
        ErrorKind::OutOfMemory => (
            "there is too little memory to start a process that sets letters",
            "close other programs, and run the same command again",
        ),
        _ if output::is_about_open_files(&error) => (
            "too few files may be open at a time to start a process that sets letters",
            "have whoever set the limit raise it (`ulimit -n`), and run the same command again",
        ),
        _ => {
            return Failure::machine(
                format!("cannot start `{}` to do the work", program.display()),
                "see that the program is still there and may be started; install leafwright again \
                 if not",
            )
            .because(error);
        }
    };
    Failure::machine(what, help).explaining(error)
}

pub(super) fn not_ready(patience: Duration, silent: bool, ended: &str) -> Failure {
    let what = if silent {
        format!("was not ready after {} seconds", patience.as_secs())
    } else {
        format!("ended before it was ready ({ended})")
    };
    Failure::machine(
        format!("a worker process {what}"),
        "close other programs, or let fewer processes work at the same time; \
         if it happens every time, give each more memory",
    )
}

pub(super) fn no_worker() -> Failure {
    Failure::machine(
        "the program started as a worker process is another program, or another version",
        "install leafwright again, so that all of it is the same version",
    )
}
