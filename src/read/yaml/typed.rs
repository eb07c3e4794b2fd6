//! From values to typed structs, with every mistake of the file, not the first.
//!
//! `serde` stops at its first error. So the value that did not fit is reported,
//! replaced by one that fits, and the whole is tried again until nothing new
//! turns up. What comes out then only serves to find errors, and is thrown away.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;
use serde_yaml::{Mapping, Value};

use super::explain::{self, Mistake};
use super::marks::Mark;
use super::wrapped::{bare, bare_mut, place_of, placed, wrap};
use crate::diagnostics::{Place, Problem};

/// More would not help anyone, and each costs one more try.
const MOST_MISTAKES: usize = 40;

/// Whether somebody who meant this key of the group at this place mistyped it.
pub type Mistyped<'a> = dyn Fn(Place, &str) -> bool + 'a;

/// A file's values, each with its place.
pub struct Document {
    value: Value,
    /// Where keys stand: by the place of their mapping and their name.
    keys: BTreeMap<(Place, String), Place>,
    root: Place,
}

impl Document {
    /// The values of a file and its marks.
    ///
    /// # Errors
    /// Where the two parsers do not see the same file: a value that one of them
    /// drops must not vanish from a page.
    pub fn new(mark: &Mark, value: Value) -> Result<Self, Vec<Problem>> {
        let mut keys = BTreeMap::new();
        let placed = match value {
            // A file in which every line is a note says nothing, and that is allowed.
            Value::Null => Ok(wrap(mark.place, Value::Mapping(Mapping::new()))),
            value => placed(mark, value, &mut keys),
        };
        match placed {
            Ok(value) => Ok(Self {
                value,
                keys,
                root: mark.place,
            }),
            Err(place) => Err(vec![
                Problem::error("this can be read in two ways")
                    .at(place)
                    .help("put the texts in it in quotes"),
            ]),
        }
    }

    /// One text.
    pub fn of_text(place: Place, text: &str) -> Self {
        Self {
            value: wrap(place, Value::String(text.to_owned())),
            keys: BTreeMap::new(),
            root: place,
        }
    }

    /// Puts another document's value at a key such as `service.name`.
    pub fn set_key(&mut self, key: &str, other: Document) {
        let mut value = &mut self.value;
        let mut around = self.root;
        for part in key.split('.') {
            let part_place = other.root;
            if !matches!(bare(value), Value::Mapping(_)) {
                *value = wrap(part_place, Value::Mapping(Mapping::new()));
            }
            around = place_of(value).unwrap_or(around);
            self.keys
                .entry((around, part.to_owned()))
                .or_insert(part_place);
            let Value::Mapping(map) = bare_mut(value) else {
                return;
            };
            value = map.entry(part.into()).or_insert(Value::Null);
        }
        *value = other.value;
        self.keys.extend(other.keys);
    }

    /// Turns the values into `T`. Where some of them do not fit, `alone` says what else is
    /// wrong with single values that do: what it says of a stand-in is not heard.
    pub fn into_typed<T: DeserializeOwned>(
        mut self,
        alone: impl Fn(&T, &Mistyped) -> Vec<Problem>,
    ) -> Result<T, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut reported = BTreeSet::new();
        loop {
            match self.attempt::<T>() {
                Ok(read) if problems.is_empty() => return Ok(read),
                Ok(read) => {
                    let is_written = |problem: &Problem| {
                        let place = problem.place.as_ref();
                        place.is_some_and(|(place, _)| *place != self.root)
                    };
                    let mistyped =
                        |group: Place, key: &str| reported.contains(&(group, key.to_owned()));
                    let said = alone(&read, &mistyped).into_iter();
                    problems.extend(said.filter(is_written));
                    break;
                }
                Err((mistake, spot)) => {
                    if reported.insert(self.identity(&mistake, &spot)) {
                        problems.push(self.problem(&mistake, &spot));
                    }
                    if let Some((Step::Key(_), around)) = spot.split_last() {
                        // Whoever mistyped a key has not forgotten it as well, and
                        // what is left of the group without it is no second mistake.
                        let around = self.place(around);
                        let meant = mistake.meant().map(str::to_owned);
                        reported.extend(meant.map(|key| (around, key)));
                        reported.insert((around, String::new()));
                    }
                    if problems.len() >= MOST_MISTAKES || !self.put_aside::<T>(&mistake, &spot) {
                        break;
                    }
                }
            }
        }
        problems.sort_by_key(|problem| problem.place.as_ref().map(|(place, _)| *place));
        Err(problems)
    }
}

/// One step into a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Key(String),
    Item(usize),
}

/// The way to a value.
type Spot = Vec<Step>;

impl Document {
    fn attempt<T: DeserializeOwned>(&self) -> Result<T, (Mistake, Spot)> {
        serde_path_to_error::deserialize(self.value.clone()).map_err(|error| {
            let mut spot: Spot = error
                .path()
                .iter()
                .filter_map(|segment| match segment {
                    Segment::Seq { index } => Some(Step::Item(*index)),
                    Segment::Map { key } => Some(Step::Key(key.clone())),
                    Segment::Enum { .. } | Segment::Unknown => None,
                })
                .collect();
            let mut mistake = explain::mistake(&error.into_inner().to_string());
            if let Mistake::UnknownWord { word, known } = &mistake
                && self.is_mapping_with(&spot, word)
            {
                // A key that is one of a fixed number of words.
                let (key, known) = (word.clone(), known.clone());
                mistake = Mistake::UnknownKey { key, known };
            }
            if let Mistake::UnknownKey { key, .. } | Mistake::Missing { key } = &mistake {
                let last = Step::Key(key.clone());
                if spot.last() != Some(&last) || self.is_mapping_with(&spot, key) {
                    spot.push(last);
                }
            }
            (mistake, spot)
        })
    }

    /// Whether the value at the spot is itself a mapping that could hold the key.
    fn is_mapping_with(&self, spot: &Spot, key: &str) -> bool {
        matches!(self.at(spot).map(bare), Some(Value::Mapping(map)) if map.contains_key(key))
    }

    fn at(&self, spot: &[Step]) -> Option<&Value> {
        spot.iter().try_fold(&self.value, |value, step| match step {
            Step::Key(key) => bare(value).as_mapping()?.get(key.as_str()),
            Step::Item(index) => bare(value).as_sequence()?.get(*index),
        })
    }

    fn put(&mut self, spot: &[Step], new: Option<Value>) -> bool {
        let Some((last, way)) = spot.split_last() else {
            return false;
        };
        let parent = way
            .iter()
            .try_fold(&mut self.value, |value, step| match step {
                Step::Key(key) => bare_mut(value).as_mapping_mut()?.get_mut(key.as_str()),
                Step::Item(index) => bare_mut(value).as_sequence_mut()?.get_mut(*index),
            });
        match (parent.map(bare_mut), last, new) {
            (Some(Value::Mapping(map)), Step::Key(key), Some(value)) => {
                map.insert(Value::String(key.clone()), value);
                true
            }
            (Some(Value::Mapping(map)), Step::Key(key), None) => map.remove(key.as_str()).is_some(),
            (Some(Value::Sequence(items)), Step::Item(index), Some(value)) => {
                items.get_mut(*index).map(|item| *item = value).is_some()
            }
            (Some(Value::Sequence(items)), Step::Item(index), None) if *index < items.len() => {
                items.remove(*index);
                true
            }
            _ => false,
        }
    }

    /// Makes the value at the spot fit, or takes it away, so that the next
    /// mistake can be seen. False where nothing more can be tried.
    fn put_aside<T: DeserializeOwned>(&mut self, mistake: &Mistake, spot: &Spot) -> bool {
        if matches!(mistake, Mistake::UnknownKey { .. }) {
            return self.put(spot, None);
        }
        let before = self.value.clone();
        for stand_in in explain::stand_ins(mistake) {
            let value = wrap(self.root, stand_in);
            if self.put(spot, Some(value)) && !self.fails_at::<T>(spot) {
                return true;
            }
            self.value = before.clone();
        }
        for length in (1..=spot.len()).rev() {
            // One item fewer is a step on, even if the next one is wrong as well.
            let is_item = matches!(spot[length - 1], Step::Item(_));
            if self.put(&spot[..length], None) && (is_item || !self.fails_at::<T>(&spot[..length]))
            {
                return true;
            }
            self.value = before.clone();
        }
        false
    }

    fn fails_at<T: DeserializeOwned>(&self, spot: &[Step]) -> bool {
        matches!(self.attempt::<T>(), Err((_, next)) if next.starts_with(spot))
    }

    fn problem(&self, mistake: &Mistake, spot: &Spot) -> Problem {
        let name = match spot.last() {
            Some(Step::Key(key)) => key.as_str(),
            Some(Step::Item(_)) => "this",
            None => "this file",
        };
        if let (Mistake::Missing { key }, [_]) = (mistake, spot.as_slice()) {
            return Problem::error(format!("`{key}` is missing"))
                .at_saying(self.root, format!("this file has no `{key}`"))
                .help(format!(
                    "add a line `{key}: …` with no space in front of it"
                ));
        }
        let key = || self.key_place(spot);
        let place = match mistake {
            Mistake::UnknownKey { .. } | Mistake::Empty => key(),
            _ => None,
        };
        mistake.problem(name, place.unwrap_or_else(|| self.place(spot)))
    }

    /// What tells a mistake from every other: where it is, and the key that is not there.
    fn identity(&self, mistake: &Mistake, spot: &[Step]) -> (Place, String) {
        match mistake {
            Mistake::Missing { key } => (self.place(&spot[..spot.len() - 1]), key.clone()),
            Mistake::UnknownKey { key, .. } => (self.place(spot), key.clone()),
            _ => (self.place(spot), String::new()),
        }
    }

    fn key_place(&self, spot: &[Step]) -> Option<Place> {
        let (last, around) = spot.split_last()?;
        let Step::Key(key) = last else {
            return None;
        };
        let around = self.at(around).and_then(place_of)?;
        self.keys.get(&(around, key.clone())).copied()
    }

    /// The place of the value at the spot, or of the nearest thing around it.
    fn place(&self, spot: &[Step]) -> Place {
        let around = (0..=spot.len()).rev().map(|length| &spot[..length]);
        let mut places = around.filter_map(|spot| self.at(spot).and_then(place_of));
        places.next().unwrap_or(self.root)
    }
}
