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
fn worker() -> WorkerCommand {
    workers::started("workers::tests::workers::a_worker")
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
fn jobs<'a>(said: impl IntoIterator<Item = &'a str>) -> Vec<Job<String>> {
    let numbered = said.into_iter().enumerate();
    numbered.map(|(id, said)| job(id, said)).collect()
}

fn job(id: usize, said: &str) -> Job<String> {
    Job {
        id,
        task: said.to_owned(),
    }
}

/// Has them done; what came of it, in the order of their numbers.
fn outcomes(
    greeting: &str,
    limits: &Limits,
    jobs: Vec<Job<String>>,
) -> Result<Vec<Outcome<String>>, Failure> {
    let mut outcomes = Vec::new();
    run(
        &worker(),
        &greeting,
        limits,
        jobs,
        |outcome: Outcome<String>| {
            outcomes.push(outcome);
            Ok(Vec::new())
        },
    )?;
    outcomes.sort_by_key(id);
    Ok(outcomes)
}

fn id(outcome: &Outcome<String>) -> usize {
    match outcome {
        Outcome::Done { id, .. } | Outcome::Lost { id, .. } => *id,
    }
}

fn done(id: usize, answer: &str) -> Outcome<String> {
    Outcome::Done {
        id,
        answer: answer.to_owned(),
    }
}

fn lost(id: usize, steps: usize, why: Lost) -> Outcome<String> {
    Outcome::Lost { id, steps, why }
}

fn died(how: &str) -> Lost {
    Lost::Died(how.to_owned())
}

/// What a failure says: whose fault it is, its messages and its helps.
fn said(failure: &Failure) -> String {
    let whose = match failure {
        Failure::Input(_) => "input",
        Failure::Machine(_) => "machine",
    };
    let lines = failure.problems().into_iter();
    let lines: Vec<String> = lines.map(|problem| problem.to_string()).collect();
    format!("{whose}\n{}\n", lines.join("\n"))
}
