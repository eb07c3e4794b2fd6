//! Where copies were handed out: what was counted at each place, and where the tally and the
//! rows of single copies do not agree.

use super::answers::{Answers, Fate, plain};
use super::tally::Tallied;
use crate::diagnostics::{Problem, listed, plural};

/// What was counted at a place; none where nobody counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceCount {
    /// The place.
    pub place: String,
    /// How many people were asked.
    pub offered: Option<u32>,
    /// How many of them said no.
    pub declined: Option<u32>,
    /// How many took a copy.
    pub given: Option<u32>,
    /// How many slips came back.
    pub returned: Option<u32>,
}

/// What was counted at all places, in a sentence; none where nobody counted.
pub(super) fn all_places(places: &[PlaceCount]) -> Option<String> {
    let sum = |count: fn(&PlaceCount) -> Option<u32>| {
        let counts = places.iter().filter_map(count);
        counts.reduce(|one, more| one + more)
    };
    let asked = sum(|it| it.offered)?;
    let rest = [
        (sum(|it| it.declined), "said no"),
        (sum(|it| it.given), "took a copy"),
        (sum(|it| it.returned), "gave a slip back"),
    ];
    let rest = rest
        .into_iter()
        .filter_map(|(count, what)| Some(format!("{} {what}", count?)));
    let rest: Vec<String> = rest.collect();
    let asked = match asked {
        1 => "1 person was asked".to_owned(),
        more => format!("{more} people were asked"),
    };
    Some(match rest.is_empty() {
        true => format!("{asked}."),
        false => format!("{asked}: {}.", listed(&rest, "and")),
    })
}

/// What the tally says of each place; where nobody tallied, what single copies say.
pub(super) fn places(answers: &Answers) -> Vec<PlaceCount> {
    if !answers.tally.is_empty() {
        let tallied = answers.tally.iter();
        let tallied = tallied.map(|Tallied { place, counts }| PlaceCount {
            place: place.clone(),
            offered: counts[0],
            declined: counts[1],
            given: counts[2],
            returned: counts[3],
        });
        return tallied.collect();
    }
    let mut places: Vec<PlaceCount> = Vec::new();
    for answer in answers.rows.iter().filter(|it| it.fate != Fate::Kept) {
        let Some(place) = &answer.place else { continue };
        let at = places
            .iter()
            .position(|it| plain(&it.place) == plain(place));
        let at = at.unwrap_or_else(|| {
            places.push(PlaceCount {
                place: place.clone(),
                offered: Some(0),
                declined: Some(0),
                given: Some(0),
                returned: Some(0),
            });
            places.len() - 1
        });
        let PlaceCount {
            offered,
            declined,
            given,
            returned,
            ..
        } = &mut places[at];
        for (sum, holds) in [
            (offered, true),
            (declined, answer.fate == Fate::Declined),
            (given, answer.fate == Fate::Taken),
            (returned, answer.is_returned()),
        ] {
            *sum = sum.map(|sum| sum + u32::from(holds));
        }
    }
    places
}

/// What the tally and the rows do not agree about: somebody looks at both again.
pub(super) fn doubts(answers: &Answers) -> Vec<Problem> {
    let mut doubts = Vec::new();
    if answers.rows.iter().all(|it| it.fate == Fate::Kept) {
        doubts.push(
            Problem::note("nothing has come back yet: no copy was taken, and no slip has answers")
                .help("type into the row of each copy what became of it"),
        );
    }
    if answers.tally.is_empty() {
        return doubts;
    }
    let is_tallied = |place: &str| {
        let mut tally = answers.tally.iter();
        tally.any(|it| plain(&it.place) == plain(place))
    };
    let mut others: Vec<&str> = answers
        .rows
        .iter()
        .filter_map(|it| it.place.as_deref())
        .filter(|place| !is_tallied(place))
        .collect();
    others.sort_unstable();
    others.dedup();
    if !others.is_empty() {
        let places: Vec<String> = others.iter().map(|it| format!("`{it}`")).collect();
        doubts.push(
            Problem::warning(format!("not in the tally: {}", listed(&places, "and")))
                .help("people are counted by the tally alone: call each place the same in both"),
        );
    }
    let typed = answers.rows.iter().filter(|it| it.is_returned()).count();
    let tallied = answers.tally.iter().filter_map(|it| it.counts[3]);
    if let Some(tallied) = tallied.reduce(|one, more| one + more)
        && tallied as usize != typed
    {
        doubts.push(
            Problem::warning(format!(
                "{} came back by the tally, and {typed} have answers here",
                plural(tallied as usize, "slip")
            ))
            .help("look for slips that nobody has typed in, or count again"),
        );
    }
    doubts
}
