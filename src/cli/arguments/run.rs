//! How the letters of a run are put into files, and what prints them.

use std::num::NonZeroUsize;
use std::time::Duration;

use clap::Args;

use crate::diagnostics::Failure;
use crate::letters::{Packing, PrintRun, Shard, Sorting, Workers};
use crate::workers::{Limits, WorkerCommand};

use super::choices::word;
use super::shard::shard;

/// The pages of a file are in memory until it is full.
const MOST_PER_FILE: usize = 2_000;

#[derive(Debug, Args)]
#[command(next_help_heading = "Files")]
pub struct RunChoice {
    /// Put many letters into one file for a printer, each on a new sheet
    #[arg(long)]
    pub print_run: bool,
    /// How many letters a file of a print run holds
    #[arg(
        long,
        value_name = "N",
        default_value = "500",
        value_parser = per_file,
        requires = "print_run"
    )]
    per_file: usize,
    /// Print on both sides of the paper: in a print run, a blank back where a letter ends on a front
    #[arg(long)]
    pub duplex: bool,
    /// Begin each file of a print run with a sheet that says what is in it
    #[arg(long, requires = "print_run")]
    separator: bool,
    /// Which letter comes first: as in the rows, by postcode, or those with fewer pages
    #[arg(long, default_value = "rows", value_parser = word(Sorting::ALL, Sorting::id), requires = "print_run")]
    sort: Sorting,
    /// Call the files after a column, such as `reference`, instead of the row's number
    #[arg(long, value_name = "COLUMN", conflicts_with = "print_run")]
    pub name_by: Option<String>,
    /// Print part I of N of the run only: 2/4, or auto/4 where a batch system says which
    #[arg(long, value_name = "I/N", value_parser = shard, conflicts_with_all = ["dry_run", "proof", "overlay"])]
    pub shard: Option<Shard>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "How the letters are made")]
pub struct WorkerChoice {
    /// How many letters are made at a time [default: one for each processor]
    #[arg(long, value_name = "N", value_parser = jobs)]
    jobs: Option<NonZeroUsize>,
    /// How long one letter may take, in seconds; then it is left out
    #[arg(long, value_name = "SECONDS", default_value_t = Workers::LETTER_TIMEOUT, value_parser = seconds)]
    letter_timeout: u64,
}

impl RunChoice {
    /// How the letters are put into files.
    pub fn packing(&self) -> Packing {
        Packing {
            print_run: self.print_run.then_some(PrintRun {
                per_file: self.per_file,
                separator: self.separator,
            }),
            duplex: self.duplex,
            sorting: self.sort,
        }
    }
}

impl WorkerChoice {
    /// The processes that set letters.
    ///
    /// # Errors
    /// Where the system does not say where this program is.
    pub fn workers(&self) -> Result<Workers, Failure> {
        let workers = workers()?;
        Ok(Workers {
            limits: Limits {
                workers: self.jobs.unwrap_or(workers.limits.workers),
                step: Duration::from_secs(self.letter_timeout),
                ..workers.limits
            },
            ..workers
        })
    }
}

/// A process of this program for each processor.
///
/// # Errors
/// Where the system does not say where this program is.
pub fn workers() -> Result<Workers, Failure> {
    own_command(super::SET_LETTERS).map(Workers::new)
}

/// A process of this program that does what this verb says.
///
/// # Errors
/// Where the system does not say where this program is.
pub fn own_command(verb: &str) -> Result<WorkerCommand, Failure> {
    let program = std::env::current_exe().map_err(|error| {
        Failure::machine(
            "this program cannot find itself",
            "run it by its whole path",
        )
        .because(error)
    })?;
    Ok(WorkerCommand {
        program,
        arguments: vec![verb.into()],
    })
}

fn per_file(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(letters @ 1..=MOST_PER_FILE) => Ok(letters),
        _ => Err(format!("write a whole number from 1 to {MOST_PER_FILE}")),
    }
}

/// More than any machine has processors.
const MOST_JOBS: usize = 1_000;

fn jobs(text: &str) -> Result<NonZeroUsize, String> {
    let jobs = text
        .parse()
        .ok()
        .filter(|jobs: &NonZeroUsize| jobs.get() <= MOST_JOBS);
    jobs.ok_or_else(|| format!("write a whole number from 1 to {MOST_JOBS}"))
}

fn seconds(text: &str) -> Result<u64, String> {
    match text.parse() {
        Ok(seconds @ 1..=3600) => Ok(seconds),
        _ => Err("write a whole number from 1 to 3600".to_owned()),
    }
}
