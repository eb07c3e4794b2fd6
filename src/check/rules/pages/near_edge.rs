use super::at_words;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity, beginning};
use crate::inspect::{self, NearEdge};
use crate::typeset::Pages;

/// Text keeps away from where paper is cut or folded.
pub static RULE: Rule = Rule {
    id: RuleId::NearEdge,
    severity: Severity::Error,
    asks: "Text stands 5 mm or more from every edge of its page.",
    why: "Paper is never cut or folded quite where it should be, and office printers leave a margin white: a letter is lost, and it may be a digit of a phone number.",
    before: "a long web address that ends at the edge of a narrow panel",
    after: "a shorter one, or one that breaks",
    source: "print shops ask for text 5 mm inside the trim",
    check: Some(Check::Pages(check)),
};

/// What reaches less over an edge is rounding, mm.
const OVER: f64 = 0.1;

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    let found = inspect::too_near(pages.document.pages()).into_iter();
    // What runs over is another rule's to say.
    let near = found.filter(|near| near.distance >= -OVER);
    near.map(|near| problem(rule, subject, &near)).collect()
}

fn problem(rule: &Rule, subject: &Subject, near: &NearEdge) -> Problem {
    let NearEdge {
        edge,
        distance,
        left,
        top,
        ..
    } = near;
    let problem = rule.finding(format!(
        "`{}` on {} stands {:.1} mm from the {edge} edge, {left:.0} mm from the left and {top:.0} mm from the top",
        beginning(&near.words),
        subject.publication.page_name(near.page),
        distance.max(0.0)
    ));
    at_words(subject, problem, &near.words)
        .help("text has to stay 5 mm from where paper is cut or folded: shorten it, or change the template")
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn at(left: &str) -> String {
        Story::drawing(&format!("#place(top + left, dx: {left})[Listening]")).says("LW078")
    }

    #[test]
    fn text_near_an_edge_is_found_and_what_runs_over_is_another_rules() {
        insta::assert_snapshot!(at("-7mm"), @"
        error[LW078 near-edge]: `Listening` on page 1 stands 3.3 mm from the left edge, 3 mm from the left and 10 mm from the top
          ┌─ content/guides/story/en-GB.yaml:3:9
          │
        3 │ format: dl-card
          │         ^^^^^^^
          │
          = help: text has to stay 5 mm from where paper is cut or folded: shorten it, or change the template
        ");
        assert_eq!(at("-11mm"), "");
    }

    #[test]
    fn text_that_keeps_its_distance_is_fine() {
        assert_eq!(at("0mm"), "");
    }
}
