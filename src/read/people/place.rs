//! Which of a service's places a cell means.

use indexmap::IndexMap;

use super::column::bare;
use crate::read::PlaceToGo;

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
