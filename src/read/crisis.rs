//! `content/crisis.yaml`: whom to call when somebody cannot cope.

use std::fmt;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::service::Nation;
use super::words::ByLanguage;
use super::yaml::{Placed, Text, YamlDate, filled};

/// Whom to call when somebody cannot cope, by nation.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Crisis {
    /// The lines of England, in the order they are printed.
    #[serde(default)]
    england: Option<Vec<CrisisLine>>,
    /// The lines of Wales, in the order they are printed.
    #[serde(default)]
    wales: Option<Vec<CrisisLine>>,
    /// The lines of Scotland, in the order they are printed.
    #[serde(default)]
    scotland: Option<Vec<CrisisLine>>,
    /// The lines of Northern Ireland, in the order they are printed.
    #[serde(default)]
    northern_ireland: Option<Vec<CrisisLine>>,
}

impl Crisis {
    /// The lines of a nation, where the file names it.
    pub fn of(&self, nation: Nation) -> Option<&[CrisisLine]> {
        let lines = match nation {
            Nation::England => &self.england,
            Nation::Wales => &self.wales,
            Nation::Scotland => &self.scotland,
            Nation::NorthernIreland => &self.northern_ireland,
        };
        lines.as_deref()
    }

    /// The lines of every nation.
    pub fn lines(&self) -> impl Iterator<Item = &CrisisLine> {
        let nations = [
            &self.england,
            &self.wales,
            &self.scotland,
            &self.northern_ireland,
        ];
        nations.into_iter().flatten().flatten()
    }
}

/// One of them.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CrisisLine {
    /// Its id.
    pub id: Text,
    /// The number to call or text.
    pub number: Text,
    /// What to choose or ask for once somebody answers.
    #[serde(default)]
    pub then: Option<ByLanguage>,
    /// The words beside the number, which say who answers and do not hold it.
    pub say: ByLanguage,
    /// When somebody answers, where the record says so.
    #[serde(default)]
    pub hours: Option<Hours>,
    /// What it costs, where the record says so.
    #[serde(default)]
    pub cost: Option<Placed<Cost>>,
    /// Ways to the same help for people who cannot phone.
    #[serde(default)]
    pub also: Vec<OtherWay>,
    /// Two or three words in place of `say`, where there is no room for more.
    #[serde(default)]
    pub short: Option<ByLanguage>,
    /// The page of whoever answers: where the record can be looked up.
    #[serde(default)]
    pub url: Option<Text>,
    /// Where the record comes from.
    pub source: Text,
    /// Who looked whether all this is right, where somebody has.
    #[serde(default)]
    pub checked: Option<Checked>,
}

/// When somebody answers.
#[derive(Debug, Clone)]
pub enum Hours {
    /// At all times.
    AllDay,
    /// At these times.
    Words(ByLanguage),
}

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct HoursVisitor;

        impl<'de> Visitor<'de> for HoursVisitor {
            type Value = Hours;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("`all-day`, or the hours by language")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<Hours, E> {
                if word == "all-day" {
                    return Ok(Hours::AllDay);
                }
                Err(E::custom(format!(
                    "`{word}` is no hours by language\nwrite `all-day`, or the hours in each language: {{en-GB: 7pm to 11pm, cy: 7yh i 11yh}}"
                )))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Hours, A::Error> {
                IndexMap::deserialize(MapAccessDeserializer::new(map)).map(Hours::Words)
            }
        }

        struct Either(Hours);

        impl<'de> Deserialize<'de> for Either {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(HoursVisitor).map(Either)
            }
        }

        Placed::<Either>::deserialize(deserializer).map(|placed| placed.value.0)
    }
}

/// What it costs to call or to text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Cost {
    /// Nothing.
    Free,
}

/// A way to the same help for people who cannot phone.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OtherWay {
    /// Which it is.
    pub way: Placed<WayIn>,
    /// How it is used: the number, the address, the name of the service.
    pub say: ByLanguage,
}

/// How somebody reaches help who cannot phone, in the order in which pages name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WayIn {
    /// A text message.
    Text,
    /// A call in which somebody types for both sides.
    TextRelay,
    /// British Sign Language.
    Bsl,
    /// An email.
    Email,
}

impl WayIn {
    /// Its label in `content/labels`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Text => "crisis-by-text",
            Self::TextRelay => "crisis-by-text-relay",
            Self::Bsl => "crisis-by-bsl",
            Self::Email => "crisis-by-email",
        }
    }
}

/// That somebody looked whether a record is right.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Checked {
    /// The day.
    pub on: YamlDate,
    /// Who it was, by role.
    pub by: Text,
}

/// `crisis-checked` in `service.yaml`: that somebody looked whether the lines are right that
/// the service prints.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CrisisChecked {
    /// The day.
    pub on: YamlDate,
    /// Who it was, by role.
    pub by: Text,
    /// The numbers as they were: another one that is printed later is not checked with them.
    #[serde(deserialize_with = "numbers")]
    #[schemars(length(min = 1))]
    pub numbers: Vec<Text>,
}

fn numbers<'de, D: Deserializer<'de>>(written: D) -> Result<Vec<Text>, D::Error> {
    filled(
        written,
        "the numbers that are right, as in [\"111\", \"116 123\"]",
    )
}
