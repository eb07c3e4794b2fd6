//! However a picture was held, it comes out upright and says nothing about it.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

use super::{INCH, Prepared, pixels, prepare};

/// The names of a PNG's chunks.
fn chunks(png: &[u8]) -> Vec<String> {
    let (mut at, mut names) = (8, Vec::new());
    while at < png.len() {
        let length = u32::from_be_bytes(png[at..at + 4].try_into().unwrap()) as usize;
        names.push(String::from_utf8_lossy(&png[at + 4..at + 8]).into_owned());
        at += length + 12;
    }
    names.dedup();
    names
}

/// A little-endian Exif block that tells the orientation, the camera's serial
/// number and where the picture was taken.
fn exif(orientation: u8) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0".to_vec();
    block.extend(3u16.to_le_bytes());
    let mut entry = |tag: u16, kind: u16, count: u32, value: u32| {
        block.extend(tag.to_le_bytes());
        block.extend(kind.to_le_bytes());
        block.extend(count.to_le_bytes());
        block.extend(value.to_le_bytes());
    };
    entry(0x0112, 3, 1, u32::from(orientation));
    entry(0x8825, 4, 1, 50); // where the GPS entries are
    entry(0xC62F, 2, 13, 68); // camera serial number
    block.extend([0; 4]);
    block.extend(1u16.to_le_bytes());
    block.extend(b"\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0"); // GPSLatitudeRef: N
    block.extend(b"SERIAL-12345\0");
    block
}

/// A JPEG with an Exif block, XMP and a comment behind its first marker.
pub(super) fn jpeg_with_exif(image: &RgbImage, orientation: u8) -> Vec<u8> {
    let mut plain = Vec::new();
    JpegEncoder::new_with_quality(&mut plain, 100)
        .encode_image(image)
        .unwrap();
    let mut jpeg = plain[..2].to_vec();
    let mut segment = |marker: u8, start: &[u8], rest: &[u8]| {
        let length = u16::try_from(start.len() + rest.len() + 2).unwrap();
        jpeg.extend([0xFF, marker]);
        jpeg.extend(length.to_be_bytes());
        jpeg.extend(start);
        jpeg.extend(rest);
    };
    segment(0xE1, b"Exif\0\0", &exif(orientation));
    segment(
        0xE1,
        b"http://ns.adobe.com/xap/1.0/\0",
        b"<x:xmpmeta>Jo</x:xmpmeta>",
    );
    segment(0xFE, b"", b"taken by Jo");
    jpeg.extend(&plain[2..]);
    jpeg
}

/// Red, green, blue and white quarters, so that every turn is told apart.
fn quarters(x: u32, y: u32) -> [u8; 3] {
    match (x < 16, y < 8) {
        (true, true) => [255, 0, 0],
        (false, true) => [0, 255, 0],
        (true, false) => [0, 0, 255],
        (false, false) => [255, 255, 255],
    }
}

/// The 32 × 16 quarters as a camera stores them. What each number means is
/// taken from the Exif standard: which side its first row and column show.
fn stored(orientation: u8) -> RgbImage {
    let (width, height) = if orientation < 5 { (32, 16) } else { (16, 32) };
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match orientation {
            1 => quarters(x, y),
            2 => quarters(31 - x, y),
            3 => quarters(31 - x, 15 - y),
            4 => quarters(x, 15 - y),
            5 => quarters(y, x),
            6 => quarters(31 - y, x),
            7 => quarters(31 - y, 15 - x),
            _ => quarters(y, 15 - x),
        })
    })
}

fn assert_upright(prepared: &Prepared, tolerance: u8) {
    let image = pixels(prepared);
    assert_eq!(image.dimensions(), (32, 16));
    for (x, y) in [(3, 3), (28, 3), (3, 12), (28, 12)] {
        let [red, green, blue, _] = image.get_pixel(x, y).0;
        for (is, should) in [red, green, blue].into_iter().zip(quarters(x, y)) {
            assert!(is.abs_diff(should) <= tolerance, "at {x}, {y}");
        }
    }
}

#[test]
fn every_orientation_comes_out_upright_and_without_metadata() {
    for orientation in 1..=8 {
        let jpeg = jpeg_with_exif(&stored(orientation), orientation);
        assert!(jpeg.windows(6).any(|part| part == b"SERIAL"));
        let (prepared, _) = prepare("a.jpg", &jpeg, INCH).unwrap();
        assert_upright(&prepared, 8);
        assert_eq!(chunks(&prepared.picture.png), ["IHDR", "IDAT", "IEND"]);
        assert!(prepared.width_mm > prepared.height_mm);
    }
}

#[test]
fn png_and_webp_are_turned_and_stripped_too() {
    for orientation in 1..=8 {
        let image = stored(orientation);
        let (mut png, mut webp) = (Vec::new(), Vec::new());
        let mut encoder = PngEncoder::new(&mut png);
        encoder.set_exif_metadata(exif(orientation)).unwrap();
        encoder
            .write_image(
                &image,
                image.width(),
                image.height(),
                ExtendedColorType::Rgb8,
            )
            .unwrap();
        let mut encoder = WebPEncoder::new_lossless(&mut webp);
        encoder.set_exif_metadata(exif(orientation)).unwrap();
        encoder
            .encode(
                &image,
                image.width(),
                image.height(),
                ExtendedColorType::Rgb8,
            )
            .unwrap();
        for bytes in [png, webp] {
            let (prepared, _) = prepare("a", &bytes, INCH).unwrap();
            assert_upright(&prepared, 0);
            assert_eq!(chunks(&prepared.picture.png), ["IHDR", "IDAT", "IEND"]);
        }
    }
}

#[test]
fn an_orientation_that_means_nothing_leaves_the_picture_alone() {
    for orientation in [0, 9, 255] {
        let jpeg = jpeg_with_exif(&stored(1), orientation);
        assert_upright(&prepare("a.jpg", &jpeg, INCH).unwrap().0, 8);
    }
}
