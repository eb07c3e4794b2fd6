//! `leafwright letters`: a letter for each person of a spreadsheet.

mod print;
mod prove;
mod rehearse;
mod summary;
mod verify;

use std::path::{Path, PathBuf};

pub use verify::whole;

use super::arguments::{EditionChoice, Letters, Making};
use super::build::{known_guide, open};
use super::terminal::Terminal;
use crate::deliver;
use crate::problem::{Failure, Problem};
use crate::project::{self, BadRows, PeopleList, Project};
use crate::read::table::{RowFault, problems_of};

/// What the name of a part's folder ends in, before its numbers.
pub const SHARD: &str = ".shard-";

pub fn run(arguments: &Letters, terminal: &mut Terminal) -> Result<(), Failure> {
    if let Some(folder) = &arguments.verify {
        return verify::run(folder, terminal);
    }
    let (Some(guide), Some(people)) = (&arguments.guide, &arguments.people) else {
        // The command line asks for both.
        return Err(Failure::usage(Problem::error("which letter, for whom?")));
    };
    let making = going_on(arguments, guide);
    let project = open(&arguments.service, &making, &[], terminal)?;
    if let (None, Some(day)) = (arguments.making.day.date, making.day.date) {
        terminal.say(&format!("Going on with the letters of {day}"));
    }
    known_guide(&project, guide)?;
    terminal.problems(&together_for_a_post_service(arguments, &project));
    let letters = judged(arguments, &project, guide, people, terminal)?;
    let late = match (arguments.dry_run, arguments.proof || arguments.overlay) {
        (true, _) => rehearse::run(arguments, &project, &letters, terminal)?,
        (_, true) => prove::run(
            arguments,
            &folder(arguments, guide),
            &project,
            &letters,
            terminal,
        )?,
        _ => print::run(
            arguments,
            &folder(arguments, guide),
            &project,
            &letters,
            terminal,
        )?,
    };
    let faults = [letters.faults(), &late].concat();
    match faults.is_empty() {
        true => Ok(()),
        false => Err(problems_of(letters.file(), &faults).into()),
    }
}

/// How the letters are made: a run that is gone on with keeps its day, unless somebody
/// says another. Half of it is printed with that.
fn going_on(arguments: &Letters, guide: &str) -> Making {
    let mut making = arguments.making.clone();
    if arguments.resume && making.day.is_todays() {
        let before = deliver::unfinished(&folder(arguments, guide));
        let day = before.and_then(|run| run.options.get("date")?.parse().ok());
        making.day.date = day;
    }
    making
}

/// The letters and the people, judged; says what is doubtful about them.
fn judged(
    arguments: &Letters,
    project: &Project,
    guide: &str,
    people: &Path,
    terminal: &mut Terminal,
) -> Result<project::Letters, Failure> {
    let (file, bytes) = read_people(people)?;
    let list = PeopleList {
        file: &file,
        bytes: &bytes,
        name_by: arguments.run.name_by.as_deref(),
    };
    // A rehearsal looks at everybody, to say all there is to mend.
    let bad_rows = match arguments.keep_going || arguments.dry_run {
        true => BadRows::LeaveOut,
        false => BadRows::Refuse,
    };
    let letters = project.letters(guide, &list, bad_rows, &mut terminal.sources)?;
    terminal.problems(&letters.notes());
    if project.is_example() {
        // Said even when quiet: somebody may be about to post these.
        terminal.problems(&[Problem::warning(
            "these letters come from the invented example service, not from yours",
        )
        .help("go to the folder that holds your `service.yaml`, or name it with `--service`")]);
    }
    Ok(letters)
}

/// Who prints and posts letters takes them one by one.
fn together_for_a_post_service(arguments: &Letters, project: &Project) -> Option<Problem> {
    let accepts = project.service().letters.post().acceptance()?;
    arguments.run.packing().print_run?;
    let takes = format!("{} takes each letter as a file of its own", accepts.name);
    Some(
        Problem::warning(takes)
            .help("leave `--print-run` out, unless you print and post these yourself"),
    )
}

/// Where the letters go: a folder for each edition, and for each part of a run.
fn folder(arguments: &Letters, guide: &str) -> PathBuf {
    let mut folder = guide.to_owned();
    if arguments.making.edition == EditionChoice::LargePrint {
        folder.push_str(".large-print");
    }
    if let Some(shard) = arguments.run.shard {
        folder = format!("{folder}{SHARD}{}-of-{}", shard.index, shard.of);
    }
    arguments.out.folder.join(folder)
}

/// In how many rows something is wrong.
fn rows_of(early: &[RowFault], late: &[RowFault]) -> usize {
    let mut rows: Vec<usize> = early.iter().chain(late).map(|fault| fault.row).collect();
    rows.sort_unstable();
    rows.dedup();
    rows.len()
}

/// A spreadsheet of people: what messages call it, and what is in it.
///
/// # Errors
/// Where it is not there, or cannot be read.
pub fn read_people(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let file = path.display().to_string();
    match std::fs::read(path) {
        Ok(bytes) => Ok((file, bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(Failure::usage(
            Problem::error(format!("there is no file `{file}`"))
                .help("check the spelling, and the folder you are in"),
        )),
        Err(error) => Err(Failure::machine(
            format!("`{file}` cannot be read: {error}"),
            "check that you may open it, and that it is not locked by another program",
        )),
    }
}
