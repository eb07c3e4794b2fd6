//! For a print shop: pages with bleed and marks, and a ticket that says in words
//! what to make of them.

use typst::layout::Frame;
use typst::model::Document;
use typst_layout::PagedDocument;

use super::imposition::{self, Imposition};
use super::marks::{AROUND, BLEED, round_page};
use super::sheets::{self, Reach};
use super::{Output, Specification, ticket};
use crate::diagnostics::{Failure, plural};

/// The pages, and the ticket.
pub fn files(
    document: &PagedDocument,
    specification: &Specification,
) -> Result<Vec<Output>, Failure> {
    let pages = document.pages();
    let arrange =
        |pages| imposition::one_by_one(specification.format, specification.edition, pages);
    let shop = imposition::of_parts(&specification.parts, pages.len(), arrange);
    let printed = sheets::document(sides(&shop, document), document.info(), AROUND);
    let count = printed.pages().len();
    Ok(vec![
        Output::on_paper(
            &printed,
            (&specification.ident, specification.date),
            "press.pdf",
            format!("{} with 3 mm bleed and marks", plural(count, "page")),
        )?,
        Output {
            suffix: "press.txt",
            bytes: ticket::text(specification, &shop, document).into_bytes(),
            summary: "the ticket for the print shop".to_owned(),
        },
    ])
}

fn sides(shop: &Imposition, document: &PagedDocument) -> impl Iterator<Item = Frame> {
    shop.sheets.iter().flat_map(move |sheet| {
        // Folds are where somebody sees them who looks at the back.
        let from_behind: Vec<f64> = shop.folds.iter().map(|fold| fold.at).collect();
        let from_front = from_behind.iter().map(|at| shop.width - at).collect();
        let sides = [(&sheet.front, from_front), (&sheet.back, from_behind)];
        let printed = sides.into_iter().filter(|(side, _)| !side.is_empty());
        printed.map(|(side, folds): (_, Vec<f64>)| {
            let marks = round_page(shop, &folds);
            sheets::side(shop, side, document.pages(), Reach(BLEED), &marks)
        })
    })
}
