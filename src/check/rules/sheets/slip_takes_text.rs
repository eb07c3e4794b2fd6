use std::collections::BTreeMap;

use crate::check::rules::pages::{at_words, beginning, words};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
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
        let page = pages.document.pages().get(page);
        page.map_or(0.0, |page| page.frame.height().to_mm())
    };
    let drawn = inspect::drawn(pages.document.pages());
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
            let help = "put the slip on a sheet of its own in the service's own `templates/letter-page.typ`, \
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
