//! How a sentence says something without meaning it.

use serde::Deserialize;

use super::list::WordList;
use super::phrase::Phrase;

/// Words that tell whether a sentence means what stands in it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Framing {
    /// What denies what follows in the same clause.
    pub denies: Vec<Phrase>,
    /// First words that deny a whole sentence.
    pub denies_as_subject: WordList,
    /// No denial, though it begins as one.
    pub no_denial: Vec<Phrase>,
    /// Words that begin a clause of their own.
    pub clause_words: WordList,
    /// Who or what a new clause begins with.
    pub subjects: WordList,
    /// What makes a condition of the clause it begins.
    pub conditions: Vec<Phrase>,
    /// How a question begins that leaves the answer open.
    pub open_questions: Vec<Phrase>,
    /// That somebody says, thinks or fears it.
    pub others_say: Vec<Phrase>,
    /// What rejects it afterwards.
    pub rejected_after: Vec<Phrase>,
    /// What the next sentence says, and no more, where it rejects what stood before.
    pub rejected_next: Vec<Phrase>,
    /// That a mistaken belief is right after all.
    pub agrees: Vec<Phrase>,
    /// What denies in a way that ties a knot where three stand in one sentence.
    pub knotting: Vec<Phrase>,
}

impl Framing {
    /// Every phrase of it.
    pub(super) fn all(&mut self) -> impl Iterator<Item = &mut Phrase> {
        let lists = [
            &mut self.denies,
            &mut self.no_denial,
            &mut self.conditions,
            &mut self.open_questions,
            &mut self.others_say,
            &mut self.rejected_after,
            &mut self.rejected_next,
            &mut self.agrees,
            &mut self.knotting,
        ];
        lists.into_iter().flatten()
    }
}
