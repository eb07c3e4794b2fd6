//! Whether pages fit the paper they are made for. Nothing is ever clipped,
//! shrunk or dropped: what is too long is an error that says by how much.

use crate::diagnostics::plural;
use crate::diagnostics::{Problem, RuleId};
use crate::read::{Edition, Format};
use crate::typeset::FixedPlace;

/// Less is rounding.
const TOLERANCE_MM: f64 = 0.1;

/// A place that holds too much, or a format that has too many pages.
#[derive(Debug)]
pub struct Fit {
    /// The section to shorten, where one is known.
    pub section: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

/// The rule of `check` that is broken by what does not fit.
const TEXT_TOO_LONG: RuleId = RuleId::TextTooLong;

/// Everything that does not fit. `pages` is how many there are, where that matters;
/// `copies`: how often all of it is printed.
pub fn misfits(
    places: &[FixedPlace],
    pages: Option<usize>,
    copies: usize,
    format: Format,
    edition: Edition,
) -> Vec<Fit> {
    let mut misfits: Vec<Fit> = too_full(places)
        .map(|place| Fit {
            section: Some(place.section.clone()).filter(|section| !section.is_empty()),
            problem: too_long(place),
        })
        .collect();
    if edition == Edition::Standard && misfits.is_empty() {
        let wrong = pages.and_then(|pages| wrong_number(pages, copies, format));
        misfits.extend(wrong.map(|problem| Fit {
            section: None,
            problem,
        }));
    }
    misfits
}

/// The places that hold more than they have room for.
pub fn too_full(places: &[FixedPlace]) -> impl Iterator<Item = &FixedPlace> {
    places.iter().filter(|place| place.over > TOLERANCE_MM)
}

/// Whether some place holds more than it has room for.
pub fn overfull(places: &[FixedPlace]) -> bool {
    too_full(places).next().is_some()
}

/// More pages than that, and a stapled booklet does not stay closed.
const STAPLED: usize = 40;

/// A format has room for some numbers of pages and not for others.
fn wrong_number(pages: usize, copies: usize, format: Format) -> Option<Problem> {
    // An envelope holds so many sheets, whatever is on them.
    let times = if format == Format::A4 { copies } else { 1 };
    let (least, most) = (
        *format.room().start(),
        format.room().end().saturating_mul(times),
    );
    let stapled = matches!(format, Format::A5Booklet | Format::A4Booklet);
    if !(least..=most).contains(&pages) {
        let (id, most) = (format.id(), plural(most, "page"));
        let message = format!("`{id}` has room for {most}, and this has {pages}");
        let problem = Problem::error(message).rule(TEXT_TOO_LONG);
        Some(if copies > 1 {
            problem.help(format!(
                "all of it is printed {copies} times: take some of its `copies` out"
            ))
        } else {
            problem
        })
    } else if stapled && !pages.is_multiple_of(4) {
        let message = format!("a stapled booklet has four pages a sheet, and this has {pages}");
        let help = "the template has to fill them up with pages for notes";
        Some(Problem::error(message).help(help))
    } else if stapled && pages > STAPLED {
        Some(
            Problem::warning(format!("{pages} pages are too many for staples"))
                .rule(RuleId::TooManyPages)
                .help("up to 40 close well; `format: a5-pages` is for a wire binding"),
        )
    } else {
        None
    }
}

/// The place in a letter that shows in an envelope's window.
const ADDRESS: &str = "address";

fn too_long(place: &FixedPlace) -> Problem {
    let over = place.over.ceil();
    if place.name == ADDRESS {
        return Problem::error(format!(
            "the name and address are {over:.0} mm too large for the envelope's window"
        ))
        .rule(TEXT_TOO_LONG)
        .help("shorten the name or a line of the address, or split a long line in two");
    }
    let (name, section) = (&place.name, &place.section);
    let lines = plural(place.lines.max(1) as usize, "line");
    Problem::error(format!(
        "`{name}` holds {over:.0} mm too much, about {lines}: the room ends in `{section}`"
    ))
    .rule(TEXT_TOO_LONG)
}
