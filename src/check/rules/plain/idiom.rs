use crate::check::editor::{Editor, Right};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// Words say what they say.
pub static RULE: Rule = Rule {
    id: RuleId::Idiom,
    severity: Severity::Warning,
    asks: "No text holds a figure of speech that a reader could take at its word. Names and quotations may.",
    why: "People who learned English late, autistic people and people who read slowly take `under the weather` at its word, and lose the line.",
    before: "If you feel under the weather, drop us a line.",
    after: "If you feel unwell, write to us.",
    source: "NHS service manual, How we write: no metaphors; the list is our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    Editor::of(subject, &subject.words.idioms, Right::NOWHERE).found(rule)
}
