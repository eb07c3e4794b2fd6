//! Names that a schema offers, and no type knows: pictures, tones, languages, guides, topics.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::diagnostics::{Failure, RuleId};
use crate::read::yaml::words;
use crate::read::{ALL_TOPICS, Reader, guides as all_guides, scenes};

const SCENE: &str = "SceneName";
const TONE: &str = "ToneName";
const LANGUAGE: &str = "LanguageTag";
const GUIDE: &str = "GuideName";
const TOPIC: &str = "TopicName";
const RULE: &str = "RuleCode";

/// The name of a picture.
pub fn scene(_: &mut SchemaGenerator) -> Schema {
    named(SCENE)
}

/// The name of a tone.
pub fn tone(_: &mut SchemaGenerator) -> Schema {
    named(TONE)
}

/// Languages, at least one.
pub fn languages(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "array", "items": named(LANGUAGE), "minItems": 1})
}

/// Names of guides.
pub fn guides(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "array", "items": named(GUIDE)})
}

/// The name of a guide.
pub fn guide(_: &mut SchemaGenerator) -> Schema {
    named(GUIDE)
}

/// A topic of local services, or several.
pub fn topics(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "anyOf": [named(TOPIC), {"type": "array", "items": named(TOPIC), "minItems": 1}],
    })
}

/// The code of a rule.
pub fn rule(_: &mut SchemaGenerator) -> Schema {
    named(RULE)
}

fn named(name: &str) -> Schema {
    Schema::new_ref(format!("#/$defs/{name}"))
}

/// The names that a service knows.
pub(super) struct Names {
    /// Each with what it suits.
    scenes: Vec<(String, Option<String>)>,
    tones: Vec<String>,
    languages: Vec<String>,
    guides: Vec<String>,
    topics: Vec<String>,
}

impl Names {
    pub(super) fn of(reader: &mut Reader) -> Result<Self, Failure> {
        let suits = reader.uses_of_scenes()?;
        let scenes = scenes(reader.assets)?.into_iter().map(|scene| {
            let suits = suits.get(&scene.name).map(|text| text.value.clone());
            (scene.name, suits)
        });
        let guides = all_guides(reader.assets).into_iter();
        let topics = reader.topics()?;
        let topics = topics.ids().chain([ALL_TOPICS]);
        Ok(Self {
            scenes: scenes.collect(),
            tones: reader.tones(),
            languages: reader.languages(),
            guides: guides.map(|guide| guide.id).collect(),
            topics: topics.map(str::to_owned).collect(),
        })
    }

    /// Says in a schema which names there are, where it asks for some.
    pub(super) fn put_into(&self, schema: &mut Value) {
        let scenes = self.scenes.iter().map(|(name, suits)| match suits {
            Some(suits) => json!({"const": name, "description": format!("Suits: {suits}.")}),
            None => json!({"const": name}),
        });
        let rules = RuleId::ALL.iter();
        let rules = rules.map(|rule| json!({"const": rule.code(), "description": rule.name()}));
        let all = [
            (
                RULE,
                json!({"anyOf": [{"oneOf": rules.collect::<Vec<_>>()}, words()]}),
            ),
            (SCENE, json!({"oneOf": scenes.collect::<Vec<_>>()})),
            (TONE, json!({"enum": self.tones})),
            (LANGUAGE, json!({"enum": self.languages})),
            (GUIDE, json!({"enum": self.guides})),
            // Other words for a topic are read too, and would only be in the way here.
            (TOPIC, json!({"anyOf": [{"enum": self.topics}, words()]})),
        ];
        let written = schema.to_string();
        let asked = all
            .into_iter()
            .filter(|(name, _)| written.contains(&format!("\"#/$defs/{name}\"")));
        let asked: Map<String, Value> = asked.map(|(name, it)| (name.to_owned(), it)).collect();
        match schema.get_mut("$defs").and_then(Value::as_object_mut) {
            Some(definitions) => definitions.extend(asked),
            None if asked.is_empty() => {}
            None => schema["$defs"] = asked.into(),
        }
        if let Some(by_tone) = schema.pointer_mut("/$defs/TextByTone") {
            let tones = self.tones.iter();
            by_tone["properties"] = tones
                .map(|tone| (tone.clone(), words().to_value()))
                .collect();
        }
    }
}
