use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// A stapled booklet has to close.
pub static RULE: Rule = Rule {
    id: RuleId::TooManyPages,
    severity: Severity::Warning,
    asks: "A stapled booklet has at most 40 pages.",
    why: "More sheets do not stay closed, and the inner pages stick out further than they can be moved back.",
    before: "format: a5-booklet, with 44 pages",
    after: "format: a5-pages, bound with a wire",
    source: "widely known among printers, not measured",
    // Known where pages are counted, in the press.
    check: None,
};
