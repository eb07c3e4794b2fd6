//! Versions of a guide to test with people.

use schemars::JsonSchema;
use serde::Deserialize;

use super::guides::guides;
use super::kind::{Edition, Kind};
use super::overrides::Overrides;
use super::persona::persona_path;
use super::schema;
use super::unfilled::is_unfilled;
use super::yaml::{self, Mistyped, Placed, Text, YamlDate};
use super::{Guide, Reader};
use crate::assets::{File, shown_name};
use crate::diagnostics::{Failure, Help, Problem, Way, closest, did_you_mean, listed};

/// The folder of all versions, a folder for each guide in it.
pub const VERSIONS: &str = "versions";
/// The guide as the service prints it: what a version is compared with.
pub const FULL: &str = "full";

/// A version of a guide, to print beside others and to learn which serves people better:
/// `versions/<guide>/<name>.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Version {
    /// What it was begun from: `full`, which is the guide as you print it, or another version.
    pub from: Text,
    /// Why you try it: what people said, and what you hope will be easier.
    pub reason: Text,
    /// The day on which it was begun.
    pub made: YamlDate,
    /// For whom: the names of personas, which are files in `personas/`.
    #[serde(default)]
    pub r#for: Vec<Text>,
    /// Another tone than the service's.
    #[serde(default)]
    #[schemars(schema_with = "schema::tone")]
    pub tone: Option<Text>,
    /// Another edition than the standard one.
    #[serde(default)]
    pub edition: Option<Placed<Edition>>,
    /// How many words it may have.
    #[serde(default)]
    pub word_budget: Option<Placed<u32>>,
    /// What it changes in the guide, in the words of `overrides/<guide>.yaml`, whose place it
    /// takes.
    #[serde(default)]
    pub changes: Overrides,
    /// What somebody may want to know of it.
    #[serde(skip)]
    pub notes: Vec<Problem>,
}

impl Version {
    /// That its own words are printed in several languages as they stand: in these, for which it
    /// has no file of their own.
    fn own_words_in(&self, guide: &str, name: &str, tags: &[&str]) -> Option<Problem> {
        let words = self.changes.own_words()?;
        let [_, other, ..] = tags else { return None };
        let what = format!("`{name}` says the same words in {}", listed(tags, "and"));
        Some(Problem::warning(what).at(words).help(format!(
            "write a file for the language that they are not in, as in `{}`",
            version_path(guide, name, Some(other))
        )))
    }

    /// What has to be said before it is printed for people.
    pub(crate) fn unready(&self, name: &str) -> Option<Problem> {
        is_unfilled(&self.reason.value).then(|| {
            Problem::error(format!("nobody has said why `{name}` is tested"))
                .at(self.reason.place)
                .help("write why: what people said, and what you hope will be easier for them")
        })
    }
}

/// Whether a word can be the name of a version or a persona: it becomes a part of file names.
pub(crate) fn is_name(name: &str) -> bool {
    let plain = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    name.starts_with(|it: char| it.is_ascii_alphanumeric()) && name.chars().all(plain)
}

/// Where a version is written: for all languages, or for one.
pub(crate) fn version_path(guide: &str, name: &str, language: Option<&str>) -> String {
    match language {
        None => format!("{VERSIONS}/{guide}/{name}.yaml"),
        Some(tag) => format!("{VERSIONS}/{guide}/{name}.{tag}.yaml"),
    }
}

impl Reader<'_> {
    /// The names of the versions of a guide, sorted.
    ///
    /// # Errors
    /// Where their folder cannot be read.
    pub fn versions(&self, guide: &str) -> Result<Vec<String>, Failure> {
        let names = self.assets.service_names(&format!("{VERSIONS}/{guide}"))?;
        let names = names.iter().filter_map(|name| name.strip_suffix(".yaml"));
        Ok(names
            .filter(|name| is_name(name))
            .map(str::to_owned)
            .collect())
    }

    /// A version of a guide in one language. A file of one language
    /// (`versions/your-options/short.cy.yaml`) takes the place of the one for all.
    ///
    /// # Errors
    /// Where there is none, and every mistake in it.
    pub fn version(&self, guide: &Guide, name: &str, language: &str) -> Result<Version, Failure> {
        let id = &guide.guide.value;
        let of_language = version_path(id, name, Some(language));
        let file = match self.assets.service_file(&of_language)? {
            None => self.assets.service_file(&version_path(id, name, None))?,
            file => file,
        };
        let file = file.ok_or_else(|| self.no_version(id, name))?;
        if guide.kind.value == Kind::Letter {
            return Err(letters_are_not_tested().into());
        }
        let read = self.version_from(&file, guide)?;
        let known = self.personas()?;
        let mut wrong = Vec::new();
        for persona in &read.r#for {
            if known.contains(&persona.value) {
                continue;
            }
            let problem = Problem::error(format!("there is no persona `{}`", persona.value));
            let known = || known.iter().map(String::as_str);
            wrong.push(
                problem
                    .at(persona.place)
                    .maybe_help(did_you_mean(&persona.value, known()))
                    .help(format!(
                        "describe them in `{}`, or take the name out",
                        persona_path(&persona.value)
                    )),
            );
        }
        if wrong.is_empty() {
            Ok(read)
        } else {
            Err(wrong.into())
        }
    }

    /// A version in one of several languages, and whether its own words are printed in others.
    ///
    /// # Errors
    /// As [`Reader::version`].
    pub fn version_among(
        &self,
        guide: &Guide,
        name: &str,
        language: &str,
        languages: &[Text],
    ) -> Result<Version, Failure> {
        let id = &guide.guide.value;
        let mut version = self.version(guide, name, language)?;
        let mut shared = Vec::new();
        for tag in languages.iter().map(|tag| tag.value.as_str()) {
            let own = version_path(id, name, Some(tag));
            if self.assets.service_file(&own)?.is_none() {
                shared.push(tag);
            }
        }
        if shared.contains(&language) {
            version
                .notes
                .extend(version.own_words_in(id, name, &shared));
        }
        Ok(version)
    }

    fn version_from(&self, file: &File, guide: &Guide) -> Result<Version, Failure> {
        let wrong = |version: &Version, mistyped: &Mistyped| {
            version.changes.wrong(&guide.option_parts, mistyped)
        };
        Ok(yaml::read_checked(self.sources, file, wrong)?)
    }

    fn no_version(&self, guide: &str, name: &str) -> Problem {
        let known = self.versions(guide).unwrap_or_default();
        let known = std::iter::once(FULL).chain(known.iter().map(String::as_str));
        Problem::not_there(format!("`{guide}` has no version `{name}`")).help_known(
            name,
            "its versions are",
            known,
        )
    }

    /// Files of the service under `versions/` and `personas/` that are no version and no
    /// persona.
    ///
    /// # Errors
    /// Where a folder cannot be read.
    pub fn stray_versions(&self) -> Result<Vec<Problem>, Failure> {
        let guides = guides(self.assets);
        let ids = || guides.iter().map(|guide| guide.id.as_str());
        let mut stray = Vec::new();
        for folder in self.assets.service_names(VERSIONS)? {
            if folder.starts_with('.') {
                continue;
            }
            if !ids().any(|id| id == folder) {
                let what = format!("`{VERSIONS}/{}` is for no guide", shown_name(&folder));
                let problem = Problem::error(what);
                stray.push(match closest(&folder, ids()) {
                    Some(id) => problem.help(format!("rename it to `{id}`")),
                    None => problem
                        .help("a version stands in a folder that is called like its guide")
                        .help(Help::from(Way::List).then(" all there are")),
                });
                continue;
            }
            let names = self.assets.service_names(&format!("{VERSIONS}/{folder}"))?;
            let settings = names.iter().filter(|name| name.contains(".y"));
            let wrong = settings.filter(|name| !is_version_file(name));
            stray.extend(wrong.map(|name| {
                let name = shown_name(name);
                Problem::error(format!("`{VERSIONS}/{folder}/{name}` is no version"))
                    .help("call it by small letters, digits and hyphens, as in `short.yaml`")
                    .help(format!("`{FULL}` is the guide itself, and no version"))
            }));
        }
        Ok(stray)
    }
}

/// Whether a file is called like a version, in all languages or in one.
fn is_version_file(file: &str) -> bool {
    let Some(name) = file.strip_suffix(".yaml") else {
        return false;
    };
    let (name, language) = name.split_once('.').unwrap_or((name, ""));
    is_name(name) && name != FULL && !language.contains('.')
}

/// Why letters have no versions.
pub(crate) fn letters_are_not_tested() -> Problem {
    Problem::not_there("letters to patients have no versions to test")
        .help("which letter somebody gets would be chance, and nobody has asked them")
        .help("that is research: talk to whoever governs research in your organisation")
        .help("to learn about a letter, read a sample of it with people who agreed to that")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_can_be_part_of_a_file_name() {
        for name in ["short", "short-2", "2nd"] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", "-x", "Short", "short.cy", "a b", "../x", "kürzer"] {
            assert!(!is_name(name), "{name}");
        }
        for file in ["short.yaml", "short.cy.yaml"] {
            assert!(is_version_file(file), "{file}");
        }
        for file in [
            "full.yaml",
            "short.yml",
            "Short.yaml",
            "short.yaml.txt",
            "a.b.c.yaml",
        ] {
            assert!(!is_version_file(file), "{file}");
        }
    }
}
