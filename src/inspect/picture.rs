//! Pictures of a PDF as it was written: what whoever prints it will see.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};
use image::{Rgb, RgbImage};

use crate::diagnostics::{Failure, Problem};

/// How many mm a point is.
pub(crate) const MM: f32 = 25.4 / 72.0;

/// Every page of a PDF on white paper, with so many dots to the millimetre.
///
/// # Errors
/// Where it is no PDF.
pub fn pictures(pdf: &[u8], dots: f32) -> Result<Vec<RgbImage>, Failure> {
    Ok(drawn(&open(pdf)?, dots).collect())
}

/// A PDF, opened.
pub(crate) fn open(pdf: &[u8]) -> Result<Pdf, Failure> {
    Pdf::new(pdf.to_vec()).map_err(|_| {
        Problem::error("the PDF that was just made cannot be opened")
            .help("this is a fault of leafwright: please tell its authors")
            .into()
    })
}

/// Its pages as pictures, one after the other.
pub(crate) fn drawn(pdf: &Pdf, dots: f32) -> impl Iterator<Item = RgbImage> {
    let cache = RenderCache::new();
    let pages = pdf.pages().iter();
    pages.map(move |page| picture(page, &cache, dots))
}

fn picture<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>, dots: f32) -> RgbImage {
    let scale = dots * MM;
    let (width, height) = page.render_dimensions();
    // Rounded, not cut off: lengths in pt have rounding in them.
    let size = |length: f32| Some((length * scale).round() as u16);
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        width: size(width),
        height: size(height),
        bg_color: WHITE,
    };
    let drawn = hayro::render(page, cache, &InterpreterSettings::default(), &settings);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let mut picture = RgbImage::new(width, height);
    // On white paper every dot is opaque.
    let dots = drawn.data_as_u8_slice().chunks_exact(4);
    for (place, dot) in picture.pixels_mut().zip(dots) {
        *place = Rgb([dot[0], dot[1], dot[2]]);
    }
    picture
}
