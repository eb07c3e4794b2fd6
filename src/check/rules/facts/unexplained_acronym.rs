use std::collections::BTreeSet;

use super::slip;
use crate::check::english::{Token, tokens, word_at, word_before};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Acronyms;
use crate::tailor::PrintedText;

/// Initials are said in words once.
pub static RULE: Rule = Rule {
    id: RuleId::UnexplainedAcronym,
    severity: Severity::Warning,
    asks: "A word made of initials is explained once in the guide: `cognitive behavioural therapy (CBT)`, `CBT (a talking therapy)` or `CBT means …`. UK, NHS, GP, A&E and SHOUT need no explanation.",
    why: "Staff say the initials all day and no longer see them. Readers meet them for the first time, and may take them for something else.",
    before: "Your MSK team will ring you.",
    after: "Your muscle, bone and joint (MSK) team will ring you.",
    source: "NHS service manual: explain all but UK, NHS and GP. The others here are widely known",
    check: Some(Check::Words(check)),
};

/// More letters than this are a shout.
const LONGEST: usize = 6;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() {
        return Vec::new();
    }
    let known = &subject.words.acronyms;
    let texts = subject.publication.texts.iter();
    let explained: BTreeSet<String> = texts
        .flat_map(|text| explained_in(&text.plain(), known))
        .collect();
    let texts = subject.publication.texts.iter();
    let mut said = explained;
    let mut problems = Vec::new();
    for text in texts.filter(|text| slip::is_worded(text.role)) {
        for (initials, start) in initials_of(text, known) {
            // Once a guide: whoever explains the first one has explained all.
            if said.insert(initials.clone()) {
                problems.push(finding(rule, text, &initials, start));
            }
        }
    }
    problems
}

fn finding(rule: &Rule, text: &PrintedText, initials: &str, start: usize) -> Problem {
    rule.finding(format!("nothing explains `{initials}`"))
        .at(text.place)
        .on_words(&text.written(), start, initials)
        .help(format!(
            "the first time, write what it stands for with the initials after it, `… ({initials})`, or say it in plain words only"
        ))
}

/// The initials in a text, and where each starts.
fn initials_of(text: &PrintedText, known: &Acronyms) -> Vec<(String, usize)> {
    let written = text.written();
    let tokens = tokens(&written);
    let numbered = tokens.iter().enumerate();
    numbered
        .filter(|(at, _)| !is_shouted(&tokens, *at, known) && !is_texted(&tokens, *at))
        .filter_map(|(_, token)| Some((initials(token.text, known)?.to_owned(), token.start)))
        .filter(|(initials, _)| !known.known.contains(initials))
        .collect()
}

/// The initials a token is, without an ending: `GPs`, `CBT’s`.
fn initials<'a>(text: &'a str, known: &Acronyms) -> Option<&'a str> {
    let endings = ["’s", "'s", "s"];
    let mut endings = endings.iter();
    let text = endings
        .find_map(|ending| text.strip_suffix(ending))
        .unwrap_or(text);
    let letters = text.chars().filter(|letter| *letter != '&');
    let capitals = letters.clone().all(|letter| letter.is_uppercase());
    let right = capitals && (2..=LONGEST).contains(&letters.count());
    (right && !known.no_initials.contains(text)).then_some(text)
}

/// Whether a word in capitals stands beside another: `DO NOT WAIT`.
fn is_shouted(tokens: &[Token], at: usize, known: &Acronyms) -> bool {
    let capitals = |token: &Token| {
        let letters = token.text.chars().filter(|letter| letter.is_alphabetic());
        let whole = token.text.chars().all(|letter| letter.is_uppercase());
        whole && letters.count() > 1 && !known.known.contains(token.text)
    };
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let before = before.filter(|_| tokens[at].joined);
    let after = tokens.get(at + 1).filter(|after| after.joined);
    before.into_iter().chain(after).any(capitals)
}

/// Whether it is what to text to a number: `text HELLO to 85258`.
fn is_texted(tokens: &[Token], at: usize) -> bool {
    word_before(tokens, at) == "text" && word_at(&tokens[at..], 1) == "to"
}

/// The initials that a text explains.
fn explained_in(plain: &str, known: &Acronyms) -> Vec<String> {
    let tokens = tokens(plain);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(initials) = initials(token.text, known) else {
            continue;
        };
        let before = plain[..token.start].chars().last();
        let after = plain[token.end..].trim_start_matches([' ', ',', '”', '’', '\u{a0}']);
        let in_brackets = before == Some('(') && at > 0 && plain[token.end..].starts_with(')');
        let bracket = after.starts_with('(');
        let rest = tokens[at + 1..].iter().take(4);
        let rest: Vec<&str> = rest.map(|token| token.text).collect();
        let rest = rest.join(" ").to_lowercase();
        let means = known.explaining.iter().any(|words| rest.starts_with(words));
        let called = at > 0 && {
            let last = &tokens[at - 1].text.to_lowercase();
            let two: Vec<&str> = plain[..token.start]
                .split_whitespace()
                .rev()
                .take(2)
                .collect();
            last == "called" || two == ["as", "known"] || two == ["for", "short"]
        };
        if in_brackets || bracket || means || called {
            found.push(initials.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::Story;
    use crate::read::WordLists;

    #[test]
    fn initials_are_named_once_where_they_stand_first() {
        let story = Story::saying(
            "Your MSK team will ring you.\n\nThe MSK team can offer TENS or see your GP.",
        );
        insta::assert_snapshot!(story.says("LW045"), @"
        warning[LW045 unexplained-acronym]: nothing explains `MSK`
           ┌─ content/guides/story/en-GB.yaml:17:16
           │
        17 │           Your MSK team will ring you.
           │                ^^^
           │
           = help: the first time, write what it stands for with the initials after it, `… (MSK)`, or say it in plain words only

        warning[LW045 unexplained-acronym]: nothing explains `TENS`
           ┌─ content/guides/story/en-GB.yaml:19:34
           │
        19 │           The MSK team can offer TENS or see your GP.
           │                                  ^^^^
           │
           = help: the first time, write what it stands for with the initials after it, `… (TENS)`, or say it in plain words only
        ");
    }

    #[test]
    fn initials_that_are_explained_anywhere_are_fine() {
        for words in [
            "Your muscle, bone and joint (MSK) team will ring you. MSK staff are kind.",
            "Ask about MSK (muscles, bones and joints).",
            "MSK means muscles, bones and joints.",
            "This team, known as MSK, will ring you.",
        ] {
            assert_eq!(Story::saying(words).says("LW045"), "", "{words}");
        }
    }

    #[test]
    fn capitals_that_are_no_initials_are_fine() {
        let story = Story::saying(
            "DO NOT WAIT. You must NOT drive. Text HELLO to 85258, phone your GP or go to A&E. GPs know type II, COVID-19 and B12, and use a TV.",
        );
        assert_eq!(story.says("LW045"), "");
    }

    #[test]
    fn a_name_that_is_filled_in_is_the_services_own() {
        let story = Story::saying("Come to {{ service.name }}.")
            .settings("Harbour Pain Service", "Harbour MSK Service");
        assert_eq!(story.says("LW045"), "");
    }

    #[test]
    fn brackets_around_initials_explain_only_what_stands_before() {
        let known = WordLists::built_in().acronyms;
        assert_eq!(explained_in("talking therapy (CBT)", &known), ["CBT"]);
        assert!(explained_in("(CBT) is one", &known).is_empty());
        assert!(explained_in("(see CBT)", &known).is_empty());
    }
}
