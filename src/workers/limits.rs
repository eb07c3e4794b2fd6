//! The memory a worker may take. It sets its own limit, when it is greeted.

/// Keeps this process within so many bytes of address space; and lets it leave
/// no core file, for that would hold the letter it was at.
///
/// Where the system says no, the work goes on without a limit: it is a fence
/// against letters that go wrong, and the others are still to be printed.
#[cfg(unix)]
pub(super) fn keep(memory: Option<u64>) {
    use rlimit::Resource;

    let _ = Resource::CORE.set(0, 0);
    if let Some(memory) = memory
        && let Ok((_, most)) = Resource::AS.get()
    {
        let _ = Resource::AS.set(memory.min(most), most);
    }
}

/// Nothing: this system has no such limits.
#[cfg(not(unix))]
pub(super) fn keep(_memory: Option<u64>) {}
