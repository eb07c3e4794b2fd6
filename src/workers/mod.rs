//! Work done by several processes of the same program.
//!
//! One letter can make Typst abort, eat all memory or never end, and nothing in
//! Rust catches that. In a process of its own it costs that letter and not the
//! run; and as many processes as there are cores use them all. This room knows
//! processes and nothing of letters: a [`Job`] is a message, and so is its answer.
//!
//! ```text
//!            jobs ─▶ run ──stdin──▶ serve ─▶ work
//!          outcomes ◀─ run ◀─stdout── serve ◀─ answer
//! ```
//!
//! [`run`] is the caller's side. It starts the workers, gives each at most two
//! jobs, so that no worker waits for its next, and replaces a worker that died or
//! was too slow. A job whose worker died is tried again, alone and last. [`serve`] is the worker's side.
//!
//! Nothing about a job is in an argument, in the environment, in a file or in
//! a message; what a worker prints on stderr goes nowhere, since the message of a
//! crash may hold a person's name.
//!
//! No worker outlives its caller, however that one ends: the end of stdin ends the
//! worker at once. Ctrl-C in a terminal reaches the workers too, since they are in
//! the caller's process group; they catch no signal and die of it. The caller
//! may then hear of jobs lost before its own handler ends it: what it does
//! about Ctrl-C (`letters` sweeps up and writes nothing more) is its own business.

mod errors;
mod frame;
mod limits;
mod pool;
mod serve;
#[cfg(all(test, unix))]
mod tests;
mod worker;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

pub(crate) use limits::leave_no_core_file;
pub use pool::run;
pub use serve::serve;

/// A program that does jobs, and how it is started. It calls [`serve`].
#[derive(Debug, Clone)]
pub struct WorkerCommand {
    /// The program.
    pub program: PathBuf,
    /// What is on its command line: nothing personal, everybody can read it.
    pub arguments: Vec<OsString>,
}

/// How much the work may take.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How many processes work at the same time, at most.
    pub workers: NonZeroUsize,
    /// The longest time one step of a job may take. A job has at least one
    /// step; its answer is the end of its last.
    pub step: Duration,
    /// The memory one worker may take, in bytes of address space (`RLIMIT_AS`).
    /// Program, libraries, the stacks of all threads and what the allocator keeps
    /// for each thread (64 MiB with glibc) count too, touched or not. Has no
    /// effect where the system has no such limit.
    pub memory: Option<u64>,
}

/// One piece of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job<J> {
    /// Tells it from the others.
    pub id: usize,
    /// What there is to do: 4 GiB at most as a message.
    pub task: J,
}

/// What became of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<A> {
    /// It is done.
    Done {
        /// Which job.
        id: usize,
        /// What the worker made of it.
        answer: A,
    },
    /// The worker that had it is no more, and not for the first time where it died.
    Lost {
        /// Which job.
        id: usize,
        /// How many of its steps were finished before.
        steps: usize,
        /// What befell the worker.
        why: Lost,
    },
}

/// What befell a worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// A step outlasted [`Limits::step`], and the worker was ended.
    TooSlow,
    /// It ended, twice at the same step. How, in words for a person: `signal 6 (SIGABRT)` or
    /// `status 101`; nothing that it printed.
    Died(String),
}
