//! Personas: for whom versions of a guide are made.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Reader;
use super::reader::missing_file;
use super::unfilled::is_unfilled;
use super::yaml::{self, Text};
use crate::diagnostics::{Failure, Problem};

/// The folder of personas.
const PERSONAS: &str = "personas";

/// Somebody whom a service does not reach, made up from what it has learned of many: what
/// they do, hope and fear. No age, no illness, no name of anybody real.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Persona {
    /// What the team calls them, such as "Has been sent away before".
    pub name: Text,
    /// What they do: with post, on the phone, before and after an appointment.
    pub behaviours: Vec<Text>,
    /// What they hope for.
    pub hopes: Vec<Text>,
    /// What they are afraid of.
    pub fears: Vec<Text>,
    /// What is in their way.
    pub barriers: Vec<Text>,
}

impl Persona {
    /// What of it nobody has written yet.
    fn unfilled(&self) -> Vec<Problem> {
        let lists = [&self.behaviours, &self.hopes, &self.fears, &self.barriers];
        let texts = std::iter::once(&self.name).chain(lists.into_iter().flatten());
        let unfilled = texts.filter(|text| is_unfilled(&text.value));
        unfilled
            .map(|text| {
                Problem::error("this says nothing yet")
                    .at(text.place)
                    .help("write what you have learned from people, or take the line out")
            })
            .collect()
    }
}

/// Where a persona is written.
pub(crate) fn persona_path(name: &str) -> String {
    format!("{PERSONAS}/{name}.yaml")
}

impl Reader<'_> {
    /// The names of the personas there are.
    ///
    /// # Errors
    /// Where their folder cannot be read.
    pub fn personas(&self) -> Result<Vec<String>, Failure> {
        let names = self.assets.service_names(PERSONAS)?;
        let names = names.iter().filter_map(|name| name.strip_suffix(".yaml"));
        Ok(names.map(str::to_owned).collect())
    }

    /// A persona.
    ///
    /// # Errors
    /// Where there is none of this name, and every mistake in it.
    pub fn persona(&mut self, name: &str) -> Result<Persona, Failure> {
        let path = persona_path(name);
        let file = self.assets.service_file(&path)?;
        let file = file.ok_or_else(|| missing_file(&path))?;
        let persona: Persona = yaml::read(self.sources, &file)?;
        let unfilled = persona.unfilled();
        if unfilled.is_empty() {
            Ok(persona)
        } else {
            Err(unfilled.into())
        }
    }
}
