//! Whether every character can be printed: known before anything is written.

use std::collections::BTreeSet;

use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

use super::Fonts;
use crate::diagnostics::{Place, Problem};
use crate::tailor::Publication;

/// The most characters that are named: enough to look for, too few to read a
/// name from.
const MOST_NAMED: usize = 3;

const HELP: &str =
    "write it another way, or put a font that has it into `fonts/` in the service's folder";

/// Characters of a publication that no face has, each with a text it stands in.
pub fn unprintable(publication: &Publication, json: &Value, fonts: &Fonts) -> Vec<Problem> {
    let mut missing = BTreeSet::new();
    each_text("", json, &mut |_, text| {
        missing.extend(missing_in(text, fonts));
    });
    // Places and signatures, which a letter shows beside its publication.
    let texts: Vec<(Place, String)> = publication
        .texts
        .iter()
        .map(|text| (text.place, text.plain()))
        .collect();
    missing.extend(texts.iter().flat_map(|(_, text)| missing_in(text, fonts)));
    let problem = |character| {
        let problem = Problem::error(format!(
            "no typeface here has the character {}",
            code(character)
        ))
        .help(HELP);
        match texts.iter().find(|(_, text)| text.contains(character)) {
            Some((place, text)) => {
                let start = text.find(character).unwrap_or_default();
                problem
                    .at(*place)
                    .on_words(text, start, &character.to_string())
            }
            None => problem,
        }
    };
    missing.into_iter().map(problem).collect()
}

/// The fields of a person that hold a character no face has, each by its name and with
/// what to say: the field and a few code points in the order of their numbers, so that
/// nobody can read the text from them.
pub fn unprintable_in_person(person: &Value, fonts: &Fonts) -> Vec<(String, String)> {
    let mut said: Vec<(String, BTreeSet<char>)> = Vec::new();
    each_text("", person, &mut |field, text| {
        let missing: BTreeSet<char> = missing_in(text, fonts).into_iter().collect();
        // The name is the first line of the address as well.
        if !missing.is_empty() && !said.iter().any(|(_, known)| known.is_superset(&missing)) {
            said.push((field.replace(['-', '_'], " "), missing));
        }
    });
    let told = said.into_iter().map(|(field, missing)| {
        let named: Vec<String> = missing.iter().take(MOST_NAMED).copied().map(code).collect();
        let more = match missing.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let named = named.join(", ");
        let what = format!("`{field}` has characters that no typeface here has: {named}{more}");
        (field, what)
    });
    told.collect()
}

/// A text with `[?]` in place of what no face has: for words that somebody else wrote, which
/// are printed all the same.
pub fn as_far_as_printable(text: &str, fonts: &Fonts) -> String {
    let clusters = text.graphemes(true);
    let printed = clusters.map(|cluster| match fonts.have(cluster) {
        true => cluster,
        false => "[?]",
    });
    printed.collect()
}

fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// Every text in the data of a template, with the name of the field it is in.
fn each_text(field: &str, json: &Value, visit: &mut impl FnMut(&str, &str)) {
    match json {
        Value::String(text) => visit(field, text),
        Value::Array(items) => items.iter().for_each(|item| each_text(field, item, visit)),
        Value::Object(map) => {
            // The name before the address that repeats it.
            let first = map.get_key_value("name");
            let others = map.iter().filter(|(key, _)| *key != "name");
            for (key, value) in first.into_iter().chain(others) {
                each_text(key, value, visit);
            }
        }
        _ => {}
    }
}

/// The characters of a text that would not be printed. A letter and the marks on it are
/// set by one face, so all of them are named where no face has them all.
fn missing_in(text: &str, fonts: &Fonts) -> Vec<char> {
    let clusters = text.graphemes(true);
    let missing = clusters.filter(|cluster| !fonts.have(cluster));
    missing
        .flat_map(|cluster| {
            let alone = |character: &char| !fonts.have(character.encode_utf8(&mut [0; 4]));
            let (none, each): (Vec<char>, Vec<char>) = cluster.chars().partition(alone);
            if none.is_empty() { each } else { none }
        })
        .collect()
}
