//! What was found, said to other programs and to editors, and the rules said to people:
//! each a function to a text.

mod github;
mod json;
#[cfg(test)]
mod manual;
mod page;
mod sarif;

pub use github::github;
pub use json::json;
pub use page::{Page, page};
pub use sarif::sarif;

use std::path::Path;

use crate::diagnostics::{
    Place, Problem, SourceId, SourceKind, Sources, pointed_at, shown_in_short,
};

/// Where something stands, as other programs count: lines and columns from 1,
/// columns in characters, the end one column after the last character.
struct Spot {
    /// From the current folder, with `/` between folders; `built-in/…` for what is
    /// built in.
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// Where a problem points. Nowhere, where it has no place in a file: it is about
/// everything, or about a row of people, which other programs must not open.
fn spot(sources: &Sources, problem: &Problem) -> Option<Spot> {
    spot_of(sources, pointed_at(sources, problem)?)
}

fn spot_of(sources: &Sources, place: Place) -> Option<Spot> {
    let end = Place {
        start: place.end,
        ..place
    };
    let (line, column) = sources.line_and_column(place);
    let (end_line, end_column) = sources.line_and_column(end);
    Some(Spot {
        file: file_of(sources, place.source)?,
        line,
        column,
        end_line,
        end_column,
    })
}

/// The path of a source from the current folder; none for what the caller asked for.
fn file_of(sources: &Sources, source: SourceId) -> Option<String> {
    let name = sources.name(source);
    if name.is_empty() || sources.kind(source) == SourceKind::Argument {
        return None;
    }
    let path = Path::new(&*name);
    let here = std::env::current_dir().ok();
    let below = here.and_then(|here| path.strip_prefix(here).ok());
    let path = below.unwrap_or(path).display().to_string();
    Some(path.replace('\\', "/"))
}

/// What is wrong, and below it what to do.
fn in_full(problem: &Problem) -> String {
    let help = problem.help.iter().map(|help| format!("help: {help}"));
    let lines = std::iter::once(problem.message.clone()).chain(help);
    let lines: Vec<String> = lines.map(|line| shown_in_short(&line)).collect();
    lines.join("\n")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::check::rules::rule;

    /// One problem of each kind: words in a file, nowhere, and in a file that is
    /// built in.
    pub fn examples() -> (Sources, Vec<Problem>) {
        let sources = Sources::default();
        let settings = sources.add(
            SourceKind::Service,
            "my, service/service.yaml",
            "name: Tŷ risk\n",
        );
        let built_in = sources.add(
            SourceKind::BuiltIn,
            "built-in/content/tones/wellbeing.yaml",
            "tone: a\nterms:\n",
        );
        let typed = sources.add(SourceKind::Argument, "--set service.name", "risk");
        let place = |source, start, end| Place { source, start, end };
        let avoided = rule("LW012")
            .expect("a rule")
            .finding("the tone avoids `risk`: 100% of it")
            .at(place(settings, 6, 14))
            .on_words("Tŷ risk", 4, "risk")
            .help("better: chance")
            .help("or: likelihood");
        let nowhere = Problem::error("people.csv:3: column `postcode` is empty");
        let below = Problem::note("two of them").at(place(built_in, 8, 14));
        let option = Problem::warning("typed").at(place(typed, 0, 4));
        (sources, vec![avoided, nowhere, below, option])
    }

    #[test]
    fn columns_are_counted_in_characters() {
        let (sources, problems) = examples();
        let spot = spot(&sources, &problems[0]).expect("a place");
        assert_eq!((spot.line, spot.column), (1, 10));
        assert_eq!((spot.end_line, spot.end_column), (1, 14));
    }

    #[test]
    fn files_are_named_from_here() {
        let here = std::env::current_dir().expect("a folder");
        let path = here.join("service.yaml").display().to_string();
        let sources = Sources::default();
        let file = |kind, name: &str| file_of(&sources, sources.add(kind, name, "a: b"));
        let cases = [
            (path.as_str(), "service.yaml"),
            ("../a/b.yaml", "../a/b.yaml"),
            ("a\\b.yaml", "a/b.yaml"),
        ];
        for (name, shown) in cases {
            assert_eq!(file(SourceKind::Service, name).as_deref(), Some(shown));
        }
        assert_eq!(file(SourceKind::Argument, "--set tone"), None);
    }
}
