//! Reads a YAML file the way a careful colleague would: all of its mistakes at
//! once, each with its line and what to type instead.
//!
//! Three steps. [`marks`] goes over the text with a parser that keeps places and
//! refuses what has no business in a settings file (aliases, tags, repeated
//! keys, a second document). `serde_yaml` then reads the values, each tagged
//! with its place. Last, the values become typed structs; where one does not
//! fit, it is reported, put aside, and the rest is tried again.

mod explain;
mod marks;
mod placed;
mod typed;
mod wrapped;

pub use placed::{ByTone, Change, Instead, OneOrMore, Placed, Text, YamlDate};
pub use typed::Mistyped;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::characters::why_refused;
use crate::assets::File;
use crate::diagnostics::{Place, Problem, SourceId, SourceKind, Sources};

use explain::Mistake;
use typed::Document;

/// Reads a file into `T`.
///
/// # Errors
/// Every mistake in the file.
pub fn read<T: DeserializeOwned>(sources: &Sources, file: &File) -> Result<T, Vec<Problem>> {
    read_with(sources, file, &[], |_| Vec::new())
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

/// Reads a file into `T`, with some of its values set for this run. `alone` says what is
/// wrong with single values, and is asked where others do not fit, so that one kind of
/// mistake does not hide another.
///
/// # Errors
/// Every mistake in the file and in the settings.
pub fn read_with<T: DeserializeOwned>(
    sources: &Sources,
    file: &File,
    settings: &[Setting],
    alone: impl Fn(&T) -> Vec<Problem>,
) -> Result<T, Vec<Problem>> {
    let (source, text) = text_of(sources, file)?;
    let mut document = document(source, &text)?;
    for setting in settings {
        let (source, text) = text_of(sources, &setting.file())?;
        document.set_key(&setting.key, set_value(source, &text)?);
    }
    document.into_typed(|read, _| alone(read))
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
    let (source, text) = text_of(sources, file)?;
    let read = document(source, &text)?.into_typed(&check)?;
    let mut problems = check(&read, &|_, _| false);
    problems.sort_by_key(|problem| problem.place.as_ref().map(|(place, _)| *place));
    if problems.is_empty() {
        Ok(read)
    } else {
        Err(problems)
    }
}

/// A key is missing in the group at this place.
pub fn missing(key: &str, group: Place) -> Problem {
    let key = key.to_owned();
    Mistake::Missing { key }.problem("", group)
}

fn document(source: SourceId, text: &str) -> Result<Document, Vec<Problem>> {
    let mark = marks::read(source, text)?;
    let value: serde_yaml::Value = serde_yaml::from_str(text).map_err(|error| {
        // The marks accepted the text, so this is a corner where two parsers
        // differ: say what the second one said, as well as it can be placed.
        let said = error.location().map_or(0, |location| location.index());
        let start = (0..=said.min(text.len()))
            .rev()
            .find(|byte| text.is_char_boundary(*byte));
        let start = start.unwrap_or_default();
        let length = text[start..].chars().next().map_or(0, char::len_utf8);
        let place = Place {
            source,
            start,
            end: start + length,
        };
        vec![Problem::error(format!("this is not valid YAML: {error}")).at(place)]
    })?;
    Document::new(&mark, value)
}

/// A value given on the command line. A list or a yes is YAML; all else is text,
/// so that nobody has to quote a name with a colon in it.
fn set_value(source: SourceId, text: &str) -> Result<Document, Vec<Problem>> {
    let is_yaml = text.starts_with(['[', '{']) || matches!(text, "true" | "false");
    if is_yaml {
        return document(source, text);
    }
    let place = Place {
        source,
        start: 0,
        end: text.len(),
    };
    Ok(Document::of_text(place, text))
}

/// The text of a file, kept in `sources`, without a byte order mark.
fn text_of(sources: &Sources, file: &File) -> Result<(SourceId, String), Vec<Problem>> {
    let bytes = file.bytes.as_slice();
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            // Composed letters: a mark that stands alone may come from another
            // typeface than its letter.
            let text: String = text.nfc().collect();
            let id = sources.add(file.kind, &file.name, harmless(&text));
            let problems = unprintable(id, &text);
            if problems.is_empty() {
                Ok((id, text))
            } else {
                Err(problems)
            }
        }
        Err(error) => {
            let id = sources.add(file.kind, &file.name, String::from_utf8_lossy(bytes));
            let start = error.valid_up_to();
            let place = Place {
                source: id,
                start,
                end: start + '\u{fffd}'.len_utf8(),
            };
            Err(vec![
                Problem::error("this file is not saved as UTF-8 text")
                    .at_saying(place, "the first character that cannot be read")
                    .help(
                        "save it again with the encoding `UTF-8` (in Notepad: Save as, Encoding)",
                    ),
            ])
        }
    }
}

/// The text with every refused character replaced by one that is as long, so that
/// a line shown on a terminal does no harm there.
fn harmless(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match (why_refused(character), character.len_utf8()) {
            (None, _) => shown.push(character),
            (Some(_), 3) => shown.push('\u{fffd}'),
            (Some(_), 4) => shown.push_str("\u{fffd}?"),
            (Some(_), length) => shown.extend(std::iter::repeat_n('?', length)),
        }
    }
    shown
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
