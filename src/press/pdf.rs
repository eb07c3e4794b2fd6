//! PDF bytes, for the screen and for paper.

use jiff::civil::Date;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::diagnostics::{Failure, Problem};
use crate::typeset;

/// A PDF to read on a screen: pages in reading order, tagged, PDF/UA-1 and
/// PDF/A-2a at once.
///
/// `ident` tells documents apart without saying what is in them: it is hashed
/// into the file's id. It must hold nothing of a person.
///
/// # Errors
/// What either standard forbids, as Typst says it.
pub fn screen(document: &PagedDocument, ident: &str, date: Date) -> Result<Vec<u8>, Failure> {
    export(
        document,
        ident,
        date,
        &[PdfStandard::Ua_1, PdfStandard::A_2a],
    )
}

/// A PDF to print on paper: untagged, with every typeface in it and its colours
/// told apart (PDF/A-2b). Not PDF/X: Typst cannot write it.
///
/// # Errors
/// What the standard forbids, as Typst says it.
pub fn for_paper(document: &PagedDocument, ident: &str, date: Date) -> Result<Vec<u8>, Failure> {
    export(document, ident, date, &[PdfStandard::A_2b])
}

fn export(
    document: &PagedDocument,
    ident: &str,
    date: Date,
    standards: &[PdfStandard],
) -> Result<Vec<u8>, Failure> {
    let tagged = standards.contains(&PdfStandard::Ua_1);
    let standards =
        PdfStandards::new(standards).map_err(|error| Problem::error(error.message().as_str()))?;
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
        tagged,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| {
        let problems: Vec<Problem> = errors.iter().map(typeset::said).collect();
        problems.into()
    })
}
