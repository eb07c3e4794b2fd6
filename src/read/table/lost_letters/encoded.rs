//! UTF-8 that was read as a code page: of each letter two or three others became, and
//! together they are the bytes of one letter still.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253};

use super::signs::is_typographic;

/// Whether that happened to a text.
pub(super) fn as_utf8(text: &str) -> bool {
    as_western(text)
        || [WINDOWS_1250, WINDOWS_1251, WINDOWS_1253, MACINTOSH]
            .iter()
            .any(|encoding| as_other(text, encoding))
}

/// Signs that are the bytes of one letter.
struct Sequence {
    letter: char,
    /// Whether the signs after the first one are what follows a word anyway: `É’`.
    is_typographic: bool,
    /// Whether they are letters: `ĂŞ`.
    is_letters: bool,
}

impl Sequence {
    /// Whether a letter with signs behind it is all that it could be.
    fn is_of_signs(&self) -> bool {
        !self.is_typographic && !self.is_letters
    }
}

/// Read as Windows-1252: most files are. One letter is enough, where no language has the
/// signs side by side.
fn as_western(text: &str) -> bool {
    let mut doubtful = 0;
    for sequence in sequences(text, WINDOWS_1252).0 {
        match sequence.letter {
            // `Â£`, `Ã©`, `Å‚`; Romanian's `È™`.
            '\u{80}'..='\u{17F}' | 'Ș'..='ț' => return true,
            // `â€™`, `áº¿`
            '\u{800}'.. if !sequence.is_typographic => return true,
            // `Ð˜`, `Î‘`, `×©`, `Ø§`; `é’”` may end a quotation, but not two
            letter if letter >= '\u{800}' || is_letter_of_another_script(letter) => {
                doubtful += 1;
                if doubtful > 1 || sequence.is_of_signs() {
                    return true;
                }
            }
            // `É™`, `Æ°`, `Ê»`, `Ì€`: rarer letters, and marks
            _ if sequence.is_of_signs() => return true,
            _ => {}
        }
    }
    false
}

/// Read as a code page that has other letters where Windows-1252 has signs. There, two
/// letters of a name may look like one in UTF-8, but hardly all of them.
fn as_other(text: &str, encoding: &'static Encoding) -> bool {
    let (sequences, left_over) = sequences(text, encoding);
    // Not Armenian: on a Mac, `’é` is one of its letters.
    let is_letter = |letter: char| {
        matches!(letter, 'À'..='ſ' | 'Ș'..='ț')
            || is_letter_of_another_script(letter) && !matches!(letter, '\u{531}'..='\u{587}')
    };
    if left_over > 0 || !sequences.iter().all(|sequence| is_letter(sequence.letter)) {
        return false;
    }
    // In capitals, a small letter is two capitals that only look so: Romanian's `MĂŞTI`.
    let is_in_capitals = text.bytes().filter(u8::is_ascii_uppercase).count() > 1
        && !text.bytes().any(|byte| byte.is_ascii_lowercase());
    if is_in_capitals
        && sequences
            .iter()
            .any(|sequence| sequence.letter.is_lowercase())
    {
        return false;
    }
    match sequences.as_slice() {
        [] => false,
        [only] => only.letter <= 'ſ' && (!only.is_typographic || only.letter.is_lowercase()),
        _ => true,
    }
}

/// Where a text's signs are the bytes of letters, and how many signs beyond ASCII are not.
fn sequences(text: &str, encoding: &'static Encoding) -> (Vec<Sequence>, usize) {
    let letters: Vec<(char, Option<u8>)> = text
        .chars()
        .map(|letter| (letter, byte_of(letter, encoding)))
        .collect();
    let (mut found, mut left_over) = (Vec::new(), 0);
    let mut at = 0;
    while let Some((letter, byte)) = letters.get(at) {
        let length = match byte {
            Some(0xC2..=0xDF) => 2,
            Some(0xE0..=0xEF) => 3,
            Some(0xF0..=0xF4) => 4,
            _ => 1,
        };
        let signs = letters.get(at..at + length).unwrap_or_default();
        let bytes: Option<Vec<u8>> = signs.iter().map(|(_, byte)| *byte).collect();
        let decoded = bytes.filter(|bytes| bytes.len() > 1);
        let decoded = decoded.and_then(|bytes| String::from_utf8(bytes).ok());
        match decoded.and_then(|decoded| decoded.chars().next()) {
            Some(decoded) => {
                let mut rest = signs.iter().skip(1).map(|(letter, _)| *letter);
                found.push(Sequence {
                    letter: decoded,
                    is_typographic: rest.clone().all(is_typographic),
                    is_letters: rest
                        .all(|letter| letter.is_alphabetic() && !matches!(letter, 'ª' | 'º' | 'µ')),
                });
                at += length;
            }
            None => {
                left_over += usize::from(!letter.is_ascii());
                at += 1;
            }
        }
    }
    (found, left_over)
}

fn byte_of(letter: char, encoding: &'static Encoding) -> Option<u8> {
    if letter.is_ascii() {
        return u8::try_from(letter).ok();
    }
    let text = letter.to_string();
    let (bytes, _, is_unknown) = encoding.encode(&text);
    match bytes.as_ref() {
        [byte] if !is_unknown => Some(*byte),
        _ => None,
    }
}

/// The letters of Greek, Cyrillic, Armenian, Hebrew and Arabic that names are spelled with.
fn is_letter_of_another_script(letter: char) -> bool {
    matches!(letter, '\u{386}'..='\u{3CE}' | '\u{401}'..='\u{45F}' | 'Ґ' | 'ґ' | '\u{531}'..='\u{587}'
        | '\u{5D0}'..='\u{5EA}' | '\u{621}'..='\u{64A}' | 'پ' | 'چ' | 'ژ' | 'ک' | 'گ' | 'ں' | 'ہ'
        | 'ی' | 'ٹ' | 'ڈ' | 'ڑ')
}
