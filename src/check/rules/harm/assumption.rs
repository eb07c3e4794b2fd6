use crate::check::editor::{Editor, Others, Right};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// Nothing is taken for granted about the reader.
pub static RULE: Rule = Rule {
    id: RuleId::Assumption,
    severity: Severity::Warning,
    asks: "No text takes a partner, children, a job, money, a car, a phone, a faith, a body or an age for granted, or speaks of normal people.",
    why: "Whoever is not meant reads on as a stranger, or stops. Somebody whose husband has died reads `ask your husband` once and puts the page away.",
    before: "Ask your husband or wife to drive you here after work.",
    after: "Somebody you trust can come with you. If you cannot get here, phone us.",
    source: "NHS service manual, Inclusive content; Patient Information Forum, Writing information: not every couple is married, not every family has two parents; the lists are our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let right = Right {
        denied: true,
        said_by_others: Others::Right,
        ..Right::NOWHERE
    };
    Editor::of(subject, &subject.words.assumptions, right).found(rule)
}
