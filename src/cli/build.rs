//! `leafwright build`: everything a service prints, or some of it.

use super::arguments::{Build, TargetChoice};
use super::proof;
use super::service::{open, publications};
use super::terminal::Terminal;
use super::write::write;
use crate::diagnostics::{Failure, Problem, refuse};
use crate::publish::{Published, Workspace, to_approve};
use crate::tailor::PublicationId;

pub fn run(arguments: &Build, terminal: &mut Terminal) -> Result<(), Failure> {
    let workspace = open(&arguments.service, &arguments.making, terminal)?;
    let workspace = workspace.in_copies(arguments.copies);
    let ids = publications(&arguments.guides, &workspace, &arguments.making)?;
    if arguments.proof {
        return proof::run(arguments, &workspace, &ids, terminal);
    }
    let published = publish_all(arguments, &workspace, &ids)?;
    let unapproved = to_approve(&published, &workspace);
    let notes = published.iter().flat_map(|files| &files.notes);
    terminal.problems(notes.chain(&unapproved));
    published
        .iter()
        .try_for_each(|files| write(files, &arguments.out.folder, terminal))
}

/// Publishes everything, into memory: one mistake, and nothing is written.
fn publish_all(
    arguments: &Build,
    workspace: &Workspace,
    ids: &[PublicationId],
) -> Result<Vec<Published>, Failure> {
    let targets = TargetChoice::targets(&arguments.targets);
    let mut published = Vec::new();
    let mut problems: Vec<Problem> = Vec::new();
    for id in ids {
        match workspace.publish(id, &targets) {
            Ok(files) => published.push(files),
            Err(error) => problems.extend(Failure::from(error).into_input()?),
        }
    }
    refuse(problems)?;
    Ok(published)
}
