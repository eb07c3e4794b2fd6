//! What a killed run left behind on its way to one file. A run holds a lock on
//! what it is writing, and the system lets go of it when the run ends, however it
//! ends. So a hidden file that nobody holds belongs to nobody, and it may hold
//! people's letters: away with it.
//!
//! An unfinished folder of letters is another matter: see the archive of letters.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// How the hidden name of anything on its way to `place` begins.
pub(crate) fn hidden_prefix(place: &Path) -> io::Result<OsString> {
    let name = place.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".leafwright-");
    Ok(prefix)
}

/// Removes the files that earlier runs left in `folder`. What cannot be removed
/// stays; the next run tries again.
pub(super) fn sweep(folder: &Path, prefix: &OsStr) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let ours = entry
            .file_name()
            .as_encoded_bytes()
            .starts_with(prefix.as_encoded_bytes());
        // The kind is that of the entry itself: a link is no file.
        if !ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let path = entry.path();
        let Ok(lock) = File::open(&path) else {
            continue;
        };
        if lock.try_lock().is_ok() {
            // Best effort, as said above.
            let _ = fs::remove_file(&path);
        }
    }
}
