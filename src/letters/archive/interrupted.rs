//! Ctrl-C, a polite kill or a closed terminal in the middle of a batch: the file
//! that is being written is finished, and what is whole is kept to go on with.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::errors;
use super::staging::{self, Staging};
use crate::diagnostics::Failure;

static STAGED: Mutex<BTreeMap<PathBuf, Staged>> = Mutex::new(BTreeMap::new());

/// What an interrupt has to know of a hidden folder.
#[derive(Debug)]
pub(super) struct Staged {
    /// How many letters are finished in it.
    pub(super) letters: usize,
    /// The folders above it that the run made, the deepest first.
    made: Vec<PathBuf>,
}

/// The hidden folders of this program. Whoever holds this writes undisturbed; an
/// interrupt keeps it for good, so that nothing is written after it.
pub(super) fn staged() -> MutexGuard<'static, BTreeMap<PathBuf, Staged>> {
    STAGED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A hidden folder that an interrupt looks after, as long as this lives.
#[derive(Debug)]
pub(super) struct Watched(PathBuf);

/// Watches over a hidden folder with some finished letters in it.
pub(super) fn watch(staging: &Staging, letters: usize) -> Watched {
    let (folder, made) = (staging.path().to_owned(), staging.made.clone());
    staged().insert(folder.clone(), Staged { letters, made });
    Watched(folder)
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
        for (folder, run) in staged.iter().filter(|(_, run)| run.letters == 0) {
            let _ = staging::take_away(folder);
            staging::remove_if_empty(&run.made);
        }
        let letters = staged.values().map(|run| run.letters);
        let letters = (!staged.is_empty()).then(|| letters.sum());
        let status = say(&errors::interrupted(letters));
        std::process::exit(status.into());
    });
}
