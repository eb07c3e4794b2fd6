//! What a run of letters is asked for.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::archive::{AlreadyPrinted, Beginning, Shard, Start};
use super::files::Packing;
use crate::assets::{FileKind, read_file, shown};
use crate::diagnostics::{Failure, Problem, RowCode};
use crate::publish::Workspace;
use crate::read::people::Rows;
use crate::read::table::{self, Asked, Table};
use crate::tailor::PublicationId;
use crate::workers::{Limits, WorkerCommand};

/// What a run of letters is asked for.
#[derive(Debug, Clone)]
pub struct LetterOptions {
    /// Which letter.
    pub publication: PublicationId,
    /// Whom it is for.
    pub people: PeopleFile,
    /// The folder in which the folder of letters is made.
    pub out: PathBuf,
    /// The column that files are called after; the number of the row where none is named.
    pub name_by: Option<String>,
    /// The rows to print; all where none are named.
    pub rows: Option<Rows>,
    /// The doubts that somebody looked into: they stop no row.
    pub accept: Vec<RowCode>,
    /// What becomes of rows that cannot be printed.
    pub bad_rows: BadRows,
    /// How the letters are put into files.
    pub packing: Packing,
    /// The part of the run that is printed, where several machines print one each.
    pub shard: Option<Shard>,
    /// Whether a run that was stopped is gone on with.
    pub start: Start,
    /// What becomes of letters that are in the folder already.
    pub already_printed: AlreadyPrinted,
    /// The processes that set the letters. Without them they are set in this one, and a
    /// letter that brings a process down brings down this one.
    pub workers: Option<Workers>,
    /// What stops the run from elsewhere.
    pub stop: Stop,
    /// Whether each letter is written in full, and none poured from what others share. They
    /// look the same; it takes longer.
    pub in_full: bool,
}

impl LetterOptions {
    /// A letter for these people, in a folder within `out`: a file for each of them, made
    /// in this process; one bad row, and nothing is printed; nor where letters are already.
    pub fn new(publication: PublicationId, people: PeopleFile, out: impl Into<PathBuf>) -> Self {
        Self {
            publication,
            people,
            out: out.into(),
            name_by: None,
            rows: None,
            accept: Vec::new(),
            bad_rows: BadRows::Refuse,
            packing: Packing::default(),
            shard: None,
            start: Start::Afresh,
            already_printed: AlreadyPrinted::Keep,
            workers: None,
            stop: Stop::default(),
            in_full: false,
        }
    }

    /// How the run begins.
    pub(super) fn beginning(&self) -> Beginning {
        Beginning {
            start: self.start,
            already_printed: self.already_printed,
        }
    }

    /// Where the letters go: a folder for each publication, and for each part of a run.
    pub(super) fn folder(&self, workspace: &Workspace) -> PathBuf {
        let mut stem = self.publication.stem(workspace.own());
        if let Some(rows) = &self.rows {
            stem = format!("{stem}.rows-{}", in_a_name(rows));
        }
        self.out.join(match self.shard {
            Some(shard) => shard.folder_of(&stem),
            None => stem,
        })
    }
}

/// Some rows in the name of a folder.
fn in_a_name(rows: &Rows) -> String {
    const LONGEST: usize = 40;
    let name = rows.to_string().replace(',', "+");
    match name.char_indices().nth(LONGEST) {
        None => name,
        Some((cut, _)) => {
            let cut = name[..cut].rfind('+').unwrap_or(cut);
            format!("{}+more", &name[..cut])
        }
    }
}

/// Stops a run that is being printed. Copies stop the same run.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Has the run stop after the file that is being made. What is finished waits for
    /// [`Start::Resume`].
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the run is to stop.
    pub(super) fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A spreadsheet of people.
#[derive(Debug, Clone)]
pub struct PeopleFile {
    /// The file, as messages call it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The sheet of a workbook; the first that holds something where none is named.
    pub sheet: Option<String>,
    /// Whether rows that are struck through get letters like any other.
    pub include_struck_out: bool,
}

impl PeopleFile {
    /// A spreadsheet of this name, with this in it: the first sheet, without what is struck
    /// through.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            bytes: bytes.into(),
            sheet: None,
            include_struck_out: false,
        }
    }

    /// Its rows and columns.
    ///
    /// # Errors
    /// Where it is no spreadsheet, or cannot be relied on.
    pub(super) fn table(&self) -> Result<Table, Vec<Problem>> {
        let asked = Asked {
            sheet: self.sheet.as_deref(),
            include_struck_out: self.include_struck_out,
        };
        table::survey(&self.name, &self.bytes, &asked)
    }

    /// Reads it.
    ///
    /// # Errors
    /// Where it is not there, is a folder, a pipe or a device, is longer than a list of
    /// people may be, or cannot be read.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let name = shown(path);
        match read_file(path, &name, FileKind::People)? {
            Some(bytes) => Ok(Self::new(name, bytes)),
            None => Err(Problem::not_there(format!("there is no file `{name}`"))
                .help("check the spelling, and the folder you are in")
                .into()),
        }
    }
}

/// What becomes of a row that cannot be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRows {
    /// Nobody's letter is printed.
    Refuse,
    /// Everybody else's is printed, and the row is named.
    LeaveOut,
}

/// The processes that set letters.
#[derive(Debug, Clone)]
pub struct Workers {
    /// A program that calls [`work`](super::work), and how it is started.
    pub command: WorkerCommand,
    /// How many there are at most, how long a letter may take, how much memory each gets.
    pub limits: Limits,
}

impl Workers {
    /// How long a letter may take, in seconds: a thousand times what it does take.
    pub const LETTER_TIMEOUT: u64 = 10;

    /// What one process may take, in bytes: many times what a letter needs, and so little
    /// that a small machine goes on.
    const MEMORY: u64 = 1 << 30;

    /// One process for each processor.
    pub fn new(command: WorkerCommand) -> Self {
        let processors = std::thread::available_parallelism();
        Self {
            command,
            limits: Limits {
                workers: processors.unwrap_or(NonZeroUsize::MIN),
                step: Duration::from_secs(Self::LETTER_TIMEOUT),
                memory: Some(Self::MEMORY),
            },
        }
    }
}
