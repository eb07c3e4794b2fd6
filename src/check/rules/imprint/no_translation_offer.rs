use super::somewhere_says;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Nation;

/// Whoever reads another language better hears that they may ask.
pub static RULE: Rule = Rule {
    id: RuleId::NoTranslationOffer,
    severity: Severity::Warning,
    asks: "The line about other forms, or a text, offers another language. What a service in Wales prints in English says that Welsh is welcome.",
    why: "Somebody who struggles with the language will not guess that there is a translation or an interpreter. In Wales, Welsh is offered before people have to ask.",
    before: "formats-line: Ask us for this in large print or audio.",
    after: "formats-line: Ask us for this in large print, audio or another language.",
    source: "NHS service manual: letters carry a line about translation; Welsh Language Standards Regulations 2018; that Welsh is welcome and causes no delay is quoted at second hand",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let another = no_other_language(rule, subject);
    another.into_iter().chain(no_welsh(rule, subject)).collect()
}

fn no_other_language(rule: &Rule, subject: &Subject) -> Option<Problem> {
    // Without the line another rule has spoken already.
    let line = subject.publication.imprint.formats.as_ref()?.to_lowercase();
    let label = subject.labels.get("formats-line")?;
    let offers = &subject.words.other_forms.translation;
    let words = offers.get(&subject.publication.language.code)?;
    let offered = words.iter().any(|word| line.contains(word)) || somewhere_says(subject, words);
    let problem = rule.finding("nothing offers another language, or an interpreter");
    (!offered).then(|| {
        problem
            .at(label.place)
            .help("end it with `or another language`, as the built-in line does")
    })
}

fn no_welsh(rule: &Rule, subject: &Subject) -> Option<Problem> {
    let nation = &subject.service.service.nation;
    let mut languages = subject.service.languages.iter();
    let prints_welsh = languages.any(|language| language.value.starts_with("cy"));
    let line = subject.publication.imprint.formats.as_ref();
    let line = line.map(|line| line.to_lowercase()).unwrap_or_default();
    let welsh = &subject.words.other_forms.welsh;
    let said = welsh.iter().any(|word| line.contains(word)) || somewhere_says(subject, welsh);
    if nation.value != Nation::Wales || !subject.is_english() || prints_welsh || said {
        return None;
    }
    let problem = rule.finding("nothing says that people may write or speak to you in Welsh");
    Some(
        problem
            .at(nation.place)
            .help("let the label `welsh-is-welcome` say it, or a text: `Welsh is welcome and causes no delay.`")
            .help("or print it in Welsh as well: `languages: [cy, en-GB]`"),
    )
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn with(text: &str) -> Story {
        Story::leaflet(&format!(
            "  - id: who\n    heading: Talk to us\n    blocks:\n      - text: {text}\n"
        ))
    }

    #[test]
    fn another_language_is_offered() {
        let without = |text| {
            let line = "Ask us for this in large print, Easy Read or audio.";
            with(text).label("formats-line", line)
        };
        insta::assert_snapshot!(without("Come in.").says("LW092"), @r#"
        warning[LW092 no-translation-offer]: nothing offers another language, or an interpreter
          ┌─ content/labels/en-GB.yaml:1:15
          │
        1 │ formats-line: "Ask us for this in large print, Easy Read or audio."
          │               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: end it with `or another language`, as the built-in line does
        "#);
        let story = without("We can book an interpreter.");
        assert_eq!(story.says("LW092"), "");
        assert_eq!(with("Come in.").says("LW092"), "");
    }

    #[test]
    fn in_wales_welsh_is_welcome() {
        let welsh = |text: &str| with(text).settings("nation: england", "nation: wales");
        assert_eq!(welsh("Come in.").says("LW092"), "");
        let welsh = |text| welsh(text).label("welsh-is-welcome", "Come in.");
        insta::assert_snapshot!(welsh("Come in.").says("LW092"), @"
        warning[LW092 no-translation-offer]: nothing says that people may write or speak to you in Welsh
          ┌─ service.yaml:1:77
          │
        1 │ service: {name: Harbour Pain Service, organisation: Harbour Health, nation: wales}
          │                                                                             ^^^^^
          │
          = help: let the label `welsh-is-welcome` say it, or a text: `Welsh is welcome and causes no delay.`
          = help: or print it in Welsh as well: `languages: [cy, en-GB]`
        ");
        assert_eq!(welsh("You are welcome to speak Welsh.").says("LW092"), "");
        let in_both = welsh("Come in.")
            .translated("cy", &[])
            .settings("languages: [en-GB]", "languages: [cy, en-GB]");
        assert_eq!(in_both.says("LW092"), "");
    }
}
