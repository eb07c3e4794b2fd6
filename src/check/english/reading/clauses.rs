//! Whether a sentence means what stands in it: who denies something, asks it, or tells what
//! others say, does not say it.

use super::{Found, Phrasebook, ReadSentence, ReadWord, Reading};
use crate::read::{Framing, Phrase, WordForms};

/// What tells whether a sentence means what stands in it.
pub struct Meant<'a> {
    framing: &'a Framing,
    denies: Phrasebook<'a, bool>,
    conditions: Phrasebook<'a, bool>,
    questions: Phrasebook<'a, bool>,
    others_say: Phrasebook<'a, bool>,
    rejected_after: Phrasebook<'a, bool>,
    rejected_next: Phrasebook<'a, bool>,
    agrees: Phrasebook<'a, bool>,
}

/// A condition is about words that stand no further behind it: in `if you come you will be
/// cured` the second half is none.
const OF_A_CONDITION: usize = 6;

/// So many sentences after a mistaken belief may agree with it.
const AFTERWARDS: usize = 2;

impl<'a> Meant<'a> {
    /// From these lists.
    pub fn of(framing: &'a Framing, forms: &'a WordForms) -> Self {
        let book = |phrases: &'a [Phrase]| {
            Phrasebook::of(phrases.iter().map(|phrase| (phrase, true)), forms)
        };
        let denies = framing.denies.iter().map(|phrase| (phrase, true));
        let no_denial = framing.no_denial.iter().map(|phrase| (phrase, false));
        Self {
            framing,
            denies: Phrasebook::of(denies.chain(no_denial), forms),
            conditions: book(&framing.conditions),
            questions: book(&framing.open_questions),
            others_say: book(&framing.others_say),
            rejected_after: book(&framing.rejected_after),
            rejected_next: book(&framing.rejected_next),
            agrees: book(&framing.agrees),
        }
    }

    /// Whether words of a sentence are denied in their own clause, or by the subject of the
    /// sentence, or afterwards.
    pub fn is_denied<T>(&self, found: &Found<T>) -> bool {
        let (words, start) = (&found.within.words, found.words.start);
        let clause = self.clause_start(words, start);
        let denies = |words: &[ReadWord]| {
            let seen = self.denies.seen_in(words).into_iter();
            { seen }.any(|seen| seen.about && !is_of_somebody(words, seen.words.end))
        };
        let by_subject = words.first().is_some_and(|first| {
            let but = words[..start].iter().any(|word| word.text == "but");
            start > 0 && self.framing.denies_as_subject.contains(&first.text) && !but
        });
        denies(&words[clause..start])
            || (by_subject && denies(&words[..start.min(2)]))
            || self.rejected_after.is_in(&words[found.words.end..])
    }

    /// Whether words stand under a condition: `if this will cure you`.
    pub fn is_condition<T>(&self, found: &Found<T>) -> bool {
        let (words, start) = (&found.within.words, found.words.start);
        let near = &words[start.saturating_sub(OF_A_CONDITION)..start];
        self.conditions.seen_in(near).iter().any(|seen| {
            // Who or what it is about comes first; another one begins what follows from it.
            let after = &near[seen.words.end..];
            let is_subject = |word: &&ReadWord| self.framing.subjects.contains(&word.text);
            let verbs = after.iter().skip_while(is_subject);
            let anew = verbs.chain(&words[start..=start]).skip(1);
            let mut rest = after.iter().skip(1);
            rest.all(|word| word.mark.is_none())
                && !(after.len() > 1 && { anew }.any(|word| is_subject(&word)))
        })
    }

    /// Whether the next sentence rejects what a sentence says: `Some clinics charge for a
    /// missed visit. We do not.`
    pub fn is_rejected_next<T>(&self, reading: &Reading, found: &Found<T>) -> bool {
        let next = reading.sentences.get(found.sentence + 1);
        next.is_some_and(|next| {
            let mut seen = self.rejected_next.seen_in(&next.words).into_iter();
            seen.any(|seen| {
                let after = next.words.get(seen.words.end);
                seen.words.start == 0 && after.is_none_or(|word| word.mark.is_some())
            })
        })
    }

    /// Whether a sentence asks, and leaves the answer open.
    pub fn is_open_question(&self, sentence: &ReadSentence) -> bool {
        let first = &sentence.words[..sentence.words.len().min(2)];
        let asks = sentence.written.trim_end_matches(['”', '’', '"', ')']);
        asks.ends_with('?')
            && self
                .questions
                .seen_in(first)
                .first()
                .is_some_and(|seen| seen.words.start == 0)
    }

    /// Whether words are what others say, think or fear.
    pub fn is_what_others_say<T>(&self, found: &Found<T>) -> bool {
        self.end_of_others(found).is_some()
    }

    /// The number of the word from which the sentence speaks on its own behalf, or tells what
    /// others say: what makes less of words before that does not make less of these.
    pub fn own_start<T>(&self, found: &Found<T>) -> usize {
        let clause = self.clause_start(&found.within.words, found.words.start);
        self.end_of_others(found)
            .map_or(clause, |end| end.max(clause))
    }

    /// Where a phrase ends by which these words are what others say.
    fn end_of_others<T>(&self, found: &Found<T>) -> Option<usize> {
        let (words, start) = (&found.within.words, found.words.start);
        // Somebody else says no more where the text itself begins to speak.
        let is_own = |word: &ReadWord| {
            let own = ["you", "we", "but", "so", "then", "please"];
            word.mark.is_some() && own.contains(&word.text.as_str())
        };
        let seen = self.others_say.seen_in(words).into_iter();
        let seen = seen.filter(|seen| {
            let between = words.get(seen.words.end..=start).unwrap_or_default();
            seen.words.start < start && !between.iter().any(is_own)
        });
        { seen }.next_back().map(|seen| seen.words.end.min(start))
    }

    /// The same, where the text goes on afterwards and does not agree.
    pub fn is_corrected<T>(&self, reading: &Reading, found: &Found<T>) -> bool {
        if !self.is_what_others_say(found) {
            return false;
        }
        let rest = &found.within.words[found.words.end..];
        let next = reading.sentences[found.sentence + 1..].iter();
        let next: Vec<&ReadSentence> = next.take(AFTERWARDS).collect();
        let agrees = |words: &[ReadWord]| {
            let denied = |at: usize| self.denies.is_in(&words[..at]);
            let mut seen = self.agrees.seen_in(words).into_iter();
            seen.any(|seen| !denied(seen.words.end))
        };
        let goes_on = !rest.is_empty() || !next.is_empty();
        goes_on && !agrees(rest) && !next.iter().any(|sentence| agrees(&sentence.words))
    }

    /// The number of the word at which the clause of a word begins.
    pub fn clause_start(&self, words: &[ReadWord], at: usize) -> usize {
        let is_subject = |at: usize| {
            let word = words.get(at);
            // `Nobody says that it cures, and that it is safe` goes on denying.
            let goes_on = |word: &ReadWord| word.text == "that" && word.mark.is_none();
            word.is_some_and(|word| self.framing.subjects.contains(&word.text) && !goes_on(word))
        };
        let begins = |at: &usize| {
            let word = &words[*at];
            match word.mark {
                Some(',') if is_subject(*at) || self.is_condition_before(words, *at) => true,
                Some(',') | None => {
                    self.framing.clause_words.contains(&word.text)
                        || (JOINING.contains(&word.text.as_str()) && is_subject(*at + 1))
                }
                Some(_) => true,
            }
        };
        (1..=at).rev().find(begins).unwrap_or(0)
    }

    /// Whether the stretch before a comma is a condition.
    fn is_condition_before(&self, words: &[ReadWord], comma: usize) -> bool {
        let start = (0..comma).rev().find(|at| words[*at].mark.is_some());
        let first = &words[start.unwrap_or(0)].text;
        self.framing.clause_words.contains(first)
    }
}

/// Words that join clauses.
const JOINING: [&str; 3] = ["and", "or", "so"];

/// What a verb of its own begins with.
const VERBS: [&str; 12] = [
    "am", "are", "is", "was", "were", "have", "has", "had", "will", "can", "should", "may",
];

/// Whether a denial is told of somebody, who then does something else: `people who do not
/// improve are not trying`. `end` is where it ends.
fn is_of_somebody(words: &[ReadWord], end: usize) -> bool {
    let near = &words[end.saturating_sub(4)..end];
    let after = &words[end..];
    let is_verb = |word: &ReadWord| VERBS.contains(&word.text.as_str());
    near.iter().any(|word| word.text == "who") && after.iter().skip(1).any(is_verb)
}
