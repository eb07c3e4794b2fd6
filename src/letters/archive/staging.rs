//! The hidden folder in which a folder of letters is made: `.NAME.leafwright-run`
//! beside its place, the owner's alone. It holds the run's record, its journal, the
//! new files, what had the place before while the folders are changed, and a lock.
//!
//! The system lets go of the lock when the run ends, however it ends. So whoever
//! gets it may go on with what is there, or take it away.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::{errors, journal, names};
use crate::diagnostics::Failure;
use crate::output::{self, folder_of, sync_folder};

/// Inside: the new files, not yet in their place.
const NEW: &str = "new";
/// Inside: what had the place before.
const OLD: &str = "old";
/// Inside: the file that is locked.
const LOCK: &str = "lock";

/// How often a run tries, where another one takes the folder away just now, or has it.
const TRIES: usize = 50;

/// How long it waits where another run has the lock: a second in all.
const PAUSE: Duration = Duration::from_millis(20);

/// A hidden folder that this run alone works in. Dropped, it is taken away with
/// all that is in it, unless it is to be kept.
#[derive(Debug)]
pub(super) struct Staging {
    path: PathBuf,
    /// Where the folder goes in the end.
    place: PathBuf,
    /// Whether it outlives this run.
    pub(super) kept: bool,
    /// The folders above that this run made, the deepest first.
    pub(super) made: Vec<PathBuf>,
    /// None on a disk without locks.
    lock: Option<File>,
}

impl Staging {
    /// Takes the hidden folder of a place for this run alone. Folders missing on
    /// the way are made. A run that was killed in the very moment of changing
    /// folders has left the old one in here and none in its place: then the old
    /// one goes back.
    ///
    /// # Errors
    /// [`Failure::Machine`] when another run holds it, or the disk will not.
    pub(super) fn take(shown: &Path, place: &Path) -> Result<Self, Failure> {
        let explain = |error| output::explain(shown, error);
        let parent = folder_of(place);
        let above = parent
            .ancestors()
            .filter(|path| !path.as_os_str().is_empty());
        let made = above.take_while(|path| !path.exists());
        let made = made.map(Path::to_owned).collect();
        fs::create_dir_all(parent).map_err(explain)?;
        let path = beside(place).map_err(explain)?;
        let lock = lock(shown, &path)?;
        let staging = Self {
            // Whatever is in it is not ours to take away yet.
            kept: path.join(names::RECORD).exists() || path.join(OLD).exists(),
            path,
            place: place.to_owned(),
            made,
            lock,
        };
        staging.put_back().map_err(explain)?;
        Ok(staging)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where the new files are.
    pub(super) fn new_files(&self) -> PathBuf {
        self.path.join(NEW)
    }

    /// Makes sure that the new files are in a folder of this run, and that no link leads
    /// them somewhere else.
    ///
    /// # Errors
    /// [`Failure::Machine`] where they are not.
    pub(super) fn check(&self, shown: &Path) -> Result<(), Failure> {
        let new = self.new_files();
        match fs::symlink_metadata(&new) {
            Ok(there) if there.is_symlink() => Err(errors::link_in_the_way(&new, &self.path)),
            Ok(there) if there.is_dir() && self.is_ours() => Ok(()),
            _ => Err(errors::staging_is_gone(shown)),
        }
    }

    /// Takes away all that an earlier run left, and begins anew.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        wipe(&self.path)?;
        self.kept = false;
        output::create_folder(&self.new_files())
    }

    /// Changes the folders. If the second step fails the first is undone; if the
    /// power fails between them, the next run undoes it.
    pub(super) fn swap(&mut self) -> io::Result<()> {
        let old = self.path.join(OLD);
        match fs::rename(&self.place, &old) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        if let Err(error) = fs::rename(self.new_files(), &self.place) {
            if old.exists() && fs::rename(old, &self.place).is_err() {
                // Better hidden than gone.
                self.kept = true;
            }
            return Err(error);
        }
        Ok(())
    }

    /// Takes the hidden folder away, once the new one is in its place.
    pub(super) fn close(mut self) -> io::Result<()> {
        self.kept = true;
        sync_folder(folder_of(&self.place))?;
        take_away(&self.path)
    }

    /// Whether it is still there, and still this run's: somebody may have removed
    /// it, and another run made its own.
    pub(super) fn is_ours(&self) -> bool {
        match &self.lock {
            Some(lock) => is_at(lock, &self.path.join(LOCK)),
            None => self.new_files().is_dir(),
        }
    }

    fn put_back(&self) -> io::Result<()> {
        let old = self.path.join(OLD);
        match (old.try_exists()?, self.place.try_exists()?) {
            (true, false) => fs::rename(old, &self.place),
            // What took its place is in it already.
            (true, true) => fs::remove_dir_all(old),
            (false, _) => Ok(()),
        }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.kept {
            return;
        }
        if self.is_ours() {
            // What cannot be removed stays; the next run tries again.
            let _ = take_away(&self.path);
        }
        remove_if_empty(&self.made);
    }
}

/// Takes folders away, the deepest first, up to the first that holds anything.
pub(super) fn remove_if_empty(folders: &[PathBuf]) {
    let _ = folders.iter().try_for_each(fs::remove_dir);
}

/// Where the hidden folder of a place is.
pub(super) fn beside(place: &Path) -> io::Result<PathBuf> {
    let mut name = output::hidden_prefix(place)?;
    name.push("run");
    Ok(folder_of(place).join(name))
}

/// Takes a hidden folder away. Only for who holds its lock.
pub(super) fn take_away(path: &Path) -> io::Result<()> {
    wipe(path)?;
    gone(fs::remove_file(path.join(LOCK)))?;
    // From here on another run may have made it its own: then this fails, and
    // should.
    let _ = fs::remove_dir(path);
    Ok(())
}

/// Empties a hidden folder but for its lock. The record goes first: without it
/// nobody takes the rest for a run to go on with.
fn wipe(path: &Path) -> io::Result<()> {
    gone(fs::remove_file(path.join(names::RECORD)))?;
    gone(fs::remove_file(path.join(journal::NAME)))?;
    remove_all(path, |name| name == LOCK)
}

/// Removes everything from a folder that is not to be kept.
pub(super) fn remove_all(folder: &Path, is_kept: impl Fn(&OsStr) -> bool) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if is_kept(&entry.file_name()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?
        } else {
            fs::remove_file(entry.path())?
        }
    }
    Ok(())
}

/// What is not there any more is as good as taken away.
fn gone(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Makes the hidden folder where it is missing, and takes its lock.
fn lock(shown: &Path, path: &Path) -> Result<Option<File>, Failure> {
    let mut taken = false;
    for _ in 0..TRIES {
        let file = match open_lock(path) {
            Ok(file) => file,
            // Another run has taken the folder away between two of our steps.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err(output::explain(shown, error)),
        };
        match file.try_lock() {
            Ok(()) if is_at(&file, &path.join(LOCK)) => return Ok(Some(file)),
            // We hold what another run has just taken away.
            Ok(()) => {}
            // A process that is just being started has all that its parent has open,
            // for a moment: of a run that ended in that moment, the lock too.
            Err(TryLockError::WouldBlock) => {
                taken = true;
                thread::sleep(PAUSE);
            }
            // Some network disks have no locks. There two runs are the person's care.
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
    Err(if taken {
        errors::another_run_is_printing(shown)
    } else {
        output::explain(shown, ErrorKind::NotFound.into())
    })
}

fn open_lock(path: &Path) -> io::Result<File> {
    match output::create_folder(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    // A link would lead the letters somewhere else.
    if !fs::symlink_metadata(path)?.is_dir() {
        return Err(ErrorKind::NotADirectory.into());
    }
    output::make_private(path, output::FOLDER)?;
    output::private(OpenOptions::new().write(true).create(true)).open(path.join(LOCK))
}

/// Whether an open file is still the one that has this name.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(named)) => identity(open) == identity(named),
        _ => false,
    }
}

/// Elsewhere a file that somebody has open keeps its name.
#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    path.exists()
}
