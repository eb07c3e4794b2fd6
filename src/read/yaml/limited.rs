//! What is longer, or more, than a file may hold: said before anything is made of it.

use serde_yaml::Value;

use super::document::Document;
use super::explain;
use super::wrapped::{bare, place_of};
use crate::diagnostics::{Place, Problem, with_commas};
use crate::read::limits::{self, Limits};

/// A walk over the values of a file.
struct Walk<'d> {
    document: &'d Document,
    limits: Limits,
    /// How many characters there were until now.
    characters: usize,
    problems: Vec<Problem>,
}

/// What a value stands under: the name that says how long a text may be, and how long.
#[derive(Clone, Copy)]
struct Under<'k> {
    key: &'k str,
    characters: usize,
}

impl Document {
    /// Everything that is beyond its limit.
    pub fn beyond(&self, limits: Limits) -> Vec<Problem> {
        let mut walk = Walk {
            document: self,
            limits,
            characters: 0,
            problems: Vec::new(),
        };
        let under = Under {
            key: explain::FILE,
            characters: limits.text,
        };
        walk.value(&self.value, self.root, under);
        if walk.characters > limits::FILE {
            let what = "characters of text";
            let problem = beyond("this file", walk.characters, what, limits::FILE);
            let help = "make two of it, or shorten its texts";
            walk.problems.push(problem.at(self.root).help(help));
        }
        walk.problems
    }
}

impl Walk<'_> {
    fn value(&mut self, value: &Value, around: Place, under: Under) {
        let place = place_of(value).unwrap_or(around);
        let key = under.key;
        match bare(value) {
            Value::String(text) => {
                let count = text.chars().count();
                self.characters += count;
                if count > under.characters {
                    let problem = beyond(key, count, "characters", under.characters);
                    self.problems.push(problem.at(place).help("shorten it"));
                }
            }
            Value::Sequence(items) => {
                self.count(key, items.len(), place);
                for item in items {
                    self.value(item, place, under);
                }
            }
            Value::Mapping(group) => {
                self.count(key, group.len(), place);
                for (name, value) in group {
                    let name = name.as_str().unwrap_or_default();
                    self.name(name, place);
                    let own = self.limits.characters(name);
                    let named = own.is_some() || under.characters == self.limits.text;
                    let under = Under {
                        key: if named { name } else { key },
                        characters: own.unwrap_or(under.characters),
                    };
                    self.entry(name, value, place, under);
                }
            }
            _ => {}
        }
    }

    /// A value under its own name, which says how many entries it has and which numbers.
    fn entry(&mut self, name: &str, value: &Value, around: Place, under: Under) {
        match bare(value) {
            Value::Sequence(_) | Value::Mapping(_) => {
                let own = Under { key: name, ..under };
                self.value(value, around, own);
            }
            Value::Number(number) => {
                let place = place_of(value).unwrap_or(around);
                self.number(name, number.as_f64(), place);
            }
            _ => self.value(value, around, under),
        }
    }

    fn name(&mut self, name: &str, group: Place) {
        let count = name.chars().count();
        if count > limits::KEY {
            let place = self.document.key_in(group, name).unwrap_or(group);
            let what = "the name of this setting";
            let problem = beyond(what, count, "characters", limits::KEY);
            self.problems.push(problem.at(place).help("shorten it"));
        }
    }

    fn count(&mut self, key: &str, count: usize, place: Place) {
        let most = self.limits.entries(key);
        if count > most {
            let problem = beyond(key, count, "entries", most);
            let help = "take some of them out, or make two of it";
            self.problems.push(problem.at(place).help(help));
        }
    }

    fn number(&mut self, key: &str, number: Option<f64>, place: Place) {
        let Some(range) = self.limits.numbers(key) else {
            return;
        };
        if !number.is_some_and(|number| range.contains(&number)) {
            let (least, most) = (range.start().to_string(), range.end().to_string());
            let most = with_commas(&most);
            self.problems.push(
                Problem::error(format!("`{key}` cannot be this number"))
                    .at(place)
                    .help(format!("write a number from {least} to {most}")),
            );
        }
    }
}

fn beyond(key: &str, count: usize, what: &str, most: usize) -> Problem {
    let count = with_commas(&count.to_string());
    let most = with_commas(&most.to_string());
    let key = match key {
        key if key.contains(' ') => key.to_owned(),
        key => format!("`{key}`"),
    };
    Problem::error(format!(
        "{key} has {count} {what}, and takes {most} at most"
    ))
}
