//! What a person types, and what they read on the terminal.
//!
//! Calls into the library; knows nothing of how anything is done. Written files
//! go to standard output, a line each, and so do the findings of `check`, so that
//! another program can read them; everything else goes to standard error.

mod arguments;
mod build;
mod check;
mod columns;
mod desk_test;
mod explain;
mod gather;
mod letters;
mod list;
mod new;
mod progress;
mod proof;
mod report;
mod service;
mod table;
mod terminal;
mod ways;
mod write;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::Write as _;

use clap::{CommandFactory, FromArgMatches};

use crate::diagnostics::shown;
use crate::letters::work;
use crate::output::outlive_size_limit;
use crate::publish::try_out;
use arguments::{Arguments, Verb};
use terminal::Terminal;

/// Runs a command line and gives the exit status: 0 done, 1 something in the
/// input is wrong, 2 the command line is wrong, 3 the machine failed.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    outlive_size_limit();
    let (arguments, verb) = match parsed(arguments) {
        Ok(parsed) => parsed,
        Err(error) => {
            // Help and version are no errors, and clap knows which is which. A
            // closed pipe is nothing to complain about.
            let said = error.render().to_string();
            let _ = match shown(&said) {
                Cow::Borrowed(_) => error.print(),
                Cow::Owned(said) => write!(std::io::stderr(), "{said}"),
            };
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let mut terminal = Terminal::of(verb);
    let outcome = match arguments.verb {
        // Findings are no failure of the command, and have a status all the same.
        Verb::Check(check) => match check::run(&check, &mut terminal) {
            Ok(status) => return status,
            Err(failure) => Err(failure),
        },
        Verb::New { folder } => new::run(&folder, &mut terminal),
        Verb::List(service) => list::run(&service, &mut terminal),
        Verb::Explain { rule } => explain::run(rule.as_deref(), &mut terminal),
        Verb::Build(build) => build::run(&build, &mut terminal),
        Verb::Columns(columns) => columns::run(&columns, &mut terminal),
        Verb::Letters(letters) => letters::run(&letters, &mut terminal),
        Verb::Gather(gather) => gather::run(&gather, &mut terminal),
        Verb::SetLetters => work(),
        Verb::TryOut => try_out(),
        Verb::DeskTest(test) => desk_test::run(&test, &mut terminal),
    };
    match outcome.and_then(|()| terminal.all_heard()) {
        Ok(()) => 0,
        Err(failure) => terminal.failure(&failure),
    }
}

/// What was typed, and what help has to know of its verb.
fn parsed(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<(Arguments, ways::Verb), clap::Error> {
    let matches = Arguments::command().try_get_matches_from(arguments)?;
    let verb = ways::Verb::called(matches.subcommand_name().unwrap_or_default());
    Ok((Arguments::from_arg_matches(&matches)?, verb))
}
