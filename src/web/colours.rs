//! The colours of a page, on a light and on a dark ground, as CSS variables.
//!
//! Surfaces are neutral but for the panels of the light page, which are the palette's own. On
//! the dark ground the service's colour is as much lighter as it takes to be read.

use crate::tailor::{Colours, lightened};

/// Letters on their ground: WCAG 2.2, success criterion 1.4.3 asks for 4.5.
const TEXT_CONTRAST: f64 = 5.5;

/// The dark page, and what lies on it.
const DARK_PAPER: &str = "#16191b";
const DARK_PANEL: &str = "#23292c";
const DARK_INK: &str = "#eef1f2";
const DARK_SOFT_INK: &str = "#bcc4c8";

/// Ink and lines on white, the same as on paper.
const SOFT_INK: &str = "#4b5459";
const CRISIS_PAPER: &str = "#f6f3ec";

/// The colours of this palette: of the light page, and of the dark one.
pub fn variables(colours: &Colours) -> String {
    let Colours {
        fill,
        on,
        text,
        panel,
        ink,
        white,
        ..
    } = colours;
    let dark_brand = dark_brand(colours);
    format!(
        ":root{{--fill:{fill};--on:{on};--paper:{white};--ink:{ink};--soft-ink:{SOFT_INK};\
         --panel:{panel};--brand:{text};--edge:#6f7a80;--crisis:{CRISIS_PAPER};--bar:{ink}}}\
         @media screen and (prefers-color-scheme:dark){{:root{{--paper:{DARK_PAPER};\
         --ink:{DARK_INK};--soft-ink:{DARK_SOFT_INK};--panel:{DARK_PANEL};--brand:{dark_brand};\
         --edge:#8d979c;--crisis:{DARK_PANEL};--bar:#000000}}}}"
    )
}

/// The service's colour for words on the dark page and its panels.
fn dark_brand(colours: &Colours) -> String {
    lightened(&colours.fill, TEXT_CONTRAST, &[DARK_PAPER, DARK_PANEL])
}

#[cfg(test)]
mod tests {
    use super::{
        CRISIS_PAPER, DARK_INK, DARK_PANEL, DARK_PAPER, DARK_SOFT_INK, SOFT_INK, dark_brand,
    };
    use crate::tailor::{contrast_of, palette_of};

    /// Letters on their ground: WCAG 2.2, success criterion 1.4.3.
    const LEAST: f64 = 4.5;

    #[test]
    fn every_brand_is_read_on_both_grounds() {
        let channels = [0, 51, 102, 153, 204, 255];
        let mut seen = 0;
        for red in channels {
            for green in channels {
                for blue in channels {
                    let colours = palette_of(&format!("#{red:02x}{green:02x}{blue:02x}"));
                    let dark = dark_brand(&colours);
                    let (panel, white) = (colours.panel.as_str(), colours.white.as_str());
                    let pairs = [
                        (colours.text.as_str(), white),
                        (colours.text.as_str(), panel),
                        (colours.on.as_str(), colours.fill.as_str()),
                        (colours.ink.as_str(), panel),
                        (SOFT_INK, white),
                        (SOFT_INK, panel),
                        (&dark, DARK_PAPER),
                        (&dark, DARK_PANEL),
                    ];
                    for (letters, ground) in pairs {
                        let found = contrast_of(letters, ground);
                        assert!(found >= LEAST, "{letters} on {ground}: {found:.2}");
                    }
                    seen += 1;
                }
            }
        }
        assert_eq!(seen, 216);
    }

    #[test]
    fn what_is_the_same_for_every_brand_is_read() {
        let ink = palette_of("#0b6e69").ink;
        for (letters, ground) in [
            (ink.as_str(), CRISIS_PAPER),
            (SOFT_INK, CRISIS_PAPER),
            (DARK_INK, DARK_PAPER),
            (DARK_INK, DARK_PANEL),
            (DARK_SOFT_INK, DARK_PAPER),
            (DARK_SOFT_INK, DARK_PANEL),
        ] {
            let found = contrast_of(letters, ground);
            assert!(found >= LEAST, "{letters} on {ground}: {found:.2}");
        }
    }

    #[test]
    fn a_colour_that_is_read_on_the_dark_page_stays_as_it_is() {
        assert_eq!(dark_brand(&palette_of("#ffd54f")), "#ffd54f");
        assert_ne!(dark_brand(&palette_of("#0b3d91")), "#0b3d91");
    }
}
