//! Fields of a record, under whichever of their names they stand.

use serde_json::Value;

use super::words;

/// The first of these keys that says something, as one line of plain words.
pub fn text(record: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| match record.get(key)? {
        Value::String(text) => words::plain(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// The entries of the lists under these keys; one that is no list is an entry itself.
pub fn entries<'a>(record: &'a Value, keys: &[&str]) -> Vec<&'a Value> {
    let found = keys.iter().filter_map(|key| record.get(key));
    let entries = found.flat_map(|value| match value {
        Value::Array(list) => list.iter().collect(),
        Value::Object(_) => vec![value],
        _ => Vec::new(),
    });
    entries.collect()
}

/// Texts of entries, each once.
pub fn texts(record: &Value, lists: &[&str], keys: &[&str]) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for entry in entries(record, lists) {
        if let Some(text) = text(entry, keys)
            && !texts.contains(&text)
        {
            texts.push(text);
        }
    }
    texts
}
