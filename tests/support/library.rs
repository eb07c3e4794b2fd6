//! The library without the command: quicker, and some of it has no command.

use std::path::Path;

use leafwright::{
    Edition, Error, Options, PublicationId, PublishedFile, Setting, Target, Workspace,
};

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
    pub fn open(&self) -> Result<Workspace, Error> {
        let tone = self.tone.map(|tone| Setting {
            key: "tone".into(),
            value: tone.into(),
            from: "--tone".into(),
        });
        let options = Options {
            settings: tone.into_iter().collect(),
            date: Some(TODAY.parse().expect("a day")),
            ..Options::default()
        };
        Workspace::open_with(self.folder, options)
    }

    /// A guide in the only language of the service.
    pub fn id(&self, workspace: &Workspace, guide: &str) -> PublicationId {
        let ids = workspace.publications_of(guide).expect("a guide");
        let [id] = <[_; 1]>::try_from(ids).expect("one language");
        id.in_edition(self.edition)
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
    pub fn files(&self, guide: &str) -> Vec<PublishedFile> {
        let workspace = self.open().expect("a service that opens");
        let id = self.id(&workspace, guide);
        let published = workspace.publish(&id, self.targets);
        published.expect("a guide that prints").files
    }
}
