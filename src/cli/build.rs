//! `leafwright build`: everything a service prints, or some of it.

use std::path::Path;

use super::arguments::{Build, Making, ServiceChoice, TargetChoice};
use super::proof;
use super::terminal::Terminal;
use crate::deliver::{Privacy, take_away, write_whole};
use crate::problem::{Failure, Problem, Sources, did_you_mean, one_of};
use crate::project::{Printed, Project};

/// Opens the service that was meant, and says which it is.
pub fn open(
    choice: &ServiceChoice,
    making: &Making,
    targets: &[TargetChoice],
    terminal: &mut Terminal,
) -> Result<Project, Failure> {
    terminal.quiet(making.quiet);
    let shelf = choice.shelf()?;
    let project = Project::open(shelf, making.options(targets)?, &mut terminal.sources)
        .map_err(|failure| from_command_line(failure, &terminal.sources))?;
    let name = &project.service().service.name.value;
    terminal.say(&match project.is_example() {
        true => format!("For {name}, the built-in example (no service.yaml here)"),
        false => format!("For {name}"),
    });
    Ok(project)
}

/// A mistake in what was typed, not in a file, is one of the command line.
fn from_command_line(failure: Failure, sources: &Sources) -> Failure {
    let typed = |problem: &Problem| {
        let place = problem.place.as_ref();
        place.is_some_and(|(place, _)| sources.name(place.source).starts_with("--"))
    };
    match failure {
        Failure::Input(problems) if problems.iter().all(typed) => Failure::Usage(problems),
        other => other,
    }
}

/// Whether a guide of this name exists.
///
/// # Errors
/// Where it does not: what was typed is wrong, not a file.
pub fn known_guide(project: &Project, id: &str) -> Result<(), Failure> {
    let guides = project.guides();
    if guides.iter().any(|guide| guide.id == id) {
        return Ok(());
    }
    let known = || guides.iter().map(|guide| guide.id.as_str());
    Err(Failure::usage(
        Problem::error(format!("there is no guide `{id}`"))
            .maybe_help(did_you_mean(id, known()))
            .help(format!("the guides are {}", one_of(known()))),
    ))
}

pub fn run(arguments: &Build, terminal: &mut Terminal) -> Result<(), Failure> {
    let project = open(
        &arguments.service,
        &arguments.making,
        &arguments.targets,
        terminal,
    )?;
    if arguments.proof {
        return proof::run(arguments, &project, terminal);
    }
    let printed = print_all(arguments, &project, &mut terminal.sources)?;
    terminal.problems(printed.iter().flat_map(|file| &file.notes));
    write_all(&printed, &arguments.out.folder, terminal)
}

/// Writes what was printed into a folder, and takes away what it stands in for.
pub fn write_all(
    printed: &[Printed],
    folder: &Path,
    terminal: &mut Terminal,
) -> Result<(), Failure> {
    for file in printed.iter().flat_map(|printed| &printed.files) {
        let path = folder.join(&file.name);
        write_whole(&path, &file.bytes, Privacy::Public)?;
        terminal.result(&format!("{}  {}", path.display(), file.summary));
    }
    let mut outdated = printed.iter().flat_map(|printed| &printed.outdated);
    outdated.try_for_each(|name| take_away(&folder.join(name)))
}

/// The guides that were named, or all that the service prints.
///
/// # Errors
/// Where one of them does not exist.
pub fn guides_of(named: &[String], project: &Project) -> Result<Vec<String>, Failure> {
    for guide in named {
        known_guide(project, guide)?;
    }
    if !named.is_empty() {
        return Ok(named.to_vec());
    }
    let all = project.prints()?.into_iter();
    Ok(all.map(|guide| guide.id).collect())
}

/// Prints everything, into memory: one mistake, and nothing is written.
fn print_all(
    arguments: &Build,
    project: &Project,
    sources: &mut Sources,
) -> Result<Vec<Printed>, Failure> {
    let mut printed = Vec::new();
    let mut problems: Vec<Problem> = Vec::new();
    for guide in guides_of(&arguments.guides, project)? {
        match project.print(&guide, sources) {
            Ok(files) => printed.extend(files),
            Err(Failure::Input(found)) => problems.extend(found),
            Err(other) => return Err(other),
        }
    }
    if problems.is_empty() {
        Ok(printed)
    } else {
        Err(problems.into())
    }
}
