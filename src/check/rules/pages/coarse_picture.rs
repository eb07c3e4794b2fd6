use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// Every picture is fine enough for paper.
pub static RULE: Rule = Rule {
    id: RuleId::CoarsePicture,
    severity: Severity::Warning,
    asks: "A picture or logo has 200 dots an inch or more at the size it is printed.",
    why: "What looks sharp on a screen shows steps on paper, and makes the page look as if nobody cared.",
    before: "picture: {file: garden.jpg, alt: The garden behind the clinic, width: 120}\n\nfrom a picture of 400 × 300 pixels",
    after: "the same from a picture of 1,417 × 1,063 pixels",
    source: "widely known among printers: 300 dots an inch; 200 as the least is our own",
    // Said while the picture is made ready.
    check: None,
};
