use super::somewhere_says;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// Whoever cannot read it in this form hears how to get another.
pub static RULE: Rule = Rule {
    id: RuleId::NoOtherFormats,
    severity: Severity::Warning,
    asks: "Every publication says that it can be had in large print, Easy Read or audio.",
    why: "The Accessible Information Standard has services ask people which form they need, and give it to them. Somebody who cannot read a page well cannot be expected to know that they may ask.",
    before: "formats-line: false",
    after: "formats-line: true",
    source: "DAPB1605, the Accessible Information Standard, amendment 30/2025; NHS service manual: letters carry a line about formats",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let offered = subject.publication.imprint.formats.is_some();
    let forms = subject.words.other_forms.forms.iter();
    let named = forms.filter(|form| somewhere_says(subject, [*form]));
    // A text that names two offers a choice.
    if offered || named.count() > 1 {
        return Vec::new();
    }
    let service = subject.service;
    let written = service.formats_line.as_ref().map(|line| line.place);
    let problem = rule.finding("nothing says how to get this in large print, Easy Read or audio");
    vec![
        problem
            .at(written.unwrap_or(service.service.name.place))
            .help("write `formats-line: true`, and agree with your colleagues who answers when people ask"),
    ]
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn without_line(text: &str) -> Story {
        Story::leaflet(&format!(
            "  - id: who\n    heading: Talk to us\n    blocks:\n      - text: {text}\n"
        ))
        .settings(
            "contacts-valid-for",
            "formats-line: false\ncontacts-valid-for",
        )
    }

    #[test]
    fn a_service_that_offers_no_other_form_is_told_why_it_should() {
        insta::assert_snapshot!(without_line("Come in.").says("LW091"), @"
        warning[LW091 no-other-formats]: nothing says how to get this in large print, Easy Read or audio
           ┌─ service.yaml:10:15
           │
        10 │ formats-line: false
           │               ^^^^^
           │
           = help: write `formats-line: true`, and agree with your colleagues who answers when people ask
        ");
    }

    #[test]
    fn a_heading_alone_offers_nothing() {
        let story = without_line("Come in.").guide("Talk to us", "Large print, Easy Read, audio");
        assert_ne!(story.says("LW091"), "");
    }

    #[test]
    fn the_line_or_a_text_of_ones_own_will_do() {
        let story = without_line("\"Ask us for large print, Easy Read or audio.\"");
        assert_eq!(story.says("LW091"), "");
        let story = without_line("Come in.").settings("formats-line: false", "formats-line: true");
        assert_eq!(story.says("LW091"), "");
        let story = without_line("Come in.").settings("formats-line: false\n", "");
        assert_eq!(story.says("LW091"), "");
    }
}
