//! What people say about `check` in their own files: which rules they do not
//! want, how bad breaking one is, and what is meant to be so.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::schema;
use super::yaml::{Placed, Text};
use crate::diagnostics::Severity;

/// A finding that is meant to be so, in a guide or an override.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Exception {
    /// The code of the rule: `LW012`.
    #[schemars(schema_with = "schema::rule")]
    pub rule: Text,
    /// The words it is about; every finding of the rule where it says none.
    #[serde(default)]
    pub words: Option<Text>,
    /// The section it is about; the whole guide where it says none.
    #[serde(default)]
    pub section: Option<Text>,
    /// The tone it is about; every tone where it says none.
    #[serde(default)]
    pub tone: Option<Text>,
    /// Why this is meant to be so.
    pub reason: Text,
}

/// `check` in `service.yaml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Checks {
    /// Codes of rules that say nothing here: `LW031`, or a family: `LW05`.
    #[serde(default)]
    pub ignore: Vec<Text>,
    /// How bad it is to break a rule, by its code.
    #[serde(default)]
    pub severity: IndexMap<String, Placed<Level>>,
    /// How many times as many words the longest of a part of all options may have
    /// as the shortest; 1.5 where it says nothing.
    #[serde(default)]
    pub options_ratio: Option<Placed<f64>>,
}

/// How bad something is, as a file says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing is printed until it is mended.
    Error,
    /// Somebody should look at it.
    Warning,
    /// Worth knowing.
    Note,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Note => Self::Note,
        }
    }
}
