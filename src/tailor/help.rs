//! Blocks that say where help is: the service's contacts, and others nearby.

use std::collections::BTreeSet;

use super::content as made;
use super::printed::Role;
use super::tailoring::Tailoring;
use super::{Materials, phone, value};
use crate::diagnostics::{Problem, one_of};
use crate::read::{self, Choice, Placed, Signposts, Text};

impl Tailoring<'_> {
    pub(super) fn contacts(&mut self, choice: &Placed<Choice>) -> Vec<made::Contact> {
        let contacts = &self.materials.service.contacts;
        let chosen: Vec<&read::Contact> = match &choice.value {
            Choice::All => contacts.values().collect(),
            Choice::These(ids) => ids
                .iter()
                .filter_map(|id| {
                    let contact = self.materials.service.contact(&id.value);
                    if contact.is_none() {
                        self.problem(no_such_contact(id, self.materials));
                    }
                    contact
                })
                .collect(),
        };
        let printed = chosen
            .iter()
            .flat_map(|contact| [Some(&contact.name), contact.hours.as_ref()]);
        for text in printed.flatten() {
            self.note_text(text, Role::Practical);
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
            let topics: BTreeSet<&str> = all
                .iter()
                .flat_map(|service| service.topics.iter().map(String::as_str))
                .collect();
            let mut problem = Problem::warning(format!(
                "`local-services.csv` has nothing about `{}`, so this is left out",
                topic.value
            ))
            .at(topic.place);
            if !topics.is_empty() {
                problem = problem.help(format!("its topics are {}", one_of(topics)));
            }
            return self.refuse(problem);
        }
        let optional = |text: &Option<String>| text.as_deref().map(value);
        let oldest = about.iter().map(|service| service.checked).min();
        for service in &about {
            self.note_line(service.place, &service.name, Role::Name);
            for text in service.what.iter().chain(&service.when) {
                self.note_line(service.place, text, Role::LocalService);
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
}

/// A contact as a publication shows it.
pub fn contact(contact: &read::Contact) -> made::Contact {
    made::Contact {
        name: value(&contact.name.value),
        phone: contact.phone.as_ref().map(|text| phone(&text.value)),
        // An address is copied and typed as it stands.
        email: contact.email.as_ref().map(|text| text.value.clone()),
        website: contact.website.as_ref().map(|text| text.value.clone()),
        hours: contact.hours.as_ref().map(|text| value(&text.value)),
    }
}

fn no_such_contact(id: &Text, materials: &Materials) -> Problem {
    let known = materials.service.contacts.keys().map(String::as_str);
    Problem::error(format!("the service has no contact `{}`", id.value))
        .at(id.place)
        .help_known(&id.value, "its contacts are", known)
}
