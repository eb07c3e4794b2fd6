//! Pictures of the PDFs as they were written, and where ink is in them.

use image::{Rgb, RgbImage};
use leafwright::inspect;

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

/// Whether somebody would see anything of a dot.
pub fn is_ink(dot: Rgb<u8>) -> bool {
    dot.0.iter().any(|channel| *channel < 245)
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
