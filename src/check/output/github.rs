//! Findings as annotations of a GitHub workflow: workflow commands, a line each.
//! GitHub's documentation, "Workflow commands for GitHub Actions", says how they
//! are written, and actions/toolkit how they are escaped.

use super::{in_full, spot};
use crate::diagnostics::{Problem, Severity, Sources};

/// One line a problem, in their order.
pub fn github(problems: &[Problem], sources: &Sources) -> String {
    let lines = problems.iter().map(|problem| line(problem, sources) + "\n");
    lines.collect()
}

fn line(problem: &Problem, sources: &Sources) -> String {
    let command = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = Vec::new();
    if let Some(spot) = spot(sources, problem) {
        properties.push(format!("file={}", property(&spot.file)));
        properties.push(format!("line={}", spot.line));
        properties.push(format!("col={}", spot.column));
        properties.push(format!("endColumn={}", spot.end_column));
    }
    let title = problem
        .code
        .map_or("leafwright".to_owned(), |code| code.to_string());
    properties.push(format!("title={}", property(&title)));
    let message = message(&in_full(problem));
    format!("::{command} {}::{message}", properties.join(","))
}

/// A message ends at the end of its line.
fn message(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property ends at a comma, and all of them at two colons.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::tests::examples;
    use super::*;

    #[test]
    fn a_line_a_finding_and_nothing_breaks_out_of_it() {
        let (sources, problems) = examples();
        insta::assert_snapshot!(github(&problems, &sources), @"
        ::warning file=my%2C service/service.yaml,line=1,col=10,endColumn=14,title=LW012 word-to-avoid::the tone avoids `risk`: 100%25 of it%0Ahelp: better: chance%0Ahelp: or: likelihood
        ::error title=leafwright::people.csv:3: column `postcode` is empty
        ::notice file=built-in/content/tones/wellbeing.yaml,line=2,col=1,endColumn=7,title=leafwright::two of them
        ::warning title=leafwright::typed
        ");
    }
}
