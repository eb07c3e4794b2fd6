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
    AlreadyPrinted, BadRows, LetterOptions, LetterRun, ProofKind, Start, stop_when_interrupted,
    verify,
};
use crate::publish::Workspace;
use listener::Listener;
use summary::{RowsWithout, by_hand, counted, envelopes, kinds, left_out, with_rows};

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
    let run = workspace.letters(LetterOptions {
        name_by: arguments.run.name_by.clone(),
        rows: arguments.rows.clone(),
        accept: arguments.accept.clone(),
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
        already_printed: already_printed(arguments.replace),
        workers: Some(arguments.work.workers()?),
        ..LetterOptions::new(
            publication.in_edition(arguments.making.edition),
            arguments.sheet.read(people)?,
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
    let left_out = run.left_out(&listener.left_out);
    left_out.map_or(Ok(()), |error| Err(error.into()))
}

/// What `--replace` says.
pub fn already_printed(replace: bool) -> AlreadyPrinted {
    if replace {
        AlreadyPrinted::Replace
    } else {
        AlreadyPrinted::Keep
    }
}

/// Prints the letters, or those of one part of the run, into their folder.
fn print(
    arguments: &Letters,
    workspace: &Workspace,
    run: &LetterRun,
    listener: &mut Listener,
) -> Result<(), Failure> {
    let verb = listener.terminal.verb().clone();
    stop_when_interrupted(move |failure| Terminal::of(verb.clone()).failure(failure));
    let report = run.print(|event| listener.hear(event))?;
    run.take_proofs_away()?;
    listener.end(&report.warnings);
    listener.name_files(&run.folder(), report.files);
    let terminal = &mut listener.terminal;
    if let Some(path) = &report.rejected {
        terminal.written(path, &left_out(report.left_out));
    }
    if let Some(path) = &report.by_hand_list {
        terminal.written(path, &by_hand(report.by_hand));
    }
    if let Some(path) = &report.manifest {
        let blank = RowsWithout {
            blank: report.blank_rows,
            ..RowsWithout::default()
        };
        terminal.written(path, &with_rows(counted(&report.tally), &blank));
    }
    if let Some(kinds) = kinds(&report.by_kind) {
        terminal.result(&kinds);
    }
    if arguments.run.print_run {
        let gsm = workspace.service().paper.weight();
        terminal.result(&envelopes(&report.tally, gsm, arguments.run.duplex));
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
    let warnings = plural(listener.warnings + report.warnings.len(), "warning");
    let gsm = workspace.service().paper.weight();
    let without = RowsWithout {
        bad: report.left_out,
        asked: report.by_hand,
        blank: report.blank_rows,
    };
    let counted = [Some(counted(&report.tally)), kinds(&report.by_kind)];
    for line in counted.into_iter().flatten().chain([
        envelopes(&report.tally, gsm, arguments.run.duplex),
        with_rows(warnings, &without),
        "nothing was written".to_owned(),
    ]) {
        listener.terminal.result(&line);
    }
    Ok(())
}

/// Prints letters to approve a run by.
fn prove(arguments: &Letters, run: &LetterRun, listener: &mut Listener) -> Result<(), Failure> {
    let kinds = [
        (arguments.overlay, ProofKind::Overlay),
        (arguments.proof, ProofKind::Letters),
    ];
    let kinds = kinds.into_iter().filter(|(is_wanted, _)| *is_wanted);
    let kinds: Vec<ProofKind> = kinds.map(|(_, kind)| kind).collect();
    let proofs = run.proof(&kinds, |event| listener.hear(event))?;
    let folder = run.clear_proofs()?;
    for proof in proofs {
        let path = proof.write_into(&folder)?;
        let said = format!("{}, {}", proof.what, plural(proof.pages, "page"));
        listener.terminal.written(&path, &said);
    }
    Ok(())
}

/// Looks whether every file of a folder is as it was printed.
fn verified(folder: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    let verified = verify(folder)?;
    terminal.problems(&verified.warnings);
    let (counts, program) = (whole(&verified.counts), &verified.record.program);
    terminal.written(folder, &format!("{counts}, as {program} printed them"));
    Ok(())
}
