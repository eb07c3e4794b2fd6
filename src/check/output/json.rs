//! Findings as JSON, one array.

use serde::Serialize;

use super::{Spot, spot};
use crate::diagnostics::{Help, Problem, RuleId, Sources};

#[derive(Serialize)]
struct Finding<'a> {
    code: Option<&'a str>,
    name: Option<&'a str>,
    severity: &'a str,
    message: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    help: Vec<String>,
}

/// An array of objects, an object a problem, in their order. `docs/check.md` says
/// what each key means; what does not apply is `null`.
///
/// # Errors
/// Never, in practice: there is nothing here that JSON cannot hold.
pub fn json(problems: &[Problem], sources: &Sources) -> serde_json::Result<String> {
    let spots: Vec<Option<Spot>> = problems.iter().map(|p| spot(sources, p)).collect();
    let found: Vec<Finding> = problems
        .iter()
        .zip(&spots)
        .map(|(problem, spot)| {
            let spot = spot.as_ref();
            Finding {
                code: problem.code(),
                name: problem.rule_id().map(RuleId::name),
                severity: problem.severity.word(),
                message: &problem.message,
                file: spot.map(|spot| spot.file.as_str()),
                line: spot.map(|spot| spot.line),
                column: spot.map(|spot| spot.column),
                end_line: spot.map(|spot| spot.end_line),
                end_column: spot.map(|spot| spot.end_column),
                help: problem.help.iter().map(Help::to_string).collect(),
            }
        })
        .collect();
    Ok(serde_json::to_string_pretty(&found)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::super::tests::examples;
    use super::*;

    #[test]
    fn every_key_is_there_for_every_finding() {
        let (sources, problems) = examples();
        let text = json(&problems, &sources).expect("JSON");
        insta::assert_snapshot!(text, @r#"
        [
          {
            "code": "LW012",
            "name": "word-to-avoid",
            "severity": "warning",
            "message": "the tone avoids `risk`: 100% of it",
            "file": "my, service/service.yaml",
            "line": 1,
            "column": 10,
            "end_line": 1,
            "end_column": 14,
            "help": [
              "better: chance",
              "or: likelihood"
            ]
          },
          {
            "code": null,
            "name": null,
            "severity": "error",
            "message": "people.csv:3: column `postcode` is empty",
            "file": null,
            "line": null,
            "column": null,
            "end_line": null,
            "end_column": null,
            "help": []
          },
          {
            "code": null,
            "name": null,
            "severity": "note",
            "message": "two of them",
            "file": "built-in/content/tones/wellbeing.yaml",
            "line": 2,
            "column": 1,
            "end_line": 2,
            "end_column": 7,
            "help": []
          },
          {
            "code": null,
            "name": null,
            "severity": "warning",
            "message": "typed",
            "file": null,
            "line": null,
            "column": null,
            "end_line": null,
            "end_column": null,
            "help": []
          }
        ]
        "#);
    }

    #[test]
    fn nothing_found_is_an_empty_array() {
        assert_eq!(json(&[], &Sources::default()).expect("JSON"), "[]\n");
    }
}
