//! From a file to upright pixels: the size first, then the pixels, then the turn.

use std::hash::{DefaultHasher, Hasher as _};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader, Limits};

use super::format::spoken;
use super::whole::{self, End};
use crate::diagnostics::Problem;

/// The longest side that is decoded, in pixels.
const LONGEST_SIDE: u32 = 12_000;
/// The most pixels that are decoded.
const MOST_PIXELS: u64 = 50_000_000;
/// The most pixels of a see-through picture, which is brought down with twice the care and
/// four times the room.
const MOST_SEE_THROUGH: u64 = 25_000_000;
/// The most bytes of pixels that are decoded.
const MOST_BYTES: u64 = 4 * MOST_PIXELS;
/// The most bytes of what else is in a file: a colour profile of a few bytes may unpack to
/// gigabytes.
const MOST_BESIDE_PIXELS: u64 = 32 * 1024 * 1024;

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
    let header = match read_header(bytes, format) {
        Ok(header) => header,
        // A file cut off inside its header is cut off first of all.
        Err(_) if end == End::Missing => return Err(cut_short(name)),
        Err(_) => return Err(damaged(name, format)),
    };
    header.check(name)?;
    if end == End::Missing {
        return Err(cut_short(name));
    }
    let image = read_pixels(bytes, format).map_err(|error| match error {
        Trouble::Image(ImageError::IoError(error))
            if error.kind() == std::io::ErrorKind::UnexpectedEof =>
        {
            cut_short(name)
        }
        _ => damaged(name, format),
    })?;
    let image = match end {
        End::Jpeg(end) => all_scanned(bytes, end, image).ok_or_else(|| cut_short(name))?,
        _ => image,
    };
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

/// What a file says of its pixels.
struct Header {
    width: u32,
    height: u32,
    /// What they take in memory.
    bytes: u64,
    /// Whether they may be see-through.
    has_alpha: bool,
}

fn read_header(bytes: &[u8], format: ImageFormat) -> Result<Header, Trouble> {
    // Only the memory is limited here: the sides are checked by us, so that the
    // message can say how long they are.
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_BESIDE_PIXELS);
    let mut reader = reader(bytes, format);
    reader.limits(limits);
    guarded(|| {
        let decoder = reader.into_decoder()?;
        let (width, height) = decoder.dimensions();
        Ok(Header {
            width,
            height,
            bytes: decoder.total_bytes(),
            has_alpha: decoder.color_type().has_alpha(),
        })
    })
}

fn read_pixels(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Trouble> {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_BYTES + MOST_BESIDE_PIXELS);
    let mut reader = reader(bytes, format);
    reader.limits(limits);
    guarded(|| reader.decode())
}

impl Header {
    fn check(&self, name: &str) -> Result<(), Problem> {
        let (width, height) = (self.width, self.height);
        let too_long = width > LONGEST_SIDE || height > LONGEST_SIDE;
        let pixels = u64::from(width) * u64::from(height);
        if pixels == 0 {
            return Err(Problem::error(format!("`{name}` has no pixels"))
                .help("export the picture again, as a PNG"));
        }
        if too_long || pixels > MOST_PIXELS {
            return Err(Problem::error(format!(
                "`{name}` is too large: it says it has `{width} × {height}` pixels"
            ))
            .help("save a smaller copy: 12,000 pixels a side and 50 million in all are the most"));
        }
        if self.has_alpha && pixels > MOST_SEE_THROUGH {
            return Err(Problem::error(format!(
                "`{name}` is too large: it can be see-through, and says it has `{width} × {height}` pixels"
            ))
            .help("save a smaller copy: 25 million see-through pixels are the most")
            .help("or save it as a JPEG, which is never see-through: of these 50 million are the most"));
        }
        if self.bytes > MOST_BYTES {
            let each = self.bytes / pixels;
            return Err(Problem::error(format!(
                "`{name}` is too large: it says it has `{width} × {height}` pixels of {each} bytes each"
            ))
            .help("save a copy with 8 bits a colour, or a smaller one"));
        }
        Ok(())
    }
}

fn cut_short(name: &str) -> Problem {
    Problem::error(format!(
        "`{name}` is cut short: the file ends before the picture does"
    ))
    .help("copy or download it again; the original may still be whole")
}

fn damaged(name: &str, format: ImageFormat) -> Problem {
    Problem::error(format!(
        "`{name}` is damaged and cannot be read as a {}",
        spoken(format)
    ))
    .help("open it in a picture program and save it again, as a PNG")
}

/// The picture, where a JPEG's decoder found all the data it looked for.
///
/// Decoders fill what is missing with grey and say nothing, even where a file
/// was cut and closed again. So the file is decoded once more with some data
/// added before its end: only a decoder that had run dry draws any of it.
fn all_scanned(bytes: &[u8], jpeg: whole::Jpeg, image: DynamicImage) -> Option<DynamicImage> {
    let (scans, end) = (bytes.get(..jpeg.end)?, bytes.get(jpeg.end..)?);
    let longer = [scans, &[0x5A; 256], end].concat();
    let sum = sum(&image);
    // There is not room for both.
    drop(image);
    let again = read_pixels(&longer, ImageFormat::Jpeg).ok()?;
    (self::sum(&again) == sum).then_some(again)
}

/// What tells pictures apart, where nobody means to deceive.
fn sum(image: &DynamicImage) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(image.as_bytes());
    hasher.finish()
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
