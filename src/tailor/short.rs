//! A guide in a format with little room.

use crate::read::{Edition, Extent, Guide};

/// The guide as it is printed in its format, where that has no room for all of it. Large
/// print is on A4, whatever the format.
pub fn of(guide: &Guide, edition: Edition) -> Option<Guide> {
    let extent = guide.format.value.extent();
    if extent == Extent::Whole || edition == Edition::LargePrint {
        return None;
    }
    let mut short = guide.clone();
    let sections = guide.sections.iter();
    short.sections = sections
        .filter_map(|section| section.in_room(extent))
        .collect();
    short.drop_uncited(guide);
    Some(short)
}
