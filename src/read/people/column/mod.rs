//! Which column is which.

mod finding;
mod heading;
mod spare;
mod words;

pub(crate) use heading::{Column, Headings};
pub(crate) use spare::is_shown;
pub use words::ColumnWords;
pub(crate) use words::{Piece, bare, same_words};

use std::collections::{BTreeMap, BTreeSet};

use super::{Declared, FieldType, Wanted};
use crate::diagnostics::{Problem, did_you_mean, one_of};
use crate::read::table::Table;
use finding::Finding;

pub(crate) const NAME: &str = "name";
pub(crate) const APPOINTMENT_DATE: &str = "appointment date";
pub(crate) const APPOINTMENT_TIME: &str = "appointment time";
pub(crate) const PLACE: &str = "place";
pub(crate) const REFERENCE: &str = "reference";
pub(crate) const POSTCODE: &str = "postcode";
pub(crate) const FORMAT: &str = "format";
pub(crate) const LANGUAGE: &str = "language";
pub(crate) const LETTER: &str = "letter";

/// The columns that letters need, beside those of the address.
pub(crate) const REQUIRED: [&str; 5] = [NAME, APPOINTMENT_DATE, APPOINTMENT_TIME, PLACE, REFERENCE];

/// Those of them that only letters need which show an appointment.
const APPOINTMENT: [&str; 3] = [APPOINTMENT_DATE, APPOINTMENT_TIME, PLACE];

/// The columns that say how somebody wants their letter.
const WISHES: [&str; 3] = [FORMAT, LANGUAGE, LETTER];

/// The columns of the address, in the order in which they are printed.
pub(crate) const ADDRESS: [&str; 8] = [
    "address line 1",
    "address line 2",
    "address line 3",
    "address line 4",
    "address line 5",
    "address line 6",
    "address line 7",
    POSTCODE,
];

/// Where each thing stands.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) name: Column,
    pub(super) address: Vec<Column>,
    /// Whether one cell holds the whole address, but perhaps for the postcode.
    pub(super) whole_address: bool,
    /// None where no letter shows an appointment: then nothing is done with these columns.
    pub(super) appointment: Option<AppointmentColumns>,
    pub(super) reference: Column,
    pub(super) format: Option<Column>,
    pub(super) language: Option<Column>,
    pub(super) letter: Option<Column>,
    /// The guides' own fields that the spreadsheet has, by their keys, and whether they
    /// hold words.
    pub(super) fields: BTreeMap<String, (Column, bool)>,
    /// What files are called after.
    pub(super) name_by: Option<Column>,
    /// What was decided about its columns: for whoever reads the summary.
    pub(super) notes: Vec<Problem>,
}

/// Where it stands when and where somebody is expected.
#[derive(Debug)]
pub(super) struct AppointmentColumns {
    pub(super) date: Column,
    /// That of the day, where one cell holds both.
    pub(super) time: Column,
    pub(super) place: Column,
}

impl Columns {
    /// Finds every column.
    ///
    /// # Errors
    /// Everything that is missing, is there twice or may be one of two; everything that
    /// is there, sounds as if it mattered and is not used.
    pub(super) fn find(table: &Table, wanted: &Wanted) -> Result<Self, Vec<Problem>> {
        let headings = Headings::new(table, &wanted.settings.columns, wanted.words);
        let mut finding = Finding::new(table, &headings);
        let declared = declared(wanted);
        let needed = needed(wanted);
        for ours in needed.iter().chain(&ADDRESS) {
            finding.look_for(ours);
        }
        // A guide may have a field of its own under one of these names.
        let is_declared = |name: &str| declared.keys().any(|key| bare(key) == bare(name));
        for wish in WISHES.into_iter().filter(|wish| !is_declared(wish)) {
            finding.look_for(wish);
        }
        for key in declared.keys() {
            finding.look_for(key);
        }
        finding.enough_for_an_address();
        finding.time_of_the_day(wanted);
        let name_by = wanted.name_by.and_then(|name| finding.name_by(name));
        let required = declared.iter().filter(|(_, required)| **required);
        let required: Vec<&str> = needed
            .iter()
            .copied()
            .chain(required.map(|(key, _)| key.as_str()))
            .collect();
        let Finding {
            found,
            mut problems,
            ..
        } = finding;
        let used: BTreeSet<usize> = found
            .values()
            .chain(&name_by)
            .flat_map(|column| column.at.iter().copied())
            .collect();
        let others = || {
            let declared = declared.keys().map(String::as_str);
            ADDRESS.into_iter().chain(declared)
        };
        let known: Vec<&str> = needed.iter().copied().chain(others()).collect();
        let is_free = |name: &str| !found.contains_key(name) && headings.called(name).is_empty();
        let free = known.iter().filter(|name| is_free(name));
        let spare = spare::Spare {
            table,
            headings: &headings,
            words: wanted.words,
            unused: &wanted.settings.unused_columns,
            used: &used,
            free: free.copied().collect(),
        };
        let address = address_of(&found);
        problems.extend(spare.problems(&required, &address));
        // The settings are for the service's other letters too, which show an appointment.
        let in_settings: Vec<&str> = REQUIRED.into_iter().chain(others()).collect();
        problems.extend(unknown_keys(wanted, &in_settings));
        if !problems.is_empty() {
            return Err(problems);
        }
        let take = |ours: &str| found.get(ours).cloned().ok_or_else(Vec::new);
        Ok(Self {
            name: take(NAME)?,
            whole_address: is_whole(&address),
            address,
            appointment: if shows_appointment(wanted) {
                Some(AppointmentColumns {
                    date: take(APPOINTMENT_DATE)?,
                    time: take(APPOINTMENT_TIME)?,
                    place: take(PLACE)?,
                })
            } else {
                None
            },
            reference: take(REFERENCE)?,
            format: take(FORMAT).ok(),
            language: take(LANGUAGE).ok(),
            letter: take(LETTER).ok(),
            fields: declared
                .keys()
                .filter_map(|key| {
                    let column = found.get(key)?.clone();
                    Some((key.clone(), (column, holds_words(wanted, key))))
                })
                .collect(),
            name_by,
            notes: read_as(table, &found)
                .into_iter()
                .chain(spare.note())
                .collect(),
        })
    }
}

impl Columns {
    /// Every column that a letter uses, which shows an appointment or does not; and whether
    /// it holds words, and never a day or a time.
    pub(super) fn used(&self, shows_appointment: bool) -> impl Iterator<Item = (&Column, bool)> {
        let appointment = self.appointment.iter().filter(move |_| shows_appointment);
        let appointment = appointment.flat_map(|columns| {
            [
                (&columns.date, false),
                (&columns.time, false),
                (&columns.place, true),
            ]
        });
        let own = std::iter::once((&self.name, true))
            .chain(appointment)
            .chain([(&self.reference, true)]);
        let wishes = [&self.format, &self.language, &self.letter];
        let fields = self.fields.values();
        own.chain(self.address.iter().map(|column| (column, true)))
            .chain(wishes.into_iter().flatten().map(|column| (column, true)))
            .chain(fields.map(|(column, words)| (column, *words)))
    }
}

/// Whether a letter that rows may ask for shows an appointment.
fn shows_appointment(wanted: &Wanted) -> bool {
    wanted.letters.iter().any(|letter| letter.shows_appointment)
}

/// The columns that these letters need, beside those of the address.
fn needed(wanted: &Wanted) -> Vec<&'static str> {
    let with_appointment = shows_appointment(wanted);
    let is_needed = |name: &&str| with_appointment || !APPOINTMENT.contains(name);
    REQUIRED.into_iter().filter(is_needed).collect()
}

/// The fields of every letter, and whether one of them needs it.
fn declared(wanted: &Wanted) -> BTreeMap<String, bool> {
    let mut declared = BTreeMap::new();
    let fields = wanted.letters.iter().flat_map(|letter| &letter.declared);
    for Declared { key, required, .. } in fields {
        *declared.entry(key.clone()).or_default() |= required;
    }
    declared
}

/// Whether words stand in a field, in whatever letter has it.
fn holds_words(wanted: &Wanted, key: &str) -> bool {
    let mut fields = wanted.letters.iter().flat_map(|letter| &letter.declared);
    fields.any(|field| field.key == key && field.kind == FieldType::Text)
}

fn address_of(found: &BTreeMap<String, Column>) -> Vec<Column> {
    let lines = ADDRESS.into_iter();
    lines.filter_map(|line| found.get(line).cloned()).collect()
}

/// One column for the address, and perhaps one for the postcode.
fn is_whole(address: &[Column]) -> bool {
    let lines = address.iter().filter(|column| column.ours != POSTCODE);
    lines.count() == 1
}

/// Keys of `letters: columns:` that name nothing a letter has.
fn unknown_keys(wanted: &Wanted, known: &[&str]) -> Vec<Problem> {
    let known: Vec<&str> = known.iter().copied().chain(WISHES).collect();
    let is_known = |key: &str| known.iter().any(|name| bare(name) == bare(key));
    let keys = wanted.settings.columns.iter();
    let strays = keys.filter(|(key, _)| !is_known(key));
    strays
        .filter_map(|(key, names)| {
            let meant = did_you_mean(key, known.iter().copied());
            // Another letter may have such a field.
            let problem = match meant {
                Some(_) => Problem::error(format!("no letter has `{key}`")),
                None => return None,
            };
            let place = names.iter().next()?.place;
            let all = one_of(known.iter().copied());
            Some(
                problem
                    .at(place)
                    .maybe_help(meant)
                    .help(format!("the names are {all}")),
            )
        })
        .collect()
}

/// What was read as something else on nobody's word.
fn read_as(table: &Table, found: &BTreeMap<String, Column>) -> Option<Problem> {
    let mut guesses: Vec<&Column> = found.values().filter(|column| column.is_guess).collect();
    guesses.sort_by_key(|column| column.at.clone());
    let said: Vec<String> = guesses
        .iter()
        .map(|column| format!("`{}` as `{}`", column.shown, column.ours))
        .collect();
    (!said.is_empty()).then(|| {
        Problem::note(format!("{}: read {}", table.name, said.join(", "))).help(
            "nothing to do if that is right; if not, say which column is which under \
             `letters: columns:` in service.yaml",
        )
    })
}
