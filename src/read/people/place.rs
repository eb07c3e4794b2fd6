//! Which of a service's places a cell means.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::address::{is_title, one_line};
use super::column::{AppointmentColumns, Columns, bare};
use crate::diagnostics::RowCode;
use crate::read::PlaceToGo;
use crate::read::table::{Row, RowFault};

/// What a cell may say for each place.
#[derive(Debug)]
pub(super) struct Places<'a> {
    known: Vec<(&'a str, Names)>,
}

#[derive(Debug)]
struct Names {
    key: String,
    name: String,
    lines: Vec<String>,
    /// The name and the address below it, from the first line on.
    whole: String,
}

impl<'a> Places<'a> {
    pub(super) fn of(places: &'a IndexMap<String, PlaceToGo>) -> Self {
        let known = places.iter().map(|(key, place)| {
            let lines: Vec<String> = place.address.iter().map(|line| bare(&line.value)).collect();
            let name = bare(&place.name.value);
            let names = Names {
                key: bare(key),
                whole: format!("{name}{}", lines.concat()),
                name,
                lines,
            };
            (key.as_str(), names)
        });
        Self {
            known: known.collect(),
        }
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &'a str> + Clone + '_ {
        self.known.iter().map(|(key, _)| *key)
    }

    /// The key of the place that is meant: by its key, else its printed name, else a line
    /// of its address, else its name and the first lines of its address. None where
    /// that is no place, or one of several.
    pub(super) fn meant(&self, typed: &str) -> Option<&'a str> {
        let typed = bare(typed);
        if typed.is_empty() {
            return None;
        }
        let ways: [&dyn Fn(&Names) -> bool; 4] = [
            &|names| names.key == typed,
            &|names| names.name == typed,
            &|names| names.lines.contains(&typed),
            &|names| typed.starts_with(&names.name) && names.whole.starts_with(&typed),
        ];
        ways.into_iter().find_map(|way| {
            let mut found = self.known.iter().filter(|(_, names)| way(names));
            match (found.next(), found.next()) {
                (Some((key, _)), None) => Some(*key),
                _ => None,
            }
        })
    }
}

/// The longest name of a place that a message shows, in letters.
const LONGEST_SHOWN: usize = 40;

/// In how many rows it stands at least: what one row says may have slipped there from
/// another column.
const FEWEST_ROWS: usize = 5;

/// Has faults about unknown places say what they found, where that names nobody: it stands
/// in several rows, has no title, and no word of it stands in anybody's name.
pub(super) fn quote(faults: &mut [RowFault], columns: &Columns, rows: &[Row]) {
    let Some(AppointmentColumns { place, .. }) = &columns.appointment else {
        return;
    };
    let mut unknown: HashMap<String, Vec<&mut RowFault>> = HashMap::new();
    for fault in faults.iter_mut() {
        let row = rows.binary_search_by_key(&fault.row, |row| row.number);
        if let (RowCode::UnknownPlace, Ok(row)) = (fault.code, row) {
            let place = one_line(&place.text(&rows[row]));
            unknown.entry(place).or_default().push(fault);
        }
    }
    unknown.retain(|place, faults| {
        faults.len() >= FEWEST_ROWS && place.chars().count() <= LONGEST_SHOWN
    });
    if unknown.is_empty() {
        return;
    }
    let names: Vec<_> = rows.iter().map(|row| columns.name.text(row)).collect();
    let names: HashSet<String> = names
        .iter()
        .flat_map(|name| name.split_whitespace().map(bare))
        .collect();
    for (place, faults) in unknown {
        let mut words = place.split_whitespace();
        if words.all(|word| !is_title(word) && !names.contains(&bare(word))) {
            for fault in faults {
                *fault = fault.clone().saying(&place);
            }
        }
    }
}
