//! The whole library: every guide is printed by one of the example services, in every tone
//! and edition, and nothing speaks against handing it out.

use std::collections::BTreeSet;

use jiff::civil::Date;
use leafwright::diagnostics::{Problem, Severity};
use leafwright::{Choice, Edition, Options, Target, Workspace};

/// What is true of every example: nobody has rung its crisis lines. That is for whoever
/// makes it their own, and no example may say that it was done.
const NOT_RUNG: &str = "LW067";

/// A day on which all that they say is fresh.
pub const DAY: Date = Date::constant(2026, 12, 1);

/// Every example service, on that day.
pub fn examples() -> Vec<(&'static str, Workspace)> {
    let options = Options {
        date: Some(DAY),
        ..Options::default()
    };
    Workspace::examples(&options).expect("each can be opened")
}

/// What would keep a publication from being handed out.
fn against(problems: &[Problem]) -> Vec<String> {
    let problems = problems
        .iter()
        .filter(|problem| problem.severity != Severity::Note && problem.code() != Some(NOT_RUNG));
    let said = problems.map(|problem| {
        let code = problem.code().unwrap_or_default();
        format!("{code} {}", problem.message)
    });
    said.collect()
}

#[test]
fn every_guide_is_printed_by_an_example() {
    let mut printed = BTreeSet::new();
    let mut known = BTreeSet::new();
    for (_, workspace) in examples() {
        let ids = workspace.publications().expect("guides that exist");
        printed.extend(ids.into_iter().map(|id| id.guide));
        known.extend(workspace.guides().into_iter().map(|guide| guide.id));
    }
    assert_eq!(printed, known);
}

#[test]
fn every_example_prints_its_set_and_nothing_is_found() {
    let mut wrong = Vec::new();
    for (name, workspace) in examples() {
        for id in workspace.publications().expect("guides that exist") {
            let checked = workspace.check(&id, &Choice::default());
            let found = match checked {
                Ok(checked) => against(&checked.findings),
                Err(error) => vec![error.to_string()],
            };
            wrong.extend(
                found
                    .into_iter()
                    .map(|said| format!("{name}, {}: {said}", id.guide)),
            );
            let targets = [Target::Screen, Target::Desk, Target::Press];
            if let Err(error) = workspace.publish(&id, &targets) {
                wrong.push(format!("{name}, {}: {error}", id.guide));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_guide_prints_in_every_tone_and_edition() {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (name, workspace) in examples() {
        for id in workspace.publications().expect("guides that exist") {
            if !seen.insert(id.guide.clone()) {
                continue;
            }
            // Its own tone in the standard edition is printed above.
            let tones = ["wellbeing", "mental-health", "pain-first"];
            let others = tones.into_iter().filter(|tone| *tone != id.tone);
            let others = others.map(|tone| id.clone().in_tone(tone));
            for id in others.chain([id.clone().in_edition(Edition::LargePrint)]) {
                if let Err(error) = workspace.publish(&id, &[Target::Screen]) {
                    wrong.push(format!("{name}, {}: {error}", id.describe()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
