use crate::check::editor::{Editor, Right};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// Nothing is promised that nobody can keep.
pub static RULE: Rule = Rule {
    id: RuleId::Promise,
    severity: Severity::Warning,
    asks: "No text promises a cure, success, safety or secrecy. What is denied, asked or corrected may be named.",
    why: "People who were promised a cure before hear one more promise as a reason not to believe the page. Whoever believes it blames themselves when it does not come true.",
    before: "Our programme will cure your pain. It is completely safe.",
    after: "Our programme does not cure pain. It can help some people to live well with it. Some feel sore at first.",
    source: "Q Lab and Mind, practical guide, November 2019: living well with pain, not cure; NHS service manual, How we write: numbers instead of `a good chance of recovery`; the lists are our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let list = &subject.words.promises;
    Editor::of(subject, list, Right::WHERE_NOT_MEANT).found(rule)
}
