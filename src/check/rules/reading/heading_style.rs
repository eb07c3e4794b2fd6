use crate::check::english::{Word, words_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::HeadingWords;
use crate::tailor::{PrintedText, Role};

/// The most characters of a title (NHS service manual).
const MOST: usize = 65;

/// Headings that can be taken in at a glance.
pub static RULE: Rule = Rule {
    id: RuleId::HeadingStyle,
    severity: Severity::Note,
    asks: "A title or heading is 65 characters at most, has capitals only at its start and in names, ends without a full stop and is no question.",
    why: "People look over the headings to find their place. Short plain ones, that say what stands below, are found fastest.",
    before: "What Should I Bring To My Appointment?",
    after: "What to bring",
    source: "NHS service manual, for titles; that headings follow it is our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let is_heading = |role: Role| matches!(role, Role::Title | Role::Heading);
    let texts = super::english_wording(subject).filter(|text| is_heading(text.role));
    let known = &subject.words.headings;
    texts.flat_map(|text| breaches(rule, text, known)).collect()
}

fn breaches(rule: &Rule, text: &PrintedText, known: &HeadingWords) -> Vec<Problem> {
    let plain = text.plain();
    let what = match text.role {
        Role::Title => "title",
        _ => "heading",
    };
    let said = |message: &str, help: &str| {
        let message = format!("this {what} {message}");
        rule.finding(message).at(text.place).help(help)
    };
    let mut problems = Vec::new();
    let length = plain.chars().count();
    if length > MOST {
        let message = format!("has {length} characters");
        let help = format!("say it in {MOST} at most: what does a reader look for here?");
        problems.push(said(&message, &help));
    }
    if plain.ends_with('.') && !plain.ends_with("..") {
        problems.push(said("ends in a full stop", "take the full stop away"));
    }
    if plain.ends_with('?') {
        problems.push(said(
            "is a question",
            "say what stands below: `What to bring`, and not `What should I bring?`",
        ));
    }
    problems.extend(capitals(rule, text, what, known));
    problems
}

/// Capitals at words that are not names.
fn capitals(rule: &Rule, text: &PrintedText, what: &str, known: &HeadingWords) -> Option<Problem> {
    let plain = text.written();
    let words = words_of(&plain);
    let inner = words.iter().skip(1);
    let inner: Vec<&Word> = inner.filter(|word| !is_start(&plain, word.start)).collect();
    let has_capital = |word: &Word| {
        let mut letters = plain[word.start..word.end].chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let is_small = |word: &Word| known.small.contains(&word.text);
    let is_everyday = |word: &Word| known.everyday.contains(&word.text);
    let small = inner
        .iter()
        .find(|word| has_capital(word) && is_small(word));
    let mut large = inner.iter().filter(|word| !is_small(word));
    // "Pain Concern" is a name: only where no other word could make it one.
    let all_everyday = large
        .clone()
        .all(|word| has_capital(word) && is_everyday(word));
    let found = small.or_else(|| large.next().filter(|_| all_everyday))?;
    let written = &plain[found.start..found.end];
    Some(
        rule.finding(format!("this {what} has a capital at `{written}`"))
            .at(text.place)
            .on_words(&plain, found.start, written)
            .help("only the first word and names have one"),
    )
}

/// Whether a word begins a part of its own: "Step 1: Talk to us".
fn is_start(plain: &str, at: usize) -> bool {
    let before = plain[..at].trim_end();
    before.ends_with([':', '.', '?', '!', '–', '/', '“', '‘', '"', '('])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::Story;

    fn with(heading: &str) -> Story {
        Story::leaflet(&format!(
            "  - id: who\n    heading: \"{heading}\"\n    blocks:\n      - text: Come in.\n"
        ))
    }

    #[test]
    fn long_headings_questions_and_full_stops_are_found() {
        let story = with("What should I bring to my first appointment?").guide(
            "title: A short story",
            "title: Everything we could think of about pain and how you may feel when it lasts.",
        );
        insta::assert_snapshot!(story.says("LW054"), @r#"
        note[LW054 heading-style]: this title has 75 characters
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: Everything we could think of about pain and how you may feel when it lasts.
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: say it in 65 at most: what does a reader look for here?

        note[LW054 heading-style]: this title ends in a full stop
          ┌─ content/guides/story/en-GB.yaml:4:8
          │
        4 │ title: Everything we could think of about pain and how you may feel when it lasts.
          │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: take the full stop away

        note[LW054 heading-style]: this heading is a question
           ┌─ content/guides/story/en-GB.yaml:14:14
           │
        14 │     heading: "What should I bring to my first appointment?"
           │              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: say what stands below: `What to bring`, and not `What should I bring?`
        "#);
    }

    #[test]
    fn capitals_at_words_that_are_no_names_are_found() {
        let story = with("What Happens When you tell us")
            .guide("title: A short story", "title: Managing Pain");
        insta::assert_snapshot!(story.says("LW054"), @r#"
        note[LW054 heading-style]: this title has a capital at `Pain`
          ┌─ content/guides/story/en-GB.yaml:4:17
          │
        4 │ title: Managing Pain
          │                 ^^^^
          │
          = help: only the first word and names have one

        note[LW054 heading-style]: this heading has a capital at `When`
           ┌─ content/guides/story/en-GB.yaml:14:28
           │
        14 │     heading: "What Happens When you tell us"
           │                            ^^^^
           │
           = help: only the first word and names have one
        "#);
    }

    #[test]
    fn names_and_parts_with_a_start_of_their_own_are_fine() {
        for heading in [
            "Help from Samaritans and the Royal Pain Hospital",
            "Step 1: Talk to us",
            "Our clinic in Newcastle upon Tyne",
            "Support from Pain Concern",
            "If you see your GP or the NHS",
            "Talk to {{ contact.main.name }}",
            "Health",
        ] {
            let story = with(heading).settings("name: Front desk", "name: Help For You");
            assert_eq!(story.says("LW054"), "", "{heading}");
        }
    }

    #[test]
    fn sixty_five_characters_are_fine() {
        let heading = "Pain that lasts, what it does to you, and what we can do about it";
        assert_eq!(heading.len(), MOST);
        assert_eq!(with(heading).says("LW054"), "");
    }
}
