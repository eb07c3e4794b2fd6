use super::{at_words, without_furniture, words};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity, beginning};
use crate::inspect::{Drawn, Part};
use crate::typeset::Pages;

/// A heading stands on the page of what it is a heading of.
pub static RULE: Rule = Rule {
    id: RuleId::HeadingAtFoot,
    severity: Severity::Warning,
    asks: "Under every heading stands something on the same page.",
    why: "A heading at the foot of a page announces what does not come. The reader turns over and finds a text without a heading.",
    before: "\"What to bring\" as the last line of page 1, and the list on page 2",
    after: "\"What to bring\" and its list, both on page 2",
    source: "widely known among printers",
    check: Some(Check::Pages(check)),
};

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    let drawn = without_furniture(pages);
    let mut problems = Vec::new();
    for (number, ends) in drawn.iter().enumerate() {
        let Some(within) = ends.innermost(Part::Heading) else {
            continue;
        };
        // A title may have a page to itself: one door of a gate fold.
        if within.level.is_some_and(|level| level.get() == 1) {
            continue;
        }
        let heading = within.number;
        let mut after = drawn[number + 1..].iter();
        let next = after.clone().next();
        if next.is_some_and(|next| next.number_of(Part::Heading) == Some(heading)) {
            continue;
        }
        // A heading of a lower level belongs to what this one is a heading of.
        let is_lower = |drawn: &Drawn| {
            let next = drawn.innermost(Part::Heading);
            next.is_some_and(|next| next.level > within.level)
        };
        let below = after.find(|drawn| !is_lower(drawn));
        let below = below.filter(|below| below.page == ends.page);
        if below.is_some_and(|below| !below.is_in(Part::Heading)) {
            continue;
        }
        let lines = drawn[..=number].iter();
        let lines = lines.filter(|drawn| drawn.number_of(Part::Heading) == Some(heading));
        let lines: Vec<&str> = lines.map(words).collect();
        let problem = rule.finding(format!(
            "nothing stands under the heading `{}` on {}",
            beginning(&lines.concat()),
            subject.publication.page_name(ends.page)
        ));
        let first = lines.first().copied().unwrap_or_default();
        let help = match below {
            Some(_) => "write under it what it announces, or take it out",
            None => "write under it what it announces, or put a `page-break` above it",
        };
        problems.push(at_words(subject, problem, first).help(help));
    }
    problems
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn letter(lines: usize) -> Story {
        let text = "We listen to you.\\n\\n".repeat(lines);
        Story::letter(&format!(
            "  - id: one
    heading: Before you come
    blocks:
      - text: \"{text}\"
  - id: two
    heading: What to bring
    blocks:
      - checklist: [A list of your medicines, Your glasses]
"
        ))
    }

    const LOOSE: (&str, &str) = (
        "show heading: set block(above: above, below: line)",
        "show heading: set block(above: above, below: line, sticky: false)",
    );

    #[test]
    fn a_heading_alone_at_the_foot_of_a_page_is_found() {
        let found = (8..20).map(|lines| {
            letter(lines)
                // A heading in a letter that is folded is kept by another template.
                .settings("post: dl", "post: none")
                .template("templates/type.typ", LOOSE.0, LOOSE.1)
                .says("LW072")
        });
        let found: Vec<String> = found.filter(|said| !said.is_empty()).collect();
        insta::assert_snapshot!(found.first().map_or("", String::as_str), @"
        warning[LW072 heading-at-foot]: nothing stands under the heading `What to bring` on page 1
           ┌─ content/guides/story/en-GB.yaml:18:14
           │
        18 │     heading: What to bring
           │              ^^^^^^^^^^^^^
           │
           = help: write under it what it announces, or put a `page-break` above it
        ");
    }

    #[test]
    fn a_heading_over_nothing_is_found() {
        let story = Story::leaflet(
            "  - id: one\n    heading: Before you come\n    blocks:\n      - text: We listen.\n  - id: two\n    heading: On the day\n    blocks: []\n  - id: three\n    heading: Afterwards\n    blocks:\n      - page-break\n      - text: Rest.\n",
        );
        let large = story.clone().large_print();
        insta::assert_snapshot!(large.says("LW072"), @"
        warning[LW072 heading-at-foot]: nothing stands under the heading `On the day` on page 2
           ┌─ content/guides/story/en-GB.yaml:18:14
           │
        18 │     heading: On the day
           │              ^^^^^^^^^^
           │
           = help: write under it what it announces, or take it out
        ");
        insta::assert_snapshot!(story.says("LW072"), @"
        warning[LW072 heading-at-foot]: nothing stands under the heading `On the day` on page 1
           ┌─ content/guides/story/en-GB.yaml:18:14
           │
        18 │     heading: On the day
           │              ^^^^^^^^^^
           │
           = help: write under it what it announces, or put a `page-break` above it
        ");
    }

    #[test]
    fn headings_that_stay_with_their_text_are_fine() {
        for lines in [8, 11, 12, 13, 14] {
            assert_eq!(letter(lines).says("LW072"), "", "{lines}");
        }
    }
}
