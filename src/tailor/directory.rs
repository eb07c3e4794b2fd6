//! A directory of other help nearby: a section for each topic, with the day on which each
//! entry was checked.

use super::content as made;
use super::content::{Entry, Section};
use super::signposts::is_for;
use super::tailoring::Tailoring;
use super::value;
use crate::diagnostics::Place;
use crate::read::{self, Content, Directory, Kind, LocalService};

impl Tailoring<'_> {
    /// The sections that a section becomes by the directory in it.
    pub(super) fn directory_of(&mut self, section: &read::Section) -> Vec<Section> {
        let blocks = section.blocks.iter();
        let directories = blocks.filter_map(|block| match &block.value.content {
            Content::Directory(directory) => Some((directory, block)),
            _ => None,
        });
        let mut made = Vec::new();
        for (directory, block) in directories {
            let whens = [&section.when, &block.value.when];
            let mut whens = whens.into_iter();
            if whens.all(|when| self.condition(when.as_ref()).is_some()) {
                made.extend(self.directory(directory, &section.id.value, block.place));
            }
        }
        made
    }

    fn directory(&mut self, directory: &Directory, id: &str, place: Place) -> Vec<Section> {
        let Some(asked) = self.asked(&directory.topic) else {
            return Vec::new();
        };
        let area = directory.area.as_ref();
        let all = self.materials.local_services.list.iter();
        let here = all.filter(|it| asked.about(it) && area.is_none_or(|area| is_for(it, area)));
        let here: Vec<&LocalService> = here.collect();
        if here.is_empty() {
            let problem = self.nothing(&directory.topic, area, &asked);
            self.problem(problem);
            return Vec::new();
        }
        for service in &here {
            self.note_service_nearby(service);
        }
        let topics = self.materials.local_services.topics.ids();
        let topics = topics.map(Some).chain([None]);
        let mut sections = Vec::new();
        for topic in topics {
            let heading = vec![made::Inline::Text(self.heading_of(topic))];
            let list = self.under(topic, &here, directory.keepers);
            let id = format!("{id}-{}", topic.unwrap_or("other"));
            for (number, list) in self.parted(list).into_iter().enumerate() {
                sections.push(Section {
                    id: id.clone(),
                    place,
                    heading: (number == 0).then(|| heading.clone()),
                    panel: None,
                    picture: None,
                    when: None,
                    blocks: vec![listed(list, place)],
                });
            }
        }
        sections
    }

    /// The services of a topic as they keep together: all of them on pages that flow, each
    /// for itself where sections stand in the columns of a sheet.
    fn parted(&self, list: Vec<made::Signpost>) -> Vec<Vec<made::Signpost>> {
        match self.guide.kind.value {
            _ if list.is_empty() => Vec::new(),
            Kind::Sheet => list.into_iter().map(|service| vec![service]).collect(),
            _ => vec![list],
        }
    }

    /// What stands above the services of a topic, or of none.
    fn heading_of(&self, topic: Option<&str>) -> String {
        let (locale, topics) = (self.materials.locale, &self.materials.local_services.topics);
        let name = topic.and_then(|topic| topics.name(topic, locale.tag()).or(Some(topic)));
        let Some(name) = name else {
            return locale.say("services-other", &[]);
        };
        let mut letters = name.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect()
    }

    /// The services of a topic, or of none: in full where it is the first that they name, by
    /// their name elsewhere. One sheet has no room for that: each stands there once.
    fn under(
        &self,
        topic: Option<&str>,
        here: &[&LocalService],
        keepers: bool,
    ) -> Vec<made::Signpost> {
        let first = |it: &LocalService| it.topics.first().map(String::as_str).map(str::to_owned);
        let (in_full, elsewhere): (Vec<&LocalService>, Vec<_>) =
            here.iter().partition(|it| first(it).as_deref() == topic);
        let is_sheet = self.guide.kind.value == Kind::Sheet;
        let elsewhere = elsewhere.into_iter().filter(|it| {
            if is_sheet {
                return false;
            }
            let mut topics = it.topics.iter();
            topics.any(|own| Some(own.as_str()) == topic)
        });
        let in_full = in_full.into_iter().map(|it| self.entry_of(it, keepers));
        let elsewhere = elsewhere.map(|it| {
            let heading = self.heading_of(it.topics.first().map(String::as_str));
            let see = self
                .materials
                .locale
                .say("service-see", &[("topic", &heading)]);
            made::Signpost::named(it.row, value(&it.name), see)
        });
        in_full.chain(elsewhere).collect()
    }

    /// All that is known of a service, the day it was checked, and for staff who keeps it.
    fn entry_of(&self, service: &LocalService, keepers: bool) -> made::Signpost {
        let locale = self.materials.locale;
        let mut entry = self.signpost(service);
        let keeper = service.keeper.as_deref().filter(|_| keepers).map(value);
        let keeper = keeper.map(|name| locale.say("service-keeper", &[("text", &name)]));
        let day = locale.day(service.checked);
        let checked = locale.say("service-checked", &[("date", &day)]);
        entry.last = [Some(checked), keeper].into_iter().flatten().collect();
        entry
    }
}

/// Services as they are printed.
fn listed(list: Vec<made::Signpost>, place: Place) -> Entry {
    Entry {
        place,
        when: None,
        show: made::Block::Signposts {
            list,
            checked: None,
            left_out: 0,
            more: None,
        },
    }
}
