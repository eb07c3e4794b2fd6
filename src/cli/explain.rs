//! `leafwright explain`: a rule, or all of them.

use super::table::{Column, paragraph, table, words};
use super::terminal::Terminal;
use crate::check::Rule;
use crate::check::rules::{ALL, FAMILIES, Family, rule};
use crate::diagnostics::{Failure, Help, Problem, Way, did_you_mean};

pub fn run(asked: Option<&str>, terminal: &mut Terminal) -> Result<(), Failure> {
    let text = match asked {
        None => list(FAMILIES.iter()),
        Some(asked) => match (rule(asked), family(asked)) {
            (Some(rule), _) => in_full(rule),
            (None, Some(family)) => list([family]),
            (None, None) => return Err(unknown(asked)),
        },
    };
    terminal.print(&text);
    Ok(())
}

/// The family whose codes begin like this, whatever its case.
fn family(asked: &str) -> Option<&'static Family> {
    let same = |family: &&Family| family.codes.eq_ignore_ascii_case(asked);
    FAMILIES.iter().find(same)
}

fn unknown(asked: &str) -> Failure {
    let known = ALL.iter().flat_map(|rule| [rule.code(), rule.name()]);
    Problem::not_there(format!("there is no rule `{asked}`"))
        .maybe_help(did_you_mean(asked, known))
        .help(Help::from(Way::Explain).then(" every rule"))
        .into()
}

/// The rules of these families, a line each.
fn list(families: impl IntoIterator<Item = &'static Family>) -> String {
    const COLUMNS: [Column; 4] = [words("code"), words("name"), words("severity"), words("")];
    let families: Vec<&Family> = families
        .into_iter()
        .filter(|family| family.rules().count() > 0)
        .collect();
    let rules = families.iter().flat_map(|family| family.rules());
    let rows: Vec<Vec<String>> = rules.map(row).collect();
    let all = table(&COLUMNS, &rows);
    // The columns of all families are equally wide, and say what they are.
    let mut lines = all.lines().skip(1);
    let mut text = String::new();
    for family in families {
        let rules: Vec<&str> = lines.by_ref().take(family.rules().count()).collect();
        text.push_str(&format!("{}\n  {}\n\n", family.about, rules.join("\n  ")));
    }
    text + "leafwright explain CODE says more.\n"
}

fn row(rule: &Rule) -> Vec<String> {
    let silence = if rule.can_be_silenced() {
        ""
    } else {
        "cannot be silenced"
    };
    let cells = [rule.code(), rule.name(), rule.severity.word(), silence];
    cells.map(str::to_owned).to_vec()
}

/// Everything there is to say about a rule.
fn in_full(rule: &Rule) -> String {
    let code = rule.code();
    let silence = if rule.can_be_silenced() {
        format!(
            "In a guide, where it is meant to be so:\nexcept:\n  - {{rule: {code}, reason: …}}\n\
         In `service.yaml`, for everything this service prints:\n\
         check:\n  ignore: [{code}]"
        )
    } else {
        "Nobody can silence it.".to_owned()
    };
    let parts = [
        ("Why", rule.why),
        ("Before", rule.before),
        ("After", rule.after),
        ("Source", rule.source),
        ("To silence it", &silence),
    ];
    let mut text = format!("{} ({})\n\n", rule.id, rule.severity.word());
    text.push_str(&paragraph(rule.asks, 0));
    for (title, words) in parts {
        text.push_str(&format!("\n{title}\n{}", paragraph(words, 2)));
    }
    text
}
