//! What rules know of English: its words and their endings, its sentences, and the
//! numbers, figures and dates in them.
//!
//! Nothing here knows of publications or rules: text goes in, and places in it come
//! out, in bytes. Rules that use it ask first whether a text is English.

pub mod dates;
pub mod figures;
mod phrases;
pub mod reading;
mod sentences;
mod syllables;
mod tokens;
mod words;

pub use phrases::{found_in, is_denied, is_denied_from_afar, overlap, places_of, says};
pub use sentences::{Sentence, is_quoted, lines_at, opening, sentences_of};
pub use syllables::syllables;
pub use tokens::{Token, number, number_word, place_of, tokens, word_at, word_before};
pub use words::{Word, count_words, counted_words, words_of};
