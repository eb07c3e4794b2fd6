//! The fixed words of templates, in each language: none missing, none with braces that
//! nothing is filled into.

use super::reader::missing_file;
use super::{FIRST_LANGUAGE, Labels, Reader, Text, yaml};
use crate::diagnostics::{Failure, Problem, did_you_mean, listed, one_of, refuse};

impl Reader<'_> {
    /// The fixed words in one language.
    ///
    /// # Errors
    /// Where there are none, where one is missing, and every mistake in the file.
    pub fn labels(&mut self, language: &Text) -> Result<Labels, Failure> {
        let languages = self.languages();
        if !languages.contains(&language.value) {
            let known = || languages.iter().map(String::as_str);
            return Err(
                Problem::error(format!("there is no language `{}`", language.value))
                    .at(language.place)
                    .maybe_help(did_you_mean(&language.value, known()))
                    .help(format!("the languages are {}", one_of(known())))
                    .into(),
            );
        }
        let path = |language: &str| format!("content/labels/{language}.yaml");
        let labels: Labels = self.required(&path(&language.value))?;
        // Templates ask for the labels that are built in, also where the service has its own.
        let built_in = self.assets.built_in(&path(FIRST_LANGUAGE));
        let built_in = built_in.ok_or_else(|| missing_file(&path(FIRST_LANGUAGE)))?;
        let complete: Labels = yaml::read(self.sources, &built_in)?;
        let missing: Vec<Problem> = complete
            .iter()
            .filter(|(key, _)| !labels.contains_key(*key))
            .map(|(key, text)| {
                Problem::error(format!("`{key}` is missing in `{}`", path(&language.value)))
                    .at_saying(text.place, "this is what it says where it is built in")
                    .help(format!("add a line `{key}: …`"))
            })
            .collect();
        let other = labels.iter().filter_map(|(key, label)| {
            let complete = complete.get(key)?;
            other_placeholders(label, complete)
        });
        refuse(missing.into_iter().chain(other).collect())?;
        Ok(labels)
    }
}

/// Where a label has braces that nothing is filled into, such as `{pge}` for `{page}`: they
/// would be printed.
fn other_placeholders(label: &Text, complete: &Text) -> Option<Problem> {
    let (ours, theirs) = (placeholders(&label.value), placeholders(&complete.value));
    if ours.iter().all(|name| theirs.contains(name)) {
        return None;
    }
    let theirs = theirs.iter().map(String::as_str);
    let help = match theirs.len() {
        0 => "nothing is filled in here: write it without braces".to_owned(),
        _ => format!(
            "what is filled in here, each once: {}",
            listed(
                &theirs.map(|it| format!("`{it}`")).collect::<Vec<_>>(),
                "and"
            )
        ),
    };
    let problem = Problem::error("nothing is filled into these braces");
    Some(problem.at(label.place).help(help))
}

/// What stands in braces in a label, in order of the alphabet: `{page}`.
fn placeholders(label: &str) -> Vec<String> {
    let braces = label
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'));
    let mut found: Vec<String> = braces.map(|(name, _)| format!("{{{name}}}")).collect();
    found.sort();
    found
}
