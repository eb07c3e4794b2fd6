//! What a worker may take, and what nobody leaves: the memory of a worker, which sets its
//! own limit when it is greeted; the files that are to be left for its caller; core files.

use std::sync::Mutex;
use std::{io, thread};

/// The stack of a thread that does nothing.
const STACK: usize = 64 * 1024;

/// How many pipes the caller has to have room for: twice as many files as it opens beside
/// its workers.
const SPARE_PIPES: usize = 6;

/// Makes sure that this process may open some files more.
///
/// # Errors
/// What the system says where it may not.
pub(super) fn leave_files() -> io::Result<()> {
    let pipes = (0..SPARE_PIPES).map(|_| io::pipe());
    pipes.collect::<io::Result<Vec<_>>>().map(drop)
}

/// How many threads and processes one more worker takes, here and there.
const THREADS_OF_A_WORKER: usize = 6;

/// Makes sure that the system gives the threads of one more worker. A worker that gets
/// none would stop the whole run, and those that there are can do the work.
///
/// # Errors
/// What the system says where it gives fewer.
pub(super) fn leave_threads() -> io::Result<()> {
    let gate = Mutex::new(());
    thread::scope(|scope| {
        // They are there at the same time, and end when this is let go of.
        let _closed = gate.lock();
        (0..THREADS_OF_A_WORKER).try_for_each(|_| {
            let thread = thread::Builder::new().stack_size(STACK);
            thread.spawn_scoped(scope, || drop(gate.lock())).map(drop)
        })
    })
}

/// Lets this process leave no core file: that would hold the people whose letters it was
/// at. Where the system says no, there is nothing more to do.
#[cfg(unix)]
pub(crate) fn leave_no_core_file() {
    let _ = rlimit::Resource::CORE.set(0, 0);
}

/// Nothing: this system leaves none.
#[cfg(not(unix))]
pub(crate) fn leave_no_core_file() {}

/// Keeps this process within so many bytes of address space, and leaves no core file.
///
/// Where the system says no, the work goes on without a limit: it is a fence
/// against letters that go wrong, and the others are still to be printed.
#[cfg(unix)]
pub(super) fn keep(memory: Option<u64>) {
    use rlimit::Resource;

    leave_no_core_file();
    if let Some(memory) = memory
        && let Ok((_, most)) = Resource::AS.get()
    {
        let _ = Resource::AS.set(memory.min(most), most);
    }
}

/// Nothing: this system has no such limits.
#[cfg(not(unix))]
pub(super) fn keep(_memory: Option<u64>) {}
