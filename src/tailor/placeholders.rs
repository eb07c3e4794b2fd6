//! `{{ … }}` and `[^source]` in a guide's text.
//!
//! Each is taken out before the text is read as Markdown and stands in it as one
//! private-use character, so that nothing a service or a person fills in can ever
//! be taken for markup. Guides cannot hold such characters: reading refuses them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::content::{Inline, Node};
use super::needs::Spoken;
use crate::diagnostics::{Help, Problem, RuleId, Way, did_you_mean, one_of};
use crate::read::{PREFIX, SourceEntry, Text, Tone};

/// What can be said of a contact.
const CONTACT_PARTS: [&str; 5] = ["name", "phone", "email", "website", "hours"];

/// What stands where an answer is missing, on a page that nobody prints.
const UNANSWERED: &str = "…";

/// The first character that stands for something taken out.
const FIRST: u32 = 0xe000;

/// A text with its placeholders taken out.
pub struct TakenOut {
    /// The text, a private-use character for each.
    pub text: String,
    /// What they were, in order.
    pub values: Vec<Inline>,
    /// The answers of the service among them, by their names.
    pub answers: Vec<String>,
    /// Where each stood in the text as written, and where it stands now.
    shifts: Vec<(usize, usize)>,
}

impl TakenOut {
    /// What a character stands for.
    pub fn value(&self, character: char) -> Option<&Inline> {
        let index = u32::from(character).checked_sub(FIRST)?;
        self.values.get(index as usize)
    }

    /// The byte of the text as written that is now at `byte`.
    pub fn as_written(&self, byte: usize) -> usize {
        let last = self.shifts.iter().rev().find(|(_, now)| *now <= byte);
        last.map_or(byte, |(written, now)| written + (byte - now))
    }
}

/// What placeholders may say.
pub struct Placeholders<'a> {
    /// What each dotted name says: `service.name`.
    pub values: BTreeMap<String, String>,
    /// What the service answers to what the guide asks.
    pub spoken: Spoken,
    /// The fields of a person; none where the guide is not for one person.
    pub fields: Option<Vec<String>>,
    /// The sources that texts may cite.
    pub sources: &'a [SourceEntry],
    /// Those that were cited, each by its position, in the order of their numbers.
    pub cited: RefCell<Vec<usize>>,
    /// The tone whose terms they name.
    pub tone: &'a Tone,
    /// The tag of the language that a text speaks.
    pub language: &'a str,
}

impl Placeholders<'_> {
    /// Whether a name says something. A part that a contact could have and has
    /// not says nothing; what no contact could have is a mistake.
    pub fn says(&self, name: &str) -> Result<bool, Problem> {
        let possible = name
            .strip_prefix("contact.")
            .and_then(|rest| rest.rsplit_once('.'))
            .is_some_and(|(_, part)| CONTACT_PARTS.contains(&part));
        if possible || self.values.contains_key(name) {
            Ok(self.values.contains_key(name))
        } else {
            Err(self.unknown(name))
        }
    }

    /// The field of a person that a placeholder or a condition names.
    pub fn field(&self, written: &str) -> Option<Result<String, Problem>> {
        let name = written.strip_prefix("person.")?;
        let Some(fields) = &self.fields else {
            return Some(Err(Problem::error(
                "this guide is not for one person, so it has no `person`",
            )
            .help("only a letter can name the person it is for")));
        };
        if fields.iter().any(|field| field == name) {
            return Some(Ok(name.to_owned()));
        }
        let problem = Problem::error(format!("a person has no `{name}`"))
            .maybe_help(did_you_mean(name, fields.iter().map(String::as_str)));
        let is_plain = |it: char| it.is_ascii_alphanumeric() || it == '_';
        Some(Err(if name.chars().all(is_plain) {
            let key = name.replace('_', "-");
            problem.help(format!("declare it: fields: {{{key}: …}}"))
        } else {
            problem.help("write nothing but the name, as in `{{ person.name }}`")
        }))
    }

    /// Takes the placeholders out of a text. Every mistake in it is said.
    pub fn take_out(&self, text: &Text) -> (TakenOut, Vec<Problem>) {
        let written = text.value.as_str();
        let mut taken = TakenOut {
            text: String::with_capacity(written.len()),
            values: Vec::new(),
            answers: Vec::new(),
            shifts: Vec::new(),
        };
        let mut problems = Vec::new();
        let mut at = 0;
        while let Some((start, end, found)) = next_mark(written, at) {
            taken.text.push_str(&written[at..start]);
            let whole = &written[start..end];
            match self.resolve(&found) {
                Ok(inline) => {
                    taken.answers.extend(found.answer().map(str::to_owned));
                    let index = taken.values.len() as u32;
                    taken.text.extend(char::from_u32(FIRST + index));
                    taken.values.push(inline);
                }
                Err(problem) => {
                    problems.push(problem.at(text.place).on_words(written, start, whole))
                }
            }
            taken.shifts.push((end, taken.text.len()));
            at = end;
        }
        taken.text.push_str(&written[at..]);
        (taken, problems)
    }

    fn resolve(&self, found: &Mark) -> Result<Inline, Problem> {
        match found {
            Mark::Unclosed(opening) => Err(Problem::error(format!(
                "a `{opening}` opens here and never closes"
            ))
            .help("write `{{ service.name }}` or `[^source]`, whole and on one line")),
            Mark::Code => Err(Problem::error("only `{{ … }}` is understood here")
                .help("write `when:` beside a block to print it only sometimes")),
            Mark::Note(id) => {
                let known = self.sources.iter().map(|source| source.id.value.as_str());
                let position = known.clone().position(|known| known == id);
                let number = position.map(|index| Inline::Note(self.cite(index)));
                number.ok_or_else(|| {
                    Problem::error(format!("there is no source `{id}`"))
                        .rule(RuleId::UnknownSource)
                        .maybe_help(did_you_mean(id, known))
                        .help("name it under `sources`")
                })
            }
            Mark::Name(written) => match self.field(written) {
                Some(field) => field.map(Inline::Field),
                None => self.value(written),
            },
        }
    }

    /// The number of a source that is cited: they are counted as the texts cite them.
    fn cite(&self, index: usize) -> u32 {
        let mut cited = self.cited.borrow_mut();
        let known = cited.iter().position(|known| *known == index);
        let position = known.unwrap_or_else(|| {
            cited.push(index);
            cited.len() - 1
        });
        position as u32 + 1
    }

    /// What a name says; `| start` gives it a capital, for the start of a sentence.
    fn value(&self, written: &str) -> Result<Inline, Problem> {
        let (name, filter) = match written.split_once('|') {
            Some((name, filter)) => (name.trim(), Some(filter.trim())),
            None => (written, None),
        };
        let value = match self.values.get(name) {
            Some(value) => value,
            None if name.starts_with(PREFIX) => self.answer(name)?,
            None => return Err(self.unknown(name)),
        };
        let value = match filter {
            None => value.to_owned(),
            Some("start") => with_capital(value),
            Some(other) => {
                return Err(
                    Problem::error(format!("`{other}` cannot be done to a text"))
                        .help("`start` is what there is: it gives a capital letter"),
                );
            }
        };
        // A tone's terms are the author's words; all else was filled in.
        Ok(if name.starts_with("term.") {
            Inline::Text(value)
        } else {
            Inline::Value(super::value(&value))
        })
    }

    /// What the service answers. Whether the guide asks for it was seen when it was read,
    /// and what is missing is said once for all of it.
    fn answer(&self, name: &str) -> Result<&str, Problem> {
        let values = &self.spoken.values;
        let is_answered = name
            .rsplit_once('.')
            .is_some_and(|(of, _)| values.contains_key(of));
        match values.get(name) {
            Some(value) => Ok(value),
            None if is_answered => Err(Problem::error(format!("there is no `{name}`"))
                .help("add it in `service.yaml`: the text says it")
                .help(format!("or write `when: {name}` beside the block"))),
            None => Ok(UNANSWERED),
        }
    }

    /// Lists in which an item that is nothing but a list of the service's is as many as that
    /// has items.
    pub fn spread(&self, nodes: Vec<Node>) -> Vec<Node> {
        let spread = |items: Vec<Vec<Inline>>| {
            let items = items.into_iter();
            items.flat_map(|item| self.items(item)).collect()
        };
        let nodes = nodes.into_iter();
        nodes
            .map(|node| match node {
                Node::Bullets(items) => Node::Bullets(spread(items)),
                Node::Numbered(items) => Node::Numbered(spread(items)),
                node => node,
            })
            .collect()
    }

    /// The items that a line stands for.
    pub fn items(&self, line: Vec<Inline>) -> Vec<Vec<Inline>> {
        let items = match line.as_slice() {
            [Inline::Value(joined)] => self.spoken.lists.get(joined),
            _ => None,
        };
        match items {
            Some(items) => {
                let items = items.iter();
                let inline = |item: &String| vec![Inline::Value(super::value(item))];
                items.map(inline).collect()
            }
            None => vec![line],
        }
    }

    /// A term that the tone does not have, or not in this language.
    fn unknown_term(&self, term: &str) -> Problem {
        let (tone, language) = (&self.tone.tone.value, self.language);
        let known = || self.tone.terms.keys().map(String::as_str);
        let file = format!("`content/tones/{tone}.yaml`");
        let problem = if self.tone.terms.contains_key(term) {
            Problem::error(format!(
                "the tone `{tone}` says nothing for `{term}` in `{language}`"
            ))
            .help(format!("add `{language}: …` under `{term}` in {file}"))
        } else {
            Problem::error(format!("the tone `{tone}` has no term `{term}`"))
                .maybe_help(did_you_mean(term, known()))
                .help(format!(
                    "its terms are {}; add one under `terms` in {file}",
                    one_of(known())
                ))
        };
        problem.rule(RuleId::TermWithoutEntry)
    }

    fn unknown(&self, name: &str) -> Problem {
        if let Some(term) = name.strip_prefix("term.") {
            return self.unknown_term(term);
        }
        let problem = Problem::error(format!("there is no `{name}`"));
        let contact = name.rsplit_once('.');
        let is_known = |(contact, _)| self.values.contains_key(&format!("{contact}.name"));
        if name.starts_with("contact.") && contact.is_some_and(is_known) {
            return problem.help("add it to this contact in `service.yaml`: the text says it");
        }
        let meant = did_you_mean(name, self.values.keys().map(String::as_str));
        let list = || Help::from(Way::List).then(" what can be filled in");
        problem.help(meant.map_or_else(list, Help::from))
    }
}

impl Mark {
    /// The answer of the service that it names.
    fn answer(&self) -> Option<&str> {
        let Self::Name(written) = self else {
            return None;
        };
        let name = written.split('|').next().unwrap_or_default().trim();
        name.starts_with(PREFIX).then_some(name)
    }
}

enum Mark {
    Name(String),
    Note(String),
    Unclosed(&'static str),
    Code,
}

/// The next `{{ … }}`, `{% … %}` or `[^…]` from byte `at` on: where it starts and ends.
fn next_mark(text: &str, at: usize) -> Option<(usize, usize, Mark)> {
    let rest = &text[at..];
    let starts = ["{{", "{%", "{#", "[^"];
    let found = starts.map(|opening| Some((rest.find(opening)?, opening)));
    let (start, opening) = found.into_iter().flatten().min()?;
    let inside = start + 2;
    let (closing, mark): (_, fn(String) -> Mark) = match opening {
        "{{" => ("}}", Mark::Name),
        "[^" => ("]", Mark::Note),
        _ => return Some((at + start, at + inside, Mark::Code)),
    };
    let Some(length) = rest[inside..].find(closing) else {
        return Some((at + start, at + inside, Mark::Unclosed(opening)));
    };
    let words = rest[inside..inside + length].trim().to_owned();
    Some((
        at + start,
        at + inside + length + closing.len(),
        mark(words),
    ))
}

/// The first letter as a capital, for the start of a sentence.
fn with_capital(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}
