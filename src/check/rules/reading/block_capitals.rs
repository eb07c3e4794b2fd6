use std::ops::Range;

use crate::check::english::{Word, words_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::WordList;
use crate::tailor::{PrintedText, Role};

/// No shouting.
pub static RULE: Rule = Rule {
    id: RuleId::BlockCapitals,
    severity: Severity::Note,
    asks: "No 3 words stand in capitals one after the other, and no word of 5 letters or more does that is not explained as an acronym.",
    why: "Words in capitals have no shape: they are slow to read, and they sound as if somebody shouts.",
    before: "PLEASE BRING your glasses. DO NOT BE LATE.",
    after: "**Please bring your glasses.** Come a few minutes early.",
    source: "NHS service manual",
    check: Some(Check::Words(check)),
};

/// A row of so many words in capitals is no row of acronyms.
const ROW: usize = 3;

/// A word of so many capitals is rarely an acronym.
const LONG: usize = 5;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() {
        return Vec::new();
    }
    let names = &subject.words.acronyms.names_in_capitals;
    let texts: Vec<(&PrintedText, String)> = subject
        .own_texts()
        .map(|text| (text, text.written()))
        .collect();
    let explained = |word: &str| {
        let marks = [format!("({word})"), format!("{word} (")];
        texts
            .iter()
            .any(|(_, plain)| marks.iter().any(|mark| plain.contains(mark)))
    };
    texts
        .iter()
        .flat_map(|(text, plain)| loud(rule, text, plain, names, &explained))
        .collect()
}

fn loud(
    rule: &Rule,
    text: &PrintedText,
    plain: &str,
    names: &WordList,
    explained: &dyn Fn(&str) -> bool,
) -> Vec<Problem> {
    let words = words_of(plain);
    let is_loud = |word: &Word| is_loud(plain, word, names);
    let rows = words.chunk_by(|before, after| {
        is_loud(before) && is_loud(after) && plain[before.end..after.start] == *" "
    });
    let is_shout = |row: &[Word]| {
        let long = |word: &Word| {
            let written = &plain[word.start..word.end];
            written.chars().count() >= LONG && !explained(written)
        };
        row.iter().all(is_loud) && (row_is_long(row) || row.iter().any(long))
    };
    rows.filter(|row| is_shout(row))
        .filter_map(|row| Some(row.first()?.start..row.last()?.end))
        .map(|place| finding(rule, text, plain, place))
        .collect()
}

/// "A B C" is no shout.
fn row_is_long(row: &[Word]) -> bool {
    let real = row.iter().filter(|word| word.text.chars().count() > 1);
    row.len() >= ROW && real.count() > 1
}

fn finding(rule: &Rule, text: &PrintedText, plain: &str, place: Range<usize>) -> Problem {
    let written = &plain[place.clone()];
    rule.finding(format!("`{written}` stands in capitals"))
        .at(text.place)
        .on_words(plain, place.start, written)
        .help(match text.role {
            Role::Practical | Role::LocalService | Role::Answer => "use small letters",
            _ => "use small letters, and bold (`**…**`) where it matters most",
        })
}

/// Whether a word is written in capitals, and is no name that always is.
fn is_loud(plain: &str, word: &Word, names: &WordList) -> bool {
    let written = &plain[word.start..word.end];
    let mut letters = written.chars();
    let capitals = letters.all(|letter| letter.is_uppercase() || matches!(letter, '\'' | '’'));
    capitals && !names.contains(written)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn shouting_is_found() {
        let story = Story::saying("Please DO NOT BE late.\n\nThis is **IMPORTANT**.");
        insta::assert_snapshot!(story.says("LW057"), @"
        note[LW057 block-capitals]: `DO NOT BE` stands in capitals
           ┌─ content/guides/story/en-GB.yaml:17:18
           │
        17 │           Please DO NOT BE late.
           │                  ^^^^^^^^^
           │
           = help: use small letters, and bold (`**…**`) where it matters most

        note[LW057 block-capitals]: `IMPORTANT` stands in capitals
           ┌─ content/guides/story/en-GB.yaml:19:21
           │
        19 │           This is **IMPORTANT**.
           │                     ^^^^^^^^^
           │
           = help: use small letters, and bold (`**…**`) where it matters most
        ");
        let story =
            Story::saying("Come in.").settings("Monday to Friday, 9am to 4pm", "MONDAY to Friday");
        assert_eq!(story.says("LW057"), "", "the hours are not printed here");
    }

    #[test]
    fn hours_of_a_printed_contact_are_looked_at() {
        let story = Story::leaflet(
            "  - id: who\n    heading: Who we are\n    blocks:\n      - contacts: all\n",
        )
        .settings("Monday to Friday, 9am to 4pm", "MONDAY to Friday");
        insta::assert_snapshot!(story.says("LW057"), @r#"
        note[LW057 block-capitals]: `MONDAY` stands in capitals
          ┌─ service.yaml:6:57
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, hours: "MONDAY to Friday", checked: 2026-11-02}
          │                                                         ^^^^^^
          │
          = help: use small letters
        "#);
    }

    #[test]
    fn acronyms_and_names_are_fine() {
        for text in [
            "The NHS and your GP in the UK know about TENS (a small machine).",
            "Text SHOUT to 85258.",
            "Ask for DIALYS (a club). DIALYS meets on Mondays.",
            "An MRI, CT, ECG or MRI and CT are tests.",
            "Vitamins A B C are fine, and so am I.",
        ] {
            assert_eq!(Story::saying(text).says("LW057"), "", "{text}");
        }
    }
}
