//! Whether files are still what a list says of them.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::WholeFile;
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
pub(super) fn keep_only(folder: &Path, mut listed: Vec<WholeFile>) -> io::Result<Vec<WholeFile>> {
    listed.retain(|file| {
        let path = folder.join(&file.name);
        // A link leads to somebody else's file.
        let is_file = fs::symlink_metadata(&path).is_ok_and(|there| there.is_file());
        is_file && sha256_of(&path).is_ok_and(|sum| sum == file.sha256)
    });
    let kept: BTreeSet<&str> = listed.iter().map(|file| file.name.as_str()).collect();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry
            .file_name()
            .to_str()
            .is_some_and(|name| kept.contains(name))
        {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?
        } else {
            fs::remove_file(entry.path())?
        }
    }
    drop(kept);
    Ok(listed)
}
