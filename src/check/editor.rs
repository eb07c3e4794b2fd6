//! What an editor would not print: looks for the phrases of a list where the text means
//! them.

use super::english::reading::{Found, Meant, Phrasebook, Reading};
use super::{Rule, Subject};
use crate::diagnostics::Problem;
use crate::read::{Harm, Harms, Phrase};
use crate::tailor::{PrintedText, Role};

/// Where words of a list are right after all, besides in quotations and names.
#[derive(Debug, Clone, Copy, Default)]
pub struct Right {
    /// Where they are denied: `this will not cure you`.
    pub denied: bool,
    /// Under a condition: `if this cures you`.
    pub under_condition: bool,
    /// In a question that leaves the answer open: `will it cure me?`
    pub asked: bool,
    /// Where others say, think or fear it.
    pub said_by_others: Others,
    /// Not in a quotation either: it does harm whoever says it.
    pub never_quoted: bool,
}

/// Where others say, think or fear something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Others {
    /// It makes no difference.
    #[default]
    Same,
    /// It is right where the text goes on afterwards, and does not agree.
    Corrected,
    /// It is right.
    Right,
}

impl Right {
    /// What counts only where the text itself says it.
    pub const WHERE_NOT_MEANT: Self = Self {
        denied: true,
        under_condition: true,
        asked: true,
        said_by_others: Others::Corrected,
        never_quoted: false,
    };
    /// What counts wherever it stands.
    pub const NOWHERE: Self = Self {
        denied: false,
        under_condition: false,
        asked: false,
        said_by_others: Others::Same,
        never_quoted: false,
    };
}

/// Finds phrases of a list in texts.
pub struct Editor<'a> {
    meant: Meant<'a>,
    /// Phrases by the number of what they do; what is fine has none.
    book: Phrasebook<'a, Option<usize>>,
    known: Vec<Known<'a>>,
    fine_with: Phrasebook<'a, ()>,
    hedged_by: Phrasebook<'a, ()>,
    subject: &'a Subject<'a>,
    right: Right,
}

/// A harm, and what it depends on.
struct Known<'a> {
    harm: &'a Harm,
    together_with: Phrasebook<'a, ()>,
    fine_with: Phrasebook<'a, ()>,
    fine_before: Phrasebook<'a, ()>,
}

impl<'a> Editor<'a> {
    /// Looks for this list.
    pub fn of(subject: &'a Subject, list: &'a Harms, right: Right) -> Self {
        let forms = &subject.words.forms;
        let book = |phrases: &'a [Phrase]| {
            Phrasebook::of(phrases.iter().map(|phrase| (phrase, ())), forms)
        };
        let known = list.phrases.iter().map(|harm| Known {
            harm,
            together_with: book(&harm.together_with),
            fine_with: book(&harm.fine_with),
            fine_before: book(&harm.fine_before),
        });
        let said = list.phrases.iter().enumerate().flat_map(|(number, harm)| {
            let phrases = harm.instead_of.iter();
            phrases.map(move |phrase| (phrase, Some(number)))
        });
        let fine = list.fine_in.iter().map(|phrase| (phrase, None));
        Self {
            meant: Meant::of(&subject.words.framing, forms),
            book: Phrasebook::of(fine.chain(said), forms),
            known: known.collect(),
            fine_with: book(&list.fine_with),
            hedged_by: book(&list.hedged_by),
            subject,
            right,
        }
    }

    /// What the author's and the service's own texts say that breaks a rule, where they are
    /// English.
    pub fn found(&self, rule: &Rule) -> Vec<Problem> {
        self.found_in(rule, |_| true)
    }

    /// The same, of those that are looked at.
    pub fn found_in(&self, rule: &Rule, looks_at: impl Fn(Role) -> bool) -> Vec<Problem> {
        let texts = self.subject.own_texts();
        let texts = texts.filter(|text| self.subject.is_english() && looks_at(text.role));
        texts.flat_map(|text| self.findings(rule, text)).collect()
    }

    /// What a text says that breaks a rule.
    pub fn findings(&self, rule: &Rule, text: &PrintedText) -> Vec<Problem> {
        // Of the same length, letter by letter: only what is somebody else's is left out.
        let (plain, written) = (self.subject.without_answers(text), text.plain());
        let reading = Reading::of(&plain);
        let found = self.book.found_in(&reading).into_iter();
        let harmful = found.filter_map(|found| {
            let known = &self.known[found.about?];
            let is_meant = !self.is_right(&reading, &found) && known.does_harm(&reading, &found);
            is_meant.then(|| (known.with_what_it_is_about(found), known.harm))
        });
        harmful
            .map(|(found, harm)| {
                let place = found.place();
                let words = written.get(place.clone()).unwrap_or(&plain[place.clone()]);
                rule.finding(format!("`{words}` {}", harm.problem.value))
                    .at(text.place)
                    .on_words(&written, place.start, words)
                    .help(harm.say.value.as_str())
                    .maybe_help(how_it_is_meant(rule, text, Some(words)))
            })
            .collect()
    }

    /// Whether words of the list are right here.
    fn is_right<T>(&self, reading: &Reading, found: &Found<T>) -> bool {
        let (sentence, right) = (found.within, self.right);
        let words = &sentence.words;
        let own_start = self.meant.own_start(found);
        (!right.never_quoted && reading.is_quoted(found.place().start))
            || found.is_name()
            || self.fine_with.is_in(&words[found.segment()])
            || self.hedged_by.is_in(&words[own_start..found.words.start])
            || (right.denied && self.meant.is_denied(found))
            || self.meant.is_rejected_next(reading, found)
            || (right.under_condition && self.meant.is_condition(found))
            || (right.asked && self.meant.is_open_question(sentence))
            || match right.said_by_others {
                Others::Same => false,
                Others::Corrected => self.meant.is_corrected(reading, found),
                Others::Right => self.meant.is_what_others_say(found),
            }
    }
}

impl Known<'_> {
    /// Whether what it depends on is there.
    fn does_harm<T>(&self, reading: &Reading, found: &Found<T>) -> bool {
        let words = &found.within.words;
        let before = reading.sentences[..found.sentence].last();
        let next = reading.sentences.get(found.sentence + 1);
        let together = || {
            let book = &self.together_with;
            self.harm.together_with.is_empty()
                || book.is_in(words)
                || before.is_some_and(|before| book.is_in(&before.words))
        };
        let fine = self.fine_with.is_in(&words[found.segment()])
            || next.is_some_and(|next| self.fine_before.is_in(&next.words));
        together() && !fine
    }

    /// The words up to what they are about: `stop` up to `tablets`.
    fn with_what_it_is_about<'r, 't, T>(&self, found: Found<'r, 't, T>) -> Found<'r, 't, T> {
        let words = &found.within.words[found.words.clone()];
        let rest = &found.within.words[found.words.end..];
        let until = rest.iter().position(|word| word.mark.is_some());
        let rest = &rest[..until.unwrap_or(rest.len())];
        let about = self.together_with.seen_in(rest);
        let end = match about.first() {
            Some(seen) if !self.together_with.is_in(words) => found.words.end + seen.words.end,
            _ => found.words.end,
        };
        Found {
            words: found.words.start..end,
            ..found
        }
    }
}

/// How to say that words are right where they stand; nothing for a rule that nobody may
/// silence.
pub fn how_it_is_meant(rule: &Rule, text: &PrintedText, words: Option<&str>) -> Option<String> {
    let code = rule.code();
    let section = text.section.as_ref();
    let section = section.map_or(String::new(), |id| format!("section: {id}, "));
    let words = words.map_or(String::new(), |words| format!("words: {words}, "));
    rule.can_be_silenced().then(|| {
        format!(
            "if it is right here, add under `except:` in the guide, or in your changes to it: `- {{rule: {code}, {section}{words}reason: \"…\"}}`"
        )
    })
}
