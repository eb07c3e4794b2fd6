use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// A service has said what a guide cannot be printed without.
pub static RULE: Rule = Rule {
    id: RuleId::UnansweredNeed,
    severity: Severity::Error,
    asks: "Every question that a guide marks as `required` is answered in `service.yaml`, in each language that is printed.",
    why: "Only the service knows how long its programme lasts, where it meets and whom people see there. Nothing is ever printed in the place of an answer: somebody would rely on it.",
    before: "guides: {}",
    after: "guides: {our-programme: {weeks: 8, venue: clinic}}",
    source: "our own: what a service did not say is not printed as a fact",
    // Seen when a guide is made for a service, and said with the lines to paste.
    check: None,
};
