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
        insta::assert_snapshot!(story.says("LW067"), @r##"
        warning[LW067 crisis-line-not-rung]: nobody has looked within `contacts-valid-for` whether these crisis lines are right: 999, 111, 116 123, 0808 164 0123, 0800 132 737 and 85258
          ┌─ service.yaml:1:77
          │
        1 │ service: {name: Harbour Pain Service, organisation: Harbour Health, nation: wales}
          │                                                                             ^^^^^
          │
          = help: look each of them up (111.wales.nhs.uk, samaritans.org, callhelpline.org.uk, giveusashout.org), or ring it; never ring 999 to try it
          = help: then say so in `service.yaml`, with no space in front of it, and the role of whoever looked where … stands: `crisis-checked: {on: 2026-11-22, by: …, numbers: ["999", "111", "116 123", "0808 164 0123", "0800 132 737", "85258"]}`
        "##);
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
        insta::assert_snapshot!(checked(one_wrong).says("LW067"), @r##"
        warning[LW067 crisis-line-not-rung]: `116 132` is the number of no crisis line of `england`
           ┌─ service.yaml:11:78
           │
        11 │ crisis-checked: {on: 2026-11-02, by: Team secretary, numbers: ["999", "111", 116 132]}
           │                                                                              ^^^^^^^
           │
           = help: did you mean `116 123`?
           = help: its numbers are `999`, `111`, `116 123` or `85258`

        warning[LW067 crisis-line-not-rung]: nobody has looked within `contacts-valid-for` whether these crisis lines are right: 116 123 and 85258
          ┌─ service.yaml:1:77
          │
        1 │ service: {name: Harbour Pain Service, organisation: Harbour Health, nation: england}
          │                                                                             ^^^^^^^
          │
          = help: look each of them up (samaritans.org, giveusashout.org), or ring it
          = help: once all of them are right, write in place of `crisis-checked`, and the role of whoever looked where … stands: `crisis-checked: {on: 2026-11-22, by: …, numbers: ["999", "111", "116 123", "85258"]}`
        "##);
    }

    #[test]
    fn what_was_looked_at_long_ago_is_doubted_as_contacts_are() {
        let long_ago =
            r#"{on: 2026-05-21, by: Team secretary, numbers: ["999", "111", 116 123, "85258"]}"#;
        insta::assert_snapshot!(checked(long_ago).says("LW067"), @r##"
        warning[LW067 crisis-line-not-rung]: nobody has looked within `contacts-valid-for` whether these crisis lines are right: 999, 111, 116 123 and 85258
           ┌─ service.yaml:1:77
           │
         1 │ service: {name: Harbour Pain Service, organisation: Harbour Health, nation: england}
           │                                                                             ^^^^^^^
           ·
        11 │ crisis-checked: {on: 2026-05-21, by: Team secretary, numbers: ["999", "111", 116 123, "85258"]}
           │                      ---------- the last time, by `Team secretary`
           │
           = help: look each of them up (nhs.uk, samaritans.org, giveusashout.org), or ring it; never ring 999 to try it
           = help: once all of them are right, write in place of `crisis-checked`, and the role of whoever looked where … stands: `crisis-checked: {on: 2026-11-22, by: …, numbers: ["999", "111", "116 123", "85258"]}`
        "##);
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
        insta::assert_snapshot!(line("    checked-by-a-person: true\n    hours: 9 to 5\n").says(""), @r##"
        error: `checked-by-a-person` is no longer used
          ┌─ content/crisis.yaml:6:5
          │
        6 │     checked-by-a-person: true
          │     ^^^^^^^^^^^^^^^^^^^
          │
          = help: write who looked whether the line is right, and when, as in `checked: {on: 2026-11-22, by: Team secretary}`; where nobody has, delete this line

        error: `9 to 5` is no hours by language
          ┌─ content/crisis.yaml:7:12
          │
        7 │     hours: 9 to 5
          │            ^^^^^^
          │
          = help: write `all-day`, or the hours in each language: {en-GB: 7pm to 11pm, cy: 7yh i 11yh}
        "##);
    }
}
