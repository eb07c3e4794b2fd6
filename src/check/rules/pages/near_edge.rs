use super::{at_words, beginning, page_name};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::inspect::{self, NearEdge};
use crate::typeset::Pages;

/// Text keeps away from where paper is cut or folded.
pub static RULE: Rule = Rule {
    id: RuleId::NearEdge,
    severity: Severity::Error,
    asks: "Text stands 5 mm or more from every edge of its page, and runs over none.",
    why: "Paper is never cut or folded quite where it should be, and office printers leave a margin white: a letter is lost, and it may be a digit of a phone number.",
    before: "a long web address that runs off a narrow panel",
    after: "a shorter one, or one that breaks",
    source: "print shops ask for text 5 mm inside the trim",
    check: Some(Check::Pages(check)),
};

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    let found = inspect::too_near(pages.document.pages()).into_iter();
    found.map(|near| problem(rule, subject, &near)).collect()
}

fn problem(rule: &Rule, subject: &Subject, near: &NearEdge) -> Problem {
    let NearEdge {
        edge,
        distance,
        left,
        top,
        ..
    } = near;
    let what = if *distance < 0.0 {
        format!("runs over the {edge} edge")
    } else {
        format!("stands {distance:.1} mm from the {edge} edge")
    };
    let problem = rule.finding(format!(
        "`{}` on {} {what}, {left:.0} mm from the left and {top:.0} mm from the top",
        beginning(&near.words),
        page_name(subject, near.page)
    ));
    at_words(subject, problem, &near.words)
        .help("text has to stay 5 mm from where paper is cut or folded: shorten it, or change the template")
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    /// A card with a table of so many columns, each with one word that cannot break.
    fn card(columns: usize) -> Story {
        let row = vec!["Llanfairpwllgwyngyll"; columns].join(", ");
        let header = vec!["Where"; columns].join(", ");
        let table = format!("{{header: [{header}], rows: [[{row}]]}}");
        let section =
            format!("  - id: who\n    heading: Who we are\n    blocks:\n      - table: {table}\n");
        Story::leaflet(&section).guide("format: a4\n", "format: dl-card\n")
    }

    #[test]
    fn text_that_runs_off_the_page_is_found_for_every_target() {
        insta::assert_snapshot!(card(3).says("LW078"), @"
        error[LW078 near-edge]: `Where` on page 1 runs over the right edge, 90 mm from the left and 112 mm from the top
           ┌─ content/guides/story/en-GB.yaml:16:26
           │
        16 │       - table: {header: [Where, Where, Where], rows: [[Llanfairpwllgwyngyll, Llanfairpwllgwyngyll, Llanfairpwllgwyngyll]]}
           │                          ^^^^^
           │
           = help: text has to stay 5 mm from where paper is cut or folded: shorten it, or change the template

        error[LW078 near-edge]: `Llanfairpwllgwyngyll` on page 1 runs over the right edge, 90 mm from the left and 122 mm from the top
           ┌─ content/guides/story/en-GB.yaml:16:56
           │
        16 │       - table: {header: [Where, Where, Where], rows: [[Llanfairpwllgwyngyll, Llanfairpwllgwyngyll, Llanfairpwllgwyngyll]]}
           │                                                        ^^^^^^^^^^^^^^^^^^^^
           │
           = help: text has to stay 5 mm from where paper is cut or folded: shorten it, or change the template
        ");
    }

    #[test]
    fn text_that_keeps_its_distance_is_fine() {
        assert_eq!(card(1).says("LW078"), "");
    }
}
