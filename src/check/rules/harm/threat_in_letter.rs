use crate::check::editor::{Editor, Right};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Kind;

/// A letter does not threaten.
pub static RULE: Rule = Rule {
    id: RuleId::ThreatInLetter,
    severity: Severity::Warning,
    asks: "No letter says what is lost, counted, told or assumed when somebody does not come or does not answer, what that costs, or who is disappointed.",
    why: "People stay away because they are in pain, afraid, or cannot pay the bus. A threat does not change that. It says that they are a burden, and the next letter stays closed.",
    before: "If you do not turn up, we will assume that you no longer need us and close your file. Missed appointments cost the NHS money.",
    after: "If you cannot come, phone us, and we will find another day.",
    source: "Q Lab and Mind, practical guide, November 2019, section 4: Solihull made its first letter an invitation; the lists are our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if subject.publication.kind != Kind::Letter {
        return Vec::new();
    }
    let right = Right {
        under_condition: false,
        ..Right::WHERE_NOT_MEANT
    };
    Editor::of(subject, &subject.words.threats, right).found(rule)
}
