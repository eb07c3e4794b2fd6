//! Characters that nobody types on purpose, and that would do harm in print.

/// Whether a character is drawn as nothing and only marks a place.
pub(super) fn is_zero_width(character: char) -> bool {
    matches!(
        character,
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{061C}' | '\u{180E}'
    )
}

/// Takes out marks that carry no meaning in a cell: direction marks (LRM, RLM, ALM),
/// zero-width spaces, stray byte order marks. The joiners U+200C and U+200D stay:
/// Persian and Indian names are spelled with them.
pub(super) fn strip_marks(cell: &mut String) {
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

/// Why a character is refused, as the end of "it ...".
pub(super) fn why_refused(character: char) -> Option<&'static str> {
    match character {
        '\t' | '\n' => None,
        // U+202E in a name turns the text after it round, and the page still passes PDF/UA.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some("changes the direction of the text after it")
        }
        '\u{FFFD}' => Some("stands where a letter was lost before the file came here"),
        // No font that everybody has draws these; PDF/UA refuses them.
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => {
            Some("looks different in every font")
        }
        _ if character.is_control() => Some("is a command to a computer, not a letter"),
        _ => None,
    }
}
