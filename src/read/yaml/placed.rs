//! Values that know where they were written.
//!
//! `serde` has no way to hand a place to a struct, so [`super::typed`] wraps
//! every value in a YAML tag that holds it (`!3:120-180`). Plain types never see
//! the tag: `serde_yaml` takes it off. [`Placed`] asks for it. A derived enum
//! must stand inside a `Placed`, or it takes the tag for its variant.

use std::fmt;
use std::marker::PhantomData;

use indexmap::IndexMap;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    self, Deserialize, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use crate::diagnostics::{Place, SourceId};

/// A value and where it was written.
#[derive(Debug, Clone)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// The tag that carries a place through `serde_yaml`.
pub(super) fn tag(place: Place) -> String {
    format!("!{}:{}-{}", place.source.number(), place.start, place.end)
}

/// The place in a tag.
pub(super) fn untag(tag: &str) -> Option<Place> {
    let (source, range) = tag.trim_start_matches('!').split_once(':')?;
    let (start, end) = range.split_once('-')?;
    Some(Place {
        source: SourceId::from_number(source.parse().ok()?),
        start: start.parse().ok()?,
        end: end.parse().ok()?,
    })
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Tagged<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Tagged<T> {
            type Value = Placed<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("something written here")
            }

            fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Placed<T>, A::Error> {
                let (name, content) = data.variant::<String>()?;
                let place = untag(&name).ok_or_else(|| de::Error::custom("this has no place"))?;
                let value = content.newtype_variant()?;
                Ok(Placed { value, place })
            }
        }

        deserializer.deserialize_enum("Placed", &[], Tagged(PhantomData))
    }
}

/// A line or more of text: never blank, never a number taken for text.
#[derive(Debug, Clone)]
pub struct Text {
    /// The text.
    pub value: String,
    /// Where it stands.
    pub place: Place,
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Placed { value, place } = Placed::<Words>::deserialize(deserializer)?;
        Ok(Self {
            value: value.0,
            place,
        })
    }
}

struct Words(String);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = deserializer.deserialize_string(WordsVisitor)?;
        Ok(Self(text))
    }
}

struct WordsVisitor;

impl Visitor<'_> for WordsVisitor {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
        if text.trim().is_empty() {
            return Err(E::custom(
                "this is blank\nwrite the text, or delete the line",
            ));
        }
        Ok(text.to_owned())
    }
}

/// A text that may differ by tone.
#[derive(Debug, Clone)]
pub enum ByTone {
    /// The same in every tone.
    Same(Text),
    /// One a tone, by the tone's id.
    Different(Place, IndexMap<String, Text>),
}

impl ByTone {
    /// Where it stands.
    pub fn place(&self) -> Place {
        match self {
            Self::Same(text) => text.place,
            Self::Different(place, _) => *place,
        }
    }

    /// Its words in every tone, one after the other.
    pub fn in_all_tones(&self) -> String {
        let texts: Vec<&str> = match self {
            Self::Same(text) => vec![&text.value],
            Self::Different(_, texts) => texts.values().map(|text| text.value.as_str()).collect(),
        };
        texts.join(" / ")
    }

    /// The texts that are for one tone only, by the tone's id.
    pub fn by_tone(&self) -> impl Iterator<Item = (&String, &Text)> {
        let texts = match self {
            Self::Same(_) => None,
            Self::Different(_, texts) => Some(texts),
        };
        texts.into_iter().flatten()
    }
}

impl<'de> Deserialize<'de> for ByTone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        enum Either {
            One(String),
            Several(IndexMap<String, Text>),
        }

        struct EitherVisitor;

        impl<'de> Visitor<'de> for EitherVisitor {
            type Value = Either;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("text, or one text a tone")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Either, E> {
                WordsVisitor.visit_str(text).map(Either::One)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Either, A::Error> {
                IndexMap::deserialize(MapAccessDeserializer::new(map)).map(Either::Several)
            }
        }

        impl<'de> Deserialize<'de> for Either {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(EitherVisitor)
            }
        }

        let Placed { value, place } = Placed::<Either>::deserialize(deserializer)?;
        Ok(match value {
            Either::One(value) => Self::Same(Text { value, place }),
            Either::Several(texts) => Self::Different(place, texts),
        })
    }
}

/// A text, or several in a list.
#[derive(Debug, Clone)]
pub struct OneOrMore(Vec<Text>);

impl OneOrMore {
    /// Where the first stands.
    pub fn place(&self) -> Place {
        self.0[0].place
    }

    /// Each of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Text> {
        self.0.iter()
    }
}

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        enum Either {
            One(String),
            More(Vec<Text>),
        }

        struct EitherVisitor;

        impl<'de> Visitor<'de> for EitherVisitor {
            type Value = Either;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("text, or a list of texts")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Either, E> {
                WordsVisitor.visit_str(text).map(Either::One)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Either, A::Error> {
                let texts = Vec::deserialize(SeqAccessDeserializer::new(list))?;
                if texts.is_empty() {
                    return Err(de::Error::custom(
                        "this list is empty\nwrite a text, or delete the line",
                    ));
                }
                Ok(Either::More(texts))
            }
        }

        impl<'de> Deserialize<'de> for Either {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(EitherVisitor)
            }
        }

        let Placed { value, place } = Placed::<Either>::deserialize(deserializer)?;
        Ok(Self(match value {
            Either::One(value) => vec![Text { value, place }],
            Either::More(texts) => texts,
        }))
    }
}

/// A day, written 2026-11-22.
#[derive(Debug, Clone, Copy)]
pub struct YamlDate {
    /// The day.
    pub value: jiff::civil::Date,
    /// Where it stands.
    pub place: Place,
}

impl<'de> Deserialize<'de> for YamlDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        let value = text.value.parse().map_err(|_| {
            de::Error::custom(format!(
                "`{}` is not a date\nwrite year, month and day, as in 2026-11-22",
                text.value
            ))
        })?;
        Ok(Self {
            value,
            place: text.place,
        })
    }
}
