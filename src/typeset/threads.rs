//! The threads on which Typst lays out.
//!
//! Typst takes those of rayon, which panics where the system gives none. So they are made
//! here first: as many as there are processors, or this thread alone.

use std::error::Error as _;
use std::io::ErrorKind;
use std::num::NonZeroUsize;
use std::sync::OnceLock;
use std::sync::mpsc::{self, Sender};
use std::thread;

use rayon::{ThreadBuilder, ThreadPoolBuildError, ThreadPoolBuilder};

use crate::diagnostics::Failure;

/// The stack of each, in bytes: what a main thread has on most systems. Deep layouts need
/// more than the 2 MiB of other threads.
const STACK: usize = 8 << 20;

static READY: OnceLock<bool> = OnceLock::new();

/// Lays out on this thread alone from here on, where no others were made yet: of several
/// processes that each lay out much, each has a processor.
pub fn this_one_alone() {
    READY.get_or_init(|| is_made(alone()));
}

/// Makes the threads, once in a process.
///
/// # Errors
/// [`Failure::Machine`] where there are none at all.
pub fn ready() -> Result<(), Failure> {
    if *READY.get_or_init(make) {
        return Ok(());
    }
    Err(Failure::machine(
        "the system gives this program no thread to work on",
        "close other programs, or allow this one more processes, and run the command again",
    ))
}

fn make() -> bool {
    let mut waiting = started();
    let made = if waiting.is_empty() {
        alone()
    } else {
        let many = ThreadPoolBuilder::new().num_threads(waiting.len());
        let give = |work| {
            let next = waiting.pop().ok_or(ErrorKind::WouldBlock)?;
            next.send(work).map_err(|_| ErrorKind::WouldBlock.into())
        };
        many.spawn_handler(give).build_global()
    };
    is_made(made)
}

fn alone() -> Result<(), ThreadPoolBuildError> {
    let alone = ThreadPoolBuilder::new().num_threads(1);
    alone.use_current_thread().build_global()
}

fn is_made(made: Result<(), ThreadPoolBuildError>) -> bool {
    match made {
        Ok(()) => true,
        // Without a cause of the system's, the program around this library has made them.
        Err(error) => error.source().is_none(),
    }
}

/// As many threads as there are processors and the system gives, each waiting for its work:
/// rayon's own can be asked for only once, and all or none.
fn started() -> Vec<Sender<ThreadBuilder>> {
    let most = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = (0..most).map_while(|_| {
        let (give, work) = mpsc::channel::<ThreadBuilder>();
        let thread = thread::Builder::new().stack_size(STACK);
        let begin = move || work.recv().into_iter().for_each(ThreadBuilder::run);
        thread.spawn(begin).ok().map(|_| give)
    });
    threads.collect()
}
