//! A text as a reader takes it in: sentences of words, short forms spelt out, with the
//! marks that part them.

mod clauses;
mod found;
mod matching;

pub use clauses::Meant;
pub use found::Found;
pub use matching::Phrasebook;

use super::{is_quoted, sentences_of, words_of};

/// A text, sentence by sentence.
pub struct Reading<'a> {
    /// The text it was read from.
    pub text: &'a str,
    /// Its sentences.
    pub sentences: Vec<ReadSentence<'a>>,
}

/// A sentence.
pub struct ReadSentence<'a> {
    /// As it is written.
    pub written: &'a str,
    /// The byte of the text it starts at.
    pub start: usize,
    /// Its words.
    pub words: Vec<ReadWord>,
}

/// A word as it is read. Both words of a short form, as in `won't`, stand at the same place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadWord {
    /// In small letters: `not` of `won't`.
    pub text: String,
    /// The byte of the text it starts at.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// The mark before it that parts it from the word before, if any.
    pub mark: Option<char>,
    /// Whether it is written with a capital.
    pub is_capital: bool,
    /// Whether small letters follow the capital, as in a name: `DNA` has none.
    pub is_name: bool,
}

/// Marks that part words: nothing is looked for across them.
const PARTING: [char; 13] = [
    '.', ',', ';', ':', '!', '?', '(', ')', '–', '—', '…', '[', ']',
];

impl<'a> Reading<'a> {
    /// Reads a plain text, a paragraph or an item a line.
    pub fn of(text: &'a str) -> Self {
        let sentences = sentences_of(text).into_iter().map(|sentence| {
            let mut words = Vec::new();
            let mut before = 0;
            for word in words_of(sentence.words) {
                let between = &sentence.words[before..word.start];
                let written = &sentence.words[word.start..word.end];
                before = word.end;
                let mut mark = between.chars().rev().find(|mark| PARTING.contains(mark));
                for text in spelt_out(&word.text) {
                    words.push(ReadWord {
                        text,
                        start: sentence.start + word.start,
                        end: sentence.start + word.end,
                        mark: mark.take(),
                        is_capital: written.starts_with(char::is_uppercase),
                        is_name: written.starts_with(char::is_uppercase)
                            && written.chars().nth(1).is_some_and(char::is_lowercase),
                    });
                }
            }
            ReadSentence {
                written: sentence.words,
                start: sentence.start,
                words,
            }
        });
        Self {
            text,
            sentences: sentences.collect(),
        }
    }

    /// Whether somebody else's words stand at a byte: a double quotation mark is open in
    /// its paragraph.
    pub fn is_quoted(&self, at: usize) -> bool {
        let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        is_quoted(&self.text[line..], at - line)
    }
}

/// Words after which `'s` is short for `is`.
const WITH_IS: [&str; 14] = [
    "it",
    "that",
    "there",
    "he",
    "she",
    "what",
    "who",
    "here",
    "where",
    "how",
    "everything",
    "nothing",
    "everyone",
    "this",
];

/// The words that a word is short for; itself, without marks, where it is short for none.
fn spelt_out(word: &str) -> Vec<String> {
    let word = word.replace('’', "'");
    let word = word.trim_matches('\'');
    let both = |first: &str, second: &str| vec![first.to_owned(), second.to_owned()];
    match word {
        "won't" => return both("will", "not"),
        "can't" | "cannot" => return both("can", "not"),
        "shan't" => return both("shall", "not"),
        "let's" => return both("let", "us"),
        _ => {}
    }
    let endings = [
        ("n't", "not"),
        ("'ll", "will"),
        ("'re", "are"),
        ("'ve", "have"),
        ("'m", "am"),
        ("'d", "would"),
    ];
    for (ending, short) in endings {
        if let Some(first) = word.strip_suffix(ending) {
            return both(first, short);
        }
    }
    match word.strip_suffix("'s") {
        Some(first) if WITH_IS.contains(&first) => both(first, "is"),
        Some(first) => vec![first.to_owned()],
        None => vec![word.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_spelt_out_where_they_stand() {
        let text = "Stop. It’s fine, you won't lose Sam’s place.";
        let reading = Reading::of(text);
        let words: Vec<&str> = reading.sentences[1]
            .words
            .iter()
            .map(|word| word.text.as_str())
            .collect();
        assert_eq!(
            words,
            [
                "it", "is", "fine", "you", "will", "not", "lose", "sam", "place"
            ]
        );
        let last = &reading.sentences[1].words[5];
        assert_eq!(&text[last.start..last.end], "won't");
        let marks = reading.sentences[1]
            .words
            .iter()
            .filter_map(|word| word.mark);
        assert_eq!(marks.collect::<Vec<_>>(), [',']);
    }
}
