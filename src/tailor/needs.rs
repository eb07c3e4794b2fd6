//! The answers of a service in a guide: what is printed by them, and in which words.

use std::collections::BTreeMap;

use super::Locale;
use super::content as made;
use super::printed::Role;
use super::tailoring::Tailoring;
use crate::diagnostics::{Help, Place, Problem};
use crate::read::{
    Answers, Block, Content, Given, Guide, Need, OptionEntry, PREFIX, Placed, Scope, Section,
    needs_in,
};

/// The guide with what its service's answers leave of it: no part of it depends on them
/// any more. None where it asks nothing.
pub fn with_answers(guide: &Guide, answers: &Answers) -> Option<Guide> {
    if guide.needs.is_empty() && guide.option_needs.is_empty() {
        return None;
    }
    let mut answered = guide.clone();
    let sections = guide.sections.iter();
    answered.sections = sections
        .filter_map(|section| of_section(section, answers))
        .collect();
    answered.drop_uncited(guide);
    Some(answered)
}

fn of_section(section: &Section, answers: &Answers) -> Option<Section> {
    let mut section = section.clone();
    match answers.allow(section.when.as_ref(), Scope::Guide) {
        Some(false) => return None,
        Some(true) => section.when = None,
        None => {}
    }
    let had_blocks = !section.blocks.is_empty();
    let blocks = section.blocks.into_iter();
    section.blocks = blocks
        .filter_map(|block| of_block(block, answers))
        .collect();
    // Otherwise it is a heading over nothing.
    (!section.blocks.is_empty() || !had_blocks).then_some(section)
}

fn of_block(mut block: Placed<Block>, answers: &Answers) -> Option<Placed<Block>> {
    match answers.allow(block.value.when.as_ref(), Scope::Guide) {
        Some(false) => return None,
        Some(true) => block.value.when = None,
        None => {}
    }
    match &mut block.value.content {
        Content::Options(options) => {
            options.retain_mut(|option| {
                let scope = Scope::Option(&option.id.value);
                let allowed = answers.allow(option.when.as_ref(), scope);
                if allowed == Some(true) {
                    option.when = None;
                }
                allowed != Some(false)
            });
            if options.is_empty() {
                return None;
            }
        }
        Content::Appointment(appointment) => {
            let length = appointment.length.as_ref();
            let names = length.map(needs_in).unwrap_or_default();
            let is_open = |key: &&str| answers.given(key, Scope::Guide).is_none();
            if names.iter().any(is_open) {
                appointment.length = None;
            }
        }
        _ => {}
    }
    Some(block)
}

/// What placeholders say for answers.
#[derive(Debug, Default)]
pub struct Spoken {
    /// By the names that texts use: `needs.venue.address`.
    pub values: BTreeMap<String, String>,
    /// The items of lists, by how they read within a sentence.
    pub lists: BTreeMap<String, Vec<String>>,
    /// The service's own words in each answer, and where they stand.
    pub written: BTreeMap<String, Vec<(Place, String)>>,
}

impl Spoken {
    /// All that can be said of a service's answers. `scope` says whose texts are meant.
    pub fn of(answers: &Answers, scope: Scope, locale: &Locale) -> Self {
        let mut spoken = Self::default();
        for key in answers.keys(scope) {
            if let Some(given) = answers.given(key, scope) {
                spoken.put(format!("{PREFIX}{key}"), &given, locale);
            }
        }
        spoken
    }

    fn put(&mut self, name: String, given: &Given, locale: &Locale) {
        let words = match given {
            Given::Place(place) => {
                let address: Vec<&str> = place
                    .address
                    .iter()
                    .map(|line| line.value.as_str())
                    .collect();
                let access = place.access.as_ref().map(|access| access.value.clone());
                let parts = [
                    ("name", Some(place.name.value.clone())),
                    ("address", Some(address.join(", "))),
                    ("access", access),
                ];
                self.put_parts(&name, parts);
                place.name.value.clone()
            }
            Given::Contact(contact) => {
                let parts = contact.parts().map(|(part, text)| {
                    let said = text.map(|text| match part {
                        "phone" => super::phone(&text.value),
                        _ => text.value.clone(),
                    });
                    (part, said)
                });
                self.put_parts(&name, parts);
                contact.name.value.clone()
            }
            Given::List(_) => {
                let items = self.noted(&name, given, locale);
                let joined = joined(&items, locale);
                self.lists.insert(joined.clone(), items);
                joined
            }
            given => self.noted(&name, given, locale).concat(),
        };
        self.values.insert(name, words);
    }

    fn put_parts<const N: usize>(&mut self, name: &str, parts: [(&str, Option<String>); N]) {
        let said = parts.into_iter();
        let said = said.filter_map(|(part, said)| Some((format!("{name}.{part}"), said?)));
        self.values.extend(said);
    }

    /// The words of an answer; those that the service wrote are kept with their places.
    fn noted(&mut self, name: &str, given: &Given, locale: &Locale) -> Vec<String> {
        let written = written(given, locale);
        if written.is_empty() {
            return vec![word(given, locale)];
        }
        let words = written.iter().map(|(_, text)| text.clone()).collect();
        self.written.insert(name.to_owned(), written);
        words
    }
}

/// What a service answers to what a guide asks, a line each, as far as it is part of what
/// the guide says: whom to phone and where to come may change without it.
pub fn answered(answers: &Answers, locale: &Locale) -> Vec<String> {
    let ids = answers.option_ids().map(Scope::Option);
    let scopes = std::iter::once(Scope::Guide).chain(ids);
    let said = |given: &Given| match given {
        Given::YesNo(true) => "yes".to_owned(),
        Given::YesNo(false) => "no".to_owned(),
        Given::Place(_) | Given::Contact(_) => "given".to_owned(),
        Given::Text(_) | Given::List(_) => {
            let written = written(given, locale).into_iter();
            let written: Vec<String> = written.map(|(_, text)| text).collect();
            written.join("; ")
        }
        Given::Number(_) | Given::Choice(_) => word(given, locale),
    };
    let lines = scopes.flat_map(|scope| {
        let keys = answers.keys(scope);
        keys.filter_map(move |key| {
            let given = answers.given(key, scope)?;
            let of = match scope {
                Scope::Guide => String::new(),
                Scope::Option(id) => format!("{id} "),
            };
            let need = answers.need(key, scope);
            let label = need.and_then(|need| need.label.as_ref());
            let label = label.map_or(String::new(), |label| {
                format!(" ({})", label.in_all_tones())
            });
            Some(format!("{of}{PREFIX}{key}{label}: {}", said(&given)))
        })
    });
    lines.collect()
}

/// The words that a service wrote in an answer.
fn written(given: &Given, locale: &Locale) -> Vec<(Place, String)> {
    let words = match given {
        Given::Text(words) => std::slice::from_ref(words),
        Given::List(items) => items.as_slice(),
        _ => &[],
    };
    let said = words
        .iter()
        .filter_map(|words| words.in_language(locale.tag()));
    said.map(|(place, text)| (place, text.trim().to_owned()))
        .collect()
}

/// A number or a choice.
fn word(given: &Given, locale: &Locale) -> String {
    match given {
        Given::Number(number) => {
            let written = number.to_string();
            let (whole, part) = match written.split_once('.') {
                Some((whole, part)) => (whole, Some(part)),
                None => (written.as_str(), None),
            };
            let whole = whole
                .parse()
                .map_or(whole.to_owned(), |it| locale.number(it));
            part.map_or(whole.clone(), |part| format!("{whole}.{part}"))
        }
        Given::Choice(choice) => (*choice).to_owned(),
        // No text says it, and an approval knows it.
        Given::YesNo(said) => if *said { "yes" } else { "no" }.to_owned(),
        _ => String::new(),
    }
}

/// Items within a sentence: "a, b and c".
fn joined(items: &[String], locale: &Locale) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => {
            locale.say("list-and", &[("first", &first.join(", ")), ("last", last)])
        }
    }
}

impl Tailoring<'_> {
    /// What the service says of an option here: a row for each need that it answers for
    /// some option, so that readers can compare. None where it answers none, and for an
    /// option that asks nothing.
    pub(super) fn here(&mut self, option: &OptionEntry) -> Option<Vec<made::HereRow>> {
        if option.asks_nothing {
            return None;
        }
        let answers = self.answers;
        let needs = answers.option_needs().iter();
        let rows: Vec<_> = needs
            .filter(|(key, _)| {
                let mut options = answers.option_ids();
                options.any(|id| answers.given(key, Scope::Option(id)).is_some())
            })
            .map(|(key, need)| made::HereRow {
                label: self.row_label(key, need),
                words: self.row_words(key, Scope::Option(&option.id.value)),
            })
            .collect();
        (!rows.is_empty()).then_some(rows)
    }

    fn row_label(&mut self, key: &str, need: &Need) -> String {
        if let Some(label) = &need.label {
            return self.plain(label, Role::Label);
        }
        let name = format!("option-here-{key}");
        if self.materials.locale.labels().contains_key(&name) {
            return self.materials.locale.say(&name, &[]);
        }
        let what = format!("`{key}` has no `label` to stand before its answers");
        let problem = Problem::error(what).at(need.ask.place);
        self.problem(problem.help(Help::add_setting("`label: …`")));
        String::new()
    }

    fn row_words(&mut self, key: &str, scope: Scope) -> Vec<made::Inline> {
        let locale = self.materials.locale;
        let label = |name: &str| {
            let name = format!("option-here-{name}");
            let known = locale.labels().get(&name);
            known.map(|text| text.value.clone())
        };
        let Some(given) = self.answers.given(key, scope) else {
            return vec![made::Inline::Text(locale.say("option-here-ask", &[]))];
        };
        let of_labels = match &given {
            Given::YesNo(said) => label(if *said { "yes" } else { "no" }),
            Given::Choice(choice) => label(choice),
            _ => None,
        };
        if let Some(words) = of_labels {
            return vec![made::Inline::Text(words)];
        }
        let mut spoken = Spoken::default();
        spoken.put(key.to_owned(), &given, locale);
        for (place, text) in spoken.written.values().flatten() {
            self.note_line(*place, text, Role::Answer);
        }
        let words = spoken.values.remove(key).unwrap_or_default();
        vec![made::Inline::Value(super::value(&words))]
    }
}
