//! How a service speaks by itself.

use serde::Deserialize;

use super::Service;
use crate::read::yaml::Text;

/// How a service speaks by itself: what its publications need not say in their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// Its tone.
    pub tone: String,
    /// Its languages as tags, first one first.
    pub languages: Vec<String>,
}

/// The part of the settings that says how a service speaks.
#[derive(Debug, Deserialize)]
pub(in crate::read) struct Speech {
    tone: Text,
    languages: Vec<Text>,
}

impl Own {
    /// As these settings have it.
    pub(in crate::read) fn of(service: &Service) -> Self {
        Self::new(&service.tone, &service.languages)
    }

    fn new(tone: &Text, languages: &[Text]) -> Self {
        let languages = languages.iter();
        Self {
            tone: tone.value.clone(),
            languages: languages.map(|tag| tag.value.clone()).collect(),
        }
    }
}

impl From<Speech> for Own {
    fn from(speech: Speech) -> Self {
        Self::new(&speech.tone, &speech.languages)
    }
}
