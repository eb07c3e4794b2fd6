//! The memory a hand may take. It sets its own limit, when it is greeted.

/// Eight bytes for a limit, at the head of the greeting.
pub(super) fn written(memory: Option<u64>) -> [u8; 8] {
    memory.unwrap_or(u64::MAX).to_le_bytes()
}

/// The limit at the head of a greeting, and the rest of it.
pub(super) fn split(greeting: &[u8]) -> Option<(u64, &[u8])> {
    let (head, rest) = greeting.split_first_chunk()?;
    Some((u64::from_le_bytes(*head), rest))
}

/// Keeps this process within so many bytes of address space; and lets it leave
/// no core file, for that would hold the letter it was at.
///
/// Where the system says no, the work goes on without a limit: it is a fence
/// against letters that go wrong, and the others are still to be printed.
#[cfg(unix)]
pub(super) fn keep(memory: u64) {
    use rlimit::Resource;

    let _ = Resource::CORE.set(0, 0);
    if memory != u64::MAX
        && let Ok((_, most)) = Resource::AS.get()
    {
        let _ = Resource::AS.set(memory.min(most), most);
    }
}

/// Nothing: this system has no such limits.
#[cfg(not(unix))]
pub(super) fn keep(_memory: u64) {}
