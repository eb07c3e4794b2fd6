//! Other words in what is core: who says so, and why.

use schemars::JsonSchema;
use serde::Deserialize;

use super::yaml::{ByTone, Placed, Text};

/// `core-change:` beside other words of a core section or option.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CoreChange {
    /// Why it has to be said otherwise.
    pub reason: Text,
    /// The role of whoever answers for it.
    pub approved_by: Text,
}

/// `core-change:` as it is written.
pub type WrittenCoreChange = Option<Placed<CoreChange>>;

/// A core section or option that says something else in this service: the imprint says so.
#[derive(Debug, Clone)]
pub struct CoreChanged {
    /// What overrides call it.
    pub id: String,
    /// Its heading or name, where it has one.
    pub name: Option<ByTone>,
    /// The role of whoever answers for it.
    pub approved_by: Text,
}
