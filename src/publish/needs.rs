//! What the guides of a service ask it, and what it has answered.

use super::Workspace;
use crate::diagnostics::{Error, Failure};
use crate::read::{Answers, Guide, Reader, Text, in_yaml};
use crate::tailor::{PublicationId, with_overrides};

impl Workspace {
    /// What its guides ask of this service, or what one of them asks, with what it has
    /// answered: lines of `service.yaml`, each question a note above its answer.
    ///
    /// # Errors
    /// Where there is no such guide, and every mistake in those it prints.
    pub fn needs(&self, guide: Option<&str>) -> Result<String, Error> {
        let mut ids = self.publications()?;
        if let Some(guide) = guide {
            ids.extend(self.publications_of(guide)?);
        }
        let mut names: Vec<String> = Vec::new();
        for PublicationId { guide, .. } in ids {
            if !names.contains(&guide) {
                names.push(guide);
            }
        }
        let guides: Result<Vec<Guide>, Failure> =
            names.iter().map(|name| self.asking(name)).collect();
        let guides = guides.map_err(|failure| self.error(failure))?;
        let service = self.service();
        let answers = guides.iter().map(|guide| {
            let language = service.languages.first();
            let tag = language.map_or("", |language| &language.value);
            Answers::of(guide, service, tag)
        });
        Ok(in_yaml(&answers.collect::<Vec<_>>(), guide, service))
    }

    /// A guide with the service's changes, in the first language of the service in which it
    /// is written: each asks the same.
    pub(super) fn asking(&self, guide: &str) -> Result<Guide, Failure> {
        let entries = self.guides();
        let entry = entries.iter().find(|entry| entry.id == guide);
        let written = |tag: &&Text| entry.is_some_and(|it| it.languages.contains(&tag.value));
        let languages = &self.service().languages;
        let mut reader = Reader::new(&self.assets, &self.sources);
        let language = languages.iter().find(written).or_else(|| languages.first());
        let guide = match language {
            Some(language) => reader.guide(guide, language)?,
            None => reader.guide_in(guide, crate::read::FIRST_LANGUAGE)?,
        };
        let tag = language.map_or(crate::read::FIRST_LANGUAGE, |language| &language.value);
        let overrides = reader.overrides(&guide, tag)?;
        with_overrides(&guide, None, &overrides).map(|(guide, _)| guide)
    }
}
