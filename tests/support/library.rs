//! The library without the command: quicker, and some of it has no command.

use std::path::Path;

use leafwright::assets::Assets;
use leafwright::diagnostics::{Failure, Sources};
use leafwright::press::Target;
use leafwright::publish::{Options, PrintedFile, Project};
use leafwright::read::{Edition, Setting};

use super::TODAY;

/// What is printed: which service, how it speaks, which
/// edition, what for.
pub struct Order<'a> {
    /// The service's folder; the built-in example where there is none.
    pub folder: Option<&'a Path>,
    pub tone: Option<&'a str>,
    pub edition: Edition,
    pub targets: &'a [Target],
}

impl Order<'_> {
    pub const EXAMPLE: Order<'static> = Order {
        folder: None,
        tone: None,
        edition: Edition::Standard,
        targets: &[Target::Screen],
    };

    /// Opens the service.
    pub fn open(&self) -> Result<Project, Failure> {
        let assets = match self.folder {
            Some(folder) => Assets::of(folder)?,
            None => Assets::example(),
        };
        let tone = self.tone.map(|tone| Setting {
            key: "tone".into(),
            value: tone.into(),
            from: "--tone".into(),
        });
        let options = Options {
            settings: tone.into_iter().collect(),
            edition: self.edition,
            targets: self.targets.to_vec(),
            date: TODAY.parse().expect("a day"),
        };
        Project::open(assets, options, &Sources::default())
    }

    /// Prints one publication in one language to be read on a screen.
    pub fn print(&self, guide: &str) -> Vec<u8> {
        let order = Order {
            targets: &[Target::Screen],
            ..*self
        };
        let [file] = <[_; 1]>::try_from(order.files(guide)).expect("one file for the screen");
        file.bytes
    }

    /// Prints one publication in one language: every file of its targets.
    pub fn files(&self, guide: &str) -> Vec<PrintedFile> {
        let project = self.open().expect("a service that opens");
        let printed = project
            .print(guide, &Sources::default())
            .expect("a guide that prints");
        let [printed] = <[_; 1]>::try_from(printed).expect("one language");
        printed.files
    }
}
