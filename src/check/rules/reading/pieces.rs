//! The paragraphs and items of a text, one at a time.

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::english::sentences_of;
    use crate::diagnostics::{Place, SourceId};
    use crate::tailor::{Inline, Role};

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
}
