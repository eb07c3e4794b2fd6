//! `content/columns.yaml`: what other systems call the columns of a spreadsheet, and how
//! people ask for their letters.

use indexmap::IndexMap;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::read::Edition;
use crate::read::yaml::Text;

/// Words that stand in spreadsheets of people.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ColumnWords {
    /// Other names of our columns, by ours.
    columns: IndexMap<String, Vec<Text>>,
    /// Pieces of a name or an address.
    parts: Parts,
    /// How people ask for a size of print.
    formats: IndexMap<Edition, Vec<Text>>,
    /// How people name languages, by their tags.
    languages: IndexMap<String, Vec<Text>>,
    /// How people ask for both languages of a service.
    both_languages: Vec<Text>,
    /// Other names of the columns of `local-services.csv`, by ours.
    #[serde(default)]
    local_services: IndexMap<String, Vec<Text>>,
    /// Names of other countries.
    #[serde(default)]
    countries: Vec<Vec<Text>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Parts {
    name: Vec<Text>,
    address: Vec<Text>,
    of_the_person: Vec<Text>,
}

/// What a column would be a piece of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A title, a forename, a surname.
    Name,
    /// A street, a town, a county.
    Address,
}

impl ColumnWords {
    /// Whether a column of this name is one of ours by another name.
    pub(super) fn means(&self, theirs: &str, ours: &str) -> bool {
        let words = self.columns.get(ours);
        words.is_some_and(|words| has(words, theirs))
    }

    /// The same for a column of `local-services.csv`.
    pub(crate) fn means_locally(&self, theirs: &str, ours: &str) -> bool {
        let mut columns = self.local_services.iter();
        let words = columns.find(|(column, _)| bare(column) == bare(ours));
        words.is_some_and(|(_, words)| has(words, theirs))
    }

    /// What a column of this name is a piece of, and where in the order of its pieces it
    /// stands.
    pub(crate) fn piece(&self, theirs: &str) -> Option<(Piece, usize)> {
        let bare_name = bare(theirs);
        let prefixes = self.parts.of_the_person.iter();
        let owned = prefixes.filter_map(|prefix| bare_name.strip_prefix(&bare(&prefix.value)));
        let names: Vec<&str> = owned.chain([bare_name.as_str()]).collect();
        let find = |words: &[Text]| {
            words
                .iter()
                .position(|word| names.contains(&bare(&word.value).as_str()))
        };
        let name = find(&self.parts.name).map(|at| (Piece::Name, at));
        name.or_else(|| find(&self.parts.address).map(|at| (Piece::Address, at)))
    }

    /// The size of print that a cell asks for; none where it is something else.
    pub(crate) fn edition(&self, asked: &str) -> Option<Edition> {
        let mut formats = self.formats.iter();
        formats
            .find(|(_, words)| has(words, asked))
            .map(|(edition, _)| *edition)
    }

    /// Whether a line of an address is the name of another country, as GOV.UK Notify
    /// compares them (notifications-utils, `countries/__init__.py`).
    pub(crate) fn is_other_country(&self, line: &str) -> bool {
        let wanted = name_of_country(line);
        let mut known = self.countries.iter().flatten();
        known.any(|known| name_of_country(&known.value) == wanted)
    }

    /// Whether a cell names the language of this tag.
    pub(crate) fn is_language(&self, asked: &str, tag: &str) -> bool {
        let words = self.languages.get(tag);
        bare(asked) == bare(tag) || words.is_some_and(|words| has(words, asked))
    }

    /// Whether a cell asks for both languages.
    pub(crate) fn is_both_languages(&self, asked: &str) -> bool {
        has(&self.both_languages, asked)
    }
}

fn has(words: &[Text], word: &str) -> bool {
    let wanted = bare(word);
    words.iter().any(|known| bare(&known.value) == wanted)
}

/// The name of a country without what does not count: accents, articles, `&` for `and`.
fn name_of_country(line: &str) -> String {
    let plain: String = line
        .replace(['&', '+'], " and ")
        .to_lowercase()
        .nfd()
        .filter(|character| character.is_alphanumeric() || character.is_whitespace())
        .collect();
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    if words.len() > 1 && matches!(words[0], "the" | "y" | "yr") {
        words.remove(0);
    }
    words.concat()
}

/// Whether two names are the same but for what does not count.
pub(crate) fn same_words(one: &str, other: &str) -> bool {
    bare(one) == bare(other)
}

/// A name of a column without what does not count: capitals, spaces and marks.
pub(crate) fn bare(name: &str) -> String {
    name.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
