//! Text in the pieces between blanks, as they were written: numbers, times and
//! signs, where [`words_of`](super::words_of) knows only words.

use std::ops::Range;

/// A piece of text between blanks, without the marks around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// As it is written.
    pub text: &'a str,
    /// The byte it starts at.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// Whether nothing but blanks stands between it and the token before.
    pub joined: bool,
}

/// Marks that open something.
const OPENING: [char; 8] = ['(', '[', '“', '‘', '"', '\'', '…', '\u{2068}'];

/// Marks that close something, or end it.
const CLOSING: [char; 14] = [
    '.', ',', ';', ':', '!', '?', ')', ']', '”', '’', '"', '\'', '…', '\u{2069}',
];

/// The tokens of a text.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut first = None;
    let end = std::iter::once((text.len(), ' '));
    for (at, character) in text.char_indices().chain(end) {
        match (character.is_whitespace(), first) {
            (false, None) => first = Some(at),
            (true, Some(start)) => {
                let before = tokens.last().map_or(0, |token| token.end);
                tokens.extend(token(text, start..at, before));
                first = None;
            }
            _ => {}
        }
    }
    tokens
}

/// The token in these bytes, unless they are nothing but marks.
fn token(text: &str, place: Range<usize>, before: usize) -> Option<Token<'_>> {
    let piece = text[place.clone()].trim_start_matches(OPENING);
    let start = place.end - piece.len();
    let trimmed = piece.trim_end_matches(CLOSING);
    let dotted = is_dotted(trimmed) && piece[trimmed.len()..].starts_with('.');
    let piece = &piece[..trimmed.len() + usize::from(dotted)];
    (!piece.is_empty()).then(|| Token {
        text: piece,
        start,
        end: start + piece.len(),
        joined: text[before..start].chars().all(char::is_whitespace),
    })
}

/// Whether it ends as `p.m` or `e.g`: the next point is part of it.
fn is_dotted(text: &str) -> bool {
    let mut last = text.chars().rev();
    let letter = |one: Option<char>| one.is_some_and(char::is_alphabetic);
    letter(last.next()) && last.next() == Some('.') && letter(last.next())
}

/// The word so many tokens after the first of these, in lower case; nothing where
/// the text ends before, or a mark stands in between.
pub fn word_at(rest: &[Token], by: usize) -> String {
    let between = rest.get(1..=by).unwrap_or_default();
    match rest.get(by) {
        Some(token) if between.iter().all(|token| token.joined) => token.text.to_lowercase(),
        _ => String::new(),
    }
}

/// The word before one of these tokens, in lower case, whatever marks stand in
/// between; nothing before the first.
pub fn word_before(tokens: &[Token], at: usize) -> String {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before..));
    before.map_or_else(String::new, |rest| word_at(rest, 0))
}

/// Where some tokens stand, from the first to the last.
pub fn place_of(tokens: &[Token]) -> Range<usize> {
    let start = tokens.first().map_or(0, |token| token.start);
    start..tokens.last().map_or(start, |token| token.end)
}

/// A number in figures: `14.3`, `2,000`.
pub fn number(text: &str) -> Option<f64> {
    let figure = |character: Option<char>| character.is_some_and(|one| one.is_ascii_digit());
    if !figure(text.chars().next()) || !figure(text.chars().last()) {
        return None;
    }
    text.replace(',', "").parse().ok()
}

/// Numbers that have a word of their own.
const NUMBER_WORDS: [(&str, u32); 22] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("fifteen", 15),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
];

/// The number that a word in lower case is: `three`.
pub fn number_word(word: &str) -> Option<u32> {
    let mut words = NUMBER_WORDS.iter();
    let found = words.find(|(known, _)| *known == word);
    found.map(|(_, number)| *number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text).collect()
    }

    #[test]
    fn marks_around_a_piece_are_not_part_of_it() {
        assert_eq!(
            texts("At 5 p.m. (or 17:30), ring “A&E” … 50%."),
            ["At", "5", "p.m.", "or", "17:30", "ring", "A&E", "50%"]
        );
        let text = "in 2018. People";
        let tokens = tokens(text);
        assert_eq!(&text[tokens[2].start..tokens[2].end], "People");
        assert!(tokens[1].joined && !tokens[2].joined);
        assert_eq!(word_at(&tokens, 1), "2018");
        assert_eq!(word_at(&tokens[1..], 1), "");
        assert_eq!(word_at(&tokens, 9), "");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(number("2,000"), Some(2000.0));
        assert_eq!(number("14.3"), Some(14.3));
        assert_eq!(number("3rd"), None);
        assert_eq!(number("1.2.3"), None);
        assert_eq!(number_word("three"), Some(3));
        assert_eq!(number_word("many"), None);
    }
}
