//! Text as a terminal may show it.

use std::borrow::Cow;

/// The text with every character that nobody sees, or that a terminal would obey, said
/// by its number: `to<U+200B>ne`. Line ends and tabs stay.
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut said = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        push_shown(&mut said, character);
    }
    Cow::Owned(said)
}

/// What a problem says, as a terminal may show it: what it quotes is as long as somebody
/// can read.
pub fn shown_in_short(message: &str) -> String {
    let mut parts = message.split('`');
    let mut said = shown(parts.next().unwrap_or_default()).into_owned();
    for (number, part) in parts.enumerate() {
        let is_quoted = number.is_multiple_of(2);
        let longer = part.char_indices().nth(MOST_QUOTED).filter(|_| is_quoted);
        said.push('`');
        match longer {
            Some((end, _)) => {
                said.push_str(&in_one_line(&part[..end]));
                said.push('…');
            }
            None if is_quoted => said.push_str(&in_one_line(part)),
            None => said.push_str(&shown(part)),
        }
    }
    said
}

/// What a message quotes, without line ends and tabs of its own.
fn in_one_line(quoted: &str) -> String {
    let shown = shown(quoted);
    shown.replace('\n', "<U+000A>").replace('\t', "<U+0009>")
}

/// The most characters of what a message quotes: the longest commands and paths that
/// people type have fewer.
const MOST_QUOTED: usize = 500;

/// Adds one character as [`shown`] has it.
pub(super) fn push_shown(said: &mut String, character: char) {
    if is_hidden(character) {
        said.push_str(&format!("<U+{:04X}>", u32::from(character)));
    } else {
        said.push(character);
    }
}

/// Whether a character is not seen, or does something to a terminal or to the text
/// beside it. Joiners are none: some scripts are spelt with them.
fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => true,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => character.is_control() || is_noncharacter(character),
    }
}

/// Whether this is a number that Unicode gives to no character, for ever.
pub(crate) fn is_noncharacter(character: char) -> bool {
    let number = u32::from(character);
    number & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_said_by_its_number() {
        assert_eq!(shown("to\u{200b}ne"), "to<U+200B>ne");
        assert_eq!(shown("\u{1b}[31mred\r"), "<U+001B>[31mred<U+000D>");
        assert_eq!(shown("a\u{202e}b"), "a<U+202E>b");
        assert_eq!(shown("\u{fffe}"), "<U+FFFE>");
    }

    #[test]
    fn what_is_quoted_is_short_and_nothing_else_is_lost() {
        let key = "k".repeat(300_000);
        let said = shown_in_short(&format!("`{key}` is not a setting here, as `name` is"));
        assert_eq!(
            said.chars().count(),
            500 + 1 + "`` is not a setting here, as `name` is".len()
        );
        assert!(said.ends_with("k…` is not a setting here, as `name` is"));
        assert_eq!(shown_in_short("a `b` c"), "a `b` c");
    }

    #[test]
    fn letters_lines_and_joiners_stay() {
        let text = "Tŷ\tمرحبا\nमैं क्\u{200d}ष 👩\u{200d}⚕️";
        assert!(matches!(shown(text), Cow::Borrowed(same) if same == text));
    }
}
