//! What is wrong, where, and what to do about it.
//!
//! Every room says its trouble as [`Problem`]s and hands them on; only the
//! command line prints them. A problem points at a [`Place`] in a file that was
//! read, so that a person sees the line they have to change. A spreadsheet of
//! people is the exception: its lines hold names, so a problem there says row
//! and column in its message and has no place.

mod draw;
mod source;
mod suggest;
mod words;

pub use draw::{draw, pointed_at};
pub use source::{Place, SourceId, Sources};
pub use suggest::{closest, did_you_mean, listed, one_of};
pub use words::Words;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is printed until this is mended.
    Error,
    /// It is printed, but somebody should look at it.
    Warning,
    /// Something the program decided and the reader may want to know.
    Note,
}

impl Severity {
    /// The word for it: `error`, `warning` or `note`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The rule it breaks, where there is one: its code and its name, as in
    /// `LW012 word-to-avoid`.
    pub rule: Option<&'static str>,
    /// What is wrong: lower case, values in backticks, no full stop.
    pub message: String,
    /// Where it is, and what to say right under the line (may be empty).
    pub place: Option<(Place, String)>,
    /// Other places that matter, each with what to say there.
    pub also: Vec<(Place, String)>,
    /// What to do, one line each.
    pub help: Vec<String>,
    /// The words meant within the place, where only a part of it is.
    pub words: Option<Words>,
}

impl Problem {
    /// An error with this message.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message)
    }

    /// A warning with this message.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message)
    }

    /// The code of the rule it breaks: `LW012`.
    pub fn code(&self) -> Option<&'static str> {
        self.rule.and_then(|rule| rule.split(' ').next())
    }

    /// A note with this message.
    pub fn note(message: impl Into<String>) -> Self {
        Self::new(Severity::Note, message)
    }

    fn new(severity: Severity, message: impl Into<String>) -> Self {
        Self {
            severity,
            rule: None,
            message: message.into(),
            place: None,
            also: Vec::new(),
            help: Vec::new(),
            words: None,
        }
    }

    /// Says which rule it breaks: code and name.
    #[must_use]
    pub fn rule(mut self, rule: &'static str) -> Self {
        self.rule = Some(rule);
        self
    }

    /// Is as bad as this.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Points at the place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some((place, String::new()));
        self
    }

    /// Points at the place and says something right under it.
    #[must_use]
    pub fn at_saying(mut self, place: Place, label: impl Into<String>) -> Self {
        self.place = Some((place, label.into()));
        self
    }

    /// Points at these words of the place; `text` is what stands there, and the
    /// words begin at byte `start` of it.
    #[must_use]
    pub fn on_words(mut self, text: &str, start: usize, written: &str) -> Self {
        let before = text.get(..start).unwrap_or_default();
        self.words = Some(Words {
            written: written.to_owned(),
            before: before.matches(written).count(),
        });
        self
    }

    /// Points at one more place.
    #[must_use]
    pub fn also(mut self, place: Place, label: impl Into<String>) -> Self {
        self.also.push((place, label.into()));
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Says what to do, where there is something to say.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help.extend(help);
        self
    }
}

/// Why a command could not do what it promised. The kinds are the exit statuses.
#[derive(Debug)]
pub enum Failure {
    /// Something in the input is wrong (exit status 1).
    Input(Vec<Problem>),
    /// The command line is wrong (exit status 2).
    Usage(Vec<Problem>),
    /// The machine failed: disk, permission (exit status 3).
    Machine(Box<Problem>),
}

impl Failure {
    /// A failure of the machine: disk full, no permission, a folder that went away.
    pub fn machine(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Machine(Box::new(Problem::error(message).help(help)))
    }

    /// The command line is wrong: a name on it that means nothing.
    pub fn usage(problem: Problem) -> Self {
        Self::Usage(vec![problem])
    }

    /// The exit status a command ends with.
    pub fn exit_status(&self) -> u8 {
        match self {
            Self::Input(_) => 1,
            Self::Usage(_) => 2,
            Self::Machine(_) => 3,
        }
    }

    /// The problems to print.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Input(problems) | Self::Usage(problems) => problems,
            Self::Machine(problem) => std::slice::from_ref(problem),
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
