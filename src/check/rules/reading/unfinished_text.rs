use super::english_wording;
use crate::check::english::places_of;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::WordList;
use crate::tailor::PrintedText;

/// Nothing is left to be filled in.
pub static RULE: Rule = Rule {
    id: RuleId::UnfinishedText,
    severity: Severity::Warning,
    asks: "No printed text holds what somebody meant to fill in: `[insert name]`, `TBC`, `XXXX`, `lorem ipsum`.",
    why: "A reader cannot fill it in, and trusts the rest of the page less.",
    before: "[insert name] will see you on TBC.",
    after: "A nurse from our team will see you on Monday.",
    source: "our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let texts = english_wording(subject);
    let stand_ins = &subject.words.unfinished_text.stand_ins;
    texts
        .flat_map(|text| unfinished(rule, text, stand_ins))
        .collect()
}

fn unfinished(rule: &Rule, text: &PrintedText, stand_ins: &WordList) -> Vec<Problem> {
    let written = text.written();
    let words = stand_ins
        .iter()
        .flat_map(|words| places_of(words, &written));
    let mut places: Vec<_> = words
        .chain(brackets(&written))
        .chain(crosses(&written))
        .collect();
    places.sort_by_key(|place| place.start);
    let problems = places.into_iter().map(|place| {
        let found = &written[place.clone()];
        rule.finding(format!("`{found}` is still to be filled in"))
            .at(text.place)
            .on_words(&written, place.start, found)
            .help("write what it stands for, or leave the sentence out")
    });
    problems.collect()
}

/// Square brackets round words: a form's way to say what goes there.
fn brackets(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let opened = text.match_indices('[');
    opened.filter_map(|(start, _)| {
        let length = text[start..].find(']')?;
        let inside = &text[start + 1..start + length];
        inside
            .contains(char::is_alphabetic)
            .then_some(start..start + length + 1)
    })
}

/// Three crosses or question marks in a row, or more.
fn crosses(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for (start, sign) in text
        .char_indices()
        .filter(|(_, sign)| matches!(sign, 'X' | 'x' | '?'))
    {
        match found.last_mut() {
            Some(run) if run.end == start && text[run.clone()].ends_with(sign) => run.end += 1,
            _ => found.push(start..start + 1),
        }
    }
    found.retain(|run| run.len() >= 3);
    found
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn what_is_to_be_filled_in_is_found() {
        let story = Story::saying(
            "[Insert name here] will see you. The day is TBC. Room XXXX. Lorem ipsum dolor.",
        );
        insta::assert_snapshot!(story.says("LW058"), @"
        warning[LW058 unfinished-text]: `[Insert name here]` is still to be filled in
           ┌─ content/guides/story/en-GB.yaml:17:11
           │
        17 │           [Insert name here] will see you. The day is TBC. Room XXXX. Lorem ipsum dolor.
           │           ^^^^^^^^^^^^^^^^^^
           │
           = help: write what it stands for, or leave the sentence out

        warning[LW058 unfinished-text]: `TBC` is still to be filled in
           ┌─ content/guides/story/en-GB.yaml:17:55
           │
        17 │           [Insert name here] will see you. The day is TBC. Room XXXX. Lorem ipsum dolor.
           │                                                       ^^^
           │
           = help: write what it stands for, or leave the sentence out

        warning[LW058 unfinished-text]: `XXXX` is still to be filled in
           ┌─ content/guides/story/en-GB.yaml:17:65
           │
        17 │           [Insert name here] will see you. The day is TBC. Room XXXX. Lorem ipsum dolor.
           │                                                                 ^^^^
           │
           = help: write what it stands for, or leave the sentence out

        warning[LW058 unfinished-text]: `Lorem ipsum` is still to be filled in
           ┌─ content/guides/story/en-GB.yaml:17:71
           │
        17 │           [Insert name here] will see you. The day is TBC. Room XXXX. Lorem ipsum dolor.
           │                                                                       ^^^^^^^^^^^
           │
           = help: write what it stands for, or leave the sentence out
        ");
    }

    #[test]
    fn finished_words_are_fine() {
        let story =
            Story::saying("Who will see you? A nurse. Kisses: xx. Max. 5 people, in room XX.");
        assert_eq!(story.says("LW058"), "");
    }
}
