//! A folder of HSDS CSV tables, put together into the records that JSON has.

use std::collections::HashMap;
use std::path::Path;

use serde_json::{Map, Value};

use crate::assets::{FileKind, read_file, shown_name};
use crate::diagnostics::{Failure, Problem, Severity};
use crate::read::people::bare;
use crate::read::table::{self, Asked};

/// The services of a folder.
pub struct Tables {
    /// Each service, and the words for where it stands.
    pub services: Vec<super::Record>,
    /// Rows that could not be read.
    pub said: Vec<Problem>,
}

/// A row of a table, by the names of its columns.
struct Entry {
    row: usize,
    cells: Map<String, Value>,
}

/// The tables that are read, by what their files are called without blanks and marks, and
/// the key that JSON has for them.
const TABLES: [(&str, &str); 27] = [
    ("service", "services"),
    ("services", "services"),
    ("location", "locations"),
    ("locations", "locations"),
    ("phone", "phones"),
    ("phones", "phones"),
    ("contact", "contacts"),
    ("contacts", "contacts"),
    ("schedule", "schedules"),
    ("schedules", "schedules"),
    ("regularschedule", "schedules"),
    ("regularschedules", "schedules"),
    ("address", "addresses"),
    ("addresses", "addresses"),
    ("physicaladdresses", "addresses"),
    ("serviceatlocation", "service_at_locations"),
    ("serviceatlocations", "service_at_locations"),
    ("costoptions", "cost_options"),
    ("eligibilitys", "eligibilitys"),
    ("eligibilities", "eligibilitys"),
    ("eligibility", "eligibilitys"),
    ("serviceareas", "service_areas"),
    ("accessibility", "accessibility"),
    ("accessibilityfordisabilities", "accessibility"),
    ("servicetaxonomies", "attributes"),
    ("servicetaxonomys", "attributes"),
    ("attributes", "attributes"),
];

/// The tables of words that others are about.
const TERMS: [&str; 5] = [
    "taxonomy",
    "taxonomies",
    "taxonomyterm",
    "taxonomyterms",
    "taxonomys",
];

/// Reads a folder.
///
/// # Errors
/// Where it holds no table of services, or one that cannot be read at all.
pub fn read(folder: &Path, name: &str) -> Result<Tables, Failure> {
    let mut said = Vec::new();
    let mut tables: HashMap<&'static str, Vec<Entry>> = HashMap::new();
    let mut terms: HashMap<String, Value> = HashMap::new();
    let mut services_file = String::new();
    for (file, stem) in csv_files(folder, name)? {
        let known = TABLES.iter().find(|(known, _)| *known == stem);
        let is_terms = TERMS.contains(&stem.as_str());
        if known.is_none() && !is_terms {
            continue;
        }
        let entries = entries(folder, name, &file, &mut said)?;
        if is_terms {
            let named = entries.into_iter();
            terms.extend(named.filter_map(|it| Some((id(&it, "id")?, Value::Object(it.cells)))));
        } else if let Some((_, key)) = known {
            if *key == "services" {
                services_file.clone_from(&file);
            }
            tables.entry(*key).or_default().extend(entries);
        }
    }
    let Some(services) = tables.remove("services") else {
        return Err(Problem::error(format!("`{name}` holds no `services.csv`"))
            .help("name the folder with the CSV tables, or a file of JSON")
            .into());
    };
    let services = together(services, tables, &terms);
    let services = services.into_iter().map(|entry| {
        let place = format!("`{name}/{services_file}`, row {}", entry.row);
        (place, Value::Object(entry.cells))
    });
    Ok(Tables {
        services: services.collect(),
        said,
    })
}

/// The names of the CSV files of a folder, in order, and what they are called without blanks
/// and marks.
fn csv_files(folder: &Path, name: &str) -> Result<Vec<(String, String)>, Failure> {
    let entries = folder.read_dir().map_err(|error| {
        Failure::machine(
            format!("`{name}` cannot be read"),
            "check that you may open it",
        )
        .because(error)
    })?;
    let names = entries.flatten().map(|entry| entry.file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let mut files: Vec<(String, String)> = names
        .filter_map(|file| {
            let lower = file.to_lowercase();
            let stem = lower.strip_suffix(".csv")?;
            let stem = bare(stem);
            Some((file, stem))
        })
        .collect();
    files.sort();
    Ok(files)
}

/// The rows of a table. What is wrong with single rows is said, and they are left out.
fn entries(
    folder: &Path,
    name: &str,
    file: &str,
    said: &mut Vec<Problem>,
) -> Result<Vec<Entry>, Failure> {
    let shown = format!("{name}/{}", shown_name(file));
    let bytes = read_file(&folder.join(file), &shown, FileKind::LocalServices)?;
    let table = table::survey(&shown, &bytes.unwrap_or_default(), &Asked::default())?;
    for fault in &table.faults {
        let problem = fault.problem.clone().severity(Severity::Warning);
        said.push(problem.help("the row is left out"));
    }
    let header: Vec<String> = table.header.iter().map(|it| column(it)).collect();
    let mut entries = Vec::new();
    for row in &table.rows {
        // A cell that must not be printed is no reason to lose the service.
        let is_good = |at: usize| {
            let mut suspects = table.suspects.iter();
            !suspects.any(|it| it.row == row.number && it.column == at)
        };
        let cells = header.iter().zip(&row.cells).enumerate();
        let cells = cells.filter(|(at, (_, cell))| !cell.trim().is_empty() && is_good(*at));
        entries.push(Entry {
            row: row.number,
            cells: cells
                .map(|(_, (column, cell))| (column.clone(), Value::from(cell.trim())))
                .collect(),
        });
    }
    Ok(entries)
}

fn column(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

fn id(entry: &Entry, key: &str) -> Option<String> {
    entry.cells.get(key)?.as_str().map(str::to_owned)
}

/// Puts every row under the row that it names.
fn together(
    mut services: Vec<Entry>,
    mut tables: HashMap<&'static str, Vec<Entry>>,
    terms: &HashMap<String, Value>,
) -> Vec<Entry> {
    let mut take = |key: &str| tables.remove(key).unwrap_or_default();
    let mut locations = take("locations");
    let mut at = take("service_at_locations");
    let mut contacts = take("contacts");
    for (key, list) in [
        ("addresses", take("addresses")),
        ("accessibility", take("accessibility")),
    ] {
        hang(&mut locations, "location_id", key, &list);
    }
    let phones = take("phones");
    hang(&mut locations, "location_id", "phones", &phones);
    hang(&mut contacts, "contact_id", "phones", &phones);
    let by_id: HashMap<String, &Entry> = locations
        .iter()
        .filter_map(|it| Some((id(it, "id")?, it)))
        .collect();
    for entry in &mut at {
        let location = id(entry, "location_id").and_then(|id| by_id.get(&id));
        if let Some(location) = location {
            let location = Value::Object(location.cells.clone());
            entry.cells.insert("location".to_owned(), location);
        }
    }
    let schedules = take("schedules");
    hang(&mut at, "service_at_location_id", "schedules", &schedules);
    let mut attributes = take("attributes");
    for entry in &mut attributes {
        let keys = ["taxonomy_term_id", "taxonomy_id"];
        let term = keys.iter().find_map(|key| terms.get(&id(entry, key)?));
        if let Some(term) = term {
            entry.cells.insert("taxonomy".to_owned(), term.clone());
        }
        // Version 3 names whatever it is about in a column of its own.
        if let Some(link) = entry.cells.get("link_id").cloned() {
            entry.cells.entry("service_id").or_insert(link);
        }
    }
    let lists = [
        ("service_at_locations", at),
        ("contacts", contacts),
        ("phones", phones),
        ("schedules", schedules),
        ("attributes", attributes),
        ("cost_options", take("cost_options")),
        ("eligibilitys", take("eligibilitys")),
        ("service_areas", take("service_areas")),
    ];
    for (key, list) in &lists {
        hang(&mut services, "service_id", key, list);
    }
    services
}

/// Puts rows under those whose `id` they name in a column.
fn hang(above: &mut [Entry], column: &str, key: &str, rows: &[Entry]) {
    let mut lists: HashMap<String, Vec<Value>> = HashMap::new();
    for row in rows {
        if let Some(id) = id(row, column) {
            let list = lists.entry(id).or_default();
            list.push(Value::Object(row.cells.clone()));
        }
    }
    for entry in above {
        if let Some(list) = id(entry, "id").and_then(|id| lists.remove(&id)) {
            entry.cells.insert(key.to_owned(), Value::Array(list));
        }
    }
}
