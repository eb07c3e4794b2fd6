//! What a killed run left behind. A run holds a lock on what it is writing, and
//! the system lets go of it when the run ends, however it ends. So a hidden file
//! or folder that nobody holds belongs to nobody, and it may hold people's
//! letters: away with it.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Inside a hidden folder: the new files, not yet in their place.
pub(super) const NEW: &str = "new";
/// Inside a hidden folder: what had the place before.
pub(super) const OLD: &str = "old";

/// How the hidden name of anything on its way to `place` begins.
pub(super) fn prefix(place: &Path) -> io::Result<OsString> {
    let name = place.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".leafwright-");
    Ok(prefix)
}

/// Removes what earlier runs left in `folder` on their way to `place`.
///
/// A run that was killed in the very moment of changing folders has left the
/// old one hidden and none in its place: then the old one goes back. What
/// cannot be removed stays; the next run tries again.
pub(super) fn sweep(folder: &Path, prefix: &OsStr, place: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let ours = entry
            .file_name()
            .as_encoded_bytes()
            .starts_with(prefix.as_encoded_bytes());
        // The kind is that of the entry itself: a link is neither.
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if !ours || !(kind.is_dir() || kind.is_file()) {
            continue;
        }
        let path = entry.path();
        let Ok(lock) = File::open(&path) else {
            continue;
        };
        if lock.try_lock().is_err() {
            continue;
        }
        // Best effort, as said above.
        let _ = if kind.is_dir() {
            put_back(&path.join(OLD), place).and_then(|()| fs::remove_dir_all(&path))
        } else {
            fs::remove_file(&path)
        };
    }
}

fn put_back(old: &Path, place: &Path) -> io::Result<()> {
    if old.try_exists()? && !place.try_exists()? {
        fs::rename(old, place)?;
    }
    Ok(())
}
