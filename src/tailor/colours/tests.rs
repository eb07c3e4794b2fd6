//! What is promised of a palette, whatever the brand colour.

use std::collections::BTreeMap;

use palette::{FromColor, Oklab, Srgb};
use proptest::prelude::*;

use super::palette_rule::{
    DEEP_FROM_MID, INK, MID_FROM_SOFT, ON_CONTRAST, PAIR_FROM_DEEP, PAIR_FROM_TINT, Palette,
    SOFT_FROM_TINT, TEXT_CONTRAST, WHITE, contrast, derive,
};
use super::sight::{apart, distance};
use super::{from, hex, parse};

/// Ink on a block of a pale fill: twice what large words need.
const INK_ON_PALE: f64 = 6.0;

/// Every promise that a palette does not keep.
fn broken(palette: &Palette) -> Vec<String> {
    let Palette {
        fill,
        text,
        on,
        deep,
        mid,
        soft,
        tint,
        panel,
        pair,
        sun,
        ..
    } = *palette;
    let contrasts = [
        ("text on white", contrast(text, WHITE), TEXT_CONTRAST),
        ("text on tint", contrast(text, tint), TEXT_CONTRAST),
        ("text on panel", contrast(text, panel), TEXT_CONTRAST),
        ("on on fill", contrast(on, fill), ON_CONTRAST),
        ("ink on tint", contrast(INK, tint), TEXT_CONTRAST),
        ("ink on panel", contrast(INK, panel), TEXT_CONTRAST),
        ("ink on soft", contrast(INK, soft), TEXT_CONTRAST),
        ("white on deep", contrast(WHITE, deep), TEXT_CONTRAST),
    ];
    let pale = palette.pale.then(|| {
        let ink = contrast(INK, fill);
        ("ink on a pale fill", ink, INK_ON_PALE)
    });
    let distances = [
        ("soft from tint", apart(soft, tint), SOFT_FROM_TINT),
        ("mid from soft", apart(mid, soft), MID_FROM_SOFT),
        ("deep from mid", apart(deep, mid), DEEP_FROM_MID),
        ("pair from deep", apart(pair, deep), PAIR_FROM_DEEP),
        ("pair from tint", apart(pair, tint), PAIR_FROM_TINT),
        ("sun from tint", apart(sun, tint), PAIR_FROM_TINT),
    ];
    let measured = contrasts.into_iter().chain(pale).chain(distances);
    let short = measured.filter(|(_, found, least)| found < least);
    short
        .map(|(what, found, least)| format!("{}: {what} {found:.3} < {least}", hex(fill)))
        .collect()
}

#[test]
fn every_promise_is_kept_over_the_whole_of_srgb() {
    let steps = || (0..=255_u8).step_by(15);
    for red in steps() {
        for green in steps() {
            for blue in steps() {
                let palette = derive(Srgb::new(red, green, blue));
                assert_eq!(broken(&palette), Vec::<String>::new());
            }
        }
    }
}

proptest! {
    #[test]
    fn every_promise_is_kept_for_any_colour(red: u8, green: u8, blue: u8) {
        let palette = derive(Srgb::new(red, green, blue));
        prop_assert_eq!(broken(&palette), Vec::<String>::new());
        prop_assert_eq!(palette.fill, Srgb::new(red, green, blue));
    }
}

/// The five brands in which the pictures were drawn.
#[test]
fn the_palettes_beside_the_drawings_are_those_of_the_rule() {
    let palettes = include_str!("../../../templates/pictures/source/palettes.json");
    let palettes: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(palettes).expect("JSON");
    let mut brands = 0;
    for (brand, roles) in palettes {
        let Some(roles) = roles.as_object() else {
            continue;
        };
        brands += 1;
        let colour = |role: &str| roles.get(role).and_then(|it| it.as_str()).expect("a role");
        let made = from(parse(colour("fill")).expect("a colour"));
        for (role, drawn) in roles {
            let lab = |colour: &str| {
                let colour = parse(colour).expect("a colour");
                Oklab::from_color(colour.into_format::<f64>())
            };
            let made = made.role(role).expect("a role");
            let drawn = drawn.as_str().expect("a colour");
            let far = distance(lab(made), lab(drawn));
            assert!(far <= 0.03, "{brand} {role}: {made} for {drawn}, {far:.3}");
        }
    }
    assert_eq!(brands, 5);
}

#[test]
fn what_is_no_colour_is_not_read_as_one() {
    for wrong in ["", "#fff", "005eb8", "#005eb", "#005eg8", "#005eb8 ", "red"] {
        assert_eq!(parse(wrong), None, "{wrong}");
    }
}
