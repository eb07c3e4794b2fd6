//! The words that are not a guide's own: tones, labels, crisis lines.

use indexmap::IndexMap;
use serde::Deserialize;

use super::service::Nation;
use super::yaml::Text;

/// A text in each language it has, by language tag.
pub type Tongues = IndexMap<String, Text>;

/// How a service speaks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tone {
    /// Its id; also the name of its file.
    pub tone: Text,
    /// What people call it.
    pub name: Tongues,
    /// The same idea in this tone's words: `{{ term.low_mood }}`.
    #[serde(default)]
    pub terms: IndexMap<String, Tongues>,
    /// Words it does not use.
    #[serde(default)]
    pub avoid: Vec<Avoid>,
}

/// Words a tone does not use.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Avoid {
    /// The words; their inflections count too.
    pub words: Vec<Text>,
    /// What to say instead.
    pub say: Text,
    /// Why.
    pub why: Text,
    /// Who says so.
    pub source: Text,
}

/// The fixed words of templates in one language.
pub type Labels = IndexMap<String, Text>;

/// Whom to call when somebody cannot cope, by nation.
pub type Crisis = IndexMap<Nation, Vec<CrisisLine>>;

/// One of them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CrisisLine {
    /// Its id.
    pub id: Text,
    /// The sentence; `{number}` stands in it once.
    pub say: Tongues,
    /// The number to call or text.
    pub number: Text,
    /// Where that comes from.
    pub source: Text,
    /// False where somebody still has to ring the number.
    pub checked_by_a_person: bool,
}
