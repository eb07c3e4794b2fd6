//! Pictures of pages, compared with those somebody has looked at.
//!
//! `UPDATE_GOLDENS=1 cargo test pictures` takes the new ones. Look at them.

use std::path::{Path, PathBuf};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{Rgb, RgbImage, RgbaImage};
use typst_layout::PagedDocument;

/// Dots to the inch: enough to see what moved, small enough to keep.
pub const DPI: f64 = 40.0;

/// A dot differs where red, green or blue does by more than this, of 255.
const SEEN: u8 = 40;

/// The largest mean difference of a page's dots, of 255.
const MEAN: f64 = 1.0;

/// The largest share of a page's dots that may differ.
const SHARE: f64 = 0.005;

/// Panics where a page does not look like `tests/golden/<name>-<page>.png`.
pub fn assert_looks(name: &str, document: &PagedDocument) {
    let pages = document.pages().iter().map(|page| {
        let options = typst_render::RenderOptions {
            pixel_per_pt: (DPI / 72.0).into(),
            ..Default::default()
        };
        let drawn = typst_render::render(page, &options);
        let drawn = RgbaImage::from_raw(drawn.width(), drawn.height(), drawn.data().to_vec());
        image::DynamicImage::from(drawn.expect("a whole picture")).to_rgb8()
    });
    let changed = changed(name, &pages.collect::<Vec<_>>());
    assert!(changed.is_empty(), "\n{}\n", changed.join("\n"));
}

/// What does not look like `tests/golden/<name>-<number>.png`, a line or two each.
pub fn changed(name: &str, pictures: &[RgbImage]) -> Vec<String> {
    let numbered = (1..).zip(pictures);
    let compared =
        numbered.filter_map(|(number, drawn)| compare(&format!("{name}-{number}.png"), drawn));
    compared.chain(lost(name, pictures.len() + 1)).collect()
}

/// A page that somebody has looked at and that is there no more.
fn lost(name: &str, number: usize) -> Option<String> {
    let golden = folder("tests/golden").join(format!("{name}-{number}.png"));
    if !golden.exists() {
        return None;
    }
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::remove_file(&golden).expect("a picture is removed");
        return lost(name, number + 1);
    }
    Some(format!(
        "{name}: no page {number} as in {}",
        golden.display()
    ))
}

fn compare(name: &str, drawn: &RgbImage) -> Option<String> {
    let golden = folder("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        save(drawn, &golden);
        return None;
    }
    let said = match image::open(&golden) {
        Err(error) => format!("{}: {error}", golden.display()),
        Ok(wanted) => difference(&wanted.to_rgb8(), drawn)?,
    };
    let new = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    save(drawn, &new);
    Some(format!(
        "{name}: {said}\n  compare {}\n  with    {}",
        golden.display(),
        new.display()
    ))
}

/// As small as PNG gets: these pictures are kept with the program.
fn save(picture: &RgbImage, path: &Path) {
    let mut bytes = Vec::new();
    let (best, adaptive) = (CompressionType::Best, FilterType::Adaptive);
    let encoder = PngEncoder::new_with_quality(&mut bytes, best, adaptive);
    picture.write_with_encoder(encoder).expect("a picture");
    std::fs::write(path, bytes).expect("a saved picture");
}

/// What one sees: how far two pictures are apart, where it is too far.
pub fn difference(wanted: &RgbImage, drawn: &RgbImage) -> Option<String> {
    if wanted.dimensions() != drawn.dimensions() {
        return Some(format!(
            "was {:?} dots, is {:?}",
            wanted.dimensions(),
            drawn.dimensions()
        ));
    }
    let apart: Vec<u8> = wanted
        .pixels()
        .zip(drawn.pixels())
        .map(|(Rgb(a), Rgb(b))| {
            let channels = a.iter().zip(b).map(|(a, b)| a.abs_diff(*b));
            channels.max().unwrap_or_default()
        })
        .collect();
    let count = apart.len() as f64;
    let mean = apart.iter().map(|apart| f64::from(*apart)).sum::<f64>() / count;
    let share = apart.iter().filter(|apart| **apart > SEEN).count() as f64 / count;
    let same = mean <= MEAN && share <= SHARE;
    (!same).then(|| {
        format!(
            "{:.1} % of it differs, {mean:.2} of 255 on average",
            share * 100.0
        )
    })
}

/// A blank page with one black square, to try the comparison on.
pub fn page_with_square(side: u32) -> RgbImage {
    RgbImage::from_fn(220, 330, |x, y| match x < side && y < side {
        true => Rgb([0; 3]),
        false => Rgb([255; 3]),
    })
}

fn folder(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}
