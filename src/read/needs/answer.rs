//! What a service answers, as it is written.

use std::fmt;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::OPTIONS;
use crate::diagnostics::Place;
use crate::read::words::ByLanguage;
use crate::read::yaml::{Placed, Text};

/// An answer, whatever was asked.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Where it stands.
    pub place: Place,
    /// What stands there.
    pub said: Said,
}

/// What stands in an answer.
#[derive(Debug, Clone)]
pub enum Said {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// `true` or `false`.
    YesNo(bool),
    /// Several answers.
    List(Vec<Answer>),
    /// Words in each language.
    ByLanguage(ByLanguage),
}

/// What a service answers for one guide.
#[derive(Debug, Clone, Default)]
pub struct GuideAnswers {
    /// By the names of the guide's needs.
    pub answers: IndexMap<String, Answer>,
    /// For single options, by their ids.
    pub options: IndexMap<String, Placed<IndexMap<String, Answer>>>,
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Placed { value, place } = Placed::<Said>::deserialize(deserializer)?;
        Ok(Self { place, said: value })
    }
}

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SaidVisitor;

        impl<'de> Visitor<'de> for SaidVisitor {
            type Value = Said;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("an answer")
            }

            fn visit_bool<E: Error>(self, said: bool) -> Result<Said, E> {
                Ok(Said::YesNo(said))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Said, E> {
                self.visit_f64(number as f64)
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Said, E> {
                self.visit_f64(number as f64)
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Said, E> {
                Ok(Said::Number(number))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Said, E> {
                if text.trim().is_empty() {
                    return Err(E::custom(
                        "this answer is blank\nwrite the answer, or delete the line",
                    ));
                }
                Ok(Said::Text(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Said, A::Error> {
                let items: Vec<Answer> = Vec::deserialize(SeqAccessDeserializer::new(list))?;
                if items.is_empty() {
                    return Err(A::Error::custom(
                        "this answer is an empty list\nwrite its items, or delete the line",
                    ));
                }
                Ok(Said::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Said, A::Error> {
                let words: IndexMap<String, Text> =
                    IndexMap::deserialize(MapAccessDeserializer::new(map))?;
                if words.is_empty() {
                    return Err(A::Error::custom(
                        "this answer is empty\nwrite the answer, or delete the line",
                    ));
                }
                Ok(Said::ByLanguage(words))
            }
        }

        deserializer.deserialize_any(SaidVisitor)
    }
}

impl<'de> Deserialize<'de> for GuideAnswers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnswersVisitor;

        impl<'de> Visitor<'de> for AnswersVisitor {
            type Value = GuideAnswers;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<GuideAnswers, A::Error> {
                let mut all = GuideAnswers::default();
                while let Some(key) = map.next_key::<String>()? {
                    if key == OPTIONS {
                        all.options = map.next_value()?;
                    } else {
                        let answer = map.next_value()?;
                        all.answers.insert(key, answer);
                    }
                }
                Ok(all)
            }
        }

        deserializer.deserialize_map(AnswersVisitor)
    }
}
