//! The web edition: a publication as one HTML file that holds everything, in the order of its
//! pages.
//!
//! Nothing in it runs, is loaded or is sent: there is no script, pictures stand in the file,
//! and a policy in its head forbids all the rest. What a reader types or ticks is in no form,
//! so that it goes nowhere.
//!
//! One `h1` is the title, sections have an `h2`. In several languages each is a part of its
//! own below one title, marked with its language; the first says its title as the `h1`.
//!
//! Where it goes another way than paper, on purpose:
//!
//! - The numbers of a crisis box stand once more at the very top: whoever needs them on a
//!   phone does not scroll for them. The box itself stands where its guide has it.
//! - A link says no page, but leads there; the address beside a link is shown in print.
//! - Whoever is told to tick or to write can do so here.
//! - The imprint is the whole one, in every format.

mod blocks;
mod colours;
mod fields;
mod front;
mod help;
mod imprint;
mod options;
mod pictures;
mod tables;
mod text;
mod writer;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::read::Edition;
use crate::tailor::Publication;
use writer::Writer;

/// The look of a page; colours and the size of text come before it.
const STYLE: &str = include_str!("style.css");

/// What a page may do: show styles and pictures that it holds itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                      form-action 'none'; base-uri 'none'";

/// A publication in one language.
pub struct Part<'a> {
    /// Every word of it.
    pub publication: &'a Publication,
    /// Its pictures: SVG or PNG, by the path that the publication names, without its first
    /// slash.
    pub pictures: &'a [(String, Vec<u8>)],
}

/// The page of a publication in each of its languages, first one first; empty without any.
/// `mark`: what must reach no reader says so at the top, and on each page that is printed.
pub fn page(parts: &[Part], mark: Option<&str>) -> String {
    let Some((first, further)) = parts.split_first() else {
        return String::new();
    };
    let publication = first.publication;
    let single = further.is_empty();
    let body = if single {
        Writer::of(first, "", 2).alone(mark)
    } else {
        together(parts, mark)
    };
    let style = format!(
        "{}{}{STYLE}",
        colours::variables(&publication.colours),
        size_of_text(publication)
    );
    let title = format!(
        "{} – {}",
        publication.document_title, publication.service.name
    );
    let markup = html! {
        (DOCTYPE)
        html lang=(publication.language.tag) dir=[writer::direction(&publication.language.code)] {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (text::plain(&title)) }
                // Colours of a palette and a file of ours: nobody's words.
                style { (PreEscaped(style)) }
            }
            body { (body) }
        }
    };
    markup.into_string() + "\n"
}

/// Large print begins with letters half as large again, as on paper.
fn size_of_text(publication: &Publication) -> &'static str {
    match publication.edition {
        Edition::Standard => "",
        Edition::LargePrint => ":root{font-size:150%;--print-size:18pt}",
    }
}

/// Several languages, one after the other, and the way from one to the other.
fn together(parts: &[Part], mark: Option<&str>) -> Markup {
    let writers = parts.iter().enumerate().map(|(number, part)| {
        if number == 0 {
            Writer::of(part, "", 2)
        } else {
            let prefix = format!("{}-", part.publication.language.tag);
            Writer::of(part, &prefix, 3)
        }
    });
    let writers: Vec<Writer> = writers.collect();
    let named: Vec<&str> = writers
        .iter()
        .map(|writer| writer.label("web-languages"))
        .collect();
    html! {
        @for writer in writers.iter().take(1) { (writer.skip_link()) }
        @if let Some(mark) = mark { (front::mark(mark)) }
        nav.languages aria-label=(named.join(" / ")) {
            ul {
                @for writer in &writers {
                    li {
                        a href={"#" (writer.start())} lang=(writer.tag()) hreflang=(writer.tag()) {
                            (writer.label("web-language"))
                        }
                    }
                }
            }
        }
        main id=(writer::MAIN) {
            @for writer in &writers {
                div.part id=(writer.start()) lang=(writer.tag()) dir=[writer.direction()] {
                    (writer.whole())
                }
            }
        }
    }
}
