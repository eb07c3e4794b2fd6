//! Ctrl-C, or a polite kill, in the middle of a batch: the letters that were
//! staged go with it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The exit status of a program that was interrupted: 128 and the signal's number.
const INTERRUPTED: i32 = 130;

static HIDDEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// The folders that go. Whoever holds this writes undisturbed; an interrupt keeps
/// it for good, so that nothing is written after it.
pub(super) fn hidden() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    HIDDEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A hidden folder that goes when the program is interrupted, as long as this lives.
#[derive(Debug)]
pub(super) struct Watched(PathBuf);

/// Watches over a hidden folder.
pub(super) fn watch(folder: &Path) -> Watched {
    hidden().insert(folder.to_owned());
    Watched(folder.to_owned())
}

impl Drop for Watched {
    fn drop(&mut self) {
        hidden().remove(&self.0);
    }
}

/// From here on, a program that is interrupted takes its staged files with it.
/// Where the system has no such signals, the next run sweeps them away.
pub fn clean_up_when_interrupted() {
    // An error means that somebody else listens already: a program of which this
    // library is a part.
    let _ = ctrlc::set_handler(|| {
        let hidden = hidden();
        for folder in hidden.iter() {
            let _ = fs::remove_dir_all(folder);
            // The folder above as well, where nothing else is in it.
            let _ = folder.parent().map(fs::remove_dir);
        }
        std::process::exit(INTERRUPTED);
    });
}
