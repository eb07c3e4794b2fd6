use crate::check::editor::{Editor, Right};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// Nothing that somebody feels is made light of.
pub static RULE: Rule = Rule {
    id: RuleId::Dismissal,
    severity: Severity::Warning,
    asks: "No text disbelieves pain or feelings, makes light of them, compares them with worse, or tells people to feel otherwise. What others say may be named where the text goes on to say what is true.",
    why: "Many people with pain or low mood have not been believed. One line that doubts them undoes the rest of the page.",
    before: "Your scan was clear, so there is nothing wrong. Try to think positive.",
    after: "Your scan was clear. Pain can be real when a scan shows nothing. We believe you, and we can look together at what may help.",
    source: "Q Lab and Mind, practical guide, November 2019: what people said about not being believed; the lists are our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let list = &subject.words.dismissals;
    Editor::of(subject, list, Right::WHERE_NOT_MEANT).found(rule)
}
