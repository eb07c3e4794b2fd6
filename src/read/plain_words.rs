//! Whatever somebody writes where something else belongs, they are told so in words that
//! they know: no parser's, no type's.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};

use super::people::{BankHolidays, ColumnWords};
use super::yaml;
use super::{Crisis, Guide, Labels, Overrides, Service, Tone, UrgentTexts, WordsToAvoid};
use crate::assets::{Assets, File};
use crate::diagnostics::{Problem, SourceKind, Sources};

/// Words of parsers and of types, which nobody has to know who fills in a file.
const FOREIGN: &[&str] = &[
    "identifier",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "i64",
    "i128",
    "f64",
    "usize",
    "unit",
    "struct",
    "enum",
    "variant",
    "newtype",
    "tuple",
    "sequence",
    "mapping",
    "scalar",
    "invalid type",
    "invalid value",
    "invalid length",
    "expected",
    "deserialize",
    "untagged",
    "singleton",
    "boolean",
    "floating",
    "integer",
    "null",
    "map",
    "serde",
    "Option",
    "string",
    "YAML value",
    "Placed",
];

/// One of every kind of value, as it may be written.
const VALUES: &[&str] = &[
    "~",
    "true",
    "3",
    "-1",
    "99999999999",
    "1e39",
    "0.5",
    ".nan",
    ".inf",
    "''",
    "some words",
    "2026-11-29",
    "[]",
    "[a, 1]",
    "[[]]",
    "{}",
    "{a: b}",
    "{1: 2}",
    "{~: 1}",
    "\"two\\nlines\"",
];

/// A service that says all there is to say.
const SERVICE: &str = "\
service: {name: Saltmarsh, organisation: Marsh Health, nation: england}
tone: wellbeing
languages: [en-GB]
prints: [invitation]
approvals: {invitation: {by: B, on: 2026-11-02, version: 1, content: [aaaa-bbbb]}}
brand: {logo: logo.png, logo-alt: Marsh, colour: '#0b6e69'}
pictures: {bench: {file: bench.jpg, alt: A bench}}
contacts:
  main: {name: Desk, phone: 01632 960111, email: a@b.example, website: b.example, hours: always, checked: 2026-11-02}
places:
  clinic: {name: Clinic, address: [1 Mill Lane, LD91 2AB], access: Step-free}
letters:
  post: dl
  reply-to: clinic
  signed-by: {name: A. Sample, role: Lead}
  picture: walk
  columns: {name: [First, Last]}
  unused-columns: [Ward]
  dates: day-first
paper: {gsm: 80}
desk: {flip: manual, backs: reversed}
press: {paper: uncoated, copies: 200}
check: {ignore: [LW031], severity: {LW012: note}, options-ratio: 1.5}
contacts-valid-for: 6 months
feedback-page: b.example/tell-us
formats-line: true
";

/// A guide with every block.
const GUIDE: &str = "\
guide: all
kind: letter
format: a4-letter
title: {wellbeing: Title}
summary: Summary
cover: bench
copies: [to keep, to give]
audience: patients
version: 1
reviewed: 2026-11-01
next-review: 2028-11-01
draft: true
sources: [{id: a, text: A}]
fields: {reason: {type: choice, about: Why, required: true, choices: [a, b]}}
samples:
  short: {name: Jo Ng, address: [1 Elm Row, LD91 1AA], reference: R-1, fields: {reason: a}}
  medium: {name: Jo Ng, address: [1 Elm Row, LD91 1AA]}
  long: {name: Jo Ng, address: [1 Elm Row, LD91 1AA]}
option-parts: [what-it-is]
except: [{rule: LW012, words: a, section: s, tone: wellbeing, reason: b}]
sections:
  - id: s
    heading: H
    panel: front
    picture: {scene: walk}
    core: false
    when: large-print
    short: leave-out
    blocks:
      - {text: T, when: large-print, short: leave-out}
      - quote: {text: T, by: B}
      - fact: {number: 1, of: 4, text: T}
      - steps: [a]
      - checklist: [a]
      - options: [{id: o, core: true, name: O, summary: S, picture: {scene: walk}, what-it-is: W, at-a-glance: {who-with: A, where: B, how-often: C, weigh-up: D}}]
      - contacts: [main]
      - signposts: {topic: t, at-most: 2, short-at-most: 1}
      - appointment: {length: 1 hour}
      - table: {header: [a], rows: [[b]]}
      - picture: {file: a.png, alt: A, width: 20}
      - qr: {link: a.example, text: T}
      - write-in: {lines: 2, label: L, picture: {scene: walk}}
      - statement: T
      - scale: {label: L, from: 0, to: 10, low: A, high: B}
      - scale: {label: L, words: [a, b]}
      - diary: {columns: [a, b], rows: 7, row-height: 12}
      - diary: {columns: [a, b], rows: [c]}
      - tally: {rows: [a], columns: [b, c], boxes: 20}
      - cycle: {label: L, steps: [a, blank, c]}
      - cycle: {blank: 4}
      - reply-slip: {choices: [a]}
      - urgent: back-and-neck
      - crisis
      - overview:
";

const OVERRIDES: &str = "\
format: a4-letter
title: T
summary: {wellbeing: S}
version: 2
reviewed: 2026-11-01
next-review: 2028-11-01
cover: bench
sections: {s: {heading: H, core-change: {reason: R, approved-by: B}, picture: {scene: walk}, blocks: [{text: T}]}, t: drop}
options: {o: {summary: S, picture: {scene: walk}, at-a-glance: {who-with: A, where: B, how-often: C, weigh-up: D}}, p: drop}
add: [{after: s, section: {id: n, blocks: []}}, {before: s, section: {id: m, blocks: []}}]
add-options: [{after: o, option: {id: n, name: N, summary: S}}]
except: [{rule: LW012, reason: b}]
";

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Problem>> {
    let file = File {
        name: "file.yaml".to_owned(),
        kind: SourceKind::Service,
        bytes: text.as_bytes().to_vec(),
    };
    yaml::read_with(
        &Sources::default(),
        &file,
        &[],
        &yaml::Spoken::default(),
        |_| Vec::new(),
    )
}

/// Every word that is said of a problem.
fn words(problem: &Problem) -> String {
    let labels = problem.place.iter().chain(&problem.also);
    let labels = labels.map(|(_, label)| label.clone());
    let help = problem.help.iter().map(ToString::to_string);
    let all = std::iter::once(problem.message.clone())
        .chain(labels)
        .chain(help);
    // What is quoted are a person's own words, or names of settings.
    let all = all.map(|said| said.split('`').step_by(2).collect::<String>());
    all.collect::<Vec<_>>().join(" / ")
}

/// What is said of a document in words that are foreign.
fn foreign<T: DeserializeOwned>(document: &Value, found: &mut BTreeSet<String>) {
    let text = serde_yaml::to_string(document).expect("YAML");
    for problem in read::<T>(&text).err().unwrap_or_default() {
        let said = words(&problem);
        let foreign = FOREIGN.iter().find(|foreign| {
            let mut words = said.split(|c: char| !c.is_alphanumeric());
            words.any(|word| word == **foreign) || foreign.contains(' ') && said.contains(**foreign)
        });
        found.extend(foreign.map(|foreign| format!("{foreign}: {said}")));
    }
}

/// The names that may stand in a group, as the message about an unknown one has them.
fn known<T: DeserializeOwned>(document: &Value, group: &[Step]) -> Vec<String> {
    let mut document = document.clone();
    let map = at(&mut document, group).as_mapping_mut().expect("a group");
    map.insert("qqqqqq".into(), Value::Null);
    let text = serde_yaml::to_string(&document).expect("YAML");
    let problems = read::<T>(&text).err().unwrap_or_default();
    let help = problems
        .iter()
        .find(|problem| problem.message.contains("`qqqqqq`"));
    let help = help.map(|problem| problem.help.iter().map(ToString::to_string).collect());
    let help: String = help.unwrap_or_default();
    help.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

#[derive(Clone)]
enum Step {
    Key(String),
    Item(usize),
}

fn at<'v>(value: &'v mut Value, way: &[Step]) -> &'v mut Value {
    way.iter().fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key.as_str()).expect("it was walked"),
        Step::Item(index) => value.get_mut(*index).expect("it was walked"),
    })
}

/// Puts every kind of value at every key and item of a document, and at every key that
/// could stand there.
fn try_everywhere<T: DeserializeOwned>(document: &str) {
    let document: Value = serde_yaml::from_str(document).expect("YAML");
    let mut ways = vec![Vec::new()];
    let mut found = BTreeSet::new();
    while let Some(way) = ways.pop() {
        let mut steps = Vec::new();
        match at(&mut document.clone(), &way) {
            Value::Mapping(map) => {
                let written = map.keys().filter_map(|key| key.as_str().map(str::to_owned));
                steps.extend(written.map(|key| (true, Step::Key(key))));
                let known = known::<T>(&document, &way).into_iter();
                let absent = known.filter(|key| !map.contains_key(key.as_str()));
                steps.extend(absent.map(|key| (false, Step::Key(key))));
            }
            // All items of a list are of a kind, but for blocks.
            Value::Sequence(items) => {
                steps.extend((0..items.len()).map(|index| (true, Step::Item(index))));
            }
            _ => {}
        }
        for (is_written, step) in steps {
            for value in VALUES {
                let value: Value = serde_yaml::from_str(value).expect("YAML");
                let mut changed = document.clone();
                let around = at(&mut changed, &way);
                match &step {
                    Step::Key(key) => {
                        let map: &mut Mapping = around.as_mapping_mut().expect("a group");
                        map.insert(key.as_str().into(), value);
                    }
                    Step::Item(index) => around[*index] = value,
                }
                foreign::<T>(&changed, &mut found);
            }
            if is_written {
                ways.push([way.as_slice(), &[step]].concat());
            }
        }
    }
    assert_eq!(found, BTreeSet::new());
}

/// A built-in file, cut to its first entries so that this ends today.
fn built_in(path: &str) -> String {
    let file = Assets::example().built_in(path).expect("it is built in");
    let value: Value = serde_yaml::from_slice(&file.bytes).expect("YAML");
    serde_yaml::to_string(&cut(value)).expect("YAML")
}

fn cut(value: Value) -> Value {
    match value {
        Value::Sequence(items) => items.into_iter().take(1).map(cut).collect(),
        Value::Mapping(map) => {
            let entries = map.into_iter().take(8);
            Value::Mapping(entries.map(|(key, value)| (key, cut(value))).collect())
        }
        value => value,
    }
}

#[test]
fn of_settings() {
    try_everywhere::<Service>(SERVICE);
}

#[test]
fn of_guides_and_what_a_service_changes_in_them() {
    try_everywhere::<Guide>(GUIDE);
    try_everywhere::<Overrides>(OVERRIDES);
}

#[test]
fn of_all_other_files() {
    try_everywhere::<Tone>(&built_in("content/tones/wellbeing.yaml"));
    try_everywhere::<WordsToAvoid>(&built_in("content/words-to-avoid.yaml"));
    try_everywhere::<Labels>(&built_in("content/labels/en-GB.yaml"));
    try_everywhere::<Crisis>(&built_in("content/crisis.yaml"));
    try_everywhere::<UrgentTexts>(&built_in("content/urgent.yaml"));
    try_everywhere::<ColumnWords>(&built_in("content/columns.yaml"));
    try_everywhere::<BankHolidays>(&built_in("content/bank-holidays.yaml"));
}

/// The documents above are right: otherwise their own mistakes are read again and again.
#[test]
fn what_is_changed_is_right_before() {
    for (what, problems) in [
        ("service", read::<Service>(SERVICE).err()),
        ("guide", read::<Guide>(GUIDE).err()),
        ("overrides", read::<Overrides>(OVERRIDES).err()),
    ] {
        let said: Vec<String> = problems.iter().flatten().map(words).collect();
        assert_eq!(said, Vec::<String>::new(), "{what}");
    }
    assert!(
        known::<Service>(&serde_yaml::from_str(SERVICE).expect("YAML"), &[])
            .contains(&"desk".to_owned())
    );
}
