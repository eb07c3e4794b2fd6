//! A file's name as it may be shown.

use std::path::Path;

/// A path as people read it. What a terminal would obey, or what would turn the text after
/// it round, is written out: a name of a file may hold anything.
pub(crate) fn shown(path: &Path) -> String {
    shown_name(&path.to_string_lossy())
}

/// A file's name, or any other words from outside, without what a terminal would obey.
pub(crate) fn shown_name(name: &str) -> String {
    let is_plain = |character: char| !character.is_control() && !is_for_direction(character);
    if name.chars().all(is_plain) {
        return name.to_owned();
    }
    let mut shown = String::with_capacity(name.len() + 8);
    for character in name.chars() {
        if is_plain(character) {
            shown.push(character);
        } else {
            shown.extend(character.escape_unicode());
        }
    }
    shown
}

/// Whether a character changes the direction or the lines of the text after it.
fn is_for_direction(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_without_what_a_terminal_obeys() {
        assert_eq!(shown(Path::new("Ŷd/logo 1.png")), "Ŷd/logo 1.png");
        assert_eq!(
            shown(Path::new("\u{1b}[2J\nlo\u{202e}go.png")),
            r"\u{1b}[2J\u{a}lo\u{202e}go.png"
        );
    }
}
