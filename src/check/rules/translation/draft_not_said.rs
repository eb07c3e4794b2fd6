use super::super::pages::page_with;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::typeset::Pages;

/// A translation that nobody has checked says so on paper.
pub static RULE: Rule = Rule {
    id: RuleId::DraftNotSaid,
    severity: Severity::Error,
    asks: "A guide with `draft: true` prints that no native speaker has checked it.",
    why: "A wrong word in a translation can hurt somebody. Whoever reads it has to know that they may doubt it.",
    before: "draft: true, where a template of the service's own leaves the line out",
    after: "the same template with the line `publication.imprint.draft`",
    source: "our own",
    check: Some(Check::Pages(check)),
};

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    if !subject.guide.draft {
        return Vec::new();
    }
    let label = subject.labels.get("draft-translation");
    let said = subject
        .publication
        .imprint
        .draft
        .as_deref()
        .unwrap_or_default();
    let is_blank = !said.contains(char::is_alphanumeric);
    let empty = label.filter(|label| {
        let says_so = label.value.to_lowercase().contains("draft");
        is_blank || (subject.is_english() && !says_so)
    });
    let problem = if let Some(label) = empty {
        let problem = rule.finding("this line does not say that the translation is a draft");
        problem
            .at(label.place)
            .help("write it out, as in `Draft: a native speaker has not checked this translation.`")
    } else if is_blank || page_with(pages, &[said]).is_none() {
        let problem = rule.finding("this is a draft, and no page says so");
        problem
            .at(subject.guide.guide.place)
            .help("print `publication.imprint.draft` in your own template")
            .help("once a native speaker has checked the guide, take out `draft: true`")
    } else {
        return Vec::new();
    };
    vec![problem]
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn draft(story: Story) -> Story {
        story.guide("draft: false", "draft: true")
    }

    const SECTION: &str =
        "  - id: who\n    heading: Talk to us\n    blocks:\n      - contacts: all\n";

    #[test]
    fn every_kind_of_publication_says_that_it_is_a_draft() {
        let stories = [
            Story::leaflet(SECTION),
            Story::booklet(SECTION),
            Story::letter(SECTION),
            Story::sheet("a4", SECTION),
        ];
        for story in stories {
            assert_eq!(draft(story).says("LW103"), "");
        }
    }

    #[test]
    fn a_template_that_leaves_it_out_is_refused() {
        let without = || {
            let line =
                "if publication.imprint.draft != none { par(strong(publication.imprint.draft)) }";
            Story::leaflet(SECTION).template("templates/side.typ", line, "none")
        };
        insta::assert_snapshot!(draft(without()).says("LW103"), @"
        error[LW103 draft-not-said]: this is a draft, and no page says so
          ┌─ content/guides/story/en-GB.yaml:1:8
          │
        1 │ guide: story
          │        ^^^^^
          │
          = help: print `publication.imprint.draft` in your own template
          = help: once a native speaker has checked the guide, take out `draft: true`
        ");
        assert_eq!(without().says("LW103"), "", "no draft");
    }

    #[test]
    fn a_label_that_does_not_say_it_is_refused() {
        let story = Story::leaflet(SECTION).label("draft-translation", "A translation.");
        insta::assert_snapshot!(draft(story).says("LW103"), @r#"
        error[LW103 draft-not-said]: this line does not say that the translation is a draft
          ┌─ content/labels/en-GB.yaml:1:20
          │
        1 │ draft-translation: "A translation."
          │                    ^^^^^^^^^^^^^^^^
          │
          = help: write it out, as in `Draft: a native speaker has not checked this translation.`
        "#);
    }
}
