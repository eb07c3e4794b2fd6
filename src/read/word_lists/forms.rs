//! Words and their forms.

use std::collections::HashMap;

use indexmap::IndexMap;
use serde::Deserialize;

use super::list::WordList;

/// What the forms of a word are.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Written")]
pub struct WordForms {
    /// The words that a form belongs to, where it keeps to no rule: `gone` to `go`.
    bases: HashMap<String, Vec<String>>,
    /// Words that have no other forms.
    alone: WordList,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    irregular: IndexMap<String, WordList>,
    alone: WordList,
}

impl From<Written> for WordForms {
    fn from(written: Written) -> Self {
        let mut bases: HashMap<String, Vec<String>> = HashMap::new();
        for (base, forms) in &written.irregular {
            for form in forms {
                let known = bases.entry(form.to_owned()).or_default();
                known.push(base.clone());
            }
        }
        Self {
            bases,
            alone: written.alone,
        }
    }
}

/// Endings of regular forms.
const ENDINGS: [&str; 5] = ["s", "es", "ed", "d", "ing"];

impl WordForms {
    /// The words that an irregular form belongs to.
    pub fn bases(&self, form: &str) -> impl Iterator<Item = &str> {
        let bases = self.bases.get(form).into_iter().flatten();
        bases.map(String::as_str)
    }

    /// Whether a word is another one or a form of it, both in small letters: `stopped` of
    /// `stop`, `gone` of `go`.
    pub fn is_form(&self, word: &str, base: &str) -> bool {
        if word == base {
            return true;
        }
        self.bases(word).any(|known| known == base)
            || (has_ending(word, base) && !self.alone.contains(base))
    }
}

fn has_ending(word: &str, base: &str) -> bool {
    let ending = |stem: &str, endings: &[&str]| {
        let rest = word.strip_prefix(stem);
        rest.is_some_and(|rest| endings.contains(&rest))
    };
    let Some(last) = base.chars().next_back() else {
        return false;
    };
    let without_last = &base[..base.len() - last.len_utf8()];
    ending(base, &ENDINGS)
        || (last == 'e' && ending(without_last, &["ing"]))
        || (last == 'y' && ending(without_last, &["ies", "ied"]))
        || word.strip_prefix(base).is_some_and(|rest| {
            // Stopped, planning: the last letter stands twice.
            let doubled = rest.strip_prefix(last);
            doubled.is_some_and(|rest| matches!(rest, "ed" | "ing"))
        })
}
