//! Copies that are not alike stand alone on their sheets.

use proptest::prelude::*;

use super::super::imposition::Cell;
use super::{Work, work};
use crate::read::Format;

proptest! {
    #[test]
    fn every_page_stands_once_and_its_back_behind_it(work in work()) {
        let sheets = work.sheets().one_at_a_time();
        let width = sheets.width;
        let mut pages = Vec::new();
        for sheet in &sheets.sheets {
            pages.extend(sheet.front.iter().chain(&sheet.back).map(|spot| spot.page));
            if work.times() == 1 {
                continue;
            }
            prop_assert!(sheet.front.len() <= 1 && sheet.back.len() <= 1);
            for (front, back) in sheet.front.iter().zip(&sheet.back) {
                let Cell { left, top, .. } = back.cell;
                prop_assert_eq!(front.cell.top, top);
                let behind = width - left - back.cell.width;
                prop_assert!((front.cell.left - behind).abs() < 1e-9);
            }
        }
        pages.sort_unstable();
        prop_assert_eq!(pages, (0..work.pages).collect::<Vec<_>>());
    }
}

#[test]
fn a_card_stands_where_it_is_cut_first() {
    let sheets = Work::standard(Format::A6, 2).sheets().one_at_a_time();
    let sheet = &sheets.sheets[0];
    assert_eq!(
        (sheet.front[0].cell.left, sheet.front[0].cell.top),
        (0.0, 0.5)
    );
    assert_eq!(sheet.back.len(), 1);
    assert_eq!(sheets.cuts, Work::standard(Format::A6, 2).sheets().cuts);
}
