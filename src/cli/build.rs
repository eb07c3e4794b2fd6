//! `leafwright build`: everything a service prints, or some of it.

use super::arguments::{Build, TargetChoice};
use super::proof;
use super::service::{open, publications};
use super::terminal::Terminal;
use super::write::write;
use crate::diagnostics::{Failure, Problem, RuleId, refuse};
use crate::publish::{Published, Workspace, to_approve};
use crate::tailor::PublicationId;

pub fn run(arguments: &Build, terminal: &mut Terminal) -> Result<(), Failure> {
    let workspace = open(&arguments.service, &arguments.making, terminal)?;
    let workspace = workspace
        .in_copies(arguments.copies)
        .drafting(arguments.draft);
    let ids = publications(&arguments.guides, &workspace, &arguments.making)?;
    if arguments.proof {
        return proof::run(arguments, &workspace, &ids, terminal);
    }
    let (published, unanswered) = publish_all(arguments, &workspace, &ids)?;
    let unapproved = to_approve(&published, &workspace);
    let notes = published.iter().flat_map(|files| &files.notes);
    terminal.problems(notes.chain(&unapproved));
    published
        .iter()
        .try_for_each(|files| write(files, &arguments.out.folder, terminal))?;
    refuse(unanswered)
}

/// Publishes everything, into memory: one mistake, and nothing is written. A guide that
/// waits for answers of the service is no mistake of the others: what it waits for is said
/// once they are written.
fn publish_all(
    arguments: &Build,
    workspace: &Workspace,
    ids: &[PublicationId],
) -> Result<(Vec<Published>, Vec<Problem>), Failure> {
    let targets = TargetChoice::targets(&arguments.targets);
    let mut published = Vec::new();
    let (mut problems, mut unanswered) = (Vec::new(), Vec::new());
    for id in ids {
        match workspace.publish(id, &targets).map_err(Failure::from) {
            Ok(files) => published.push(files),
            Err(failure) if failure.is_only(RuleId::UnansweredNeed) => {
                unanswered.extend(failure.into_input()?);
            }
            Err(failure) => problems.extend(failure.into_input()?),
        }
    }
    if problems.is_empty() {
        return Ok((published, unanswered));
    }
    problems.extend(unanswered);
    Err(problems.into())
}
