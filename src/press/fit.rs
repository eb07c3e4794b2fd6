//! Whether pages fit the paper they are made for. Nothing is ever clipped,
//! shrunk or dropped: what is too long is an error that says by how much.

use crate::problem::Problem;
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

/// Everything that does not fit.
pub fn misfits(places: &[FixedPlace], pages: usize, format: Format, edition: Edition) -> Vec<Fit> {
    let mut misfits: Vec<Fit> = places
        .iter()
        .filter(|place| place.over > TOLERANCE_MM)
        .map(|place| Fit {
            section: Some(place.section.clone()).filter(|section| !section.is_empty()),
            problem: if place.name == ADDRESS {
                too_long_address(place)
            } else {
                Problem::error(format!(
                    "`{}` holds {:.0} mm too much, about {}: the room ends in `{}`",
                    place.name,
                    place.over.ceil(),
                    lines(place.lines),
                    place.section,
                ))
            },
        })
        .collect();
    let wanted = match (edition, format) {
        (Edition::LargePrint, _) => return misfits,
        (Edition::Standard, Format::A4RollFold) => 6..=6,
        (Edition::Standard, Format::A4) => 1..=1,
        // A stapled booklet of more sheets does not close.
        (Edition::Standard, Format::A5Booklet) => 1..=40,
        // NHS Notify: fewer than 5 sheets.
        (Edition::Standard, Format::A4Letter) => 1..=8,
    };
    if !wanted.contains(&pages) && misfits.is_empty() {
        misfits.push(Fit {
            section: None,
            problem: Problem::error(format!(
                "`{}` has room for {} pages, and this has {pages}",
                format.id(),
                wanted.end()
            )),
        });
    }
    misfits
}

/// The place in a letter that shows in an envelope's window.
const ADDRESS: &str = "address";

fn too_long_address(place: &FixedPlace) -> Problem {
    Problem::error(format!(
        "the name and address are {:.0} mm too large for the envelope's window",
        place.over.ceil()
    ))
    .help("shorten the name or a line of the address, or split a long line in two")
}

fn lines(number: u32) -> String {
    match number {
        0 | 1 => "1 line".to_owned(),
        more => format!("{more} lines"),
    }
}
