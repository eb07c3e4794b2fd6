//! `local-services.csv`: other help near a service's patients.

use jiff::civil::Date;

use super::reach;
use super::table::{self, Row, Table};
use crate::assets::File;
use crate::diagnostics::{Place, Problem, Sources, counted, did_you_mean, one_of};

/// The file, in the service's folder.
pub const FILE: &str = "local-services.csv";

const COLUMNS: [&str; 8] = [
    "name", "topic", "what", "when", "phone", "email", "website", "checked",
];

/// A local service other than the one that prints.
#[derive(Debug, Clone)]
pub struct LocalService {
    /// Its name.
    pub name: String,
    /// What it helps with: one or several topics.
    pub topics: Vec<String>,
    /// What it does.
    pub what: Option<String>,
    /// When and where it meets.
    pub when: Option<String>,
    /// A phone number, grouped as it is said.
    pub phone: Option<String>,
    /// An email address.
    pub email: Option<String>,
    /// A web address.
    pub website: Option<String>,
    /// The day somebody last checked all this.
    pub checked: Date,
    /// The row in the spreadsheet: its header is row 1.
    pub row: usize,
    /// Its line in the file.
    pub place: Place,
}

/// Reads the file.
pub fn read(sources: &Sources, file: &File) -> Result<Vec<LocalService>, Vec<Problem>> {
    let table = table::read(&file.name, &file.bytes)?;
    let source = sources.add(file.kind, &file.name, String::from_utf8_lossy(&file.bytes));
    let columns = columns(&table)?;
    let mut services = Vec::new();
    let mut problems = Vec::new();
    for row in &table.rows {
        let place = sources.whole_line(source, row.line);
        match service(row, &columns, place) {
            Ok(service) => services.push(service),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() {
        Ok(services)
    } else {
        Err(counted(problems))
    }
}

/// For each of [`COLUMNS`], where it stands in the file.
fn columns(table: &Table) -> Result<[Option<usize>; 8], Vec<Problem>> {
    let header: Vec<String> = table
        .header
        .iter()
        .map(|name| name.trim().to_lowercase())
        .collect();
    let mut problems: Vec<Problem> = header
        .iter()
        .filter(|name| !name.is_empty() && !COLUMNS.contains(&name.as_str()))
        .map(|name| {
            Problem::error(format!("{}:1: `{name}` is not a column here", table.name))
                .maybe_help(did_you_mean(name, COLUMNS))
                .help(format!("the columns are {}", one_of(COLUMNS)))
        })
        .collect();
    let found = COLUMNS.map(|column| header.iter().position(|name| name == column));
    for (column, place) in COLUMNS.iter().zip(&found) {
        if place.is_none() && matches!(*column, "name" | "topic" | "checked") {
            problems.push(
                Problem::error(format!(
                    "{}:1: the column `{column}` is missing",
                    table.name
                ))
                .help("add it to the first row, and fill it in for every service"),
            );
        }
    }
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(problems)
    }
}

fn service(
    row: &Row,
    columns: &[Option<usize>; 8],
    place: Place,
) -> Result<LocalService, Vec<Problem>> {
    let cell = |index: usize| -> Option<String> {
        let text = row.cells.get(columns[index]?)?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    };
    let mut problems = Vec::new();
    let mut needed = |index: usize| {
        cell(index).unwrap_or_else(|| {
            problems.push(
                Problem::error(format!("`{}` is blank", COLUMNS[index]))
                    .help("fill it in, or delete the row"),
            );
            String::new()
        })
    };
    let name = needed(0);
    let topics = needed(1);
    let checked = needed(7);
    let day = checked.parse::<Date>();
    if day.is_err() && !checked.is_empty() {
        problems.push(
            Problem::error(format!("`{checked}` is not a date"))
                .help("write year, month and day, as in 2026-11-22"),
        );
    }
    let ways = [
        (
            cell(4).and_then(|text| reach::phone(&text)),
            reach::PHONE_RULE,
        ),
        (
            cell(5).and_then(|text| reach::email(&text)),
            reach::ADDRESS_RULE,
        ),
        (
            cell(6).and_then(|text| reach::website(&text)),
            reach::ADDRESS_RULE,
        ),
    ];
    for (mistake, rule) in ways {
        let Some((message, help)) = mistake else {
            continue;
        };
        let problem = Problem::error(message).rule(rule);
        problems.push(problem.help(help));
    }
    if [4, 5, 6].iter().all(|index| cell(*index).is_none()) {
        problems.push(
            Problem::error("there is no phone, email or website")
                .help("fill in one of them: a reader has to be able to get in touch"),
        );
    }
    match day {
        Ok(checked) if problems.is_empty() => Ok(LocalService {
            name,
            topics: topics
                .split([';', ',', '/'])
                .map(|topic| topic.trim().to_lowercase())
                .collect(),
            what: cell(2),
            when: cell(3),
            phone: cell(4),
            email: cell(5),
            website: cell(6),
            checked,
            row: row.number,
            place,
        }),
        _ => {
            let problems = problems.into_iter();
            Err(problems.map(|problem| problem.at(place)).collect())
        }
    }
}
