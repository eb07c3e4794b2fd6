//! Fewer pixels: a picture no finer than the printer can show.

use image::imageops::{FilterType, resize};
use image::{DynamicImage, ImageBuffer, Rgba, RgbaImage};

/// Sharp, and reckoned with nothing but plus and times. Lanczos would call the
/// system's sine, which differs in its last digit from machine to machine.
const FILTER: FilterType = FilterType::CatmullRom;

/// More opaque pixels than this are first brought down by a whole number, in a plainer way:
/// the filter takes many times the room of what it is given.
const MANY_PIXELS: u64 = 16_000_000;

/// Brings the picture to the given size in pixels, if it has more.
pub(super) fn bring_down(image: DynamicImage, width_px: u32, height_px: u32) -> DynamicImage {
    if (width_px, height_px) == (image.width(), image.height()) {
        return image;
    }
    let pixels = u64::from(image.width()) * u64::from(image.height());
    let times = (image.width() / width_px.max(1)).min(image.height() / height_px.max(1));
    let is_opaque = !image.color().has_alpha();
    let image = match is_opaque && pixels > MANY_PIXELS && times > 1 {
        true => image.thumbnail_exact(image.width() / times, image.height() / times),
        false => image,
    };
    match image {
        DynamicImage::ImageRgba8(image) => bring_down_see_through(image, width_px, height_px),
        image => image.resize_exact(width_px, height_px, FILTER),
    }
}

/// A see-through pixel has a colour too, often black, that nobody was to see.
/// Each pixel counts as much as it covers, or dark edges would come of it.
fn bring_down_see_through(image: RgbaImage, width_px: u32, height_px: u32) -> DynamicImage {
    let mut weighted = ImageBuffer::<Rgba<u16>, Vec<u16>>::new(image.width(), image.height());
    for (to, from) in weighted.pixels_mut().zip(image.pixels()) {
        *to = weigh(*from);
    }
    drop(image);
    let smaller = resize(&weighted, width_px, height_px, FILTER);
    let mut image = RgbaImage::new(width_px, height_px);
    for (to, from) in image.pixels_mut().zip(smaller.pixels()) {
        *to = unweigh(*from);
    }
    image.into()
}

/// Colour times cover. Half of it: the filter overshoots at an edge, and there
/// has to be room in 16 bits for colour and cover to overshoot together.
fn weigh(Rgba([red, green, blue, cover]): Rgba<u8>) -> Rgba<u16> {
    let times = |part: u8| u16::from(part) * u16::from(cover) / 2;
    Rgba([times(red), times(green), times(blue), times(u8::MAX)])
}

/// Back again. What is more than full is full.
fn unweigh(Rgba([red, green, blue, cover]): Rgba<u16>) -> Rgba<u8> {
    let cover = u32::from(cover);
    let alpha = (cover * 2 + 127) / 255;
    if alpha == 0 {
        return Rgba([0; 4]);
    }
    let part = |weighted: u16| full((u32::from(weighted) * 255 + cover / 2) / cover);
    Rgba([part(red), part(green), part(blue), full(alpha)])
}

fn full(value: u32) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}
