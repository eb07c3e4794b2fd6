//! The values of a file, each with its place, and the ways to them.

use std::cell::Cell;
use std::collections::BTreeMap;

use serde_yaml::{Mapping, Value};

use super::marks::{Inside, Mark};
use super::wrapped::{bare, bare_mut, place_of, placed, wrap};
use crate::diagnostics::Place;

/// How much text may be gone over again to find the next mistake, in bytes: what is
/// wrong in a file of ten pages is all found, and a huge one takes no minute.
const MOST_WORK: usize = 100_000_000;
/// The most times a file is gone over.
const MOST_TRIES: usize = 1_000;

/// A file's values, each with its place.
pub struct Document {
    pub value: Value,
    /// Where keys stand: by the place of their mapping and their name.
    keys: BTreeMap<(Place, String), Place>,
    pub root: Place,
    /// How often it may still be gone over.
    pub tries: Cell<usize>,
    /// Groups that stand in for missing ones.
    pub stand_ins: Vec<Spot>,
}

/// One step into a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Key(String),
    Item(usize),
}

/// The way to a value.
pub type Spot = Vec<Step>;

impl Document {
    fn made(value: Value, keys: BTreeMap<(Place, String), Place>, root: Place) -> Self {
        let length = root.end.max(1);
        Self {
            value,
            keys,
            root,
            tries: Cell::new((MOST_WORK / length).min(MOST_TRIES)),
            stand_ins: Vec::new(),
        }
    }

    /// The values of a file.
    pub fn new(mark: Mark) -> Self {
        let (mut keys, root) = (BTreeMap::new(), mark.place);
        // A file in which every line is a note says nothing, and that is allowed.
        let says_nothing = matches!(mark.inside, Inside::Scalar(Value::Null));
        let value = if says_nothing {
            wrap(root, Value::Mapping(Mapping::new()))
        } else {
            placed(mark, &mut keys)
        };
        Self::made(value, keys, root)
    }

    /// One text.
    pub fn of_text(place: Place, text: &str) -> Self {
        let value = wrap(place, Value::String(text.to_owned()));
        Self::made(value, BTreeMap::new(), place)
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

    /// Where a key of the group at this place stands.
    pub fn key_in(&self, group: Place, key: &str) -> Option<Place> {
        self.keys.get(&(group, key.to_owned())).copied()
    }

    /// Whether the value at the spot is itself a mapping that could hold the key.
    pub fn is_mapping_with(&self, spot: &Spot, key: &str) -> bool {
        matches!(self.at(spot).map(bare), Some(Value::Mapping(map)) if map.contains_key(key))
    }

    pub fn at(&self, spot: &[Step]) -> Option<&Value> {
        spot.iter().try_fold(&self.value, |value, step| match step {
            Step::Key(key) => bare(value).as_mapping()?.get(key.as_str()),
            Step::Item(index) => bare(value).as_sequence()?.get(*index),
        })
    }

    pub fn at_mut(&mut self, spot: &[Step]) -> Option<&mut Value> {
        let mut steps = spot.iter();
        steps.try_fold(&mut self.value, |value, step| match step {
            Step::Key(key) => bare_mut(value).as_mapping_mut()?.get_mut(key.as_str()),
            Step::Item(index) => bare_mut(value).as_sequence_mut()?.get_mut(*index),
        })
    }

    pub fn put(&mut self, spot: &[Step], new: Option<Value>) -> bool {
        let Some((last, way)) = spot.split_last() else {
            return false;
        };
        match (self.at_mut(way).map(bare_mut), last, new) {
            (Some(Value::Mapping(map)), Step::Key(key), Some(value)) => {
                map.insert(Value::String(key.clone()), value);
                true
            }
            (Some(Value::Mapping(map)), Step::Key(key), None) => {
                map.shift_remove(key.as_str()).is_some()
            }
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

    /// The key on the way to this spot that is no more, as a mistake about it would name it.
    pub fn taken_away(&self, spot: &[Step]) -> Option<(Place, String)> {
        let mut lengths = 1..=spot.len();
        let length = lengths.find(|length| self.at(&spot[..*length]).is_none())?;
        match &spot[length - 1] {
            Step::Key(key) => Some((self.place(&spot[..length - 1]), key.clone())),
            Step::Item(_) => None,
        }
    }

    pub fn key_place(&self, spot: &[Step]) -> Option<Place> {
        let (last, around) = spot.split_last()?;
        let Step::Key(key) = last else {
            return None;
        };
        let around = self.at(around).and_then(place_of)?;
        self.key_in(around, key)
    }

    /// The place of the value at the spot, or of the nearest thing around it.
    pub fn place(&self, spot: &[Step]) -> Place {
        let around = (0..=spot.len()).rev().map(|length| &spot[..length]);
        let mut places = around.filter_map(|spot| self.at(spot).and_then(place_of));
        places.next().unwrap_or(self.root)
    }
}
