//! What is not printed, and what is said about it.

use std::time::{Duration, Instant};

use image::{ImageFormat, RgbImage};

use super::{INCH, MaxSize, prepare, refused, saved, speckled};
use crate::assets::FileKind;

/// A PNG of one pixel that claims to have many. The header's checksum is right.
fn claims(side: u32) -> Vec<u8> {
    let mut png = saved(RgbImage::new(1, 1), ImageFormat::Png);
    png[16..20].copy_from_slice(&side.to_be_bytes());
    png[20..24].copy_from_slice(&side.to_be_bytes());
    let mut crc = u32::MAX;
    for byte in &png[12..29] {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
        }
    }
    png[29..33].copy_from_slice(&(!crc).to_be_bytes());
    png
}

fn cut_short(name: &str) -> String {
    format!("`{name}` is cut short: the file ends before the picture does")
}

#[test]
fn a_huge_picture_is_refused_before_it_is_decoded() {
    let png = claims(50_000);
    let start = Instant::now();
    let said = refused("huge.png", &png);
    assert!(start.elapsed() < Duration::from_millis(20));
    assert_eq!(
        said,
        "`huge.png` is too large: it says it has `50000 × 50000` pixels"
    );
    assert_eq!(
        refused("a.png", &claims(8_000)),
        "`a.png` is too large: it says it has `8000 × 8000` pixels"
    );
    // Not too many: there it is the missing pixels that are told.
    insta::assert_snapshot!(
        refused("a.png", &claims(2_000)),
        @"`a.png` is damaged and cannot be read as a PNG"
    );
}

#[test]
fn a_header_alone_is_cut_short() {
    assert_eq!(refused("a.png", &claims(50_000)[..33]), cut_short("a.png"));
}

#[test]
fn a_file_too_large_is_refused_unread() {
    assert_eq!(
        refused(
            "a.png",
            &vec![0; FileKind::Picture.most_bytes() as usize + 1]
        ),
        "`a.png` is 21 MB large, and a picture may be 20 MB at most"
    );
}

#[test]
fn other_formats_are_named() {
    for (bytes, looks_like) in [
        (&b"GIF89a\xE8\xFD\xE8\xFD\0\0\0;"[..], "a GIF"),
        (b"%PDF-1.7", "a PDF"),
        (
            b"<?xml version=\"1.0\"?>\n<svg xmlns=\"\">",
            "an SVG drawing",
        ),
        (b"\xEF\xBB\xBF <SVG>", "an SVG drawing"),
        (b"\n<!DOCTYPE html><svg/>", "a web page"),
        (
            b"\0\0\0\x18ftypheic\0\0\0\0",
            "a HEIC picture, as iPhones take them",
        ),
        (b"\0\0\0\x1Cftypavif", "an AVIF picture"),
        (b"BM\0\0\0\0", "a BMP"),
        (b"II*\0", "a TIFF"),
        (b"MM\0*", "a TIFF"),
        (b"PK\x03\x04", "a Word, PowerPoint or ZIP file"),
    ] {
        assert_eq!(
            refused("logo.png", bytes),
            format!(
                "`logo.png` is {looks_like}, and only PNG, JPEG and WebP pictures can be printed"
            )
        );
    }
    for unknown in [&b"hello"[..], b"RIFF\0\0\0\0WAVE"] {
        assert_eq!(
            refused("logo.png", unknown),
            "`logo.png` is not a picture that can be printed"
        );
    }
    assert_eq!(refused("logo.png", b""), "`logo.png` is empty");
}

#[test]
fn a_picture_cut_off_anywhere_is_refused() {
    let image = speckled(40, 30);
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let whole = saved(image.clone(), format);
        prepare("a", &whole, INCH).unwrap();
        for length in 12..whole.len() - 1 {
            assert_eq!(refused("a", &whole[..length]), cut_short("a"));
        }
    }
}

#[test]
fn a_jpeg_cut_off_and_closed_again_is_refused() {
    let whole = saved(speckled(64, 64), ImageFormat::Jpeg);
    for quarter in 2..=3 {
        let mut closed = whole[..whole.len() * quarter / 4].to_vec();
        closed.extend([0xFF, 0xD9]);
        assert_eq!(refused("a.jpg", &closed), cut_short("a.jpg"));
    }
    // Something behind the end, as some phones leave it, does no harm.
    let mut longer = whole;
    longer.extend(b"more from the phone");
    prepare("a.jpg", &longer, INCH).unwrap();
}

#[test]
fn a_box_without_a_size_is_refused() {
    let png = saved(speckled(9, 9), ImageFormat::Png);
    for height_mm in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let nowhere = MaxSize {
            width_mm: 10.0,
            height_mm,
        };
        prepare("a.png", &png, nowhere).unwrap_err();
    }
}
