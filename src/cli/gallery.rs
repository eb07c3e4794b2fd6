//! `leafwright gallery`: a page with a picture of each publication.

use super::arguments::Gallery;
use super::service::{open, publications};
use super::terminal::Terminal;
use crate::diagnostics::{Failure, Gathered, refuse};
use crate::publish::gallery;

pub fn run(arguments: &Gallery, terminal: &mut Terminal) -> Result<(), Failure> {
    let workspace = open(&arguments.service, &arguments.making, terminal)?;
    let named = if arguments.all {
        workspace
            .guides()
            .into_iter()
            .map(|guide| guide.id)
            .collect()
    } else {
        arguments.guides.clone()
    };
    let ids = publications(&named, &workspace, &arguments.making)?;
    let mut wrong = Gathered::default();
    let mut exhibits = Vec::new();
    for id in &ids {
        exhibits.extend(wrong.keep(workspace.exhibit(id))?);
    }
    refuse(wrong.problems)?;
    let service = &workspace.service().service.name.value;
    for file in gallery(service, exhibits) {
        let path = file.write_into(&arguments.out)?;
        terminal.written(&path, &file.summary);
    }
    Ok(())
}
