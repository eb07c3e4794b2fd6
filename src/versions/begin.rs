//! A new version: a file to write into, begun from the guide itself or from another version.

use std::path::{Path, PathBuf};

use super::yaml_text::{indented, under, without};
use crate::assets::Assets;
use crate::diagnostics::{Error, Failure, Problem};
use crate::output::{self, Privacy};
use crate::publish::{Workspace, own_folder, with_schema_line, within};
use crate::read::{FULL, Reader, VERSIONS, is_name, persona_path, quoted, version_path};

/// A version that somebody wants to begin.
#[derive(Debug, Clone)]
pub struct NewVersion {
    /// The guide.
    pub guide: String,
    /// What it is called.
    pub name: String,
    /// What it is begun from: `full`, or another version.
    pub from: String,
    /// Why it is tried, where somebody says so at once.
    pub reason: Option<String>,
    /// For whom: names of personas.
    pub personas: Vec<String>,
}

/// What a version says of itself, in the order in which it is written.
const ABOUT: [&str; 4] = ["from", "reason", "made", "for"];

impl Workspace {
    /// Writes the file of a new version, and of each persona that is new. Gives their paths.
    ///
    /// # Errors
    /// Where there is no such guide or version to begin from, where the version is there
    /// already, where its name cannot be that of a file, and what the disk says.
    pub fn new_version(&self, new: &NewVersion) -> Result<Vec<PathBuf>, Error> {
        self.begun(new).map_err(|failure| self.error(failure))
    }

    fn begun(&self, new: &NewVersion) -> Result<Vec<PathBuf>, Failure> {
        let folder = own_folder(&self.assets)?;
        let guide = self.guide_tested(Some(&new.guide), &[])?;
        for name in std::iter::once(&new.name).chain(&new.personas) {
            if !is_name(name) {
                let what = format!("`{name}` cannot be the name of a file");
                let help = "use small letters, digits and hyphens, as in `short-2`";
                return Err(Problem::not_there(what).help(help).into());
            }
        }
        if new.name == FULL {
            let what = format!("`{FULL}` is the guide itself");
            return Err(Problem::not_there(what)
                .help("call the version something else")
                .into());
        }
        let names = Reader::new(&self.assets, &self.sources).versions(&guide)?;
        if names.contains(&new.name) {
            let path = version_path(&guide, &new.name, None);
            let what = format!("`{path}` is there already");
            let help = "change that file, or give the new version another name";
            return Err(Problem::error(what).help(help).into());
        }
        let mut files = Vec::new();
        for language in self.languages_written() {
            files.extend(self.file_of(new, &guide, language.as_deref())?);
        }
        let known = Reader::new(&self.assets, &self.sources).personas()?;
        for persona in new.personas.iter().filter(|it| !known.contains(it)) {
            files.push((PathBuf::from(persona_path(persona)), persona_to_fill_in()));
        }
        let mut written = Vec::new();
        for (path, text) in files {
            written.push(write(folder, &path, &text)?);
        }
        Ok(written)
    }

    /// The languages that a file can be for: all, and each of the service.
    pub(super) fn languages_written(&self) -> Vec<Option<String>> {
        let languages = self.service().languages.iter();
        let tags = languages.map(|language| Some(language.value.clone()));
        std::iter::once(None).chain(tags).collect()
    }

    /// A file of the new version: for all languages, or for one that what it is begun from has
    /// a file for.
    fn file_of(
        &self,
        new: &NewVersion,
        guide: &str,
        language: Option<&str>,
    ) -> Result<Option<(PathBuf, String)>, Failure> {
        let path = PathBuf::from(version_path(guide, &new.name, language));
        let of_version = self.text_of(&version_path(guide, &new.from, language))?;
        let (changes, settings) = match of_version {
            Some(text) if new.from != FULL => {
                let settings = without(&text, &[&ABOUT[..], &["changes"]].concat());
                (under(&text, "changes"), settings)
            }
            _ if new.from == FULL => match self.text_of(&overrides_path(guide, language))? {
                None if language.is_some() => return Ok(None),
                text => (without(&text.unwrap_or_default(), &[]), String::new()),
            },
            _ if language.is_some() => return Ok(None),
            // Says that there is none, and which there are.
            _ => {
                let edition = Default::default();
                self.chosen(guide, &new.from, edition)?;
                return Ok(None);
            }
        };
        Ok(Some((
            path,
            self.version_text(new, guide, &changes, &settings),
        )))
    }

    /// The text of a file of the service, where there is one.
    pub(super) fn text_of(&self, path: &str) -> Result<Option<String>, Failure> {
        let file = self.assets.service_file(path)?;
        Ok(file.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()))
    }

    fn version_text(&self, new: &NewVersion, guide: &str, changes: &str, settings: &str) -> String {
        let reason = new.reason.as_deref().map_or("…".to_owned(), quoted);
        let personas = new.personas.join(", ");
        let begun = format!(
            "# A version of `{guide}`, to test beside others. It changes nothing of what you print\n\
             # until you adopt it.\n\
             from: {}\n\
             # Why you try it: what people said, and what you hope will be easier for them.\n\
             reason: {reason}\n\
             made: {}\n\
             # For whom: files in personas/.\n\
             for: [{personas}]\n",
            new.from, self.date
        );
        let settings = match settings {
            "" => {
                "# How many words it may have, its tone and its edition, where you want others:\n\
                   # word-budget: 600\n\
                   # tone: pain-first\n\
                   # edition: large-print\n"
                    .to_owned()
            }
            settings => settings.to_owned(),
        };
        format!("{begun}{settings}{}", changes_text(guide, changes))
    }
}

/// What a service changes in a guide.
pub(super) fn overrides_path(guide: &str, language: Option<&str>) -> String {
    match language {
        None => format!("overrides/{guide}.yaml"),
        Some(tag) => format!("overrides/{guide}.{tag}.yaml"),
    }
}

/// `changes:` of a version, with these in it.
pub(super) fn changes_text(guide: &str, changes: &str) -> String {
    let what = format!(
        "# What is different, in the words of overrides/{guide}.yaml, whose place it takes:\n\
         # `leafwright show {guide}` lists every part there is.\n"
    );
    if changes.trim().is_empty() {
        format!(
            "{what}changes:\n\
             \x20 # length: short\n\
             \x20 # order: [a-section, another-one]\n\
             \x20 # sections:\n\
             \x20 #   a-section: drop\n"
        )
    } else {
        format!("{what}changes:\n{}", indented(changes))
    }
}

fn persona_to_fill_in() -> String {
    "# Somebody whom you do not reach: made up from what you have learned of many people, and\n\
     # nobody real. What they do, and not how old they are or what they have.\n\
     name: …\n\
     # What they do: with post, on the phone, before and after an appointment.\n\
     behaviours:\n  - …\n\
     hopes:\n  - …\n\
     fears:\n  - …\n\
     # What is in their way.\n\
     barriers:\n  - …\n"
        .to_owned()
}

/// Writes a file of the service, with the line by which an editor finds its schema.
pub(super) fn write(folder: &Path, path: &Path, text: &str) -> Result<PathBuf, Failure> {
    let bytes = with_schema_line(path, text.as_bytes());
    let place = within(folder, path);
    output::write_whole(&place, &bytes, Privacy::Public)?;
    Ok(place)
}

/// Whether a service has versions, and so a folder for them.
pub(super) fn folder_of(assets: &Assets, guide: &str) -> Result<PathBuf, Failure> {
    let path = Path::new(VERSIONS).join(guide);
    Ok(within(own_folder(assets)?, &path))
}
