//! Blocks that say where help is: the service's contacts, others nearby, and
//! whom to call in a crisis.

use super::blocks::Tailoring;
use super::content as made;
use super::printed::Role;
use super::{Materials, phone, value};
use crate::diagnostics::{Problem, RuleId, did_you_mean, one_of};
use crate::read::{self, Choice, Placed, Signposts, Text};

/// The rule that is kept while the crisis box is made.
const WITHOUT_NUMBER: RuleId = RuleId::CrisisHelpWithoutNumber;

impl Tailoring<'_, '_, '_> {
    pub(super) fn contacts(&mut self, choice: &Placed<Choice>) -> Vec<made::Contact> {
        let contacts = &self.materials.service.contacts;
        let chosen: Vec<&read::Contact> = match &choice.value {
            Choice::All => contacts.values().collect(),
            Choice::These(ids) => ids
                .iter()
                .filter_map(|id| {
                    let contact = self.materials.service.contact(&id.value);
                    if contact.is_none() {
                        self.words.problem(no_such_contact(id, self.materials));
                    }
                    contact
                })
                .collect(),
        };
        let printed = chosen
            .iter()
            .flat_map(|contact| [Some(&contact.name), contact.hours.as_ref()]);
        for text in printed.flatten() {
            self.words.note_text(text, Role::Practical);
        }
        chosen.into_iter().map(contact).collect()
    }

    pub(super) fn signposts(&mut self, signposts: &Signposts) -> Option<made::Block> {
        let topic = &signposts.topic;
        let all = self.materials.local_services;
        let about: Vec<_> = all
            .iter()
            .filter(|service| service.topics.contains(&topic.value.to_lowercase()))
            .take(signposts.at_most.unwrap_or(usize::MAX))
            .collect();
        if about.is_empty() {
            let topics: std::collections::BTreeSet<&str> = all
                .iter()
                .flat_map(|service| service.topics.iter().map(String::as_str))
                .collect();
            self.words.problem(
                Problem::warning(format!(
                    "`local-services.csv` has nothing about `{}`, so this is left out",
                    topic.value
                ))
                .at(topic.place)
                .maybe_help(
                    (!topics.is_empty())
                        .then(|| format!("its topics are {}", one_of(topics.iter().copied()))),
                ),
            );
            return None;
        }
        let optional = |text: &Option<String>| text.as_deref().map(value);
        let oldest = about.iter().map(|service| service.checked).min();
        for service in &about {
            self.words
                .note_line(service.place, &service.name, Role::Name);
            for text in service.what.iter().chain(&service.when) {
                self.words
                    .note_line(service.place, text, Role::LocalService);
            }
        }
        let locale = self.materials.locale;
        Some(made::Block::Signposts {
            list: about
                .iter()
                .map(|service| made::Signpost {
                    row: service.row,
                    name: value(&service.name),
                    what: optional(&service.what),
                    when: optional(&service.when),
                    phone: service.phone.as_deref().map(phone),
                    email: service.email.clone(),
                    website: service.website.clone(),
                })
                .collect(),
            checked: oldest
                .map(|day| locale.say("services-checked", &[("date", &locale.month(day))])),
        })
    }

    pub(super) fn crisis(&mut self) -> Vec<made::CrisisLine> {
        let nation = &self.materials.service.service.nation;
        let language = self.materials.locale.tag();
        let Some(lines) = self.materials.crisis.get(&nation.value) else {
            self.words.problem(
                Problem::error(format!(
                    "there are no crisis lines for `{}`",
                    nation.value.id()
                ))
                .rule(WITHOUT_NUMBER)
                .at(nation.place)
                .help("add them to `content/crisis.yaml` in the service's folder"),
            );
            return Vec::new();
        };
        if lines.is_empty() {
            self.words.problem(
                Problem::error(format!(
                    "there are no crisis lines for `{}`",
                    nation.value.id()
                ))
                .rule(WITHOUT_NUMBER)
                .at(nation.place)
                .help("`content/crisis.yaml` has to name at least one"),
            );
        }
        let mut made = Vec::new();
        for line in lines {
            if !line.checked_by_a_person {
                self.words.problem(
                    Problem::warning(format!(
                        "nobody has rung {} yet to see that it is right",
                        line.number.value
                    ))
                    .at(line.number.place)
                    .rule(RuleId::CrisisLineNotRung)
                    .help("ring it before you hand this out"),
                );
            }
            let Some(say) = line.say.get(language) else {
                self.words.problem(
                    Problem::error(format!(
                        "this crisis line is not translated into `{language}`"
                    ))
                    .at(line.id.place)
                    .help(format!("add `{language}: …` to its `say`")),
                );
                continue;
            };
            if !line
                .number
                .value
                .contains(|figure: char| figure.is_ascii_digit())
            {
                self.words.problem(
                    Problem::error(format!("nobody can call `{}`", line.number.value))
                        .rule(WITHOUT_NUMBER)
                        .at(line.number.place)
                        .help("write the number in figures"),
                );
            }
            self.words.note_text(say, Role::Crisis);
            match say.value.split_once("{number}") {
                Some((before, after)) => made.push(made::CrisisLine {
                    words: vec![
                        made::Inline::Text(before.to_owned()),
                        made::Inline::Strong(vec![made::Inline::Text(phone(&line.number.value))]),
                        made::Inline::Text(after.to_owned()),
                    ],
                }),
                None => self.words.problem(
                    Problem::error("this crisis line does not say its number")
                        .rule(WITHOUT_NUMBER)
                        .at(say.place)
                        .help("write {number} where the number stands"),
                ),
            }
        }
        made
    }
}

/// A contact as a publication shows it.
pub fn contact(contact: &read::Contact) -> made::Contact {
    let text = |text: &Option<Text>| text.as_ref().map(|text| value(&text.value));
    made::Contact {
        name: value(&contact.name.value),
        phone: contact.phone.as_ref().map(|text| phone(&text.value)),
        // An address is copied and typed as it stands.
        email: contact.email.as_ref().map(|text| text.value.clone()),
        website: contact.website.as_ref().map(|text| text.value.clone()),
        hours: text(&contact.hours),
    }
}

fn no_such_contact(id: &Text, materials: &Materials) -> Problem {
    let known = || materials.service.contacts.keys().map(String::as_str);
    Problem::error(format!("the service has no contact `{}`", id.value))
        .at(id.place)
        .maybe_help(did_you_mean(&id.value, known()))
        .help(format!("its contacts are {}", one_of(known())))
}
