//! Makes laid-out pages into PDF bytes for what they are for, and sees that they
//! are as many as the paper has room for.
//!
//! Knows nothing of what is on a page.

mod fit;

pub use fit::{Fit, misfits};

use jiff::civil::Date;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::problem::{Failure, Problem};

/// A PDF to read on a screen: pages in reading order, tagged, PDF/UA-1 and
/// PDF/A-2a at once.
///
/// `ident` tells documents apart without saying what is in them: it is hashed
/// into the file's id. It must hold nothing of a person.
///
/// # Errors
/// What either standard forbids, as Typst says it.
pub fn screen(document: &PagedDocument, ident: &str, date: Date) -> Result<Vec<u8>, Failure> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|error| Problem::error(error.message().as_str()))?;
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    // Midnight of the day it is printed: PDF/A wants a moment, and a real one
    // would make every run differ.
    let moment = Datetime::from_ymd_hms(i32::from(date.year()), month, day, 0, 0, 0);
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(
            concat!("leafwright ", env!("CARGO_PKG_VERSION")).to_owned(),
        )),
        timestamp: moment.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| {
        let problems: Vec<Problem> = errors
            .iter()
            .map(|error| {
                let problem = Problem::error(error.message.as_str());
                let hints = error.hints.iter();
                hints.fold(problem, |problem, hint| problem.help(hint.v.as_str()))
            })
            .collect();
        problems.into()
    })
}
