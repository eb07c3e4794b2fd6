//! Blocks that say where help is: the service's contacts, and whom to call in a crisis.

use super::content as made;
use super::printed::Role;
use super::tailoring::Tailoring;
use super::{Materials, phone, value};
use crate::diagnostics::{Problem, RuleId};
use crate::read::{self, ByLanguage, Choice, Kind, Placed, Text};

/// The rule that is kept while the crisis box is made.
const WITHOUT_NUMBER: RuleId = RuleId::CrisisHelpWithoutNumber;

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

    pub(super) fn crisis(&mut self) -> Vec<made::CrisisLine> {
        let nation = &self.materials.service.service.nation;
        let lines = self.materials.crisis.get(&nation.value);
        if lines.is_none_or(Vec::is_empty) {
            let nation_name = nation.value.id();
            let problem = Problem::error(format!("there are no crisis lines for `{nation_name}`"))
                .rule(WITHOUT_NUMBER)
                .at(nation.place);
            self.problem(problem.help(match lines {
                None => "add them to `content/crisis.yaml` in the service's folder",
                Some(_) => "`content/crisis.yaml` has to name at least one",
            }));
        }
        let lines = lines.into_iter().flatten();
        lines.filter_map(|line| self.crisis_line(line)).collect()
    }

    /// The crisis lines of a publication that has no box for everybody. Only a letter is
    /// sure to print them: what is wrong with them elsewhere is nobody's trouble.
    pub(super) fn crisis_without_box(
        &mut self,
        sections: &[made::Section],
    ) -> Vec<made::CrisisLine> {
        let everybody = sections.iter().filter(|section| section.when.is_none());
        let mut blocks = everybody.flat_map(|section| &section.blocks);
        let is_box = |entry: &made::Entry| {
            entry.when.is_none() && matches!(entry.show, made::Block::Crisis { .. })
        };
        if blocks.any(is_box) {
            return Vec::new();
        }
        if self.guide.kind.value == Kind::Letter {
            return self.crisis();
        }
        let mut aside = Tailoring::new(self.guide, self.materials);
        aside.crisis()
    }

    fn crisis_line(&mut self, line: &read::CrisisLine) -> Option<made::CrisisLine> {
        let number = &line.number;
        if !line.checked_by_a_person {
            self.problem(
                Problem::warning(format!(
                    "nobody has rung {} yet to see that it is right",
                    number.value
                ))
                .at(number.place)
                .rule(RuleId::CrisisLineNotRung)
                .help("ring it before you hand this out"),
            );
        }
        if !number.value.contains(|it: char| it.is_ascii_digit()) {
            self.problem(
                Problem::error(format!("nobody can call `{}`", number.value))
                    .rule(WITHOUT_NUMBER)
                    .at(number.place)
                    .help("write the number in figures"),
            );
        }
        let then = line.then.as_ref();
        let then = then.map(|then| self.crisis_words(line, "then", then));
        let say = self.crisis_words(line, "say", &line.say);
        let short = line.short.as_ref();
        let short = short.map(|short| self.crisis_words(line, "short", short));
        for text in then.into_iter().flatten().chain(say) {
            self.note_text(text, Role::Crisis);
        }
        Some(made::CrisisLine {
            number: phone(&number.value),
            then: then.flatten().map(|text| text.value.clone()),
            words: vec![made::Inline::Text(say?.value.clone())],
            short: short.flatten().map(|text| text.value.clone()),
        })
    }

    /// The words of a crisis line in the language of the publication.
    fn crisis_words<'b>(
        &mut self,
        line: &read::CrisisLine,
        setting: &str,
        words: &'b ByLanguage,
    ) -> Option<&'b Text> {
        let language = self.materials.locale.tag();
        let Some(text) = words.get(language) else {
            return self.refuse(
                Problem::error(format!(
                    "this crisis line is not translated into `{language}`"
                ))
                .at(line.id.place)
                .help(format!("add `{language}: …` to its `{setting}`")),
            );
        };
        if text.value.contains("{number}") {
            return self.refuse(
                Problem::error("the number stands beside these words, not in them")
                    .rule(WITHOUT_NUMBER)
                    .at(text.place)
                    .help(
                        "take {number} out, and write what is said beside it: \"Call Samaritans.\"",
                    ),
            );
        }
        Some(text)
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
