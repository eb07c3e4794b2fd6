//! The columns that a letter declares.

use schemars::JsonSchema;
use serde::Deserialize;

use super::people::FieldType;
use super::yaml::{Placed, Text};
use crate::diagnostics::{Help, Problem};

/// A column a letter declares.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Field {
    /// What may stand in it.
    pub r#type: Placed<FieldType>,
    /// What it is for, in a line.
    pub about: Text,
    /// True where no letter goes out without it.
    #[serde(default)]
    pub required: bool,
    /// What a `choice` is between, as it is printed.
    #[serde(default)]
    pub choices: Vec<Text>,
    /// True for a day that is never the day of the visit: the old day, in a letter about a
    /// new one.
    #[serde(default)]
    pub other_day: bool,
}

impl Field {
    /// Where type and choices do not agree.
    pub(super) fn problem(&self) -> Option<Problem> {
        if self.other_day && self.r#type.value != FieldType::Date {
            return Some(
                Problem::error("only a field of type `date` has `other-day`")
                    .at(self.r#type.place)
                    .help("write type: date, or take `other-day` out"),
            );
        }
        match (self.r#type.value, self.choices.as_slice()) {
            (FieldType::Choice, []) => Some(
                Problem::error("a `choice` needs `choices`")
                    .at(self.r#type.place)
                    .help(
                        Help::add_setting("`choices: [by phone, at the clinic]`")
                            .then(", in words of your own"),
                    ),
            ),
            (FieldType::Choice, _) | (_, []) => None,
            (_, [first, ..]) => Some(
                Problem::error("only a field of type `choice` has `choices`")
                    .at(first.place)
                    .also(self.r#type.place, "the type is said here")
                    .help("write type: choice, or take the choices out"),
            ),
        }
    }
}
