//! Pictures of the PDFs as they were written, and where ink is in them.

use image::{Rgb, RgbImage};
use leafwright::inspect;
use lopdf::Object;

use super::Pdf;

/// Dots to the millimetre, 127 to the inch: edges of pages fall between dots.
pub const DOTS: u32 = 5;

/// Every page of a PDF on white paper, with so many dots to the millimetre.
pub fn rendered(pdf: &[u8], dots: f32) -> Vec<RgbImage> {
    inspect::pictures(pdf, dots).expect("our own PDF opens")
}

/// Every page of a PDF, fine enough to find a hairline.
pub fn pictures(pdf: &[u8]) -> Vec<RgbImage> {
    rendered(pdf, DOTS as f32)
}

/// Every page of a PDF with so many mm more on each of its sides: with what it
/// draws over its edges.
pub fn pictures_beyond(pdf: &[u8], mm: u32) -> Vec<RgbImage> {
    let mut pdf = Pdf::open(pdf);
    for page in pdf.pages() {
        let size = pdf.own_box(page, "MediaBox").expect("a size");
        let [left, lower, right, upper] = size;
        let mm = mm as f32;
        let larger = [left - mm, lower - mm, right + mm, upper + mm];
        let larger = larger.map(|mm| Object::Real(mm / 25.4 * 72.0)).to_vec();
        let page = pdf.document.get_object_mut(page).expect("a page");
        let page = page.as_dict_mut().expect("a dictionary");
        page.set("MediaBox", larger);
        for other in ["CropBox", "BleedBox", "TrimBox", "ArtBox"] {
            page.remove(other.as_bytes());
        }
    }
    let mut bytes = Vec::new();
    pdf.document.save_to(&mut bytes).expect("a PDF");
    pictures(&bytes)
}

/// Whether somebody would see anything of a dot.
pub fn is_ink(dot: Rgb<u8>) -> bool {
    dot.0.iter().any(|channel| *channel < 245)
}

/// How far two dots may be apart, of 255, and still be of one colour.
pub const SAME: u8 = 40;

/// A hairline between two dots is as faint as this, of 255.
pub const FAINT: u8 = 10;

/// Whether a dot is of a colour that a picture has nowhere near this place, nor
/// anything between the colours it has there, by more than so much of 255: pages
/// stand where they stand to a fraction of a dot.
pub fn is_strange(dot: Rgb<u8>, picture: &RgbImage, [x, y]: [u32; 2], by: u8) -> bool {
    let near: Vec<Rgb<u8>> = around(picture, x, y).collect();
    (0..3).any(|channel| {
        let values = near.iter().map(|dot| dot.0[channel]);
        let (least, most) = (values.clone().min(), values.max());
        let (least, most) = (least.unwrap_or(0), most.unwrap_or(255));
        let value = dot.0[channel];
        value < least.saturating_sub(by) || value > most.saturating_add(by)
    })
}

/// A dot and those beside it.
pub fn around(picture: &RgbImage, x: u32, y: u32) -> impl Iterator<Item = Rgb<u8>> + '_ {
    let beside = |at: u32, end: u32| at.saturating_sub(1)..(at + 2).min(end);
    let (columns, rows) = (beside(x, picture.width()), beside(y, picture.height()));
    rows.flat_map(move |y| columns.clone().map(move |x| *picture.get_pixel(x, y)))
}

/// How far two dots are apart, of 255.
pub fn apart(one: Rgb<u8>, other: Rgb<u8>) -> u8 {
    let channels = one.0.iter().zip(other.0);
    let apart = channels.map(|(one, other)| one.abs_diff(other));
    apart.max().unwrap_or_default()
}

/// A part of a picture, all measures in dots.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub left: u32,
    pub top: u32,
    pub right: u32,
    pub bottom: u32,
}

impl Area {
    /// A whole picture.
    pub fn of(picture: &RgbImage) -> Self {
        Self {
            left: 0,
            top: 0,
            right: picture.width(),
            bottom: picture.height(),
        }
    }

    /// What is left of it without a strip of so many mm at every edge.
    pub fn without(self, mm: u32) -> Self {
        let dots = mm * DOTS;
        Self {
            left: self.left + dots,
            top: self.top + dots,
            right: self.right - dots,
            bottom: self.bottom - dots,
        }
    }

    pub fn contains(self, x: u32, y: u32) -> bool {
        (self.left..self.right).contains(&x) && (self.top..self.bottom).contains(&y)
    }
}

/// The inked dots outside an area.
pub fn ink_outside(picture: &RgbImage, area: Area) -> Vec<(u32, u32)> {
    let (width, height) = picture.dimensions();
    let mut found = Vec::new();
    for y in 0..height {
        let beside = match (area.top..area.bottom).contains(&y) {
            true => [0..area.left, area.right..width],
            false => [0..width, 0..0],
        };
        for x in beside.into_iter().flatten() {
            if is_ink(*picture.get_pixel(x, y)) {
                found.push((x, y));
            }
        }
    }
    found
}

/// The first few of these dots, as places in mm.
pub fn places(dots: &[(u32, u32)]) -> String {
    let mm = |dots: u32| f64::from(dots) / f64::from(DOTS);
    let first = dots.iter().take(5);
    let said: Vec<String> = first
        .map(|(x, y)| format!("{:.1}, {:.1} mm", mm(*x), mm(*y)))
        .collect();
    format!("{} dots, such as {}", dots.len(), said.join("; "))
}
