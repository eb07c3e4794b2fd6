//! A service's own folder: nothing outside it is ever read.

use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::File;
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
    /// A file of it; none where there is none.
    ///
    /// # Errors
    /// Where the file is there but cannot be read, or lies outside the folder.
    pub(super) fn read(&self, path: &str) -> Result<Option<File>, Failure> {
        let shown = self.shown.join(path).display().to_string();
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
        let unreadable = |error: std::io::Error| {
            Failure::machine(
                format!("`{shown}` cannot be read"),
                "check that you may open it, and that it is not locked by another program",
            )
            .because(error)
        };
        let real = match self.real.join(path).canonicalize() {
            Ok(real) => real,
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                return Ok(None);
            }
            Err(error) => return Err(unreadable(error)),
        };
        if !real.starts_with(&self.real) {
            return Err(outside().into());
        }
        if real.is_dir() {
            return Ok(None);
        }
        match std::fs::read(&real) {
            Ok(bytes) => Ok(Some(File {
                name: shown,
                kind: SourceKind::Service,
                bytes,
            })),
            Err(error) => Err(unreadable(error)),
        }
    }
}
