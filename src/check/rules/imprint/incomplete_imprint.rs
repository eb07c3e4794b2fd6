use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// What is printed says which version it is and how old.
pub static RULE: Rule = Rule {
    id: RuleId::IncompleteImprint,
    severity: Severity::Warning,
    asks: "The imprint gives the version, the day of the last check and that of the next one. Title, service, organisation and sources are always there: nothing is read without them.",
    why: "A leaflet lies in a drawer for years. Only its imprint tells whether it still holds, and which print somebody has in hand.",
    before: "reviewed: Checked not long ago",
    after: "reviewed: Checked {date}",
    source: "NHS service manual: show the last and next check, keep versions; the list of an imprint is widely known",
    check: Some(Check::Words(check)),
};

/// Labels of the imprint, and what they have to leave a place for.
const FILLED: [(&str, &str, &str); 3] = [
    ("version", "{number}", "which version it is"),
    ("reviewed", "{date}", "when it was checked"),
    ("next-review", "{date}", "when it will be checked again"),
];

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let labels = FILLED.iter().filter_map(|(label, place, what)| {
        let text = subject.labels.get(*label)?;
        let problem = rule.finding(format!("the label `{label}` does not say {what}"));
        let problem = problem.at(text.place);
        (!text.value.contains(place))
            .then(|| problem.help(format!("write `{place}` where it has to stand")))
    });
    let mut problems: Vec<Problem> = labels.collect();
    if subject.guide.version == 0 {
        let problem = rule.finding("version 0 cannot be told from a guide without a version");
        problems.push(
            problem.at(subject.guide.guide.place).help(
                "begin at `version: 1`, and raise it with every change a reader would notice",
            ),
        );
    }
    problems
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SECTION: &str =
        "  - id: who\n    heading: Talk to us\n    blocks:\n      - contacts: all\n";

    #[test]
    fn labels_leave_a_place_for_version_and_date() {
        let story = Story::leaflet(SECTION)
            .guide("version: 1", "version: 0")
            .label("reviewed", "Checked not long ago");
        insta::assert_snapshot!(story.says("LW090"), @r#"
        warning[LW090 incomplete-imprint]: the label `reviewed` does not say when it was checked
          ┌─ content/labels/en-GB.yaml:1:11
          │
        1 │ reviewed: "Checked not long ago"
          │           ^^^^^^^^^^^^^^^^^^^^^^
          │
          = help: write `{date}` where it has to stand

        warning[LW090 incomplete-imprint]: version 0 cannot be told from a guide without a version
          ┌─ content/guides/story/en-GB.yaml:1:8
          │
        1 │ guide: story
          │        ^^^^^
          │
          = help: begin at `version: 1`, and raise it with every change a reader would notice
        "#);
    }

    #[test]
    fn other_words_round_them_are_fine() {
        let story = Story::leaflet(SECTION).label("version", "Print {number}");
        assert_eq!(story.says("LW090"), "");
    }
}
