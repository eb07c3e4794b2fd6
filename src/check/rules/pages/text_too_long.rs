use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// Everything fits the paper it is made for.
pub static RULE: Rule = Rule {
    id: RuleId::TextTooLong,
    severity: Severity::Error,
    asks: "Every panel, page and window holds what stands on it, and the format has room for every page.",
    why: "Text that does not fit would be cut off, shrunk or lost. The words that are lost are the last ones, and they often say whom to call.",
    before: "a section of 60 lines on a panel that has room for 32",
    after: "fewer words, fewer local services, or another format",
    source: "our own: nothing is ever clipped or set below 12 pt",
    // Measured by the templates, and said with what would fit.
    check: None,
};
