//! What a service answers to the needs of guides.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::read::needs::{Answer, GuideAnswers, OPTIONS};
use crate::read::yaml::words;

impl JsonSchema for Answer {
    fn schema_name() -> Cow<'static, str> {
        "Answer".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The answer: words, a number, true or false, a list; or words below the tag of each language.",
            "type": ["string", "number", "boolean", "array", "object"],
            "pattern": r"\S",
            "items": {"$ref": "#/$defs/Answer"},
            "minItems": 1,
            "additionalProperties": words(),
            "minProperties": 1,
        })
    }
}

impl JsonSchema for GuideAnswers {
    fn schema_name() -> Cow<'static, str> {
        "GuideAnswers".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let answer = generator.subschema_for::<Answer>();
        let answers = json_schema!({"type": "object", "additionalProperties": answer.clone()});
        let of_options = json_schema!({
            "description": "The same for single options, by their ids.",
            "type": "object",
            "additionalProperties": answers,
        });
        json_schema!({
            "type": "object",
            "properties": {OPTIONS: of_options},
            "additionalProperties": answer,
        })
    }
}
