//! `leafwright letters`: a letter for each person of a spreadsheet.

use super::arguments::Letters;
use super::build::{open, size};
use super::terminal::Terminal;
use crate::deliver::Batch;
use crate::problem::{Failure, Problem};
use crate::project::Project;

pub fn run(arguments: &Letters, terminal: &mut Terminal) -> Result<(), Failure> {
    let file = arguments.people.display().to_string();
    let mut project = open(&arguments.service, &arguments.printing, terminal)?;
    let people = std::fs::read(&arguments.people).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Problem::error(format!("there is no file `{file}`"))
            .help("check the spelling, and the folder you are in")
            .into(),
        _ => Failure::machine(
            format!("`{file}` cannot be read: {error}"),
            "check that you may open it, and that it is not locked by another program",
        ),
    })?;
    let outcome = print(arguments, &mut project, &file, &people, terminal);
    terminal.sources = std::mem::take(&mut project.sources);
    outcome
}

fn print(
    arguments: &Letters,
    project: &mut Project,
    file: &str,
    people: &[u8],
    terminal: &mut Terminal,
) -> Result<(), Failure> {
    let letters = project.letters(&arguments.guide, file, people)?;
    // Notes point into what was read so far; the texts go back for the letters.
    terminal.sources = std::mem::take(&mut project.sources);
    terminal.problems(project.notes().iter().chain(letters.notes()));
    project.sources = std::mem::take(&mut terminal.sources);

    let folder = arguments.printing.out.join(&arguments.guide);
    let mut batch = Batch::begin(&folder)?;
    let mut lines = Vec::new();
    project.print_letters(&letters, |letter| {
        let name = format!("{:04}.pdf", letter.number);
        let path = folder.join(&name);
        lines.push(format!(
            "{}  row {}, {}",
            path.display(),
            letter.row,
            size(letter.pages, letter.pdf.len())
        ));
        batch.add(&name, &letter.pdf, letter.row, letter.pages)
    })?;
    let written = batch.finish()?;
    for line in lines {
        terminal.result(&line);
    }
    if let Some(manifest) = written.iter().find(|path| path.ends_with("manifest.csv")) {
        terminal.result(&format!(
            "{}  {} letters",
            manifest.display(),
            letters.count()
        ));
    }
    Ok(())
}
