use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// What is drawn is seen whole.
pub static RULE: Rule = Rule {
    id: RuleId::OffThePage,
    severity: Severity::Error,
    asks: "All that is drawn stands on its page or panel with all of it: words, figures, pictures, lines. Only a picture or a panel of colour that is meant to run to the edge goes up to 3 mm beyond it, where the paper is cut. Pictures may be cropped; words and figures may not.",
    why: "What runs off a page is lost without a trace: of ten people that stand for \u{201c}5 in 10\u{201d} a reader sees eight, and the figure is false. Nobody misses what they never saw.",
    before: "ten people in a row on a panel that has room for eight",
    after: "the same people in two rows of five",
    source: "our own: seen on a gate fold that everybody had read",
    // Measured on the pages of everything that is made, each letter too.
    check: None,
};
