//! `leafwright build`: everything a service prints, or some of it.

use super::arguments::Build;
use super::terminal::Terminal;
use crate::deliver::{Privacy, write_whole};
use crate::problem::{Failure, Problem};
use crate::project::Project;

/// Opens the service that was meant, and says which it is.
pub fn open(
    choice: &super::arguments::ServiceChoice,
    printing: &super::arguments::Printing,
    terminal: &mut Terminal,
) -> Result<Project, Failure> {
    terminal.quiet(printing.quiet);
    let shelf = choice.shelf()?;
    let example = shelf.is_example();
    let sources = std::mem::take(&mut terminal.sources);
    match Project::open(shelf, printing.options()?, sources) {
        Ok(project) => {
            let name = &project.service().service.name.value;
            terminal.say(&match example {
                true => format!("For {name}, the built-in example (no service.yaml here)"),
                false => format!("For {name}"),
            });
            Ok(project)
        }
        Err((failure, sources)) => {
            terminal.sources = sources;
            Err(failure)
        }
    }
}

pub fn run(arguments: &Build, terminal: &mut Terminal) -> Result<(), Failure> {
    let mut project = open(&arguments.service, &arguments.printing, terminal)?;
    let outcome = print_all(arguments, &mut project);
    terminal.sources = std::mem::take(&mut project.sources);
    let printed = outcome?;
    let out = &arguments.printing.out;
    terminal.problems(
        project
            .notes()
            .iter()
            .chain(printed.iter().flat_map(|file| &file.notes)),
    );
    for file in &printed {
        let path = out.join(&file.name);
        write_whole(&path, &file.pdf, Privacy::Public)?;
        terminal.result(&format!(
            "{}  {}",
            path.display(),
            size(file.pages, file.pdf.len())
        ));
    }
    Ok(())
}

/// Prints everything, into memory: one mistake, and nothing is written.
fn print_all(
    arguments: &Build,
    project: &mut Project,
) -> Result<Vec<crate::project::Printed>, Failure> {
    let mut guides = arguments.guides.clone();
    if guides.is_empty() {
        guides = project
            .prints()?
            .into_iter()
            .map(|guide| guide.id)
            .collect();
    }
    let mut printed = Vec::new();
    let mut problems: Vec<Problem> = Vec::new();
    for guide in guides {
        match project.print(&guide) {
            Ok(files) => printed.extend(files),
            Err(Failure::Input(found)) => problems.extend(found),
            Err(other) => return Err(other),
        }
    }
    if problems.is_empty() {
        Ok(printed)
    } else {
        Err(problems.into())
    }
}

/// "6 pages, 88 KB"
pub fn size(pages: usize, bytes: usize) -> String {
    let pages = match pages {
        1 => "1 page".to_owned(),
        more => format!("{more} pages"),
    };
    format!("{pages}, {} KB", bytes.div_ceil(1024))
}
