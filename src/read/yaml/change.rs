//! What an override does to a part of a guide.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::diagnostics::did_you_mean;

/// What an override may say instead of a part of a guide.
pub trait Instead {
    /// The settings with which it says so, in backticks.
    const SETTINGS: &'static str;
}

/// What an override does to a part of a guide. Stands inside a [`Placed`].
#[derive(Debug, Clone)]
pub enum Change<T> {
    /// `drop`: leave it out.
    Drop,
    /// Say this instead.
    With(T),
}

impl<'de, T: Deserialize<'de> + Instead> Deserialize<'de> for Change<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ChangeVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de> + Instead> Visitor<'de> for ChangeVisitor<T> {
            type Value = Change<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("`drop`, or what to say instead")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Change<T>, E> {
                if text == "drop" {
                    return Ok(Change::Drop);
                }
                let meant = did_you_mean(text, std::iter::once("drop"));
                let help = meant.unwrap_or_else(|| {
                    let settings = T::SETTINGS;
                    format!("write `drop`, or below it {settings} with what to say instead")
                });
                Err(E::custom(format!(
                    "a text alone does not say which part it replaces\n{help}"
                )))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Change<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Change::With)
            }
        }

        deserializer.deserialize_any(ChangeVisitor(PhantomData))
    }
}
