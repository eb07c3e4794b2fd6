//! What goes wrong with a folder of letters, in words that help.

use std::io;
use std::path::Path;

use crate::diagnostics::{Failure, Help, Problem, Way};

const KEPT: &str = "the letters that are finished are kept: ";

/// How to go on, after these words.
fn resume(before: &str) -> Help {
    Help::from(format!("{before}run the same command"))
        .by(Way::Resume)
        .then(" to go on")
}

/// A folder that cannot be replaced as a whole: `.`, `..` or `/`.
pub(super) fn no_name(path: &Path) -> Failure {
    Failure::machine(
        format!(
            "`{}` cannot be replaced by a folder of letters",
            path.display()
        ),
        Help::from("give the name of a folder of its own").by(Way::Out),
    )
}

/// Two runs into one folder.
pub(super) fn another_run_is_printing(path: &Path) -> Failure {
    Failure::machine(
        format!("another run is printing into `{}`", path.display()),
        Help::from("wait until it has ended, or choose another folder").by(Way::Out),
    )
}

/// Somebody stopped the program. So many letters were finished by then, where any
/// were being made.
pub(in crate::letters) fn interrupted(letters: Option<usize>) -> Failure {
    let again = || Help::from("run the same command again");
    let (said, help) = match letters {
        None => (String::new(), again()),
        Some(0) => (
            ": no letter was finished, and nothing is kept".into(),
            again(),
        ),
        Some(1) => (": 1 letter is finished and kept hidden".into(), resume("")),
        Some(letters) => (
            format!(": {letters} letters are finished and kept hidden"),
            resume(""),
        ),
    };
    Failure::machine(format!("stopped before the end{said}"), help)
}

/// The folder in which the letters are made went away under them.
pub(super) fn staging_is_gone(path: &Path) -> Failure {
    Failure::machine(
        format!(
            "the letters on their way to `{}` were removed while the run was going on",
            path.display()
        ),
        "run the command again, and leave the folder alone until it has ended",
    )
}

/// Where the letters are made, a link leads somewhere else.
pub(super) fn link_in_the_way(link: &Path, hidden: &Path) -> Failure {
    Failure::machine(
        format!(
            "`{}` is a link, and the letters would go where it leads",
            link.display()
        ),
        format!(
            "remove the hidden folder `{}` yourself, and run the command again",
            hidden.display()
        ),
    )
}

/// Somebody removed one of the finished letters.
pub(super) fn letter_is_gone(path: &Path) -> Failure {
    Failure::machine(
        format!(
            "a letter on its way to `{}` was removed while the run was going on",
            path.display()
        ),
        "leave the hidden folder beside it alone until the run has ended",
    )
}

/// Says that what is finished waits to be gone on with, where that is not said already.
pub(super) fn kept(failure: Failure) -> Failure {
    let mut left = failure.problems().len();
    failure.map(|problem| {
        left -= 1;
        let said = [resume(""), resume(KEPT)];
        if left > 0 || problem.help.iter().any(|help| said.contains(help)) {
            problem
        } else {
            problem.help(resume(KEPT))
        }
    })
}

/// An unfinished run was made from something else than this one.
pub(super) fn made_from_something_else(differences: &[String]) -> Failure {
    let mut problems: Vec<Problem> = differences
        .iter()
        .map(|what| Problem::error(format!("{what} has changed since the run began")))
        .collect();
    if let Some(last) = problems.last_mut() {
        let afresh = Help::from("or run the command ").by(Way::Afresh);
        last.help = vec![
            "put it back as it was to go on with that run".into(),
            afresh.then(" to print every letter afresh"),
        ];
    }
    problems.into()
}

/// The place holds letters that are not to be replaced.
pub(super) fn already_printed(shown: &Path, letters: &str, same: bool) -> Failure {
    let shown = shown.display();
    let (said, help) = if same {
        (
            format!("`{shown}` holds these very letters already: {letters}"),
            Help::from("nothing has changed since they were printed"),
        )
    } else {
        (
            format!("`{shown}` holds other letters already: {letters}"),
            Help::from("to keep them, choose another folder").by(Way::Out),
        )
    };
    let replace = Help::from("to have the new ones in their place, run the same command");
    Problem::error(said)
        .help(help)
        .help(replace.by(Way::Replace))
        .into()
}

/// The program itself is at fault.
pub(super) fn our_fault(message: String) -> Failure {
    Failure::machine(message, "this is a fault in leafwright: please report it")
}

/// The new files are in place, and the old ones are still on the disk.
pub(super) fn left_behind(path: &Path, hidden: &Path, error: io::Error) -> Failure {
    Failure::machine(
        format!(
            "`{}` is complete, but what was there before is still in `{}`",
            path.display(),
            hidden.display()
        ),
        "remove that hidden folder yourself: it holds the letters of the earlier run",
    )
    .because(error)
}
