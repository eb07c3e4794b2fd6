//! Ink outside the zones where a posting service allows it.

use image::{Rgb, RgbImage};

use crate::read::{Area, Zone};

/// Dots to the millimetre. Dots are as grey as the ink in them covers: at this size a
/// black line of 0.25 pt still darkens one by a tenth.
pub const DOTS: f32 = 2.0;

/// So much more every zone has before ink counts as outside, mm (GOV.UK Notify).
const WIDER: f64 = 1.0;

/// Ink nearer than this is one thing, mm.
const TOGETHER: f64 = 3.0;

/// Ink in one place outside every zone.
#[derive(Debug, PartialEq)]
pub struct InkOutside {
    /// The zone it is nearest to.
    pub zone: &'static Zone,
    /// Where it is, mm from the top left.
    pub area: Area,
}

/// All ink of a page that is outside every zone. A dot counts as outside where any
/// part of it is: half a dot is less than zones are widened by.
pub fn find(page: &RgbImage, zones: &'static [Zone]) -> Vec<InkOutside> {
    let mut found: Vec<InkOutside> = Vec::new();
    for y in 0..page.height() {
        let allowed: Vec<(u32, u32)> = zones
            .iter()
            .filter_map(|zone| columns(&zone.area.widened(WIDER), y))
            .collect();
        for x in 0..page.width() {
            let is_allowed = || allowed.iter().any(|(from, to)| (*from..*to).contains(&x));
            if is_ink(page.get_pixel(x, y)) && !is_allowed() {
                add(&mut found, dot(x, y), zones);
            }
        }
    }
    found
}

/// Whether somebody could see it. Less than this is rounding.
fn is_ink(dot: &Rgb<u8>) -> bool {
    dot.0.iter().any(|channel| *channel < 253)
}

/// The dots of a row that are in a zone with all of them.
fn columns(area: &Area, row: u32) -> Option<(u32, u32)> {
    // What lies on a dot's edge does not fail by rounding.
    const ROUNDING: f64 = 0.001;
    let dots = |mm: f64| mm * f64::from(DOTS);
    let first = |mm: f64| (dots(mm) - ROUNDING).ceil().max(0.0) as u32;
    let end = |mm: f64| (dots(mm) + ROUNDING).floor().max(0.0) as u32;
    let is_in = (first(area.top)..end(area.bottom)).contains(&row);
    is_in.then(|| (first(area.left), end(area.right)))
}

/// The place of a dot, mm.
fn dot(x: u32, y: u32) -> Area {
    let mm = |dots: u32| f64::from(dots) / f64::from(DOTS);
    Area {
        left: mm(x),
        top: mm(y),
        right: mm(x + 1),
        bottom: mm(y + 1),
    }
}

/// Puts a dot to the ink it belongs to.
fn add(found: &mut Vec<InkOutside>, dot: Area, zones: &'static [Zone]) {
    let near = |ink: &&mut InkOutside| {
        let (across, down) = gaps(&ink.area, &dot);
        across < TOGETHER && down < TOGETHER
    };
    if let Some(ink) = found.iter_mut().find(near) {
        let area = &mut ink.area;
        area.left = area.left.min(dot.left);
        area.top = area.top.min(dot.top);
        area.right = area.right.max(dot.right);
        area.bottom = area.bottom.max(dot.bottom);
    } else if let Some(zone) = nearest(&dot, zones) {
        found.push(InkOutside { zone, area: dot });
    }
}

fn nearest(dot: &Area, zones: &'static [Zone]) -> Option<&'static Zone> {
    let distance = |zone: &Zone| {
        let (across, down) = gaps(&zone.area, dot);
        across.hypot(down)
    };
    zones
        .iter()
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// How far two boxes are apart, across and down; nothing where they meet.
fn gaps(one: &Area, other: &Area) -> (f64, f64) {
    let gap = |start: f64, end: f64, other_start: f64, other_end: f64| {
        (other_start - end).max(start - other_end).max(0.0)
    };
    (
        gap(one.left, one.right, other.left, other.right),
        gap(one.top, one.bottom, other.top, other.bottom),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Post;

    /// A sheet of A4 with one dot on it for each of these places, mm.
    fn sheet(places: &[(f64, f64)]) -> RgbImage {
        let mut sheet = RgbImage::from_pixel(420, 594, Rgb([255; 3]));
        for (x, y) in places {
            let dots = |mm: &f64| (mm * f64::from(DOTS)) as u32;
            // A hairline, as pale as it comes out.
            sheet.put_pixel(dots(x), dots(y), Rgb([235; 3]));
        }
        sheet
    }

    fn outside(places: &[(f64, f64)]) -> Vec<&'static str> {
        let first = Post::Notify.acceptance().expect("a posting service").first;
        let found = find(&sheet(places), first);
        found.iter().map(|ink| ink.zone.name).collect()
    }

    #[test]
    fn ink_in_its_zones_and_just_beside_them_is_right() {
        assert!(outside(&[]).is_empty());
        let corners = [
            (14.0, 4.0),
            (195.5, 4.0),
            (24.0, 38.5),
            (120.5, 66.5),
            (14.0, 94.0),
            (195.5, 292.5),
        ];
        assert!(outside(&corners).is_empty());
    }

    #[test]
    fn a_hairline_outside_is_found_with_the_zone_it_belongs_to() {
        assert_eq!(outside(&[(13.5, 10.0)]), ["logo"]);
        assert_eq!(outside(&[(60.0, 33.0)]), ["logo"]);
        assert_eq!(outside(&[(60.0, 38.0)]), ["address"]);
        assert_eq!(outside(&[(23.0, 50.0)]), ["address"]);
        assert_eq!(outside(&[(196.5, 50.0)]), ["sender"]);
        assert_eq!(outside(&[(60.0, 90.0), (4.0, 99.0)]), ["body", "body"]);
        assert_eq!(outside(&[(100.0, 293.0)]), ["body"]);
    }

    #[test]
    fn what_stands_together_is_said_once() {
        let line: Vec<(f64, f64)> = (0..40)
            .map(|dot| (4.0 + f64::from(dot) / 8.0, 99.0))
            .collect();
        let first = Post::Notify.acceptance().expect("a posting service").first;
        let found = find(&sheet(&line), first);
        let [ink] = found.as_slice() else {
            panic!("one line, not {found:?}");
        };
        let area = Area {
            left: 4.0,
            top: 99.0,
            right: 9.0,
            bottom: 99.5,
        };
        assert_eq!(ink.area, area);
    }
}
