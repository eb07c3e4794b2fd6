//! The service and the guides that a verb was asked for.

use super::arguments::{Making, ServiceChoice};
use super::terminal::Terminal;
use crate::assets::Assets;
use crate::diagnostics::{Error, Failure, Problem, Sources};
use crate::publish::{Options, Workspace, refresh_schemas};
use crate::tailor::PublicationId;

/// Opens the service that was meant, and says which it is.
pub fn open(
    choice: &ServiceChoice,
    making: &Making,
    terminal: &mut Terminal,
) -> Result<Workspace, Failure> {
    opened(Workspace::with, choice, making, terminal)
}

/// The same to look at it: what is wrong with a single setting hides nothing else.
pub fn open_to_judge(
    choice: &ServiceChoice,
    making: &Making,
    terminal: &mut Terminal,
) -> Result<Workspace, Failure> {
    opened(Workspace::to_judge, choice, making, terminal)
}

fn opened(
    open: impl Fn(Assets, Options, Sources) -> Result<Workspace, Error>,
    choice: &ServiceChoice,
    making: &Making,
    terminal: &mut Terminal,
) -> Result<Workspace, Failure> {
    terminal.quiet = making.quiet;
    let sources = terminal.sources.clone();
    let assets = choice.assets()?;
    refresh_schemas(&assets);
    let workspace = open(assets, making.options()?, sources);
    let workspace = workspace.map_err(|error| {
        // Whether what is wrong was typed or stands in a file, decides about the status.
        Failure::from(error).map(|problem| Problem {
            origin: problem.origin(&terminal.sources),
            ..problem
        })
    })?;
    let name = &workspace.service().service.name.value;
    let example = if workspace.is_example() {
        ", the built-in example (no service.yaml here)"
    } else {
        ""
    };
    terminal.say(&format!("For {name}{example}"));
    Ok(workspace)
}

/// The guides that were named, or all that the service prints, each in every language of
/// the service and in the edition that was asked for.
///
/// # Errors
/// Where one of them does not exist.
pub fn publications(
    named: &[String],
    workspace: &Workspace,
    making: &Making,
) -> Result<Vec<PublicationId>, Failure> {
    let ids = if named.is_empty() {
        workspace.publications()?
    } else {
        let of = named.iter().map(|guide| workspace.publications_of(guide));
        of.collect::<Result<Vec<_>, _>>()?.concat()
    };
    let edition = making.edition;
    Ok(ids.into_iter().map(|id| id.in_edition(edition)).collect())
}
