//! An answer held against what was asked.

use super::{Answer, Need, NeedType, Said};
use crate::diagnostics::{Help, Place, Problem};
use crate::read::service::{Contact, PlaceToGo, Service};
use crate::read::unfilled::is_unfilled;
use crate::read::words::ByLanguage;
use crate::read::yaml::Text;

/// The largest number that can be an answer: more is a slip of the keyboard.
const LARGEST: f64 = 1_000_000.0;

/// An answer that fits what was asked.
#[derive(Debug, Clone)]
pub enum Given<'a> {
    /// Words.
    Text(Words<'a>),
    /// A number, not below 0.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// One of the choices.
    Choice(&'a str),
    /// Several texts.
    List(Vec<Words<'a>>),
    /// A place of the service.
    Place(&'a PlaceToGo),
    /// A contact of the service.
    Contact(&'a Contact),
}

/// Words of an answer.
#[derive(Debug, Clone)]
pub enum Words<'a> {
    /// The same in every language.
    Same(Place, &'a str),
    /// Different ones.
    ByLanguage(&'a ByLanguage),
}

impl<'a> Words<'a> {
    /// They in a language, and where they stand.
    pub fn in_language(&self, tag: &str) -> Option<(Place, &'a str)> {
        match self {
            Self::Same(place, text) => Some((*place, text)),
            Self::ByLanguage(texts) => {
                let text = texts.get(tag)?;
                Some((text.place, text.value.as_str()))
            }
        }
    }

    /// They in each language, and where they stand.
    fn all(&self) -> impl Iterator<Item = (Place, &'a str)> {
        let (same, others) = match self {
            Self::Same(place, text) => (Some((*place, *text)), None),
            Self::ByLanguage(texts) => (None, Some(texts.values())),
        };
        let others = others.into_iter().flatten();
        same.into_iter()
            .chain(others.map(|text| (text.place, text.value.as_str())))
    }

    /// Of what was answered, where that is words.
    fn of(answer: &'a Answer) -> Option<Self> {
        match &answer.said {
            Said::Text(text) => Some(Self::Same(answer.place, text)),
            Said::ByLanguage(texts) => Some(Self::ByLanguage(texts)),
            _ => None,
        }
    }
}

impl Given<'_> {
    /// Whether it says something in this language.
    pub fn says_in(&self, tag: &str) -> bool {
        let said = |words: &Words| words.in_language(tag).is_some();
        match self {
            Self::Text(words) => said(words),
            Self::List(items) => items.iter().all(said),
            _ => true,
        }
    }
}

impl Need {
    /// The answer to it.
    ///
    /// # Errors
    /// Where the answer is of another type, or names what there is not.
    pub fn given<'a>(
        &self,
        key: &str,
        answer: &'a Answer,
        service: &'a Service,
    ) -> Result<Given<'a>, Problem> {
        let kind = self.r#type.value;
        let other_type = || self.other_type(key, answer);
        let given = match kind {
            NeedType::Text => {
                let words = Words::of(answer).ok_or_else(other_type)?;
                self.refuse_unfilled(key, &words)?;
                Given::Text(words)
            }
            NeedType::List => {
                let Said::List(items) = &answer.said else {
                    return Err(other_type());
                };
                let words = items.iter().map(|item| {
                    let words = Words::of(item);
                    words.ok_or_else(|| self.other_item(key, item))
                });
                let words = words.collect::<Result<Vec<_>, _>>()?;
                words
                    .iter()
                    .try_for_each(|words| self.refuse_unfilled(key, words))?;
                Given::List(words)
            }
            NeedType::Number => match answer.said {
                Said::Number(number) if (0.0..=LARGEST).contains(&number) => Given::Number(number),
                _ => return Err(other_type()),
            },
            NeedType::YesNo => match &answer.said {
                Said::YesNo(said) => Given::YesNo(*said),
                Said::Text(word) if word == "yes" => Given::YesNo(true),
                Said::Text(word) if word == "no" => Given::YesNo(false),
                _ => return Err(other_type()),
            },
            NeedType::Choice => {
                let Said::Text(word) = &answer.said else {
                    return Err(other_type());
                };
                let choices = self.choices.iter().map(|choice| choice.value.as_str());
                if !choices.clone().any(|choice| choice == word) {
                    let what = format!("`{word}` is not one of the choices for `{key}`");
                    let problem = self.asked(Problem::error(what).at(answer.place));
                    return Err(problem.help_known(word, "write", choices));
                }
                Given::Choice(word)
            }
            NeedType::Place => {
                let known = service.places.keys().map(String::as_str);
                let id = named(answer).ok_or_else(other_type)?;
                let place = service.places.get(id);
                Given::Place(place.ok_or_else(|| self.not_there(answer, "place", id, known))?)
            }
            NeedType::Contact => {
                let known = service.contacts.keys().map(String::as_str);
                let id = named(answer).ok_or_else(other_type)?;
                let contact = service.contact(id);
                Given::Contact(contact.ok_or_else(|| self.not_there(answer, "contact", id, known))?)
            }
        };
        Ok(given)
    }

    /// Words are printed as they are: `TBC` and a bare `no` would stand in a sentence.
    fn refuse_unfilled(&self, key: &str, words: &Words) -> Result<(), Problem> {
        let is_no_answer = |text: &str| {
            is_unfilled(text) || ["yes", "no"].contains(&text.trim().to_lowercase().as_str())
        };
        let Some((place, text)) = words.all().find(|(_, text)| is_no_answer(text)) else {
            return Ok(());
        };
        let help = if text.contains("{{") {
            "an answer is printed as it is: write the words themselves in place of {{ … }}"
        } else {
            "write it in words as they will be printed, or leave the line out"
        };
        let problem = Problem::error(format!("this is no answer to `{key}` yet")).at(place);
        Err(self.asked(problem).help(help))
    }

    fn other_type(&self, key: &str, answer: &Answer) -> Problem {
        let (wanted, help) = match self.r#type.value {
            NeedType::Text => ("text", self.in_quotes(key, answer)),
            NeedType::Number => (
                "a number from 0 to 1,000,000",
                format!("write the number alone, as in {key}: 8"),
            ),
            NeedType::YesNo => ("`yes` or `no`", format!("write {key}: yes, or {key}: no")),
            NeedType::Choice => (
                "one word of a few",
                format!("write {key}: {}", self.first()),
            ),
            NeedType::List => ("a list", format!("write {key}: [first, second]")),
            NeedType::Place => (
                "a place",
                format!(
                    "write the short word that stands before one of `places`, as in {key}: clinic"
                ),
            ),
            NeedType::Contact => (
                "a contact",
                format!(
                    "write the short word that stands before one of `contacts`, as in {key}: main"
                ),
            ),
        };
        let problem = Problem::error(format!("`{key}` should be {wanted}"))
            .at_saying(answer.place, format!("this is {}", answer.said.in_words()));
        self.asked(problem).help(help)
    }

    fn other_item(&self, key: &str, item: &Answer) -> Problem {
        let problem = Problem::error(format!("each item of `{key}` should be text"))
            .at_saying(item.place, format!("this is {}", item.said.in_words()));
        self.asked(problem).help(self.in_quotes(key, item))
    }

    fn in_quotes(&self, key: &str, answer: &Answer) -> String {
        match answer.said {
            Said::Number(_) | Said::YesNo(_) => {
                "put it in quotes, just as it stands here".to_owned()
            }
            _ => format!("write {key}: and the words, on one line"),
        }
    }

    fn first(&self) -> &str {
        self.choices
            .first()
            .map_or("…", |choice: &Text| &choice.value)
    }

    fn not_there<'b>(
        &self,
        answer: &Answer,
        what: &str,
        id: &str,
        known: impl Iterator<Item = &'b str> + Clone,
    ) -> Problem {
        let problem = Problem::error(format!("there is no {what} `{id}`")).at(answer.place);
        let problem = self.asked(problem);
        if known.clone().next().is_none() {
            let help = format!("add `{what}s:` to this file, with `{id}` in it");
            return problem.help(Help::from(help));
        }
        problem.help_known(id, &format!("the {what}s are"), known)
    }

    /// The same, with the question beside it.
    fn asked(&self, problem: Problem) -> Problem {
        problem.also(self.ask.place, "this is the question")
    }
}

impl Said {
    /// What it is, to somebody who does not program.
    fn in_words(&self) -> String {
        match self {
            Self::Text(_) => "text".to_owned(),
            Self::Number(number) => format!("a number: {number}"),
            Self::YesNo(said) => format!("a yes or no: {said}"),
            Self::List(_) => "a list".to_owned(),
            Self::ByLanguage(_) => "a group of settings".to_owned(),
        }
    }
}

/// The short word of a place or a contact.
fn named(answer: &Answer) -> Option<&str> {
    match &answer.said {
        Said::Text(id) => Some(id),
        _ => None,
    }
}
