//! Blocks: a word on its own, or a group with the word of one block in it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::read::Content;
use crate::read::block::{Block, SHORT, WHEN};
use crate::read::content::Choice;
use crate::read::forms::{Rows, Step};
use crate::read::short::{LeaveOut, Short};
use crate::read::yaml::{ByTone, Text};

impl JsonSchema for Block {
    fn schema_name() -> Cow<'static, str> {
        "Block".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (mut alone, mut keys, mut one_of) = (Vec::new(), Map::new(), Vec::new());
        for block in Content::described(generator) {
            let about = block.about.trim();
            if block.content.is_none() {
                alone.push(json!({"const": block.word, "description": about}));
            }
            let content = block
                .content
                .map_or_else(|| json!({"type": "null"}), Schema::to_value);
            keys.insert(block.word.to_owned(), described(content, about));
            one_of.push(json!({"required": [block.word]}));
        }
        let when = generator.subschema_for::<Text>().to_value();
        let when_about = "When it is printed: `person.interpreter` where a letter's row says one, `not contact.main.website` where the service has none.";
        keys.insert(WHEN.to_owned(), described(when, when_about));
        let short = generator.subschema_for::<Short>().to_value();
        let short_about = "What stands in its place on cards and other small formats: a shorter text, or `leave-out`.";
        keys.insert(SHORT.to_owned(), described(short, short_about));
        json_schema!({
            "description": "A block: what a section is made of.",
            "anyOf": [
                {"oneOf": alone},
                {"type": "object", "properties": keys, "additionalProperties": false, "oneOf": one_of},
            ],
        })
    }
}

/// A schema with what is said of it here.
fn described(mut schema: Value, about: &str) -> Value {
    schema["description"] = json!(about);
    schema
}

impl JsonSchema for Short {
    fn schema_name() -> Cow<'static, str> {
        "Short".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                generator.subschema_for::<LeaveOut>(),
                generator.subschema_for::<ByTone>(),
            ],
        })
    }
}

impl JsonSchema for Rows {
    fn schema_name() -> Cow<'static, str> {
        "Rows".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["integer", "array"],
            "items": generator.subschema_for::<ByTone>(),
        })
    }
}

impl JsonSchema for Step {
    fn schema_name() -> Cow<'static, str> {
        "Step".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                {"const": "blank", "description": "To write in."},
                generator.subschema_for::<ByTone>(),
            ],
        })
    }
}

impl JsonSchema for Choice {
    fn schema_name() -> Cow<'static, str> {
        "Choice".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                {"const": "all", "description": "All of them, in the order of the settings."},
                generator.subschema_for::<Vec<Text>>(),
            ],
        })
    }
}
