//! Other help nearby: which local services a guide prints, and what is said of those that
//! it does not.

use std::collections::BTreeSet;

use super::content as made;
use super::help::contact;
use super::printed::Role;
use super::tailoring::Tailoring;
use super::{phone, value};
use crate::diagnostics::{Place, Problem, one_of};
use crate::read::{
    ALL_TOPICS, Contact, LocalService, MAIN_CONTACT, OneOrMore, Signposts, Text, names_of,
    same_words,
};

/// What a guide asks for.
pub(super) enum Asked {
    /// Every topic.
    All,
    /// These, by their ids.
    These(Vec<String>),
}

impl Asked {
    pub(super) fn about(&self, service: &LocalService) -> bool {
        match self {
            Self::All => true,
            Self::These(ids) => ids.iter().any(|id| service.topics.contains(id)),
        }
    }

    fn words(&self) -> String {
        match self {
            Self::All => "any topic".to_owned(),
            Self::These(ids) => one_of(ids.iter().map(String::as_str)),
        }
    }
}

/// Local services that are not printed here, and by which setting.
struct LeftOut<'s> {
    list: Vec<&'s LocalService>,
    place: Place,
    why: String,
}

impl Tailoring<'_> {
    pub(super) fn signposts(&mut self, signposts: &Signposts) -> Option<made::Block> {
        let asked = self.asked(&signposts.topic)?;
        let all = &self.materials.local_services.list;
        let about: Vec<&LocalService> = all.iter().filter(|it| asked.about(it)).collect();
        let found = about.len();
        let mut left_out = Vec::new();
        let mut here = about;
        if let Some(area) = &signposts.area {
            let (near, far) = here.into_iter().partition(|it| is_for(it, area));
            here = near;
            left_out.push(LeftOut {
                list: far,
                place: area.place(),
                why: "for people of another `area`".to_owned(),
            });
        }
        if here.is_empty() {
            let problem = self.nothing(&signposts.topic, signposts.area.as_ref(), &asked);
            return self.refuse(problem);
        }
        if let Some(most) = &signposts.at_most {
            left_out.push(LeftOut {
                list: here.split_off(most.value.min(here.len())),
                place: most.place,
                why: format!("no more than {}", most.value),
            });
        }
        let more = self.more(&asked);
        for left_out in &left_out {
            self.say(left_out, found, &asked, more.is_some());
        }
        for service in &here {
            self.note_service_nearby(service);
        }
        let locale = self.materials.locale;
        let oldest = here.iter().map(|service| service.checked).min();
        Some(made::Block::Signposts {
            list: here.iter().map(|service| self.signpost(service)).collect(),
            checked: oldest
                .map(|day| locale.say("services-checked", &[("date", &locale.month(day))])),
            left_out: left_out.iter().map(|left_out| left_out.list.len()).sum(),
            more,
        })
    }

    /// The topics that a guide names; none where one of them is no topic.
    pub(super) fn asked(&mut self, named: &OneOrMore) -> Option<Asked> {
        let topics = &self.materials.local_services.topics;
        let (mut ids, mut all) = (Vec::new(), false);
        let mut is_known = true;
        for word in named.iter() {
            if same_words(&word.value, ALL_TOPICS) {
                all = true;
            } else if let Some(id) = topics.find(&word.value) {
                ids.push(id.to_owned());
            } else {
                is_known = false;
                self.problem(topics.unknown(&word.value, word.place));
            }
        }
        is_known.then_some(if all { Asked::All } else { Asked::These(ids) })
    }

    /// There is nothing to print.
    pub(super) fn nothing(
        &self,
        topic: &OneOrMore,
        area: Option<&OneOrMore>,
        asked: &Asked,
    ) -> Problem {
        let all = &self.materials.local_services.list;
        let for_area = area.map_or(String::new(), |_| " for this `area`".to_owned());
        let place = area.map_or_else(|| topic.place(), OneOrMore::place);
        let problem = Problem::warning(format!(
            "`local-services.csv` has nothing about {}{for_area}, so this is left out",
            asked.words()
        ))
        .at(place);
        let known: BTreeSet<&str> = match area {
            Some(_) => all
                .iter()
                .flat_map(|it| &it.areas)
                .map(String::as_str)
                .collect(),
            None => all
                .iter()
                .flat_map(|it| &it.topics)
                .map(String::as_str)
                .collect(),
        };
        if known.is_empty() {
            return problem;
        }
        let what = if area.is_some() { "areas" } else { "topics" };
        problem.help(format!("its {what} are {}", one_of(known)))
    }

    /// Says which are not printed here, on the terminal: the page says whom to ask.
    fn say(&mut self, left_out: &LeftOut, found: usize, asked: &Asked, on_page: bool) {
        let names: Vec<&str> = left_out.list.iter().map(|it| it.name.as_str()).collect();
        if names.is_empty() {
            return;
        }
        let is = if names.len() == 1 { "is" } else { "are" };
        self.problem(
            Problem::note(format!(
                "of {found} local services about {}, {} {is} not printed here: {}",
                asked.words(),
                names.len(),
                names_of(&names)
            ))
            .at_saying(left_out.place, left_out.why.as_str())
            .maybe_help(on_page.then_some("the page says whom to ask for more")),
        );
    }

    pub(super) fn note_service_nearby(&mut self, service: &LocalService) {
        self.note_line(service.place, &service.name, Role::Name);
        let texts = [
            &service.what,
            &service.when,
            &service.r#where,
            &service.access,
            &service.who_for,
            &service.how_to_join,
            &service.cost,
        ];
        for text in texts.into_iter().flatten() {
            self.note_line(service.place, text, Role::LocalService);
        }
    }

    pub(super) fn signpost(&self, service: &LocalService) -> made::Signpost {
        let optional = |text: &Option<String>| text.as_deref().map(value);
        let facts = [
            ("service-who-for", &service.who_for),
            ("service-how-to-join", &service.how_to_join),
            ("service-cost", &service.cost),
        ];
        let facts = facts.into_iter().filter_map(|(label, text)| {
            let text = optional(text)?;
            Some(self.materials.locale.say(label, &[("text", &text)]))
        });
        made::Signpost {
            row: service.row,
            name: value(&service.name),
            what: optional(&service.what),
            when: optional(&service.when),
            r#where: optional(&service.r#where),
            access: optional(&service.access),
            facts: facts.collect(),
            phone: service.phone.as_deref().map(phone),
            email: service.email.clone(),
            website: service.website.clone(),
            last: Vec::new(),
        }
    }

    /// Whom to ask for what is not printed: the main contact, in one way.
    fn more(&self, asked: &Asked) -> Option<made::More> {
        const WAY: &str = "{way}";
        let (locale, service) = (self.materials.locale, self.materials.service);
        let ask = service.contact(MAIN_CONTACT).map(one_way)?;
        let topic = match asked {
            Asked::These(ids) if ids.len() == 1 => {
                let topics = &self.materials.local_services.topics;
                topics.name(&ids[0], locale.tag())
            }
            _ => None,
        };
        let words = match topic {
            Some(topic) => locale.say("services-more", &[("topic", topic)]),
            None => locale.say("services-more-near", &[]),
        };
        let (before, after) = words.split_once(WAY).unwrap_or((&words, ""));
        Some(made::More {
            before: before.to_owned(),
            ask,
            after: after.to_owned(),
        })
    }
}

/// Whether a service is for people of one of these places. One that names none is for
/// everybody.
pub(super) fn is_for(service: &LocalService, areas: &OneOrMore) -> bool {
    let named = |area: &Text| service.areas.iter().any(|it| same_words(it, &area.value));
    service.areas.is_empty() || areas.iter().any(named)
}

/// A contact with the one way to reach it that most people can use: every contact has a
/// phone or an email address.
fn one_way(whom: &Contact) -> made::Contact {
    let whole = contact(whom);
    let email = if whole.phone.is_some() {
        None
    } else {
        whole.email
    };
    made::Contact {
        email,
        website: None,
        hours: None,
        ..whole
    }
}
