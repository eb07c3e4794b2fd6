//! What is not printed, and what is said about it.

use std::time::{Duration, Instant};

use image::{ImageFormat, RgbImage};

use super::{INCH, MaxSize, prepare, refused, saved, speckled};
use crate::read::picture::LARGEST_FILE;

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

#[test]
fn a_huge_picture_is_refused_before_it_is_decoded() {
    let png = claims(50_000);
    let start = Instant::now();
    let problem = refused("huge.png", &png);
    assert!(start.elapsed() < Duration::from_millis(20));
    assert!(
        problem.message.contains("`50000 × 50000` pixels"),
        "{}",
        problem.message
    );
    assert!(
        refused("a.png", &claims(8_000))
            .message
            .contains("too large")
    );
    // Not too many: there it is the missing pixels that are told.
    assert!(refused("a.png", &claims(2_000)).message.contains("damaged"));
}

#[test]
fn a_header_alone_is_cut_short() {
    let problem = refused("a.png", &claims(50_000)[..33]);
    assert!(problem.message.contains("cut short"), "{}", problem.message);
}

#[test]
fn a_file_too_large_is_refused_unread() {
    let problem = refused("a.png", &vec![0; LARGEST_FILE + 1]);
    assert_eq!(
        problem.message,
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
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a HEIC picture"),
        (b"\0\0\0\x1Cftypavif", "an AVIF picture"),
        (b"BM\0\0\0\0", "a BMP"),
        (b"II*\0", "a TIFF"),
        (b"MM\0*", "a TIFF"),
        (b"PK\x03\x04", "a Word, PowerPoint or ZIP file"),
        (b"", "is empty"),
        (b"hello", "is not a picture"),
        (b"RIFF\0\0\0\0WAVE", "is not a picture"),
    ] {
        let problem = refused("logo.png", bytes);
        assert!(problem.message.contains(looks_like), "{}", problem.message);
    }
}

#[test]
fn a_picture_cut_off_anywhere_is_refused() {
    let image = speckled(40, 30);
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let whole = saved(image.clone(), format);
        prepare("a", &whole, INCH).unwrap();
        for length in 12..whole.len() - 1 {
            refused("a", &whole[..length]);
        }
    }
}

#[test]
fn a_jpeg_cut_off_and_closed_again_is_refused() {
    let whole = saved(speckled(64, 64), ImageFormat::Jpeg);
    for quarter in 2..=3 {
        let mut closed = whole[..whole.len() * quarter / 4].to_vec();
        closed.extend([0xFF, 0xD9]);
        assert!(refused("a.jpg", &closed).message.contains("cut short"));
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
