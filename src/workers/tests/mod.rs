//! Stories of workers that work, and of workers that come to grief.

mod broken;
mod left_alone;
mod mixed;
mod serving;
mod work;
mod workers;

use std::num::NonZeroUsize;
use std::time::Duration;

use super::{Job, Limits, Lost, Outcome, WorkerCommand, run};
use crate::diagnostics::Failure;

/// A worker that is this test program, doing what `workers` says.
fn worker(greeting: &str) -> WorkerCommand {
    workers::started("workers::tests::workers::a_worker", greeting)
}

/// So many workers, with more time and memory than they need.
fn limits(workers: usize) -> Limits {
    Limits {
        workers: NonZeroUsize::new(workers).expect("some workers"),
        step: Duration::from_secs(60),
        memory: None,
    }
}

/// Jobs, numbered from 0.
fn jobs<'a>(said: impl IntoIterator<Item = &'a str>) -> Vec<Job> {
    let numbered = said.into_iter().enumerate();
    numbered.map(|(id, said)| job(id, said)).collect()
}

fn job(id: usize, said: &str) -> Job {
    Job {
        id,
        bytes: said.as_bytes().to_vec(),
    }
}

/// Has them done; what came of it, in the order of their numbers.
fn outcomes(greeting: &str, limits: &Limits, jobs: Vec<Job>) -> Result<Vec<Outcome>, Failure> {
    let mut outcomes = Vec::new();
    run(&worker(greeting), limits, jobs, |outcome| {
        outcomes.push(outcome);
        Ok(Vec::new())
    })?;
    outcomes.sort_by_key(id);
    Ok(outcomes)
}

fn id(outcome: &Outcome) -> usize {
    match outcome {
        Outcome::Done { id, .. } | Outcome::Lost { id, .. } => *id,
    }
}

fn done(id: usize, answer: &str) -> Outcome {
    Outcome::Done {
        id,
        answer: answer.as_bytes().to_vec(),
    }
}

fn lost(id: usize, steps: usize, why: Lost) -> Outcome {
    Outcome::Lost { id, steps, why }
}

fn died(how: &str) -> Lost {
    Lost::Died(how.to_owned())
}

/// What a failure says: its exit status, its messages and its helps.
fn said(failure: &Failure) -> String {
    let problems = failure.problems().iter();
    let lines = problems.map(|problem| {
        let help = problem.help.join("\n  help: ");
        let severity = problem.severity.word();
        format!("{severity}: {}\n  help: {help}\n", problem.message)
    });
    format!(
        "exit status {}\n{}",
        failure.exit_status(),
        lines.collect::<String>()
    )
}
