//! Pictures and logos, made safe to print.
//!
//! A picture comes from anywhere: a phone, a web page, a design agency. What
//! leaves here is a PNG of only its pixels: upright, 8 bits a channel, no finer
//! than print needs, with no place, camera or name left inside. Nothing is
//! decoded before its size is known, because a small file may claim to be huge.

#![allow(
    clippy::result_large_err,
    reason = "one problem a picture: its size costs nothing here"
)]

mod decode;
pub mod drawing;
mod format;
mod ink;
mod resample;
#[cfg(test)]
mod tests;
mod whole;

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder};

use crate::assets::FileKind;
use crate::diagnostics::{Problem, RuleId};

/// Dots per inch a picture is brought down to. Finer does not show on paper.
pub const BEST_DPI: f64 = 300.0;
/// Dots per inch under which a picture looks coarse on paper.
pub const COARSE_DPI: f64 = 200.0;

const MM_AN_INCH: f64 = 25.4;

/// The box a picture is printed in, in mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MaxSize {
    /// Width of the box, mm.
    pub width_mm: f64,
    /// Height of the box, mm.
    pub height_mm: f64,
}

/// A picture as it is handed to the page: a PNG that holds nothing but pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The PNG file: 8 bits a channel, no metadata. Same picture, same bytes.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels.
    pub height_px: u32,
}

/// A picture and the size it is printed at.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// The picture.
    pub picture: Picture,
    /// Printed width, mm: as large as the box allows in its own proportions.
    pub width_mm: f64,
    /// Printed height, mm.
    pub height_mm: f64,
}

/// Reads a picture and makes it ready to print inside a box.
///
/// `name` is what a person calls the file; it appears in the messages only.
/// Along with the picture come warnings: too coarse, nothing to see, colours
/// made for a press.
///
/// # Errors
/// One problem, when the file is too large, is not PNG, JPEG or WebP, has too
/// many pixels, is cut short or damaged, or when the box has no size.
pub fn prepare(
    name: &str,
    bytes: &[u8],
    printed: MaxSize,
) -> Result<(Prepared, Vec<Problem>), Problem> {
    prepare_in(name, bytes, printed, Room::Within)
}

/// The same for a picture that fills its box, so that what is beyond two of its edges is
/// cut off: its printed size is that of all of it.
///
/// # Errors
/// As [`prepare`].
pub fn prepare_filling(
    name: &str,
    bytes: &[u8],
    printed: MaxSize,
) -> Result<(Prepared, Vec<Problem>), Problem> {
    prepare_in(name, bytes, printed, Room::Filling)
}

/// How a picture stands in its box.
#[derive(Clone, Copy)]
enum Room {
    /// All of it is seen.
    Within,
    /// All of the box is covered.
    Filling,
}

fn prepare_in(
    name: &str,
    bytes: &[u8],
    printed: MaxSize,
    room: Room,
) -> Result<(Prepared, Vec<Problem>), Problem> {
    check_box(name, printed)?;
    FileKind::Picture
        .check(name, bytes.len() as u64, true)
        .map_err(|problem| *problem)?;
    let format = format::recognise(name, bytes, printed)?;
    let decoded = decode::decode(name, bytes, format)?;

    let mut warnings = Vec::new();
    if decoded.press_colours {
        warnings.push(warn_of_press_colours(name));
    }

    let image = decoded.image;
    let (width_px, height_px) = (image.width(), image.height());
    let (width_mm, height_mm) = match room {
        Room::Within => fit(width_px, height_px, printed),
        Room::Filling => filling(width_px, height_px, printed),
    };
    warnings.extend(warn_if_coarse(
        name,
        (width_px, height_px),
        (width_mm, height_mm),
    ));

    let image = resample::bring_down(
        image,
        best_pixels(width_mm).min(width_px),
        best_pixels(height_mm).min(height_px),
    );
    warnings.extend(ink::warn_if_unseen(name, &image));

    let prepared = Prepared {
        picture: Picture {
            width_px: image.width(),
            height_px: image.height(),
            png: encode(name, &image)?,
        },
        width_mm,
        height_mm,
    };
    Ok((prepared, warnings))
}

fn check_box(name: &str, printed: MaxSize) -> Result<(), Problem> {
    let sound = |length: f64| length.is_finite() && length > 0.0;
    if sound(printed.width_mm) && sound(printed.height_mm) {
        return Ok(());
    }
    Err(Problem::error(format!(
        "there is no room for `{name}`: its space is `{}` mm wide and `{}` mm high",
        printed.width_mm, printed.height_mm
    ))
    .help("give the picture a width and a height above 0 mm"))
}

/// The largest size in mm with the picture's proportions that fits the box.
fn fit(width_px: u32, height_px: u32, printed: MaxSize) -> (f64, f64) {
    let (width, height) = (f64::from(width_px), f64::from(height_px));
    let scale = (printed.width_mm / width).min(printed.height_mm / height);
    (width * scale, height * scale)
}

/// The smallest size in mm with the picture's proportions that covers the box.
fn filling(width_px: u32, height_px: u32, printed: MaxSize) -> (f64, f64) {
    let (width, height) = (f64::from(width_px), f64::from(height_px));
    let scale = (printed.width_mm / width).max(printed.height_mm / height);
    (width * scale, height * scale)
}

/// How many pixels a printed length can use, 1 at least.
fn best_pixels(length_mm: f64) -> u32 {
    pixels(length_mm, BEST_DPI)
}

fn pixels(length_mm: f64, dpi: f64) -> u32 {
    // `as` stops at the ends of u32, so an absurd length is no trouble.
    ((length_mm / MM_AN_INCH * dpi).round() as u32).max(1)
}

fn warn_if_coarse(name: &str, pixels_had: (u32, u32), printed_mm: (f64, f64)) -> Option<Problem> {
    let dpi = f64::from(pixels_had.0) / (printed_mm.0 / MM_AN_INCH);
    // A picture made for exactly 200 dpi may come out a hair below.
    if dpi >= COARSE_DPI - 0.5 {
        return None;
    }
    let at = |dpi: f64| {
        format!(
            "{} × {} pixels",
            pixels(printed_mm.0, dpi),
            pixels(printed_mm.1, dpi)
        )
    };
    let problem = Problem::warning(format!(
        "`{name}` prints at `{dpi:.0}` dpi and will look coarse: it has `{} × {}` pixels \
         and is printed {:.0} mm wide",
        pixels_had.0, pixels_had.1, printed_mm.0
    ));
    Some(problem.rule(RuleId::CoarsePicture).help(format!(
        "use a picture of {} ({BEST_DPI} dpi); {} is the least ({COARSE_DPI} dpi)",
        at(BEST_DPI),
        at(COARSE_DPI)
    )))
}

fn warn_of_press_colours(name: &str) -> Problem {
    Problem::warning(format!(
        "`{name}` holds press colours (CMYK), so its colours may look different here"
    ))
    .help("ask for the picture in RGB, as a PNG")
}

/// Writes the pixels as a PNG with nothing beside them.
fn encode(name: &str, image: &DynamicImage) -> Result<Vec<u8>, Problem> {
    let mut png = Cursor::new(Vec::new());
    PngEncoder::new_with_quality(&mut png, CompressionType::Default, FilterType::Adaptive)
        .write_image(
            image.as_bytes(),
            image.width(),
            image.height(),
            image.color().into(),
        )
        .map_err(|error| {
            Problem::error(format!("`{name}` could not be saved as a PNG: {error}"))
                .help("save the picture as a PNG yourself and try again")
        })?;
    Ok(png.into_inner())
}
