//! The invented people of the built-in examples in a service's own spreadsheet: nobody is
//! at their addresses.

use std::collections::BTreeSet;

use super::run::LetterRun;
use crate::assets::Assets;
use crate::diagnostics::{Failure, Problem, plural};
use crate::read::people::{People, PersonRow};

/// The spreadsheet of an example.
const EXAMPLE: &str = "people.csv";

impl LetterRun {
    /// What to say where letters of a real service go to the example's people. They may:
    /// somebody who has filled in everything else wants to see what comes out.
    ///
    /// # Errors
    /// Where what is built in cannot be read.
    pub(super) fn invented_people(&self, people: &People) -> Result<Option<Problem>, Failure> {
        if self.workspace.is_example() {
            return Ok(None);
        }
        let example = example_people()?;
        let invented = people.rows.iter().filter(|row| example.contains(&who(row)));
        let rows: Vec<usize> = invented.map(|row| row.row).collect();
        Ok(rows.first().map(|first| {
            let letters = plural(rows.len(), "letter");
            Problem::warning(format!(
                "{}:{first}: {letters} to invented people of the example, the first of them here",
                people.name
            ))
            .help("put your own people in their place before anything is posted")
        }))
    }
}

/// Name and postcode: what no real person shares with an invented one.
fn who(row: &PersonRow) -> (String, String) {
    let postcode = row.address.last().cloned().unwrap_or_default();
    (row.name.clone(), postcode)
}

fn example_people() -> Result<BTreeSet<(String, String)>, Failure> {
    let mut all = BTreeSet::new();
    for (_, example) in Assets::examples() {
        let file = example.service_file(EXAMPLE)?;
        all.extend(people_of(&file.map(|file| file.bytes).unwrap_or_default()));
    }
    Ok(all)
}

/// The people of one spreadsheet.
fn people_of(bytes: &[u8]) -> Vec<(String, String)> {
    let mut csv = csv::Reader::from_reader(bytes);
    let header = csv.headers().cloned().unwrap_or_default();
    let column = |name: &str| header.iter().position(|column| column == name);
    let (name, postcode) = (column("name"), column("postcode"));
    let cell = |row: &csv::StringRecord, column: Option<usize>| {
        let cell = column.and_then(|column| row.get(column));
        cell.unwrap_or_default().to_owned()
    };
    let rows = csv.records().filter_map(Result::ok);
    rows.map(|row| (cell(&row, name), cell(&row, postcode)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::example_people;

    #[test]
    fn the_examples_have_people() {
        let people = example_people().expect("built in");
        assert!(people.len() >= 5);
        let grace = ("Grace Adeyemi-Thornbury".into(), "LD94 8RS".into());
        assert!(people.contains(&grace));
    }
}
