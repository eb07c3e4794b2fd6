//! The threads on which Typst lays out.
//!
//! Typst takes those of rayon, which panics where the system gives none. So they are made
//! here first: as many as there are processors, or this thread alone.

use std::error::Error as _;
use std::sync::OnceLock;

use rayon::ThreadPoolBuilder;

use crate::diagnostics::Failure;

/// The stack of each, in bytes: what a main thread has on most systems. Deep layouts need
/// more than the 2 MiB of other threads.
const STACK: usize = 8 << 20;

/// Makes the threads, once in a process.
///
/// # Errors
/// [`Failure::Machine`] where there are none at all.
pub fn ready() -> Result<(), Failure> {
    static READY: OnceLock<bool> = OnceLock::new();
    if *READY.get_or_init(make) {
        return Ok(());
    }
    Err(Failure::machine(
        "the system gives this program no thread to work on",
        "close other programs, or allow this one more processes, and run the command again",
    ))
}

fn make() -> bool {
    let many = || ThreadPoolBuilder::new().stack_size(STACK);
    // The pool of a process can be made only once, so another one shows whether it can.
    let pool = match many().build() {
        Ok(_) => many(),
        Err(_) => ThreadPoolBuilder::new().num_threads(1).use_current_thread(),
    };
    match pool.build_global() {
        Ok(()) => true,
        // Without a cause of the system's, the program around this library has made it.
        Err(error) => error.source().is_none(),
    }
}
