//! `leafwright letters`: a letter for each person of a spreadsheet.

use super::arguments::{EditionChoice, Letters};
use super::build::{known_guide, open};
use super::terminal::Terminal;
use crate::deliver::{Batch, clean_up_when_interrupted};
use crate::press::plural;
use crate::problem::{Failure, Problem};

pub fn run(arguments: &Letters, terminal: &mut Terminal) -> Result<(), Failure> {
    let file = arguments.people.display().to_string();
    let project = open(&arguments.service, &arguments.printing, &[], terminal)?;
    known_guide(&project, &arguments.guide)?;
    let people = std::fs::read(&arguments.people).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Failure::usage(
            Problem::error(format!("there is no file `{file}`"))
                .help("check the spelling, and the folder you are in"),
        ),
        _ => Failure::machine(
            format!("`{file}` cannot be read: {error}"),
            "check that you may open it, and that it is not locked by another program",
        ),
    })?;
    let letters = project.letters(&arguments.guide, &file, &people, &mut terminal.sources)?;
    terminal.problems(project.notes().iter().chain(letters.notes()));
    if project.is_example() {
        // Said even when quiet: somebody may be about to post these.
        terminal.problems(&[Problem::warning(
            "these letters come from the invented example service, not from yours",
        )
        .help("go to the folder that holds your `service.yaml`, or name it with `--service`")]);
    }

    let folder = match arguments.printing.edition {
        EditionChoice::Standard => arguments.guide.clone(),
        EditionChoice::LargePrint => format!("{}.large-print", arguments.guide),
    };
    let folder = arguments.printing.out.join(folder);
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
