//! From values to typed structs, with every mistake of the file, not the first.
//!
//! `serde` stops at its first error. So the value that did not fit is reported,
//! replaced by one that fits, and the whole is tried again until nothing new
//! turns up. What comes out then only serves to find errors, and is thrown away.

use std::collections::{BTreeSet, HashSet};

use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;
use serde_yaml::{Mapping, Value};

use super::document::{Document, Spot, Step};
use super::explain::{self, Mistake};
use super::wrapped::{bare, bare_mut, wrap};
use crate::diagnostics::{Help, Place, Problem, one_of, with_commas};
use crate::read::limits::Limits;

/// Whether somebody who meant this key of the group at this place mistyped it.
pub type Mistyped<'a> = dyn Fn(Place, &str) -> bool + 'a;

impl Document {
    /// Turns the values into `T`, where no `problems` were found in them before and none is
    /// beyond its limit. Where some
    /// of them do not fit, `alone` says what else is wrong with single values that do: what
    /// it says of a stand-in is not heard.
    pub fn into_typed<T: DeserializeOwned>(
        mut self,
        mut problems: Vec<Problem>,
        limits: Limits,
        alone: impl Fn(&T, &Mistyped) -> Vec<Problem>,
    ) -> Result<T, Vec<Problem>> {
        let beyond = self.beyond(limits);
        let places = beyond.iter().filter_map(|problem| problem.place.as_ref());
        let mut reported: BTreeSet<_> = places.map(|(place, _)| (*place, String::new())).collect();
        problems.extend(beyond);
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
                    let all = self.all_like(mistake, spot);
                    for (mistake, spot) in &all {
                        let mistake = &self.with_words::<T>(mistake, spot).within(limits, spot);
                        let is_new = reported.insert(self.identity(mistake, spot));
                        if is_new && !self.stands_in(spot) {
                            problems.push(self.problem(mistake, spot));
                        }
                        if let Some((Step::Key(_), around)) = spot.split_last() {
                            // Whoever mistyped a key has not forgotten it as well, and
                            // what is left of the group without it is no second mistake.
                            let around = self.place(around);
                            let meant = mistake.meant().map(str::to_owned);
                            reported.extend(meant.map(|key| (around, key)));
                            reported.insert((around, String::new()));
                        }
                    }
                    if !self.put_all_aside::<T>(&all) {
                        break;
                    }
                    // What was taken away because it did not fit is not missing as well.
                    for (_, spot) in &all {
                        reported.extend(self.taken_away(spot));
                    }
                }
            }
            if self.tries.get() == 0 {
                let last = problems.last_mut();
                last.into_iter().for_each(|last| {
                    let more = "more may be wrong in this file: mend this first";
                    last.help.push(more.into());
                });
                break;
            }
        }
        Err(problems)
    }
}

impl Mistake {
    /// The mistake, and where a number was wanted, which numbers may stand there.
    fn within(self, limits: Limits, spot: &Spot) -> Self {
        let Some(Step::Key(key)) = spot.last() else {
            return self;
        };
        match (self, limits.numbers(key)) {
            (Self::Sort { found, wanted }, Some(range)) if explain::is_number(&wanted) => {
                let whole = if wanted == "f64" { "" } else { "whole " };
                let (least, most) = (range.start(), with_commas(&range.end().to_string()));
                let wanted = format!("a {whole}number from {least} to {most}");
                Self::Sort { found, wanted }
            }
            (mistake, _) => mistake,
        }
    }
}

impl Document {
    fn attempt<T: DeserializeOwned>(&self) -> Result<T, (Mistake, Spot)> {
        self.tries.set(self.tries.get().saturating_sub(1));
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

    /// The mistake, and every key beside it that is as unknown: a group may hold thousands.
    fn all_like(&self, mistake: Mistake, spot: Spot) -> Vec<(Mistake, Spot)> {
        let (Mistake::UnknownKey { known, .. }, Some((_, around))) = (&mistake, spot.split_last())
        else {
            return vec![(mistake, spot)];
        };
        let group = self.at(around).map(bare).and_then(Value::as_mapping);
        let keys = group
            .into_iter()
            .flatten()
            .filter_map(|(key, _)| key.as_str());
        let unknown = keys.filter(|key| !known.iter().any(|known| known == key));
        let all: Vec<(Mistake, Spot)> = unknown
            .map(|key| {
                let (key, known) = (key.to_owned(), known.clone());
                let spot = [around, &[Step::Key(key.clone())]].concat();
                (Mistake::UnknownKey { key, known }, spot)
            })
            .collect();
        if all.iter().any(|(_, one)| *one == spot) {
            all
        } else {
            vec![(mistake, spot)]
        }
    }

    /// The mistake, and where one of a few words was wanted, which.
    fn with_words<T: DeserializeOwned>(&mut self, mistake: &Mistake, spot: &Spot) -> Mistake {
        let Mistake::Sort { found, wanted } = mistake else {
            return mistake.clone();
        };
        let before = self
            .at(spot)
            .filter(|_| explain::is_one_word(wanted))
            .cloned();
        let Some(before) = before else {
            return mistake.clone();
        };
        let no_word = Value::String(String::from("\u{1}"));
        self.put(spot, Some(wrap(self.root, no_word)));
        let said = self.attempt::<T>();
        self.put(spot, Some(before));
        match said {
            Err((Mistake::UnknownWord { known, .. }, at)) if at == *spot => Mistake::Sort {
                found: found.clone(),
                wanted: one_of(known.iter().map(String::as_str)),
            },
            _ => mistake.clone(),
        }
    }

    /// Makes the value at the spot fit, or takes it away, so that the next
    /// mistake can be seen. False where nothing more can be tried.
    fn put_aside<T: DeserializeOwned>(&mut self, mistake: &Mistake, spot: &Spot) -> bool {
        if matches!(mistake, Mistake::UnknownKey { .. }) {
            return self.put(spot, None);
        }
        let may_be_a_group = match mistake {
            Mistake::Missing { .. } | Mistake::NoEntry { .. } => true,
            Mistake::Sort { wanted, .. } => explain::is_group(wanted),
            _ => false,
        };
        if may_be_a_group && self.stand_in_group::<T>(spot) {
            return true;
        }
        let before = self.value.clone();
        let word = wrap(self.root, Value::String("word".to_owned()));
        let list = Value::Sequence(vec![word]);
        for stand_in in explain::stand_ins(mistake).into_iter().chain([list]) {
            let value = wrap(self.root, stand_in);
            if self.put(spot, Some(value)) && self.fits_or_names_a_word::<T>(spot) {
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

    /// Whether what was put at the spot fits; where one of a few words would, it is put there.
    fn fits_or_names_a_word<T: DeserializeOwned>(&mut self, spot: &Spot) -> bool {
        match self.attempt::<T>() {
            Err((Mistake::UnknownWord { known, .. }, next)) if next == *spot => {
                let word = known.first().cloned().unwrap_or_default();
                let word = wrap(self.root, Value::String(word));
                self.put(spot, Some(word)) && !self.fails_at::<T>(spot)
            }
            Err((_, next)) => !next.starts_with(spot),
            Ok(_) => true,
        }
    }

    /// Puts a group where one is wanted, so that what is wrong beside it is seen: what is
    /// missing within it is no mistake of the file's own. False where no group is wanted.
    fn stand_in_group<T: DeserializeOwned>(&mut self, spot: &Spot) -> bool {
        if self.stands_in(spot) {
            return false;
        }
        let empty = || wrap(self.root, Value::Mapping(Mapping::new()));
        let one = Mapping::from_iter([("word".into(), empty())]);
        for group in [empty(), wrap(self.root, Value::Mapping(one))] {
            let before = self.value.clone();
            let put = self.put(spot, Some(group));
            let next = self.attempt::<T>().err();
            let is_deeper =
                next.is_some_and(|(_, next)| next.len() > spot.len() && next.starts_with(spot));
            if put && is_deeper {
                self.stand_ins.push(spot.clone());
                return true;
            }
            self.value = before;
        }
        false
    }

    /// Whether a spot is in something that only stands in for what is missing.
    fn stands_in(&self, spot: &[Step]) -> bool {
        let mut groups = self.stand_ins.iter();
        groups.any(|group| spot.starts_with(group))
    }

    /// The same for keys of one group that nothing reads, all at once.
    fn put_all_aside<T: DeserializeOwned>(&mut self, mistakes: &[(Mistake, Spot)]) -> bool {
        if let [(mistake, spot)] = mistakes {
            return self.put_aside::<T>(mistake, spot);
        }
        let keys = mistakes.iter().filter_map(|(_, spot)| match spot.last() {
            Some(Step::Key(key)) => Some(key.as_str()),
            _ => None,
        });
        let keys: HashSet<&str> = keys.collect();
        let group = mistakes.first().and_then(|(_, spot)| spot.split_last());
        let group = group.and_then(|(_, around)| self.at_mut(around));
        match group.map(bare_mut) {
            Some(Value::Mapping(map)) => {
                map.retain(|key, _| !key.as_str().is_some_and(|key| keys.contains(key)));
                true
            }
            _ => false,
        }
    }

    fn fails_at<T: DeserializeOwned>(&self, spot: &[Step]) -> bool {
        matches!(self.attempt::<T>(), Err((_, next)) if next.starts_with(spot))
    }

    fn problem(&self, mistake: &Mistake, spot: &Spot) -> Problem {
        let name = match spot.last() {
            Some(Step::Key(key)) => key.as_str(),
            Some(Step::Item(_)) => explain::ITEM,
            None => explain::FILE,
        };
        if let (Mistake::Missing { key }, [_]) = (mistake, spot.as_slice()) {
            return Problem::error(format!("`{key}` is missing"))
                .at_saying(self.root, format!("this file has no `{key}`"))
                .help(Help::add_setting_of_file(format!("`{key}: …`")));
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
}
