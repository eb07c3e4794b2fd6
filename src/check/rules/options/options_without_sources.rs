use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// What is said of options comes from somewhere.
pub static RULE: Rule = Rule {
    id: RuleId::OptionsWithoutSources,
    severity: Severity::Warning,
    asks: "A guide with options names at least one source. The day it was checked is printed on every guide.",
    why: "Readers, and whoever checks the guide next, have to see what it rests on and how old that is.",
    before: "sources: []",
    after: "sources:\n  - id: knee-guide\n    text: \"Harbour Health, knee guide, May 2026\"",
    source: "IPDASi v4: citations and date, certifying items; none of 24 leaflets reviewed against it had citations",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let place = subject.options_place();
    // A list of them to tick says nothing that comes from somewhere.
    let is_without = subject.guide.sources.is_empty() && !subject.guide.lists_options();
    let without = place.filter(|_| is_without);
    let finding = without.map(|place| {
        rule.finding("these options name no source")
            .at(place)
            .help("name under `sources` what they rest on, and cite it in the text: `[^id]`")
    });
    finding.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::options::story::booklet;
    use crate::check::rules::tests::Story;

    #[test]
    fn options_from_nowhere_are_named() {
        let story = booklet()
            .guide(
                "sources: [{id: knees, text: \"Field and others, 2020\"}]",
                "sources: []",
            )
            .guide("[^knees]", "");
        insta::assert_snapshot!(story.says("LW038"), @"
        warning[LW038 options-without-sources]: these options name no source
           ┌─ content/guides/story/en-GB.yaml:22:9
           │
        22 │       - options:
           │         ^^^^^^^^
           │
           = help: name under `sources` what they rest on, and cite it in the text: `[^id]`
        ");
    }

    #[test]
    fn a_guide_without_options_may_have_no_source() {
        let story = Story::leaflet(
            "  - id: who\n    heading: Who we are\n    blocks:\n      - text: We are 3 people.\n",
        );
        assert_eq!(story.says("LW038"), "");
    }
}
