//! What an editor would not print: looks for the phrases of a list where the text means
//! them.

use super::english::reading::{Found, Meant, Phrasebook, Reading};
use super::{Rule, Subject};
use crate::diagnostics::Problem;
use crate::read::{Harm, Harms, Phrase};
use crate::tailor::PrintedText;

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
    };
    /// What counts wherever it stands.
    pub const NOWHERE: Self = Self {
        denied: false,
        under_condition: false,
        asked: false,
        said_by_others: Others::Same,
    };
}

/// Finds phrases of a list in texts.
pub struct Editor<'a> {
    meant: Meant<'a>,
    book: Phrasebook<'a, Option<&'a Harm>>,
    fine_with: Phrasebook<'a, ()>,
    hedged_by: Phrasebook<'a, ()>,
    subject: &'a Subject<'a>,
    right: Right,
}

impl<'a> Editor<'a> {
    /// Looks for this list.
    pub fn of(subject: &'a Subject, list: &'a Harms, right: Right) -> Self {
        let words = subject.words;
        Self {
            meant: Meant::of(&words.framing, &words.forms),
            book: Phrasebook::of_harms(list, &words.forms),
            fine_with: plain_book(&list.fine_with, subject),
            hedged_by: plain_book(&list.hedged_by, subject),
            subject,
            right,
        }
    }

    /// What a text says that breaks a rule.
    pub fn findings(&self, rule: &Rule, text: &PrintedText) -> Vec<Problem> {
        let plain = self.subject.without_answers(text);
        let reading = Reading::of(&plain);
        let found = self.book.found_in(&reading);
        let harmful = found.iter().filter_map(|found| {
            let harm = found.about?;
            self.harms(&reading, found, harm).then_some((found, harm))
        });
        harmful
            .map(|(found, harm)| {
                let place = found.place();
                let words = &plain[place.clone()];
                rule.finding(format!("`{words}` {}", harm.problem.value))
                    .at(text.place)
                    .on_words(&plain, place.start, words)
                    .help(harm.say.value.as_str())
                    .maybe_help(how_it_is_meant(rule, words))
            })
            .collect()
    }

    /// Whether words do the harm here.
    fn harms(&self, reading: &Reading, found: &Found<Option<&Harm>>, harm: &Harm) -> bool {
        let (sentence, place) = (found.within, found.place());
        let words = &sentence.words;
        let here = |phrases: &[Phrase]| plain_book(phrases, self.subject).is_in(words);
        let before = reading.sentences[..found.sentence].last();
        let together = || {
            let book = plain_book(&harm.together_with, self.subject);
            harm.together_with.is_empty()
                || book.is_in(words)
                || before.is_some_and(|before| book.is_in(&before.words))
        };
        let own_start = self.meant.own_start(found);
        let right = self.right;
        let is_right = reading.is_quoted(place.start)
            || found.is_name()
            || self.fine_with.is_in(words)
            || self.hedged_by.is_in(&words[own_start..found.words.start])
            || (right.denied && self.meant.is_denied(found))
            || (right.denied && self.meant.is_rejected_next(reading, found))
            || (right.under_condition && self.meant.is_condition(found))
            || (right.asked && self.meant.is_open_question(sentence))
            || match right.said_by_others {
                Others::Same => false,
                Others::Corrected => self.meant.is_corrected(reading, found),
                Others::Right => self.meant.is_what_others_say(found),
            };
        !is_right && together() && !here(&harm.fine_with)
    }
}

/// How to say that words are right where they stand; nothing for a rule that nobody may
/// silence.
fn how_it_is_meant(rule: &Rule, words: &str) -> Option<String> {
    let code = rule.code();
    rule.can_be_silenced().then(|| {
        format!(
            "if it is right here, say why in the guide: `except: [{{rule: {code}, words: {words}, reason: …}}]`"
        )
    })
}

fn plain_book<'a>(phrases: &'a [Phrase], subject: &'a Subject) -> Phrasebook<'a, ()> {
    let phrases = phrases.iter().map(|phrase| (phrase, ()));
    Phrasebook::of(phrases, &subject.words.forms)
}
