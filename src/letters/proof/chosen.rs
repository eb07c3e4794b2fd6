//! Which rows show the extremes of a spreadsheet: real ones, since half of one person and
//! half of another is nobody, and nobody could approve their letter.

use crate::tailor::Person;

/// The most rows that are chosen: somebody has to read them all.
const MOST: usize = 8;

/// A row whose letter shows an extreme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    /// Which of the people.
    pub index: usize,
    /// What for: `the longest name and address, the shortest reference`.
    pub why: String,
}

/// A column, and how much each person has in it.
struct Column {
    name: String,
    lengths: Vec<usize>,
    /// Chosen for first, where there are more extremes than rows to be chosen: what makes
    /// a letter break.
    is_telling: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Longest,
    Shortest,
}

/// What a proof is made to show: one end of a column.
struct Extreme<'a> {
    column: &'a Column,
    end: End,
}

impl Extreme<'_> {
    fn is_at(&self, index: usize) -> bool {
        let lengths = &self.column.lengths;
        let end = match self.end {
            End::Longest => lengths.iter().max(),
            End::Shortest => lengths.iter().min(),
        };
        lengths.get(index) == end
    }

    /// All the others together weigh less than one that is telling.
    fn weight(&self) -> usize {
        if self.column.is_telling { 1000 } else { 1 }
    }
}

/// The fewest rows, as good as, that hold the longest and the shortest of every column,
/// in the order of the spreadsheet. Of rows that show as much the first is taken.
pub(super) fn chosen(persons: &[&Person]) -> Vec<Chosen> {
    let columns = columns(persons);
    let mut open: Vec<Extreme> = columns.iter().flat_map(extremes).collect();
    let mut chosen = Vec::new();
    while !open.is_empty() && chosen.len() < MOST {
        let shows = |index: usize| -> usize {
            let here = open.iter().filter(|extreme| extreme.is_at(index));
            here.map(Extreme::weight).sum()
        };
        // From the last to the first, so that of equal ones the first is taken.
        let Some(index) = (0..persons.len()).rev().max_by_key(|index| shows(*index)) else {
            break;
        };
        let (shown, rest) = open.into_iter().partition(|extreme| extreme.is_at(index));
        open = rest;
        let why = in_words(&shown);
        chosen.push(Chosen { index, why });
    }
    if chosen.is_empty() && !persons.is_empty() {
        let why = "no other is longer or shorter".to_owned();
        chosen.push(Chosen { index: 0, why });
    }
    chosen.sort_by_key(|chosen| chosen.index);
    chosen
}

/// The row to see in an envelope's window: the one with the longest address.
pub(super) fn with_longest_address(persons: &[Person]) -> Option<usize> {
    let length = |index: &usize| (block(&persons[*index].address), whole(&persons[*index]));
    (0..persons.len()).rev().max_by_key(length)
}

fn columns(persons: &[&Person]) -> Vec<Column> {
    let column = |name: &str, is_telling, length: &dyn Fn(&Person) -> usize| Column {
        name: name.to_owned(),
        lengths: persons.iter().map(|person| length(person)).collect(),
        is_telling,
    };
    let mut columns = vec![
        column("name", true, &|person| letters(&person.name)),
        column("address", true, &|person| block(&person.address)),
        column("place", true, &place),
        column("letter", true, &whole),
        column("day", false, &|person| letters(&person.appointment_date)),
        column("reference", false, &|person| letters(&person.reference)),
    ];
    let fields = persons.first().into_iter();
    for key in fields.flat_map(|person| person.fields.keys()) {
        let length = |person: &Person| person.fields.get(key).map_or(0, |text| letters(text));
        columns.push(column(&format!("`{key}`"), false, &length));
    }
    columns
}

/// Both ends of a column; none where everybody has as much in it.
fn extremes(column: &Column) -> Vec<Extreme<'_>> {
    let (least, most) = (column.lengths.iter().min(), column.lengths.iter().max());
    let ends = [End::Longest, End::Shortest].into_iter();
    let ends = ends.filter(|_| least != most);
    ends.map(|end| Extreme { column, end }).collect()
}

/// "the longest name and address, the shortest reference"
fn in_words(shown: &[Extreme]) -> String {
    let said = |end: End, word: &str| {
        let names = shown.iter().filter(|extreme| extreme.end == end);
        let names: Vec<&str> = names.map(|extreme| extreme.column.name.as_str()).collect();
        let (last, others) = names.split_last()?;
        Some(match others {
            [] => format!("the {word} {last}"),
            _ => format!("the {word} {} and {last}", others.join(", ")),
        })
    };
    let parts = [
        said(End::Longest, "longest"),
        said(End::Shortest, "shortest"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// A line more counts for more than any line's length.
fn block(lines: &[String]) -> usize {
    const LINE: usize = 10_000;
    lines.len() * LINE + lines.iter().map(|line| letters(line)).sum::<usize>()
}

fn place(person: &Person) -> usize {
    letters(&person.place_access) + letters(&person.place_name) + block(&person.place_address)
}

/// All that a row puts into a letter.
fn whole(person: &Person) -> usize {
    let fields: usize = person.fields.values().map(|text| letters(text)).sum();
    letters(&person.name)
        + block(&person.address)
        + place(person)
        + letters(&person.appointment_date)
        + letters(&person.appointment_time)
        + letters(&person.reference)
        + fields
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn person(name: &str, address: &[&str], reference: &str, interpreter: &str) -> Person {
        Person {
            name: name.into(),
            address: address.iter().map(|line| (*line).to_owned()).collect(),
            appointment_date: "Monday 7 December 2026".into(),
            appointment_time: "9:30am".into(),
            place_name: "Pier House".into(),
            place_address: vec!["3 Pier Road".into()],
            place_access: String::new(),
            reference: reference.into(),
            fields: BTreeMap::from([("interpreter".to_owned(), interpreter.to_owned())]),
            further: Vec::new(),
        }
    }

    fn said(persons: &[Person]) -> Vec<(usize, String)> {
        let persons: Vec<&Person> = persons.iter().collect();
        let chosen = chosen(&persons).into_iter();
        chosen.map(|chosen| (chosen.index, chosen.why)).collect()
    }

    #[test]
    fn one_row_is_chosen_for_all_that_it_shows() {
        let persons = [
            person("Jo Ng", &["Jo Ng", "LD9 1AA"], "R-1", ""),
            person(
                "Angharad Pryce",
                &["Angharad Pryce", "Flat 2", "LD9 1AA"],
                "R-1024",
                "",
            ),
            person(
                "Sam Field",
                &["Sam Field", "8 Quay", "LD9 1AA"],
                "R-22",
                "Welsh",
            ),
        ];
        assert_eq!(
            said(&persons),
            [
                (
                    0,
                    "the shortest name, address, letter, reference and `interpreter`".to_owned()
                ),
                (
                    1,
                    "the longest name, address, letter and reference".to_owned()
                ),
                (2, "the longest `interpreter`".to_owned()),
            ]
        );
        assert_eq!(with_longest_address(&persons), Some(1));
    }

    #[test]
    fn rows_of_one_length_need_one_proof() {
        let one = person("Jo Ng", &["Jo Ng", "LD9 1AA"], "R-1", "");
        let said = said(&[one.clone(), one]);
        assert_eq!(said, [(0, "no other is longer or shorter".to_owned())]);
        assert!(chosen(&[]).is_empty());
    }

    proptest! {
        /// Every extreme is shown by some row, or there are as many rows as anybody reads;
        /// what makes letters break is always shown; and no row is chosen twice.
        #[test]
        fn every_extreme_is_shown(
            rows in proptest::collection::vec(("[a-z]{1,6}", "[a-z]{1,6}", "[a-z]{0,4}", "[a-z]{0,4}"), 1..40),
        ) {
            let persons: Vec<Person> = rows
                .iter()
                .map(|(name, line, reference, field)| person(name, &[name, line], reference, field))
                .collect();
            let persons: Vec<&Person> = persons.iter().collect();
            let chosen = chosen(&persons);
            prop_assert!((1..=MOST).contains(&chosen.len()));
            prop_assert!(chosen.is_sorted_by(|a, b| a.index < b.index));
            let columns = columns(&persons);
            let extremes: Vec<Extreme> = columns.iter().flat_map(extremes).collect();
            for extreme in &extremes {
                let is_shown = chosen.iter().any(|row| extreme.is_at(row.index));
                let may_miss = chosen.len() == MOST && !extreme.column.is_telling;
                prop_assert!(is_shown || may_miss, "{}", extreme.column.name);
            }
        }
    }
}
