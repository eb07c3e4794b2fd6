//! The colours of a page and of its pictures, from the one a service names.

mod palette_rule;

use palette::Srgb;
use palette::color_difference::Wcag21RelativeContrast;

use super::publication::Colours;
use crate::diagnostics::{Place, Problem, RuleId};
use crate::read::Service;

/// The colour of a service that names none.
const BRAND: &str = "#0b6e69";

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
    let colours = from(named);
    let warning = pale(named, &colours.text, colour.place);
    (colours, warning)
}

/// What is wrong with the service's own colour.
pub fn problem(service: &Service) -> Option<Problem> {
    of(service).1
}

fn pale(named: Srgb<u8>, text: &str, place: Place) -> Option<Problem> {
    let white = Srgb::new(1.0, 1.0, 1.0);
    let contrast = named.into_format::<f64>().relative_contrast(white);
    (contrast < CONTRAST).then(|| {
        // Cut, not rounded: 4.46 to 1 is not enough and must not be shown as 4.5.
        let contrast = (contrast * 10.0).floor() / 10.0;
        Problem::warning(format!(
            "this colour is too pale to read on white: {contrast:.1} to 1, and text needs {CONTRAST} to 1"
        ))
        .at(place)
        .rule(RuleId::PaleColour)
        .help(format!("it is printed as `{text}`, the nearest that can be read on white and in a box: write that, or a darker one you choose"))
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
        accent: hex(palette.text),
        accent_tint: hex(palette.panel),
        warm: hex(palette.pair),
        warm_ink: hex(palette_rule::INK),
        warm_tint: hex(palette.pair_soft),
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
