//! Drawings: SVG whose brand colours are tokens.
//!
//! Little is allowed in one, so that all of it is seen: flat shapes, colours as they are or
//! as tokens, nothing that runs, that is loaded from elsewhere or that holds words, which
//! nobody could translate or hear read out.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::assets::File;
use crate::diagnostics::{Place, Problem, SourceId, Sources, one_of};

/// How deep groups may stand in each other.
const DEEPEST: usize = 24;
/// The longest side of a drawing, in its units.
const LONGEST_SIDE: f64 = 2_000.0;

/// The elements of a drawing.
pub const ELEMENTS: &[&str] = &[
    "svg", "defs", "clipPath", "g", "path", "circle", "ellipse", "rect",
];
/// The attributes of its elements.
pub const ATTRIBUTES: &[&str] = &[
    "xmlns",
    "width",
    "height",
    "viewBox",
    "id",
    "d",
    "x",
    "y",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "transform",
    "clip-path",
    "fill",
    "fill-rule",
    "clip-rule",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
];

/// A drawing, its tokens not filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The SVG.
    pub text: String,
    /// Where it was read.
    pub source: SourceId,
    /// Its width, in its own units.
    pub width: f64,
    /// Its height, in the same units.
    pub height: f64,
}

/// Reads a drawing.
///
/// # Errors
/// Where it is no SVG, or holds what a drawing may not.
pub fn read(sources: &Sources, file: File) -> Result<Drawing, Vec<Problem>> {
    let name = &file.name;
    let Ok(text) = String::from_utf8(file.bytes) else {
        let problem = Problem::error(format!("`{name}` is not a text"));
        return Err(vec![problem.help("save it as an SVG, in UTF-8")]);
    };
    let source = sources.add(file.kind, name, text.as_str());
    let mut look = Look {
        source,
        size: None,
        problems: Vec::new(),
    };
    look.over(&text);
    if look.size.is_none() && look.problems.is_empty() {
        let problem = Problem::error("this drawing does not say how large it is");
        let first = look.place(0, text.len().min(1));
        let help = "begin it with <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 90\">, in units of its own";
        look.problems.push(problem.at(first).help(help));
    }
    match look.size {
        Some((width, height)) if look.problems.is_empty() => Ok(Drawing {
            text,
            source,
            width,
            height,
        }),
        _ => Err(look.problems),
    }
}

/// A look over all that stands in a drawing.
struct Look {
    source: SourceId,
    size: Option<(f64, f64)>,
    problems: Vec<Problem>,
}

impl Look {
    fn over(&mut self, text: &str) {
        let mut reader = Reader::from_str(text);
        let mut depth = 0;
        loop {
            let start = position(&reader);
            let event = reader.read_event();
            let place = self.place(start, position(&reader));
            match event {
                Ok(Event::Start(element)) => {
                    depth += 1;
                    self.element(&element, place, depth == 1);
                }
                Ok(Event::Empty(element)) => self.element(&element, place, depth == 0),
                Ok(Event::End(_)) => depth -= 1,
                Ok(Event::Decl(_) | Event::Comment(_)) => {}
                Ok(Event::Text(words)) if words.trim().is_empty() => {}
                Ok(Event::Eof) if depth == 0 => return,
                Ok(Event::Text(_) | Event::CData(_) | Event::GeneralRef(_)) => self.wrong(
                    place,
                    "words cannot stand in a drawing",
                    "put them into the guide, where they can be read out and translated",
                ),
                Ok(Event::DocType(_) | Event::PI(_)) => self.wrong(
                    place,
                    "only shapes can stand in a drawing",
                    "delete this line",
                ),
                Ok(Event::Eof) | Err(_) => {
                    self.wrong(
                        place,
                        "this is not the SVG of a whole drawing",
                        "save it as an SVG again",
                    );
                    return;
                }
            }
            if depth > DEEPEST {
                self.wrong(
                    place,
                    "groups stand too deep in each other here",
                    "take groups apart: 24 in each other are enough for every drawing",
                );
                return;
            }
        }
    }

    fn element(&mut self, element: &BytesStart, place: Place, is_first: bool) {
        let name = element.name().0.to_owned();
        if !ELEMENTS.contains(&name.as_str()) || is_first != (name == "svg") {
            let known = ELEMENTS.iter().copied();
            self.wrong(
                place,
                &format!("`{name}` cannot stand here in a drawing"),
                &format!("draw it with {}", one_of(known.skip(2))),
            );
            return;
        }
        for attribute in element.attributes() {
            let Ok(attribute) = attribute else {
                self.wrong(
                    place,
                    "this is not the SVG of a whole drawing",
                    "save it as an SVG again",
                );
                return;
            };
            let key = attribute.key.0.to_owned();
            let value = attribute.value.clone().into_owned();
            self.attribute(&key, &value, place);
        }
    }

    fn attribute(&mut self, key: &str, value: &str, place: Place) {
        match key {
            _ if !ATTRIBUTES.contains(&key) => self.wrong(
                place,
                &format!("`{key}` cannot stand in a drawing"),
                "colours stand in `fill` and `stroke`, shapes in numbers; nothing else is drawn the same everywhere",
            ),
            "viewBox" => self.size(value, place),
            "fill" | "stroke" if !is_colour(value) => self.wrong(
                place,
                &format!("`{value}` is no colour of a drawing"),
                "write none, # and six digits, or a role in braces, such as {mid}",
            ),
            "clip-path" if !value.starts_with("url(#") => self.wrong(
                place,
                "a drawing cannot take anything from another file",
                "write clip-path=\"url(#…)\" with an id of this drawing",
            ),
            "xmlns" if value != "http://www.w3.org/2000/svg" => self.wrong(
                place,
                "this is no SVG",
                "write xmlns=\"http://www.w3.org/2000/svg\"",
            ),
            _ => {}
        }
    }

    fn size(&mut self, view: &str, place: Place) {
        let numbers = view.split([' ', ',']).filter(|word| !word.is_empty());
        let numbers: Result<Vec<f64>, _> = numbers.map(str::parse).collect();
        let is_side = |side: f64| side > 0.0 && side <= LONGEST_SIDE;
        match numbers.as_deref() {
            Ok([left, top, width, height])
                if *left == 0.0 && *top == 0.0 && is_side(*width) && is_side(*height) =>
            {
                self.size = Some((*width, *height));
            }
            _ => self.wrong(
                place,
                "this drawing cannot be so large",
                "write viewBox=\"0 0 120 90\": 0, 0, its width and its height, 2,000 at most",
            ),
        }
    }

    fn wrong(&mut self, place: Place, message: &str, help: &str) {
        // One of a kind is enough: what made one made all of them.
        if self.problems.iter().all(|known| known.message != message) {
            self.problems
                .push(Problem::error(message).at(place).help(help));
        }
    }

    fn place(&self, start: usize, end: usize) -> Place {
        let source = self.source;
        Place { source, start, end }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// A colour that is fixed, a token, or none.
fn is_colour(value: &str) -> bool {
    let digits = value.strip_prefix('#');
    let is_fixed = digits
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_hexdigit()));
    value == "none" || is_fixed || (value.starts_with('{') && value.ends_with('}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceKind;

    fn read_text(text: &str) -> Result<(f64, f64), String> {
        let sources = Sources::default();
        let file = File {
            name: "templates/pictures/walk.svg".to_owned(),
            kind: SourceKind::Service,
            bytes: text.as_bytes().to_vec(),
        };
        let drawing = read(&sources, file);
        let drawing = drawing.map(|drawing| (drawing.width, drawing.height));
        drawing.map_err(|problems| {
            let said = problems.iter().map(|problem| {
                let at = sources.location(problem).unwrap_or_default();
                format!("{at} {problem}")
            });
            said.collect::<Vec<_>>().join("\n")
        })
    }

    /// In a drawing that is right but for this.
    fn with(inside: &str) -> Result<(f64, f64), String> {
        read_text(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 90\">\n{inside}\n</svg>"
        ))
    }

    #[test]
    fn shapes_in_colours_and_roles_are_a_drawing() {
        let inside = "<defs><clipPath id=\"a\"><path d=\"M0 0h9v9z\"/></clipPath></defs>\
            <!-- a hill --><g clip-path=\"url(#a)\"><rect width=\"9\" height=\"9\" fill=\"{mix mid ink 40}\" \
            stroke=\"#c68f66\"/><circle r=\"2\" fill=\"none\"/></g>";
        assert_eq!(with(inside), Ok((120.0, 90.0)));
    }

    #[test]
    fn what_could_do_harm_or_say_words_is_refused() {
        let said: Vec<String> = [
            "<script>alert(1)</script>",
            "<image href=\"https://a.example/a.png\"/>",
            "<text>Walk</text>",
            "Walk",
            "<path d=\"M0 0\" style=\"fill:red\"/>",
            "<path d=\"M0 0\" opacity=\".5\"/>",
            "<path d=\"M0 0\" fill=\"red\"/>",
            "<path d=\"M0 0\" fill=\"url(#a)\"/>",
            "<g clip-path=\"url(a.svg#a)\"/>",
            "<path onclick=\"a()\"/>",
            "<svg viewBox=\"0 0 9 9\"/>",
            "<g>",
        ]
        .into_iter()
        .map(|inside| with(inside).expect_err(inside))
        .collect();
        insta::assert_snapshot!(said.join("\n"));
    }

    #[test]
    fn what_is_no_svg_or_of_no_size_is_refused() {
        let deep = "<g>".repeat(1000) + &"</g>".repeat(1000);
        assert!(with(&deep).is_err_and(|said| said.contains("too deep")));
        let said: Vec<String> = [
            "",
            "A picture",
            "\u{89}PNG",
            "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg viewBox=\"0 0 9 9\"/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<svg viewBox=\"0 0 -1 9\"/>",
            "<svg viewBox=\"0 0 9 1e9\"/>",
            "<svg viewBox=\"1 0 9 9\"/>",
            "<svg viewBox=\"0 0 NaN 9\"/>",
            "<g/>",
        ]
        .into_iter()
        .map(|text| read_text(text).expect_err(text))
        .collect();
        insta::assert_snapshot!(said.join("\n"));
    }
}
