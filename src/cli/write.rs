//! What was published, written into a folder, a line a file.

use std::path::Path;

use super::terminal::Terminal;
use crate::diagnostics::Failure;
use crate::publish::Published;

/// Writes the files of a publication into a folder.
pub fn write(files: &Published, folder: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    for file in &files.files {
        let path = file.write_into(folder)?;
        terminal.written(&path, &file.summary);
    }
    Ok(())
}
