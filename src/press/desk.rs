//! For the office: sheets for a printer that prints both sides, or one side after
//! the other.
//!
//! Nothing is scaled and nothing is moved. What would run to the edge of the
//! paper ends where printers do, with a white border round it.

use indexmap::IndexMap;
use jiff::civil::Date;
use typst::layout::Frame;
use typst::model::Document;
use typst_layout::PagedDocument;

use super::imposition::{self, Imposition, Sheet, Side};
use super::marks::{UNPRINTABLE, on_sheet};
use super::sheets::{self, Reach};
use super::{Output, Specification};
use crate::diagnostics::{Failure, listed, plural};
use crate::read::{Backs, Flip};

/// What is printed on each side of some sheets.
#[derive(Default)]
struct Sides {
    fronts: Vec<Frame>,
    backs: Vec<Frame>,
    /// Whether anything is on a back.
    is_duplex: bool,
    /// How many sheets there are of each paper, in the order in which it first comes.
    paper: IndexMap<&'static str, usize>,
}

/// One of several pieces that lie together in a stack.
pub struct Piece<'a> {
    /// Its pages.
    pub document: &'a PagedDocument,
    /// How they are made into sheets.
    pub specification: &'a Specification,
}

/// The files for an office printer.
pub fn files(
    document: &PagedDocument,
    specification: &Specification,
) -> Result<Vec<Output>, Failure> {
    let piece = Piece {
        document,
        specification,
    };
    let once = sides(&piece, |sheets| sheets);
    let copies = specification.copies.get() as usize;
    let paper = on_paper(&once.paper, copies);
    let paper = match copies {
        1 => paper,
        copies => format!("{copies} copies: {paper}"),
    };
    // One copy after the other, so that each lies together.
    let all = Sides {
        fronts: repeated(&once.fronts, copies),
        backs: repeated(&once.backs, copies),
        ..once
    };
    outputs(all, &paper, document, specification)
}

/// Several pieces in one file, one after the other: each begins on a new sheet. Of a format
/// of which several stand together on a sheet, each sheet has one: no two of them are alike.
///
/// # Errors
/// What the PDF standard forbids, as Typst says it.
pub fn stack<'a>(
    pieces: impl IntoIterator<Item = Piece<'a>>,
    specification: &Specification,
) -> Result<Vec<Output>, Failure> {
    let mut all = Sides::default();
    let mut info = None;
    for piece in pieces {
        let more = sides(&piece, Imposition::one_at_a_time);
        info.get_or_insert_with(|| piece.document.info().clone());
        all.fronts.extend(more.fronts);
        all.backs.extend(more.backs);
        all.is_duplex |= more.is_duplex;
        for (paper, count) in more.paper {
            *all.paper.entry(paper).or_default() += count;
        }
    }
    let paper = on_paper(&all.paper, 1);
    let document = sheets::document([], &info.unwrap_or_default(), 0.0);
    outputs(all, &paper, &document, specification)
}

/// The sides of one piece, with the marks by which it is folded and cut.
fn sides(piece: &Piece, arranged: impl Fn(Imposition) -> Imposition) -> Sides {
    let (pages, specification) = (piece.document.pages(), piece.specification);
    let arrange = |pages| {
        imposition::of(
            specification.format,
            specification.edition,
            pages,
            specification.gsm,
        )
    };
    let mut sheets = imposition::of_parts(&specification.parts, pages.len(), arrange);
    sheets = arranged(sheets);
    if turns_backs(&sheets, specification.desk.turn()) {
        sheets = sheets.with_backs_turned();
    }
    let drawn = |side: fn(&Sheet) -> &Side, down: &[f64], across: &[f64]| -> Vec<Frame> {
        let (reach, marks) = (Reach(-UNPRINTABLE), on_sheet(&sheets, down, across));
        let sides = sheets.sheets.iter().map(side);
        let sides = sides.map(|side| sheets::side(&sheets, side, pages, reach, &marks));
        sides.collect()
    };
    // Whoever cuts has the front before them, and whoever folds the inner side.
    let folds: Vec<f64> = sheets.folds.iter().map(|fold| fold.at).collect();
    Sides {
        fronts: drawn(|sheet| &sheet.front, &sheets.cuts.down, &sheets.cuts.across),
        backs: drawn(|sheet| &sheet.back, &folds, &[]),
        is_duplex: sheets.sheets.iter().any(|sheet| !sheet.back.is_empty()),
        paper: IndexMap::from([(paper(&sheets), sheets.sheets.len())]),
    }
}

fn repeated(sides: &[Frame], copies: usize) -> Vec<Frame> {
    (0..copies).flat_map(|_| sides.to_vec()).collect()
}

/// How much paper there is to put in: "10 sheets of A4, at 100 %".
fn on_paper(paper: &IndexMap<&'static str, usize>, times: usize) -> String {
    let sheets = paper.iter();
    let sheets =
        sheets.map(|(paper, count)| format!("{} of {paper}", plural(count * times, "sheet")));
    let sheets: Vec<String> = sheets.collect();
    format!("{}, at 100 %", listed(&sheets, "and"))
}

/// The files with these sides. `document` says what they say of themselves.
fn outputs(
    sides: Sides,
    paper: &str,
    document: &PagedDocument,
    specification: &Specification,
) -> Result<Vec<Output>, Failure> {
    let desk = &specification.desk;
    let file = |sides: Vec<Frame>, suffix, summary| {
        let printed = sheets::document(sides, document.info(), 0.0);
        let ident = (specification.ident.as_str(), specification.date);
        Output::on_paper(&printed, ident, suffix, summary)
    };
    let (fronts, mut backs) = (sides.fronts, sides.backs);
    if !sides.is_duplex {
        return Ok(vec![file(fronts, "desk.pdf", paper.to_owned())?]);
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
