//! `leafwright show` and `leafwright copy`: a guide to change, a little or all of it.

use super::arguments::{Copy, Show};
use super::terminal::Terminal;
use crate::diagnostics::Failure;
use crate::publish::copy_guide;
use crate::read::Reader;

pub fn run(show: &Show, terminal: &mut Terminal) -> Result<(), Failure> {
    let assets = show.service.assets()?;
    let mut reader = Reader::new(&assets, &terminal.sources);
    let text = reader.changeable(&show.guide, show.language.as_deref())?;
    terminal.print(&text);
    Ok(())
}

pub fn copy(copy: &Copy, terminal: &mut Terminal) -> Result<(), Failure> {
    let guide = &copy.guide;
    let assets = copy.service.assets()?;
    for path in copy_guide(&assets, guide)? {
        terminal.result(&path.display().to_string());
    }
    terminal.say(&format!(
        "\nThis guide is yours now: it is printed in place of the built-in one, and a newer \
         leafwright does not change it.\nFor small changes, delete it again and write \
         overrides/{guide}.yaml: `leafwright show {guide}` says how."
    ));
    Ok(())
}
