use crate::check::Rule;
use crate::problem::Severity;

/// Settings and exceptions have to name rules that exist.
pub static UNKNOWN_RULE: Rule = Rule {
    id: "LW002 unknown-rule",
    severity: Severity::Error,
    asks: "Every code under `check` in `service.yaml` and under `except` in a guide is that of a rule.",
    why: "A slip of one figure would silence another rule than the one that was meant, or none.",
    before: "check: {ignore: [LW0l2]}",
    after: "check: {ignore: [LW012]}",
    source: "our own",
    always: true,
    check: None,
};
