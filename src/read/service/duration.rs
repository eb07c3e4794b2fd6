//! Lengths of time, as people write them.

use jiff::ToSpan;
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
