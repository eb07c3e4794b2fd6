//! Files on the disk: whole or not at all.
//!
//! This room takes bytes and knows nothing of what is in them. One file is
//! written beside its place and moved there when it is complete. A [`Batch`] is
//! a folder of private files that appears at once, and takes the place of the
//! folder of an earlier run at once too.
//!
//! A run that is killed at any moment leaves what it finished hidden and private
//! beside its place. The next run to the same place goes on with it, or takes it
//! away. What is in place can be verified at any later time, and the parts of a run
//! that several machines print can be gathered into one.

mod batch;
mod finish;
mod gather;
mod hidden;
mod interrupted;
mod journal;
mod leftovers;
mod manifest;
mod mode;
mod names;
mod occupied;
mod record;
mod rejected;
mod synced;
#[cfg(test)]
mod tests;
mod trouble;
mod verify;
mod whole;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{fs, io::ErrorKind};

pub use batch::{Batch, Start, unfinished};
pub use gather::{Gathered, gather};
pub use interrupted::stop_when_interrupted;
pub use manifest::{Enclosed, WholeFile};
pub use occupied::PROOFS;
pub use record::{Counts, PROGRAM, Record, Shard};
pub use verify::{Verified, verify};

use crate::checksum::sha256_hex;
use crate::problem::Failure;

/// Who may read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// Its owner only: mode 0600, whatever the umask. For anything personal.
    Private,
    /// Everyone the umask allows, 0644 at most.
    Public,
}

/// Writes a file in one piece: it holds all the bytes or is as it was before.
///
/// Folders that are missing on the way are made. Where `path` is a link, the
/// file it leads to is replaced.
///
/// # Errors
/// [`Failure::Machine`] when the path is a folder or a device, or the disk is
/// full, read-only or forbidden.
pub fn write_whole(path: &Path, bytes: &[u8], privacy: Privacy) -> Result<(), Failure> {
    let explain = |error| trouble::explain(path, &error);
    let place = follow_link(path).map_err(explain)?;
    match fs::metadata(&place) {
        Ok(there) if there.is_dir() => return Err(trouble::is_a_folder(path)),
        Ok(there) if !there.is_file() => return Err(trouble::is_no_file(path)),
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(explain(error)),
        _ => {}
    }
    replace(&place, bytes, privacy).map_err(explain)
}

/// Takes away a file of ours that is no longer right, where it is there.
///
/// # Errors
/// [`Failure::Machine`] when it is there and stays.
pub fn take_away(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(trouble::explain(path, &error)),
        _ => Ok(()),
    }
}

fn replace(place: &Path, bytes: &[u8], privacy: Privacy) -> io::Result<()> {
    let folder = folder_of(place);
    fs::create_dir_all(folder)?;
    let prefix = leftovers::prefix(place)?;
    leftovers::sweep(folder, &prefix);
    let mut file = mode::builder(privacy).prefix(&prefix).tempfile_in(folder)?;
    // Held until the file is closed, so that nobody else sweeps it away.
    let _ = file.as_file().try_lock();
    fill(file.as_file_mut(), bytes)?;
    if privacy == Privacy::Private {
        mode::make_private(file.path(), mode::FILE)?;
    }
    file.as_file().sync_all()?;
    file.persist(place).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Writes all the bytes to a file, or whatever else can be written to.
fn fill(writer: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    writer.write_all(bytes)?;
    writer.flush()
}

/// Where a path really leads, if it is a link.
fn follow_link(path: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(path) {
        Ok(there) if there.is_symlink() => fs::canonicalize(path),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(path.to_owned()),
    }
}

/// The folder a path is in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes sure that what was moved into a folder is still there after a power cut.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match fs::File::open(folder)?.sync_all() {
        // Some network disks cannot do it for folders. The file is in its place.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        result => result,
    }
}

/// Other systems cannot do this for folders.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
