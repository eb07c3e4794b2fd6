//! `leafwright letters`: a letter for each person of a spreadsheet.

mod listener;
mod summary;

use std::path::Path;

pub use summary::whole;

use super::arguments::Letters;
use super::service::open;
use super::terminal::Terminal;
use crate::diagnostics::{Failure, Problem, plural};
use crate::letters::{
    BadRows, LetterOptions, LetterRun, PeopleFile, ProofName, Start, stop_when_interrupted, verify,
};
use crate::publish::Workspace;
use listener::Listener;
use summary::{counted, envelopes, left_out, with_rows};

pub fn run(arguments: &Letters, terminal: &mut Terminal) -> Result<(), Failure> {
    if let Some(folder) = &arguments.verify {
        return verified(folder, terminal);
    }
    let (Some(guide), Some(people)) = (&arguments.guide, &arguments.people) else {
        // The command line asks for both.
        return Err(Problem::not_there("which letter, for whom?").into());
    };
    let workspace = open(&arguments.service, &arguments.making, terminal)?;
    let publication = workspace.letter(guide)?;
    let edition = arguments.making.edition.edition();
    let run = workspace.letters(LetterOptions {
        name_by: arguments.run.name_by.clone(),
        bad_rows: if arguments.keep_going {
            BadRows::LeaveOut
        } else {
            BadRows::Refuse
        },
        packing: arguments.run.packing(),
        shard: arguments.run.shard,
        start: if arguments.resume {
            Start::Resume
        } else {
            Start::Afresh
        },
        workers: Some(arguments.work.workers()?),
        ..LetterOptions::new(
            publication.in_edition(edition),
            PeopleFile::read(people)?,
            &arguments.out.folder,
        )
    })?;
    if let Some(day) = run.going_on() {
        terminal.say(&format!("Going on with the letters of {day}"));
    }
    let mut listener = Listener::new(terminal, arguments.run.name_by.is_none());
    if arguments.dry_run {
        rehearse(arguments, &workspace, &run, &mut listener)?;
    } else if arguments.proof || arguments.overlay {
        prove(arguments, &run, &mut listener)?;
    } else {
        print(arguments, &workspace, &run, &mut listener)?;
    }
    match run.left_out(&listener.left_out) {
        None => Ok(()),
        Some(error) => Err(error.into()),
    }
}

/// Prints the letters, or those of one part of the run, into their folder.
fn print(
    arguments: &Letters,
    workspace: &Workspace,
    run: &LetterRun,
    listener: &mut Listener,
) -> Result<(), Failure> {
    stop_when_interrupted(|failure| Terminal::new().failure(failure));
    let report = run.print(|event| listener.hear(event))?;
    listener.end(&report.warnings);
    listener.name_files(&run.folder(), report.files);
    if let Some(path) = &report.rejected {
        let said = left_out(report.left_out);
        listener.result(&format!("{}  {said}", path.display()));
    }
    if let Some(path) = &report.manifest {
        let said = with_rows(counted(&report.tally), 0, report.blank_rows);
        listener.result(&format!("{}  {said}", path.display()));
    }
    if arguments.run.is_print_run() {
        let gsm = workspace.service().paper.weight();
        listener.result(&envelopes(&report.tally, gsm, arguments.run.duplex));
    }
    Ok(())
}

/// Says what a run would print.
fn rehearse(
    arguments: &Letters,
    workspace: &Workspace,
    run: &LetterRun,
    listener: &mut Listener,
) -> Result<(), Failure> {
    let report = run.rehearse(|event| listener.hear(event))?;
    listener.end(&report.warnings);
    let gsm = workspace.service().paper.weight();
    listener.result(&counted(&report.tally));
    listener.result(&envelopes(&report.tally, gsm, arguments.run.duplex));
    let warnings = plural(listener.warnings + report.warnings.len(), "warning");
    listener.result(&with_rows(warnings, report.left_out, report.blank_rows));
    listener.result("nothing was written");
    Ok(())
}

/// Prints letters to approve a run by.
fn prove(arguments: &Letters, run: &LetterRun, listener: &mut Listener) -> Result<(), Failure> {
    let is_wanted = |name: &ProofName| match name {
        ProofName::Overlay => arguments.overlay,
        _ => arguments.proof,
    };
    let names: Vec<ProofName> = ProofName::ALL.into_iter().filter(is_wanted).collect();
    for proof in run.proof(&names, |event| listener.hear(event))? {
        let path = proof.write_into(&run.folder())?;
        let (what, pages) = (proof.name.what(), plural(proof.pages, "page"));
        listener.result(&format!("{}  {what}, {pages}", path.display()));
    }
    Ok(())
}

/// Looks whether every file of a folder is as it was printed.
fn verified(folder: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    let verified = verify(folder)?;
    terminal.problems(&verified.warnings);
    terminal.result(&format!(
        "{}  {}, as {} printed them",
        folder.display(),
        whole(&verified.counts),
        verified.record.program
    ));
    Ok(())
}
