//! `leafwright schema`: what may stand in a file, for editors.

use super::arguments::Schema;
use super::terminal::Terminal;
use crate::diagnostics::Failure;
use crate::publish::{own_folder, schema, write_schemas};

pub fn run(asked: &Schema, terminal: &mut Terminal) -> Result<(), Failure> {
    let assets = asked.service.assets()?;
    if let Some(of) = asked.of {
        let text = schema(&assets, of, &terminal.sources)?;
        terminal.print(&text);
        return Ok(());
    }
    let written = write_schemas(own_folder(&assets)?)?;
    if written.is_empty() {
        terminal.say("Every schema is as it was.");
    }
    for path in written {
        terminal.result(&path.display().to_string());
    }
    Ok(())
}
