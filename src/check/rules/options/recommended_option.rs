use std::ops::Range;

use crate::check::english::{Sentence, overlap, places_of, sentences_of, words_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{OptionWords, WordList};
use crate::tailor::{PrintedText, Role};

/// No option is pushed.
pub static RULE: Rule = Rule {
    id: RuleId::RecommendedOption,
    severity: Severity::Warning,
    asks: "No option is called recommended, best, a favourite or what most people choose, and none has a star or a tick of its own.",
    why: "The choice is the reader's. One word of praise undoes six parts of equal detail.",
    before: "Walking (recommended)",
    after: "Walking",
    source: "our own, from what IPDASi v4 asks of balance",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if subject.options_place().is_none() {
        return Vec::new();
    }
    let known = &subject.words.options;
    let texts = subject.own_texts();
    texts
        .flat_map(|text| {
            let written = text.written();
            let mut found = Vec::new();
            if subject.is_english() {
                found = praise(text.role, &written, known);
            }
            if is_of_option(text.role) {
                found.extend(signs(&written, &known.praise_signs));
            }
            let findings = found.into_iter();
            let findings = findings.map(|place| finding(rule, text, &written, place));
            findings.collect::<Vec<_>>()
        })
        .collect()
}

fn finding(rule: &Rule, text: &PrintedText, written: &str, place: Range<usize>) -> Problem {
    let words = &written[place.clone()];
    rule.finding(format!("`{words}` pushes readers towards one option"))
        .at(text.place)
        .on_words(written, place.start, words)
        .help("take it out, or say whom it may suit: `for people who like company`")
}

pub(super) fn is_of_option(role: Role) -> bool {
    matches!(
        role,
        Role::OptionName(_) | Role::OptionSummary(_) | Role::OptionPart(..)
    )
}

fn praise(role: Role, written: &str, known: &OptionWords) -> Vec<Range<usize>> {
    let more = match role {
        Role::OptionName(_) | Role::OptionSummary(_) => Some(&known.praise_in_name),
        Role::OptionPart(..) => Some(&known.praise_in_parts),
        _ => None,
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for Sentence { words, start } in sentences_of(written) {
        let each = words_of(words);
        let denied = each.iter().any(|word| known.no_praise.contains(&word.text));
        if denied || words.ends_with('?') {
            continue;
        }
        let phrases = known.praise.iter().chain(more.into_iter().flatten());
        let places = phrases.flat_map(|phrase| places_of(phrase, words));
        let pushed = |place: &Range<usize>| {
            !is_said_to_be_theirs(&words[..place.start]) && !is_readers_own(&words[place.end..])
        };
        for place in places.filter(pushed) {
            let place = start + place.start..start + place.end;
            if !found.iter().any(|other| overlap(other, &place)) {
                found.push(place);
            }
        }
    }
    found.sort_by_key(|place| place.start);
    found
}

/// "Tell us your first choice of day."
fn is_said_to_be_theirs(before: &str) -> bool {
    let before = words_of(before).into_iter().next_back();
    before.is_some_and(|word| matches!(word.text.as_str(), "your" | "my" | "their"))
}

/// The best option for you is the one that you choose.
fn is_readers_own(after: &str) -> bool {
    let after: Vec<String> = words_of(after).into_iter().map(|word| word.text).collect();
    matches!(after.as_slice(), [first, second, ..] if first == "for" && (second == "you" || second == "me"))
}

fn signs(written: &str, signs: &WordList) -> Vec<Range<usize>> {
    let found = signs.iter().flat_map(|sign| written.match_indices(sign));
    let mut places: Vec<Range<usize>> = found.map(|(at, sign)| at..at + sign.len()).collect();
    places.sort_by_key(|place| place.start);
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::options::story::booklet;
    use crate::read::WordLists;

    #[test]
    fn praise_of_one_option_is_found_wherever_it_stands() {
        let story = booklet()
            .guide("name: A knee brace", "name: A knee brace (recommended)")
            .guide("You go at your own pace", "It is most popular. You go")
            .guide(
                "people with a sore knee.",
                "people with a sore knee. Most people choose a brace.",
            );
        insta::assert_snapshot!(story.says("LW036"), @"
        warning[LW036 recommended-option]: `Most people choose` pushes readers towards one option
           ┌─ content/guides/story/en-GB.yaml:17:48
           │
        17 │           This is for people with a sore knee. Most people choose a brace. You choose what to talk about.
           │                                                ^^^^^^^^^^^^^^^^^^
           │
           = help: take it out, or say whom it may suit: `for people who like company`

        warning[LW036 recommended-option]: `most popular` pushes readers towards one option
           ┌─ content/guides/story/en-GB.yaml:27:36
           │
        27 │             what-it-is-like: It is most popular. You go and rest often.
           │                                    ^^^^^^^^^^^^
           │
           = help: take it out, or say whom it may suit: `for people who like company`

        warning[LW036 recommended-option]: `recommended` pushes readers towards one option
           ┌─ content/guides/story/en-GB.yaml:33:33
           │
        33 │             name: A knee brace (recommended)
           │                                 ^^^^^^^^^^^
           │
           = help: take it out, or say whom it may suit: `for people who like company`
        ");
    }

    #[test]
    fn praise_in_the_words_of_doctors_is_praise() {
        let story = booklet()
            .guide("You go at your own pace", "It is the first choice. You go")
            .guide(
                "people with a sore knee.",
                "people with a sore knee. A brace is the gold standard.",
            );
        let said = story.says("LW036");
        assert_eq!(said.matches("pushes readers").count(), 2, "{said}");
        assert!(
            said.contains("`first choice`") && said.contains("`gold standard`"),
            "{said}"
        );
        let story = booklet().guide(
            "You go at your own pace",
            "Tell us your first choice of day. You go",
        );
        assert_eq!(story.says("LW036"), "");
    }

    #[test]
    fn no_praise_and_other_recommendations_are_fine() {
        let story = booklet()
            .guide("You go at your own pace", "We do not recommend it over others. You go")
            .guide(
                "people with a sore knee.",
                "people with a sore knee. We recommend that you take notes. You find the best option for you.",
            );
        assert_eq!(story.says("LW036"), "");
    }

    #[test]
    fn a_sign_is_praise_without_words() {
        let known = WordLists::built_in().options.praise_signs;
        let sign = "Walking ★";
        let found: Vec<&str> = signs(sign, &known)
            .into_iter()
            .map(|place| &sign[place])
            .collect();
        assert_eq!(found, ["★"]);
        assert!(signs("Walking", &known).is_empty());
    }
}
