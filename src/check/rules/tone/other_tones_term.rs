use std::ops::Range;

use crate::check::english::reading::Reading;
use crate::check::english::{found_in, overlap, says};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::ByLanguage;
use crate::tailor::{PrintedText, Role};

use super::word_to_avoid::avoided_places;
use super::{is_in_job, is_name};

/// A text keeps to the terms of its own tone.
pub static RULE: Rule = Rule {
    id: RuleId::OtherTonesTerm,
    severity: Severity::Warning,
    asks: "No text holds another tone's term for an idea that this tone has a term of its own for. Terms that a tone says are `for-every-tone` may stand anywhere, and so may names.",
    why: "A text that writes a tone's word outright says the same in every tone, so a service that chose another way of speaking prints both.",
    before: "Ask us about talking therapy.\n\nin the tone `wellbeing`, which says `talking support`",
    after: "Ask us about {{ term.talking_support }}.",
    source: "our own, from the Q Lab and Mind practical guide, November 2019, section 2: staff and people differ in the words they accept",
    check: Some(Check::Words(check)),
};

/// What another tone says for an idea, and what this one says.
#[derive(Clone, Copy)]
struct Term<'a> {
    /// The term's key.
    key: &'a str,
    /// The other tone's id.
    tone: &'a str,
    /// What the other tone says.
    theirs: &'a str,
    /// What this tone says.
    ours: &'a str,
}

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() {
        return Vec::new();
    }
    let terms = others(subject);
    let texts = subject.own_texts();
    // What a service or a local service says of itself is not the guide's to say.
    let texts = texts.filter(|text| !matches!(text.role, Role::LocalService | Role::Practical));
    texts
        .flat_map(|text| terms_in(rule, subject, &terms, text))
        .collect()
}

/// The terms of other tones that mean what a term of this tone means.
fn others<'a>(subject: &'a Subject) -> Vec<Term<'a>> {
    let tag = &subject.publication.language.tag;
    let said = |words: &'a ByLanguage| words.get(tag).map(|text| text.value.as_str());
    let ours = || subject.tone.terms.values().filter_map(said);
    // What a tone is based on it may say.
    let others = subject.other_tones.iter();
    let others = others.filter(|tone| !subject.tone.speaks.contains(&tone.tone.value));
    let terms = others.flat_map(|tone| {
        let is_free = |key: &str| tone.for_every_tone.iter().any(|free| free.value == key);
        let terms = tone.terms.iter().filter(move |(key, _)| !is_free(key));
        terms.map(move |(key, theirs)| (tone, key, theirs))
    });
    let terms = terms.filter_map(|(tone, key, theirs)| {
        Some(Term {
            key,
            tone: &tone.tone.value,
            theirs: said(theirs)?,
            ours: said(subject.tone.terms.get(key)?)?,
        })
    });
    terms
        .filter(|term| !ours().any(|ours| says([term.theirs], ours)))
        .collect()
}

fn terms_in(rule: &Rule, subject: &Subject, terms: &[Term], text: &PrintedText) -> Vec<Problem> {
    let plain = subject.without_answers(text);
    let reading = Reading::of(&plain);
    let found = found_in(terms.iter().map(|term| (term.theirs, *term)), &plain);
    // What a tone avoids is said by the rule about that.
    let avoided = avoided_places(subject.tone, &plain);
    let is_new = |place: &Range<usize>| !avoided.iter().any(|(other, _)| overlap(other, place));
    found
        .into_iter()
        .filter(|(place, _)| {
            is_new(place) && !is_name(&reading, place) && !is_in_job(subject, &plain, place)
        })
        .map(|(place, term)| {
            let found = &plain[place.clone()];
            let tone = &subject.tone.tone.value;
            rule.finding(format!(
                "`{found}` is the word of the tone `{}`, and this speaks in `{tone}`",
                term.tone
            ))
            .at(text.place)
            .on_words(&plain, place.start, found)
            .help(format!(
                "write `{{{{ term.{} }}}}`: that is `{}` in this tone",
                term.key, term.ours
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn a_term_written_out_is_the_wrong_one_in_another_tone() {
        let text = "We offer {{ term.talking_support }}. Ask us about talking therapies.";
        insta::assert_snapshot!(Story::with_text(text).says("LW010"), @"
        warning[LW010 other-tones-term]: `talking therapies` is the word of the tone `mental-health`, and this speaks in `wellbeing`
           ┌─ content/guides/story/en-GB.yaml:16:65
           │
        16 │       - text: We offer {{ term.talking_support }}. Ask us about talking therapies.
           │                                                                 ^^^^^^^^^^^^^^^^^
           │
           = help: write `{{ term.talking_support }}`: that is `talking support` in this tone
        ");
        let other = Story::with_text("We look after your wellbeing.");
        let other = other.settings("tone: wellbeing", "tone: mental-health");
        insta::assert_snapshot!(other.says("LW010"), @"
        warning[LW010 other-tones-term]: `wellbeing` is the word of the tone `wellbeing`, and this speaks in `mental-health`
           ┌─ content/guides/story/en-GB.yaml:16:34
           │
        16 │       - text: We look after your wellbeing.
           │                                  ^^^^^^^^^
           │
           = help: write `{{ term.wellbeing }}`: that is `mental health` in this tone
        ");
    }

    #[test]
    fn every_tone_may_say_what_is_everybodys() {
        let everyday =
            Story::with_text("Depression and anxiety are common. NHS Talking Therapies can help.");
        assert_eq!(everyday.says("LW010"), "");
        let everyday =
            Story::with_text("Low mood, worry and how you feel, at the Health and Wellbeing Hub.");
        let everyday = everyday.settings("tone: wellbeing", "tone: mental-health");
        assert_eq!(everyday.says("LW010"), "");
    }

    #[test]
    fn what_is_everybodys_is_a_term() {
        let tone = "tone: plain\nname: {en-GB: Plain}\nterms: {worry: {en-GB: worry}}\nfor-every-tone: [wory]\n";
        let slip = Story::with_text("Come and see us.").file("content/tones/plain.yaml", tone);
        insta::assert_snapshot!(slip.says("LW010"), @"
        error: this tone has no term `wory`
          ┌─ content/tones/plain.yaml:4:18
          │
        4 │ for-every-tone: [wory]
          │                  ^^^^
          │
          = help: did you mean `worry`?
          = help: its terms are `worry`
        ");
    }

    #[test]
    fn a_word_that_is_avoided_is_said_once() {
        let avoided = Story::with_text("Your mental health matters.");
        assert_eq!(avoided.says("LW010"), "");
        assert!(avoided.says("LW012").contains("avoids `mental health`"));
    }
}
