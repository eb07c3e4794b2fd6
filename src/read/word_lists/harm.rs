//! Lists of what an editor would not print: one shape for all of them.

use indexmap::IndexMap;
use serde::Deserialize;

use super::phrase::{Phrase, Piece};
use crate::diagnostics::{Problem, did_you_mean};
use crate::read::Text;

/// Sets of words that phrases name: `<treatment>`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sets {
    /// Each by its name.
    sets: IndexMap<String, Vec<Phrase>>,
}

/// What an editor would not print, and what to print instead.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Harms {
    /// Each kind of it.
    pub phrases: Vec<Harm>,
    /// Phrases that hold some of these words and are right.
    #[serde(default)]
    pub fine_in: Vec<Phrase>,
    /// Phrases that make it right wherever they stand in the sentence.
    #[serde(default)]
    pub fine_with: Vec<Phrase>,
    /// Phrases before it in its clause that make less of it: `may`, `some people`.
    #[serde(default)]
    pub hedged_by: Vec<Phrase>,
}

/// Phrases that do the same harm.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Harm {
    /// What they do, after the words: "promises a cure, and nobody can".
    pub problem: Text,
    /// What to say instead.
    pub say: Text,
    /// The phrases.
    pub instead_of: Vec<Phrase>,
    /// They count only where one of these stands in the sentence as well, or in the one
    /// before.
    #[serde(default)]
    pub together_with: Vec<Phrase>,
    /// They are right where one of these stands in the sentence.
    #[serde(default)]
    pub fine_with: Vec<Phrase>,
    /// They are right where one of these stands in the next sentence.
    #[serde(default)]
    pub fine_before: Vec<Phrase>,
}

impl Harms {
    /// Adds a service's own list to the built-in one. `with_ways_out` is whether what it
    /// calls fine is fine as well.
    pub(super) fn add(&mut self, own: Self, with_ways_out: bool) {
        self.phrases.extend(own.phrases);
        if with_ways_out {
            self.fine_in.extend(own.fine_in);
            self.fine_with.extend(own.fine_with);
            self.hedged_by.extend(own.hedged_by);
        }
    }

    /// Every phrase of it.
    pub(super) fn all(&mut self) -> impl Iterator<Item = &mut Phrase> {
        let phrases = self.phrases.iter_mut();
        let phrases = phrases.flat_map(|harm| {
            let lists = [
                &mut harm.instead_of,
                &mut harm.together_with,
                &mut harm.fine_with,
                &mut harm.fine_before,
            ];
            lists.into_iter().flatten()
        });
        let fine = [&mut self.fine_in, &mut self.fine_with, &mut self.hedged_by];
        phrases.chain(fine.into_iter().flatten())
    }
}

impl Sets {
    /// Adds a service's own sets to the built-in ones, and its words to sets of the same name.
    pub(super) fn add(&mut self, own: Self) {
        for (name, words) in own.sets {
            self.sets.entry(name).or_default().extend(words);
        }
    }

    /// Puts the words of a set in the place of its name; what is wrong where there is none.
    pub(super) fn put_into(&self, phrase: &mut Phrase) -> Vec<Problem> {
        let mut problems = Vec::new();
        self.put_in_place(&mut phrase.pieces, &mut |name| {
            let known = self.sets.keys().map(String::as_str);
            let problem = Problem::error(format!("there is no set of words `<{name}>`"));
            let problem = problem
                .at(phrase.place)
                .maybe_help(did_you_mean(name, known));
            problems.push(problem.help("the sets are in `content/words/sets.yaml`"));
        });
        problems
    }

    fn put_in_place(&self, pieces: &mut [Piece], unknown: &mut dyn FnMut(&str)) {
        for piece in pieces {
            match piece {
                Piece::Word(_) | Piece::Gap | Piece::Start => {}
                Piece::Any(choices) | Piece::Maybe(choices) => {
                    for choice in choices {
                        self.put_in_place(choice, unknown);
                    }
                }
                Piece::Set(name) => match self.sets.get(name) {
                    Some(phrases) => {
                        let choices = phrases.iter().map(|phrase| phrase.pieces.clone());
                        *piece = Piece::Any(choices.collect());
                    }
                    None => unknown(name),
                },
            }
        }
    }

    /// Sets within sets: they are not looked into.
    pub(super) fn nested(&self) -> Vec<Problem> {
        fn names(pieces: &[Piece]) -> bool {
            pieces.iter().any(|piece| match piece {
                Piece::Set(_) => true,
                Piece::Any(choices) | Piece::Maybe(choices) => {
                    choices.iter().any(|choice| names(choice))
                }
                Piece::Word(_) | Piece::Gap | Piece::Start => false,
            })
        }
        let phrases = self.sets.values().flatten();
        let nested = phrases.filter(|phrase| names(&phrase.pieces));
        nested
            .map(|phrase| {
                Problem::error("a set of words cannot hold another set")
                    .at(phrase.place)
                    .help("write its words here, or name both sets in the phrase")
            })
            .collect()
    }
}
