//! Work done by several processes of the same program.
//!
//! One letter can make Typst abort, eat all memory or never end, and nothing in
//! Rust catches that. In a process of its own it costs that letter and not the
//! run; and as many processes as there are cores use them all. This room knows
//! processes and nothing of letters: an [`Order`] is bytes, and so is its answer.
//!
//! ```text
//!            orders ─▶ run ──stdin──▶ serve ─▶ work
//!          outcomes ◀─ run ◀─stdout── serve ◀─ answer
//! ```
//!
//! [`run`] is the caller's side. It starts the hands, gives each at most two
//! orders, so that no hand waits for its next, and replaces a hand that died or
//! was too slow. [`serve`] is the hand's side.
//!
//! Nothing about an order is in an argument, in the environment, in a file or in
//! a message; what a hand prints on stderr goes nowhere, since the message of a
//! crash may hold a person's name.
//!
//! No hand outlives its caller, however that one ends: the end of stdin ends the
//! hand at once. Ctrl-C in a terminal reaches the hands too, since they are in
//! the caller's process group; they catch no signal and die of it. The caller
//! may then hear of orders lost before its own handler ends it: what it does
//! about Ctrl-C (`deliver` sweeps up and writes nothing more) is its own business.

mod foreman;
mod frame;
mod limits;
mod refusal;
mod serve;
#[cfg(all(test, unix))]
mod tests;
mod worker;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

pub use serve::serve;

use crate::problem::Failure;

/// A program that does orders, and how it is started. It calls [`serve`].
#[derive(Debug, Clone)]
pub struct Hand {
    /// The program.
    pub program: PathBuf,
    /// What is on its command line: nothing personal, everybody can read it.
    pub arguments: Vec<OsString>,
    /// What it has to know before its first order, 4 GiB at most.
    pub greeting: Vec<u8>,
}

/// How much the work may take.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How many processes work at the same time, at most.
    pub hands: NonZeroUsize,
    /// The longest time one step of an order may take. An order has at least one
    /// step; its answer is the end of its last.
    pub step: Duration,
    /// The memory one hand may take, in bytes of address space (`RLIMIT_AS`).
    /// Program, libraries, the stacks of all threads and what the allocator keeps
    /// for each thread (64 MiB with glibc) count too, touched or not. Has no
    /// effect where the system has no such limit.
    pub memory: Option<u64>,
}

/// One piece of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Tells it from the others.
    pub id: usize,
    /// What there is to do, 4 GiB at most.
    pub bytes: Vec<u8>,
}

/// What became of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done {
        /// Which order.
        id: usize,
        /// What the hand made of it.
        answer: Vec<u8>,
    },
    /// The hand that had it is no more.
    Lost {
        /// Which order.
        id: usize,
        /// How many of its steps were finished before.
        steps: usize,
        /// What befell the hand.
        why: Lost,
    },
}

/// What befell a hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// A step outlasted [`Limits::step`], and the hand was ended.
    TooSlow,
    /// It ended by itself. How, in words for a person: `signal 6 (SIGABRT)` or
    /// `status 101`; nothing that it printed.
    Died(String),
}

/// Has the orders done, by as many processes as `limits` says.
///
/// Orders are taken when there is room for them, two a hand, and outcomes come
/// as they come, in no order of their own. `each` gets them and may give back
/// orders to do before the others: an order again without the step that was lost.
/// Every order has exactly one outcome. When this returns, no hand is left.
///
/// # Errors
/// What `each` says. What the `begin` of a hand says, as the same kind of
/// failure. [`Failure::Machine`] when a hand cannot be started, ends before it
/// is ready or is not ready after 60 seconds.
pub fn run(
    hand: &Hand,
    limits: &Limits,
    orders: impl IntoIterator<Item = Order>,
    each: impl FnMut(Outcome) -> Result<Vec<Order>, Failure>,
) -> Result<(), Failure> {
    foreman::Foreman::new(hand, limits, orders.into_iter()).run(each)
}
