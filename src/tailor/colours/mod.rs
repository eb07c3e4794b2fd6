//! The colours of a page and of its pictures, from the one a service names.

mod palette_rule;
mod sight;
#[cfg(test)]
mod tests;

use palette::Srgb;

use super::publication::Colours;
use crate::diagnostics::{Place, Problem, RuleId};
use crate::read::Service;

/// The colour of a service that names none.
const BRAND: &str = "#0b6e69";

/// What is printed in place of a colour that is none on paper.
const INSTEAD_OF_WHITE: &str = "#333333";

/// The least contrast on white, to 1, with which a block of colour is seen as one.
const SEEN: f64 = 1.08;

/// Text on its background: WCAG 2.2, success criterion 1.4.3.
const CONTRAST: f64 = 4.5;

/// The colours, and a warning or an error about the service's own.
pub fn of(service: &Service) -> (Colours, Option<Problem>) {
    let Some(colour) = &service.brand.colour else {
        return (from(parse(BRAND).unwrap_or_default()), None);
    };
    let Some(named) = parse(&colour.value) else {
        let problem = Problem::error(format!("`{}` is not a colour", colour.value))
            .at(colour.place)
            .help("write # and six digits in quotes, as in \"#005eb8\"");
        return (from(Srgb::default()), Some(problem));
    };
    if palette_rule::contrast(named, palette_rule::WHITE) < SEEN {
        let problem = Problem::warning("this colour cannot be seen on white paper")
            .at(colour.place)
            .rule(RuleId::PaleColour)
            .help(format!(
                "`{INSTEAD_OF_WHITE}` is printed instead: write the strongest colour of your logo"
            ));
        return (
            from(parse(INSTEAD_OF_WHITE).unwrap_or_default()),
            Some(problem),
        );
    }
    let colours = from(named);
    let warning = between(named, &colours, colour.place);
    (colours, warning)
}

/// The palette of the program's own colour, to test with.
#[cfg(test)]
pub fn own() -> Colours {
    from(parse(BRAND).unwrap_or_default())
}

/// A colour of `#rrggbb`, as much lighter as it takes to have this contrast, to 1, on each of
/// these dark grounds.
pub fn lightened(colour: &str, wanted: f64, grounds: &[&str]) -> String {
    let grounds: Vec<Srgb<u8>> = grounds.iter().filter_map(|ground| parse(ground)).collect();
    let colour = parse(colour).unwrap_or_default();
    hex(palette_rule::lightened(colour, wanted, &grounds))
}

/// The contrast of two colours of `#rrggbb`, to 1 (WCAG 2.2).
#[cfg(test)]
pub fn contrast_of(one: &str, other: &str) -> f64 {
    let colour = |text| parse(text).expect("a colour");
    palette_rule::contrast(colour(one), colour(other))
}

/// The palette of a brand colour of `#rrggbb`.
#[cfg(test)]
pub fn palette_of(brand: &str) -> Colours {
    from(parse(brand).expect("a colour"))
}

/// What is wrong with the service's own colour.
pub fn problem(service: &Service) -> Option<Problem> {
    of(service).1
}

/// A colour that is too pale for words and too dark to have ink on it everywhere: words are
/// printed in a darker one. Where it is pale nothing is lost, and nothing is said: it stands
/// as a block with ink on it.
fn between(named: Srgb<u8>, colours: &Colours, place: Place) -> Option<Problem> {
    let contrast = palette_rule::contrast(named, palette_rule::WHITE);
    (contrast < CONTRAST && !colours.pale).then(|| {
        // Cut, not rounded: 4.46 to 1 is not enough and must not be shown as 4.5.
        let contrast = (contrast * 10.0).floor() / 10.0;
        Problem::warning(format!(
            "this colour is too pale for words on white: {contrast:.1} to 1, and they need {CONTRAST} to 1"
        ))
        .at(place)
        .rule(RuleId::PaleColour)
        .help(format!(
            "bands and pictures have it as it is, and headings are printed as `{}`, the nearest that is read well on white and in a box: write that, or a darker one you choose, to have one colour everywhere",
            colours.text
        ))
    })
}

/// A palette, as hex values.
fn from(brand: Srgb<u8>) -> Colours {
    let palette = palette_rule::derive(brand);
    Colours {
        fill: hex(palette.fill),
        text: hex(palette.text),
        on: hex(palette.on),
        deep: hex(palette.deep),
        mid: hex(palette.mid),
        soft: hex(palette.soft),
        tint: hex(palette.tint),
        panel: hex(palette.panel),
        pair: hex(palette.pair),
        pair_soft: hex(palette.pair_soft),
        pair_dark: hex(palette.pair_dark),
        sun: hex(palette.sun),
        ink: hex(palette_rule::INK),
        white: hex(palette_rule::WHITE),
        pale: palette.pale,
    }
}

fn parse(text: &str) -> Option<Srgb<u8>> {
    let digits = text.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    digits.parse().ok()
}

fn hex(colour: Srgb<u8>) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)
}
