//! Texts that are given by language, `{cy: …, en-GB: …}`, where one text could stand.

use serde::Deserialize;
use serde_yaml::Value;

use super::document::{Document, Spot, Step};
use super::explain;
use super::placed::Text;
use super::wrapped::bare;
use crate::diagnostics::{Help, Problem};

/// What of a file may be given by language, and which language is wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spoken<'a> {
    /// The ways to such texts: `places.*.name`; `*` is any key.
    pub texts: &'a [&'a str],
    /// The key with the list of the file's languages.
    pub languages: &'a str,
    /// The language that is wanted; the first of the list where none is said.
    pub wanted: Option<&'a str>,
}

impl Document {
    /// Puts in place of every text that is given by language the one in the language that
    /// is wanted. What has none in one of the file's languages is a mistake.
    pub fn speak(&mut self, spoken: &Spoken) -> Vec<Problem> {
        let languages = self.words_at(spoken.languages);
        let wanted = spoken.wanted.map(str::to_owned);
        let Some(wanted) = wanted.or_else(|| languages.first().cloned()) else {
            return Vec::new();
        };
        let mut problems = Vec::new();
        let spots = spoken.texts.iter().flat_map(|way| self.spots(way));
        let spots: Vec<Spot> = spots.collect();
        for spot in spots {
            let Some(Value::Mapping(texts)) = self.at(&spot).map(bare) else {
                continue;
            };
            let missing = languages
                .iter()
                .filter(|tag| !texts.contains_key(tag.as_str()));
            problems.extend(missing.map(|tag| self.says_nothing(&spot, tag)));
            // A text in another language stands in, so that it hides no other mistake.
            let is_wanted = |tag: &&Value| tag.as_str() == Some(wanted.as_str());
            let here = texts.keys().find(is_wanted).or_else(|| texts.keys().next());
            let text = here.and_then(|tag| texts.get(tag)).cloned();
            let others = texts.iter().filter(|(tag, _)| Some(*tag) != here);
            problems.extend(others.filter_map(|(tag, text)| self.is_no_text(&spot, tag, text)));
            if text.is_some() {
                self.put(&spot, text);
            }
        }
        problems
    }

    fn says_nothing(&self, spot: &Spot, tag: &str) -> Problem {
        let name = match spot.last() {
            Some(Step::Key(name)) => name,
            _ => "this",
        };
        Problem::error(format!("`{name}` says nothing in `{tag}`"))
            .at(self.place(spot))
            .help(Help::add_setting(format!("`{tag}: …`")))
            .help("or write one text alone, which stands for every language")
    }

    /// What is wrong with a text that is not printed in this language: it will be in its own.
    fn is_no_text(&self, spot: &Spot, tag: &Value, text: &Value) -> Option<Problem> {
        let error = Text::deserialize(text.clone()).err()?;
        let tag = tag.as_str()?;
        let spot = [spot.as_slice(), &[Step::Key(tag.to_owned())]].concat();
        let mistake = explain::mistake(&error.to_string());
        Some(mistake.problem(tag, self.place(&spot)))
    }

    /// The words of a list.
    fn words_at(&self, key: &str) -> Vec<String> {
        let words = self.at(&[Step::Key(key.to_owned())]).map(bare);
        let words = words.and_then(Value::as_sequence).into_iter().flatten();
        let words = words.filter_map(|word| bare(word).as_str());
        words.map(str::to_owned).collect()
    }

    /// Every value that such a way leads to.
    fn spots(&self, way: &str) -> Vec<Spot> {
        let mut spots: Vec<Spot> = vec![Vec::new()];
        for part in way.split('.') {
            let further = spots.iter().flat_map(|spot| {
                let group = self.at(spot).map(bare).and_then(Value::as_mapping);
                let keys = group
                    .into_iter()
                    .flatten()
                    .filter_map(|(key, _)| key.as_str());
                let keys = keys.filter(|key| part == "*" || *key == part);
                keys.map(|key| [spot.as_slice(), &[Step::Key(key.to_owned())]].concat())
            });
            spots = further.collect();
        }
        spots
    }
}
