//! Waiting until files are on the disk, not only in the memory of the system.

use std::fs::OpenOptions;
use std::path::Path;
use std::{io, thread};

use crate::output::sync_folder;

/// How many files wait for the disk at a time.
const WAITING_TOGETHER: usize = 32;

/// Waits until all these files of a folder are on the disk. Many that wait
/// together are written together, many times faster than one by one as they come.
pub(super) fn files(folder: &Path, names: &[String]) -> io::Result<()> {
    let share = names.len().div_ceil(WAITING_TOGETHER);
    thread::scope(|scope| {
        let wait = |names: &[String]| names.iter().try_for_each(|name| file(&folder.join(name)));
        let waiting = names
            .chunks(share)
            .map(|names| thread::Builder::new().spawn_scoped(scope, move || wait(names)))
            .collect::<io::Result<Vec<_>>>()?;
        waiting.into_iter().try_for_each(|thread| {
            let gave_up = |_| Err(io::Error::other("a thread gave up"));
            thread.join().unwrap_or_else(gave_up)
        })
    })?;
    sync_folder(folder)
}

fn file(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.sync_all()
}
