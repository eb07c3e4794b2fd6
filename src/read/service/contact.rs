//! Whom people reach, and where they go.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use crate::diagnostics::{Problem, RuleId};
use crate::read::reach;
use crate::read::yaml::{Text, YamlDate, filled};

/// A way to reach the service.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(extend("anyOf" = [{"required": ["phone"]}, {"required": ["email"]}]))]
pub struct Contact {
    /// Who answers.
    pub name: Text,
    /// A phone number, grouped as it is said.
    #[serde(default)]
    pub phone: Option<Text>,
    /// An email address.
    #[serde(default)]
    pub email: Option<Text>,
    /// A web address.
    #[serde(default)]
    pub website: Option<Text>,
    /// When somebody answers.
    #[serde(default)]
    pub hours: Option<Text>,
    /// The day somebody last checked all this.
    pub checked: YamlDate,
}

/// A place where people are seen.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlaceToGo {
    /// What it is called.
    pub name: Text,
    /// Its address, a line each.
    #[serde(deserialize_with = "address")]
    #[schemars(length(min = 1))]
    pub address: Vec<Text>,
    /// What helps to get in.
    #[serde(default)]
    pub access: Option<Text>,
}

fn address<'de, D: Deserializer<'de>>(written: D) -> Result<Vec<Text>, D::Error> {
    filled(written, "its lines: [1 Mill Lane, Riverside, LD91 2AB]")
}

impl Contact {
    /// What can be said of it, each part with its name in texts.
    pub fn parts(&self) -> [(&'static str, Option<&Text>); 5] {
        [
            ("name", Some(&self.name)),
            ("phone", self.phone.as_ref()),
            ("email", self.email.as_ref()),
            ("website", self.website.as_ref()),
            ("hours", self.hours.as_ref()),
        ]
    }

    /// What nobody could ring, write to or open.
    pub(super) fn unreachable(&self) -> impl Iterator<Item = Problem> {
        type Check = fn(&str) -> Option<reach::Mistake>;
        let ways: [(&Option<Text>, Check, RuleId); 3] = [
            (&self.phone, reach::phone, reach::PHONE_RULE),
            (&self.email, reach::email, reach::ADDRESS_RULE),
            (&self.website, reach::website, reach::ADDRESS_RULE),
        ];
        ways.into_iter().filter_map(|(text, mistake, rule)| {
            let text = text.as_ref()?;
            let (message, help) = mistake(&text.value)?;
            let problem = Problem::error(message).at(text.place);
            Some(problem.rule(rule).help(help))
        })
    }
}

/// What texts call the first contact, whatever a service calls it.
pub const MAIN_CONTACT: &str = "main";
