//! What is said between a run and the processes that set its letters.
//!
//! The service and the guide are named and read anew there, with the checksums they
//! must have; people travel with each job, because nothing else may show them.

use serde::{Deserialize, Serialize};

use super::archive::Enclosed;
use crate::diagnostics::{Error, Failure, Problem};
use crate::publish::{SameService, Workspace};
use crate::tailor::{Person, PublicationId};

/// What a process has to know before its first job.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Greeting {
    service: SameService,
    /// The letters that there are.
    pub(super) letters: Vec<PublicationId>,
}

impl Greeting {
    pub(super) fn new(workspace: &Workspace, letters: Vec<PublicationId>) -> Self {
        let service = SameService::of(workspace);
        Self { service, letters }
    }

    /// The same service, opened in the same way.
    pub(super) fn open(&self) -> Result<Workspace, Error> {
        self.service.open()
    }
}

/// One file to make.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct LetterJob {
    pub(super) manner: Manner,
    /// Whether it is printed on both sides of the paper.
    pub(super) duplex: bool,
    /// Whether its letters are written in full.
    pub(super) in_full: bool,
    /// Whether what is personal may be set for several people at once. Whoever does not know
    /// whose letter brings a process down has it done one by one.
    pub(super) at_once: bool,
    /// Tells the file from every other of the run.
    pub(super) key: String,
    pub(super) separator: Option<Separator>,
    pub(super) letters: Vec<AddressedLetter>,
}

/// What becomes of the letters of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Manner {
    /// Each letter a file of its own.
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
pub(super) struct AddressedLetter {
    pub(super) row: usize,
    /// Which of the letters it is.
    pub(super) letter: usize,
    pub(super) person: Person,
}

/// What became of a job: a file, unless all its letters have faults; or how the machine
/// failed, or the program.
pub(super) type Answer = Result<MadeFile, Failure>;

/// A file, and what is in it; where each letter is a file of its own, these files one after
/// the other. Letters that are missing have faults.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct MadeFile {
    pub(super) letters: Vec<Enclosed>,
    pub(super) faults: Vec<LetterFault>,
    pub(super) warnings: Vec<Problem>,
    /// Whether a letter that was poured looked otherwise than written in full. All in this
    /// file were written in full then.
    pub(super) differed: bool,
    /// How long each file is, where there are several.
    pub(super) lengths: Vec<usize>,
    #[serde(with = "serde_bytes")]
    pub(super) pdf: Vec<u8>,
}

/// Why there is no letter for a row.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct LetterFault {
    pub(super) row: usize,
    pub(super) problem: Problem,
    /// Whether it is a mistake in a template, not in what the row says.
    pub(super) in_template: bool,
}
