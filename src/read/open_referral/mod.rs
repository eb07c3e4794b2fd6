//! Lists of services that others keep, in the form of Open Referral: UK JSON (one service, a
//! list of them, a page of an interface) and HSDS CSV (a folder of tables).
//!
//! Real files hold doubled quotes in phone numbers, dates of long ago and records of nobody:
//! what of a record cannot be used is left out and said, and the rest is read. Fields are
//! looked for under the names of version 1 and version 3 of the UK profile.

mod fields;
mod file;
mod record;
mod tables;
mod words;

use std::path::Path;

use serde_json::Value;

pub use record::{Found, Imported, Known};

use crate::assets::shown;
use crate::diagnostics::{Failure, Problem};

/// A record, and the words for where it stands.
type Record = (String, Value);

/// Reads a file or a folder.
///
/// # Errors
/// Where it is not there, or nothing in it is a list of services.
pub fn read(path: &Path, known: &Known) -> Result<Imported, Failure> {
    let name = shown(path);
    let (records, said) = if path.is_dir() {
        let tables = tables::read(path, &name)?;
        (tables.services, tables.said)
    } else {
        of_json(path, &name)?
    };
    let mut imported = Imported {
        said,
        ..Imported::default()
    };
    for (place, record) in records {
        imported.add(&place, &record, known);
    }
    Ok(imported)
}

/// The records of a file of JSON, each with the words for where it stands.
fn of_json(path: &Path, name: &str) -> Result<(Vec<Record>, Vec<Problem>), Failure> {
    let text = file::text_of_json(path, name)?;
    let json: Value = serde_json::from_str(&text).map_err(|error| {
        Problem::error(format!(
            "`{name}` is no JSON from line {}, column {} on",
            error.line(),
            error.column()
        ))
        .help("ask for the file again as JSON; a folder of CSV tables is read as well")
    })?;
    let mut said = Vec::new();
    let records = match json {
        Value::Array(records) => records,
        Value::Object(mut page) => {
            let pages = ["totalPages", "total_pages"];
            let pages = pages.iter().find_map(|key| page.get(*key)?.as_u64());
            if let Some(pages) = pages.filter(|pages| *pages > 1) {
                said.push(
                    Problem::warning(format!("`{name}` is one of {pages} pages of a list"))
                        .help("import the others as well"),
                );
            }
            let lists = ["contents", "content", "services", "items"];
            let list = lists.into_iter().find_map(|key| match page.get_mut(key) {
                Some(Value::Array(list)) => Some(std::mem::take(list)),
                _ => None,
            });
            list.unwrap_or_else(|| vec![Value::Object(page)])
        }
        _ => {
            return Err(Problem::error(format!("`{name}` holds no services"))
                .help("it has to be a service, a list of services, or a page of an interface")
                .into());
        }
    };
    let numbered = (1..).zip(records);
    let records = numbered.map(|(number, record)| {
        let place = format!("`{name}`, record {number}");
        (place, record)
    });
    Ok((records.collect(), said))
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::assets::Assets;
    use crate::diagnostics::Sources;
    use crate::read::Reader;

    /// The names that are taken over of these records.
    fn taken(records: &[Value]) -> Vec<String> {
        let (assets, sources) = (Assets::example(), Sources::default());
        let topics = Reader::new(&assets, &sources).topics().expect("topics");
        let known = Known {
            topics: &topics,
            names: &["Tea Club"],
            today: Date::constant(2026, 11, 22),
        };
        let mut imported = Imported::default();
        for record in records {
            imported.add("here", record, &known);
        }
        let services = imported.services.iter();
        services.map(|it| it.cell("name").to_owned()).collect()
    }

    #[test]
    fn a_service_without_a_phone_is_told_by_its_email() {
        let walk = |email: &str| json!({"name": "Walk Well", "status": "active", "email": email});
        let records = [
            walk("a@walk.example"),
            walk("b@walk.example"),
            walk("A@walk.example"),
        ];
        assert_eq!(taken(&records), ["Walk Well", "Walk Well"]);
        let tea = json!({"name": "Tea club", "status": "active", "email": "tea@tea.example"});
        assert!(taken(&[tea]).is_empty(), "the service has it already");
    }

    proptest! {
        /// Whatever stands in the fields of a record, nobody panics, and what is taken over
        /// stays on one line.
        #[test]
        fn any_words_in_a_record_are_read(word in ".{0,60}", other in "[0-9:,.<>&;A-Z -]{0,12}") {
            let (assets, sources) = (Assets::example(), Sources::default());
            let topics = Reader::new(&assets, &sources).topics().expect("topics");
            let record = json!({
                "name": word, "status": "active", "url": "https://a.example",
                "description": word, "assured_date": other,
                "phones": [{"number": other}, {"number": word}],
                "schedules": [{"byday": other, "opens_at": other, "closes_at": word}],
                "minimum_age": other, "attributes": [{"taxonomy_term": {"name": word}}, other],
                "service_at_locations": [{"location": {"name": word, "address_1": other}}],
            });
            let mut imported = Imported::default();
            let today = Date::constant(2026, 11, 22);
            imported.add("here", &record, &Known { topics: &topics, names: &[], today });
            for found in &imported.services {
                let cells = crate::read::COLUMNS.map(|column| found.cell(column));
                prop_assert!(cells.iter().all(|cell| !cell.contains(['\n', '\r'])));
            }
        }
    }
}
