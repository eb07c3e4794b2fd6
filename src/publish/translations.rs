//! A guide in the languages of its service that it is, and is not, written in.

use super::Workspace;
use crate::check::Translation;
use crate::diagnostics::{Failure, Problem, Severity, listed};
use crate::read::{Reader, Text};
use crate::tailor::PublicationId;

impl Workspace {
    /// That a guide is printed without some language of the service, because it is not
    /// written in that.
    pub(crate) fn untranslated(&self, id: &PublicationId) -> Vec<Problem> {
        let guides = self.guides();
        let Some(entry) = guides.iter().find(|entry| entry.id == id.guide) else {
            return Vec::new();
        };
        let languages = self.service().languages.iter();
        let missing = languages.filter(|language| !entry.languages.contains(&language.value));
        let printed = id.languages.iter().map(String::as_str);
        let printed: Vec<String> = printed.map(|tag| format!("`{tag}`")).collect();
        let printed = listed(&printed, "and");
        missing
            .map(|language| {
                let (guide, tag) = (&id.guide, &language.value);
                let problem = Problem::warning(format!(
                    "`{guide}` is printed in {printed} alone: it is not translated into `{tag}`"
                ));
                problem.at(language.place).help(format!(
                    "a translation goes into `content/guides/{guide}/{tag}.yaml` in the service's folder"
                ))
            })
            .collect()
    }

    /// The same guide in every other language it is written in, and what is wrong with those
    /// that cannot be read: they stop no page of another language. A language that the
    /// service prints says so itself.
    pub(super) fn translations(
        &self,
        id: &PublicationId,
        here: &Text,
    ) -> Result<(Vec<Translation>, Vec<Problem>), Failure> {
        let entries = self
            .guides()
            .into_iter()
            .filter(|entry| entry.id == id.guide);
        let languages = entries.flat_map(|entry| entry.languages);
        let others = languages.filter(|language| *language != here.value);
        let mut reader = Reader::new(&self.assets, &self.sources);
        let (mut translations, mut broken) = (Vec::new(), Vec::new());
        for language in others {
            match reader.guide_in(&id.guide, &language) {
                Ok(guide) => translations.push(Translation { language, guide }),
                Err(Failure::Input(_)) if self.context.language(&language).is_some() => {}
                Err(failure) => {
                    let problems = failure.into_input()?.into_iter();
                    broken.extend(problems.map(|problem| problem.severity(Severity::Warning)));
                }
            }
        }
        Ok((translations, broken))
    }
}
