//! What a worker may take, and what nobody leaves: the memory of a worker, which sets its
//! own limit when it is greeted; the files that are to be left for its caller; core files.

use std::io;

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
