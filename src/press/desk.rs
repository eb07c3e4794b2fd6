//! For the office: sheets for a printer that prints both sides, or one side after
//! the other.
//!
//! Nothing is scaled and nothing is moved. What would run to the edge of the
//! paper ends where printers do, with a white border round it.

use jiff::civil::Date;
use typst::layout::Frame;
use typst::model::Document;
use typst_layout::PagedDocument;

use super::imposition::{self, Imposition, Sheet, Side};
use super::marks::{UNPRINTABLE, on_sheet};
use super::sheets::{self, Reach};
use super::{Output, Specification};
use crate::diagnostics::{Failure, plural};
use crate::read::{Backs, Flip};

/// The files for an office printer.
pub fn files(
    document: &PagedDocument,
    specification: &Specification,
) -> Result<Vec<Output>, Failure> {
    let (pages, desk) = (document.pages(), &specification.desk);
    let arrange = |pages| {
        imposition::of(
            specification.format,
            specification.edition,
            pages,
            specification.gsm,
        )
    };
    let mut sheets = imposition::of_parts(&specification.parts, pages.len(), arrange);
    if turns_backs(&sheets, desk.turn()) {
        sheets = sheets.with_backs_turned();
    }
    let drawn = |side: fn(&Sheet) -> &Side, down: &[f64], across: &[f64]| -> Vec<Frame> {
        let (reach, marks) = (Reach(-UNPRINTABLE), on_sheet(&sheets, down, across));
        let sides = sheets.sheets.iter().map(side);
        let once = sides.map(|side| sheets::side(&sheets, side, pages, reach, &marks));
        let once: Vec<Frame> = once.collect();
        // One copy after the other, so that each lies together.
        (0..specification.copies.get())
            .flat_map(|_| once.clone())
            .collect()
    };
    // Whoever cuts has the front before them, and whoever folds the inner side.
    let fronts = drawn(|sheet| &sheet.front, &sheets.cuts.down, &sheets.cuts.across);
    let folds: Vec<f64> = sheets.folds.iter().map(|fold| fold.at).collect();
    let mut backs = drawn(|sheet| &sheet.back, &folds, &[]);
    let paper = format!(
        "{} of {}, at 100 %",
        plural(
            sheets.sheets.len() * specification.copies.get() as usize,
            "sheet"
        ),
        paper(&sheets)
    );
    let paper = match specification.copies.get() {
        1 => paper,
        copies => format!("{copies} copies: {paper}"),
    };
    let file = |sides: Vec<Frame>, suffix, summary| {
        let printed = sheets::document(sides, document.info(), 0.0);
        let ident = (specification.ident.as_str(), specification.date);
        Output::on_paper(&printed, ident, suffix, summary)
    };
    if sheets.sheets.iter().all(|sheet| sheet.back.is_empty()) {
        return Ok(vec![file(fronts, "desk.pdf", paper)?]);
    }
    let edge = match desk.turn() {
        Flip::ShortEdge => "short",
        Flip::LongEdge => "long",
        Flip::Manual => {
            if desk.order() == Backs::Reversed {
                backs.reverse();
            }
            let first = format!("{paper}: print this first");
            let then = "then put the sheets back in and print this".to_owned();
            return Ok(vec![
                file(fronts, "desk.fronts.pdf", first)?,
                file(backs, "desk.backs.pdf", then)?,
            ]);
        }
    };
    // A last back without pages is blank paper.
    let sides = fronts.into_iter().zip(backs);
    let sides = sides.flat_map(|(front, back)| [front, back]).collect();
    let summary = format!("{paper}, both sides, flip on the {edge} edge");
    Ok(vec![file(sides, "desk.pdf", summary)?])
}

/// The files of a printer's test: of six pages, the first two are the sides of one
/// sheet, the next two are fronts, and the last two are backs. They are printed as
/// they are: what the printer does with them is the answer.
///
/// # Errors
/// What the PDF standard forbids, as Typst says it.
pub fn test(document: &PagedDocument, date: Date) -> Result<Vec<Output>, Failure> {
    let files = [
        (
            "pdf",
            0..2,
            "print this on both sides of a sheet, and read it",
        ),
        (
            "fronts.pdf",
            2..4,
            "only for a printer that prints one side: print this first",
        ),
        (
            "backs.pdf",
            4..6,
            "then put the sheets back in and print this",
        ),
    ];
    let outputs = files.into_iter().map(|(suffix, pages, summary)| {
        let pages = document.pages().get(pages).unwrap_or_default().iter();
        let pages = pages.map(|page| page.frame.clone());
        let printed = sheets::document(pages, document.info(), 0.0);
        Output::on_paper(&printed, ("desk-test", date), suffix, summary)
    });
    outputs.collect()
}

/// A sheet turned over like the page of a book is turned about its upright axis.
/// Printers turn it about the edge they are told: where that lies across, a back
/// has to be printed upside down. By hand it is turned like a page.
pub fn turns_backs(sheets: &Imposition, flip: Flip) -> bool {
    let lying = sheets.width > sheets.height;
    match flip {
        Flip::Manual => false,
        Flip::ShortEdge => !lying,
        Flip::LongEdge => lying,
    }
}

/// The name of the paper.
fn paper(sheets: &Imposition) -> &'static str {
    match sheets.width.max(sheets.height).round() as u32 {
        420 => "A3",
        210 => "A5",
        _ => "A4",
    }
}
