//! A guide with what a service may change in it, written into it as notes: whoever writes
//! overrides reads there which keys there are.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;

use super::{FIRST_LANGUAGE, Guide, OptionPart, Reader, SchemaOf, Text, guides};
use crate::diagnostics::{Failure, Problem, listed, one_of};

/// What has to stand beside other words of what is core.
const CORE_CHANGE: &str = "core-change";

/// How long a line of a note is, in letters.
const WIDTH: usize = 90;

impl Reader<'_> {
    /// The text of a guide, with notes above all that a service may change. In its first
    /// language, where none is named.
    ///
    /// # Errors
    /// Where there is no such guide or language, and every mistake in it.
    pub fn changeable(&mut self, id: &str, language: Option<&str>) -> Result<String, Failure> {
        let known = guides(self.assets);
        let Some(entry) = known.iter().find(|entry| entry.id == id) else {
            let ids = known.iter().map(|entry| entry.id.as_str());
            let problem = Problem::not_there(format!("there is no guide `{id}`"));
            return Err(problem.help_known(id, "the guides are", ids).into());
        };
        let mut languages = entry.languages.iter().map(String::as_str);
        let is_first = |language: &&str| *language == FIRST_LANGUAGE;
        let first = languages
            .clone()
            .find(is_first)
            .or_else(|| languages.clone().next());
        let language = language.or(first).unwrap_or(FIRST_LANGUAGE);
        if !languages.any(|known| known == language) {
            let known = entry.languages.iter().map(String::as_str);
            let problem = Problem::not_there(format!("`{id}` is not translated into `{language}`"));
            return Err(problem
                .help(format!("it is written in {}", one_of(known)))
                .into());
        }
        let guide = self.guide_in(id, language)?;
        let text = self.sources.text(guide.guide.place.source);
        let schema = self.schema(SchemaOf::Override)?;
        Ok(Changeable::of(&schema, &guide).noted(&text))
    }
}

/// What a service may change in a guide.
struct Changeable<'a> {
    guide: &'a Guide,
    /// The keys of overrides, each with what it does.
    keys: Vec<(String, String)>,
    section_keys: Vec<String>,
    option_keys: Vec<String>,
}

impl<'a> Changeable<'a> {
    fn of(schema: &Value, guide: &'a Guide) -> Self {
        let keys = |path: &str| {
            let group = schema.pointer(path).and_then(Value::as_object);
            let said = |about: &Value| about["description"].as_str().unwrap_or_default().to_owned();
            let keys = group.into_iter().flatten();
            keys.map(move |(key, about)| (key.clone(), said(about)))
        };
        let parts = guide.option_parts.all();
        let is_asked = |key: &String| {
            let mut all = OptionPart::ALL.iter();
            all.all(|part| part.key() != key || parts.contains(part))
        };
        let has_options = guide.options().next().is_some();
        let is_there = |key: &str| match key {
            "options" | "add-options" => has_options,
            "length" => !guide.lengths.is_empty(),
            _ => true,
        };
        let names = |path: &str| keys(path).map(|(key, _)| key);
        Self {
            guide,
            keys: keys("/properties")
                .filter(|(key, _)| is_there(key))
                .collect(),
            section_keys: names("/$defs/SectionChange/properties").collect(),
            option_keys: names("/$defs/OptionChange/properties")
                .filter(is_asked)
                .collect(),
        }
    }

    /// The text of the guide, with the notes in it.
    fn noted(&self, text: &str) -> String {
        let mut notes: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        let mut note = |id: &Text, lines| {
            notes.insert(line_start(text, id.place.start), lines);
        };
        let file = self.guide.guide.place.source;
        let is_here = |id: &Text| id.place.source == file;
        let sections = self.guide.sections.iter();
        for section in sections.filter(|section| is_here(&section.id)) {
            note(
                &section.id,
                self.of_part("sections", &section.id, section.core, &self.section_keys),
            );
        }
        for (options, _) in self.guide.options() {
            for option in options.iter().filter(|option| is_here(&option.id)) {
                note(
                    &option.id,
                    self.of_part("options", &option.id, option.core, &self.option_keys),
                );
            }
        }
        let mut noted = self.about();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let indent: String = line.chars().take_while(|letter| *letter == ' ').collect();
            for note in notes
                .remove(&at)
                .into_iter()
                .flatten()
                .chain(self.of_key(line))
            {
                noted.push_str(&format!("{indent}#> {note}\n"));
            }
            noted.push_str(line);
            at += line.len();
        }
        noted
    }

    /// What stands above the guide.
    fn about(&self) -> String {
        let id = &self.guide.guide.value;
        let mut about = format!(
            "#> The guide `{id}`, with notes on what your service may change in it.\n\
             #> Write your changes into overrides/{id}.yaml, and nothing else: not all of this text.\n\
             #> What you do not name there stays as it is here, also when the guide gets better.\n\
             #> These keys may stand there:\n"
        );
        if let Some(base) = &self.guide.based_on {
            let base = &base.value;
            about.insert_str(
                0,
                &format!(
                    "#> It is based on `{base}`: its other parts, which you may change as well, are in\n\
                     #> leafwright show {base}\n"
                ),
            );
        }
        for (key, said) in &self.keys {
            let indent = format!("#>   {:14}  ", "");
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            let options = textwrap::Options::new(WIDTH)
                .initial_indent(&indent)
                .subsequent_indent(&indent);
            let said = textwrap::fill(&said, options);
            let begins = format!("#>   {:14}  ", format!("{key}:"));
            about.push_str(&said.replacen(&indent, &begins, 1));
            about.push('\n');
        }
        about + "\n"
    }

    /// What may be done with a section or an option.
    fn of_part(&self, group: &str, id: &Text, is_core: bool, keys: &[String]) -> Vec<String> {
        let id = &id.value;
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let words: Vec<&str> = keys.into_iter().filter(|key| *key != CORE_CHANGE).collect();
        let words = listed(&words, "or");
        let change = match is_core {
            false => format!("{group}: {{{id}: drop}}, or below `{id}:` {words}"),
            true => format!(
                "{group}: below `{id}:` {words} (core: it cannot be dropped, and other words of it \
                 need `{CORE_CHANGE}: {{reason: …, approved-by: …}}`)"
            ),
        };
        let new = match group {
            "options" => format!(
                "add-options: `- after: {id}` or `- before: {id}`, and `option:` with all its parts"
            ),
            _ => format!(
                "add: `- after: {id}` or `- before: {id}`, and `section:` with an id of its own"
            ),
        };
        let lines = [change, new];
        let wrapped = lines.iter().flat_map(|line| textwrap::wrap(line, WIDTH));
        wrapped.map(Cow::into_owned).collect()
    }

    /// What may be said instead in a line of the guide that is no part of a section.
    fn of_key(&self, line: &str) -> Option<String> {
        let (key, _) = line.split_once(':')?;
        let is_group = ["sections", "options", "except"].contains(&key);
        let mut keys = self.keys.iter();
        let may_change = !is_group && keys.any(|(known, _)| known == key);
        may_change.then(|| format!("{key}: you may write another"))
    }
}

/// Where the line begins that this letter stands in.
fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}
