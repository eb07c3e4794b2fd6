//! Waiting until files are on the disk, not only in the memory of the system.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::output::{is_about_open_files, sync_folder};

/// How many files wait for the disk at a time, at most.
const WAITING_TOGETHER: usize = 32;

/// Waits until all these files of a folder are on the disk. Many that wait together are
/// written together, many times faster than one by one as they come; where the system
/// lets fewer be open, fewer wait.
pub(super) fn files(folder: &Path, names: &[String]) -> io::Result<()> {
    let left = Mutex::new(names.iter());
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
    // Gives the file that could not be opened, where too many are.
    let wait = || {
        while let Some(name) = next() {
            match file(&folder.join(name)) {
                Err(error) if is_about_open_files(&error) => return Ok(Some(name)),
                done => done?,
            }
        }
        Ok(None)
    };
    let put_off = thread::scope(|scope| {
        let threads = (0..WAITING_TOGETHER.min(names.len()))
            // Where the system gives no more threads, those that there are do the work.
            .map_while(|_| thread::Builder::new().spawn_scoped(scope, wait).ok());
        let threads: Vec<_> = threads.collect();
        let ended = threads.into_iter().map(|thread| {
            let gave_up = |_| Err(io::Error::other("a thread gave up"));
            thread.join().unwrap_or_else(gave_up)
        });
        ended.collect::<io::Result<Vec<_>>>()
    })?;
    // Now nothing else is open: what fails here fails for good.
    let last = put_off
        .into_iter()
        .flatten()
        .chain(left.into_inner().unwrap_or_else(PoisonError::into_inner));
    for name in last {
        file(&folder.join(name))?;
    }
    sync_folder(folder)
}

/// A link in place of a file of ours would lead somewhere else.
fn file(path: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(ErrorKind::NotFound.into());
    }
    OpenOptions::new().write(true).open(path)?.sync_all()
}
