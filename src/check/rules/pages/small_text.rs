use std::collections::BTreeSet;

use super::{at_words, words};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity, beginning};
use crate::inspect::{self, Drawn, Part};
use crate::read::{Area, Edition};
use crate::tailor::Publication;
use crate::typeset::Pages;

/// Every letter is large enough to be read.
pub static RULE: Rule = Rule {
    id: RuleId::SmallText,
    severity: Severity::Warning,
    asks: "Nothing is set smaller than 10 pt. In large print nothing is set smaller than 16 pt, but for the raised numbers of notes and the address in an envelope's window, which have 10 pt at least as well.",
    why: "Small print is not read, and people who need large print were promised it.",
    before: "a line of 8 pt at the foot of a page",
    after: "the same line in 10.5 pt",
    source: "UKAAF: large print is 16 pt at least; Royal Mail: addresses of 10 to 12 pt; 10 pt as the least of all is our own",
    check: Some(Check::Pages(check)),
};

/// The smallest size, pt.
const LEAST: f64 = 10.0;

/// The smallest size of text in large print, pt.
const LEAST_IN_LARGE_PRINT: f64 = 16.0;

/// Where the address stands when no envelope has a window, mm.
const NO_WINDOW: Area = Area {
    left: 20.0,
    top: 50.0,
    right: 103.0,
    bottom: 78.0,
};

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    let drawn = inspect::drawn(pages.document.pages());
    let mut said = BTreeSet::new();
    let mut problems = Vec::new();
    for here in &drawn {
        let Some(size) = here.text.as_ref().map(|text| text.size) else {
            continue;
        };
        let least = least(subject, here);
        // Less is rounding.
        if size >= least - 0.01 {
            continue;
        }
        // Each size once a page.
        if !said.insert((here.page, (size * 10.0) as i64)) {
            continue;
        }
        let problem = rule.finding(format!(
            "`{}` on {} is set in {size:.1} pt, and {least} pt is the least",
            beginning(words(here)),
            subject.publication.page_name(here.page)
        ));
        let help = if here.is_in(Part::NoteNumber) {
            "the size of raised numbers stands in the template: `set super` in `templates/type.typ`, if the service has its own"
        } else {
            "sizes stand in the template: `sizes` in `templates/type.typ`, if the service has its own"
        };
        problems.push(at_words(subject, problem, words(here)).help(help));
    }
    problems
}

fn least(subject: &Subject, drawn: &Drawn) -> f64 {
    let publication = subject.publication;
    let window = publication
        .letter
        .as_ref()
        .map(|letter| letter.window.unwrap_or(NO_WINDOW));
    let in_window = window.is_some_and(|window| {
        let area = drawn.area;
        begins_a_letter(publication, drawn.page)
            && area.left > window.left - 1.0
            && area.right < window.right + 1.0
            && area.top > window.top - 1.0
            && area.bottom < window.bottom + 1.0
    });
    match publication.edition {
        Edition::LargePrint if !in_window && !drawn.is_in(Part::NoteNumber) => LEAST_IN_LARGE_PRINT,
        _ => LEAST,
    }
}

/// Whether a page is the first of a letter, or of a copy of it: those begin new sheets.
fn begins_a_letter(publication: &Publication, page: usize) -> bool {
    page == 0 || !publication.copies.is_empty() && page.is_multiple_of(2)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SECTION: &str = "  - id: who
    heading: Who we are
    blocks:
      - text: We listen.[^a]
      - contacts: all
";

    fn cited(story: Story) -> Story {
        story.guide(
            "sources: []",
            "sources: [{id: a, text: A study of people who listen}]",
        )
    }

    #[test]
    fn small_letters_are_found() {
        let story = cited(Story::leaflet(SECTION)).template(
            "templates/type.typ",
            "small: calc.max(10pt, s * 10pt)",
            "small: 8pt",
        );
        insta::assert_snapshot!(story.says("LW074"), @"
        warning[LW074 small-text]: `Harbour Pain Service · Harbour Health · …` on page 1 is set in 8.0 pt, and 10 pt is the least
          ┌─ content/guides/story/en-GB.yaml:3:9
          │
        3 │ format: a4
          │         ^^
          │
          = help: sizes stand in the template: `sizes` in `templates/type.typ`, if the service has its own
        ");
        let story = cited(Story::letter(SECTION)).large_print().template(
            "templates/type.typ",
            "body: 18pt, small: 18pt",
            "body: 15pt, small: 18pt",
        );
        insta::assert_snapshot!(story.says("LW074"), @"
        warning[LW074 small-text]: `Harbour Pain Service` on page 1 is set in 15.0 pt, and 16 pt is the least
          ┌─ service.yaml:1:17
          │
        1 │ service: {name: Harbour Pain Service, organisation: Harbour Health, nation: england}
          │                 ^^^^^^^^^^^^^^^^^^^^
          │
          = help: sizes stand in the template: `sizes` in `templates/type.typ`, if the service has its own

        warning[LW074 small-text]: `Yours sincerely` on page 2 is set in 15.0 pt, and 16 pt is the least
          ┌─ content/guides/story/en-GB.yaml:3:9
          │
        3 │ format: a4-letter
          │         ^^^^^^^^^
          │
          = help: sizes stand in the template: `sizes` in `templates/type.typ`, if the service has its own
        ");
    }

    #[test]
    fn small_note_numbers_are_found() {
        let raised = ("size: calc.max(10pt, 0.75 * sizes.body)", "size: 8pt");
        let small = |story| cited(story).template("templates/type.typ", raised.0, raised.1);
        insta::assert_snapshot!(small(Story::leaflet(SECTION)).says("LW074"), @"
        warning[LW074 small-text]: `1` on page 1 is set in 8.0 pt, and 10 pt is the least
          ┌─ content/guides/story/en-GB.yaml:3:9
          │
        3 │ format: a4
          │         ^^
          │
          = help: the size of raised numbers stands in the template: `set super` in `templates/type.typ`, if the service has its own
        ");
        let large = small(Story::leaflet(SECTION)).large_print();
        assert!(
            large
                .says("LW074")
                .contains("is set in 8.0 pt, and 10 pt is the least")
        );
    }

    #[test]
    fn in_large_print_note_numbers_and_the_window_may_be_smaller() {
        assert_eq!(cited(Story::leaflet(SECTION)).says("LW074"), "");
        let large = cited(Story::leaflet(SECTION)).large_print();
        assert_eq!(large.says("LW074"), "");
        for post in ["dl", "c5", "notify", "nhs-notify", "none"] {
            let story =
                cited(Story::letter(SECTION)).settings("post: dl", &format!("post: {post}"));
            assert_eq!(story.large_print().says("LW074"), "", "{post}");
        }
    }
}
