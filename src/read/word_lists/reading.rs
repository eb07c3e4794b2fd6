//! Words of rules about how a text reads.

use indexmap::IndexMap;
use serde::Deserialize;

use super::list::{Better, WordList};
use crate::read::Text;

/// Long and official words, and the plainer ones that say the same.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlainerWords {
    /// The table, in the order of the alphabet.
    pub plainer: Vec<Better>,
}

/// Words of health services, and what shows that a text explains them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Jargon {
    /// The table.
    pub words: Vec<Meaning>,
    /// What shows that a word is explained somewhere in its paragraph.
    pub explaining: WordList,
    /// The same, where it stands after the word.
    pub explaining_after: WordList,
    /// The same, where it stands right after the word.
    pub defining: WordList,
}

/// A word of health services.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Meaning {
    /// The word; initials in capitals.
    pub word: Text,
    /// What it means, in plain words.
    pub means: Text,
}

/// Words that have no capital within a heading, in lower case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HeadingWords {
    /// Words that have one only where every word has one.
    pub small: WordList,
    /// Words that begin few names on their own.
    pub everyday: WordList,
}

/// Words that tell how a sentence is built, in lower case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SentenceWords {
    /// Participles that make an office speak: they count without "by" as well.
    pub office: Vec<WrittenPassive>,
    /// The same, but only where it is done to the reader.
    pub done_to_you: Vec<WrittenPassive>,
    /// The same, where it is what somebody thinks or says: `it is felt that`.
    pub thought: Vec<WrittenPassive>,
    /// Participles that do not end in -ed.
    pub irregular: WordList,
    /// Words in -ed that say how somebody is.
    pub not_done: WordList,
    /// What may stand between the two parts of a passive, besides words in -ly.
    pub between: WordList,
    /// What may stand between a participle and "by".
    pub before_by: WordList,
    /// After "by", what names a way, a time or a place, and nobody who acts.
    pub no_actor: WordList,
    /// After a comma, the words at which a long sentence could be made two.
    pub turns: WordList,
}

/// A participle, and a livelier way to say it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WrittenPassive {
    /// The participle.
    pub participle: Text,
    /// What to say instead.
    pub say: Text,
}

/// Words that stand for words somebody meant to fill in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnfinishedText {
    /// The words.
    pub stand_ins: WordList,
}

/// Syllables of words that keep to no rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Syllables {
    /// How many a word has, in lower case without apostrophes.
    pub irregular: IndexMap<String, usize>,
    /// First parts of compounds whose `e` stays silent.
    pub silent_first: WordList,
}
