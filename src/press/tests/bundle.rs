//! Where letters stand in a print run.

use proptest::prelude::*;
use typst::foundations::{Content, Smart};
use typst::layout::{Abs, Frame, Sides, Size};
use typst::model::DocumentInfo;
use typst_layout::{Page, PagedDocument};

use super::super::Run;

/// A letter of blank pages.
fn letter(pages: usize) -> PagedDocument {
    let pages = (1..=pages as u64).map(|number| Page {
        frame: Frame::hard(Size::new(Abs::mm(210.0), Abs::mm(297.0))),
        bleed: Sides::splat(Abs::zero()),
        fill: Smart::Auto,
        numbering: None,
        supplement: Content::empty(),
        number,
    });
    PagedDocument::new(pages.collect(), DocumentInfo::default())
}

proptest! {
    /// However long they are, letters follow each other sheet by sheet, and no two
    /// share one.
    #[test]
    fn every_letter_begins_on_a_new_sheet(
        lengths in proptest::collection::vec(1..6usize, 1..20),
        duplex: bool,
    ) {
        let mut run = Run::new(duplex);
        let mut next_sheet = 1;
        for pages in lengths {
            let stretch = run.add(&letter(pages));
            prop_assert_eq!(stretch.pages, pages);
            let sheet_of = |page: usize| if duplex { page.div_ceil(2) } else { page };
            prop_assert!(!duplex || stretch.from % 2 == 1, "it begins on a front");
            prop_assert_eq!(sheet_of(stretch.from), next_sheet);
            let last = sheet_of(stretch.from + pages - 1);
            prop_assert_eq!(last + 1 - next_sheet, stretch.sheets);
            next_sheet = last + 1;
        }
    }
}
