use crate::check::english::{Word, sentences_of, words_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::SentenceWords;
use crate::tailor::PrintedText;

/// Who does what, in that order.
pub static RULE: Rule = Rule {
    id: RuleId::PassiveVoice,
    severity: Severity::Note,
    asks: "A sentence says first who does something. Found are `is … by`, and `you will be contacted` and a few like it.",
    why: "A reader wants to know who rings whom. `You will be contacted` leaves open who does it and what they have to do themselves.",
    before: "You will be contacted after your visit.",
    after: "We will phone you after your visit.",
    source: "NHS service manual: active voice",
    check: Some(Check::Words(check)),
};

const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "am"];

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let texts = super::english_prose(subject);
    let known = &subject.words.sentences;
    texts.flat_map(|text| passives(rule, text, known)).collect()
}

fn passives(rule: &Rule, text: &PrintedText, known: &SentenceWords) -> Vec<Problem> {
    let plain = text.written();
    let mut problems = Vec::new();
    for sentence in sentences_of(&plain) {
        let words = words_of(sentence.words);
        for first in 0..words.len() {
            if let Some(found) = passive_at(&words, first, known) {
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
fn passive_at(words: &[Word], first: usize, known: &SentenceWords) -> Option<Passive> {
    let text = |number: usize| words.get(number).map(|word| word.text.as_str());
    if !BE.contains(&text(first)?) {
        return None;
    }
    let between = |word: &str| known.between.contains(word) || word.ends_with("ly");
    let mut participle = first + 1;
    while between(text(participle)?) {
        participle += 1;
    }
    let done = text(participle)?;
    if !is_participle(done, known) {
        return None;
    }
    let mut by = participle + 1;
    if text(by).is_some_and(|word| known.before_by.contains(word)) {
        by += 1;
    }
    if text(by) == Some("by") && is_actor(&words[by + 1..], known) {
        return Some(Passive {
            last: by,
            lacks: "says last who does it",
            better: "say first who does it, as in `a nurse will see you`".to_owned(),
        });
    }
    let to_you = (first.saturating_sub(3)..first).any(|number| text(number) == Some("you"));
    let of_you = known.done_to_you.iter().filter(|_| to_you);
    let mut written = known.office.iter().chain(of_you);
    let better = written.find(|written| written.participle.value == done)?;
    Some(Passive {
        last: participle,
        lacks: "does not say who does it",
        better: format!("say who does it, as in `{}`", better.say.value),
    })
}

fn is_participle(word: &str, known: &SentenceWords) -> bool {
    let regular =
        word.len() > "need".len() && word.ends_with("ed") && !known.not_done.contains(word);
    regular || known.irregular.contains(word)
}

/// Whether the words after "by" can name somebody who acts.
fn is_actor(words: &[Word], known: &SentenceWords) -> bool {
    let mut words = words.iter().map(|word| word.text.as_str());
    let is_article = |word: &&str| matches!(*word, "the" | "a" | "an");
    let Some(word) = words.find(|word| !is_article(word)) else {
        return false;
    };
    let is_moment = word.starts_with(|first: char| first.is_ascii_digit());
    // "by moving": a way to do it.
    !known.no_actor.contains(word) && !is_moment && !word.ends_with("ing")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::Story;
    use crate::read::WordLists;

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
        let known = WordLists::built_in().sentences;
        for word in &known.irregular {
            assert!(!known.not_done.contains(word), "{word}");
        }
        for written in known.office.iter().chain(&known.done_to_you) {
            let word = &written.participle.value;
            assert!(is_participle(word, &known), "{word}");
        }
    }
}
