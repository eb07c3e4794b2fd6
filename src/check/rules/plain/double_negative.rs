use std::ops::Range;

use crate::check::editor::{Editor, Right, how_it_is_meant};
use crate::check::english::overlap;
use crate::check::english::reading::{Phrasebook, ReadSentence, Reading};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::tailor::PrintedText;

/// What is so is said, and not what is not so.
pub static RULE: Rule = Rule {
    id: RuleId::DoubleNegative,
    severity: Severity::Warning,
    asks: "No sentence denies twice where it could say it once: not `not unusual`, `do not come unless`, `no reason not to`. Nor does it hold three denials.",
    why: "A reader has to turn such a sentence round to learn what is meant. Who is tired or in pain turns it round wrongly.",
    before: "It is not unusual to feel tired. Do not come unless you do not have a fever.",
    after: "It is common to feel tired. Come only if you have no fever.",
    source: "our own, as many guides to plain English advise; that three denials are a knot is a rule of thumb",
    check: Some(Check::Words(check)),
};

/// So many denials in one sentence are a knot.
const KNOT: usize = 3;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let editor = Editor::of(subject, &subject.words.double_negatives, Right::NOWHERE);
    let texts = subject.own_texts().filter(|_| subject.is_english());
    texts
        .flat_map(|text| {
            let found = editor.findings(rule, text);
            if found.is_empty() {
                knots(rule, subject, text)
            } else {
                found
            }
        })
        .collect()
}

/// Sentences that deny three times.
fn knots(rule: &Rule, subject: &Subject, text: &PrintedText) -> Vec<Problem> {
    let plain = subject.without_answers(text);
    let reading = Reading::of(&plain);
    let (words, forms) = (subject.words, &subject.words.forms);
    let denials = words.framing.knotting.iter().map(|phrase| (phrase, true));
    let no_denials = words.framing.no_denial.iter().map(|phrase| (phrase, false));
    let book = Phrasebook::of(denials.chain(no_denials), forms);
    let knotted = reading.sentences.iter().filter(|sentence| {
        let seen = book.seen_in(&sentence.words).into_iter();
        let denials: Vec<Range<usize>> = seen
            .filter(|seen| seen.about)
            .map(|seen| seen.words)
            .filter(|at| !reading.is_quoted(sentence.words[at.start].start))
            .collect();
        alone(sentence, &denials) >= KNOT
    });
    knotted
        .map(|sentence| {
            rule.finding(format!("this sentence denies {KNOT} times or more"))
                .at(text.place)
                .on_words(&plain, sentence.start, sentence.written)
                .help("say it the other way round, or in two sentences: what is so, and what to do")
                .maybe_help(how_it_is_meant(rule, text, None))
        })
        .collect()
}

/// How many denials there are, a list of them as one: `no steps, no heavy doors and no bell`.
fn alone(sentence: &ReadSentence, denials: &[Range<usize>]) -> usize {
    let again = denials.windows(2).filter(|pair| {
        let same = sentence.words[pair[0].start].text == sentence.words[pair[1].start].text;
        let between = pair[0].end..pair[1].start;
        let between = &sentence.words[between];
        let joined = between
            .iter()
            .any(|word| word.text == "and" || word.text == "or");
        let mark = sentence.words[pair[1].start].mark;
        same && (joined || mark == Some(',')) && between.len() < 5
    });
    debug_assert!(denials.windows(2).all(|pair| !overlap(&pair[0], &pair[1])));
    denials.len() - again.count()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn denials_that_meet_are_a_knot_and_a_list_of_them_is_none() {
        for text in [
            "It is not unusual to feel tired.",
            "There is no reason not to come.",
            "Nobody who has not had a scan can come, unless no scan is needed.",
        ] {
            assert_ne!(Story::saying(text).says("LW151"), "", "{text}");
        }
        for text in [
            "There are no steps, no heavy doors and no bell.",
            "You do not have to come, and nobody will ask why.",
            "That does not mean that there is nothing wrong.",
            "Say “no” if you do not want to. We do not mind.",
        ] {
            assert_eq!(Story::saying(text).says("LW151"), "", "{text}");
        }
    }
}
