//! Reads a YAML file the way a careful colleague would: all of its mistakes at
//! once, each with its line and what to type instead.
//!
//! Two steps. [`marks`] goes over the text with a parser that keeps places, and refuses
//! what has no business in a settings file (aliases, tags, repeated keys, a second
//! document). Then its values, each tagged with its place, become typed structs; where
//! one does not fit, it is reported, put aside, and the rest is tried again.

mod change;
mod document;
mod explain;
mod filled;
mod limited;
mod marks;
mod placed;
mod plain;
mod refused;
mod schema;
mod spaces;
mod spoken;
mod typed;
mod wrapped;

pub use change::{Change, Instead};
pub use filled::filled;
pub use placed::{ByTone, OneOrMore, Placed, Text, YamlDate};
pub use schema::words;
pub use spoken::Spoken;
pub use typed::Mistyped;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::characters::why_refused;
use super::limits::{Limits, OF_SETTINGS, OF_WORDS};
use crate::assets::File;
use crate::diagnostics::{Place, Problem, SourceId, SourceKind, Sources, counted};

use document::Document;
use explain::Mistake;

/// Reads a file into `T`.
///
/// # Errors
/// Every mistake in the file.
pub fn read<T: DeserializeOwned>(sources: &Sources, file: &File) -> Result<T, Vec<Problem>> {
    Parsed::of(sources, file).into_typed(OF_WORDS, |_, _| Vec::new())
}

/// A value that somebody set for one run, over what a file says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Setting {
    /// The key, such as `service.name`.
    pub key: String,
    /// What it says.
    pub value: String,
    /// How it was set, as the person typed it: `--tone`.
    pub from: String,
}

impl Setting {
    /// What was set, as if it were a file: problems point into it.
    fn file(&self) -> File {
        File {
            name: self.from.clone(),
            kind: SourceKind::Argument,
            bytes: self.value.clone().into_bytes(),
        }
    }
}

/// Reads a file into `T`, with some of its values set for this run, in one of its
/// languages. `alone` says what is wrong with single values, and is asked where others do not fit, so that one kind of
/// mistake does not hide another.
///
/// # Errors
/// Every mistake in the file and in the settings.
pub fn read_with<T: DeserializeOwned>(
    sources: &Sources,
    file: &File,
    settings: &[Setting],
    spoken: &Spoken,
    alone: impl Fn(&T) -> Vec<Problem>,
) -> Result<T, Vec<Problem>> {
    let mut parsed = Parsed::of(sources, file);
    for setting in settings {
        let set = Parsed::set_value(sources, setting);
        parsed.problems.extend(set.problems);
        if let (Some(document), Some(set)) = (&mut parsed.document, set.document) {
            document.set_key(&setting.key, set);
        }
    }
    if let Some(document) = &mut parsed.document {
        let said = document.speak(spoken);
        parsed.problems.extend(said);
    }
    parsed.into_typed(OF_SETTINGS, |read, _| alone(read))
}

/// Reads a file into `T`. `check` says what no type can, whatever else is wrong: it is
/// asked where values fit and where some do not, and is told which keys were mistyped.
///
/// # Errors
/// Every mistake in the file, and what `check` says.
pub fn read_checked<T: DeserializeOwned>(
    sources: &Sources,
    file: &File,
    check: impl Fn(&T, &Mistyped) -> Vec<Problem>,
) -> Result<T, Vec<Problem>> {
    let read = Parsed::of(sources, file).into_typed(OF_SETTINGS, &check)?;
    let problems = check(&read, &|_, _| false);
    if problems.is_empty() {
        Ok(read)
    } else {
        Err(in_order(problems))
    }
}

/// From top to bottom, and no more of a kind than a person can mend at once.
fn in_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by_key(|problem| problem.place.as_ref().map(|(place, _)| *place));
    counted(problems)
}

/// A key is missing in the group at this place.
pub fn missing(key: &str, group: Place) -> Problem {
    let key = key.to_owned();
    Mistake::Missing { key }.problem("", group)
}

/// A file as far as it could be followed, and what is wrong with it until there.
struct Parsed {
    /// None where it cannot be followed.
    document: Option<Document>,
    problems: Vec<Problem>,
}

impl Parsed {
    fn of(sources: &Sources, file: &File) -> Self {
        match text_of(sources, file) {
            Ok((source, text)) => Self::of_text(source, &text),
            Err(problem) => Self {
                document: None,
                problems: vec![problem],
            },
        }
    }

    fn of_text(source: SourceId, text: &str) -> Self {
        let mut problems = unprintable(source, text);
        let marks = marks::read(source, text);
        // A character that has no business here can be what a parser stumbles over.
        let is_explained = !problems.is_empty() && marks.root.is_none();
        if !is_explained {
            problems.extend(marks.problems);
        }
        Self {
            document: marks.root.map(Document::new),
            problems,
        }
    }

    /// A value given on the command line. A list or a yes is YAML; all else is text,
    /// so that nobody has to quote a name with a colon in it.
    fn set_value(sources: &Sources, setting: &Setting) -> Self {
        let (source, text) = match text_of(sources, &setting.file()) {
            Ok(read) => read,
            Err(problem) => {
                let problems = vec![problem];
                return Self {
                    document: None,
                    problems,
                };
            }
        };
        let text = text.as_str();
        if text.starts_with(['[', '{']) || matches!(text, "true" | "false") {
            return Self::of_text(source, text);
        }
        let place = Place {
            source,
            start: 0,
            end: text.len(),
        };
        Self {
            document: Some(Document::of_text(place, text)),
            problems: unprintable(source, text),
        }
    }

    fn into_typed<T: DeserializeOwned>(
        self,
        limits: Limits,
        alone: impl Fn(&T, &Mistyped) -> Vec<Problem>,
    ) -> Result<T, Vec<Problem>> {
        let typed = match self.document {
            Some(document) => document.into_typed(self.problems, limits, alone),
            None => Err(self.problems),
        };
        typed.map_err(in_order)
    }
}

/// The text of a file, kept in `sources`, without a byte order mark.
fn text_of(sources: &Sources, file: &File) -> Result<(SourceId, String), Problem> {
    let bytes = file.bytes.as_slice();
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            // Composed letters: a mark that stands alone may come from another
            // typeface than its letter.
            let text: String = text.nfc().collect();
            let id = sources.add(file.kind, &file.name, text.as_str());
            Ok((id, text))
        }
        Err(error) => {
            let id = sources.add(file.kind, &file.name, String::from_utf8_lossy(bytes));
            let start = error.valid_up_to();
            let place = Place {
                source: id,
                start,
                end: start + '\u{fffd}'.len_utf8(),
            };
            Err(Problem::error("this file is not saved as UTF-8 text")
                .at_saying(place, "the first character that cannot be read")
                .help("save it again with the encoding `UTF-8` (in Notepad: Save as, Encoding)"))
        }
    }
}

/// Characters that turn text around, or that no page can show.
fn unprintable(source: SourceId, text: &str) -> Vec<Problem> {
    text.char_indices()
        .filter_map(|(start, character)| {
            let why = why_refused(character)?;
            let place = Place {
                source,
                start,
                end: start + character.len_utf8(),
            };
            Some(
                Problem::error(format!(
                    "the character `U+{:04X}` {why}",
                    u32::from(character)
                ))
                .at(place)
                .help("delete it; such characters come along when text is pasted"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests;
