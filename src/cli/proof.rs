//! `leafwright build --proof`: every guide at the shortest and the longest that a
//! service may be, and what breaks.

use super::arguments::Build;
use super::build::{guides_of, write_all};
use super::terminal::Terminal;
use crate::problem::{Failure, Problem};
use crate::project::{Extreme, Project, extremes};

pub fn run(arguments: &Build, project: &Project, terminal: &mut Terminal) -> Result<(), Failure> {
    let guides = guides_of(&arguments.guides, project)?;
    terminal.problems(project.notes());
    let date = arguments.making.day.day()?;
    let mut broken = Vec::new();
    for extreme in extremes(project.service(), date) {
        let mut options = arguments.making.options(&arguments.targets)?;
        options.settings.extend(extreme.settings.iter().cloned());
        let shelf = arguments.service.shelf()?;
        let at_extreme = Project::open(shelf, options, &mut terminal.sources)?;
        for guide in &guides {
            if !fits(arguments, &at_extreme, guide, &extreme, terminal)? {
                broken.push(format!("`{guide}` with the {}", extreme.what));
            }
        }
    }
    match broken.as_slice() {
        [] => Ok(()),
        broken => Err(Problem::error(format!(
            "a proof breaks: {}",
            broken.join(", ")
        ))
        .help("the problems are above; shorter texts, another format or fewer contacts mend them")
        .into()),
    }
}

/// Prints one guide at one extreme into a folder of its own. What breaks is said,
/// and the proof goes on.
fn fits(
    arguments: &Build,
    project: &Project,
    guide: &str,
    extreme: &Extreme,
    terminal: &mut Terminal,
) -> Result<bool, Failure> {
    let printed = match project.print(guide, &mut terminal.sources) {
        Ok(printed) => printed,
        Err(failure @ Failure::Input(_)) => {
            terminal.say(&format!("{}: {guide} breaks", extreme.name));
            terminal.failure(&failure);
            return Ok(false);
        }
        Err(other) => return Err(other),
    };
    let folder = arguments.out.folder.join("proof").join(extreme.name);
    write_all(&printed, &folder, terminal)?;
    Ok(true)
}
