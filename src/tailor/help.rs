//! Blocks that say where help is: the service's contacts.

use super::content as made;
use super::printed::Role;
use super::tailoring::Tailoring;
use super::{Materials, phone, value};
use crate::diagnostics::Problem;
use crate::read::{self, Choice, Placed, Text};

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
