//! What a schema leaves out: the nothing that no setting may be, and what is beyond a limit.

use serde_json::{Value, json};

use crate::read::limits::OF_SETTINGS;

/// Takes out that a setting may be null: whoever does not want it leaves its line out.
pub(super) fn without_null(schema: &mut Value) {
    let is_null = |kind: &Value| *kind == "null" || *kind == json!({"type": "null"});
    if let Some(group) = schema.as_object_mut() {
        if let Some(Value::Array(kinds)) = group.get_mut("type") {
            kinds.retain(|kind| !is_null(kind));
            if let [kind] = kinds.as_slice() {
                group["type"] = kind.clone();
            }
        }
        if let Some(Value::Array(either)) = group.get_mut("anyOf") {
            either.retain(|one| !is_null(one));
            if let [Value::Object(one)] = either.as_slice() {
                let one = one.clone();
                group.remove("anyOf");
                group.extend(one);
            }
        }
        if group.get("default").is_some_and(Value::is_null) {
            group.remove("default");
        }
    }
    each_within(schema, without_null);
}

/// Says where nothing at all may stand: a list or a group that need not hold anything may be
/// left out behind its colon, as where all its lines are notes.
pub(super) fn or_nothing(schema: &mut Value) {
    let may_be_empty = |schema: &Value| match schema["type"].as_str() {
        Some("array") => schema.get("minItems").is_none(),
        Some("object") => ["required", "minProperties", "oneOf", "anyOf"]
            .iter()
            .all(|key| schema.get(key).is_none()),
        _ => false,
    };
    if may_be_empty(schema) {
        let kind = schema["type"].take();
        schema["type"] = json!([kind, "null"]);
    }
    each_within(schema, or_nothing);
}

/// Says how much each setting may hold.
pub(super) fn limited(schema: &mut Value) {
    if let Some(settings) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        for (key, setting) in settings {
            limit(key, setting);
        }
    }
    each_within(schema, limited);
}

fn limit(key: &str, setting: &mut Value) {
    if is(setting, "array") {
        setting["maxItems"] = json!(OF_SETTINGS.entries(key));
        if let Some(items) = setting.get_mut("items") {
            limit_text(key, items);
        }
    }
    if is(setting, "object") {
        setting["maxProperties"] = json!(OF_SETTINGS.entries(key));
    }
    if let Some(range) = OF_SETTINGS.numbers(key)
        && (is(setting, "integer") || is(setting, "number"))
    {
        setting["minimum"] = whole(*range.start());
        setting["maximum"] = whole(*range.end());
    }
    limit_text(key, setting);
}

fn limit_text(key: &str, setting: &mut Value) {
    let is_text = is(setting, "string") || setting["$ref"] == "#/$defs/TextByTone";
    if let Some(most) = OF_SETTINGS.characters(key).filter(|_| is_text) {
        setting["maxLength"] = json!(most);
    }
}

/// Whether a setting may be of this kind.
fn is(setting: &Value, kind: &str) -> bool {
    match &setting["type"] {
        Value::Array(kinds) => kinds.iter().any(|one| one == kind),
        one => one == kind,
    }
}

/// A limit as people write it: 1 and not 1.0.
fn whole(limit: f64) -> Value {
    let figures = limit.to_string();
    figures
        .parse::<i64>()
        .map_or_else(|_| json!(limit), Value::from)
}

fn each_within(schema: &mut Value, change: fn(&mut Value)) {
    match schema {
        Value::Object(group) => group.values_mut().for_each(change),
        Value::Array(list) => list.iter_mut().for_each(change),
        _ => {}
    }
}
