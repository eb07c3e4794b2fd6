use crate::check::editor::{Editor, Right};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// A day is a date, and a time is a time.
pub static RULE: Rule = Rule {
    id: RuleId::VagueTime,
    severity: Severity::Warning,
    asks: "No text says a day or a time that can be read two ways, or that depends on the day it is read: no `next Friday`, `half seven`, `a fortnight`, `around lunchtime`.",
    why: "A letter is read days after it was written. Who takes `next Friday` for the wrong one comes on the wrong day.",
    before: "Come next Friday around half seven.",
    after: "Come on Friday 4 December 2026 at 7:30pm.",
    source: "NHS service manual, dates and times; that `half seven` is 6:30 to many who learned another language first is widely known; the lists are our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    Editor::of(subject, &subject.words.vague_times, Right::NOWHERE).found(rule)
}
