//! Files that may not grow any further: `ulimit -f` on Unix.

/// Has a write beyond the size that a file may have fail with an error that can be said,
/// where the system would end the program without a word (SIGXFSZ). For the whole process:
/// the command asks for it, and a program of which this library is a part decides itself.
#[cfg(unix)]
pub(crate) fn outlive_size_limit() {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    // Only that there is a handler matters: what could not be written says so itself.
    let noticed = Arc::new(AtomicBool::new(false));
    // Where the system says no, all is as it was.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, noticed);
}

/// Nothing: this system has no such limit.
#[cfg(not(unix))]
pub(crate) fn outlive_size_limit() {}
