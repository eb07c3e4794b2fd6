//! The first row of `local-services.csv`: which column is which.

use std::collections::BTreeMap;

use crate::diagnostics::{Problem, did_you_mean, one_of};
use crate::read::people::{ColumnWords, bare};
use crate::read::table::{Row, Table, column_letters};

/// The columns there are, as files that this program writes have them.
pub const COLUMNS: [&str; 15] = [
    "name",
    "topic",
    "what",
    "when",
    "where",
    "who-for",
    "how-to-join",
    "cost",
    "access",
    "area",
    "phone",
    "email",
    "website",
    "keeper",
    "checked",
];

/// Those without which no row can be read.
const NEEDED: [&str; 3] = ["name", "topic", "checked"];

/// Where each of [`COLUMNS`] that is there stands.
pub struct Columns(BTreeMap<&'static str, usize>);

impl Columns {
    /// Finds them, and notes the columns that are none of ours: nothing of them is printed.
    ///
    /// # Errors
    /// A column that is there twice, and one that is missing.
    pub fn find(table: &Table, words: &ColumnWords) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let mut found: BTreeMap<&'static str, usize> = BTreeMap::new();
        let (mut problems, mut notes) = (Vec::new(), Vec::new());
        let in_header = |what: String| Problem::error(format!("{}:1: {what}", table.name));
        for (at, heading) in table.header.iter().enumerate() {
            if heading.trim().is_empty() {
                continue;
            }
            let Some(ours) = meant(heading, words) else {
                notes.push(unknown(table, heading));
                continue;
            };
            if let Some(first) = found.insert(ours, at) {
                let letters = [first, at].map(column_letters);
                problems.push(
                    in_header(format!(
                        "`{}` (column {}) and `{heading}` (column {}) are both the column `{ours}`",
                        table.header[first], letters[0], letters[1]
                    ))
                    .help("put what they say into one of them, and delete the other"),
                );
            }
        }
        for column in NEEDED {
            if !found.contains_key(column) {
                problems.push(
                    in_header(format!("the column `{column}` is missing"))
                        .help("add it to the first row, and fill it in for every service"),
                );
            }
        }
        if problems.is_empty() {
            Ok((Self(found), notes))
        } else {
            Err([problems, notes].concat())
        }
    }

    /// What a row says in a column: one line, none where it is blank.
    pub fn cell(&self, row: &Row, column: &str) -> Option<String> {
        let text = row.cells.get(*self.0.get(column)?)?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    }
}

/// Which of ours a heading means.
fn meant(heading: &str, words: &ColumnWords) -> Option<&'static str> {
    let called = |column: &&str| bare(column) == bare(heading);
    let mut columns = COLUMNS.into_iter();
    let own = columns.find(|column| called(column));
    own.or_else(|| {
        let mut columns = COLUMNS.into_iter();
        columns.find(|column| words.means_locally(heading, column))
    })
}

fn unknown(table: &Table, heading: &str) -> Problem {
    Problem::note(format!(
        "{}:1: `{heading}` is not a column here, and nothing of it is printed",
        table.name
    ))
    .maybe_help(did_you_mean(heading, COLUMNS))
    .help(format!("the columns are {}", one_of(COLUMNS)))
}
