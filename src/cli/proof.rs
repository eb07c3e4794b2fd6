//! `leafwright build --proof`: every guide at the shortest and the longest that a
//! service may be, and what breaks.

use super::arguments::{Build, TargetChoice};
use super::terminal::Terminal;
use super::write::write;
use crate::diagnostics::{Failure, Problem};
use crate::publish::{Extreme, Workspace, extremes};
use crate::read::Setting;
use crate::tailor::PublicationId;

pub fn run(
    arguments: &Build,
    workspace: &Workspace,
    ids: &[PublicationId],
    terminal: &mut Terminal,
) -> Result<(), Failure> {
    terminal.problems(workspace.notes());
    let mut broken = Vec::new();
    for extreme in extremes(workspace.service(), workspace.date()) {
        let settings = extreme.settings.iter().map(|setting| Setting {
            from: format!("--{}", setting.from),
            ..setting.clone()
        });
        let at_extreme = workspace.with_settings(settings.collect())?;
        for id in ids {
            if !fits(arguments, &at_extreme, id, &extreme, terminal)? {
                broken.push(format!("`{}` with the {}", id.guide, extreme.what));
            }
        }
    }
    if broken.is_empty() {
        return Ok(());
    }
    let problem = Problem::error(format!("a proof breaks: {}", broken.join(", ")));
    let help = "the problems are above; shorter texts, another format or fewer contacts mend them";
    Err(problem.help(help).into())
}

/// Prints one guide at one extreme into a folder of its own. What breaks is said,
/// and the proof goes on.
fn fits(
    arguments: &Build,
    workspace: &Workspace,
    id: &PublicationId,
    extreme: &Extreme,
    terminal: &mut Terminal,
) -> Result<bool, Failure> {
    let published = match workspace.publish(id, &TargetChoice::targets(&arguments.targets)) {
        Ok(published) => published,
        Err(error) => {
            let problems = Failure::from(error).into_input()?;
            terminal.say(&format!("{}: {} breaks", extreme.name, id.guide));
            terminal.failure(&problems.into());
            return Ok(false);
        }
    };
    let folder = arguments.out.folder.join("proof").join(extreme.name);
    write(&published, &folder, terminal)?;
    Ok(true)
}
