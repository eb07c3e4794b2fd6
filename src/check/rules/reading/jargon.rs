use crate::check::english::{places_of, says};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{Audience, Jargon, Meaning};
use crate::tailor::PrintedText;

/// Words of the trade, said in plain words as well.
pub static RULE: Rule = Rule {
    id: RuleId::Jargon,
    severity: Severity::Note,
    asks: "A word of health services is explained where it is first used: in brackets, or with `means`, `called`, `that is`.",
    why: "People do not ask what a word means. They guess: many hear `chronic pain` as very bad pain.",
    before: "We help people with chronic pain.",
    after: "We help people with chronic pain (pain that lasts longer than 3 months).",
    source: "NHS service manual: explain acronyms but UK, NHS and GP; that `chronic` is heard as very bad is widely known; the table is our own",
    check: Some(Check::Words(check)),
};

/// So many words after it are still "right after".
const NEAR: usize = 4;

/// A use of a word of the trade: the number of the text, and the place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    text: usize,
    start: usize,
    end: usize,
}

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    // Whoever works there knows the words.
    if subject.guide.audience.value == Audience::Staff {
        return Vec::new();
    }
    let known = &subject.words.jargon;
    let texts: Vec<(&PrintedText, String)> = super::english_prose(subject)
        .map(|text| (text, text.written()))
        .collect();
    let mut found: Vec<(Use, &str)> = Vec::new();
    for Meaning { word, means } in &known.words {
        let word = word.value.as_str();
        let first = first_use(&texts, word).filter(|first| {
            // "pathway" stands in "care pathway", which has been said.
            let within = |(other, _): &(Use, &str)| {
                other.text == first.text && other.start <= first.start && first.end <= other.end
            };
            !is_explained(&texts[first.text].1, first, known) && !found.iter().any(within)
        });
        if let Some(first) = first.filter(|_| !super::avoided_by_tone(subject, word)) {
            found.push((first, &means.value));
        }
    }
    found.sort();
    found
        .into_iter()
        .map(|(first, meaning)| finding(rule, &texts[first.text], &first, meaning))
        .collect()
}

fn finding(rule: &Rule, text: &(&PrintedText, String), first: &Use, meaning: &str) -> Problem {
    let (text, plain) = text;
    let written = &plain[first.start..first.end];
    let problem = rule.finding(format!(
        "`{written}` is not explained where it is first used"
    ));
    let problem = problem.at(text.place).on_words(plain, first.start, written);
    problem.help(format!(
        "say it in plain words, or add them in brackets: {meaning}"
    ))
}

/// Where a word of the trade is used first.
fn first_use(texts: &[(&PrintedText, String)], word: &str) -> Option<Use> {
    let is_acronym = word.chars().all(char::is_uppercase);
    texts.iter().enumerate().find_map(|(text, (_, plain))| {
        let places = places_of(word, plain).into_iter();
        let mut places =
            places.filter(|place| !is_acronym || plain[place.clone()].starts_with(word));
        let place = places.next()?;
        Some(Use {
            text,
            start: place.start,
            end: place.end,
        })
    })
}

/// Whether the paragraph round a word says what it means, before it or after it.
fn is_explained(plain: &str, first: &Use, known: &Jargon) -> bool {
    let line_start = plain[..first.start].rfind('\n').map_or(0, |at| at + 1);
    let before = &plain[line_start..first.start];
    let after = plain[first.end..].lines().next().unwrap_or_default();
    let near: Vec<&str> = after.split_whitespace().take(NEAR).collect();
    let near = near.join(" ");
    let in_brackets = before.rfind('(') > before.rfind(')');
    let with_more = near.contains('(') || near.starts_with(['–', '—', ':']);
    in_brackets
        || with_more
        || says(&known.explaining, before)
        || says(&known.explaining, after)
        || says(&known.explaining_after, after)
        || says(&known.defining, &near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::Story;
    use crate::read::WordLists;

    #[test]
    fn a_word_of_the_trade_is_found_where_it_is_first_used() {
        let story = Story::saying(
            "We help people with chronic pain. Chronic pain is hard.\n\nAsk us about your care pathway.\n\nOur MDT will see you.",
        );
        insta::assert_snapshot!(story.says("LW055"), @"
        note[LW055 jargon]: `chronic` is not explained where it is first used
           ┌─ content/guides/story/en-GB.yaml:17:31
           │
        17 │           We help people with chronic pain. Chronic pain is hard.
           │                               ^^^^^^^
           │
           = help: say it in plain words, or add them in brackets: lasting a long time

        note[LW055 jargon]: `care pathway` is not explained where it is first used
           ┌─ content/guides/story/en-GB.yaml:19:29
           │
        19 │           Ask us about your care pathway.
           │                             ^^^^^^^^^^^^
           │
           = help: say it in plain words, or add them in brackets: who you see, and in what order

        note[LW055 jargon]: `MDT` is not explained where it is first used
           ┌─ content/guides/story/en-GB.yaml:21:15
           │
        21 │           Our MDT will see you.
           │               ^^^
           │
           = help: say it in plain words, or add them in brackets: a team of people with different jobs
        ");
    }

    #[test]
    fn an_explained_word_may_be_used_again() {
        for text in [
            "We help people with chronic pain (pain that lasts). Chronic pain is hard.",
            "This is a musculoskeletal team. That means a team for bones, joints and muscles.",
            "An assessment is a talk about what may help you.",
            "You meet people with different jobs. They are called a multidisciplinary team.",
            "We ask another team to see you (a referral).",
            "Pacing and self-management: what you can do yourself.",
        ] {
            assert_eq!(Story::saying(text).says("LW055"), "", "{text}");
        }
    }

    #[test]
    fn names_look_alikes_and_staff_are_left_alone() {
        let story = Story::saying("Ask {{ contact.main.name }} about it, or mdt.")
            .settings("name: Front desk", "name: Referral desk");
        assert_eq!(story.says("LW055"), "");
        let story = Story::saying("Our MDT meets on Mondays.")
            .guide("audience: patients", "audience: staff");
        assert_eq!(story.says("LW055"), "");
    }

    #[test]
    fn no_meaning_needs_an_explanation() {
        for Meaning { word, means } in WordLists::built_in().jargon.words {
            let (word, meaning) = (word.value, means.value);
            let places = places_of(&word, &meaning);
            assert!(places.is_empty(), "`{word}` is in `{meaning}`");
        }
    }
}
