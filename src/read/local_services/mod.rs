//! `local-services.csv`: other help near a service's patients.

mod columns;

use jiff::civil::Date;

pub use columns::COLUMNS;
use columns::Columns;

use super::people::ColumnWords;
use super::table::{self, Row};
use super::topics::Topics;
use super::{Reader, reach};
use crate::assets::File;
use crate::diagnostics::{Failure, Place, Problem, Severity, Sources, counted, listed};

/// The file, in the service's folder.
pub const FILE: &str = "local-services.csv";

/// Other help near a service's patients, and what it may be about.
#[derive(Debug, Clone)]
pub struct LocalServices {
    /// Those that somebody has checked, in the order of their file.
    pub list: Vec<LocalService>,
    /// The names of those that nobody has checked: they are printed nowhere.
    pub unchecked: Vec<String>,
    /// What they may help with.
    pub topics: Topics,
    /// What reading the file said, short of an error.
    pub notes: Vec<Problem>,
}

/// A local service other than the one that prints.
#[derive(Debug, Clone)]
pub struct LocalService {
    /// Its name.
    pub name: String,
    /// The ids of the topics it helps with.
    pub topics: Vec<String>,
    /// What it does.
    pub what: Option<String>,
    /// When it meets or is open.
    pub when: Option<String>,
    /// Where.
    pub r#where: Option<String>,
    /// Whom it is for.
    pub who_for: Option<String>,
    /// How one gets in: whether one may just come, or who has to ask.
    pub how_to_join: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// What helps to get in: steps, a hearing loop.
    pub access: Option<String>,
    /// The places whose people it is for; none where it is for everybody.
    pub areas: Vec<String>,
    /// A phone number, grouped as it is said.
    pub phone: Option<String>,
    /// An email address.
    pub email: Option<String>,
    /// A web address.
    pub website: Option<String>,
    /// Who checks this row; never printed.
    pub keeper: Option<String>,
    /// The day somebody last checked all this.
    pub checked: Date,
    /// The row in the spreadsheet: its header is row 1.
    pub row: usize,
    /// Its line in the file.
    pub place: Place,
}

impl Reader<'_> {
    /// The local services; none where there is no file.
    ///
    /// # Errors
    /// Every mistake in the file and in the list of topics.
    pub fn local_services(&mut self) -> Result<LocalServices, Failure> {
        let topics = self.topics()?;
        let mut all = LocalServices {
            list: Vec::new(),
            unchecked: Vec::new(),
            topics,
            notes: Vec::new(),
        };
        if let Some(file) = self.assets.service_file(FILE)? {
            let words = self.column_words()?;
            all.add(self.sources, &file, &words)?;
        }
        Ok(all)
    }
}

impl LocalServices {
    /// Adds what a file says.
    fn add(
        &mut self,
        sources: &Sources,
        file: &File,
        words: &ColumnWords,
    ) -> Result<(), Vec<Problem>> {
        let table = table::read(&file.name, &file.bytes)?;
        let source = sources.add(file.kind, &file.name, String::from_utf8_lossy(&file.bytes));
        let (columns, notes) = Columns::find(&table, words)?;
        let mut problems = Vec::new();
        let (mut unchecked, mut about_nothing) = (Vec::new(), Vec::new());
        for row in &table.rows {
            let place = sources.whole_line(source, row.line);
            let read = RowReader {
                row,
                columns: &columns,
                topics: &self.topics,
                place,
            };
            match read.service() {
                Ok(Some(service)) => {
                    if service.topics.is_empty() {
                        about_nothing.push((service.name.clone(), place));
                    }
                    self.list.push(service);
                }
                Ok(None) => unchecked.push((read.cell("name").unwrap_or_default(), place)),
                Err(found) => problems.extend(found),
            }
        }
        if !problems.is_empty() {
            return Err(counted(problems.into_iter().chain(notes).collect()));
        }
        self.notes = notes;
        self.notes.extend(not_checked(&unchecked));
        self.unchecked = unchecked.into_iter().map(|(name, _)| name).collect();
        self.notes.extend(without_topic(&about_nothing));
        Ok(())
    }
}

/// Rows that nobody has checked are not printed: a dead number is worse than none.
fn not_checked(rows: &[(String, Place)]) -> Option<Problem> {
    let (_, first) = rows.first()?;
    let names: Vec<&str> = rows.iter().map(|(name, _)| name.as_str()).collect();
    let is = if rows.len() == 1 { "is" } else { "are" };
    let message = format!(
        "{} {is} printed nowhere: nobody has checked {}",
        names_of(&names),
        if rows.len() == 1 { "it" } else { "them" }
    );
    let problem = Problem::warning(message).at(*first);
    Some(problem.help("ring or write to it, then put the day into `checked`, as in 2026-11-22"))
}

/// Rows that say nothing of what they help with: no guide about a topic finds them.
fn without_topic(rows: &[(String, Place)]) -> Option<Problem> {
    let (_, first) = rows.first()?;
    let names: Vec<&str> = rows.iter().map(|(name, _)| name.as_str()).collect();
    let has = if rows.len() == 1 { "has" } else { "have" };
    let problem = Problem::warning(format!(
        "{} {has} no topic, and stand only where a guide prints all services",
        names_of(&names)
    ));
    let problem = problem.at(*first);
    Some(problem.help("write one into the column `topic`, such as money, or several: mood; carers"))
}

/// Names as a message lists them, at most twenty.
pub fn names_of(names: &[&str]) -> String {
    const MOST: usize = 20;
    let mut said: Vec<String> = names
        .iter()
        .take(MOST)
        .map(|it| format!("`{it}`"))
        .collect();
    if names.len() > MOST {
        said.push(format!("{} more", names.len() - MOST));
    }
    listed(&said, "and")
}

/// One row on its way to a service.
struct RowReader<'a> {
    row: &'a Row,
    columns: &'a Columns,
    topics: &'a Topics,
    place: Place,
}

impl RowReader<'_> {
    fn cell(&self, column: &str) -> Option<String> {
        self.columns.cell(self.row, column)
    }

    /// The cells of a list, between `;`, `,` or `/`.
    fn list(&self, column: &str) -> Vec<String> {
        let cell = self.cell(column).unwrap_or_default();
        let parts = cell.split([';', ',', '/']).map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    }

    /// The service; none where nobody has checked it.
    fn service(&self) -> Result<Option<LocalService>, Vec<Problem>> {
        let mut problems = Vec::new();
        let name = self.needed("name", &mut problems);
        let topics = self.topics(&mut problems);
        let checked = self.cell("checked");
        let day = checked.as_deref().map(|text| (text, text.parse::<Date>()));
        if let Some((text, Err(_))) = &day {
            problems.push(
                Problem::error(format!("`{text}` is not a date"))
                    .help("write year, month and day, as in 2026-11-22"),
            );
        }
        problems.extend(self.unreachable());
        if problems
            .iter()
            .any(|problem| problem.severity == Severity::Error)
        {
            let problems = problems.into_iter();
            return Err(problems.map(|problem| self.placed(problem)).collect());
        }
        let Some((_, Ok(checked))) = day else {
            return Ok(None);
        };
        Ok(Some(LocalService {
            name,
            topics,
            what: self.cell("what"),
            when: self.cell("when"),
            r#where: self.cell("where"),
            who_for: self.cell("who-for"),
            how_to_join: self.cell("how-to-join"),
            cost: self.cell("cost"),
            access: self.cell("access"),
            areas: self.list("area"),
            phone: self.cell("phone"),
            email: self.cell("email"),
            website: self.cell("website"),
            keeper: self.cell("keeper"),
            checked,
            row: self.row.number,
            place: self.place,
        }))
    }

    fn placed(&self, problem: Problem) -> Problem {
        if problem.place.is_some() {
            problem
        } else {
            problem.at(self.place)
        }
    }

    fn needed(&self, column: &str, problems: &mut Vec<Problem>) -> String {
        self.cell(column).unwrap_or_else(|| {
            problems.push(
                Problem::error(format!("`{column}` is blank"))
                    .help("fill it in, or delete the row"),
            );
            String::new()
        })
    }

    fn topics(&self, problems: &mut Vec<Problem>) -> Vec<String> {
        let mut known: Vec<String> = Vec::new();
        for word in self.list("topic") {
            match self.topics.find(&word) {
                Some(topic) if known.iter().any(|known| known == topic) => {}
                Some(topic) => known.push(topic.to_owned()),
                None => {
                    let problem = self.topics.unknown(&word, self.place);
                    problems.push(problem.on_words("", 0, &word));
                }
            }
        }
        known
    }

    /// What nobody could ring, write to or open.
    fn unreachable(&self) -> Vec<Problem> {
        type Check = fn(&str) -> Option<reach::Mistake>;
        let ways: [(&str, Check, _); 3] = [
            ("phone", reach::phone, reach::PHONE_RULE),
            ("email", reach::email, reach::ADDRESS_RULE),
            ("website", reach::website, reach::ADDRESS_RULE),
        ];
        if ways.iter().all(|(column, ..)| self.cell(column).is_none()) {
            return vec![
                Problem::error("there is no phone, email or website")
                    .help("fill in one of them: a reader has to be able to get in touch"),
            ];
        }
        let mistakes = ways.into_iter().filter_map(|(column, mistake, rule)| {
            let (message, help) = mistake(&self.cell(column)?)?;
            Some(Problem::error(message).rule(rule).help(help))
        });
        mistakes.collect()
    }
}
