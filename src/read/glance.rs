//! An option at a glance: the short words by which an overview compares all of them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::yaml::ByTone;

/// What an overview says of an option, a few words in each column: all four or none.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AtAGlance {
    /// Whom one meets: "A group".
    pub who_with: ByTone,
    /// At which sort of place: "Clinic or hospital".
    pub r#where: ByTone,
    /// "Each week".
    pub how_often: ByTone,
    /// What may be hard about it: "Visits can feel rushed".
    pub weigh_up: ByTone,
}

impl AtAGlance {
    /// Its texts, in the order of the columns.
    pub fn texts(&self) -> [&ByTone; 4] {
        [
            &self.who_with,
            &self.r#where,
            &self.how_often,
            &self.weigh_up,
        ]
    }
}
