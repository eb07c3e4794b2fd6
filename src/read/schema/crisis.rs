//! When somebody answers who helps in a crisis.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::read::crisis::Hours;
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
