//! `content/urgent.yaml`: when somebody has to see a doctor the same day.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::words::ByLanguage;
use super::yaml::Text;

/// What is urgent, by what guides call it: `back-and-neck`.
pub type UrgentTexts = IndexMap<String, Urgent>;

/// What stands in a box that says when to see a doctor the same day.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Urgent {
    /// What stands in its head.
    pub heading: ByLanguage,
    /// What to do, before the signs.
    pub lead: ByLanguage,
    /// What to look for.
    pub signs: Vec<ByLanguage>,
    /// What else to do.
    pub what_to_do: ByLanguage,
    /// Languages that no native speaker has read.
    #[serde(default)]
    pub unchecked: Vec<Text>,
}

impl Urgent {
    /// Every text of it, in the order it is read.
    pub fn texts(&self) -> impl Iterator<Item = &ByLanguage> {
        let head = [&self.heading, &self.lead].into_iter();
        head.chain(&self.signs).chain([&self.what_to_do])
    }
}
