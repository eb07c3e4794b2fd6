//! Characters of a cell that carry no meaning, or must not reach a page.

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::read::characters::why_refused;

/// Whether a character is drawn as nothing and only marks a place.
pub(super) fn is_zero_width(character: char) -> bool {
    matches!(
        character,
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{061C}' | '\u{180E}'
    )
}

/// Composes letters, so that a mark and its letter come from one typeface, and takes
/// out marks that carry no meaning in a cell: direction marks (LRM, RLM, ALM),
/// zero-width spaces, stray byte order marks. The joiners U+200C and U+200D stay:
/// Persian and Indian names are spelled with them.
pub(super) fn tidy(cell: &mut String) {
    if !is_nfc(cell) {
        *cell = cell.nfc().collect();
    }
    if !cell.is_ascii() {
        cell.retain(|character| {
            matches!(character, '\u{200C}' | '\u{200D}') || !is_zero_width(character)
        });
    }
}

/// A column name without anything of no width.
pub(super) fn without_zero_width(cell: &str) -> String {
    cell.chars()
        .filter(|character| !is_zero_width(*character))
        .collect()
}

/// The first character of a cell that must not reach a page, if there is one.
pub(super) fn first_refused(cell: &str) -> Option<char> {
    cell.chars()
        .find(|character| why_refused(*character).is_some())
}
