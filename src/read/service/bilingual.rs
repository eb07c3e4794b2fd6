//! How two languages come together in one publication.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use crate::read::kind::Kind;
use crate::read::yaml::Placed;

/// How the languages of a service come together in a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Arrangement {
    /// One language on each side of a sheet.
    Facing,
    /// One after the other.
    Following,
    /// One on each side of a sheet, the second standing on its head: it reads when the
    /// sheet is turned over its upper edge.
    Tumble,
    /// A publication each.
    Separate,
}

impl Arrangement {
    /// Each of them.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Facing, Self::Following, Self::Tumble, Self::Separate].into_iter()
    }

    /// The word for it in settings.
    pub fn id(self) -> &'static str {
        match self {
            Self::Facing => "facing",
            Self::Following => "following",
            Self::Tumble => "tumble",
            Self::Separate => "separate",
        }
    }

    /// Whether something of this kind can be so at all.
    pub fn suits(self, kind: Kind) -> bool {
        match self {
            Self::Following | Self::Separate => true,
            Self::Facing => kind == Kind::Letter,
            Self::Tumble => matches!(kind, Kind::Leaflet | Kind::Sheet),
        }
    }
}

/// How the languages come together, by what is printed.
#[derive(Debug, Clone, Default)]
pub struct Bilingual {
    /// In everything, where it can be so.
    everywhere: Option<Placed<Arrangement>>,
    by_kind: ByKind,
}

/// One arrangement for each kind of publication.
#[derive(Debug, Clone, Default, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ByKind {
    /// In letters.
    #[serde(default)]
    letter: Option<Placed<Arrangement>>,
    /// In leaflets.
    #[serde(default)]
    leaflet: Option<Placed<Arrangement>>,
    /// In booklets.
    #[serde(default)]
    booklet: Option<Placed<Arrangement>>,
    /// In sheets.
    #[serde(default)]
    sheet: Option<Placed<Arrangement>>,
}

impl ByKind {
    fn of(&self, kind: Kind) -> Option<&Placed<Arrangement>> {
        match kind {
            Kind::Letter => self.letter.as_ref(),
            Kind::Leaflet => self.leaflet.as_ref(),
            Kind::Booklet => self.booklet.as_ref(),
            Kind::Sheet => self.sheet.as_ref(),
        }
    }
}

impl Bilingual {
    /// What the service asks for in publications of this kind, with its place; nothing
    /// where it says nothing that these can be.
    pub fn asked(&self, kind: Kind) -> Option<&Placed<Arrangement>> {
        let everywhere = self.everywhere.as_ref();
        let of_kind = self.by_kind.of(kind);
        of_kind.or_else(|| everywhere.filter(|asked| asked.value.suits(kind)))
    }

    /// Whether some publication has one of its own for each language.
    pub fn parts_some(&self) -> bool {
        let kinds = [Kind::Letter, Kind::Leaflet, Kind::Booklet, Kind::Sheet];
        let mut asked = kinds.into_iter().filter_map(|kind| self.asked(kind));
        asked.any(|asked| asked.value == Arrangement::Separate)
    }

    /// What was written for a kind that cannot be so.
    pub(super) fn unsuitable(&self) -> Option<(Kind, &Placed<Arrangement>)> {
        let mut kinds = [Kind::Letter, Kind::Leaflet, Kind::Booklet, Kind::Sheet].into_iter();
        kinds.find_map(|kind| {
            let asked = self.by_kind.of(kind)?;
            (!asked.value.suits(kind)).then_some((kind, asked))
        })
    }
}

/// A word for everything, or one for each kind.
enum Written {
    Everywhere(Arrangement),
    ByKind(ByKind),
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WrittenVisitor;

        impl<'de> Visitor<'de> for WrittenVisitor {
            type Value = Written;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("facing, following, tumble or separate, or one of them a kind")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Written, E> {
                let word = de::value::StrDeserializer::new(word);
                Arrangement::deserialize(word).map(Written::Everywhere)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Written, A::Error> {
                ByKind::deserialize(MapAccessDeserializer::new(map)).map(Written::ByKind)
            }
        }

        deserializer.deserialize_any(WrittenVisitor)
    }
}

impl<'de> Deserialize<'de> for Bilingual {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Placed { value, place } = Placed::<Written>::deserialize(deserializer)?;
        Ok(match value {
            Written::Everywhere(value) => Self {
                everywhere: Some(Placed { value, place }),
                by_kind: ByKind::default(),
            },
            Written::ByKind(by_kind) => Self {
                everywhere: None,
                by_kind,
            },
        })
    }
}

impl JsonSchema for Bilingual {
    fn schema_name() -> Cow<'static, str> {
        "Bilingual".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                generator.subschema_for::<Arrangement>(),
                generator.subschema_for::<ByKind>(),
            ],
        })
    }
}
