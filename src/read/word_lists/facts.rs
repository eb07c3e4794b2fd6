//! Words of rules about facts, figures, dates and numbers to call.

use indexmap::IndexMap;
use serde::Deserialize;

use super::list::{Better, WordList};
use crate::read::Text;

/// Initials and words in capitals.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Acronyms {
    /// Initials that people know better than their words.
    pub known: WordList,
    /// English words that people shout, and numbers in letters.
    pub no_initials: WordList,
    /// What stands after initials that are explained there, in lower case.
    pub explaining: WordList,
    /// Names that are written in capitals, and no shout.
    pub names_in_capitals: WordList,
}

/// Short forms, and the whole words to write instead.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ShortForms {
    /// The table, in lower case, with straight apostrophes.
    pub short_forms: Vec<Better>,
}

/// What leaflets count, in lower case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NumberWords {
    /// What is counted.
    pub counted: WordList,
    /// The same, one of them.
    pub counted_once: WordList,
    /// Words that may stand between a number and what it counts.
    pub between: WordList,
    /// A number after these is not of what follows.
    pub not_after: WordList,
    /// A number after these is a year, where it can be one.
    pub before_years: WordList,
}

/// Words that tell a figure about people from any other, in lower case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FigureWords {
    /// Whoever figures are about.
    pub people: WordList,
    /// What a whole is counted in that is no group of people.
    pub units: WordList,
    /// Words of a mark that somebody gives.
    pub scores: WordList,
    /// What most people do that only a study can know.
    pub claims: WordList,
    /// How most people feel after something.
    pub feelings: WordList,
    /// Words of a sentence in which something was counted.
    pub studies: WordList,
    /// What a percentage may stand before that says nothing about people.
    pub not_people: WordList,
    /// Beside these a percentage says how much more, not how many.
    pub changes: WordList,
}

/// What tells a time of day from a price or a measure, in lower case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TimeWords {
    /// After these, figures with a point between them are a time.
    pub sure_after: WordList,
    /// After these they are one on the 24-hour clock.
    pub likely_after: WordList,
    /// What is measured in numbers with a point.
    pub measures: WordList,
}

/// Phone numbers that are the same for everybody, and words round short ones.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PhoneWords {
    /// Numbers that are the same everywhere in the UK.
    pub for_everybody: WordList,
    /// The short numbers that can be dialled from everywhere.
    pub short: WordList,
    /// Beginnings of numbers that cost a lot.
    pub costly: Vec<Costly>,
    /// Before a short number: words that say to use it.
    pub verbs: WordList,
    /// After a short number: words that do not say what there are so many of.
    pub goes_on: WordList,
    /// The area codes that have numbers of 10 digits, each with what follows the code there.
    pub ten_digits: IndexMap<String, WordList>,
}

/// The beginning of numbers that cost a lot.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Costly {
    /// The figures.
    pub begins: Text,
    /// Why somebody may not see it.
    pub why: Text,
}
