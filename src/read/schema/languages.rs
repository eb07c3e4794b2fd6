//! Settings that may be given by language.

use serde_json::{Value, json};

/// Says of the settings to which these ways lead (`places.*.name`; `*` is any key) that each
/// may be a group as well, with one of its kind below the tag of each language.
pub(super) fn by_language(schema: &mut Value, ways: &[&str]) {
    for way in ways {
        let mut pointer = String::new();
        for part in way.split('.') {
            pointer = followed(schema, pointer);
            pointer.push_str(&match part {
                "*" => "/additionalProperties".to_owned(),
                key => format!("/properties/{key}"),
            });
        }
        if let Some(Value::Object(setting)) = schema.pointer_mut(&pointer) {
            let about = setting.remove("description");
            let alone = Value::Object(std::mem::take(setting));
            let group =
                json!({"type": "object", "additionalProperties": alone, "minProperties": 1});
            setting.insert("anyOf".to_owned(), json!([alone, group]));
            setting.extend(about.map(|about| ("description".to_owned(), about)));
        }
    }
}

/// The way to what a name in a schema stands for.
fn followed(schema: &Value, pointer: String) -> String {
    let name = schema
        .pointer(&pointer)
        .and_then(|part| part["$ref"].as_str());
    match name {
        Some(name) => followed(schema, name.trim_start_matches('#').to_owned()),
        None => pointer,
    }
}
