//! A failure on its way from a hand to the caller.
//!
//! Kind, severities, messages and helps travel. Places do not: they point into
//! sources that only the hand has read.

use serde::{Deserialize, Serialize};

use crate::problem::{Failure, Problem, Severity};

#[derive(Serialize, Deserialize)]
struct Refusal {
    kind: Kind,
    problems: Vec<Said>,
}

#[derive(Serialize, Deserialize)]
enum Kind {
    Input,
    Usage,
    Machine,
}

#[derive(Serialize, Deserialize)]
struct Said {
    severity: String,
    message: String,
    help: Vec<String>,
}

/// The bytes for it.
pub(super) fn write(failure: &Failure) -> Vec<u8> {
    let kind = match failure {
        Failure::Input(_) => Kind::Input,
        Failure::Usage(_) => Kind::Usage,
        Failure::Machine(_) => Kind::Machine,
    };
    let said = |problem: &Problem| Said {
        severity: problem.severity.word().to_owned(),
        message: problem.message.clone(),
        help: problem.help.clone(),
    };
    let problems = failure.problems().iter().map(said).collect();
    // Plain strings always have a JSON.
    serde_json::to_vec(&Refusal { kind, problems }).unwrap_or_default()
}

/// The failure again; `None` for bytes that are none.
pub(super) fn read(bytes: &[u8]) -> Option<Failure> {
    let refusal: Refusal = serde_json::from_slice(bytes).ok()?;
    let mut problems = refusal.problems.into_iter().map(problem);
    Some(match refusal.kind {
        Kind::Input => Failure::Input(problems.collect()),
        Kind::Usage => Failure::Usage(problems.collect()),
        Kind::Machine => Failure::Machine(Box::new(problems.next()?)),
    })
}

fn problem(said: Said) -> Problem {
    let severity = [Severity::Warning, Severity::Note]
        .into_iter()
        .find(|severity| severity.word() == said.severity)
        .unwrap_or(Severity::Error);
    let problem = Problem::error(said.message).severity(severity);
    said.help.into_iter().fold(problem, Problem::help)
}
