//! `{{ … }}` and `[^source]` in a guide's text.
//!
//! Each is taken out before the text is read as Markdown and stands in it as one
//! private-use character, so that nothing a service or a person fills in can ever
//! be taken for markup. Guides cannot hold such characters: reading refuses them.

use minijinja::{Environment, UndefinedBehavior, Value};

use super::publication::Inline;
use crate::problem::{Problem, did_you_mean};
use crate::read::Text;

/// The first character that stands for something taken out.
const FIRST: u32 = 0xe000;

/// A text with its placeholders taken out.
pub struct TakenOut {
    /// The text, a private-use character for each.
    pub text: String,
    /// What they were, in order.
    pub values: Vec<Inline>,
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
pub struct Placeholders {
    environment: Environment<'static>,
    values: Value,
    /// The dotted names there are, for suggestions.
    known: Vec<String>,
    /// The fields of a person; none where the guide is not for one person.
    fields: Option<Vec<String>>,
    /// The ids of the sources, in the order of their numbers.
    sources: Vec<String>,
}

impl Placeholders {
    /// Placeholders for these values; `known` are their dotted names.
    pub fn new(
        values: Value,
        known: Vec<String>,
        fields: Option<Vec<String>>,
        sources: Vec<String>,
    ) -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.add_filter("start", with_capital);
        Self {
            environment,
            values,
            known,
            fields,
            sources,
        }
    }

    /// Whether the words of a `when:` hold. Not for a person's.
    pub fn holds(&self, condition: &Text) -> Result<bool, Problem> {
        let written = condition.value.trim();
        self.evaluate(written)
            .map(|value| value.is_true())
            .map_err(|problem| problem.at(condition.place))
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
        Some(Err(Problem::error(format!("a person has no `{name}`"))
            .maybe_help(did_you_mean(name, fields.iter().map(String::as_str)))
            .help(format!(
                "declare it: fields: {{{}: …}}",
                name.replace('_', "-")
            ))))
    }

    /// Takes the placeholders out of a text. Every mistake in it is said.
    pub fn take_out(&self, text: &Text) -> (TakenOut, Vec<Problem>) {
        let written = text.value.as_str();
        let mut taken = TakenOut {
            text: String::with_capacity(written.len()),
            values: Vec::new(),
            shifts: Vec::new(),
        };
        let mut problems = Vec::new();
        let mut at = 0;
        while let Some((start, end, found)) = next_mark(written, at) {
            taken.text.push_str(&written[at..start]);
            let whole = &written[start..end];
            match self.resolve(&found) {
                Ok(inline) => {
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
            Mark::Unclosed => Err(Problem::error("a `{{` opens here and never closes")
                .help("write `{{ service.name }}`, with two braces at the end")),
            Mark::Code => Err(Problem::error("only `{{ … }}` is understood here")
                .help("write `when:` beside a block to print it only sometimes")),
            Mark::Note(id) => match self.sources.iter().position(|known| known == id) {
                Some(index) => Ok(Inline::Note(index as u32 + 1)),
                None => Err(Problem::error(format!("there is no source `{id}`"))
                    .maybe_help(did_you_mean(id, self.sources.iter().map(String::as_str)))
                    .help("name it under `sources`")),
            },
            Mark::Expression(expression) => match self.field(expression) {
                Some(field) => field.map(Inline::Field),
                None => {
                    let value = self.evaluate(expression)?.to_string();
                    let ours = expression.starts_with("term.");
                    Ok(if ours {
                        Inline::Text(value)
                    } else {
                        Inline::Value(super::value(&value))
                    })
                }
            },
        }
    }

    fn evaluate(&self, expression: &str) -> Result<Value, Problem> {
        let unknown = || {
            let name = expression.split('|').next().unwrap_or_default().trim();
            let known = self.known.iter().map(String::as_str);
            let problem = Problem::error(format!("there is no `{name}`"));
            let group = name
                .rsplit_once('.')
                .map(|(group, _)| format!("{group}.name"));
            if name.starts_with("contact.") && group.is_some_and(|name| self.known.contains(&name))
            {
                return problem.help("add it to this contact in `service.yaml`: the text says it");
            }
            match did_you_mean(name, known) {
                Some(help) => problem.help(help),
                None => problem.help("see `leafwright list` for what can be filled in"),
            }
        };
        let compiled = self
            .environment
            .compile_expression(expression)
            .map_err(|error| {
                let said = error.detail().unwrap_or("it cannot be read").to_owned();
                Problem::error(format!("`{expression}` cannot be filled in: {said}"))
                    .help("write a name, such as `{{ service.name }}`")
            })?;
        match compiled.eval(&self.values) {
            Ok(value) if value.is_undefined() || value.is_none() => Err(unknown()),
            Ok(value) if value.as_object().is_some() => Err(Problem::error(format!(
                "`{expression}` is a group, not a text"
            ))
            .help(format!("name a part of it, such as `{expression}.name`"))),
            Ok(value) => Ok(value),
            Err(error) if error.kind() == minijinja::ErrorKind::UnknownFilter => {
                let said = error.detail().unwrap_or_default().to_owned();
                Err(Problem::error(said)
                    .help("`start` is the one there is: it gives a capital letter"))
            }
            Err(_) => Err(unknown()),
        }
    }
}

enum Mark {
    Expression(String),
    Note(String),
    Unclosed,
    Code,
}

/// The next `{{ … }}`, `{% … %}` or `[^…]` from byte `at` on: where it starts and ends.
fn next_mark(text: &str, at: usize) -> Option<(usize, usize, Mark)> {
    let rest = &text[at..];
    let starts = ["{{", "{%", "{#", "[^"];
    let (start, opening) = starts
        .into_iter()
        .filter_map(|opening| rest.find(opening).map(|start| (start, opening)))
        .min()?;
    let inside = start + 2;
    let closing = match opening {
        "{{" => "}}",
        "[^" => "]",
        _ => return Some((at + start, at + inside, Mark::Code)),
    };
    let Some(length) = rest[inside..].find(closing) else {
        let end = match opening {
            "{{" => at + inside,
            _ => return None,
        };
        return Some((at + start, end, Mark::Unclosed));
    };
    let words = rest[inside..inside + length].trim().to_owned();
    let mark = match opening {
        "{{" => Mark::Expression(words),
        _ => Mark::Note(words),
    };
    Some((at + start, at + inside + length + closing.len(), mark))
}

/// The first letter as a capital, for the start of a sentence.
fn with_capital(text: String) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => text,
    }
}
