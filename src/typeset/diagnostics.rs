//! What Typst says, in the words and the look of every other problem.

use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};
use typst::syntax::DiagSpan;

use super::world::World;
use crate::diagnostics::{self, Place, Problem, Sources};

/// Typst's diagnostics as problems, their templates kept in `sources`.
pub fn problems(
    world: &World,
    sources: &Sources,
    diagnostics: &[SourceDiagnostic],
) -> Vec<Problem> {
    let problem = |diagnostic: &SourceDiagnostic| {
        let mut problem = said(diagnostic);
        problem.place = place(world, sources, diagnostic.span).map(|place| (place, String::new()));
        problem
    };
    diagnostics.iter().map(problem).collect()
}

/// What Typst says, without its place.
pub fn said(diagnostic: &SourceDiagnostic) -> Problem {
    let problem = match diagnostic.severity {
        Severity::Error => Problem::error(diagnostic.message.as_str()),
        Severity::Warning => Problem::warning(diagnostic.message.as_str()),
    };
    let hints = diagnostic.hints.iter();
    hints.fold(problem, |problem, hint| problem.help(hint.v.as_str()))
}

fn place(world: &World, sources: &Sources, span: DiagSpan) -> Option<Place> {
    let range = world.range(span)?;
    let (kind, name, text) = world.text(span.id()?)?;
    Some(Place {
        source: sources.add_once(kind, &name, &text),
        start: range.start,
        end: range.end,
    })
}

/// Takes out the warnings that nobody may print over: a layout that never settled
/// shows wrong numbers, and an unknown face is another face than was meant. Typst
/// tells its warnings apart by their words alone.
pub fn take_fatal(warnings: &mut Vec<Problem>) -> Vec<Problem> {
    let is_fatal = |problem: &Problem| {
        problem.message.contains("did not converge")
            || problem.message.contains("unknown font family")
    };
    let (fatal, harmless): (Vec<_>, Vec<_>) = warnings.drain(..).partition(is_fatal);
    *warnings = harmless;
    let fatal = fatal.into_iter();
    fatal
        .map(|problem| problem.severity(diagnostics::Severity::Error))
        .collect()
}
