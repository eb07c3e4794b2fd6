use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity, did_you_mean};

/// Every term that a guide may name has words in every tone.
pub static RULE: Rule = Rule {
    id: RuleId::TermWithoutEntry,
    severity: Severity::Error,
    asks: "Every `{{ term.… }}` of a guide has words in the tone and the language that are printed, and every tone has all the terms that the other tones have.",
    why: "A guide is written once and speaks in every tone. Where a tone lacks a term, a guide that uses it cannot be printed for a service that speaks in that tone.",
    before: "{{ term.lowmood }}",
    after: "{{ term.low_mood }}",
    source: "our own",
    // A term that a text names and the tone lacks is said when the text is made.
    check: Some(Check::Words(check)),
};

/// Terms of other tones that this one lacks: no guide needs them yet.
fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let ours = &subject.tone.terms;
    let mut missing: Vec<(&str, &str)> = Vec::new();
    for tone in &subject.other_tones {
        let lacking = tone.terms.keys().filter(|key| !ours.contains_key(*key));
        for key in lacking {
            if !missing.iter().any(|(known, _)| known == key) {
                missing.push((key, &tone.tone.value));
            }
        }
    }
    let known = || ours.keys().map(String::as_str);
    let findings = missing.into_iter().map(|(key, other)| {
        let tone = &subject.tone.tone;
        rule.finding(format!(
            "the tone `{}` has no term `{key}`, and `{other}` has",
            tone.value
        ))
        .severity(Severity::Warning)
        .at(tone.place)
        .maybe_help(did_you_mean(key, known()))
        .help(format!("add it under `terms`: `{key}: {{en-GB: …}}`"))
    });
    findings.collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const TONE: &str = "tone: plain
name: {en-GB: Plain}
terms:
  low_mood: {en-GB: feeling sad}
  worry: {en-GB: worry}
  how_you_feel: {en-GB: how you feel}
  feelings: {en-GB: feelings}
  wellbeing: {cy: llesiant}
  talking_suport: {en-GB: talking}
";

    #[test]
    fn a_term_the_tone_lacks_cannot_be_printed() {
        let slip = Story::with_text("Help with {{ term.lowmood }} and {{ term.joy }}.");
        insta::assert_snapshot!(slip.says("LW011"), @"
        error[LW011 term-without-entry]: the tone `wellbeing` has no term `lowmood`
           ┌─ content/guides/story/en-GB.yaml:16:25
           │
        16 │       - text: Help with {{ term.lowmood }} and {{ term.joy }}.
           │                         ^^^^^^^^^^^^^^^^^^
           │
           = help: did you mean `low_mood`?
           = help: its terms are `low_mood`, `worry`, `how_you_feel`, `feelings`, `wellbeing`, `mental_health_problems` or `talking_support`; add one under `terms` in `content/tones/wellbeing.yaml`

        error[LW011 term-without-entry]: the tone `wellbeing` has no term `joy`
           ┌─ content/guides/story/en-GB.yaml:16:48
           │
        16 │       - text: Help with {{ term.lowmood }} and {{ term.joy }}.
           │                                                ^^^^^^^^^^^^^^
           │
           = help: its terms are `low_mood`, `worry`, `how_you_feel`, `feelings`, `wellbeing`, `mental_health_problems` or `talking_support`; add one under `terms` in `content/tones/wellbeing.yaml`
        ");
    }

    #[test]
    fn nor_one_without_words_in_this_language() {
        let story = Story::with_text("Help with {{ term.wellbeing }}.")
            .file("content/tones/plain.yaml", TONE);
        let story = story.settings("tone: wellbeing", "tone: plain");
        insta::assert_snapshot!(story.says("LW011"), @"
        error[LW011 term-without-entry]: the tone `plain` says nothing for `wellbeing` in `en-GB`
           ┌─ content/guides/story/en-GB.yaml:16:25
           │
        16 │       - text: Help with {{ term.wellbeing }}.
           │                         ^^^^^^^^^^^^^^^^^^^^
           │
           = help: add `en-GB: …` under `wellbeing` in `content/tones/plain.yaml`
        ");
    }

    #[test]
    fn a_tone_has_the_terms_of_the_others() {
        let story = Story::with_text("Help with {{ term.low_mood }}.")
            .file("content/tones/plain.yaml", TONE);
        let story = story.settings("tone: wellbeing", "tone: plain");
        insta::assert_snapshot!(story.says("LW011"), @"
        warning[LW011 term-without-entry]: the tone `plain` has no term `mental_health_problems`, and `mental-health` has
          ┌─ content/tones/plain.yaml:1:7
          │
        1 │ tone: plain
          │       ^^^^^
          │
          = help: add it under `terms`: `mental_health_problems: {en-GB: …}`

        warning[LW011 term-without-entry]: the tone `plain` has no term `talking_support`, and `mental-health` has
          ┌─ content/tones/plain.yaml:1:7
          │
        1 │ tone: plain
          │       ^^^^^
          │
          = help: did you mean `talking_suport`?
          = help: add it under `terms`: `talking_support: {en-GB: …}`
        ");
    }

    #[test]
    fn a_tone_with_more_terms_than_the_others_lacks_none() {
        let complete = include_str!("../../../../content/tones/wellbeing.yaml");
        let own = complete.replace("tone: wellbeing", "tone: plain");
        let own = own.replace("terms:\n", "terms:\n  joy: {en-GB: joy}\n");
        let story =
            Story::with_text("Help with {{ term.joy }}.").file("content/tones/plain.yaml", &own);
        let story = story.settings("tone: wellbeing", "tone: plain");
        assert_eq!(story.says("LW011"), "");
    }

    fn based_on(tone: &str, base: &str) -> String {
        format!(
            "tone: {tone}\nname: {{en-GB: {tone}}}\nbased-on: {base}\nterms:\n  worry: {{en-GB: being on edge}}\n"
        )
    }

    #[test]
    fn what_a_tone_does_not_say_the_one_it_is_based_on_says() {
        let text = "{wellbeing: \"Your {{ term.low_mood }}, {{ term.worry }} and wellbeing matter.\", mental-health: Mental health matters.}";
        let own = |text: &str| {
            Story::with_text(text)
                .file(
                    "content/tones/plain.yaml",
                    &based_on("plain", "even-plainer"),
                )
                .file(
                    "content/tones/even-plainer.yaml",
                    &based_on("even-plainer", "wellbeing"),
                )
                .settings("tone: wellbeing", "tone: plain")
        };
        let (said, _) = own(text).looked_at(|subject| {
            let texts = subject.publication.texts.iter();
            texts.map(|text| text.plain()).collect::<Vec<_>>()
        });
        let says = |words: &str| said.iter().any(|text| text == words);
        assert!(
            says("Your low mood, being on edge and wellbeing matter."),
            "{said:?}"
        );
        for code in ["LW010", "LW011", "LW012"] {
            assert_eq!(own(text).says(code), "", "{code}");
        }
        assert_ne!(own("We look after your mental health.").says("LW012"), "");
    }

    #[test]
    fn a_tone_is_based_on_one_there_is_and_not_on_itself() {
        let story = |base: &str| {
            Story::with_text("Come in.").file("content/tones/plain.yaml", &based_on("plain", base))
        };
        insta::assert_snapshot!(story("welbeing").says("LW011"), @r##"
        error: there is no tone `welbeing`
          ┌─ content/tones/plain.yaml:3:11
          │
        3 │ based-on: welbeing
          │           ^^^^^^^^
          │
          = help: did you mean `wellbeing`?
          = help: the tones are `mental-health`, `pain-first`, `plain` or `wellbeing`
        "##);
        let round = story("even-plainer").file(
            "content/tones/even-plainer.yaml",
            &based_on("even-plainer", "plain"),
        );
        insta::assert_snapshot!(round.says("LW011"), @r##"
        error: the tone `even-plainer` is based on itself, by way of `plain`
          ┌─ content/tones/even-plainer.yaml:3:11
          │
        3 │ based-on: plain
          │           ^^^^^
          │
          = help: take `based-on` out of one of them: that one says everything itself

        error: the tone `plain` is based on itself, by way of `even-plainer`
          ┌─ content/tones/plain.yaml:3:11
          │
        3 │ based-on: even-plainer
          │           ^^^^^^^^^^^^
          │
          = help: take `based-on` out of one of them: that one says everything itself
        "##);
    }
}
