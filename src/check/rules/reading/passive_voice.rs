use crate::check::english::{Word, sentences_of, words_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::tailor::PrintedText;

/// Who does what, in that order.
pub static PASSIVE_VOICE: Rule = Rule {
    id: RuleId::PassiveVoice,
    severity: Severity::Note,
    asks: "A sentence says first who does something. Found are `is … by`, and `you will be contacted` and a few like it.",
    why: "A reader wants to know who rings whom. `You will be contacted` leaves open who does it and what they have to do themselves.",
    before: "You will be contacted after your visit.",
    after: "We will phone you after your visit.",
    source: "NHS service manual: active voice",
    always: false,
    check: Some(Check::Words(check)),
};

const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "am"];

/// What may stand between the two parts of a passive, besides words in -ly.
const BETWEEN: &str = "not also often always only then now never first soon all both";

/// What may stand between a participle and "by".
const AFTER: &[&str] = &["after", "up", "out", "down", "over", "on"];

const IRREGULAR: &str = "seen given taken made run led held written shown told sent kept paid chosen found \
    done brought set built taught drawn spoken understood met read driven";

/// Words in -ed that say how somebody is.
const NOT_DONE: &str = "tired worried interested pleased scared concerned exhausted overwhelmed bored \
    annoyed surprised frightened limited surrounded followed accompanied need indeed \
    hundred married located";

/// After "by", what names a way, a time or a place, and nobody who acts.
const NO_ACTOR: &str = "phone post email text video letter car bus train taxi mail law hand yourself then \
    now day night mistake monday tuesday wednesday thursday friday saturday sunday \
    january february march april may june july august september october november \
    december midday default end time window door river sea way week hour";

/// Participles that make an office speak, each with a livelier way to say it. They
/// count without "by" as well.
const OFFICE: &[(&str, &str)] = &[
    ("contacted", "we will phone you, or write to you"),
    ("informed", "we will tell you"),
    ("notified", "we will tell you"),
    ("advised", "we suggest that you …"),
    ("requested", "please …"),
    ("discussed", "we will talk about …"),
];

/// The same, but only where it is done to the reader.
const DONE_TO_YOU: &[(&str, &str)] = &[
    ("seen", "you will see …"),
    ("asked", "we will ask you"),
    ("sent", "we will send you …"),
    ("given", "we will give you …"),
    ("told", "we will tell you"),
    ("assessed", "we will look at … with you"),
];

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let texts = super::english_prose(subject);
    texts.flat_map(|text| passives(rule, text)).collect()
}

fn passives(rule: &Rule, text: &PrintedText) -> Vec<Problem> {
    let plain = text.written();
    let mut problems = Vec::new();
    for sentence in sentences_of(&plain) {
        let words = words_of(sentence.words);
        for first in 0..words.len() {
            if let Some(found) = passive_at(&words, first) {
                let shown = &sentence.words[words[first].start..words[found.last].end];
                problems.push(
                    rule.finding(format!("`{shown}` is passive: it {}", found.lacks))
                        .at(text.place)
                        .on_words(&plain, sentence.start + words[first].start, shown)
                        .help(found.better),
                );
            }
        }
    }
    problems
}

struct Passive {
    /// The number of its last word.
    last: usize,
    lacks: &'static str,
    better: String,
}

/// The passive whose form of "be" is this word.
fn passive_at(words: &[Word], first: usize) -> Option<Passive> {
    let text = |number: usize| words.get(number).map(|word| word.text.as_str());
    if !BE.contains(&text(first)?) {
        return None;
    }
    let between = |word: &str| is_among(BETWEEN, word) || word.ends_with("ly");
    let mut participle = first + 1;
    while between(text(participle)?) {
        participle += 1;
    }
    let done = text(participle)?;
    if !is_participle(done) {
        return None;
    }
    let mut by = participle + 1;
    if text(by).is_some_and(|word| AFTER.contains(&word)) {
        by += 1;
    }
    if text(by) == Some("by") && is_actor(&words[by + 1..]) {
        return Some(Passive {
            last: by,
            lacks: "says last who does it",
            better: "say first who does it, as in `a nurse will see you`".to_owned(),
        });
    }
    let to_you = (first.saturating_sub(3)..first).any(|number| text(number) == Some("you"));
    let of_you = DONE_TO_YOU.iter().filter(|_| to_you);
    let mut known = OFFICE.iter().chain(of_you);
    let (_, better) = known.find(|(participle, _)| *participle == done)?;
    Some(Passive {
        last: participle,
        lacks: "does not say who does it",
        better: format!("say who does it, as in `{better}`"),
    })
}

/// Whether a word is in a list: words with a blank between them.
fn is_among(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

fn is_participle(word: &str) -> bool {
    let regular = word.len() > "need".len() && word.ends_with("ed") && !is_among(NOT_DONE, word);
    regular || is_among(IRREGULAR, word)
}

/// Whether the words after "by" can name somebody who acts.
fn is_actor(words: &[Word]) -> bool {
    let mut words = words.iter().map(|word| word.text.as_str());
    let is_article = |word: &&str| matches!(*word, "the" | "a" | "an");
    let Some(word) = words.find(|word| !is_article(word)) else {
        return false;
    };
    let is_moment = word.starts_with(|first: char| first.is_ascii_digit());
    // "by moving": a way to do it.
    !is_among(NO_ACTOR, word) && !is_moment && !word.ends_with("ing")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::Story;

    #[test]
    fn whoever_acts_comes_first() {
        let story = Story::saying(
            "Our groups are usually led by people who live with pain.\n\nYou will be contacted after your visit.\n\nYou may be asked to fill in a form.",
        );
        insta::assert_snapshot!(story.says("LW052"), @"
        note[LW052 passive-voice]: `are usually led by` is passive: it says last who does it
           ┌─ content/guides/story/en-GB.yaml:17:22
           │
        17 │           Our groups are usually led by people who live with pain.
           │                      ^^^^^^^^^^^^^^^^^^
           │
           = help: say first who does it, as in `a nurse will see you`

        note[LW052 passive-voice]: `be contacted` is passive: it does not say who does it
           ┌─ content/guides/story/en-GB.yaml:19:20
           │
        19 │           You will be contacted after your visit.
           │                    ^^^^^^^^^^^^
           │
           = help: say who does it, as in `we will phone you, or write to you`

        note[LW052 passive-voice]: `be asked` is passive: it does not say who does it
           ┌─ content/guides/story/en-GB.yaml:21:19
           │
        21 │           You may be asked to fill in a form.
           │                   ^^^^^^^^
           │
           = help: say who does it, as in `we will ask you`
        ");
    }

    #[test]
    fn a_way_a_time_or_a_feeling_is_no_passive() {
        for text in [
            "Your letter is sent by post.",
            "Many people are tired by then, and some are worried by pain.",
            "The form is needed by Friday, and it can be eased by moving.",
            "You are invited to meet us, and some may not be offered near you.",
            "They are called peers. The room is red, and the bed is by the window.",
            "The yoga class is made for people with back pain.",
            "Pain can be seen in many ways.",
        ] {
            assert_eq!(Story::saying(text).says("LW052"), "", "{text}");
        }
    }

    #[test]
    fn no_word_is_in_two_tables() {
        for word in IRREGULAR.split(' ') {
            assert!(!is_among(NOT_DONE, word), "{word}");
        }
        for (word, _) in OFFICE.iter().chain(DONE_TO_YOU) {
            assert!(is_participle(word), "{word}");
        }
    }
}
