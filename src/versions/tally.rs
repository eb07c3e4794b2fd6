//! The tally of places: how many people were asked, said no, took a copy, gave a slip back.

use super::answer_sheet::{PLACE, TALLY_COLUMNS};
use super::answers::{found, in_row, plain};
use crate::diagnostics::{Problem, one_of};
use crate::read::table::Table;

/// A row of the tally: how many people at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tallied {
    pub place: String,
    /// Offered, declined, given, returned; none where nobody counted.
    pub counts: [Option<u32>; 4],
}

/// What the tally says of each place.
pub(super) fn tallied(table: &Table, problems: &mut Vec<Problem>) -> Vec<Tallied> {
    let columns = found(table, &TALLY_COLUMNS);
    problems.extend(table.faults.iter().map(|fault| fault.problem.clone()));
    if !columns.contains_key(PLACE) {
        let what = format!("the tally has no column `{PLACE}`");
        let problem = in_row(&table.name, table.header_row, &what);
        problems.push(problem.help(format!("its columns are {}", one_of(TALLY_COLUMNS))));
        return Vec::new();
    }
    let mut all: Vec<Tallied> = Vec::new();
    for row in &table.rows {
        let cell = |column: &str| {
            let cell = row.cells.get(*columns.get(column)?)?.trim();
            (!cell.is_empty()).then_some(cell)
        };
        let Some(place) = cell(PLACE) else {
            let problem = in_row(
                &table.name,
                row.number,
                "the tally counts people at no place",
            );
            problems.push(problem.help("write where it was, such as “cafeteria”"));
            continue;
        };
        let mut counts = [None; 4];
        for (count, column) in counts.iter_mut().zip(&TALLY_COLUMNS[1..]) {
            let Some(cell) = cell(column) else { continue };
            *count = cell.parse().ok().filter(|number| *number <= 100_000);
            if count.is_none() {
                let what = format!("`{column}` of the tally is no whole number");
                let problem = in_row(&table.name, row.number, &what);
                problems.push(problem.help("write how many people in figures, or leave it blank"));
            }
        }
        if let [Some(offered), declined, given, returned] = counts {
            let counted = declined.unwrap_or(0) + given.unwrap_or(0);
            if counted > offered || returned.is_some_and(|it| it > offered) {
                let what = "more people declined, took or gave back than were asked";
                let problem = in_row(&table.name, row.number, what);
                problems.push(problem.help("look at the tally sheet again"));
            }
        }
        match all.iter_mut().find(|it| plain(&it.place) == plain(place)) {
            // Two days at one place.
            Some(known) => {
                for (sum, more) in known.counts.iter_mut().zip(counts) {
                    *sum = match (*sum, more) {
                        (None, None) => None,
                        (one, other) => Some(one.unwrap_or(0) + other.unwrap_or(0)),
                    };
                }
            }
            None => all.push(Tallied {
                place: place.to_owned(),
                counts,
            }),
        }
    }
    all
}
