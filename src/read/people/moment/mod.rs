//! Dates and times as people and programs write them, read where they have one meaning.
//!
//! 07/12/2026 is 7 December in Leeds and 12 July in a spreadsheet program that was set
//! up in America. A patient who comes in the wrong month is worse than an error, so such
//! a date is read only where the service says that the day comes first, or where another
//! date of the column leaves no other way.

mod day;
mod hour;
mod token;

use jiff::civil::{Date, Time};

use super::column::Column;
use crate::diagnostics::{Problem, RowCode};
use crate::read::service::DateOrder;
use crate::read::table::{CellKind, Row, Table};
use day::Written;
use token::Tokens;

/// What is wrong with a cell: the end of "`column` ...", and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wrong {
    /// What it is called in `rejected.csv`.
    pub(super) code: RowCode,
    pub(super) what: &'static str,
    pub(super) help: &'static [&'static str],
}

const TYPE_A_DATE: &str =
    "type year, month and day, as in 2026-12-07, or name the month, as in 7 December 2026";

const TYPE_A_TIME: &str = "type hours and minutes, as in 09:30 or 2.30pm";

const NO_DATE: Wrong = not_a_date("is empty", &[TYPE_A_DATE]).with(RowCode::MissingValue);
const NOT_A_DATE: Wrong = not_a_date("is not a date such as 2026-12-07", &[TYPE_A_DATE]);
const NO_SUCH_DAY: Wrong = not_a_date("is a day that no calendar has", &[TYPE_A_DATE]);
const OTHER_WEEKDAY: Wrong = not_a_date(
    "names a day of the week that is not the one of its date",
    &["correct the one or the other"],
);
const EITHER_WAY: Wrong = not_a_date(
    "may have the day first or the month first",
    &[
        "where the day always comes first, write under `letters:` in service.yaml: dates: day-first",
        "if not, type year, month and day, as in 2026-12-07",
    ],
);
const MONTH_FIRST: Wrong = not_a_date(
    "is in a column in which some dates have the month before the day",
    &["write every date of the column as year, month and day, as in 2026-12-07"],
);

pub(super) const MAY_BE_TURNED: Wrong = not_a_date(
    "is a date among others that the spreadsheet program did not understand: it may have taken the day for the month",
    &[
        "take the list from your system again, and format the column as Text before you paste it",
        "or type every date of the column as 2026-12-07",
    ],
);

const NO_TIME: Wrong = not_a_time("is empty").with(RowCode::MissingValue);
const NOT_A_TIME: Wrong = not_a_time("is not a time such as 09:30 or 2.30pm");
const NO_SUCH_TIME: Wrong = not_a_time("is a time that no clock shows");

const fn not_a_date(what: &'static str, help: &'static [&'static str]) -> Wrong {
    Wrong {
        code: RowCode::NotADate,
        what,
        help,
    }
}

const fn not_a_time(what: &'static str) -> Wrong {
    Wrong {
        code: RowCode::NotATime,
        what,
        help: &[TYPE_A_TIME],
    }
}

impl Wrong {
    const fn with(self, code: RowCode) -> Self {
        Self { code, ..self }
    }
}

/// How the dates of one column are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Moments {
    order: Order,
    /// Whether the spreadsheet program may have turned its own dates round.
    turned: bool,
}

/// What is known of dates such as 07/12/2026.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Order {
    /// Nothing.
    #[default]
    Unknown,
    /// The service says that the day comes first.
    DayFirst,
    /// The date in this row leaves no other way.
    Proven { row: usize },
    /// Some have the month first.
    MonthFirst,
}

impl Moments {
    /// How the dates of this column are read: `stated` is what the service says of them.
    pub(super) fn of(column: &Column, table: &Table, stated: Option<DateOrder>) -> Self {
        let mut order = match stated {
            Some(DateOrder::DayFirst) => Order::DayFirst,
            None => Order::Unknown,
        };
        let (mut left_alone, mut early, mut late) = (false, false, false);
        for row in &table.rows {
            match (written(&column.text(row)), kind(column, row)) {
                (Some(Written::Certain { day, .. }), Some(CellKind::Date)) if day > 12 => {
                    late = true;
                }
                (Some(Written::Certain { .. }), Some(CellKind::Date)) => early = true,
                (Some(Written::Numbers { first, second, .. }), _) => {
                    match (first > 12, second > 12) {
                        (false, true) => order = Order::MonthFirst,
                        (true, false) => {
                            left_alone = true;
                            if order == Order::Unknown {
                                order = Order::Proven { row: row.number };
                            }
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        Self {
            order,
            turned: left_alone && early && !late,
        }
    }

    /// Whether a date of the spreadsheet program's own may be one that it read with the
    /// month first: set up for America, it makes 7 December into 12 July and leaves
    /// 13/12/2026 as it was typed, because that is no date to it.
    pub(super) fn may_be_turned(self, column: &Column, row: &Row, date: Date) -> bool {
        let is_own = kind(column, row) == Some(CellKind::Date);
        self.turned && is_own && i16::from(date.day()) != i16::from(date.month())
    }

    /// What to tell about how they were read, where nobody said how.
    pub(super) fn note(self, file: &str, column: &Column) -> Option<Problem> {
        let Order::Proven { row } = self.order else {
            return None;
        };
        Some(
            Problem::note(format!(
                "{file}: the dates of `{}` have the day first, as row {row} shows",
                column.shown
            ))
            .help("nothing to do if that is right; `dates: day-first` under `letters:` in service.yaml says it for every spreadsheet"),
        )
    }

    /// The day that a cell says, and the time where it says one as well.
    pub(super) fn date(self, cell: &str) -> Result<(Date, Option<Time>), Wrong> {
        if cell.trim().is_empty() {
            return Err(NO_DATE);
        }
        let mut tokens = Tokens::of(cell);
        let weekday = day::weekday(&mut tokens);
        let written = day::take(&mut tokens).ok_or(NOT_A_DATE)?;
        let date = self.resolve(written)?;
        let time = match tokens.is_empty() {
            true => None,
            false => Some(time_after_date(&mut tokens)?),
        };
        if weekday.is_some_and(|weekday| weekday != date.weekday()) {
            return Err(OTHER_WEEKDAY);
        }
        // A program adds midnight to a day that has no time.
        Ok((date, time.filter(|time| *time != Time::midnight())))
    }

    /// The time that a cell says, and the day where it says one as well.
    pub(super) fn time(self, cell: &str) -> Result<(Time, Option<Date>), Wrong> {
        if cell.trim().is_empty() {
            return Err(NO_TIME);
        }
        if let Some(time) = hour::whole(&mut Tokens::of(cell)) {
            return time.ok_or(NO_SUCH_TIME).map(|time| (time, None));
        }
        match self.date(cell) {
            Ok((date, Some(time))) => Ok((time, Some(date))),
            _ => Err(NOT_A_TIME),
        }
    }

    /// Whether a cell is a date that has the day first or the month first.
    pub(super) fn is_either_way(cell: &str) -> bool {
        matches!(
            written(cell),
            Some(Written::Numbers { .. } | Written::ShortNumbers { .. })
        )
    }

    fn resolve(self, written: Written) -> Result<Date, Wrong> {
        let (day, month, year) = match written {
            Written::Certain { day, month, year } => (day, month, year),
            Written::Numbers {
                first,
                second,
                year,
            } => match self.order {
                Order::MonthFirst => return Err(MONTH_FIRST),
                Order::Unknown if first != second => return Err(EITHER_WAY),
                _ => (first, second, year),
            },
            Written::ShortNumbers {
                first,
                second,
                year,
            } => match self.order {
                Order::MonthFirst => return Err(MONTH_FIRST),
                Order::Unknown => return Err(EITHER_WAY),
                _ => (first, second, year),
            },
        };
        Date::new(year, month, day).map_err(|_| NO_SUCH_DAY)
    }
}

/// What kind the only cell of a column is.
fn kind(column: &Column, row: &Row) -> Option<CellKind> {
    match column.at.as_slice() {
        [only] => row.kinds.get(*only).copied(),
        _ => None,
    }
}

/// The date at the start of a cell, as it is written.
fn written(cell: &str) -> Option<Written> {
    let mut tokens = Tokens::of(cell);
    day::weekday(&mut tokens);
    day::take(&mut tokens)
}

/// What follows a date: "T09:30", "at 2pm", "09:30:00".
fn time_after_date(tokens: &mut Tokens) -> Result<Time, Wrong> {
    let _ = tokens.take_word(&["t", "at"]);
    match hour::whole(tokens) {
        Some(time) => time.ok_or(NO_SUCH_DAY),
        None => Err(NOT_A_DATE),
    }
}

#[cfg(test)]
mod tests;
