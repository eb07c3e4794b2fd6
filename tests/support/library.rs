//! The library without the command: quicker, and some of it has no command.

use std::path::Path;

use leafwright::problem::{Failure, Sources};
use leafwright::project::{Options, Project};
use leafwright::read::{Edition, Setting};
use leafwright::shelf::Shelf;

use super::TODAY;

/// What is printed: which service, how it speaks, which edition.
pub struct Order<'a> {
    /// The service's folder; the built-in example where there is none.
    pub folder: Option<&'a Path>,
    pub tone: Option<&'a str>,
    pub edition: Edition,
}

impl Order<'_> {
    pub const EXAMPLE: Order<'static> = Order {
        folder: None,
        tone: None,
        edition: Edition::Standard,
    };

    /// Opens the service.
    pub fn open(&self) -> Result<Project, Failure> {
        let shelf = match self.folder {
            Some(folder) => Shelf::of(folder)?,
            None => Shelf::example(),
        };
        let tone = self.tone.map(|tone| Setting {
            key: "tone".into(),
            value: tone.into(),
            from: "--tone".into(),
        });
        let options = Options {
            settings: tone.into_iter().collect(),
            edition: self.edition,
            date: TODAY.parse().expect("a day"),
        };
        Project::open(shelf, options, &mut Sources::default())
    }

    /// Prints one publication in one language.
    pub fn print(&self, guide: &str) -> Vec<u8> {
        let project = self.open().expect("a service that opens");
        let printed = project
            .print(guide, &mut Sources::default())
            .expect("a guide that prints");
        let [file] = <[_; 1]>::try_from(printed).expect("one language");
        file.pdf
    }
}
