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
use super::pdf;
use super::sheets::{self, Reach, Stroke};
use super::{Output, Specification};
use crate::diagnostics::Failure;
use crate::diagnostics::plural;
use crate::read::{Backs, Flip};

/// The files for an office printer.
pub fn files(
    document: &PagedDocument,
    specification: &Specification,
) -> Result<Vec<Output>, Failure> {
    let pages = document.pages().len();
    let sheets = imposition::of(
        specification.format,
        specification.edition,
        pages,
        specification.gsm,
    );
    let sheets = if turns_backs(&sheets, specification.desk.turn()) {
        sheets.with_backs_turned()
    } else {
        sheets
    };
    let fronts = || {
        sheets
            .sheets
            .iter()
            .map(|sheet| fronts(&sheets, sheet, document))
    };
    let backs = || {
        sheets
            .sheets
            .iter()
            .map(|sheet| backs(&sheets, sheet, document))
    };
    let one_sided = sheets.sheets.iter().all(|sheet| sheet.back.is_empty());
    let paper = format!(
        "{} of {}, at 100 %",
        plural(sheets.sheets.len(), "sheet"),
        paper(&sheets)
    );
    let file = |sides: Vec<Frame>, suffix, summary| -> Result<Output, Failure> {
        let printed = sheets::document(sides, document.info(), 0.0);
        Ok(Output {
            suffix,
            bytes: pdf::for_paper(
                &printed,
                &format!("{} {suffix}", specification.ident),
                specification.date,
            )?,
            summary,
        })
    };
    if one_sided {
        return Ok(vec![file(fronts().collect(), "desk.pdf", paper)?]);
    }
    let edge = match specification.desk.turn() {
        Flip::ShortEdge => "short",
        Flip::LongEdge => "long",
        Flip::Manual => {
            let mut backs: Vec<Frame> = backs().collect();
            if specification.desk.order() == Backs::Reversed {
                backs.reverse();
            }
            let first = format!("{paper}: print this first");
            let then = "then put the sheets back in and print this".to_owned();
            return Ok(vec![
                file(fronts().collect(), "desk.fronts.pdf", first)?,
                file(backs, "desk.backs.pdf", then)?,
            ]);
        }
    };
    // A last back without pages is blank paper.
    let sides = fronts()
        .zip(backs())
        .flat_map(|(front, back)| [front, back]);
    let summary = format!("{paper}, both sides, flip on the {edge} edge");
    Ok(vec![file(sides.collect(), "desk.pdf", summary)?])
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
        Ok(Output {
            suffix,
            bytes: pdf::for_paper(&printed, &format!("desk-test {suffix}"), date)?,
            summary: summary.to_owned(),
        })
    });
    outputs.collect()
}

/// Whoever cuts has the front before them.
fn fronts(sheets: &Imposition, sheet: &Sheet, document: &PagedDocument) -> Frame {
    let marks = on_sheet(sheets, &sheets.cuts.down, &sheets.cuts.across);
    draw(sheets, &sheet.front, document, &marks)
}

/// Whoever folds has the inner side before them.
fn backs(sheets: &Imposition, sheet: &Sheet, document: &PagedDocument) -> Frame {
    let folds: Vec<f64> = sheets.folds.iter().map(|fold| fold.at).collect();
    draw(
        sheets,
        &sheet.back,
        document,
        &on_sheet(sheets, &folds, &[]),
    )
}

fn draw(sheets: &Imposition, side: &Side, document: &PagedDocument, marks: &[Stroke]) -> Frame {
    let reach = Reach(-UNPRINTABLE);
    sheets::side(sheets, side, document.pages(), reach, marks)
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
