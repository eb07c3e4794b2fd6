//! Lengths of time, as people write them.

use std::borrow::Cow;

use jiff::ToSpan;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

/// A number of days, weeks, months or years.
#[derive(Debug, Clone, Copy)]
pub struct Duration(pub jiff::Span);

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = || {
            serde::de::Error::custom(format!(
                "`{text}` is not a length of time\nwrite a number and `days`, `weeks`, `months` or `years`, as in 6 months"
            ))
        };
        let (number, unit) = text.trim().split_once(' ').ok_or_else(wrong)?;
        let number: u8 = number.parse().map_err(|_| wrong())?;
        let number = i64::from(number);
        let span = match unit.trim().trim_end_matches('s') {
            _ if number == 0 => return Err(wrong()),
            "day" => number.days(),
            "week" => number.weeks(),
            "month" => number.months(),
            "year" => number.years(),
            _ => return Err(wrong()),
        };
        Ok(Self(span))
    }
}

impl JsonSchema for Duration {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Duration".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^([1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]) (day|week|month|year)s?$",
            "examples": ["6 months"],
        })
    }
}
