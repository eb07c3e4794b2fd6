//! From a file to upright pixels: the size first, then the pixels, then the turn.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::metadata::Orientation;
use image::{DynamicImage, ImageError, ImageFormat, ImageReader, Limits};

use super::format::spoken;
use super::whole::{self, End};
use crate::diagnostics::Problem;

/// The longest side that is decoded, in pixels.
const LONGEST_SIDE: u32 = 12_000;
/// The most pixels that are decoded.
const MOST_PIXELS: u64 = 50_000_000;
/// The most memory a decoder may take, in bytes: 50 megapixels of 16-bit RGBA
/// are 400 MB.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;

/// A picture in memory: upright, and `Luma8`, `Rgb8` or (see-through) `Rgba8`.
pub(super) struct Decoded {
    pub(super) image: DynamicImage,
    /// The file held the four colours of a press, which were made into RGB.
    pub(super) press_colours: bool,
}

/// Decodes a picture of a known format.
///
/// # Errors
/// When it has too many pixels, is cut short or damaged.
pub(super) fn decode(name: &str, bytes: &[u8], format: ImageFormat) -> Result<Decoded, Problem> {
    let end = whole::end(bytes, format);
    let (width, height) = match read_dimensions(bytes, format) {
        Ok(dimensions) => dimensions,
        // A file cut off inside its header is cut off first of all.
        Err(_) if end == End::Missing => return Err(cut_short(name)),
        Err(error) => return Err(damaged(name, format, &error)),
    };
    check_dimensions(name, width, height)?;
    if end == End::Missing {
        return Err(cut_short(name));
    }
    let image = read_pixels(bytes, format).map_err(|error| match error {
        Trouble::Image(ImageError::IoError(error))
            if error.kind() == std::io::ErrorKind::UnexpectedEof =>
        {
            cut_short(name)
        }
        error => damaged(name, format, &error),
    })?;
    if let End::Jpeg(end) = end
        && !all_scanned(bytes, end, &image)
    {
        return Err(cut_short(name));
    }
    let mut image = simplify(image);
    image.apply_orientation(orientation(bytes));
    let press_colours = matches!(end, End::Jpeg(jpeg) if jpeg.components == 4);
    Ok(Decoded {
        image,
        press_colours,
    })
}

/// Why a decoder gave nothing.
enum Trouble {
    Image(ImageError),
    Panic,
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Image(error) => error.fmt(formatter),
            Self::Panic => formatter.write_str("the decoder gave up"),
        }
    }
}

/// Runs a decoder. Decoders are other people's code reading strangers' bytes:
/// should one panic after all, that is one more way for a file to be damaged.
fn guarded<T>(decoder: impl FnOnce() -> Result<T, ImageError>) -> Result<T, Trouble> {
    match catch_unwind(AssertUnwindSafe(decoder)) {
        Ok(result) => result.map_err(Trouble::Image),
        Err(_) => Err(Trouble::Panic),
    }
}

fn reader(bytes: &[u8], format: ImageFormat) -> ImageReader<Cursor<&[u8]>> {
    ImageReader::with_format(Cursor::new(bytes), format)
}

fn read_dimensions(bytes: &[u8], format: ImageFormat) -> Result<(u32, u32), Trouble> {
    // Only the memory is limited here: the sides are checked by us, so that the
    // message can say how long they are.
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = reader(bytes, format);
    reader.limits(limits);
    guarded(|| reader.into_dimensions())
}

fn read_pixels(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Trouble> {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = reader(bytes, format);
    reader.limits(limits);
    guarded(|| reader.decode())
}

fn check_dimensions(name: &str, width: u32, height: u32) -> Result<(), Problem> {
    let too_long = width > LONGEST_SIDE || height > LONGEST_SIDE;
    let too_many = u64::from(width) * u64::from(height) > MOST_PIXELS;
    if width == 0 || height == 0 {
        return Err(Problem::error(format!("`{name}` has no pixels"))
            .help("export the picture again, as a PNG"));
    }
    if too_long || too_many {
        return Err(Problem::error(format!(
            "`{name}` is too large: it says it has `{width} × {height}` pixels"
        ))
        .help("save a smaller copy: 12,000 pixels a side and 50 million in all are the most"));
    }
    Ok(())
}

fn cut_short(name: &str) -> Problem {
    Problem::error(format!(
        "`{name}` is cut short: the file ends before the picture does"
    ))
    .help("copy or download it again; the original may still be whole")
}

fn damaged(name: &str, format: ImageFormat, trouble: &Trouble) -> Problem {
    Problem::error(format!(
        "`{name}` is damaged and cannot be read as a {}: {trouble}",
        spoken(format)
    ))
    .help("open it in a picture program and save it again, as a PNG")
}

/// Whether a JPEG's decoder found all the data it looked for.
///
/// Decoders fill what is missing with grey and say nothing, even where a file
/// was cut and closed again. So the file is decoded once more with some data
/// added before its end: only a decoder that had run dry draws any of it.
fn all_scanned(bytes: &[u8], jpeg: whole::Jpeg, image: &DynamicImage) -> bool {
    let (Some(scans), Some(end)) = (bytes.get(..jpeg.end), bytes.get(jpeg.end..)) else {
        return false;
    };
    let longer = [scans, &[0x5A; 256], end].concat();
    read_pixels(&longer, ImageFormat::Jpeg).is_ok_and(|other| other.as_bytes() == image.as_bytes())
}

/// Brings every way of keeping pixels down to three: grey, colour, and colour
/// that is see-through somewhere.
fn simplify(image: DynamicImage) -> DynamicImage {
    if image.color().has_alpha() {
        let mut image = image.into_rgba8();
        if image.pixels().all(|pixel| pixel.0[3] == u8::MAX) {
            return DynamicImage::from(image).into_rgb8().into();
        }
        // What somebody rubbed out is still there, under a cover of nothing.
        for pixel in image.pixels_mut().filter(|pixel| pixel.0[3] == 0) {
            pixel.0 = [0; 4];
        }
        return image.into();
    }
    if image.color().has_color() {
        image.into_rgb8().into()
    } else {
        image.into_luma8().into()
    }
}

/// How the camera was held. A picture that does not say is upright.
fn orientation(bytes: &[u8]) -> Orientation {
    let exif = catch_unwind(|| {
        exif::Reader::new()
            .continue_on_error(true)
            .read_from_container(&mut Cursor::new(bytes))
            .or_else(|error| error.distill_partial_result(|_| ()))
    });
    let Ok(Ok(exif)) = exif else {
        return Orientation::NoTransforms;
    };
    exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)
        .and_then(|field| field.value.get_uint(0))
        .and_then(|value| u8::try_from(value).ok())
        .and_then(Orientation::from_exif)
        .unwrap_or(Orientation::NoTransforms)
}
