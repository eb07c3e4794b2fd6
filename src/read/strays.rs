//! What is wrong with files that nobody asked to print.

use indexmap::IndexMap;

use super::guides::{GuideEntry, guides};
use super::needs::{AskedBy, misanswered};
use super::{Reader, Service, Text};
use crate::assets::shown_name;
use crate::diagnostics::{Failure, Gathered, Help, Problem, Way, closest};

impl Reader<'_> {
    /// Files of the service that change nothing: under `overrides/`, because no guide is
    /// called so; elsewhere, because their names are ours in other letters.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn stray_overrides(&self) -> Result<Vec<Problem>, Failure> {
        let guides = guides(self.assets);
        let ids = || guides.iter().map(|guide| guide.id.as_str());
        let names = self.assets.service_names("overrides")?.into_iter();
        let settings = names.filter(|name| name.contains(".yaml") || name.contains(".yml"));
        let stray = settings
            .filter(|name| {
                !guides.iter().any(|GuideEntry { id, languages }| {
                    let mut of_one = languages.iter().map(|tag| format!("{id}.{tag}.yaml"));
                    *name == format!("{id}.yaml") || of_one.any(|known| *name == known)
                })
            })
            .map(|name| {
                let stem = name.split('.').next().unwrap_or_default();
                let problem =
                    Problem::error(format!("`overrides/{}` changes nothing", shown_name(&name)));
                match closest(stem, ids()) {
                    Some(id) => problem.help(format!("rename it to `{id}.yaml`")),
                    None => problem
                        .help("name it after a guide, as in `pain-and-mood.yaml`")
                        .help(Help::from(Way::List).then(" all there are")),
                }
            });
        let misnamed = self.assets.misnamed().into_iter();
        Ok(misnamed.chain(stray).collect())
    }

    /// Answers of the service that fit no question of a guide. Only guides that could be
    /// read are heard.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn misanswered(&mut self, service: &Service) -> Result<Vec<Problem>, Failure> {
        if service.about.is_empty() && service.guides.is_empty() {
            return Ok(Vec::new());
        }
        let all = guides(self.assets);
        let is_near = |entry: &&GuideEntry| {
            let prints = service.prints.as_ref();
            let is_printed = |prints: &Vec<Text>| prints.iter().any(|it| it.value == entry.id);
            service.guides.contains_key(&entry.id) || prints.is_none_or(is_printed)
        };
        let (near, far): (Vec<&GuideEntry>, Vec<&GuideEntry>) = all.iter().partition(is_near);
        let mut asked = self.asking(&near)?;
        // Most answers are for what a service prints: the whole library is read only where
        // one is not.
        let is_asked = |key: &String| {
            let mut guides = asked.values().flat_map(|by| &by.guides);
            guides.any(|guide| guide.needs.contains_key(key))
        };
        if !service.about.keys().all(is_asked) {
            asked.extend(self.asking(&far)?);
        }
        let known: Vec<&str> = all.iter().map(|entry| entry.id.as_str()).collect();
        Ok(misanswered(service, &asked, &known))
    }

    /// What these guides ask for, each in every language; of those that could be read.
    fn asking(&mut self, entries: &[&GuideEntry]) -> Result<IndexMap<String, AskedBy>, Failure> {
        let mut asked = IndexMap::new();
        let mut heard = Gathered::default();
        for entry in entries {
            let mut by = AskedBy::default();
            for language in &entry.languages {
                let Some(guide) = heard.keep(self.guide_in(&entry.id, language))? else {
                    continue;
                };
                let overrides = heard
                    .keep(self.overrides(&guide, language))?
                    .unwrap_or_default();
                by.hear(guide, &overrides);
            }
            if !by.guides.is_empty() {
                asked.insert(entry.id.clone(), by);
            }
        }
        Ok(asked)
    }

    /// What is wrong with the service's own guides and with what it changes in others, for
    /// nobody who prints them. The built-in ones are right.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn mistakes_in_guides(&mut self) -> Result<Vec<Problem>, Failure> {
        let mut gathered = Gathered::default();
        let own = self.assets.service_names("content/guides")?;
        let changed = self.assets.service_names("overrides")?;
        let is_touched = |id: &str| {
            let begins = format!("{id}.");
            own.iter().any(|name| name == id) || changed.iter().any(|it| it.starts_with(&begins))
        };
        for entry in guides(self.assets) {
            for language in entry.languages.iter().filter(|_| is_touched(&entry.id)) {
                let guide = self.guide_in(&entry.id, language);
                if let Some(guide) = gathered.keep(guide)? {
                    let overrides = self.overrides(&guide, language);
                    gathered.keep(overrides)?;
                }
            }
        }
        Ok(gathered.problems)
    }
}
