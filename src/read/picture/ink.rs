//! Whether anything of a picture is seen on white paper.

use image::DynamicImage;

use crate::diagnostics::Problem;

/// From here up a shade cannot be told from the paper.
const PAPER: u8 = 250;

/// Warns of a picture with nothing to see: all see-through, white on white, or
/// one flat colour.
pub(super) fn warn_if_unseen(name: &str, image: &DynamicImage) -> Option<Problem> {
    let image = image.to_rgba8();
    let mut pixels = image.pixels().map(|pixel| pixel.0);
    let first = pixels.next()?;
    let seen_through = |pixel: [u8; 4]| pixel[3] == 0;
    let (mut clear, mut white, mut flat) = (seen_through(first), is_white(first), true);
    for pixel in pixels {
        clear &= seen_through(pixel);
        white &= is_white(pixel);
        flat &= pixel == first;
        if !(white || flat) {
            return None;
        }
    }
    let unseen = |what: &str| Problem::warning(format!("nothing of `{name}` will be seen: {what}"));
    Some(if clear {
        unseen("it is see-through all over").help("export the picture again")
    } else if white {
        unseen("it is white, and so is the paper").help("use the version made for white paper")
    } else {
        Problem::warning(format!("`{name}` is one flat colour all over"))
            .help("look at the picture: it may be the wrong file")
    })
}

/// Whether a pixel leaves white paper white.
fn is_white([red, green, blue, cover]: [u8; 4]) -> bool {
    let on_paper = |part: u8| {
        let missing = u16::from(u8::MAX - part) * u16::from(cover) / 255;
        missing <= u16::from(u8::MAX - PAPER)
    };
    on_paper(red) && on_paper(green) && on_paper(blue)
}
