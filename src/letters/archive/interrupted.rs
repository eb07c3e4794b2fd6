//! Ctrl-C, a polite kill or a closed terminal in the middle of a batch: the file
//! that is being written is finished, and what is whole is kept to go on with.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{errors, staging};
use crate::diagnostics::Failure;

static STAGED: Mutex<BTreeMap<PathBuf, usize>> = Mutex::new(BTreeMap::new());

/// The hidden folders of this program and how many letters are finished in each.
/// Whoever holds this writes undisturbed; an interrupt keeps it for good, so that
/// nothing is written after it.
pub(super) fn staged() -> MutexGuard<'static, BTreeMap<PathBuf, usize>> {
    STAGED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A hidden folder that an interrupt looks after, as long as this lives.
#[derive(Debug)]
pub(super) struct Watched(PathBuf);

/// Watches over a hidden folder with some finished letters in it.
pub(super) fn watch(folder: &Path, letters: usize) -> Watched {
    staged().insert(folder.to_owned(), letters);
    Watched(folder.to_owned())
}

impl Drop for Watched {
    fn drop(&mut self) {
        staged().remove(&self.0);
    }
}

/// From here on, a program that is interrupted (SIGINT, SIGTERM, SIGHUP) waits for
/// the file that is being written, keeps the letters that are finished where
/// [`super::Start::Resume`] finds them, has `say` tell the person, and ends with the
/// exit status that `say` gives back. Without a finished letter it keeps nothing.
pub fn stop_when_interrupted(mut say: impl FnMut(&Failure) -> u8 + Send + 'static) {
    // An error means that somebody else listens already: a program of which this
    // library is a part.
    let _ = ctrlc::set_handler(move || {
        let staged = staged();
        for (folder, _) in staged.iter().filter(|(_, letters)| **letters == 0) {
            let _ = staging::take_away(folder);
            // The folder above as well, where nothing else is in it.
            let _ = folder.parent().map(std::fs::remove_dir);
        }
        let letters = (!staged.is_empty()).then(|| staged.values().sum());
        let status = say(&errors::interrupted(letters));
        std::process::exit(status.into());
    });
}
