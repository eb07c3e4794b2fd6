use jiff::ToSpan;

use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// A guide is gone over again when it said it would be.
pub static RULE: Rule = Rule {
    id: RuleId::GuidePastReview,
    severity: Severity::Warning,
    asks: "The day of `next-review` has not passed. A year later it is an error.",
    why: "The page itself promises a next check. Facts about treatments change, and a reader who sees a date long gone does not know what still holds.",
    before: "next-review: 2025-11-01",
    after: "reviewed: 2026-11-20\nnext-review: 2028-11-20\n\nafter somebody has gone over it",
    source: "NHS service manual: show the last-checked and next-check dates",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let day = subject.guide.next_review;
    if day.value >= subject.today {
        return Vec::new();
    }
    let long_ago = day.value < subject.today.saturating_sub(1.year());
    let problem = rule.finding(format!(
        "somebody should have gone over this guide again by `{}`{}",
        day.value,
        if long_ago {
            ", more than a year ago"
        } else {
            ""
        }
    ));
    let severity = if long_ago {
        Severity::Error
    } else {
        rule.severity
    };
    vec![problem.severity(severity).at(day.place).help(
        "ask somebody who knows the subject to read it, then change `reviewed` and `next-review`",
    )]
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SECTION: &str =
        "  - id: who\n    heading: Who we are\n    blocks:\n      - text: We listen.\n";

    fn reviewed_next(day: &str) -> String {
        let story =
            Story::leaflet(SECTION).guide("reviewed: 2026-11-01\n", "reviewed: 2021-11-01\n");
        story
            .guide("next-review: 2028-11-01", &format!("next-review: {day}"))
            .says("LW061")
    }

    #[test]
    fn late_is_a_warning_and_a_year_late_an_error() {
        insta::assert_snapshot!(reviewed_next("2026-11-21"), @"
        warning[LW061 guide-past-review]: somebody should have gone over this guide again by `2026-11-21`
           ┌─ content/guides/story/en-GB.yaml:10:14
           │
        10 │ next-review: 2026-11-21
           │              ^^^^^^^^^^
           │
           = help: ask somebody who knows the subject to read it, then change `reviewed` and `next-review`
        ");
        insta::assert_snapshot!(reviewed_next("2025-11-21"), @"
        error[LW061 guide-past-review]: somebody should have gone over this guide again by `2025-11-21`, more than a year ago
           ┌─ content/guides/story/en-GB.yaml:10:14
           │
        10 │ next-review: 2025-11-21
           │              ^^^^^^^^^^
           │
           = help: ask somebody who knows the subject to read it, then change `reviewed` and `next-review`
        ");
    }

    #[test]
    fn the_day_itself_is_not_too_late() {
        assert_eq!(reviewed_next("2026-11-22"), "");
    }
}
