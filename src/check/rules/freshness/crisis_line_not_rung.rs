use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// Somebody has looked whether every crisis line is right, not long ago.
pub static RULE: Rule = Rule {
    id: RuleId::CrisisLineNotRung,
    severity: Severity::Warning,
    asks: "Somebody has looked whether each crisis line is right that is printed, within `contacts-valid-for`. A service says so in `crisis-checked`, or in a `content/crisis.yaml` of its own under `checked`. Its numbers are those that are printed.",
    why: "Somebody who cannot go on rings this number. That it is right may not rest on a list that nobody tried.",
    before: "service: {name: Harbour Pain Service, organisation: Harbour Health, nation: england}",
    after: "crisis-checked:\n  on: 2026-11-22\n  by: Team secretary\n  numbers: [\"999\", \"111\", \"116 123\", \"85258\"]\n\nafter looking up or ringing each of them; nobody rings 999 to try it",
    source: "our own",
    // Said while the crisis box is made.
    check: None,
};

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SECTION: &str = "  - id: help\n    blocks: [crisis]\n";

    fn checked(crisis_checked: &str) -> Story {
        let setting = format!("contacts-valid-for: 6 months\ncrisis-checked: {crisis_checked}");
        Story::leaflet(SECTION).settings("contacts-valid-for: 6 months", &setting)
    }

    #[test]
    fn lines_that_nobody_has_looked_at_are_said_once_and_cannot_be_silenced() {
        let two_boxes = format!("{SECTION}  - id: again\n    blocks: [crisis]\n");
        let story = Story::booklet(&two_boxes).settings("nation: england", "nation: wales");
        insta::assert_snapshot!(story.says("LW067"));
        let silenced = story.settings(
            "tone: wellbeing",
            "tone: wellbeing\ncheck: {ignore: [LW067]}",
        );
        assert_ne!(silenced.says("LW067"), "");
    }

    #[test]
    fn lines_that_somebody_has_looked_at_are_fine() {
        let all =
            r#"{on: 2026-11-02, by: Team secretary, numbers: ["999", "111", 116 123, "85258"]}"#;
        assert_eq!(checked(all).says("LW067"), "");
    }

    #[test]
    fn a_number_that_was_not_looked_at_with_them_is_not_checked() {
        let one_wrong = r#"{on: 2026-11-02, by: Team secretary, numbers: ["999", "111", 116 132]}"#;
        insta::assert_snapshot!(checked(one_wrong).says("LW067"));
    }

    #[test]
    fn what_was_looked_at_long_ago_is_doubted_as_contacts_are() {
        let long_ago =
            r#"{on: 2026-05-21, by: Team secretary, numbers: ["999", "111", 116 123, "85258"]}"#;
        insta::assert_snapshot!(checked(long_ago).says("LW067"));
    }

    #[test]
    fn a_record_of_the_services_own_may_say_it_itself() {
        let line = |checked: &str| {
            Story::leaflet(SECTION).file(
                "content/crisis.yaml",
                &format!(
                    "england:\n  - id: helpline\n    number: 01632 960199\n    say: {{en-GB: Call our helpline.}}\n    source: Our own line\n{checked}"
                ),
            )
        };
        assert_ne!(line("").says("LW067"), "");
        let own = "    checked: {on: 2026-11-02, by: Team secretary}\n";
        assert_eq!(line(own).says("LW067"), "");
        insta::assert_snapshot!(
            line("    checked-by-a-person: true\n    hours: 9 to 5\n").says("")
        );
    }
}
