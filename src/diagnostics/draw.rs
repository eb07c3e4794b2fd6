//! How a problem looks on the terminal: the same hand that draws Typst's own.

use codespan_reporting::diagnostic::{Diagnostic, Label, LabelStyle, Severity as Level};
use codespan_reporting::term::{self, Config, termcolor::WriteColor};

use super::excerpt::Excerpts;
use super::{Place, Problem, Severity, Sources, Words, shown_in_short};

/// Draws a problem with the line it means.
///
/// # Errors
/// Only when the output itself cannot be written to.
pub fn draw(
    output: &mut dyn WriteColor,
    sources: &Sources,
    problem: &Problem,
) -> std::io::Result<()> {
    let level = match problem.severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Note => Level::Note,
    };
    let problem = &problem.with_help_in(sources);
    let pointed = problem.place.iter().zip(pointed_at(sources, problem));
    let first = pointed.map(|((_, label), place)| (LabelStyle::Primary, place, label));
    let others = problem.also.iter().map(|(place, label)| {
        let place = narrowed(sources, *place, None);
        (LabelStyle::Secondary, place, label)
    });
    let pointed: Vec<_> = first.chain(others).collect();
    let places: Vec<Place> = pointed.iter().map(|(_, place, _)| *place).collect();
    let (excerpts, ranges) = Excerpts::of(sources, &places);
    let labels = pointed.into_iter().zip(ranges);
    let labels = labels.map(|((style, place, label), range)| {
        Label::new(style, place.source.index(), range).with_message(shown_in_short(label))
    });
    let help = problem.help.iter().map(|help| format!("help: {help}"));
    let diagnostic = Diagnostic {
        code: problem.code.map(|code| code.to_string()),
        ..Diagnostic::new(level)
    };
    let diagnostic = diagnostic
        .with_message(shown_in_short(&problem.message))
        .with_labels(labels.collect())
        .with_notes(help.map(|help| shown_in_short(&help)).collect());
    let config = Config {
        tab_width: 2,
        ..Config::default()
    };
    let drawn = term::emit_to_write_style(output, &config, &excerpts, &diagnostic);
    drawn.map_err(|error| match error {
        codespan_reporting::files::Error::Io(error) => error,
        other => std::io::Error::other(other),
    })
}

/// The part of its place that a problem points at: the words it means, or the
/// first line.
pub fn pointed_at(sources: &Sources, problem: &Problem) -> Option<Place> {
    let (place, _) = problem.place.as_ref()?;
    Some(narrowed(sources, *place, problem.words.as_ref()))
}

/// The words within the place, and of those the first line: a box round a whole
/// group hides the line that matters.
fn narrowed(sources: &Sources, place: Place, words: Option<&Words>) -> Place {
    let text = sources.at(place);
    let found = words.and_then(|words| words.find_in(&text));
    let (start, length) = found.unwrap_or((0, text.len()));
    let first_line = text[start..start + length]
        .lines()
        .next()
        .unwrap_or_default();
    Place {
        source: place.source,
        start: place.start + start,
        end: place.start + start + first_line.trim_end().len(),
    }
}
