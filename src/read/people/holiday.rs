//! `content/bank-holidays.yaml`: days on which clinics are closed.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Deserialize;

use crate::read::Nation;
use crate::read::yaml::{Text, YamlDate};

/// The days on which clinics are closed, by nation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct BankHolidays {
    /// Where they come from.
    pub source: Text,
    /// The last day of which they say anything.
    pub until: YamlDate,
    everywhere: Vec<YamlDate>,
    only_in: IndexMap<Nation, Vec<YamlDate>>,
}

impl BankHolidays {
    /// Whether this day is one in this nation.
    pub fn has(&self, day: Date, nation: Nation) -> bool {
        let only_here = self.only_in.get(&nation).into_iter().flatten();
        let mut days = self.everywhere.iter().chain(only_here);
        days.any(|holiday| holiday.value == day)
    }
}
