//! `content/topics.yaml`: what local services help with, and the words people use for it.

use std::collections::HashMap;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::Reader;
use super::people::bare;
use super::words::ByLanguage;
use super::yaml::Text;
use crate::diagnostics::{Failure, Place, Problem, did_you_mean, one_of, refuse};

/// The file.
const FILE: &str = "content/topics.yaml";

/// Means every topic in a guide, and can be none.
pub const ALL_TOPICS: &str = "all";

/// What local services help with.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Topics {
    /// Every topic, by its id.
    topics: IndexMap<String, Topic>,
    /// The id that a word means, by the word without what does not count.
    #[serde(skip)]
    known: HashMap<String, String>,
}

/// Something that a local service helps with.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Topic {
    /// What pages call it, by language.
    name: ByLanguage,
    /// Other words that people use for it.
    #[serde(default)]
    also: Vec<Text>,
}

impl Topics {
    /// The id of each.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.topics.keys().map(String::as_str)
    }

    /// The id of the topic that a word means.
    pub fn find(&self, word: &str) -> Option<&str> {
        self.known.get(&bare(word)).map(String::as_str)
    }

    /// What pages call a topic in a language; none where the file does not say.
    pub fn name(&self, id: &str, language: &str) -> Option<&str> {
        let topic = self.topics.get(id)?;
        topic.name.get(language).map(|name| name.value.as_str())
    }

    /// There is no topic of this name: which one is like it, and all there are.
    pub fn unknown(&self, word: &str, place: Place) -> Problem {
        let topics = self.topics.iter();
        let words: Vec<&str> = topics.flat_map(|(id, topic)| topic.words(id)).collect();
        Problem::error(format!("there is no topic `{word}`"))
            .at(place)
            .maybe_help(did_you_mean(word, words))
            .help(format!("the topics are {}", one_of(self.ids())))
            .help(format!(
                "another one can be added to a copy of `{FILE}` in the service's folder"
            ))
    }

    /// What no type can say: a word means one topic.
    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut known: HashMap<String, &str> = HashMap::new();
        for (id, topic) in &self.topics {
            let place = topic.name.values().next().map(|name| name.place);
            let names = topic.name.values().chain(&topic.also);
            let texts = names.map(|text| (text.value.as_str(), Some(text.place)));
            for (word, place) in std::iter::once((id.as_str(), place)).chain(texts) {
                let bare = bare(word);
                let problem = if bare == ALL_TOPICS {
                    Problem::error(format!(
                        "`{word}` means every topic in guides, and cannot be one"
                    ))
                    .help("choose another word")
                } else {
                    match known.insert(bare, id) {
                        Some(other) if other != id => Problem::error(format!(
                            "`{word}` means the topic `{other}` and the topic `{id}`"
                        ))
                        .help("take it out of one of them"),
                        _ => continue,
                    }
                };
                problems.push(match place {
                    Some(place) => problem.at(place),
                    None => problem,
                });
            }
        }
        problems
    }
}

impl Topic {
    /// Every word for it.
    fn words<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a str> {
        let texts = self.name.values().chain(&self.also);
        std::iter::once(id).chain(texts.map(|text| text.value.as_str()))
    }
}

impl Reader<'_> {
    /// What local services help with.
    ///
    /// # Errors
    /// Every mistake in the file.
    pub fn topics(&mut self) -> Result<Topics, Failure> {
        let mut topics: Topics = self.required(FILE)?;
        refuse(topics.problems())?;
        let all = topics.topics.iter();
        let all = all.flat_map(|(id, topic)| topic.words(id).map(|word| (bare(word), id.clone())));
        topics.known = all.collect();
        Ok(topics)
    }
}
