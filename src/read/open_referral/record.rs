//! One record made into a row of `local-services.csv`, and what of it could not be used.

use std::collections::HashMap;

use jiff::civil::Date;
use serde_json::Value;

use super::fields::{entries, text, texts};
use super::words;
use crate::diagnostics::{Problem, one_of};
use crate::read::people::bare;
use crate::read::topics::Topics;
use crate::read::{reach, same_words};

/// A service as a row of `local-services.csv`, by the names of its columns; a column that it
/// says nothing in is not there.
#[derive(Debug, Clone, Default)]
pub struct Found {
    cells: Vec<(&'static str, String)>,
}

impl Found {
    /// What it says in a column; nothing where it is blank.
    pub fn cell(&self, column: &str) -> &str {
        let mut cells = self.cells.iter();
        let cell = cells.find(|(name, _)| *name == column);
        cell.map_or("", |(_, text)| text)
    }

    /// What another has as well that is the same service: the name and the phone; without a
    /// phone the name, the email and the website.
    fn identity(&self) -> Vec<String> {
        let columns: &[&str] = match self.cell("phone") {
            "" => &["name", "email", "website"],
            _ => &["name", "phone"],
        };
        let cells = columns.iter().map(|column| bare(self.cell(column)));
        cells.collect()
    }

    fn put(&mut self, column: &'static str, text: Option<String>) {
        self.cells
            .extend(text.map(|text| (column, words::shortened(&text))));
    }
}

/// What is known before a list is read.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// What services may be about.
    pub topics: &'a Topics,
    /// What those are called that the service has already.
    pub names: &'a [&'a str],
    /// No day after this one is a day on which somebody vouched for a service.
    pub today: Date,
}

impl Known<'_> {
    fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| same_words(known, name))
    }
}

/// What a file or a folder holds.
#[derive(Debug, Default)]
pub struct Imported {
    /// The services that can be used, in their order.
    pub services: Vec<Found>,
    /// The names of those that the service has already.
    pub known: Vec<String>,
    /// What was left out, and what somebody has to look at.
    pub said: Vec<Problem>,
    /// Where each service stands, by what makes it the same as another.
    pub(super) places: HashMap<Vec<String>, String>,
}

impl Imported {
    /// Adds a record, where it is a service that can be used. `place` are the words for where
    /// it stands. What its topics and its days lack is said once it is sure to be taken.
    pub(super) fn add(&mut self, place: &str, record: &Value, known: &Known) {
        let Some(name) = text(record, &["name"]) else {
            self.left_out(place, "it has no `name`");
            return;
        };
        let stands = place;
        let place = format!("{place} (`{}`)", words::in_short(&name));
        if self.is_gone(&place, record) {
            return;
        }
        if known.has(&words::shortened(&name)) {
            self.known.push(words::in_short(&name));
            return;
        }
        let before = self.said.len();
        let mut found = Found::default();
        found.put("name", Some(name));
        self.ways(&place, record, &mut found);
        let columns = ["phone", "email", "website"];
        if columns.iter().all(|column| found.cell(column).is_empty()) {
            self.left_out(
                &place,
                "nobody can reach it: it has no phone, email or website",
            );
            return;
        }
        let identity = found.identity();
        if let Some(first) = self.places.get(&identity) {
            let what = format!("{place} is left out: it is the same as {first}");
            // Nobody has to mend what is not written.
            self.said.truncate(before);
            self.said.push(Problem::note(what));
            return;
        }
        self.places.insert(identity, stands.to_owned());
        self.doubt_status(&place, record);
        self.about(&place, record, known, &mut found);
        self.services.push(found);
    }

    /// Whatever it says beside its name and how to reach it.
    fn about(&mut self, place: &str, record: &Value, known: &Known, found: &mut Found) {
        found.put("topic", self.topics(place, record, known.topics));
        let description = text(record, &["description", "summary"]);
        if let Some((first, is_all)) = description.map(|text| words::first_sentence(&text)) {
            if !is_all {
                let what = "only the first sentence of its description was taken over";
                self.said.push(Problem::note(format!("{place}: {what}")));
            }
            found.put("what", Some(first));
        }
        found.put("when", when(record));
        found.put("where", self.location(place, record));
        found.put("who-for", who_for(record));
        found.put("how-to-join", text(record, &["application_process"]));
        found.put("cost", cost(record));
        found.put("access", access(record));
        found.put("area", areas(record));
        found.put("checked", self.checked(place, record, known.today));
    }

    fn left_out(&mut self, place: &str, why: &str) {
        let problem = Problem::warning(format!("{place} is left out: {why}"));
        self.said.push(problem);
    }

    /// Whether the record says that it is no longer there, or not yet.
    fn is_gone(&mut self, place: &str, record: &Value) -> bool {
        let status = text(record, &["status"]);
        let gone = status.filter(|status| !status.eq_ignore_ascii_case("active"));
        if let Some(status) = &gone {
            let status = words::in_short(status);
            let what = format!("{place} is left out: its status is `{status}`");
            self.said.push(Problem::note(what));
        }
        gone.is_some()
    }

    /// Says so where the record does not say whether it is still there.
    fn doubt_status(&mut self, place: &str, record: &Value) {
        if text(record, &["status"]).is_none() {
            let what = "it does not say whether it is still there";
            let problem = Problem::warning(format!("{place}: {what}"));
            self.said.push(problem.help("ask before it is printed"));
        }
    }

    /// How to reach it: of each way the first that somebody could use.
    fn ways(&mut self, place: &str, record: &Value, found: &mut Found) {
        let locations = locations(record);
        let contacts = entries(record, &["contacts"]);
        let holders = || {
            std::iter::once(record)
                .chain(contacts.iter().copied())
                .chain(locations.iter().copied())
        };
        let phones = holders().flat_map(|it| texts(it, &["phones"], &["number"]));
        // Exported tables double the quotes round a number.
        let phones = phones.map(|number| number.replace('"', " "));
        let emails = holders().filter_map(|it| text(it, &["email"]));
        let sites = holders().filter_map(|it| text(it, &["url", "website"]));
        type Check = fn(&str) -> Option<reach::Mistake>;
        let ways: [(&'static str, Vec<String>, Check); 3] = [
            ("phone", phones.collect(), reach::phone),
            ("email", emails.collect(), reach::email),
            ("website", sites.collect(), reach::website),
        ];
        for (column, said, mistake) in ways {
            let mut wrong = None;
            for way in said {
                let way = way.trim().to_owned();
                match mistake(&way) {
                    None => {
                        found.put(column, Some(way));
                        wrong = None;
                        break;
                    }
                    Some((message, _)) => wrong = wrong.or(Some(message)),
                }
            }
            if let Some(wrong) = wrong {
                let problem =
                    Problem::warning(format!("{place}: its {column} is left out: {wrong}"));
                self.said.push(problem);
            }
        }
    }

    /// The topics that its words mean.
    fn topics(&mut self, place: &str, record: &Value, topics: &Topics) -> Option<String> {
        let said = taxonomy(record);
        let in_short: Vec<String> = said.iter().map(|word| words::in_short(word)).collect();
        let mut ids: Vec<&str> = Vec::new();
        for word in &said {
            let parts = word.split(['&', '/', ',', ';']);
            let parts = parts.flat_map(|part| part.split(" and "));
            for part in std::iter::once(word.as_str()).chain(parts) {
                if let Some(id) = topics.find(part)
                    && !ids.contains(&id)
                {
                    ids.push(id);
                }
            }
        }
        if ids.is_empty() {
            let words = one_of(in_short.iter().map(String::as_str));
            let words = if words.is_empty() {
                "nothing".to_owned()
            } else {
                words
            };
            self.said.push(
                Problem::warning(format!("{place} has no topic: it says it is about {words}"))
                    .help("write one into the column `topic`, or add their word to `also:` in `content/topics.yaml`"),
            );
            return None;
        }
        Some(ids.join(";"))
    }

    /// Where it is: of several places the first.
    fn location(&mut self, place: &str, record: &Value) -> Option<String> {
        let locations = locations(record);
        if locations.len() > 1 {
            self.said.push(Problem::note(format!(
                "{place}: the first of its {} places was taken over",
                locations.len()
            )));
        }
        let first = locations.first()?;
        let mut parts: Vec<String> = Vec::new();
        let address = entries(first, &["addresses", "physical_addresses"]);
        let address = address.first().copied().unwrap_or(first);
        let keys: [&[&str]; 4] = [
            &["address_1"],
            &["address_2"],
            &["city"],
            &["postal_code", "postcode"],
        ];
        let lines = keys.iter().filter_map(|keys| text(address, keys));
        for part in text(first, &["name"]).into_iter().chain(lines) {
            // A place is often called by its address.
            if !parts.iter().any(|known| known.contains(&part)) {
                parts.push(part);
            }
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// The day somebody vouched for it; blank where nobody did.
    fn checked(&mut self, place: &str, record: &Value, today: Date) -> Option<String> {
        let said = text(record, &["assured_date", "last_assured", "assured"]);
        let what = match said.as_deref().map(|said| (said, day(said))) {
            Some((_, Some(day))) if day <= today => return Some(day.to_string()),
            Some((said, Some(_))) => {
                format!(
                    "its assured date `{}` is still to come",
                    words::in_short(said)
                )
            }
            Some((said, None)) => {
                format!("its assured date `{}` is no date", words::in_short(said))
            }
            None => "nobody has assured it".to_owned(),
        };
        self.said.push(
            Problem::warning(format!("{place}: {what}, so `checked` is blank"))
                .help("it is printed nowhere until somebody rings it and puts the day there"),
        );
        None
    }
}

/// The day of a date, or of a date and a time.
fn day(said: &str) -> Option<Date> {
    said.get(..10)?.parse().ok()
}

fn locations(record: &Value) -> Vec<&Value> {
    let at = entries(record, &["service_at_locations"]);
    let nested = at.into_iter().flat_map(|at| entries(at, &["location"]));
    nested.chain(entries(record, &["locations"])).collect()
}

/// What others say it is about.
fn taxonomy(record: &Value) -> Vec<String> {
    let lists = ["service_taxonomys", "service_taxonomies", "attributes"];
    let mut said: Vec<String> = Vec::new();
    for entry in entries(record, &lists) {
        let terms = entries(entry, &["taxonomy", "taxonomy_term"]);
        let term = terms.first().copied().unwrap_or(entry);
        let word = text(term, &["name", "term", "label", "taxonomy_detail"]);
        said.extend(word.filter(|word| !said.contains(word)));
    }
    let own = texts(record, &["taxonomies", "taxonomy_terms"], &["name", "term"]);
    let own: Vec<String> = own
        .into_iter()
        .filter(|word| !said.contains(word))
        .collect();
    said.extend(own);
    said
}

fn when(record: &Value) -> Option<String> {
    let lists = ["schedules", "regular_schedules"];
    let at = entries(record, &["service_at_locations"]);
    let holders = std::iter::once(record).chain(at);
    let schedules = holders.flat_map(|it| entries(it, &lists));
    let said = schedules.filter_map(|schedule| {
        let days = text(schedule, &["byday", "weekday"]);
        let days = days.and_then(|days| words::days(&days));
        let time = |keys: &[&str]| text(schedule, keys).and_then(|time| words::time(&time));
        let hours = words::when(days, time(&["opens_at"]), time(&["closes_at"]));
        text(schedule, &["description"]).or(hours)
    });
    let mut all: Vec<String> = Vec::new();
    for when in said {
        if !all.contains(&when) {
            all.push(when);
        }
    }
    (!all.is_empty()).then(|| all.join("; "))
}

fn who_for(record: &Value) -> Option<String> {
    let lists = ["eligibilitys", "eligibilities", "eligibility"];
    let said = text(record, &["eligibility_description"]);
    let said = said.or_else(|| {
        let said = texts(record, &lists, &["eligibility", "description"]);
        (!said.is_empty()).then(|| said.join("; "))
    });
    said.or_else(|| {
        let mut holders = vec![record];
        holders.extend(entries(record, &lists));
        let age = |keys: &[&str]| holders.iter().find_map(|it| text(it, keys));
        let years = |age: String| age.trim_end_matches(".0").to_owned();
        let (least, most) = (age(&["minimum_age"]), age(&["maximum_age"]));
        match (least.map(years), most.map(years)) {
            (Some(least), Some(most)) => Some(format!("people aged {least} to {most}")),
            (Some(least), None) => Some(format!("people aged {least} or over")),
            (None, Some(most)) => Some(format!("people aged up to {most}")),
            (None, None) => None,
        }
    })
}

fn cost(record: &Value) -> Option<String> {
    text(record, &["fees_description", "fees"]).or_else(|| {
        let options = entries(record, &["cost_options"]);
        let said = options.into_iter().filter_map(|option| {
            let words = text(
                option,
                &["amount_description", "option", "cost_description"],
            );
            words.or_else(|| {
                let amount = text(option, &["amount"])?;
                let free = amount.parse::<f64>().is_ok_and(|amount| amount == 0.0);
                Some(if free {
                    "free".to_owned()
                } else {
                    format!("£{amount}")
                })
            })
        });
        let said: Vec<String> = said.collect();
        (!said.is_empty()).then(|| said.join("; "))
    })
}

fn access(record: &Value) -> Option<String> {
    let lists = ["accessibility", "accessibility_for_disabilities"];
    let keys = ["description", "details", "accessibility"];
    let said = locations(record).into_iter();
    let said: Vec<String> = said.flat_map(|it| texts(it, &lists, &keys)).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// The places whose people it is for. In a cell they stand between semicolons.
fn areas(record: &Value) -> Option<String> {
    let areas = texts(record, &["service_areas"], &["name", "service_area"]);
    let areas = areas.iter().map(|area| area.replace([';', ',', '/'], " "));
    let areas: Vec<String> = areas.collect();
    (!areas.is_empty()).then(|| areas.join("; "))
}
