//! What all tests of pictures need, and the bytes nobody thought of.

mod odd;
mod pixels;
mod refused;
mod turned;

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, RgbaImage};
use proptest::prelude::*;

use super::{MaxSize, Prepared, prepare};
use crate::diagnostics::Severity;

/// 25.4 mm each way: pixels are dots per inch.
const INCH: MaxSize = MaxSize {
    width_mm: 25.4,
    height_mm: 25.4,
};

fn saved(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn speckled(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb([
            (x * 7 % 256) as u8,
            (y * 11 % 256) as u8,
            ((x ^ y) * 5 % 256) as u8,
        ])
    })
}

fn pixels(prepared: &Prepared) -> RgbaImage {
    let picture = &prepared.picture;
    let image = image::load_from_memory_with_format(&picture.png, ImageFormat::Png).unwrap();
    assert_eq!(
        (picture.width_px, picture.height_px),
        (image.width(), image.height())
    );
    image.into_rgba8()
}

/// What is said of a picture that is not printed.
fn refused(name: &str, bytes: &[u8]) -> String {
    let problem = prepare(name, bytes, INCH).unwrap_err();
    assert_eq!(problem.severity, Severity::Error);
    assert!(!problem.help.is_empty());
    problem.message
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(
        start in prop::sample::select(vec![
            &b"\x89PNG\r\n\x1a\n"[..], b"\xFF\xD8\xFF", b"RIFF\x40\0\0\0WEBPVP8 ",
            b"RIFF\x40\0\0\0WEBPVP8L", b"RIFF\x40\0\0\0WEBPVP8X", b"",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let _ = prepare("a", &[start, &rest].concat(), INCH);
    }

    #[test]
    fn no_damage_makes_it_panic(
        format in prop::sample::select(vec![ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP]),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = if format == ImageFormat::Jpeg {
            turned::jpeg_with_exif(&speckled(24, 24), 6)
        } else {
            saved(speckled(24, 24), format)
        };
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok((prepared, _)) = prepare("a", &bytes, INCH) {
            pixels(&prepared);
        }
    }
}
