//! Which kind of file it is, by its first bytes. The name's ending does not count.

use image::ImageFormat;

use super::{MaxSize, best_pixels};
use crate::diagnostics::Problem;

/// What to do about a file of a kind that is not printed.
#[derive(Clone, Copy)]
enum Advice {
    /// Shapes, not pixels: it has to be drawn at some size.
    Draw,
    /// Pixels in another format.
    SaveAs,
    /// A document with the picture somewhere inside.
    TakeOut,
    /// Not the picture at all: the download went wrong.
    Download,
}

use Advice::{Download, Draw, SaveAs, TakeOut};

/// Where the bytes stand, the bytes, what the file is, and what to do.
type Stranger = (usize, &'static [u8], &'static str, Advice);

const STRANGERS: &[Stranger] = &[
    (0, b"GIF8", "a GIF", SaveAs),
    (0, b"%PDF", "a PDF", Draw),
    (0, b"%!PS", "an EPS drawing", Draw),
    (0, b"\xC5\xD0\xD3\xC6", "an EPS drawing", Draw),
    (0, b"\xD7\xCD\xC6\x9A", "a Windows drawing (WMF)", Draw),
    (40, b" EMF", "a Windows drawing (EMF)", Draw),
    (4, b"ftypavif", "an AVIF picture", SaveAs),
    (4, b"ftypavis", "an AVIF picture", SaveAs),
    (4, b"ftyphe", "a HEIC picture, as iPhones take them", SaveAs),
    (
        4,
        b"ftypmif1",
        "a HEIC picture, as iPhones take them",
        SaveAs,
    ),
    (
        4,
        b"ftypmsf1",
        "a HEIC picture, as iPhones take them",
        SaveAs,
    ),
    (
        4,
        b"ftyp",
        "a film, or a picture in a phone's own format",
        SaveAs,
    ),
    (4, b"JXL ", "a JPEG XL picture", SaveAs),
    (0, b"\xFF\x0A", "a JPEG XL picture", SaveAs),
    (4, b"jP  ", "a JPEG 2000 picture", SaveAs),
    (0, b"\xFF\x4F\xFF\x51", "a JPEG 2000 picture", SaveAs),
    (0, b"II*\0", "a TIFF", SaveAs),
    (0, b"MM\0*", "a TIFF", SaveAs),
    (0, b"8BPS", "a Photoshop file", SaveAs),
    (0, b"\0\0\x01\0", "a Windows icon", SaveAs),
    (0, b"BM", "a BMP", SaveAs),
    (0, b"PK\x03\x04", "a Word, PowerPoint or ZIP file", TakeOut),
    (
        0,
        b"\xD0\xCF\x11\xE0",
        "an old Word or PowerPoint file",
        TakeOut,
    ),
    (0, b"\x1F\x8B", "a compressed file", TakeOut),
    (0, b"{\\rtf", "a text document", TakeOut),
];

/// Tells the format.
///
/// # Errors
/// When it is not PNG, JPEG or WebP; the problem says what it looks like.
pub(super) fn recognise(
    name: &str,
    bytes: &[u8],
    printed: MaxSize,
) -> Result<ImageFormat, Problem> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Ok(ImageFormat::Png)
    } else if bytes.starts_with(b"\xFF\xD8\xFF") {
        Ok(ImageFormat::Jpeg)
    } else if bytes.starts_with(b"RIFF") && holds_at(bytes, 8, b"WEBP") {
        Ok(ImageFormat::WebP)
    } else {
        Err(refuse(name, bytes, printed))
    }
}

/// What a person calls the format.
pub(super) fn spoken(format: ImageFormat) -> &'static str {
    match format {
        ImageFormat::Jpeg => "JPEG",
        ImageFormat::WebP => "WebP",
        _ => "PNG",
    }
}

fn refuse(name: &str, bytes: &[u8], printed: MaxSize) -> Problem {
    if bytes.is_empty() {
        return Problem::error(format!("`{name}` is empty")).help("copy or download it again");
    }
    let known = STRANGERS
        .iter()
        .find(|(offset, magic, _, _)| holds_at(bytes, *offset, magic))
        .map(|(_, _, looks_like, advice)| (*looks_like, *advice))
        .or_else(|| written_as_text(bytes));
    let Some((looks_like, advice)) = known else {
        return Problem::error(format!("`{name}` is not a picture that can be printed"))
            .help("use a PNG, JPEG or WebP picture");
    };
    Problem::error(format!(
        "`{name}` is {looks_like}, and only PNG, JPEG and WebP pictures can be printed"
    ))
    .help(match advice {
        Draw => format!(
            "open it in a drawing program and export it as a PNG, {} pixels wide or more",
            best_pixels(printed.width_mm)
        ),
        SaveAs => "open it in a picture program and save it as a PNG or JPEG".to_owned(),
        TakeOut => "save the picture out of it as a PNG or JPEG, and use that file".to_owned(),
        Download => "open the address in a browser and save the picture itself".to_owned(),
    })
}

fn written_as_text(bytes: &[u8]) -> Option<(&'static str, Advice)> {
    let start = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes)).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    if !start.starts_with('<') {
        None
    } else if start.contains("<!doctype html") || start.contains("<html") {
        Some(("a web page", Download))
    } else if start.contains("<svg") {
        Some(("an SVG drawing", Draw))
    } else {
        None
    }
}

fn holds_at(bytes: &[u8], offset: usize, magic: &[u8]) -> bool {
    bytes
        .get(offset..)
        .is_some_and(|rest| rest.starts_with(magic))
}
