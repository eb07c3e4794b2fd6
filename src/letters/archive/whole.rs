//! Whether files are still what a list says of them.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{WholeFile, staging};
use crate::checksum::hex;

/// The checksum of a file, read in a stream: a print run may be larger than the
/// memory.
pub(super) fn sha256_of(path: &Path) -> io::Result<String> {
    let (mut file, mut digest) = (File::open(path)?, Sha256::new());
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
        let path = folder.join(name);
        // A link leads to somebody else's file.
        let is_file = fs::symlink_metadata(&path).is_ok_and(|there| there.is_file());
        is_file && sha256_of(&path).is_ok_and(|sum| sum == file.sha256)
    });
    let is_kept = |name: &OsStr| name.to_str().is_some_and(|name| listed.contains_key(name));
    staging::remove_all(folder, is_kept)?;
    Ok(listed)
}
