//! `leafwright new`: a folder to start from, all of it working as it is.

use std::path::Path;

use super::terminal::Terminal;
use crate::diagnostics::Failure;
use crate::publish::new_service;

pub fn run(folder: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    for path in new_service(folder)? {
        terminal.result(&path.display().to_string());
    }
    terminal.say(&format!(
        "\nNext:\n  cd {}\n  leafwright build\nThen put your own names and numbers into service.yaml.",
        folder.display()
    ));
    Ok(())
}
