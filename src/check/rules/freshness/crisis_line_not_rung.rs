use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// Somebody has rung every crisis line.
pub static RULE: Rule = Rule {
    id: RuleId::CrisisLineNotRung,
    severity: Severity::Warning,
    asks: "Every crisis line that is printed says `checked-by-a-person: true` in `content/crisis.yaml`.",
    why: "Somebody who cannot go on rings this number. That it is right may not rest on a list that nobody tried.",
    before: "number: 0808 164 0123\nchecked-by-a-person: false",
    after: "number: 0808 164 0123\nchecked-by-a-person: true\n\nafter somebody has rung it",
    source: "our own",
    // Said while the crisis box is made.
    check: None,
};

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SECTION: &str = "  - id: help\n    blocks: [crisis]\n";

    #[test]
    fn a_line_that_nobody_has_rung_is_doubted_and_cannot_be_silenced() {
        let story = Story::leaflet(SECTION).settings("nation: england", "nation: wales");
        insta::assert_snapshot!(story.says("LW067"), @r#"
        warning[LW067 crisis-line-not-rung]: nobody has rung 0808 164 0123 yet to see that it is right
           ┌─ built-in/content/crisis.yaml:79:13
           │
        79 │     number: "0808 164 0123"
           │             ^^^^^^^^^^^^^^^
           │
           = help: ring it before you hand this out
        "#);
        let silenced = Story::leaflet(SECTION).settings("nation: england", "nation: wales");
        let silenced = silenced.settings(
            "tone: wellbeing",
            "tone: wellbeing\ncheck: {ignore: [LW067]}",
        );
        assert_ne!(silenced.says("LW067"), "");
    }

    #[test]
    fn lines_that_somebody_has_rung_are_fine() {
        assert_eq!(Story::leaflet(SECTION).says("LW067"), "");
    }
}
