//! What has to be printed sign for sign, because somebody types it in again: emails, web
//! addresses, references.

use std::ops::Range;

/// Signs that a sentence puts round a word.
const AROUND: &[char] = &[
    '(', ')', '[', ']', '<', '>', '"', '\'', '“', '”', '‘', '’', '*', '_', '.', ',', ';', ':', '!',
    '?',
];

/// Whether some bytes of a text are quotation marks, dashes or dots that stand within an
/// email, a web address or a reference.
pub fn is_within(text: &str, range: &Range<usize>) -> bool {
    let is_sign = |it: char| matches!(it, '\'' | '"' | '-' | '.');
    if range.is_empty() || !text[range.clone()].chars().all(is_sign) {
        return false;
    }
    let start = text[..range.start].rfind(char::is_whitespace);
    let start = start.map_or(0, |at| {
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    });
    let end = text[range.end..].find(char::is_whitespace);
    let end = end.map_or(text.len(), |at| range.end + at);
    let word = &text[start..end];
    let within = word.trim_start_matches(AROUND);
    let first = start + (word.len() - within.len());
    let within = within.trim_end_matches(AROUND);
    first <= range.start
        && range.end <= first + within.len()
        && (is_address(within) || is_reference(within))
}

/// An email or a web address.
fn is_address(word: &str) -> bool {
    let named = |(before, after): (&str, &str)| !before.is_empty() && !after.is_empty();
    word.contains("://")
        || word.starts_with("www.")
        || word.split_once('@').is_some_and(named)
        || word
            .split_once('/')
            .is_some_and(|(host, _)| host.split_once('.').is_some_and(named))
}

/// Capitals and figures, such as `RPW--0012`.
fn is_reference(word: &str) -> bool {
    let figures = word.chars().filter(char::is_ascii_digit).count();
    figures > 1
        && word.contains(|it: char| it.is_ascii_uppercase())
        && !word.contains(|it: char| it.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The signs that are left as they were typed.
    fn left(text: &str) -> Vec<&str> {
        let signs = text
            .match_indices(['\'', '"'])
            .chain(text.match_indices("--"));
        signs
            .filter(|(at, sign)| is_within(text, &(*at..at + sign.len())))
            .map(|(_, sign)| sign)
            .collect()
    }

    #[test]
    fn addresses_and_references_keep_their_signs() {
        for (text, wanted) in [
            ("Write to o'neil@harbour.example.", vec!["'"]),
            ("(see https://harbour.example/a--b)", vec!["--"]),
            ("harbour.example/o'neil", vec!["'"]),
            ("Your reference is HPS--0012.", vec!["--"]),
        ] {
            assert_eq!(left(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_sentence_has_its_quotation_marks() {
        for text in [
            "You said 'it hurts', and it does",
            "the GP's room, 2 o'clock",
            "write to 'us@harbour.example' or \"harbour.example\"",
            "1 -- 2 hours",
            "the 1990's",
        ] {
            assert_eq!(left(text), [""; 0], "{text}");
        }
    }
}
