//! Pictures, all of them in the file: drawings as SVG, others as `data:` addresses.

use std::collections::BTreeSet;

use base64::prelude::{BASE64_STANDARD, Engine};
use maud::{Markup, PreEscaped, html};

use super::text::plain;
use super::writer::Writer;
use crate::tailor::{Picture, Scene, Shape};

/// The proportion in which a scene is shown.
const WIDE: f64 = 4.0 / 3.0;

/// A person of a figure: width and height, in units of the drawing.
const PERSON: (u32, u32) = (11, 22);
/// Between two of them.
const BETWEEN: u32 = 4;

impl Writer<'_> {
    /// A scene. Without `alt` it only goes with the words beside it, and is not read out.
    pub fn scene(&self, scene: &Scene, alt: Option<&str>, class: &str) -> Markup {
        let off = |shape: &Shape| (shape.width / shape.height / WIDE).ln().abs();
        let mut shapes = scene.shapes.iter();
        let Some(first) = shapes.next() else {
            return html! {};
        };
        let nearest = shapes.fold(
            first,
            |best, shape| {
                if off(shape) < off(best) { shape } else { best }
            },
        );
        html! {
            figure class={"scene " (class)} { (self.shown(&nearest.file, alt.map(plain).as_deref())) }
        }
    }

    /// A picture with its text for people who cannot see it.
    pub fn placed(&self, picture: &Picture) -> Markup {
        self.shown(&picture.file, Some(&plain(&picture.alt)))
    }

    fn shown(&self, file: &str, alt: Option<&str>) -> Markup {
        let path = file.trim_start_matches('/');
        let Some((_, bytes)) = self.pictures.iter().find(|(name, _)| name == path) else {
            return html! {};
        };
        if path.ends_with(".svg")
            && let Ok(drawing) = std::str::from_utf8(bytes)
        {
            // No author's words: `read::picture::drawing` lets in shapes and nothing else.
            let drawing = PreEscaped(self.drawing(drawing));
            return match alt {
                Some(alt) => html! { span.drawing role="img" aria-label=(alt) { (drawing) } },
                None => html! { span.drawing aria-hidden="true" { (drawing) } },
            };
        }
        let source = format!(
            "data:{};base64,{}",
            kind(bytes),
            BASE64_STANDARD.encode(bytes)
        );
        html! { img src=(source) alt=(alt.unwrap_or_default()); }
    }

    /// A drawing for the middle of a page: every id in it is new, so that the same drawing may
    /// stand on the page twice.
    fn drawing(&self, drawing: &str) -> String {
        let start = drawing.find("<svg").unwrap_or_default();
        let mut drawing = drawing
            .get(start..)
            .unwrap_or_default()
            .trim_end()
            .to_owned();
        let ids: BTreeSet<String> = ids(&drawing).map(str::to_owned).collect();
        // What PDFs need so that a drawing is one thing: here it is.
        drawing = drawing.replace(" style=\"isolation:isolate\"", "");
        // Whoever hears the page hears the text for the whole.
        drawing = drawing.replacen("<svg", "<svg aria-hidden=\"true\" focusable=\"false\"", 1);
        for id in ids {
            let new = self.next_id("drawing");
            for (before, after) in [(" id=\"", "\""), ("url(#", ")"), ("href=\"#", "\"")] {
                let (old, new) = (
                    format!("{before}{id}{after}"),
                    format!("{before}{new}{after}"),
                );
                drawing = drawing.replace(&old, &new);
            }
        }
        drawing
    }
}

/// The ids in a drawing.
fn ids(drawing: &str) -> impl Iterator<Item = &str> {
    let after = drawing.split(" id=\"").skip(1);
    after.filter_map(|rest| Some(rest.split_once('"')?.0))
}

/// What a picture's first bytes say it is.
fn kind(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xd8, ..] => "image/jpeg",
        [b'R', b'I', b'F', b'F', ..] => "image/webp",
        [b'<', ..] => "image/svg+xml",
        _ => "image/png",
    }
}

/// `of` people, the first `number` of them filled, in rows of five, or of ten where there are
/// more than ten: the words beside them say the same.
pub fn people(number: u32, of: u32) -> Markup {
    let (wide, tall) = PERSON;
    let columns = of.min(if of > 10 { 10 } else { 5 }).max(1);
    let rows = of.div_ceil(columns).max(1);
    let (width, height) = (columns * (wide + BETWEEN), rows * (tall + BETWEEN));
    html! {
        svg.people aria-hidden="true" focusable="false" viewBox={"0 0 " (width) " " (height)} width=(width * 2) height=(height * 2) {
            @for person in 0..of {
                @let (x, y) = (person % columns * (wide + BETWEEN), person / columns * (tall + BETWEEN));
                g class=(if person < number { "one" } else { "other" }) transform={"translate(" (x) " " (y) ")"} {
                    circle cx="6.5" cy="4.5" r="3" {}
                    path d="M1.5 22v-8.5a5 5 0 0 1 10 0V22z" {}
                }
            }
        }
    }
}

/// A QR code, for paper: whoever reads the page on a phone taps the address beside it.
pub fn qr_code(rows: &[String]) -> Markup {
    // Four dots of white around it.
    let side = rows.len() + 8;
    let dots = rows.iter().enumerate().flat_map(|(y, row)| {
        let dark = row.bytes().enumerate().filter(|(_, dot)| *dot == b'1');
        dark.map(move |(x, _)| format!("M{} {}h1v1h-1z", x + 4, y + 4))
    });
    let dots: String = dots.collect();
    html! {
        svg.code.in-print aria-hidden="true" focusable="false" viewBox={"0 0 " (side) " " (side)} {
            path d=(dots) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ids;

    #[test]
    fn ids_of_a_drawing_are_found() {
        let drawing = "<svg><clipPath id=\"a-1\"/><g clip-path=\"url(#a-1)\" id=\"b\"/></svg>";
        assert_eq!(ids(drawing).collect::<Vec<_>>(), ["a-1", "b"]);
    }
}
