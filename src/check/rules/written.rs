//! Rules that other rooms name in their problems exist.

use std::fs;
use std::path::{Path, PathBuf};

use super::ALL;

/// What is said to break a rule in a source text: whatever stands in quotes in
/// `.rule("…")`, however the call is broken over lines.
fn named(text: &str) -> Vec<&str> {
    let calls = text.split(".rule(").skip(1);
    calls
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn rules_are_found_in_a_text() {
    let text = "a.rule(\"LW001 one\") b\n  .rule(\n    \"LW002 two\",\n) c.rule(CONSTANT.id)";
    assert_eq!(named(text), ["LW001 one", "LW002 two"]);
}

/// A slip there would make a finding that nobody can look up or silence.
#[test]
fn every_rule_that_a_problem_names_exists() {
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    assert!(files.len() > 100, "{} files", files.len());
    for file in files {
        // This one names some that do not.
        if file.ends_with("rules/written.rs") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a text");
        for id in named(&text) {
            let known = ALL.iter().any(|rule| rule.id == id);
            assert!(known, "{}: no rule `{id}`", file.display());
        }
    }
}
