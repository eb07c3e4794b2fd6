//! Pages with something laid over them.

use typst::layout::{FrameItem, GroupItem, Point};
use typst::model::Document;
use typst_layout::{Page, PagedDocument};

/// These pages with the pages of another document on top of them, first on first.
pub fn laid_over(document: &PagedDocument, over: &PagedDocument) -> PagedDocument {
    let pairs = document.pages().iter().zip(over.pages());
    let pages = pairs.map(|(page, over)| {
        let mut page: Page = page.clone();
        let over = FrameItem::Group(GroupItem::new(over.frame.clone()));
        page.frame.push(Point::zero(), over);
        page
    });
    PagedDocument::new(pages.collect(), document.info().clone())
}
