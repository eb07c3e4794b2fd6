//! `leafwright needs`: what a service has to decide before its guides can be printed.

use super::arguments::Needs;
use super::terminal::Terminal;
use crate::diagnostics::Failure;
use crate::publish::Workspace;

/// How to use what is printed.
const HOW: &str = "\
# What only your service can say. Copy these lines into service.yaml. Where it has a group
# of the same name already, such as `about:`, copy only the lines below that name.
# A line that starts with # says nothing yet. To answer, take away the # and the 1 space
# after it, and write the answer behind the colon.
";

pub fn run(arguments: &Needs, terminal: &mut Terminal) -> Result<(), Failure> {
    let assets = arguments.service.assets()?;
    let workspace = Workspace::with(assets, Default::default(), terminal.sources.clone())?;
    let guide = arguments.guide.as_deref();
    let lines = workspace.needs(guide)?;
    if lines.is_empty() {
        terminal.say(&match guide {
            Some(guide) => format!("`{guide}` asks nothing of a service"),
            None => "no guide that this service prints asks anything of it".to_owned(),
        });
    } else {
        terminal.print(&format!("{HOW}\n{lines}"));
    }
    Ok(())
}
