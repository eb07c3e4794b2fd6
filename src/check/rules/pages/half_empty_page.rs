use super::{without_furniture, words};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Place, Problem, RuleId, Severity};
use crate::inspect::{self, Gap};
use crate::read::{Edition, Kind, Panel};
use crate::typeset::Pages;

/// No page has a third of it empty.
pub static RULE: Rule = Rule {
    id: RuleId::HalfEmptyPage,
    severity: Severity::Warning,
    asks: "No page of a leaflet, a booklet or a sheet has an empty stretch of more than a third of its height. The back cover of a booklet and the doors of a gate fold may have one, and letters, directories and large print end where they end.",
    why: "A page with a hole looks as if something is missing, and the paper is paid for.",
    before: "a page with one paragraph at its top",
    after: "the same page with lines to write on, or one page fewer",
    source: "our own",
    check: Some(Check::Pages(check)),
};

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    let publication = subject.publication;
    let flows = publication.edition == Edition::LargePrint
        || publication.kind == Kind::Letter
        || subject.guide.has_directory();
    // What runs over leaves an empty page behind it, which is another rule's to say.
    if flows || inspect::overfull(&pages.places) {
        return Vec::new();
    }
    let count = pages.document.pages().len();
    let gaps = inspect::half_empty(pages.document.pages()).into_iter();
    let gaps = gaps.filter(|gap| !is_composed(subject, gap.page, count));
    gaps.map(|gap| empty(rule, subject, pages, gap)).collect()
}

/// Whether a page is composed and not filled: the doors of a gate fold, the back cover of a
/// booklet, and the back of a copy that ends on the front of a sheet.
fn is_composed(subject: &Subject, page: usize, pages: usize) -> bool {
    let publication = subject.publication;
    let is_door = |panel: Panel| matches!(panel, Panel::FrontLeft | Panel::FrontRight);
    let panel = publication.format.panels().get(page);
    let copies = publication.copies.len();
    // The last copy has no such back.
    let with_back = (pages + 1).checked_div(copies).unwrap_or_default();
    if copies > 1 && with_back * copies == pages + 1 {
        return (page + 1).is_multiple_of(with_back);
    }
    match publication.kind {
        Kind::Booklet => page + 1 == pages,
        _ => panel.is_some_and(|(panel, _)| is_door(*panel)),
    }
}

fn empty(rule: &Rule, subject: &Subject, pages: &Pages, gap: Gap) -> Problem {
    let problem = rule.finding(format!(
        "{} has an empty stretch of {:.0} % of its height",
        subject.publication.page_name(gap.page),
        100.0 * gap.share
    ));
    let problem = match section_above(subject, pages, gap) {
        Some(place) => problem.at_saying(place, "it begins below this section"),
        None => problem.at(subject.guide.format.place),
    };
    problem.help("a picture, a quotation or lines to write on would fill it")
}

/// The section whose words are the last before the hole.
fn section_above(subject: &Subject, pages: &Pages, gap: Gap) -> Option<Place> {
    let drawn = without_furniture(pages);
    let above = drawn.iter().rfind(|drawn| {
        drawn.page == gap.page && drawn.area.bottom < gap.top + 0.1 && drawn.text.is_some()
    })?;
    let (text, _) = subject.publication.text_with(words(above))?;
    let mut sections = subject.publication.sections.iter();
    let section = sections.find(|section| Some(&section.id) == text.section.as_ref())?;
    Some(section.place)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const TWO_PAGES: &str = "  - id: one
    heading: Before you come
    blocks:
      - text: We listen to you.
  - id: two
    heading: On the day
    blocks:
      - page-break
      - text: You choose what happens next.
";

    #[test]
    fn a_page_with_a_hole_is_doubted() {
        // What the second has left is for notes.
        let story = Story::sheet("a4", TWO_PAGES);
        insta::assert_snapshot!(story.says("LW071"), @"
        warning[LW071 half-empty-page]: page 1 has an empty stretch of 70 % of its height
           ┌─ content/guides/story/en-GB.yaml:13:9
           │
        13 │   - id: one
           │         ^^^ it begins below this section
           │
           = help: a picture, a quotation or lines to write on would fill it
        ");
    }

    #[test]
    fn of_a_booklet_only_the_back_cover_may_be_empty() {
        let said = Story::booklet(TWO_PAGES).says("LW071");
        let pages: Vec<&str> = said.split("half-empty-page]: ").skip(1).collect();
        assert_eq!(pages.len(), 2, "{said}");
        assert!(
            pages[0].starts_with("page 2 ") && pages[1].starts_with("page 3 "),
            "{said}"
        );
    }

    #[test]
    fn letters_end_where_they_end() {
        assert_eq!(Story::letter(TWO_PAGES).says("LW071"), "");
    }

    #[test]
    fn a_page_to_write_on_is_full() {
        let story = Story::leaflet(
            "  - id: one\n    heading: My questions\n    blocks:\n      - write-in: {lines: 20}\n",
        );
        assert_eq!(story.says("LW071"), "");
    }
}
