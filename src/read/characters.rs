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

/// Whether a letter has more marks than [`limits::MARKS`]. Thousands of them on one letter
/// take gigabytes to lay out, and a few are drawn over all that stands above.
pub(crate) fn too_many_marks(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mut marks = 0;
    text.chars().any(|character| {
        match character {
            _ if is_combining_mark(character) => marks += 1,
            // Nobody sees these: they part no marks.
            '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' => {}
            _ => marks = 0,
        }
        marks > limits::MARKS
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_every_script_keep_their_marks() {
        for text in ["Ọ̀ṣun", "Ế̈", "שָׁלוֹם", "क़्षि", "ཧྐྵྨླྺྼྻྂ", "e\u{301}\u{302}"]
        {
            assert!(!too_many_marks(text), "{text}");
        }
        let marked = |mark: &str, count: usize| format!("ab{}", mark.repeat(count));
        assert!(!too_many_marks(&marked("\u{301}", 10)));
        assert!(too_many_marks(&marked("\u{301}", 11)));
        assert!(too_many_marks(&marked("\u{301}\u{200d}", 11)));
    }

    #[test]
    fn numbers_without_a_character_are_refused() {
        assert!(why_refused('\u{fffe}').is_some());
        assert!(why_refused('\u{1ffff}').is_some());
        assert!(why_refused('\u{fdd0}').is_some());
        assert!(why_refused('é').is_none());
    }
}
