//! A guide in a format with little room.

use crate::read::{Edition, Extent, Guide};

/// The guide as it is printed in its format, where that has no room for all of it. Large
/// print is on A4, whatever the format.
pub fn of(guide: &Guide, edition: Edition) -> Option<Guide> {
    let extent = guide.format.value.extent();
    let is_short = extent != Extent::Whole && edition == Edition::Standard;
    is_short.then(|| guide.shortened(extent))
}
