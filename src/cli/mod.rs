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
mod gallery;
mod gather;
mod import_services;
mod letters;
mod list;
mod needs;
mod new;
mod progress;
mod proof;
mod report;
mod schema;
mod service;
mod show;
mod stumble;
mod table;
mod terminal;
mod tones;
mod versions;
mod ways;
mod write;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::Write as _;

use clap::{CommandFactory, FromArgMatches};

use crate::diagnostics::{Failure, shown};
use crate::letters::work;
use crate::output::outlive_size_limit;
use crate::publish::try_out;
use crate::workers::leave_no_core_file;
use arguments::{Arguments, Verb};
use terminal::Terminal;

/// Runs a command line and gives the exit status: 0 done, 1 something in the
/// input is wrong, 2 the command line is wrong, 3 the machine failed.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    outlive_size_limit();
    leave_no_core_file();
    let (arguments, verb) = match parsed(arguments) {
        Ok(parsed) => parsed,
        Err(error) => return not_run(&error),
    };
    let mut terminal = Terminal::of(verb);
    stumble::note_places();
    let outcome = stumble::caught(|| carried_out(arguments.verb, &mut terminal));
    ended(outcome, &mut terminal)
}

/// Does what was typed, and gives the exit status. Findings of `check` are no failure of the
/// command, and have a status all the same.
fn carried_out(verb: Verb, terminal: &mut Terminal) -> Result<u8, Failure> {
    let done = match verb {
        Verb::Check(check) => return check::run(&check, terminal),
        Verb::New { folder, like } => new::run(&folder, like.as_deref(), terminal),
        Verb::Gallery(gallery) => gallery::run(&gallery, terminal),
        Verb::Versions(asked) => versions::run(&asked, terminal),
        Verb::Tones(tones) => tones::run(&tones, terminal),
        Verb::List(list) => list::run(&list, terminal),
        Verb::Needs(needs) => needs::run(&needs, terminal),
        Verb::Explain { rule } => explain::run(rule.as_deref(), terminal),
        Verb::Show(asked) => show::run(&asked, terminal),
        Verb::Copy(asked) => show::copy(&asked, terminal),
        Verb::Schema(asked) => schema::run(&asked, terminal),
        Verb::Build(build) => build::run(&build, terminal),
        Verb::Columns(columns) => columns::run(&columns, terminal),
        Verb::ImportServices(import) => import_services::run(&import, terminal),
        Verb::Letters(letters) => letters::run(&letters, terminal),
        Verb::Gather(gather) => gather::run(&gather, terminal),
        Verb::SetLetters => work(),
        Verb::TryOut => try_out(),
        Verb::DeskTest(test) => desk_test::run(&test, terminal),
    };
    done.map(|()| 0)
}

/// The exit status of what was done, once all of it is said.
fn ended(outcome: Result<u8, Failure>, terminal: &mut Terminal) -> u8 {
    let heard = outcome.and_then(|status| terminal.all_heard().map(|()| status));
    heard.unwrap_or_else(|failure| terminal.failure(&failure))
}

/// Help, the version, or what is wrong with the command line: the first two are no errors,
/// and clap knows which is which.
fn not_run(error: &clap::Error) -> u8 {
    // What was typed stands in it, whatever was typed.
    let said = error.render().to_string();
    let printed = match shown(&said) {
        Cow::Borrowed(_) => error.print(),
        Cow::Owned(said) => write!(std::io::stderr(), "{said}"),
    };
    let status = u8::try_from(error.exit_code()).unwrap_or(2);
    let mut terminal = Terminal::of(ways::Verb::called(""));
    if status == 0 {
        terminal.heard(printed);
    }
    ended(Ok(status), &mut terminal)
}

/// What was typed, and what help has to know of its verb.
fn parsed(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<(Arguments, ways::Verb), clap::Error> {
    let matches = Arguments::command().try_get_matches_from(arguments)?;
    let verb = ways::Verb::typed_in(&matches);
    Ok((Arguments::from_arg_matches(&matches)?, verb))
}
