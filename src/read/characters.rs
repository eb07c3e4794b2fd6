//! Characters that nobody types on purpose, and that would do harm in print.

/// Why a character is refused, as the end of "it ...".
pub(crate) fn why_refused(character: char) -> Option<&'static str> {
    match character {
        '\t' | '\n' | '\r' => None,
        // U+202E in a name turns the text after it round, and the page still passes PDF/UA.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some("changes the direction of the text after it")
        }
        // A line end to one reader of a file and a space to another.
        '\u{2028}' | '\u{2029}' => Some("ends a line for some programs only"),
        '\u{FFFD}' => Some("stands where a letter was lost before the file came here"),
        // No font that everybody has draws these; PDF/UA refuses them.
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => {
            Some("looks different in every font")
        }
        _ if character.is_control() => Some("is a command to a computer, not a letter"),
        _ => None,
    }
}
