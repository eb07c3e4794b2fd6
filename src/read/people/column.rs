//! Which column is which.

use super::{Declared, FieldType, Wanted};
use crate::diagnostics::{Help, Problem, Way, closest, did_you_mean};
use crate::read::table::{Table, column_letters};

pub(super) const NAME: &str = "name";
pub(super) const APPOINTMENT_DATE: &str = "appointment date";
pub(super) const APPOINTMENT_TIME: &str = "appointment time";
pub(super) const PLACE: &str = "place";
pub(super) const REFERENCE: &str = "reference";
pub(super) const POSTCODE: &str = "postcode";

/// The columns every spreadsheet of people has, beside those of the address.
const REQUIRED: [&str; 5] = [NAME, APPOINTMENT_DATE, APPOINTMENT_TIME, PLACE, REFERENCE];

/// The columns of the address, in the order in which they are printed.
pub(super) const ADDRESS: [&str; 8] = [
    "address line 1",
    "address line 2",
    "address line 3",
    "address line 4",
    "address line 5",
    "address line 6",
    "address line 7",
    POSTCODE,
];

/// Any three columns are enough for an address (notifications-utils, recipients.py).
const FEWEST_ADDRESS_COLUMNS: usize = 3;

/// Where each thing stands: indices into a row's cells.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) name: usize,
    pub(super) address: Vec<(&'static str, usize)>,
    pub(super) appointment_date: usize,
    pub(super) appointment_time: usize,
    pub(super) place: usize,
    pub(super) reference: usize,
    pub(super) fields: Vec<Field>,
    /// What files are called after.
    pub(super) name_by: Option<usize>,
    /// The note about columns that nothing is done with.
    pub(super) unused: Option<Problem>,
}

/// A field of the guide that the spreadsheet has a column for.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) declared: Declared,
    pub(super) index: usize,
}

impl Columns {
    /// Finds every column.
    ///
    /// # Errors
    /// No address columns, otherwise repeated, otherwise missing, otherwise mistyped ones.
    pub(super) fn find(table: &Table, wanted: &Wanted) -> Result<Self, Vec<Problem>> {
        let declared = wanted.declared;
        let keys: Vec<String> = table.header.iter().map(|name| plain(name)).collect();
        let position = |wanted: &str| keys.iter().position(|key| *key == plain(wanted));

        let address: Vec<(&'static str, usize)> = ADDRESS
            .into_iter()
            .filter_map(|wanted| Some((wanted, position(wanted)?)))
            .collect();
        enough_for_an_address(table, &address)?;

        let known: Vec<&str> = REQUIRED
            .into_iter()
            .chain(ADDRESS)
            .chain(declared.iter().map(|field| field.key.as_str()))
            .chain(wanted.name_by)
            .collect();
        none_twice(table, &keys, &known)?;

        let spare = Spare::of(table, &keys, &known);
        let required = declared.iter().filter(|field| field.required);
        let missing: Vec<Problem> = REQUIRED
            .into_iter()
            .chain(required.map(|field| field.key.as_str()))
            .filter(|wanted| position(wanted).is_none())
            .map(|wanted| spare.missing(&table.name, wanted))
            .collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        let name_by = wanted.name_by.filter(|name| position(name).is_none());
        if let Some(name) = name_by {
            return Err(vec![no_such_column(table, name)]);
        }
        let mistyped = spare.mistyped(&table.name, &known, &keys);
        if !mistyped.is_empty() {
            return Err(mistyped);
        }
        let find = |wanted| position(wanted).ok_or_else(Vec::new);
        Ok(Self {
            name: find(NAME)?,
            address,
            appointment_date: find(APPOINTMENT_DATE)?,
            appointment_time: find(APPOINTMENT_TIME)?,
            place: find(PLACE)?,
            reference: find(REFERENCE)?,
            fields: declared
                .iter()
                .filter_map(|field| {
                    Some(Field {
                        declared: field.clone(),
                        index: position(&field.key)?,
                    })
                })
                .collect(),
            name_by: wanted.name_by.and_then(&position),
            unused: spare.note(&table.name),
        })
    }

    /// What messages call a column that letters use.
    pub(super) fn name_of(&self, index: usize) -> Option<&str> {
        let dates = [
            (APPOINTMENT_DATE, self.appointment_date),
            (APPOINTMENT_TIME, self.appointment_time),
        ];
        let fields = self.fields.iter();
        let fields = fields.map(|field| (field.declared.key.as_str(), field.index));
        self.of_words()
            .chain(dates)
            .chain(fields)
            .find(|(_, used)| *used == index)
            .map(|(name, _)| name)
    }

    /// The columns that hold words, and never a day or a time.
    pub(super) fn of_words(&self) -> impl Iterator<Item = (&str, usize)> {
        let own = [
            (NAME, self.name),
            (PLACE, self.place),
            (REFERENCE, self.reference),
        ];
        let fields = self.fields.iter();
        let fields = fields.filter(|field| field.declared.kind == FieldType::Text);
        let fields = fields.map(|field| (field.declared.key.as_str(), field.index));
        own.into_iter()
            .chain(self.address.iter().copied())
            .chain(fields)
    }
}

/// A column's name without what does not count: case, spaces, `_` and `-`.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '_' | '-'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Three columns, or fewer where the whole address stands in one cell of several lines.
fn enough_for_an_address(table: &Table, address: &[(&str, usize)]) -> Result<(), Vec<Problem>> {
    let several_lines = || {
        table.rows.iter().any(|row| {
            address
                .iter()
                .filter_map(|(_, index)| row.cells.get(*index))
                .any(|cell| cell.contains('\n'))
        })
    };
    if address.len() >= FEWEST_ADDRESS_COLUMNS || several_lines() {
        return Ok(());
    }
    let file = &table.name;
    let message = match address {
        [] => format!("{file} has no columns for an address"),
        [(only, _)] => format!("{file} has only the column `{only}` for an address"),
        _ => format!("{file} has only {} columns for an address", address.len()),
    };
    Err(vec![Problem::error(message).help(
        "name them `address line 1`, `address line 2` and so on up to 6, and `postcode`, \
         in the first row of the spreadsheet",
    )])
}

/// The column that files are to be called after is not there.
fn no_such_column(table: &Table, wanted: &str) -> Problem {
    let shown = || {
        let names = table.header.iter().map(String::as_str);
        names.filter(|name| is_shown(name))
    };
    Problem::error(format!(
        "{} has no column `{wanted}` to call the files after",
        table.name
    ))
    .maybe_help(did_you_mean(wanted, shown()))
    .help(Help::from(Way::NameBy).then(" the name of a column, such as `reference`"))
}

fn none_twice(table: &Table, keys: &[String], known: &[&str]) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for wanted in known {
        let key = plain(wanted);
        let letters: Vec<String> = keys
            .iter()
            .enumerate()
            .filter(|(_, found)| **found == key)
            .map(|(index, _)| column_letters(index))
            .collect();
        // A guide may declare a field under the name of a column that is there anyway.
        if letters.len() > 1 && !seen.contains(&key) {
            problems.push(
                Problem::error(format!(
                    "{} has the column `{wanted}` {} times: {}",
                    table.name,
                    letters.len(),
                    letters.join(", ")
                ))
                .help("keep the one that is right and delete or rename the others"),
            );
        }
        seen.push(key);
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// The columns that nothing is done with.
struct Spare<'t> {
    names: Vec<&'t str>,
    /// The letters of columns that have no name, or none that can be shown.
    unnamed: Vec<String>,
}

impl<'t> Spare<'t> {
    fn of(table: &'t Table, keys: &[String], known: &[&str]) -> Self {
        let known_names = known;
        let known: Vec<String> = known.iter().map(|name| plain(name)).collect();
        let mut spare = Self {
            names: Vec::new(),
            unnamed: Vec::new(),
        };
        for (index, (name, key)) in table.header.iter().zip(keys).enumerate() {
            if known.contains(key) {
                continue;
            }
            if !key.is_empty()
                && (is_shown(name) || closest(name, known_names.iter().copied()).is_some())
            {
                spare.names.push(name);
            } else if !key.is_empty()
                || table
                    .rows
                    .iter()
                    .filter_map(|row| row.cells.get(index))
                    .any(|cell| !cell.trim().is_empty())
            {
                spare.unnamed.push(column_letters(index));
            }
        }
        spare
    }

    fn missing(&self, file: &str, wanted: &str) -> Problem {
        let like = self
            .names
            .iter()
            .find(|name| did_you_mean(name, [wanted]).is_some());
        let help = match (like, wanted) {
            (Some(name), _) => {
                format!("if the column `{name}` holds it, change that name to `{wanted}`")
            }
            (None, REFERENCE) => {
                format!("add a column named `{wanted}`; its cells may stay empty")
            }
            (None, _) => format!("add a column named `{wanted}`, with a cell for every person"),
        };
        Problem::error(format!("{file} has no column `{wanted}`")).help(help)
    }

    /// Columns whose names look like ones that are not there: a line of the address
    /// that is never printed sends the letter to nobody.
    fn mistyped(&self, file: &str, known: &[&str], keys: &[String]) -> Vec<Problem> {
        let free: Vec<&str> = known
            .iter()
            .copied()
            .filter(|name| !keys.contains(&plain(name)))
            .collect();
        let like = |name| closest(name, free.iter().copied());
        self.names
            .iter()
            .filter_map(|name| Some((name, like(name)?)))
            .map(|(name, wanted)| {
                Problem::error(format!(
                    "{file} has a column `{name}`, which no letter uses"
                ))
                .help(format!("if it is meant, change its name to `{wanted}`"))
                .help("if not, delete the column, or give it a name of its own")
            })
            .collect()
    }

    fn note(&self, file: &str) -> Option<Problem> {
        let named = self.names.iter().map(|name| format!("`{name}`"));
        let unnamed = self
            .unnamed
            .iter()
            .map(|letters| format!("column {letters}"));
        let all: Vec<String> = named.chain(unnamed).collect();
        if all.is_empty() {
            return None;
        }
        let message = format!("{file}: not used in the letters: {}", all.join(", "));
        let help = "nothing to do, unless a letter should say something from there";
        Some(Problem::note(message).help(help))
    }
}

/// Whether a header cell can be shown: in a file without a header, a person
/// stands there.
fn is_shown(name: &str) -> bool {
    name.chars().count() <= 24 && !name.chars().any(|character| character.is_ascii_digit())
}
