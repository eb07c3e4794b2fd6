//! Whether files are still what a list says of them. What is no file is never opened: a
//! pipe or a device that somebody put there would be read for ever.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{WholeFile, staging};
use crate::checksum::hex;

/// The most bytes that a list or a record may have: many times what those of a hundred
/// thousand rows have.
const MOST: u64 = 1 << 28;

/// What became of a file that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It is as it was written.
    Whole,
    /// There is no such file.
    Missing,
    /// A folder, a link or a pipe is in its place.
    NotAFile,
    /// It holds something else.
    Changed,
}

/// What became of a file. Its kind is looked at first, then its length, and only then what
/// is in it.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn state(path: &Path, file: &WholeFile) -> io::Result<State> {
    let there = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(State::Missing),
        there => there?,
    };
    if !there.is_file() {
        return Ok(State::NotAFile);
    }
    let is_same = there.len() == file.bytes && sha256_of(path, file.bytes)? == file.sha256;
    Ok(if is_same {
        State::Whole
    } else {
        State::Changed
    })
}

/// Reads a list or a record.
///
/// # Errors
/// Where it is no file, larger than any that was written, or cannot be read.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let there = fs::symlink_metadata(path)?;
    if !there.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    if there.len() > MOST {
        return Err(ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The checksum of a file of so many bytes, read in a stream: a print run may be larger
/// than the memory.
fn sha256_of(path: &Path, bytes: u64) -> io::Result<String> {
    // One more, so that one that has grown since is another.
    let mut file = File::open(path)?.take(bytes.saturating_add(1));
    let mut digest = Sha256::new();
    let mut buffer = [0; 64 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hex(digest.finalize().as_slice())),
            count => digest.update(&buffer[..count]),
        }
    }
}

/// Keeps those of the listed files that are in the folder with their checksums, and
/// removes everything else from it.
pub(super) fn keep_only(
    folder: &Path,
    mut listed: BTreeMap<String, WholeFile>,
) -> io::Result<BTreeMap<String, WholeFile>> {
    listed.retain(|name, file| {
        let state = state(&folder.join(name), file);
        state.is_ok_and(|state| state == State::Whole)
    });
    let is_kept = |name: &OsStr| name.to_str().is_some_and(|name| listed.contains_key(name));
    staging::remove_all(folder, is_kept)?;
    Ok(listed)
}
