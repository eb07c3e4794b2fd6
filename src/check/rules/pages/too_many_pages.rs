use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// A stapled booklet has to close.
pub static TOO_MANY_PAGES: Rule = Rule {
    id: RuleId::TooManyPages,
    severity: Severity::Warning,
    asks: "A stapled booklet has at most 40 pages.",
    why: "More sheets do not stay closed, and the inner pages stick out further than they can be moved back.",
    before: "format: a5-booklet, with 44 pages",
    after: "format: a5-pages, bound with a wire",
    source: "widely known among printers, not measured",
    always: false,
    // Known where pages are counted, in the press.
    check: None,
};

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn booklet(pages: usize) -> Story {
        let page = |number| {
            format!(
                "  - id: page-{number}\n    heading: Page\n    blocks: [page-break, write-in: {{lines: 15}}]\n"
            )
        };
        let pages: String = (0..pages).map(page).collect();
        Story::booklet(&pages)
    }

    #[test]
    fn staples_hold_forty_pages() {
        insta::assert_snapshot!(booklet(42).says("LW079"), @"
        warning[LW079 too-many-pages]: `story`: 44 pages are too many for staples
         = help: up to 40 close well; `format: a5-pages` is for a wire binding
        ");
        assert_eq!(booklet(38).says("LW079"), "");
    }
}
