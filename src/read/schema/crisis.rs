//! Help in a crisis: lines by nation, and when somebody answers.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use strum::VariantArray as _;

use crate::read::crisis::Hours;
use crate::read::service::Nation;
use crate::read::yaml::words;

impl JsonSchema for Hours {
    fn schema_name() -> Cow<'static, str> {
        "Hours".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                {"const": "all-day", "description": "At all times."},
                {
                    "description": "At these times, in each language.",
                    "type": "object",
                    "additionalProperties": words(),
                },
            ],
        })
    }
}

/// A group with a list for each nation.
pub(super) fn keyed_by_nation(mut schema: Value) -> Value {
    let lines = schema["additionalProperties"].take();
    let nations = Nation::VARIANTS.iter();
    schema["properties"] = nations
        .map(|nation| (nation.id().to_owned(), lines.clone()))
        .collect();
    schema["additionalProperties"] = json!(false);
    schema
}
