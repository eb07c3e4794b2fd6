//! One record made into a row of `local-services.csv`, and what of it could not be used.

use jiff::civil::Date;
use serde_json::Value;

use super::fields::{entries, text, texts};
use super::words;
use crate::diagnostics::{Problem, one_of};
use crate::read::reach;
use crate::read::topics::Topics;

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

    fn put(&mut self, column: &'static str, text: Option<String>) {
        self.cells
            .extend(text.map(|text| (column, words::shortened(&text))));
    }
}

/// What a file or a folder holds.
#[derive(Debug, Default)]
pub struct Imported {
    /// The services that can be used, in their order.
    pub services: Vec<Found>,
    /// What was left out, and what somebody has to look at.
    pub said: Vec<Problem>,
}

impl Imported {
    /// Adds a record, where it is a service that can be used. `place` are the words for where
    /// it stands.
    pub(super) fn add(&mut self, place: &str, record: &Value, topics: &Topics) {
        let Some(name) = text(record, &["name"]) else {
            self.left_out(place, "it has no `name`");
            return;
        };
        let place = format!("{place} (`{name}`)");
        if !self.is_active(&place, record) {
            return;
        }
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
        found.put("topic", self.topics(&place, record, topics));
        let description = text(record, &["description", "summary"]);
        if let Some((first, is_all)) = description.map(|text| words::first_sentence(&text)) {
            if !is_all {
                let what = "only the first sentence of its description was taken over";
                self.said.push(Problem::note(format!("{place}: {what}")));
            }
            found.put("what", Some(first));
        }
        found.put("when", when(record));
        found.put("where", self.location(&place, record));
        found.put("who-for", who_for(record));
        found.put("how-to-join", text(record, &["application_process"]));
        found.put("cost", cost(record));
        found.put("access", access(record));
        found.put("area", areas(record));
        found.put("checked", self.checked(&place, record));
        self.services.push(found);
    }

    fn left_out(&mut self, place: &str, why: &str) {
        let problem = Problem::warning(format!("{place} is left out: {why}"));
        self.said.push(problem);
    }

    /// Whether it is still there, as far as the record says.
    fn is_active(&mut self, place: &str, record: &Value) -> bool {
        match text(record, &["status"]) {
            Some(status) if status.eq_ignore_ascii_case("active") => true,
            Some(status) => {
                self.said.push(Problem::note(format!(
                    "{place} is left out: its status is `{status}`"
                )));
                false
            }
            None => {
                let what = "it does not say whether it is still there";
                let problem = Problem::warning(format!("{place}: {what}"));
                self.said.push(problem.help("ask before it is printed"));
                true
            }
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
            let words = one_of(said.iter().map(String::as_str));
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
    fn checked(&mut self, place: &str, record: &Value) -> Option<String> {
        let said = text(record, &["assured_date", "last_assured", "assured"]);
        let day = said.as_ref();
        let day = day.and_then(|said| said.get(..10)?.parse::<Date>().ok());
        if day.is_none() {
            let what = match said {
                Some(said) => format!("its assured date `{said}` is no date"),
                None => "nobody has assured it".to_owned(),
            };
            self.said.push(
                Problem::warning(format!("{place}: {what}, so `checked` is blank"))
                    .help("it is printed nowhere until somebody rings it and puts the day there"),
            );
        }
        day.map(|day| day.to_string())
    }
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
