//! What is said between a run and the processes that set its letters.
//!
//! The service and the guide are named and read anew there, with the checksums they
//! must have; people travel with each order, because nothing else may show them.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Options;
use crate::press::Stretch;
use crate::problem::{Failure, Problem, Severity, Sources};
use crate::read::{Edition, Setting};
use crate::shelf::{Checksums, Shelf};
use crate::tailor::Person;

/// What a process has to know before its first order.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Greeting {
    service: Option<PathBuf>,
    settings: Vec<Setting>,
    edition: Edition,
    date: String,
    pub(super) guide: String,
    checksums: Checksums,
}

impl Greeting {
    pub(super) fn new(shelf: &Shelf, options: &Options, guide: &str) -> Self {
        Self {
            service: shelf.folder().map(Path::to_owned),
            settings: options.settings.clone(),
            edition: options.edition,
            date: options.date.to_string(),
            guide: guide.to_owned(),
            checksums: shelf.taken_from_the_service(),
        }
    }

    /// The same files and options as those it was made of.
    pub(super) fn open(&self) -> Result<(Shelf, Options), Failure> {
        let shelf = match &self.service {
            Some(folder) => Shelf::of(folder)?,
            None => Shelf::example(),
        };
        let options = Options {
            settings: self.settings.clone(),
            edition: self.edition,
            targets: Vec::new(),
            date: self.date.parse().map_err(|_| garbled())?,
        };
        Ok((shelf.as_before(self.checksums.clone()), options))
    }
}

/// One file to make.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Order {
    pub(super) manner: Manner,
    /// Whether it is printed on both sides of the paper.
    pub(super) duplex: bool,
    /// Tells the file from every other of the run.
    pub(super) key: String,
    pub(super) separator: Option<Separator>,
    pub(super) letters: Vec<OrderedLetter>,
}

/// What becomes of the letters of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Manner {
    /// One letter, a file of its own.
    Alone,
    /// A file for a printer.
    Run,
    /// No file: only their pages are wanted.
    Counted,
}

/// What the first sheet of a file for a printer says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Separator {
    pub(super) file: String,
    pub(super) title: String,
    pub(super) service: String,
    pub(super) both_sides: bool,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct OrderedLetter {
    pub(super) row: usize,
    pub(super) person: Person,
}

/// What became of an order; the bytes of its file follow.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// A file was made, unless all its letters have faults.
    Made(FileMade),
    /// The machine failed, or the program.
    Failed(Vec<Said>),
}

/// What is in a file. Letters that are missing have faults.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct FileMade {
    pub(super) letters: Vec<(usize, Stretch)>,
    pub(super) faults: Vec<(usize, Said)>,
    pub(super) warnings: Vec<Said>,
}

/// A problem as it travels: where it points into a file, its message says so.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Said {
    severity: String,
    message: String,
    help: Vec<String>,
}

impl Said {
    pub(super) fn of(problem: &Problem, sources: &Sources) -> Self {
        let place = problem.place.as_ref().map(|(place, _)| {
            let (name, line) = (sources.name(place.source), sources.line(*place));
            format!("{name}:{line}:{}: ", sources.column(*place))
        });
        Self {
            severity: problem.severity.word().to_owned(),
            message: format!("{}{}", place.unwrap_or_default(), problem.message),
            help: problem.help.clone(),
        }
    }

    pub(super) fn problem(&self) -> Problem {
        let severities = [Severity::Error, Severity::Warning, Severity::Note];
        let severity = severities
            .into_iter()
            .find(|severity| severity.word() == self.severity);
        let problem = Problem::error(&self.message).severity(severity.unwrap_or(Severity::Error));
        self.help.iter().fold(problem, Problem::help)
    }
}

/// Writes a message, and bytes after it.
pub(super) fn pack(message: &impl Serialize, bytes: &[u8]) -> Vec<u8> {
    // These messages are plain data; one that is not is answered as garbled.
    let mut packed = serde_json::to_vec(message).unwrap_or_default();
    packed.push(b'\n');
    packed.extend(bytes);
    packed
}

/// Reads a message, and the bytes after it.
pub(super) fn unpack<T: for<'de> Deserialize<'de>>(packed: &[u8]) -> Result<(T, &[u8]), Failure> {
    let end = packed.iter().position(|byte| *byte == b'\n');
    let (message, bytes) = packed.split_at(end.ok_or_else(garbled)?);
    let message = serde_json::from_slice(message).map_err(|_| garbled())?;
    Ok((message, &bytes[1..]))
}

fn garbled() -> Failure {
    Failure::machine(
        "the processes that set the letters do not understand each other",
        "this is a fault in leafwright: please report it",
    )
}
