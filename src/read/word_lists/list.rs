//! What files of words are made of.

use serde::Deserialize;

use crate::read::Text;

/// Words or phrases, in the order of their file.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Vec<Text>")]
pub struct WordList(Vec<String>);

impl WordList {
    /// Whether this is one of them, letter by letter.
    pub fn contains(&self, word: &str) -> bool {
        self.0.iter().any(|known| known == word)
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.into_iter()
    }
}

impl From<Vec<Text>> for WordList {
    fn from(texts: Vec<Text>) -> Self {
        Self(texts.into_iter().map(|text| text.value).collect())
    }
}

impl<'a> IntoIterator for &'a WordList {
    type Item = &'a str;
    type IntoIter = std::iter::Map<std::slice::Iter<'a, String>, fn(&'a String) -> &'a str>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(String::as_str)
    }
}

/// Some words, and what to say instead.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Better {
    /// The words.
    pub instead_of: Text,
    /// What to say instead.
    pub say: Text,
}
