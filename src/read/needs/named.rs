//! Whether the texts and conditions of a guide name what it asks for, and print nothing
//! that may have no answer.

use std::collections::BTreeSet;

use super::condition::{PREFIX, conditions, key_and_part};
use super::{Need, NeedCondition, NeedType, Needs};
use crate::diagnostics::{Help, Place, Problem, did_you_mean, one_of};
use crate::read::block::Content;
use crate::read::guide::{Guide, Section};
use crate::read::option::OptionEntry;
use crate::read::yaml::{ByTone, Text};

/// The needs that texts at one place may name, and those that are sure to be answered
/// there.
#[derive(Clone)]
struct Room<'a> {
    guide: &'a Guide,
    in_option: bool,
    /// Names and parts that a `when` around the text asks for.
    guarded: Vec<(&'a str, Option<&'a str>)>,
}

impl Guide {
    /// The needs that its texts and conditions name.
    pub(crate) fn named_needs(&self) -> BTreeSet<String> {
        let blocks = || self.sections.iter().flat_map(|section| &section.blocks);
        let options = self.options().flat_map(|(options, _)| options);
        let sections = self.sections.iter().map(|section| &section.when);
        let whens = sections
            .chain(blocks().map(|block| &block.value.when))
            .chain(options.map(|option| &option.when));
        let asked = whens.flatten().filter_map(|when| conditions(&when.value));
        let asked = asked.flatten().map(|condition| condition.key);
        let texts = self.sections.iter().flat_map(Section::texts);
        let said = [&self.title, &self.summary].into_iter().chain(texts);
        asked
            .chain(said.flat_map(needs_in))
            .map(str::to_owned)
            .collect()
    }

    /// Where its texts and conditions name needs as they cannot.
    pub(crate) fn misnamed_needs(&self) -> Vec<Problem> {
        let mut problems = twice(self);
        let room = Room {
            guide: self,
            in_option: false,
            guarded: Vec::new(),
        };
        room.texts([&self.title, &self.summary].into_iter(), &mut problems);
        for section in &self.sections {
            let room = room.within(section.when.as_ref(), &mut problems);
            room.texts(section.heading.iter(), &mut problems);
            for block in &section.blocks {
                let block = &block.value;
                let room = room.within(block.when.as_ref(), &mut problems);
                match &block.content {
                    // Its length is left out where the answer is missing.
                    Content::Appointment(appointment) => {
                        let length = appointment.length.as_ref();
                        let names = length.map(needs_in).unwrap_or_default();
                        let mut room = room.clone();
                        room.guarded
                            .extend(names.into_iter().map(|key| (key, None)));
                        room.texts(length.into_iter(), &mut problems);
                    }
                    Content::Options(options) => {
                        for option in options {
                            room.option(option, &mut problems);
                        }
                    }
                    _ => room.texts(block.texts().into_iter(), &mut problems),
                }
            }
        }
        problems
    }
}

/// What is asked of the service and of each option under one name.
fn twice(guide: &Guide) -> Vec<Problem> {
    let again = guide.option_needs.iter().filter_map(|(key, need)| {
        let first = guide.needs.get(key)?;
        let problem = Problem::error(format!("`{key}` is asked twice")).at(need.ask.place);
        let problem = problem.also(first.ask.place, "it is asked here");
        Some(problem.help("give one of them another name"))
    });
    again.collect()
}

impl<'a> Room<'a> {
    /// The room of what this `when` stands beside.
    fn within(&self, when: Option<&'a Text>, problems: &mut Vec<Problem>) -> Self {
        let mut room = self.clone();
        let Some(when) = when else {
            return room;
        };
        let Some(all) = conditions(&when.value) else {
            if when.value.contains(PREFIX) {
                let what = "this asks for an answer of the service and for something else";
                let problem = Problem::error(what).at(when.place);
                problems.push(
                    problem.help(
                        "write one of them beside the section, and the other beside the block",
                    ),
                );
            }
            return room;
        };
        for condition in all {
            match room.wrong(&condition, when.place) {
                Some(problem) => problems.push(problem),
                None if condition.not => {}
                None => room.guarded.push((condition.key, condition.part)),
            }
        }
        room
    }

    fn option(&self, option: &'a OptionEntry, problems: &mut Vec<Problem>) {
        let room = Self {
            in_option: true,
            ..self.clone()
        };
        let room = room.within(option.when.as_ref(), problems);
        room.texts(option.texts(), problems);
    }

    fn texts<'t>(&self, texts: impl Iterator<Item = &'t ByTone>, problems: &mut Vec<Problem>) {
        for by_tone in texts {
            for text in all_tones(by_tone) {
                problems.extend(names(text).filter_map(|(start, whole, name)| {
                    let problem = self.unprintable(name, text.place)?;
                    Some(problem.on_words(&text.value, start, whole))
                }));
            }
        }
    }

    /// Why a text cannot say this.
    fn unprintable(&self, name: &str, place: Place) -> Option<Problem> {
        let (key, part) = key_and_part(name);
        let Some((need, is_option)) = self.need(key) else {
            return Some(self.unknown(key, place));
        };
        if let Some(problem) = unknown_part(need, key, part, place) {
            return Some(problem);
        }
        if !need.r#type.value.is_printed() {
            let problem = Problem::error(format!("`{PREFIX}{key}` is a yes or a no, and no words"));
            let help =
                format!("`when: {PREFIX}{key}` beside a block prints it where the answer is yes");
            return Some(problem.at(place).help(help));
        }
        let is_sure = need.required || self.guarded.iter().any(|(guarded, _)| *guarded == key);
        if is_sure {
            return None;
        }
        let what = format!("`{PREFIX}{key}` may have no answer, and this is printed all the same");
        let problem = Problem::error(what).at(place);
        let problem = problem.also(need.ask.place, "it is asked here");
        let whole = if is_option {
            "the option"
        } else {
            "the block or the section"
        };
        Some(
            problem
                .help(format!("write `when: {PREFIX}{key}` beside {whole}"))
                .help("or write `required: true` where it is asked"),
        )
    }

    /// Why nothing can depend on this.
    fn wrong(&self, condition: &NeedCondition, place: Place) -> Option<Problem> {
        let NeedCondition { key, part, is, .. } = condition;
        let Some((need, _)) = self.need(key) else {
            return Some(self.unknown(key, place));
        };
        if let Some(problem) = unknown_part(need, key, *part, place) {
            return Some(problem);
        }
        let word = (*is)?;
        let choices: Vec<&str> = match need.r#type.value {
            NeedType::YesNo => vec!["yes", "no"],
            NeedType::Choice => need.choices.iter().map(|it| it.value.as_str()).collect(),
            kind => {
                let what = format!("`is` means nothing for a need of type `{}`", kind.id());
                let problem = Problem::error(what).at(place);
                return Some(problem.help(format!("write when: {PREFIX}{key}")));
            }
        };
        if choices.contains(&word) {
            return None;
        }
        let problem = Problem::error(format!("`{word}` is no answer to `{key}`")).at(place);
        let problem = problem.also(need.ask.place, "it is asked here");
        Some(problem.help_known(word, "its answers are", choices.into_iter()))
    }

    /// What is asked under a name, and whether it is asked of the option.
    fn need(&self, key: &str) -> Option<(&'a Need, bool)> {
        let own = self.guide.option_needs.get(key).filter(|_| self.in_option);
        let own = own.map(|need| (need, true));
        own.or_else(|| self.guide.needs.get(key).map(|need| (need, false)))
    }

    fn unknown(&self, key: &str, place: Place) -> Problem {
        let known = |needs: &'a Needs| needs.keys().map(String::as_str);
        let problem = Problem::error(format!("this guide does not ask for `{key}`")).at(place);
        if !self.in_option && self.guide.option_needs.contains_key(key) {
            let help = "it is asked of each option, and only an option's own texts can say it";
            return problem.help(help);
        }
        let all = known(&self.guide.needs).chain(known(&self.guide.option_needs));
        let problem = problem.maybe_help(did_you_mean(key, all));
        problem.help(Help::from(format!(
            "ask for it: needs: {{{key}: {{type: text, ask: …}}}}"
        )))
    }
}

/// A part that no answer of this type has.
fn unknown_part(need: &Need, key: &str, part: Option<&str>, place: Place) -> Option<Problem> {
    let part = part?;
    let kind = need.r#type.value;
    let known = kind.parts().iter().copied();
    if known.clone().any(|known| known == part) {
        return None;
    }
    let what = format!("`{PREFIX}{key}` has no `{part}`");
    let problem = Problem::error(what).at(place);
    Some(match kind.parts() {
        [] => problem.help(format!(
            "write {PREFIX}{key} alone: it is of type `{}`",
            kind.id()
        )),
        _ => problem
            .maybe_help(did_you_mean(part, known.clone()))
            .help(format!("a {} has {}", kind.id(), one_of(known))),
    })
}

/// The text in every tone.
fn all_tones(by_tone: &ByTone) -> impl Iterator<Item = &Text> {
    let same = match by_tone {
        ByTone::Same(text) => Some(text),
        ByTone::Different(..) => None,
    };
    same.into_iter()
        .chain(by_tone.by_tone().map(|(_, text)| text))
}

/// The needs that a text names, in any tone, without their parts.
pub fn needs_in(text: &ByTone) -> Vec<&str> {
    let named = all_tones(text).flat_map(names);
    named.map(|(_, _, name)| key_and_part(name).0).collect()
}

/// Every need that a text names: the byte at which it opens, all of it, and the name.
fn names(text: &Text) -> impl Iterator<Item = (usize, &str, &str)> {
    let written = text.value.as_str();
    written.match_indices("{{").filter_map(|(start, _)| {
        let length = written[start..].find("}}")?;
        let inside = &written[start + 2..start + length];
        let name = inside.split('|').next().unwrap_or_default().trim();
        let name = name.strip_prefix(PREFIX)?;
        Some((start, &written[start..start + length + 2], name))
    })
}
