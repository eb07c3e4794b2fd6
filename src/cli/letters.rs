//! `leafwright letters`: a letter for each person of a spreadsheet.

use std::path::{Path, PathBuf};

use super::arguments::{EditionChoice, Letters};
use super::build::{known_guide, open};
use super::terminal::Terminal;
use crate::deliver::{Batch, Privacy, clean_up_when_interrupted, write_whole};
use crate::press::plural;
use crate::problem::{Failure, Problem};
use crate::project::{self, BadRows, FinishedLetter, Project};
use crate::read::table::{RowFault, problems_of};

pub fn run(arguments: &Letters, terminal: &mut Terminal) -> Result<(), Failure> {
    let project = open(&arguments.service, &arguments.making, &[], terminal)?;
    known_guide(&project, &arguments.guide)?;
    let (file, people) = read_people(&arguments.people)?;
    // A rehearsal looks at everybody, to say all there is to mend.
    let bad_rows = match arguments.keep_going || arguments.dry_run {
        true => BadRows::LeaveOut,
        false => BadRows::Refuse,
    };
    let people = (&*file, &*people);
    let letters = project.letters(&arguments.guide, people, bad_rows, &mut terminal.sources)?;
    terminal.problems(&letters.notes());
    if project.is_example() {
        // Said even when quiet: somebody may be about to post these.
        terminal.problems(&[Problem::warning(
            "these letters come from the invented example service, not from yours",
        )
        .help("go to the folder that holds your `service.yaml`, or name it with `--service`")]);
    }
    let late = match (arguments.dry_run, arguments.proof || arguments.overlay) {
        (true, _) => rehearse(&project, &letters, terminal)?,
        (_, true) => prove(arguments, &project, &letters, terminal)?,
        _ => print(&folder(arguments), &project, &letters, terminal)?,
    };
    let faults = [letters.faults(), &late].concat();
    match faults.is_empty() {
        true => Ok(()),
        false => Err(problems_of(&file, &faults).into()),
    }
}

fn folder(arguments: &Letters) -> PathBuf {
    let folder = match arguments.making.edition {
        EditionChoice::Standard => arguments.guide.clone(),
        EditionChoice::LargePrint => format!("{}.large-print", arguments.guide),
    };
    arguments.out.folder.join(folder)
}

/// Prints the letters into their folder. Gives back why rows were left out late.
fn print(
    folder: &Path,
    project: &Project,
    letters: &project::Letters,
    terminal: &mut Terminal,
) -> Result<Vec<RowFault>, Failure> {
    clean_up_when_interrupted();
    let mut batch = Batch::begin(folder)?;
    let mut lines = Vec::new();
    let said = project.print_letters(letters, &mut terminal.sources, |letter| {
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
    if lines.is_empty() {
        // Rather the letters of an earlier run than a folder of none.
        return Err(problems_of(letters.file(), &said.faults).into());
    }
    for fault in letters.faults().iter().chain(&said.faults) {
        batch.reject(fault.row, &fault.column, fault.code);
    }
    let count = lines.len();
    let written = batch.finish()?;
    terminal.problems(&said.warnings);
    for line in lines {
        terminal.result(&line);
    }
    for list in written
        .iter()
        .filter(|path| path.extension() != Some("pdf".as_ref()))
    {
        let counted = match list.ends_with("manifest.csv") {
            true => counted(plural(count, "letter"), 0, letters.blank_rows()),
            false => left_out(rows_of(letters.faults(), &said.faults)),
        };
        terminal.result(&format!("{}  {counted}", list.display()));
    }
    Ok(said.faults)
}

/// Sets every letter and writes none, then says what a run would print.
fn rehearse(
    project: &Project,
    letters: &project::Letters,
    terminal: &mut Terminal,
) -> Result<Vec<RowFault>, Failure> {
    let (mut count, mut pages, mut sheets) = (0, 0, 0);
    let each = |letter: FinishedLetter| {
        count += 1;
        pages += letter.pages;
        sheets += letter.pages.div_ceil(2);
        Ok(())
    };
    let said = project.print_letters(letters, &mut terminal.sources, each)?;
    terminal.problems(&said.warnings);
    terminal.result(&format!(
        "{}, {}, {} printed on both sides",
        plural(count, "letter"),
        plural(pages, "page"),
        plural(sheets, "sheet")
    ));
    let warnings = plural(letters.warnings() + said.warnings.len(), "warning");
    let rows = rows_of(letters.faults(), &said.faults);
    terminal.result(&counted(warnings, rows, letters.blank_rows()));
    terminal.result("nothing was written");
    Ok(said.faults)
}

/// Prints letters to approve a run by: the shortest and the longest there could be, and
/// one with what the post asks for drawn on it.
fn prove(
    arguments: &Letters,
    project: &Project,
    letters: &project::Letters,
    terminal: &mut Terminal,
) -> Result<Vec<RowFault>, Failure> {
    let mut proofs = Vec::new();
    if arguments.overlay {
        proofs.extend(project.overlay_letter(letters, &mut terminal.sources)?);
    }
    if arguments.proof {
        proofs.extend(project.proof_letters(letters, &mut terminal.sources)?);
    }
    for proof in &proofs {
        let path = folder(arguments).join(proof.name);
        write_whole(&path, &proof.pdf, Privacy::Private)?;
        terminal.result(&format!(
            "{}  {}, {}",
            path.display(),
            proof.what,
            plural(proof.pages, "page")
        ));
    }
    Ok(Vec::new())
}

/// In how many rows something is wrong.
fn rows_of(early: &[RowFault], late: &[RowFault]) -> usize {
    let mut rows: Vec<usize> = early.iter().chain(late).map(|fault| fault.row).collect();
    rows.sort_unstable();
    rows.dedup();
    rows.len()
}

fn counted(first: String, rows: usize, blank: usize) -> String {
    let mut parts = vec![first];
    if rows > 0 {
        parts.push(left_out(rows));
    }
    if blank > 0 {
        parts.push(format!("{} passed over", plural(blank, "blank row")));
    }
    parts.join(", ")
}

fn left_out(rows: usize) -> String {
    format!("{} left out", plural(rows, "row"))
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
