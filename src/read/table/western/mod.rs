//! Whether a text in a code page nobody named can be Windows-1252, the one that offices in
//! Britain write.
//!
//! The bytes of `Zieliński` in a Polish office's code page are `Zieliñski` in this one, and
//! nothing in the file says which it is. So every letter beyond ASCII has to stand where it
//! stands in English, Welsh, Irish, French, German, Dutch, Spanish, Portuguese, Italian or
//! the Nordic languages. A whole file is refused for the sake of one letter: saved as UTF-8,
//! every letter is certain.

mod place;
#[cfg(test)]
mod tests;

use super::lost_letters::lost_letters;
use place::Place;

/// Whether a text that was decoded as Windows-1252 is one.
pub(super) fn is_windows_1252(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let count = |mark| letters.iter().filter(|letter| **letter == mark).count();
    let in_place = (0..letters.len())
        .filter(|at| !letters[*at].is_ascii())
        .all(|at| Place::of(&letters, at).is_western());
    in_place && count('“') == count('”') && !words(text).any(lost_letters)
}

/// The words beyond ASCII, without what stands between cells.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_ascii_whitespace() || matches!(letter, ',' | ';' | '"'))
        .filter(|word| !word.is_ascii())
}
