//! One fault in many rows is one thing to mend, and is said once.

use std::collections::HashMap;

use super::fault::it_says;
use super::{RowFault, at_most_twenty};
use crate::diagnostics::{Problem, RowCode, listed};

/// How many numbers of rows a message holds, before it counts the others.
const MOST_NUMBERS: usize = 8;

/// The faults as problems, one for each thing to mend, in the order of their first rows:
/// the first twenty of them.
pub fn problems_of(file: &str, faults: &[RowFault]) -> Vec<Problem> {
    at_most_twenty(file, grouped(file, faults))
}

/// The faults as problems, one for each thing to mend: "people.csv:418: what is wrong"
/// where it is one row, "people.csv: what is wrong: rows 2 to 41" where it is more.
fn grouped(file: &str, faults: &[RowFault]) -> Vec<Problem> {
    let mut sorted: Vec<&RowFault> = faults.iter().collect();
    sorted.sort_by_key(|fault| fault.row);
    let mut groups: Vec<Vec<&RowFault>> = Vec::new();
    let mut known: HashMap<Likeness<'_>, usize> = HashMap::new();
    for fault in sorted {
        let group = *known.entry(Likeness::of(fault)).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(fault),
            None => groups.push(vec![fault]),
        }
    }
    groups.iter().map(|group| problem(file, group)).collect()
}

/// What two faults have in common that are mended in one go.
#[derive(PartialEq, Eq, Hash)]
struct Likeness<'f> {
    column: &'f str,
    code: RowCode,
    what: &'f str,
    said: Option<&'f str>,
    help: String,
}

impl<'f> Likeness<'f> {
    fn of(fault: &'f RowFault) -> Self {
        let help = fault.problem.help.iter().map(|help| format!("{help}\n"));
        Self {
            column: &fault.column,
            code: fault.code,
            what: fault.what(),
            said: fault.said.as_deref(),
            help: help.collect(),
        }
    }
}

fn problem(file: &str, group: &[&RowFault]) -> Problem {
    let first = group[0];
    let mut rows: Vec<usize> = group.iter().map(|fault| fault.row).collect();
    rows.dedup();
    if rows.len() == 1 {
        return first.problem.clone();
    }
    let said = first.said.as_deref().map(it_says).unwrap_or_default();
    Problem {
        message: format!("{file}: {}{said}: {}", first.what(), rows_in_words(&rows)),
        ..first.problem.clone()
    }
}

/// Rows as a person would list them: "row 2", "rows 2, 5 and 9", "rows 2 to 41". They
/// stand in their order, each once.
pub(crate) fn rows_in_words(rows: &[usize]) -> String {
    if let [row] = rows {
        return format!("row {row}");
    }
    let mut said = Vec::new();
    let (mut numbers, mut left) = (0, rows.len());
    for run in rows.chunk_by(|row, next| row + 1 == *next) {
        // Two rows side by side are two numbers, however they are said.
        let ends = match run {
            [first, _, .., last] => vec![format!("{first} to {last}")],
            few => few.iter().map(usize::to_string).collect(),
        };
        numbers += run.len().min(2);
        if numbers > MOST_NUMBERS {
            break;
        }
        said.extend(ends);
        left -= run.len();
    }
    if left > 0 {
        said.push(format!("{left} more"));
    }
    format!("rows {}", listed(&said, "and"))
}

#[cfg(test)]
mod tests {
    use proptest::collection::btree_set;
    use proptest::prelude::*;

    use super::*;

    fn fault(row: usize, column: &str, what: &str) -> RowFault {
        RowFault::new("people.csv", row, column, RowCode::UnknownPlace, what).help("mend it")
    }

    fn said(faults: &[RowFault]) -> Vec<String> {
        let problems = problems_of("people.csv", faults);
        problems.into_iter().map(|found| found.message).collect()
    }

    #[test]
    fn rows_are_listed_as_a_person_would() {
        for (rows, words) in [
            (&[2][..], "row 2"),
            (&[2, 3], "rows 2 and 3"),
            (&[2, 5, 9], "rows 2, 5 and 9"),
            (&[2, 3, 4], "rows 2 to 4"),
            (&[2, 3, 4, 7, 9, 10], "rows 2 to 4, 7, 9 and 10"),
            (
                &[2, 4, 6, 8, 10, 12, 14, 16, 18, 20],
                "rows 2, 4, 6, 8, 10, 12, 14, 16 and 2 more",
            ),
        ] {
            assert_eq!(rows_in_words(rows), words);
        }
        let many: Vec<usize> = (2..=41).collect();
        assert_eq!(rows_in_words(&many), "rows 2 to 41");
    }

    #[test]
    fn one_fault_in_many_rows_is_said_once() {
        let what = "`place` says something that is no place";
        let mut faults: Vec<RowFault> = (2..42).map(|row| fault(row, "place", what)).collect();
        assert_eq!(
            said(&faults),
            ["people.csv: `place` says something that is no place: rows 2 to 41"]
        );
        faults.push(fault(7, "name", "`name` is empty"));
        assert_eq!(
            said(&faults),
            [
                "people.csv: `place` says something that is no place: rows 2 to 41",
                "people.csv:7: `name` is empty"
            ]
        );
    }

    #[test]
    fn what_it_says_parts_the_groups_and_is_shown() {
        let at = |row, place: &str| fault(row, "place", "`place` is no place").saying(place);
        assert_eq!(
            said(&[at(2, "Ward 7"), at(5, "Ward 9"), at(3, "Ward 7")]),
            [
                "people.csv: `place` is no place (it says `Ward 7`): rows 2 and 3",
                "people.csv:5: `place` is no place (it says `Ward 9`)"
            ]
        );
    }

    #[test]
    fn what_is_mended_differently_is_said_apart() {
        let other = fault(3, "place", "no place").help("did you mean `clinic`?");
        assert_eq!(said(&[fault(2, "place", "no place"), other]).len(), 2);
    }

    #[test]
    fn twenty_things_to_mend_are_shown_and_the_others_counted() {
        let faults: Vec<RowFault> = (2..25)
            .flat_map(|row| {
                let what = format!("`column {row}` is empty");
                [fault(row, "", &what), fault(row + 100, "", &what)]
            })
            .collect();
        let said = said(&faults);
        assert_eq!(said.len(), 21);
        assert_eq!(said[20], "people.csv: and 3 more");
    }

    proptest! {
        /// However the rows lie, each is either named or counted.
        #[test]
        fn no_row_is_left_out_of_the_words(rows in btree_set(2_usize..200, 2..60)) {
            let rows: Vec<usize> = rows.into_iter().collect();
            let words = rows_in_words(&rows);
            let mut counted = 0;
            let words = words.trim_start_matches("rows ").replace(" and ", ", ");
            for part in words.split(", ") {
                counted += match (part.split_once(" to "), part.strip_suffix(" more")) {
                    (Some((first, last)), _) => {
                        last.parse::<usize>().expect("a row") - first.parse::<usize>().expect("a row") + 1
                    }
                    (None, Some(more)) => more.parse().expect("a count"),
                    (None, None) => 1,
                };
            }
            prop_assert_eq!(counted, rows.len());
        }
    }
}
