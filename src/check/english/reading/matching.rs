//! Finds phrases of `content/words/` in what is read.

use std::collections::HashMap;
use std::ops::Range;

use super::{Found, ReadWord, Reading};
use crate::check::english::overlap;
use crate::read::{Phrase, Piece, WIDEST_GAP, WordForms};

/// Phrases to look for, sorted by how they begin, each with what is said of it.
pub struct Phrasebook<'a, T> {
    forms: &'a WordForms,
    /// Phrases by the beginning of their first word.
    by_beginning: HashMap<&'a str, Vec<(&'a Phrase, T)>>,
}

/// What was seen in a sentence: the numbers of its words, and what is said of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen<T> {
    /// The words, by their numbers in the sentence.
    pub words: Range<usize>,
    /// What the list says of them.
    pub about: T,
}

/// So many letters of a first word sort phrases.
const BEGINNING: usize = 2;

fn beginning(word: &str) -> &str {
    let end = word.char_indices().nth(BEGINNING);
    end.map_or(word, |(end, _)| &word[..end])
}

impl<'a, T: Copy> Phrasebook<'a, T> {
    /// A book of these phrases.
    pub fn of(phrases: impl IntoIterator<Item = (&'a Phrase, T)>, forms: &'a WordForms) -> Self {
        let mut by_beginning: HashMap<&str, Vec<(&Phrase, T)>> = HashMap::new();
        for (phrase, about) in phrases {
            let mut beginnings = Vec::new();
            first_words(&phrase.pieces, &mut beginnings);
            beginnings.sort_unstable();
            beginnings.dedup();
            for beginning in beginnings {
                by_beginning
                    .entry(beginning)
                    .or_default()
                    .push((phrase, about));
            }
        }
        Self {
            forms,
            by_beginning,
        }
    }

    /// Whether a sentence holds one of them within these words.
    pub fn is_in(&self, words: &[ReadWord]) -> bool {
        (0..words.len()).any(|at| self.at(words, at).is_some())
    }

    /// Every phrase in a sentence, in its order. Where two share a word, the longer one
    /// counts; of two as long, the one that comes first in its file.
    pub fn seen_in(&self, words: &[ReadWord]) -> Vec<Seen<T>> {
        let starts = 0..words.len();
        let mut all: Vec<Seen<T>> = starts.filter_map(|at| self.at(words, at)).collect();
        all.sort_by_key(|seen| std::cmp::Reverse(seen.words.len()));
        let mut kept: Vec<Seen<T>> = Vec::new();
        for seen in all {
            if kept.iter().all(|other| !overlap(&other.words, &seen.words)) {
                kept.push(seen);
            }
        }
        kept.sort_by_key(|seen| seen.words.start);
        kept
    }

    /// Every phrase in a text, in its order.
    pub fn found_in<'r, 't>(&self, reading: &'r Reading<'t>) -> Vec<Found<'r, 't, T>> {
        let sentences = reading.sentences.iter().enumerate();
        let found = sentences.flat_map(|(number, sentence)| {
            let seen = self.seen_in(&sentence.words).into_iter();
            seen.map(move |seen| Found {
                sentence: number,
                within: sentence,
                words: seen.words,
                about: seen.about,
            })
        });
        found.collect()
    }

    /// The longest phrase that starts at a word.
    fn at(&self, words: &[ReadWord], at: usize) -> Option<Seen<T>> {
        let first = &words[at].text;
        let bases = self.forms.bases(first).map(beginning);
        let mut longest: Option<Seen<T>> = None;
        for beginning in std::iter::once(beginning(first)).chain(bases) {
            for (phrase, about) in self.by_beginning.get(beginning).into_iter().flatten() {
                let trail = Trail {
                    words,
                    start: at,
                    is_order: phrase.pieces.first() == Some(&Piece::Start),
                };
                let ends = self.follow(&phrase.pieces, &trail, vec![at]);
                let end = ends.into_iter().max().unwrap_or(at);
                let length = longest.as_ref().map_or(0, |seen| seen.words.len());
                if end - at > length {
                    longest = Some(Seen {
                        words: at..end,
                        about: *about,
                    });
                }
            }
        }
        longest
    }

    /// Where these pieces may end that start at one of `ends`.
    fn follow(&self, pieces: &[Piece], trail: &Trail, mut ends: Vec<usize>) -> Vec<usize> {
        for piece in pieces {
            ends = match piece {
                Piece::Word(base) => {
                    let here = ends.into_iter().filter(|at| trail.goes_on_at(*at));
                    let is = |at: &usize| {
                        let word = &trail.words[*at].text;
                        // An order bends no verb: `Taking tablets is hard` is none.
                        let is_order = trail.is_order && *at == trail.start;
                        word == base || (!is_order && self.forms.is_form(word, base))
                    };
                    here.filter(is).map(|at| at + 1).collect()
                }
                Piece::Gap => trail.gaps_after(&ends),
                Piece::Start => {
                    ends.retain(|at| trail.starts_at(*at));
                    ends
                }
                Piece::Any(choices) => self.choose(choices, trail, &ends),
                Piece::Maybe(choices) => {
                    let mut with = self.choose(choices, trail, &ends);
                    with.extend(ends);
                    with
                }
                // Every set was put in its place when the lists were read.
                Piece::Set(_) => Vec::new(),
            };
            ends.sort_unstable();
            ends.dedup();
            if ends.is_empty() {
                break;
            }
        }
        ends
    }

    fn choose(&self, choices: &[Vec<Piece>], trail: &Trail, ends: &[usize]) -> Vec<usize> {
        let choices = choices.iter();
        choices
            .flat_map(|choice| self.follow(choice, trail, ends.to_vec()))
            .collect()
    }
}

/// Words after which a new clause or an order begins.
const JOINING: [&str; 12] = [
    "and", "or", "but", "so", "then", "please", "just", "simply", "always", "also", "now",
    "instead",
];

/// The words of a sentence, and the number of the one at which a phrase starts.
struct Trail<'a> {
    words: &'a [ReadWord],
    start: usize,
    /// Whether it begins with `^`.
    is_order: bool,
}

impl Trail<'_> {
    /// Whether there is such a word, and no mark parts it from the phrase's word before.
    fn goes_on_at(&self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|word| at == self.start || word.mark.is_none())
    }

    /// Whether a sentence or a clause begins with a word.
    fn starts_at(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        let joins = |before: &ReadWord| JOINING.contains(&before.text.as_str());
        word.mark.is_some() || before.is_none_or(joins)
    }

    /// Where a gap may end.
    fn gaps_after(&self, ends: &[usize]) -> Vec<usize> {
        let each = ends.iter().flat_map(|end| {
            let more = (*end..*end + WIDEST_GAP).take_while(|at| self.goes_on_at(*at));
            std::iter::once(*end).chain(more.map(|at| at + 1))
        });
        each.collect()
    }
}

/// The beginnings of the words that a phrase may start with; whether it may start with
/// what comes after as well.
fn first_words<'a>(pieces: &'a [Piece], beginnings: &mut Vec<&'a str>) -> bool {
    for piece in pieces {
        let mut may_be_left_out = false;
        match piece {
            Piece::Word(word) => beginnings.push(beginning(word)),
            Piece::Any(choices) => {
                for choice in choices {
                    may_be_left_out |= first_words(choice, beginnings);
                }
            }
            Piece::Maybe(choices) => {
                for choice in choices {
                    first_words(choice, beginnings);
                }
                may_be_left_out = true;
            }
            Piece::Gap | Piece::Start => may_be_left_out = true,
            Piece::Set(_) => {}
        }
        if !may_be_left_out {
            return false;
        }
    }
    true
}
