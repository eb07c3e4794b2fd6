//! Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), the
//! part of it that code scanning reads.

mod log;

use std::fmt::Write as _;

use log::{
    Artifact, Configuration, Descriptor, Driver, Finding, Location, Log, Message, PhysicalLocation,
    Region, Run, Tool,
};

use super::{Spot, file_of, in_full, spot, spot_of};
use crate::check::Rule;
use crate::check::rules::ALL;
use crate::diagnostics::{Problem, SourceId, Sources};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Stands for the rule of a problem that breaks none: GitHub asks for one.
const NO_RULE: &str = "while-reading";

/// A log with one run: every rule there is, and a result a problem, in their order.
///
/// # Errors
/// Never, in practice: there is nothing here that JSON cannot hold.
pub fn sarif(problems: &[Problem], sources: &Sources) -> serde_json::Result<String> {
    let rules = ALL.iter().map(|rule| described(rule));
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    version: env!("CARGO_PKG_VERSION"),
                    rules: rules.chain([no_rule()]).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results: problems.iter().map(|p| finding(p, sources)).collect(),
        }],
    };
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

fn described(rule: &Rule) -> Descriptor {
    let help = format!(
        "Instead of:\n\n{}\n\nwrite:\n\n{}\n\nSource: {}",
        rule.before, rule.after, rule.source
    );
    Descriptor {
        id: rule.code(),
        name: rule.name(),
        short_description: message(rule.asks),
        full_description: Some(message(rule.why)),
        help: Some(message(help)),
        default_configuration: Configuration {
            level: rule.severity.word(),
        },
    }
}

fn no_rule() -> Descriptor {
    let what =
        "What was found while files were read and pages laid out, before any rule was asked.";
    Descriptor {
        id: NO_RULE,
        name: NO_RULE,
        short_description: message(what),
        full_description: None,
        help: None,
        default_configuration: Configuration { level: "error" },
    }
}

fn finding(problem: &Problem, sources: &Sources) -> Finding {
    let number = ALL
        .iter()
        .position(|rule| Some(rule.id) == problem.rule_id());
    let here = match spot(sources, problem) {
        Some(spot) => Some(location(spot, None)),
        None => service(sources),
    };
    let others = problem.also.iter().filter_map(|(place, label)| {
        let said = (!label.is_empty()).then(|| message(label));
        Some(location(spot_of(sources, *place)?, said))
    });
    Finding {
        rule_id: number.map_or(NO_RULE, |number| ALL[number].code()),
        rule_index: number.unwrap_or(ALL.len()),
        level: problem.severity.word(),
        message: message(in_full(problem)),
        locations: here.into_iter().collect(),
        related_locations: others.collect(),
    }
}

fn location(spot: Spot, message: Option<Message>) -> Location {
    Location {
        physical_location: PhysicalLocation {
            artifact_location: Artifact {
                uri: uri(&spot.file),
            },
            region: Some(Region {
                start_line: spot.line,
                start_column: spot.column,
                end_line: spot.end_line,
                end_column: spot.end_column,
            }),
        },
        message,
    }
}

/// The file that stands for the whole service, the first that is read: GitHub
/// refuses a log in which a result has no location.
fn service(sources: &Sources) -> Option<Location> {
    let file = file_of(sources, SourceId::from_number(0))?;
    Some(Location {
        physical_location: PhysicalLocation {
            artifact_location: Artifact { uri: uri(&file) },
            region: None,
        },
        message: None,
    })
}

fn message(text: impl Into<String>) -> Message {
    Message { text: text.into() }
}

/// A path as a reference that can stand in a URI: RFC 3986, section 2.3, leaves
/// letters, digits and four marks as they are.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            // Writing to a string does not fail.
            other => drop(write!(uri, "%{other:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::check::output::tests::examples;

    fn log() -> Value {
        let (sources, problems) = examples();
        let text = sarif(&problems, &sources).expect("JSON");
        serde_json::from_str(&text).expect("JSON")
    }

    /// The schema is Microsoft's: `tests/fixtures/README.md`.
    #[test]
    fn the_schema_of_sarif_allows_it() {
        let schema = include_str!("../../../../tests/fixtures/sarif-2.1.0-rtm.5.json");
        // Its pattern for languages has a bracket too many, which a strict reader
        // of patterns refuses. We give no language.
        let schema = schema.replace("{2}]?$", "{2}?$");
        let schema = serde_json::from_str(&schema).expect("a schema");
        let schema = jsonschema::validator_for(&schema).expect("a schema");
        let mut log = log();
        let found: Vec<String> = schema
            .iter_errors(&log)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(found, Vec::<String>::new());
        // It sees what is wrong, or it would say nothing about anything.
        log["runs"][0]["results"][0]["level"] = "bad".into();
        assert!(!schema.is_valid(&log));
    }

    #[test]
    fn results_name_a_rule_and_a_place() {
        let mut log = log();
        let run = &mut log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].take();
        for result in run["results"].as_array_mut().expect("results") {
            // It changes with every new rule, and is no part of the snapshot.
            let index = result
                .as_object_mut()
                .expect("a result")
                .remove("ruleIndex");
            let index = index.and_then(|index| index.as_u64()).expect("a number");
            let rule = &rules[usize::try_from(index).expect("a small number")];
            assert_eq!(rule["id"], result["ruleId"]);
        }
        insta::assert_snapshot!(
            serde_json::to_string_pretty(&run["results"]).expect("JSON"),
            @r#"
        [
          {
            "level": "warning",
            "locations": [
              {
                "physicalLocation": {
                  "artifactLocation": {
                    "uri": "my%2C%20service/service.yaml"
                  },
                  "region": {
                    "endColumn": 14,
                    "endLine": 1,
                    "startColumn": 10,
                    "startLine": 1
                  }
                }
              }
            ],
            "message": {
              "text": "the tone avoids `risk`: 100% of it\nhelp: better: chance\nhelp: or: likelihood"
            },
            "ruleId": "LW012"
          },
          {
            "level": "error",
            "locations": [
              {
                "physicalLocation": {
                  "artifactLocation": {
                    "uri": "my%2C%20service/service.yaml"
                  }
                }
              }
            ],
            "message": {
              "text": "people.csv:3: column `postcode` is empty"
            },
            "ruleId": "while-reading"
          },
          {
            "level": "note",
            "locations": [
              {
                "physicalLocation": {
                  "artifactLocation": {
                    "uri": "built-in/content/tones/wellbeing.yaml"
                  },
                  "region": {
                    "endColumn": 7,
                    "endLine": 2,
                    "startColumn": 1,
                    "startLine": 2
                  }
                }
              }
            ],
            "message": {
              "text": "two of them"
            },
            "ruleId": "while-reading"
          },
          {
            "level": "warning",
            "locations": [
              {
                "physicalLocation": {
                  "artifactLocation": {
                    "uri": "my%2C%20service/service.yaml"
                  }
                }
              }
            ],
            "message": {
              "text": "typed"
            },
            "ruleId": "while-reading"
          }
        ]
        "#
        );
    }
}
