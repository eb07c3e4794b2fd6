//! `leafwright letters`: a letter for each person of a spreadsheet.

use std::path::Path;

use super::arguments::{EditionChoice, Letters};
use super::build::{known_guide, open};
use super::terminal::Terminal;
use crate::deliver::{Batch, clean_up_when_interrupted};
use crate::press::plural;
use crate::problem::{Failure, Problem};

pub fn run(arguments: &Letters, terminal: &mut Terminal) -> Result<(), Failure> {
    let project = open(&arguments.service, &arguments.making, &[], terminal)?;
    known_guide(&project, &arguments.guide)?;
    let (file, people) = read_people(&arguments.people)?;
    let letters = project.letters(&arguments.guide, &file, &people, &mut terminal.sources)?;
    terminal.problems(letters.notes());
    if project.is_example() {
        // Said even when quiet: somebody may be about to post these.
        terminal.problems(&[Problem::warning(
            "these letters come from the invented example service, not from yours",
        )
        .help("go to the folder that holds your `service.yaml`, or name it with `--service`")]);
    }

    let folder = match arguments.making.edition {
        EditionChoice::Standard => arguments.guide.clone(),
        EditionChoice::LargePrint => format!("{}.large-print", arguments.guide),
    };
    let folder = arguments.out.folder.join(folder);
    clean_up_when_interrupted();
    let mut batch = Batch::begin(&folder)?;
    let mut lines = Vec::new();
    let warnings = project.print_letters(&letters, &mut terminal.sources, |letter| {
        let name = format!("{:04}.pdf", letter.number);
        let path = folder.join(&name);
        lines.push(format!(
            "{}  row {}, {}",
            path.display(),
            letter.row,
            plural(letter.pages, "page")
        ));
        batch.add(&name, &letter.pdf, letter.row, letter.pages)
    })?;
    let written = batch.finish()?;
    terminal.problems(&warnings);
    for line in lines {
        terminal.result(&line);
    }
    if let Some(manifest) = written.iter().find(|path| path.ends_with("manifest.csv")) {
        let count = plural(letters.count(), "letter");
        terminal.result(&format!("{}  {count}", manifest.display()));
    }
    Ok(())
}

/// A spreadsheet of people: what messages call it, and what is in it.
///
/// # Errors
/// Where it is not there, or cannot be read.
pub fn read_people(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let file = path.display().to_string();
    match std::fs::read(path) {
        Ok(bytes) => Ok((file, bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(Failure::usage(
            Problem::error(format!("there is no file `{file}`"))
                .help("check the spelling, and the folder you are in"),
        )),
        Err(error) => Err(Failure::machine(
            format!("`{file}` cannot be read: {error}"),
            "check that you may open it, and that it is not locked by another program",
        )),
    }
}
