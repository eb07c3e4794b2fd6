//! Problems on their way from one process to another.

use serde::{Deserialize, Serialize};

use super::{Failure, Help, Problem, Severity, Sources};

/// A problem as it travels. Where it points into a file its message says so, because
/// whoever hears of it has not read that file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WireProblem {
    severity: Severity,
    message: String,
    help: Vec<Help>,
}

/// A failure as it travels.
#[derive(Debug, Serialize, Deserialize)]
pub enum WireFailure {
    /// As [`Failure::Input`].
    Input(Vec<WireProblem>),
    /// As [`Failure::Machine`].
    Machine(WireProblem),
}

impl WireProblem {
    /// A problem with its place, in one of these texts, in words.
    pub fn of(problem: &Problem, sources: &Sources) -> Self {
        let message = &problem.message;
        Self {
            severity: problem.severity,
            message: match sources.location(problem) {
                Some(location) => format!("{location}: {message}"),
                None => message.clone(),
            },
            help: problem.help.clone(),
        }
    }
}

impl WireFailure {
    /// A failure with its places, in these texts, in words.
    pub fn of(failure: &Failure, sources: &Sources) -> Self {
        match failure {
            Failure::Input(problems) => {
                let problems = problems.iter();
                Self::Input(
                    problems
                        .map(|problem| WireProblem::of(problem, sources))
                        .collect(),
                )
            }
            Failure::Machine(machine) => Self::Machine(WireProblem::of(&machine.said(), sources)),
        }
    }
}

impl From<WireProblem> for Problem {
    fn from(wire: WireProblem) -> Self {
        Self {
            help: wire.help,
            ..Self::error(wire.message).severity(wire.severity)
        }
    }
}

impl From<WireFailure> for Failure {
    fn from(wire: WireFailure) -> Self {
        match wire {
            WireFailure::Input(problems) => {
                Self::Input(problems.into_iter().map(Problem::from).collect())
            }
            WireFailure::Machine(problem) => Self::from_problem(problem.into()),
        }
    }
}
