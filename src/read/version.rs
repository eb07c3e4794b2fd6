//! Versions of a guide to test with people, and the personas they are made for.

use schemars::JsonSchema;
use serde::Deserialize;

use super::guides::guides;
use super::kind::{Edition, Kind};
use super::overrides::Overrides;
use super::reader::missing_file;
use super::schema;
use super::unfilled::is_unfilled;
use super::yaml::{self, Mistyped, Placed, Text, YamlDate};
use super::{Guide, Reader};
use crate::assets::{File, shown_name};
use crate::diagnostics::{Failure, Help, Problem, Way, closest, did_you_mean};

/// The folder of all versions, a folder for each guide in it.
pub const VERSIONS: &str = "versions";
/// The folder of personas.
pub const PERSONAS: &str = "personas";
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
}

impl Version {
    /// What has to be said before it is printed for people.
    pub(crate) fn unready(&self, name: &str) -> Option<Problem> {
        is_unfilled(&self.reason.value).then(|| {
            Problem::error(format!("nobody has said why `{name}` is tested"))
                .at(self.reason.place)
                .help("write why: what people said, and what you hope will be easier for them")
        })
    }
}

/// Somebody whom a service does not reach, made up from what it has learned of many: what
/// they do, hope and fear. No age, no illness, no name of anybody real.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Persona {
    /// What the team calls them, such as "Has been sent away before".
    pub name: Text,
    /// What they do: with post, on the phone, before and after an appointment.
    pub behaviours: Vec<Text>,
    /// What they hope for.
    pub hopes: Vec<Text>,
    /// What they are afraid of.
    pub fears: Vec<Text>,
    /// What is in their way.
    pub barriers: Vec<Text>,
}

impl Persona {
    /// What of it nobody has written yet.
    fn unfilled(&self) -> Vec<Problem> {
        let lists = [&self.behaviours, &self.hopes, &self.fears, &self.barriers];
        let texts = std::iter::once(&self.name).chain(lists.into_iter().flatten());
        let unfilled = texts.filter(|text| is_unfilled(&text.value));
        unfilled
            .map(|text| {
                Problem::error("this says nothing yet")
                    .at(text.place)
                    .help("write what you have learned from people, or take the line out")
            })
            .collect()
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

/// Where a persona is written.
pub(crate) fn persona_path(name: &str) -> String {
    format!("{PERSONAS}/{name}.yaml")
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

    /// The names of the personas there are.
    ///
    /// # Errors
    /// Where their folder cannot be read.
    pub fn personas(&self) -> Result<Vec<String>, Failure> {
        let names = self.assets.service_names(PERSONAS)?;
        let names = names.iter().filter_map(|name| name.strip_suffix(".yaml"));
        Ok(names.map(str::to_owned).collect())
    }

    /// A persona.
    ///
    /// # Errors
    /// Where there is none of this name, and every mistake in it.
    pub fn persona(&mut self, name: &str) -> Result<Persona, Failure> {
        let path = persona_path(name);
        let file = self.assets.service_file(&path)?;
        let file = file.ok_or_else(|| missing_file(&path))?;
        let persona: Persona = yaml::read(self.sources, &file)?;
        let unfilled = persona.unfilled();
        if unfilled.is_empty() {
            Ok(persona)
        } else {
            Err(unfilled.into())
        }
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
