//! Files on the disk: whole or not at all.
//!
//! This room takes bytes and knows nothing of what is in them. A file is written
//! beside its place and moved there when it is complete.

mod errors;
mod leftovers;
mod mode;
mod size_limit;
#[cfg(test)]
mod tests;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{fs, io::ErrorKind};

pub(crate) use errors::{explain, file_in_the_way, is_about_open_files};
pub(crate) use leftovers::hidden_prefix;
pub(crate) use mode::{FILE, FOLDER, create_file, create_folder, make_private, private};
pub(crate) use size_limit::outlive_size_limit;

use crate::diagnostics::Failure;

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
    let explain = |error| explain(path, error);
    let place = follow_link(path).map_err(explain)?;
    match fs::metadata(&place) {
        Ok(there) if there.is_dir() => return Err(errors::folder_in_the_way(path)),
        Ok(there) if !there.is_file() => return Err(errors::not_a_file(path)),
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
        Err(error) if error.kind() != ErrorKind::NotFound => Err(explain(path, error)),
        _ => Ok(()),
    }
}

fn replace(place: &Path, bytes: &[u8], privacy: Privacy) -> io::Result<()> {
    let folder = folder_of(place);
    fs::create_dir_all(folder)?;
    let prefix = hidden_prefix(place)?;
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
pub(crate) fn fill(writer: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    writer.write_all(bytes)?;
    writer.flush()
}

/// Where a path really leads, if it is a link.
pub(crate) fn follow_link(path: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(path) {
        Ok(there) if there.is_symlink() => fs::canonicalize(path),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(path.to_owned()),
    }
}

/// The folder a path is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes sure that what was moved into a folder is still there after a power cut.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
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
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
