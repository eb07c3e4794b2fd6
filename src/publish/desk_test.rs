//! Test sheets that say which setting a printer needs: the same for every service.

use std::sync::Arc;

use jiff::civil::Date;

use super::printing::{Published, PublishedFile};
use super::workspace::today;
use crate::assets::Assets;
use crate::diagnostics::{Error, Failure, Sources};
use crate::press;
use crate::typeset::{Fonts, Typesetter};

/// Makes the test sheets; of today, where no day is said.
///
/// # Errors
/// Where the computer's clock cannot be right.
pub fn desk_test(date: Option<Date>) -> Result<Published, Error> {
    let sources = Sources::default();
    sheets(date, &sources).map_err(|failure| Error::new(failure, &sources))
}

fn sheets(date: Option<Date>, sources: &Sources) -> Result<Published, Failure> {
    let date = date.map_or_else(today, Ok)?;
    let assets = Assets::example();
    let fonts = Arc::new(Fonts::load(&assets)?);
    let mut typesetter = Typesetter::alone("desk-test", Vec::new(), &fonts, &assets, date)?;
    let pages = typesetter.set(sources)?;
    let outputs = press::desk_test(&pages.document, date)?.into_iter();
    Ok(Published {
        to_approve: Vec::new(),
        files: outputs
            .map(|output| PublishedFile::of("desk-test", output, Vec::new()))
            .collect(),
        notes: Vec::new(),
    })
}
