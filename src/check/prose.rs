//! Texts as rules about English read them: a sentence, a paragraph or the author's
//! own words at a time, each with the byte it starts at in the plain text.

use super::words::sentences;
use crate::tailor::{Node, PrintedText};

/// A paragraph or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words, without markup.
    pub words: String,
    /// The byte of [`PrintedText::plain`] it starts at.
    pub start: usize,
    /// Whether it is an item of a list.
    pub is_item: bool,
}

/// A sentence, and the byte it starts at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// Its words.
    pub words: &'a str,
    /// Where it starts in the text it was taken from.
    pub start: usize,
}

/// The paragraphs and items of a text.
pub fn pieces(text: &PrintedText) -> Vec<Piece> {
    let is_item = text.nodes.iter().flat_map(|node| match node {
        Node::Paragraph(_) => vec![false],
        Node::Bullets(items) | Node::Numbered(items) => vec![true; items.len()],
    });
    let mut start = 0;
    let mut pieces = Vec::new();
    for (words, is_item) in text.paragraphs().into_iter().zip(is_item) {
        let next = start + words.len() + "\n".len();
        pieces.push(Piece {
            words,
            start,
            is_item,
        });
        start = next;
    }
    pieces
}

/// Every sentence of a plain text, a paragraph a line.
pub fn sentences_of(plain: &str) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in plain.split_inclusive('\n') {
        let mut from = 0;
        for words in sentences(line) {
            let at = line[from..].find(words).unwrap_or_default() + from;
            found.push(Sentence {
                words,
                start: line_start + at,
            });
            from = at + words.len();
        }
        line_start += line.len();
    }
    found
}

/// The words of a text, as a person counts them: "one-to-one" is one, and so is a
/// phone number, of which the first figures stand for all.
pub fn counted_words(text: &str) -> Vec<&str> {
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    let is_figures = |word: &str| !word.chars().any(char::is_alphabetic);
    let words: Vec<&str> = text.split_whitespace().filter(is_word).collect();
    let groups = words.chunk_by(|before, after| is_figures(before) && is_figures(after));
    groups.filter_map(|group| group.first().copied()).collect()
}

/// How many words a text has.
pub fn count_words(text: &str) -> usize {
    counted_words(text).len()
}

/// How many words show where a sentence stands.
const SHOWN: usize = 4;

/// The first words of a sentence: enough to find it by.
pub fn opening(sentence: &str) -> &str {
    let mut ends = sentence
        .char_indices()
        .filter(|(_, character)| character.is_whitespace());
    let end = ends.nth(SHOWN - 1).map_or(sentence.len(), |(end, _)| end);
    sentence[..end].trim_end_matches(|mark: char| !mark.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Place, SourceId};
    use crate::tailor::Inline;
    use crate::tailor::Role;

    fn text(nodes: Vec<Node>) -> PrintedText {
        let place = Place {
            source: SourceId::from_number(0),
            start: 0,
            end: 0,
        };
        PrintedText {
            place,
            role: Role::Running,
            section: None,
            nodes,
        }
    }

    fn words(text: &str) -> Vec<Inline> {
        vec![Inline::Text(text.into())]
    }

    #[test]
    fn every_piece_and_sentence_starts_where_it_says() {
        let text = text(vec![
            Node::Paragraph(words("We listen. You choose. We listen.")),
            Node::Bullets(vec![words("You choose"), words("Go")]),
        ]);
        let plain = text.plain();
        for piece in pieces(&text) {
            assert!(plain[piece.start..].starts_with(&piece.words), "{piece:?}");
        }
        let items: Vec<bool> = pieces(&text).iter().map(|piece| piece.is_item).collect();
        assert_eq!(items, [false, true, true]);
        let starts: Vec<usize> = sentences_of(&plain).iter().map(|s| s.start).collect();
        assert_eq!(starts, [0, 11, 23, 34, 45]);
    }

    #[test]
    fn words_are_counted_as_people_count_them() {
        assert_eq!(count_words("One-to-one help – on 01632 960\u{a0}123."), 4);
        assert_eq!(count_words("5 in 10"), 3);
        assert_eq!(count_words(" – "), 0);
    }

    #[test]
    fn the_opening_is_a_few_words_without_the_comma() {
        assert_eq!(opening("When we ask you, we mean it."), "When we ask you");
        assert_eq!(opening("Go now."), "Go now");
    }
}
