//! Odd pictures of every sort: each is refused or printed, in little time and memory.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::{GrayImage, ImageBuffer, ImageFormat, Luma, Rgb, RgbImage, Rgba, RgbaImage};

use super::{INCH, prepare, saved, speckled, turned};

/// A chunk of a PNG with the right checksum.
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut checksum = flate2::Crc::new();
    checksum.update(kind);
    checksum.update(data);
    let length = u32::try_from(data.len()).expect("a short chunk");
    [
        &length.to_be_bytes()[..],
        kind,
        data,
        &checksum.sum().to_be_bytes(),
    ]
    .concat()
}

/// A PNG of a few pixels with one more chunk after its header.
fn with_chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let png = saved(speckled(9, 9), ImageFormat::Png);
    let (header, rest) = png.split_at(33);
    [header, &chunk(kind, data), rest].concat()
}

/// So many zeros, packed a thousand times smaller.
fn bomb(megabytes: usize) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    for _ in 0..megabytes {
        packed.write_all(&[0; 1 << 20]).expect("memory");
    }
    packed.finish().expect("memory")
}

/// Whether a picture is printed. Where it is not, something is said.
fn is_printed(name: &str, bytes: &[u8]) -> bool {
    match prepare(name, bytes, INCH) {
        Ok((prepared, _)) => {
            assert!(!prepared.picture.png.is_empty(), "{name}");
            true
        }
        Err(problem) => {
            assert!(!problem.message.is_empty() && !problem.help.is_empty());
            false
        }
    }
}

#[test]
fn what_a_png_brings_beside_its_pixels_is_never_unpacked_whole() {
    let bomb = bomb(256);
    let named = |start: &[u8]| [start, &bomb].concat();
    for (kind, data) in [
        (b"zTXt", named(b"Comment\0\0")),
        (b"iTXt", named(b"Comment\0\x01\0\0\0")),
        (b"iCCP", named(b"Profile\0\0")),
    ] {
        let png = with_chunk(kind, &data);
        assert!(png.len() < 1 << 20);
        // Either answer will do: what takes all memory gives none.
        is_printed("bomb.png", &png);
    }
    let pixels = chunk(b"IDAT", &bomb);
    let small = saved(GrayImage::new(1, 1), ImageFormat::Png);
    let end = small.len() - 12;
    is_printed(
        "pixels.png",
        &[&small[..33], &pixels, &small[end..]].concat(),
    );
}

#[test]
fn odd_shapes_and_shades_are_printed() {
    let deep = ImageBuffer::<Rgb<u16>, _>::from_fn(20, 20, |x, y| Rgb([x as u16, y as u16, 9]));
    let grey = ImageBuffer::<Luma<u16>, _>::from_fn(20, 20, |x, _| Luma([x as u16 * 999]));
    let clear = RgbaImage::from_fn(20, 20, |x, _| Rgba([200, 9, 9, (x * 12) as u8]));
    let pictures = [
        ("one pixel", saved(RgbImage::new(1, 1), ImageFormat::Png)),
        ("a line", saved(speckled(12_000, 1), ImageFormat::Png)),
        ("a column", saved(speckled(1, 12_000), ImageFormat::Png)),
        ("a line", saved(speckled(12_000, 1), ImageFormat::Jpeg)),
        ("16 bits", saved(deep, ImageFormat::Png)),
        ("16 bits of grey", saved(grey, ImageFormat::Png)),
        ("see-through", saved(clear.clone(), ImageFormat::Png)),
        ("see-through", saved(clear, ImageFormat::WebP)),
    ];
    for (name, bytes) in pictures {
        assert!(is_printed(name, &bytes), "{name}");
    }
}

#[test]
fn lies_about_which_way_up_a_picture_is_turn_nothing() {
    for orientation in [0, 9, 255] {
        let jpeg = turned::jpeg_with_exif(&speckled(24, 12), orientation);
        let (prepared, _) = prepare("a.jpg", &jpeg, INCH).expect("a picture");
        let size = (prepared.picture.width_px, prepared.picture.height_px);
        assert_eq!(size, (24, 12), "{orientation}");
    }
    // Exif of a hundred thousand entries that all are the same place.
    let mut exif = b"II*\0\x08\0\0\0\xFF\xFF".to_vec();
    exif.extend(b"\x12\x01\x03\0\xFF\xFF\xFF\xFF\x08\0\0\0".repeat(65_535));
    assert!(is_printed("exif.png", &with_chunk(b"eXIf", &exif)));
}

#[test]
fn more_see_through_pixels_than_there_is_room_for_are_refused() {
    let small = saved(RgbaImage::new(1, 1), ImageFormat::Png);
    let mut header = small[16..29].to_vec();
    header[..4].copy_from_slice(&5_001_u32.to_be_bytes());
    header[4..8].copy_from_slice(&5_000_u32.to_be_bytes());
    let png = [&small[..8], &chunk(b"IHDR", &header), &small[33..]].concat();
    let problem = prepare("a.png", &png, INCH).expect_err("too large");
    insta::assert_snapshot!(problem.to_string(), @"
    error: `a.png` is too large: it can be see-through, and says it has `5001 × 5000` pixels
      help: save a smaller copy: 25 million see-through pixels are the most
      help: or save it as a JPEG, which is never see-through: of these 50 million are the most
    ");
}
