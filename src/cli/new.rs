//! `leafwright new`: a folder to start from, all of it working as it is.

use std::path::Path;

use super::arguments::New;
use super::terminal::Terminal;
use crate::deliver::{Privacy, write_whole};
use crate::problem::{Failure, Problem};
use crate::shelf::example_files;

pub fn run(arguments: &New, terminal: &mut Terminal) -> Result<(), Failure> {
    let folder = &arguments.folder;
    let shown = folder.display();
    if folder.exists() && !is_empty_folder(folder) {
        return Err(
            Problem::error(format!("`{shown}` is there already, and it is not empty"))
                .help("choose another name; nothing was changed")
                .into(),
        );
    }
    for (path, bytes) in example_files() {
        let privacy = match path.ends_with("people.csv") {
            true => Privacy::Private,
            false => Privacy::Public,
        };
        let path = folder.join(path);
        write_whole(&path, bytes, privacy)?;
        terminal.result(&path.display().to_string());
    }
    terminal.say(&format!(
        "\nNext:\n  cd {shown}\n  leafwright build\nThen put your own names and numbers into service.yaml."
    ));
    Ok(())
}

fn is_empty_folder(folder: &Path) -> bool {
    folder
        .read_dir()
        .is_ok_and(|mut entries| entries.next().is_none())
}
