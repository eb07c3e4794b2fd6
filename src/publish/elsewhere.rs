//! How another process opens the same service in the same way.

use std::ffi::OsString;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{Options, Workspace};
use crate::assets::{Assets, Checksums};
use crate::diagnostics::{Error, Failure, Sources};
use crate::read::Setting;

/// A service, named for a process that reads it anew: with the checksums that its files
/// must have.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SameService {
    /// As the system has it: it may be called by no text.
    folder: Option<OsString>,
    settings: Vec<Setting>,
    date: String,
    checksums: Checksums,
}

impl SameService {
    /// The service of a workspace, as far as it was read.
    pub(crate) fn of(workspace: &Workspace) -> Self {
        Self {
            folder: workspace.assets.folder().map(Into::into),
            settings: workspace.options.settings.clone(),
            date: workspace.date.to_string(),
            checksums: workspace.assets.inputs_of_the_service(),
        }
    }

    /// Opens it. What is made there is tried nowhere else.
    ///
    /// # Errors
    /// As [`Workspace::open`], and where a file has changed.
    pub(crate) fn open(&self) -> Result<Workspace, Error> {
        let sources = Sources::default();
        let opened = match &self.folder {
            Some(folder) => Assets::of(Path::new(folder)),
            None => Ok(Assets::example()),
        };
        let assets = opened.map_err(|failure| Error::new(failure, &sources))?;
        let date = self.date.parse();
        let date = date.map_err(|_| Error::new(misunderstood(), &sources))?;
        let options = Options {
            settings: self.settings.clone(),
            date: Some(date),
            ..Options::default()
        };
        let assets = assets.with_checksums(self.checksums.clone());
        Workspace::with(assets, options, sources)
    }
}

fn misunderstood() -> Failure {
    Failure::machine(
        "two processes of this program do not understand each other",
        "this is a fault in leafwright: please report it",
    )
}
