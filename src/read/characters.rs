//! Characters that nobody types on purpose, and that would do harm in print.

use unicode_normalization::char::is_combining_mark;

use super::limits;
use crate::diagnostics::is_noncharacter;

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
        _ if is_noncharacter(character) => Some("is no character of any script"),
        _ if character.is_control() => Some("is a command to a computer, not a letter"),
        _ => None,
    }
}

/// Where a letter has more marks than [`limits::MARKS`]: the byte of the first that is too
/// many. Hundreds of them on one letter are drawn over all that stands above.
pub(crate) fn too_many_marks(text: &str) -> Option<usize> {
    let mut marks = 0;
    text.char_indices().find_map(|(at, character)| {
        marks = if is_combining_mark(character) {
            marks + 1
        } else {
            0
        };
        (marks > limits::MARKS).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_every_script_keep_their_marks() {
        for text in ["Ọ̀ṣun", "Ế̈", "שָׁלוֹם", "क़्षि", "ཧྐྵྨླྺྼྻྂ", "e\u{301}\u{302}"]
        {
            assert_eq!(too_many_marks(text), None, "{text}");
        }
        let text = format!("ab{}", "\u{301}".repeat(9));
        assert_eq!(too_many_marks(&text), Some(2 + 8 * 2));
    }

    #[test]
    fn numbers_without_a_character_are_refused() {
        assert!(why_refused('\u{fffe}').is_some());
        assert!(why_refused('\u{1ffff}').is_some());
        assert!(why_refused('\u{fdd0}').is_some());
        assert!(why_refused('é').is_none());
    }
}
