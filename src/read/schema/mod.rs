//! What may stand in the files that people write, as JSON Schema: an editor completes
//! keys and underlines mistakes by it.
//!
//! It is made of the types that the files are read into: their documentation is what an
//! editor shows, their words are what it offers. What only reading a whole file tells
//! (ids that are given twice, a panel that a format has not), a schema leaves to it.

mod answers;
mod blocks;
mod bounds;
mod crisis;
mod languages;
mod names;
#[cfg(test)]
mod tests;

use std::path::Path;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};
use strum::{IntoStaticStr, VariantArray};

use super::service::BY_LANGUAGE;
use super::topics::Topics;
use super::variant::Variant;
use super::{
    Crisis, Guide, Labels, Overrides, Persona, Reader, Service, Tone, UrgentTexts, Version,
    WordsToAvoid,
};
use crate::diagnostics::Failure;
use names::Names;
pub use names::{guide, guides, languages, rule, scene, tone, topics};

/// A kind of file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum SchemaOf {
    /// `service.yaml`.
    Service,
    /// A guide.
    Guide,
    /// What a service changes in a guide.
    Override,
    /// A version of a guide, to test.
    Version,
    /// A persona.
    Persona,
    /// A tone.
    Tone,
    /// Help in a crisis.
    Crisis,
    /// The fixed words of pages in one language.
    Labels,
    /// What no tone says.
    WordsToAvoid,
    /// What local services help with.
    Topics,
    /// When somebody has to see a doctor the same day.
    Urgent,
}

impl SchemaOf {
    /// Every one.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The word for it.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// What a file is, by its path in a service's folder; none where there is no schema
    /// for it.
    pub fn of_path(path: &Path) -> Option<Self> {
        let parts = path.iter().map(|part| part.to_str());
        let parts: Vec<&str> = parts.collect::<Option<_>>()?;
        if !parts.last()?.ends_with(".yaml") {
            return None;
        }
        match parts.as_slice() {
            ["service.yaml"] => Some(Self::Service),
            ["overrides", _] => Some(Self::Override),
            ["versions", _, _] => Some(Self::Version),
            ["personas", _] => Some(Self::Persona),
            ["content", "guides", _, _] => Some(Self::Guide),
            ["content", "tones", _] => Some(Self::Tone),
            ["content", "labels", _] => Some(Self::Labels),
            ["content", "crisis.yaml"] => Some(Self::Crisis),
            ["content", "topics.yaml"] => Some(Self::Topics),
            ["content", "urgent.yaml"] => Some(Self::Urgent),
            ["content", "words-to-avoid.yaml"] => Some(Self::WordsToAvoid),
            _ => None,
        }
    }
}

impl Reader<'_> {
    /// The schema of a kind of file, with the names that this service knows: its pictures,
    /// tones, languages and guides.
    ///
    /// # Errors
    /// Where the files that say these names cannot be read.
    pub fn schema(&mut self, of: SchemaOf) -> Result<Value, Failure> {
        let mut generator = SchemaSettings::draft2020_12().into_generator();
        let mut schema = match of {
            SchemaOf::Service => root::<Service>(&mut generator),
            SchemaOf::Guide => guide_or_variant(&mut generator),
            SchemaOf::Override => root::<Overrides>(&mut generator),
            SchemaOf::Version => root::<Version>(&mut generator),
            SchemaOf::Persona => root::<Persona>(&mut generator),
            SchemaOf::Tone => root::<Tone>(&mut generator),
            SchemaOf::Crisis => root::<Crisis>(&mut generator),
            SchemaOf::Labels => self.labels_of_english(root::<Labels>(&mut generator))?,
            SchemaOf::Urgent => root::<UrgentTexts>(&mut generator),
            SchemaOf::Topics => root::<Topics>(&mut generator),
            SchemaOf::WordsToAvoid => root::<WordsToAvoid>(&mut generator),
        };
        bounds::without_null(&mut schema);
        if matches!(
            of,
            SchemaOf::Service | SchemaOf::Guide | SchemaOf::Override | SchemaOf::Version
        ) {
            bounds::limited(&mut schema);
        }
        if of == SchemaOf::Service {
            languages::by_language(&mut schema, BY_LANGUAGE);
        }
        bounds::or_nothing(&mut schema);
        Names::of(self)?.put_into(&mut schema);
        schema["title"] = json!(format!("leafwright {}", of.id()));
        schema["$comment"] = json!(format!(
            "Made by leafwright {}. Do not edit: it is written anew.",
            env!("CARGO_PKG_VERSION")
        ));
        Ok(schema)
    }

    /// Labels have the keys that the English ones have, each with what it says there.
    fn labels_of_english(&mut self, mut schema: Value) -> Result<Value, Failure> {
        let path = format!("content/labels/{}.yaml", super::FIRST_LANGUAGE);
        let english: Labels = self.required(&path)?;
        schema["required"] = english.keys().map(String::as_str).collect();
        schema["properties"] = english
            .iter()
            .map(|(key, text)| {
                let mut words = super::yaml::words().to_value();
                words["description"] = json!(format!("In English: {}", text.value));
                (key.clone(), words)
            })
            .collect();
        Ok(schema)
    }
}

/// A guide file is a whole guide, or names the one it is based on: then it needs other keys.
fn guide_or_variant(generator: &mut SchemaGenerator) -> Value {
    let whole = generator.subschema_for::<Guide>().to_value();
    let variant = generator.subschema_for::<Variant>().to_value();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "if": {"required": ["based-on"]},
        "then": variant,
        "else": whole,
    });
    schema["$defs"] = generator.take_definitions(true).into();
    schema
}

fn root<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    generator.root_schema_for::<T>().to_value()
}
