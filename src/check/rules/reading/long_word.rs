use std::ops::Range;

use crate::check::english::places_of;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Better;
use crate::tailor::PrintedText;

/// Everyday words.
pub static RULE: Rule = Rule {
    id: RuleId::LongWord,
    severity: Severity::Note,
    asks: "No text uses a long or official word where there is a plain one.",
    why: "An everyday word is read at a glance by everybody. An official one makes a letter sound like an order.",
    before: "Please notify us prior to your visit if you require assistance.",
    after: "Please tell us before your visit if you need help.",
    source: "widely known: plain English word lists; the table is our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let table = subject.words.plainer_words.plainer.iter();
    let table: Vec<&Better> = table
        .filter(|entry| !super::avoided_by_tone(subject, &entry.instead_of.value))
        .collect();
    let texts = super::english_wording(subject);
    texts
        .flat_map(|text| long_ones(rule, text, &table))
        .collect()
}

fn long_ones(rule: &Rule, text: &PrintedText, table: &[&Better]) -> Vec<Problem> {
    let plain = text.written();
    let places = table.iter().flat_map(|entry| {
        let places = places_of(&entry.instead_of.value, &plain).into_iter();
        places.map(|place| (place, entry.say.value.as_str()))
    });
    let mut found: Vec<(Range<usize>, &str)> = places.collect();
    found.sort_by_key(|(place, _)| place.start);
    found
        .into_iter()
        .map(|(place, better)| {
            let written = &plain[place.clone()];
            rule.finding(format!("there is a plainer word than `{written}`"))
                .at(text.place)
                .on_words(&plain, place.start, written)
                .help(format!("better: {better}"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::Story;
    use crate::read::WordLists;

    #[test]
    fn a_plainer_word_is_offered_for_each_form() {
        let story = Story::saying(
            "Please notify us prior to your visit if you require assistance.\n\nPain was **exacerbated** by the cold.",
        );
        insta::assert_snapshot!(story.says("LW053"), @"
        note[LW053 long-word]: there is a plainer word than `notify`
           ┌─ content/guides/story/en-GB.yaml:17:18
           │
        17 │           Please notify us prior to your visit if you require assistance.
           │                  ^^^^^^
           │
           = help: better: tell

        note[LW053 long-word]: there is a plainer word than `prior to`
           ┌─ content/guides/story/en-GB.yaml:17:28
           │
        17 │           Please notify us prior to your visit if you require assistance.
           │                            ^^^^^^^^
           │
           = help: better: before

        note[LW053 long-word]: there is a plainer word than `require`
           ┌─ content/guides/story/en-GB.yaml:17:55
           │
        17 │           Please notify us prior to your visit if you require assistance.
           │                                                       ^^^^^^^
           │
           = help: better: need

        note[LW053 long-word]: there is a plainer word than `assistance`
           ┌─ content/guides/story/en-GB.yaml:17:63
           │
        17 │           Please notify us prior to your visit if you require assistance.
           │                                                               ^^^^^^^^^^
           │
           = help: better: help

        note[LW053 long-word]: there is a plainer word than `exacerbated`
           ┌─ content/guides/story/en-GB.yaml:19:22
           │
        19 │           Pain was **exacerbated** by the cold.
           │                      ^^^^^^^^^^^
           │
           = help: better: make worse
        ");
    }

    #[test]
    fn a_phrase_is_shown_where_a_line_or_bold_words_part_it() {
        let story = Story::saying("We write to you in\n**order** to help.");
        insta::assert_snapshot!(story.says("LW053"), @"
        note[LW053 long-word]: there is a plainer word than `in order to`
           ┌─ content/guides/story/en-GB.yaml:17:27
           │
        17 │           We write to you in
           │                           ^^
           │
           = help: better: to
        ");
    }

    #[test]
    fn names_and_words_that_only_look_alike_are_left_alone() {
        let story = Story::saying("This information is for residents. {{ contact.main.name }} can help you make an informed choice.")
            .settings("name: Front desk", "name: Commencement desk");
        assert_eq!(story.says("LW053"), "");
    }

    #[test]
    fn what_the_tone_avoids_is_not_said_twice() {
        let tone = include_str!("../../../../content/tones/wellbeing.yaml");
        let avoid = "avoid:\n  - {words: [prior to], say: before, why: It is stiff., source: Our style guide}\n";
        let story = Story::saying("Phone us prior to your visit.");
        assert_ne!(story.says("LW053"), "");
        let story = story.file(
            "content/tones/wellbeing.yaml",
            &tone.replace("avoid:\n", avoid),
        );
        assert_eq!(story.says("LW053"), "");
        assert_ne!(story.says("LW012"), "");
    }

    #[test]
    fn the_table_is_long_and_in_order_and_holds_nothing_twice() {
        let table = WordLists::built_in().plainer_words.plainer;
        assert!(table.len() >= 60);
        for pair in table.windows(2) {
            let [before, after] = [&pair[0], &pair[1]].map(|entry| &entry.instead_of.value);
            assert!(before < after, "{after}");
        }
        for entry in table {
            let (long, better) = (entry.instead_of.value, entry.say.value);
            let places = places_of(&long, &better);
            assert!(places.is_empty(), "`{long}` is in `{better}`");
        }
    }

    #[test]
    fn no_built_in_tone_avoids_a_word_of_the_table() {
        let table = WordLists::built_in().plainer_words.plainer;
        for tone in [
            include_str!("../../../../content/tones/wellbeing.yaml"),
            include_str!("../../../../content/tones/mental-health.yaml"),
        ] {
            let lines = tone.lines().filter(|line| line.contains("words:"));
            for line in lines {
                for entry in &table {
                    let long = &entry.instead_of.value;
                    assert!(places_of(long, line).is_empty(), "`{long}` in {line}");
                }
            }
        }
    }
}
