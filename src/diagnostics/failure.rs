//! Why something could not be done.

use std::fmt::{self, Display};
use std::io;

use serde::{Deserialize, Serialize};

use super::{Help, Problem, RuleId, Severity, Sources, counted};

/// Why something could not be done.
#[derive(Debug, Serialize, Deserialize)]
pub enum Failure {
    /// Something in the input is wrong, or there is no such thing as was asked for.
    Input(Vec<Problem>),
    /// The machine failed: disk, permission, a process.
    Machine(Box<MachineFailure>),
}

/// A failure of the machine.
#[derive(Debug, Serialize, Deserialize)]
pub struct MachineFailure {
    /// What failed, and what to do.
    pub problem: Problem,
    /// What the system said. It does not travel.
    #[serde(skip)]
    cause: Option<io::Error>,
    /// Whether the problem says all that the cause says.
    explained: bool,
}

impl Failure {
    /// A failure of the machine: disk full, no permission, a folder that went away.
    pub fn machine(message: impl Into<String>, help: impl Into<Help>) -> Self {
        Self::from_problem(Problem::error(message).help(help))
    }

    /// A failure of the machine that is a problem already.
    pub fn from_problem(problem: Problem) -> Self {
        Self::Machine(Box::new(MachineFailure {
            problem,
            cause: None,
            explained: true,
        }))
    }

    /// Keeps what the system said: the message says it in better words.
    #[must_use]
    pub fn explaining(self, cause: io::Error) -> Self {
        self.with_cause(cause, true)
    }

    /// Keeps what the system said, and says it after the message.
    #[must_use]
    pub fn because(self, cause: io::Error) -> Self {
        self.with_cause(cause, false)
    }

    fn with_cause(self, cause: io::Error, explained: bool) -> Self {
        match self {
            Self::Machine(machine) => Self::Machine(Box::new(MachineFailure {
                cause: Some(cause),
                explained,
                ..*machine
            })),
            input @ Self::Input(_) => input,
        }
    }

    /// The problems to say.
    pub fn problems(&self) -> Vec<Problem> {
        match self {
            Self::Input(problems) => problems.clone(),
            Self::Machine(machine) => vec![machine.said()],
        }
    }

    /// Whether this rule is broken and nothing else is wrong.
    pub fn is_only(&self, rule: RuleId) -> bool {
        match self {
            Self::Input(problems) => {
                let mut rules = problems.iter().map(Problem::rule_id);
                !problems.is_empty() && rules.all(|broken| broken == Some(rule))
            }
            Self::Machine(_) => false,
        }
    }

    /// What is wrong in the input, so that more can be collected.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn into_input(self) -> Result<Vec<Problem>, Self> {
        match self {
            Self::Input(problems) => Ok(problems),
            machine @ Self::Machine(_) => Err(machine),
        }
    }

    /// The same failure on its way to another process, as [`Problem::in_words`] has it.
    #[must_use]
    pub fn in_words(&self, sources: &Sources) -> Self {
        let in_words = |problem: &Problem| problem.in_words(sources);
        match self {
            Self::Input(problems) => Self::Input(problems.iter().map(in_words).collect()),
            Self::Machine(machine) => Self::from_problem(in_words(&machine.said())),
        }
    }

    /// The same failure, each of its problems changed.
    #[must_use]
    pub fn map(self, change: impl FnMut(Problem) -> Problem) -> Self {
        let mut change = change;
        match self {
            Self::Input(problems) => Self::Input(problems.into_iter().map(change).collect()),
            Self::Machine(machine) => Self::Machine(Box::new(MachineFailure {
                problem: change(machine.problem),
                ..*machine
            })),
        }
    }
}

/// What is wrong with several things that are read one after the other, so that no mistake
/// hides another.
#[derive(Debug, Default)]
pub struct Gathered {
    /// Everything that is wrong.
    pub problems: Vec<Problem>,
}

impl Gathered {
    /// What was read; nothing where something in it is wrong, which is kept.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn keep<T>(&mut self, read: Result<T, Failure>) -> Result<Option<T>, Failure> {
        match read {
            Ok(read) => Ok(Some(read)),
            Err(failure) => {
                self.problems.extend(failure.into_input()?);
                Ok(None)
            }
        }
    }
}

/// Refuses to go on over problems.
///
/// # Errors
/// The problems, where there are any.
pub fn refuse(problems: Vec<Problem>) -> Result<(), Failure> {
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.into())
    }
}

/// Refuses to go on over errors. Gives what else there is.
///
/// # Errors
/// The errors, where there are any.
pub fn refuse_errors(problems: Vec<Problem>) -> Result<Vec<Problem>, Failure> {
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    let (errors, notes) = problems.into_iter().partition(is_error);
    refuse(errors).map(|()| notes)
}

impl MachineFailure {
    /// The problem, with what the system said where the message does not say it.
    pub fn said(&self) -> Problem {
        match &self.cause {
            Some(cause) if !self.explained => Problem {
                message: format!("{}: {cause}", self.problem.message),
                ..self.problem.clone()
            },
            _ => self.problem.clone(),
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Input(vec![problem])
    }
}

impl From<Vec<Problem>> for Failure {
    fn from(problems: Vec<Problem>) -> Self {
        Self::Input(problems)
    }
}

impl Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(problems) => formatter.write_str(&lines(problems, Problem::to_string)),
            Self::Machine(machine) => write!(formatter, "{}", machine.problem),
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Input(_) => None,
            Self::Machine(machine) => machine
                .cause
                .as_ref()
                .map(|cause| cause as &(dyn std::error::Error + 'static)),
        }
    }
}

/// A failure with the texts its problems point into: what the library gives its callers.
///
/// As text, each problem begins with `file:line:column`.
#[derive(Debug)]
pub struct Error {
    failure: Failure,
    sources: Sources,
}

impl Error {
    /// A failure, and the texts that were read until then.
    pub fn new(failure: Failure, sources: &Sources) -> Self {
        Self {
            failure,
            sources: sources.clone(),
        }
    }

    /// Why it could not be done.
    pub fn failure(&self) -> &Failure {
        &self.failure
    }

    /// The texts that the problems point into.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }
}

impl Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let located = |problem: &Problem| {
            let said = problem.with_help_in(&self.sources);
            match self.sources.location(problem) {
                Some(location) => format!("{location}: {said}"),
                None => said.to_string(),
            }
        };
        match &self.failure {
            Failure::Input(problems) => formatter.write_str(&lines(problems, located)),
            machine @ Failure::Machine(_) => write!(formatter, "{machine}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.failure.source()
    }
}

fn lines(problems: &[Problem], say: impl FnMut(&Problem) -> String) -> String {
    let problems = counted(problems.to_vec());
    problems.iter().map(say).collect::<Vec<_>>().join("\n")
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        error.failure
    }
}
