//! A service's own folder: nothing outside it is ever read.

use std::collections::BTreeSet;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::reading::{is_not_there, read_file, unreadable};
use super::{File, FileKind, shown};
use crate::diagnostics::{Failure, Problem, SourceKind};

/// A service's own folder.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    /// As the person typed it.
    pub(super) shown: PathBuf,
    /// With every link followed: what is read has to lie below it.
    pub(super) real: PathBuf,
}

impl Folder {
    /// The names in a folder of it.
    pub(super) fn names_in(&self, path: &str) -> io::Result<BTreeSet<String>> {
        let entries = self.real.join(path).read_dir()?.flatten();
        Ok(entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect())
    }

    /// A file of it; none where there is none.
    ///
    /// # Errors
    /// Where the file is there but cannot be read, or lies outside the folder.
    pub(super) fn read(&self, path: &str) -> Result<Option<File>, Failure> {
        let shown = shown(&self.shown.join(path));
        let shown = shown.strip_prefix("./").unwrap_or(&shown).to_owned();
        let plain = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        let outside = || {
            Problem::error(format!("`{shown}` lies outside the service's folder"))
                .help("copy the file into the folder, and name it without `..` or a link")
        };
        if !plain {
            return Err(outside().into());
        }
        let real = match self.real.join(path).canonicalize() {
            Ok(real) => real,
            Err(error) if is_not_there(&error) => return Ok(None),
            Err(error) => return Err(unreadable(&shown, error)),
        };
        if !real.starts_with(&self.real) {
            return Err(outside().into());
        }
        if real.is_dir() {
            return Ok(None);
        }
        let bytes = read_file(&real, &shown, FileKind::of(path))?;
        Ok(bytes.map(|bytes| File {
            name: shown,
            kind: SourceKind::Service,
            bytes,
        }))
    }
}
