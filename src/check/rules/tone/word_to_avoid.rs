use std::ops::Range;

use super::{is_in_job, is_name};
use crate::check::english::found_in;
use crate::check::english::reading::{Meant, Reading};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{Avoid, Tone};
use crate::tailor::PrintedText;

/// Words that a tone avoids, wherever they came from.
pub static RULE: Rule = Rule {
    id: RuleId::WordToAvoid,
    severity: Severity::Warning,
    asks: "No printed text holds a word that its tone avoids, in any of its forms. Quotations, proper names and the names of jobs may, and so may a mistaken belief that the text names to correct it. Some words are fine on a page for staff. Words that blame people or do not believe them are errors.",
    why: "A word can blame, frighten or shut people out. A service chooses how it speaks once, in its tone, and every page keeps to it, whoever wrote the text.",
    before: "Many people suffer from low mood.",
    after: "Many people live with low mood.",
    source: "the lists in `content/tones/` and `content/words-to-avoid.yaml`, where each word has its source",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    subject
        .own_texts()
        .flat_map(|text| avoided_in(rule, subject, text))
        .collect()
}

fn avoided_in(rule: &Rule, subject: &Subject, text: &PrintedText) -> Vec<Problem> {
    let plain = subject.without_answers(text);
    let tone = &subject.tone.tone.value;
    let words = subject.words;
    let meant = Meant::of(&words.framing, &words.forms);
    let reading = Reading::of(&plain);
    let is_meant = |place: &Range<usize>, avoid: &Avoid| {
        let found = reading.at(place);
        !found.is_some_and(|found| {
            let denied = avoid.fine_where_denied && meant.is_denied(&found);
            denied || meant.is_corrected(&reading, &found)
        })
    };
    let audience = subject.guide.audience.value;
    let found = avoided_places(subject.tone, &plain).into_iter();
    found
        .filter(|(place, avoid)| {
            let right = avoid.fine_for.iter().any(|it| it.value == audience)
                || is_in_job(subject, &plain, place)
                || is_name(&reading, place)
                || reading.is_quoted(place.start);
            !right && is_meant(place, avoid)
        })
        .map(|(place, avoid)| {
            let found = &plain[place.clone()];
            let why = &avoid.why.value;
            let problem = rule
                .finding(format!("the tone `{tone}` avoids `{found}`: {why}"))
                .at(text.place)
                .on_words(&plain, place.start, found)
                .help(format!("better: {}", avoid.say.value));
            match &avoid.severity {
                Some(level) => problem.severity(level.value.into()),
                None => problem,
            }
        })
        .collect()
}

/// Where a text holds words that a tone avoids.
pub(super) fn avoided_places<'a>(tone: &'a Tone, text: &str) -> Vec<(Range<usize>, &'a Avoid)> {
    let phrases = tone.avoid.iter().flat_map(|avoid| {
        let words = avoid.words.iter().map(move |word| (word, Some(avoid)));
        let fine = avoid.fine_in.iter().map(|phrase| (phrase, None));
        words.chain(fine)
    });
    let phrases = phrases.map(|(text, avoid)| (text.value.as_str(), avoid));
    let found = found_in(phrases, text).into_iter();
    found
        .filter_map(|(place, avoid)| Some((place, avoid?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn a_word_in_any_form_is_found_in_the_file_it_was_written_in() {
        let story = Story::leaflet(
            "  - id: who\n    heading: Who we are\n    blocks:\n      - text: We meet people who suffer.\n      - contacts: all\n",
        );
        let story = story.settings("name: Front desk", "name: Triage desk");
        insta::assert_snapshot!(story.says("LW012"), @r#"
        warning[LW012 word-to-avoid]: the tone `wellbeing` avoids `suffer`: people are more than what they live with
           ┌─ content/guides/story/en-GB.yaml:16:34
           │
        16 │       - text: We meet people who suffer.
           │                                  ^^^^^^
           │
           = help: better: people who live with it, or have it

        warning[LW012 word-to-avoid]: the tone `wellbeing` avoids `Triage`: many people do not know the word
          ┌─ service.yaml:6:16
          │
        6 │   desk: {name: Triage desk, phone: 01632 960111, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                ^^^^^^
          │
          = help: better: what happens, as in: we look at your letter and decide who you see
        "#);
    }

    #[test]
    fn words_that_blame_are_errors() {
        let story =
            Story::with_text("Three DNAs, or one more who failed to attend, and we’ll call.");
        insta::assert_snapshot!(story.says("LW012"), @"
        warning[LW012 word-to-avoid]: the tone `wellbeing` avoids `DNAs`: it blames the person, and we seldom know the reason
           ┌─ content/guides/story/en-GB.yaml:16:21
           │
        16 │       - text: Three DNAs, or one more who failed to attend, and we’ll call.
           │                     ^^^^
           │
           = help: better: could not come

        error[LW012 word-to-avoid]: the tone `wellbeing` avoids `failed to attend`: it blames the person, and we seldom know the reason
           ┌─ content/guides/story/en-GB.yaml:16:43
           │
        16 │       - text: Three DNAs, or one more who failed to attend, and we’ll call.
           │                                           ^^^^^^^^^^^^^^^^
           │
           = help: better: could not come
        ");
    }

    #[test]
    fn the_tones_own_word_comes_before_that_of_all_tones() {
        let story =
            Story::with_text("Help for the mentally ill of {{ service.name }}, and mental health.");
        insta::assert_snapshot!(story.says("LW012"), @"
        warning[LW012 word-to-avoid]: the tone `wellbeing` avoids `mentally ill`: it names an illness where this tone speaks of feelings
           ┌─ content/guides/story/en-GB.yaml:16:28
           │
        16 │       - text: Help for the mentally ill of {{ service.name }}, and mental health.
           │                            ^^^^^^^^^^^^
           │
           = help: better: low mood, worry, depression or anxiety

        warning[LW012 word-to-avoid]: the tone `wellbeing` avoids `mental health`: some staff and people find the word wellbeing easier to accept
           ┌─ content/guides/story/en-GB.yaml:16:68
           │
        16 │       - text: Help for the mentally ill of {{ service.name }}, and mental health.
           │                                                                    ^^^^^^^^^^^^^
           │
           = help: better: wellbeing, or how you feel
        ");
    }

    #[test]
    fn quotations_and_names_are_not_ours_to_change() {
        let story = Story::leaflet(
            "  - id: who\n    heading: Who we are\n    blocks:\n      - quote: {text: I suffered for years., by: A man from Harbour}\n      - text: Welcome to {{ service.name }}.\n",
        );
        let story = story
            .settings("name: Pier House", "name: Mental Health Hub")
            .settings("name: Harbour Pain Service", "name: Harbour Mental Health");
        assert_eq!(story.says("LW012"), "");
    }

    #[test]
    fn names_quotations_and_beliefs_that_are_corrected_may_hold_them() {
        for text in [
            "Ask the Community Mental Health Team.",
            "People may say “you failed”. You did not.",
            "You may have heard that joints wear and tear. Joints heal as well.",
            "You have not failed.",
            "There is a risk of side effects: about 1 in 10 people feel sick.",
        ] {
            assert_eq!(Story::saying(text).says("LW012"), "", "{text}");
        }
        for text in [
            "Ask the mental health team.",
            "Your joints show wear and tear.",
            "You may have heard that joints wear and tear. That is true.",
            "The treatment failed. You are at risk.",
        ] {
            assert_ne!(Story::saying(text).says("LW012"), "", "{text}");
        }
    }

    #[test]
    fn a_page_for_staff_may_speak_of_risk() {
        let story = Story::saying("Ask about risk. Triage is at 9am. Do not say that they suffer.");
        let said = story.clone().says("LW012");
        assert_eq!(said.matches("avoids").count(), 3, "{said}");
        let staff = story.guide("audience: patients", "audience: staff");
        let said = staff.says("LW012");
        assert_eq!(said.matches("avoids").count(), 1, "{said}");
        assert!(said.contains("`suffer`"), "{said}");
    }

    #[test]
    fn who_answers_a_crisis_line_is_called_by_its_name() {
        let story = Story::leaflet(
            "  - id: who\n    heading: Who we are\n    blocks:\n      - text: Welcome.\n      - crisis\n",
        );
        let story = story.settings("nation: england", "nation: scotland");
        assert_eq!(story.says("LW012"), "");
    }

    #[test]
    fn a_word_is_fine_where_its_own_list_says_so() {
        let story = Story::with_text(
            "Help for people who seek asylum, if a life is at risk, with benefit claims.",
        );
        assert_eq!(story.says("LW012"), "");
        let said = Story::with_text("Help if you seek it, at some risk.").says("LW012");
        assert_eq!(said.matches("avoids").count(), 2, "{said}");
    }
}
