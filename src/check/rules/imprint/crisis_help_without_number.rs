use super::on_pages::crisis_boxes;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::typeset::Pages;

/// The box with help in a crisis says whom to call, and stands on one page.
pub static RULE: Rule = Rule {
    id: RuleId::CrisisHelpWithoutNumber,
    severity: Severity::Error,
    asks: "Each line of the crisis box has a number that can be called, beside its words, there is at least one line, and the whole box stands on one page.",
    why: "Half a box is worse than none: whoever turns to it has no time to turn the page.",
    before: "number: ask at the desk\nsay: {en-GB: Call Samaritans.}",
    after: "number: \"116 123\"\nsay: {en-GB: Call Samaritans.}",
    source: "our own",
    // That each line has a number is seen to while the box is made.
    check: Some(Check::Pages(check)),
};

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    let boxes = crisis_boxes(subject, pages).into_iter();
    boxes
        .filter(|found| found.page.is_none())
        .map(|found| {
            rule.finding("no page holds the whole box with help in a crisis")
                .at(found.place)
                .help("give it a section of its own")
                .help("in a template of your own, print every line, and write `breakable: false`")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SECTION: &str = "  - id: crisis-help\n    blocks:\n      - crisis\n";

    fn with_lines(lines: &str) -> Story {
        Story::leaflet(SECTION).file("content/crisis.yaml", lines)
    }

    #[test]
    fn a_line_that_nobody_can_call_is_refused() {
        let line = |say: &str, number: &str| {
            format!(
                "england:\n  - id: listen\n    number: {number}\n    say: {{en-GB: {say}}}\n    source: Our own line\n"
            )
        };
        let story = with_lines(&line("Call Samaritans.", "you know it"));
        insta::assert_snapshot!(story.says("LW096"), @"
        error[LW096 crisis-help-without-number]: nobody can call `you know it`
          ┌─ content/crisis.yaml:3:13
          │
        3 │     number: you know it
          │             ^^^^^^^^^^^
          │
          = help: write the number in figures
        ");
        let story = with_lines(&line("Call Samaritans.", "\"116 123\""));
        assert_eq!(story.says("LW096"), "");
        // The number stood in the words once.
        let story = with_lines(&line("\"Call Samaritans on {number}.\"", "\"116 123\""));
        insta::assert_snapshot!(story.says("LW096"), @r#"
        error[LW096 crisis-help-without-number]: the number stands beside these words, not in them
          ┌─ content/crisis.yaml:4:18
          │
        4 │     say: {en-GB: "Call Samaritans on {number}."}
          │                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: take {number} out, and write what is said beside it: "Call Samaritans."
        "#);
    }

    #[test]
    fn a_box_without_lines_is_refused() {
        let said = with_lines("england: []\n").says("LW096");
        insta::assert_snapshot!(said, @"
        error[LW096 crisis-help-without-number]: there are no crisis lines for `england`
          ┌─ service.yaml:1:77
          │
        1 │ service: {name: Harbour Pain Service, organisation: Harbour Health, nation: england}
          │                                                                             ^^^^^^^
          │
          = help: `content/crisis.yaml` has to name at least one
        ");
        assert!(with_lines("wales: []\n").says("LW096").contains("LW096"));
    }

    #[test]
    fn a_template_of_ones_own_cannot_part_the_box() {
        // As many lines as leave room for the top of the box only.
        let text = "          Come in and rest.\n\n".repeat(10);
        let sections = format!(
            "  - id: who\n    heading: Who we are\n    blocks:\n      - text: |\n{text}{SECTION}"
        );
        let story = Story::letter(&sections);
        assert_eq!(story.says("LW096"), "");
        let story = story.crisis_box_that_parts();
        insta::assert_snapshot!(story.says("LW096"), @"
        error[LW096 crisis-help-without-number]: no page holds the whole box with help in a crisis
           ┌─ content/guides/story/en-GB.yaml:39:9
           │
        39 │       - crisis
           │         ^^^^^^
           │
           = help: give it a section of its own
           = help: in a template of your own, print every line, and write `breakable: false`
        ");
    }
}
