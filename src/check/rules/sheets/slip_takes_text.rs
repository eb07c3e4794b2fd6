use std::collections::BTreeMap;

use crate::check::rules::pages::{at_words, words};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity, beginning};
use crate::inspect::{self, Drawn, Part};
use crate::read::Kind;
use crate::typeset::Pages;

/// What is cut off takes no part of the letter with it.
pub static RULE: Rule = Rule {
    id: RuleId::SlipTakesText,
    severity: Severity::Error,
    asks: "A part to cut off takes no words of the letter with it: none beside it, and none on its back. Only lines that a reader can lose may stand there: the version, the page number, other formats, sources.",
    why: "Letters are printed on both sides. Whoever cuts the slip off and posts it would give away what stands on its back: what to bring, or the number to call.",
    before: "a slip at the foot of page 2, and how to get there at the foot of page 1",
    after: "the slip on a sheet of its own",
    source: "our own: it is seen with scissors",
    check: Some(Check::Pages(check)),
};

/// A part of a page that is cut off, mm from its top.
struct CutOff {
    page: usize,
    top: f64,
    bottom: f64,
}

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    if subject.publication.kind != Kind::Letter {
        return Vec::new();
    }
    let height = |page: usize| {
        let page = pages.on_paper().get(page);
        page.map_or(0.0, |page| page.frame.height().to_mm())
    };
    let drawn = inspect::drawn(pages.on_paper());
    let cut_off = cut_off(&drawn, height).into_iter();
    cut_off
        .filter_map(|slip| {
            let taken: Vec<&Drawn> = drawn.iter().filter(|it| slip.takes(it)).collect();
            let first = *taken.first()?;
            let side = if first.page == slip.page { "beside it" } else { "on its back" };
            let problem = rule.finding(format!(
                "the part to cut off on page {} takes `{}` with it, which stands {side} on page {}",
                slip.page + 1,
                beginning(words(first)),
                first.page + 1
            ));
            let help = "put the slip on a sheet of its own in the service's own `templates/letter-reply.typ`, \
                        or take the service's template away: the built-in one does";
            Some(at_words(subject, problem, words(first)).help(help))
        })
        .collect()
}

/// The parts that are cut off: from what is marked as such to the nearer edge of the page,
/// since one cuts from side to side.
fn cut_off(drawn: &[Drawn], height: impl Fn(usize) -> f64) -> Vec<CutOff> {
    let mut found: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for it in drawn.iter().filter(|it| it.is_in(Part::CutOff)) {
        let (top, bottom) = found.entry(it.page).or_insert((f64::MAX, 0.0));
        *top = top.min(it.area.top);
        *bottom = bottom.max(it.area.bottom);
    }
    let parts = found.into_iter().map(|(page, (top, bottom))| {
        let height = height(page);
        let is_above = top < height - bottom;
        CutOff {
            page,
            top: if is_above { 0.0 } else { top },
            bottom: if is_above { bottom } else { height },
        }
    });
    parts.collect()
}

impl CutOff {
    /// Whether these words go with it, and somebody would miss them.
    fn takes(&self, drawn: &Drawn) -> bool {
        // The other side of the same sheet: pages 1 and 2, 3 and 4.
        let is_on_sheet = drawn.page == self.page || drawn.page == self.page ^ 1;
        let stands_there = drawn.area.bottom > self.top && drawn.area.top < self.bottom;
        let may_go = [Part::CutOff, Part::CanBeLost, Part::Furniture];
        is_on_sheet
            && stands_there
            && drawn.text.is_some()
            && !may_go.into_iter().any(|part| drawn.is_in(part))
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    /// A letter of some lines with a slip.
    fn letter(lines: usize) -> Story {
        let text = "          We listen to you.\n\n".repeat(lines);
        Story::letter(&format!(
            "  - id: one
    heading: Before you come
    blocks:
      - text: |
{text}
  - id: reply
    heading: Your reply
    blocks:
      - reply-slip: {{choices: [I will come, I will not come]}}
"
        ))
    }

    /// A template that puts the slip on the back of the text.
    const ANYWHERE: (&str, &str) = ("context if ends-on-front(<end-of-page>) { notes-page }", "");

    #[test]
    fn words_on_the_back_of_a_slip_are_found() {
        let found = (4..12).map(|lines| {
            let story =
                letter(lines).template("templates/letter-reply.typ", ANYWHERE.0, ANYWHERE.1);
            story.says("LW110")
        });
        let found: Vec<String> = found.filter(|said| !said.is_empty()).collect();
        insta::assert_snapshot!(found.first().map_or("", String::as_str), @"
        error[LW110 slip-takes-text]: the part to cut off on page 2 takes `Harbour Pain Service` with it, which stands on its back on page 1
          ┌─ service.yaml:1:17
          │
        1 │ service: {name: Harbour Pain Service, organisation: Harbour Health, nation: england}
          │                 ^^^^^^^^^^^^^^^^^^^^
          │
          = help: put the slip on a sheet of its own in the service's own `templates/letter-reply.typ`, or take the service's template away: the built-in one does
        ");
    }

    #[test]
    fn a_slip_of_the_built_in_template_takes_nothing() {
        for lines in [4, 12, 20, 40] {
            assert_eq!(letter(lines).says("LW110"), "", "{lines}");
        }
    }

    #[test]
    fn a_letter_without_a_slip_is_not_cut() {
        assert_eq!(
            Story::letter_with_text("We listen to you.").says("LW110"),
            ""
        );
    }
}
