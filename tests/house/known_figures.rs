//! Every number that stands in a built-in guide is known: it is a fact of a source, at a line
//! of it, in words that may be printed; or it is none, and the table says why.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_yaml::Value;

/// What stands for reading elsewhere: no reader sees it.
const NOT_PRINTED: [&str; 26] = [
    "guide",
    "based-on",
    "kind",
    "format",
    "length",
    "lengths",
    "cover",
    "audience",
    "version",
    "reviewed",
    "next-review",
    "sources",
    "needs",
    "option-needs",
    "option-parts",
    "fields",
    "samples",
    "except",
    "id",
    "scene",
    "panel",
    "when",
    "after",
    "before",
    "topic",
    "type",
];

/// A number that a guide prints.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    /// The guide.
    guide: String,
    /// The words around it, as they are written there.
    says: String,
    /// Where the fact stands: the document and its line.
    seed: Option<String>,
    /// The source that the guide cites for it.
    source: Option<String>,
    /// Why it is no fact of a source.
    ours: Option<String>,
}

/// A guide with the texts in it.
struct Written {
    id: String,
    file: String,
    texts: Vec<String>,
}

fn guides() -> Vec<Written> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guides");
    let entries = fs::read_dir(folder).expect("guides are built in");
    let mut guides: Vec<Written> = entries
        .map(|entry| {
            let path = entry.expect("a folder").path();
            let file = fs::read_to_string(path.join("en-GB.yaml")).expect("each is in English");
            let value: Value = serde_yaml::from_str(&file).expect("plain YAML");
            let mut texts = Vec::new();
            gather(&value, &mut texts);
            let name = path.file_name().expect("a name");
            let id = name.to_string_lossy().into_owned();
            Written { id, file, texts }
        })
        .collect();
    guides.sort_by(|one, other| one.id.cmp(&other.id));
    guides
}

fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(plain(text)),
        Value::Sequence(list) => list.iter().for_each(|value| gather(value, texts)),
        Value::Mapping(group) => {
            let printed = group.iter().filter(|(key, _)| {
                let key = key.as_str().unwrap_or_default();
                !NOT_PRINTED.contains(&key)
            });
            printed.for_each(|(_, value)| gather(value, texts));
        }
        _ => {}
    }
}

/// A text without what is filled in, sources, bold words and the numbers of a list.
fn plain(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = line.trim();
        let numbered = line.split_once(". ").filter(|(number, _)| {
            !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit())
        });
        numbered.map_or(line, |(_, rest)| rest)
    });
    let text = lines.collect::<Vec<_>>().join(" ");
    let text = without(&without(&text, "{{", "}}"), "[^", "]").replace("**", "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let mut left = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        left.push_str(part.split_once(close).map_or(part, |(_, rest)| rest));
    }
    left
}

/// The numbers in a text: where each begins, and what it is.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let is_part = |letter: char| letter.is_ascii_digit() || letter == ',';
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|letter: char| letter.is_ascii_digit()) {
        let start = at + start;
        let rest = &text[start..];
        let length = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let number = rest[..length].trim_end_matches(',');
        found.push((start, number));
        at = start + length;
    }
    found
}

/// Whether these words, standing in the text, hold the number at this byte. A number alone
/// is a text of its own.
fn holds(text: &str, says: &str, at: usize) -> bool {
    if says.chars().all(|letter| letter.is_ascii_digit()) {
        return text == says;
    }
    let mut places = text.match_indices(says);
    places.any(|(start, _)| (start..start + says.len()).contains(&at))
}

#[test]
fn every_number_in_a_guide_is_known() {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/library/figures.yaml");
    let table = fs::read_to_string(table).expect("the table");
    let table: Vec<Known> = serde_yaml::from_str(&table).expect("entries");
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for guide in guides() {
        let own = table
            .iter()
            .enumerate()
            .filter(|(_, known)| known.guide == guide.id);
        let own: Vec<_> = own.collect();
        for text in &guide.texts {
            for (at, number) in numbers(text) {
                match own.iter().find(|(_, known)| holds(text, &known.says, at)) {
                    Some((index, _)) => {
                        used.insert(*index);
                    }
                    None => wrong.push(format!("{}: nobody knows {number} in “{text}”", guide.id)),
                }
            }
        }
        for (index, known) in own {
            let says = &known.says;
            // A figure in words, such as a quarter.
            if numbers(says).is_empty() && guide.texts.iter().any(|text| text.contains(says)) {
                used.insert(index);
            }
            match (&known.seed, &known.source, &known.ours) {
                (Some(_), Some(source), None) => {
                    if !guide.file.contains(&format!("[^{source}]")) {
                        wrong.push(format!("{}: cites no `{source}` for “{says}”", guide.id));
                    }
                }
                (None, None, Some(_)) => {}
                _ => wrong.push(format!(
                    "{}: “{says}” needs a seed and a source, or a reason",
                    guide.id
                )),
            }
        }
    }
    let idle = table
        .iter()
        .enumerate()
        .filter(|(index, _)| !used.contains(index));
    wrong
        .extend(idle.map(|(_, known)| format!("{}: says no longer “{}”", known.guide, known.says)));
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
