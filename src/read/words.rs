//! The words that are not a guide's own: tones and labels.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::checks::Level;
use super::guide::Audience;
use super::yaml::{ByTone, Placed, Text};
use crate::diagnostics::{Problem, did_you_mean, one_of};

/// A text in each language it has, by language tag.
pub type ByLanguage = IndexMap<String, Text>;

/// How a service speaks.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tone {
    /// Its id; also the name of its file.
    pub tone: Text,
    /// What people call it.
    pub name: ByLanguage,
    /// The tone that has what this one does not say: terms, words it avoids, texts of
    /// guides.
    #[serde(default)]
    pub based_on: Option<Text>,
    /// The ids of the tones whose words it speaks: its own, then those it is based on.
    #[serde(skip)]
    pub speaks: Vec<String>,
    /// The same idea in this tone's words: `{{ term.low_mood }}`.
    #[serde(default)]
    pub terms: IndexMap<String, ByLanguage>,
    /// Those of its terms that every other tone may say as well: right names of
    /// facts, and everyday words.
    #[serde(default)]
    pub for_every_tone: Vec<Text>,
    /// Words it does not use.
    #[serde(default)]
    pub avoid: Vec<Avoid>,
}

impl Tone {
    /// What no type can say: `for-every-tone` names terms of this tone.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let terms = || self.terms.keys().map(String::as_str);
        let named = self.for_every_tone.iter();
        let strays = named.filter(|name| !self.terms.contains_key(&name.value));
        strays
            .map(|name| {
                Problem::error(format!("this tone has no term `{}`", name.value))
                    .at(name.place)
                    .maybe_help(did_you_mean(&name.value, terms()))
                    .help(format!("its terms are {}", one_of(terms())))
            })
            .collect()
    }
}

impl ByTone {
    /// The text in this tone, or else in the nearest tone that it is based on.
    pub fn in_tone(&self, tone: &Tone) -> Option<&Text> {
        match self {
            Self::Same(text) => Some(text),
            Self::Different(_, texts) => tone.speaks.iter().find_map(|id| texts.get(id)),
        }
    }
}

/// `content/words-to-avoid.yaml`: what no tone says.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WordsToAvoid {
    /// Words no tone uses.
    pub avoid: Vec<Avoid>,
}

/// Words a tone does not use.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Avoid {
    /// The words; their inflections count too.
    pub words: Vec<Text>,
    /// Phrases in which they are the right ones.
    #[serde(default)]
    pub fine_in: Vec<Text>,
    /// Those for whom they are the right ones.
    #[serde(default)]
    pub fine_for: Vec<Placed<Audience>>,
    /// Whether they are fine where the text denies them: `you have not failed`.
    #[serde(default)]
    pub fine_where_denied: bool,
    /// How bad it is to use them; a warning where it says nothing.
    #[serde(default)]
    pub severity: Option<Placed<Level>>,
    /// What to say instead.
    pub say: Text,
    /// Why.
    pub why: Text,
    /// Who says so.
    pub source: Text,
}

/// The fixed words of templates in one language.
pub type Labels = IndexMap<String, Text>;
