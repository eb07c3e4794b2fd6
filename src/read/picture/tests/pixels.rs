//! Which pixels are printed, and how many.

use image::{DynamicImage, ImageBuffer, ImageFormat, Rgb, Rgba, RgbaImage};

use super::{INCH, MaxSize, pixels, prepare, saved, speckled};
use crate::diagnostics::Severity;

#[test]
fn a_fine_picture_is_brought_down_to_300_dpi() {
    let png = saved(speckled(1200, 800), ImageFormat::Png);
    let wide = MaxSize {
        width_mm: 50.8,
        height_mm: 100.0,
    };
    let (prepared, problems) = prepare("a.png", &png, wide).unwrap();
    assert!(problems.is_empty());
    assert_eq!(pixels(&prepared).dimensions(), (600, 400));
    assert!((prepared.width_mm - 50.8).abs() < 1e-9);
    assert!((prepared.height_mm - 50.8 / 1.5).abs() < 1e-9);
    assert_eq!(prepare("a.png", &png, wide).unwrap().0, prepared);
}

#[test]
fn a_picture_that_is_not_finer_keeps_its_pixels() {
    let image = speckled(250, 120);
    let png = saved(image.clone(), ImageFormat::Png);
    let (prepared, problems) = prepare("a.png", &png, INCH).unwrap();
    assert!(problems.is_empty());
    assert_eq!(pixels(&prepared), DynamicImage::from(image).into_rgba8());
}

#[test]
fn a_coarse_picture_is_printed_with_a_warning() {
    let png = saved(speckled(100, 50), ImageFormat::Png);
    let (_, problems) = prepare("logo.png", &png, INCH).unwrap();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].severity, Severity::Warning);
    assert_eq!(
        problems[0].message,
        "`logo.png` prints at `100` dpi and will look coarse: it has `100 × 50` pixels \
         and is printed 25 mm wide"
    );
    assert_eq!(
        problems[0].help,
        ["use a picture of 300 × 150 pixels (300 dpi); 200 × 100 pixels is the least (200 dpi)"]
    );
}

#[test]
fn see_through_edges_keep_their_colour() {
    // A yellow disc on see-through black, many times too fine.
    let image = RgbaImage::from_fn(1200, 1200, |x, y| {
        let from_middle = (x.abs_diff(600).pow(2) + y.abs_diff(600).pow(2)).isqrt();
        Rgba(if from_middle < 500 {
            [250, 200, 0, 255]
        } else {
            [0; 4]
        })
    });
    let png = saved(image, ImageFormat::Png);
    let image = pixels(&prepare("a.png", &png, INCH).unwrap().0);
    let (mut edges, mut corners) = (0, 0);
    for Rgba([red, green, blue, cover]) in image.pixels().copied() {
        corners += u32::from(cover == 0);
        edges += u32::from((8..=247).contains(&cover));
        if cover >= 8 {
            assert!(red.abs_diff(250) < 3 && green.abs_diff(200) < 3 && blue < 3);
        }
    }
    assert!(edges > 100 && corners > 1000);
}

#[test]
fn what_was_rubbed_out_is_gone() {
    let image = RgbaImage::from_fn(250, 250, |x, _| {
        Rgba([9, 99, 199, if x < 100 { 0 } else { 255 }])
    });
    let image = pixels(
        &prepare("a.png", &saved(image, ImageFormat::Png), INCH)
            .unwrap()
            .0,
    );
    assert_eq!(image.get_pixel(10, 10).0, [0; 4]);
    assert_eq!(image.get_pixel(200, 10).0, [9, 99, 199, 255]);
}

#[test]
fn sixteen_bits_become_eight() {
    let image = ImageBuffer::<Rgb<u16>, _>::from_fn(250, 250, |x, y| {
        Rgb([x as u16 * 257, y as u16 * 257, 65_535])
    });
    let (prepared, _) = prepare("a.png", &saved(image, ImageFormat::Png), INCH).unwrap();
    assert_eq!(prepared.picture.png[24], 8, "bits a channel");
    assert_eq!(
        pixels(&prepared).get_pixel(200, 100).0,
        [200, 100, 255, 255]
    );
}

#[test]
fn nothing_to_see_is_told() {
    let half = |one: [u8; 4], other: [u8; 4]| {
        RgbaImage::from_fn(250, 250, |x, _| Rgba(if x < 99 { one } else { other }))
    };
    let clear = [7, 7, 7, 0];
    for (image, said) in [
        (
            half(clear, clear),
            Some("nothing of `a.png` will be seen: it is see-through all over"),
        ),
        (
            half(clear, [255; 4]),
            Some("nothing of `a.png` will be seen: it is white, and so is the paper"),
        ),
        (
            half([253; 4], [255; 4]),
            Some("nothing of `a.png` will be seen: it is white, and so is the paper"),
        ),
        (
            half([9, 9, 9, 255], [9, 9, 9, 255]),
            Some("`a.png` is one flat colour all over"),
        ),
        (half([9, 9, 9, 255], [255; 4]), None),
        (half([9, 9, 9, 255], clear), None),
    ] {
        let (_, problems) = prepare("a.png", &saved(image, ImageFormat::Png), INCH).unwrap();
        let messages: Vec<&str> = problems
            .iter()
            .map(|problem| problem.message.as_str())
            .collect();
        assert_eq!(messages, Vec::from_iter(said));
    }
}
