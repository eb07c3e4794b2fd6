//! Dates and times, in the one form that cannot be misread.
//!
//! 07/12/2026 is 7 December in Leeds and 12 July in a spreadsheet program that was
//! set up in America. A patient who comes in the wrong month is worse than an
//! error, so only the international form (ISO 8601) is taken.

use crate::diagnostics::RowCode;
use jiff::civil::{Date, Time};

/// What is wrong with a cell: the end of "`column` ...", and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// What it is called in `rejected.csv`.
    pub(super) code: RowCode,
    pub(super) what: &'static str,
    pub(super) help: &'static [&'static str],
}

const HOW_TO_TYPE_A_DATE: &[&str] = &[
    "type year, month and day, as in 2026-12-07 for 7 December 2026",
    "Excel turns that into its own form: select the column, choose Format Cells, Custom, \
     type yyyy-mm-dd, and save the file again",
];

const HOW_TO_TYPE_A_TIME: &[&str] = &[
    "type hours and minutes of the 24-hour clock, as in 09:30 or 14:30",
    "in Excel, select the column, choose Format Cells, Custom, type hh:mm, and save the file again",
];

/// A day, typed as `2026-12-07`.
pub(super) fn date(cell: &str) -> Result<Date, Wrong> {
    let typed = cell.trim();
    if typed.is_empty() {
        return wrong(RowCode::MissingValue, "is empty", HOW_TO_TYPE_A_DATE);
    }
    let mut parts = typed.split('-');
    let year = parts.next().and_then(|part| number(part, 4..=4));
    let month = parts.next().and_then(|part| number(part, 2..=2));
    let day = parts.next().and_then(|part| number(part, 2..=2));
    let (Some(year), Some(month), Some(day), None) = (year, month, day, parts.next()) else {
        return wrong(
            RowCode::NotADate,
            "is not a date such as 2026-12-07",
            HOW_TO_TYPE_A_DATE,
        );
    };
    i8::try_from(month)
        .and_then(|month| Ok((month, i8::try_from(day)?)))
        .ok()
        .and_then(|(month, day)| Date::new(year, month, day).ok())
        .map_or_else(
            || {
                wrong(
                    RowCode::NotADate,
                    "is a day that no calendar has",
                    HOW_TO_TYPE_A_DATE,
                )
            },
            Ok,
        )
}

/// A time of day, typed as `09:30` or `9:30`; `09:30:00` is what LibreOffice makes of it.
pub(super) fn time(cell: &str) -> Result<Time, Wrong> {
    let typed = cell.trim();
    if typed.is_empty() {
        return wrong(RowCode::MissingValue, "is empty", HOW_TO_TYPE_A_TIME);
    }
    let without_seconds = typed.strip_suffix(":00").filter(|rest| rest.contains(':'));
    let mut parts = without_seconds.unwrap_or(typed).split(':');
    let hour = parts.next().and_then(|part| number(part, 1..=2));
    let minute = parts.next().and_then(|part| number(part, 2..=2));
    let (Some(hour), Some(minute), None) = (hour, minute, parts.next()) else {
        return wrong(
            RowCode::NotATime,
            "is not a time such as 09:30",
            HOW_TO_TYPE_A_TIME,
        );
    };
    i8::try_from(hour)
        .and_then(|hour| Ok((hour, i8::try_from(minute)?)))
        .ok()
        .and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok())
        .map_or_else(
            || {
                wrong(
                    RowCode::NotATime,
                    "is a time that no clock shows",
                    HOW_TO_TYPE_A_TIME,
                )
            },
            Ok,
        )
}

/// A number of so many plain digits: no sign, no digits of other scripts.
fn number(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<i16> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    (plain && length.contains(&text.len()))
        .then(|| text.parse().ok())
        .flatten()
}

fn wrong<T>(code: RowCode, what: &'static str, help: &'static [&'static str]) -> Result<T, Wrong> {
    Err(Wrong { code, what, help })
}

#[cfg(test)]
mod tests {
    use super::{date, time};

    #[test]
    fn a_date_is_typed_year_month_day() {
        assert_eq!(date(" 2026-12-07 "), Ok(jiff::civil::date(2026, 12, 7)));
        assert_eq!(date("2028-02-29"), Ok(jiff::civil::date(2028, 2, 29)));
    }

    #[test]
    #[rustfmt::skip]
    fn a_date_that_could_be_misread_is_refused() {
        for typed in [
            "07/12/2026", "7 December 2026", "2026-12-7", "26-12-07", "2026-12-07 00:00",
            "46363", "-2026-12-07", "2026-+1-07", "2026-12-07-", "٢٠٢٦-١٢-٠٧",
        ] {
            let said = date(typed).expect_err(typed).what;
            assert_eq!(said, "is not a date such as 2026-12-07", "{typed}");
        }
    }

    #[test]
    fn a_day_must_exist() {
        for typed in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31"] {
            let said = date(typed).expect_err(typed).what;
            assert_eq!(said, "is a day that no calendar has");
        }
        assert_eq!(date("  ").expect_err("blank").what, "is empty");
    }

    #[test]
    fn a_time_is_typed_on_the_24_hour_clock() {
        assert_eq!(time("09:30"), Ok(jiff::civil::time(9, 30, 0, 0)));
        assert_eq!(time("9:30"), Ok(jiff::civil::time(9, 30, 0, 0)));
        assert_eq!(time("14:05:00"), Ok(jiff::civil::time(14, 5, 0, 0)));
        assert_eq!(time("00:00"), Ok(jiff::civil::time(0, 0, 0, 0)));
    }

    #[test]
    fn other_times_are_refused() {
        for typed in [
            "9.30",
            "9:30am",
            "9",
            "0930",
            "9:3",
            ":30",
            "9:00:30",
            "9:30:00:00",
        ] {
            let said = time(typed).expect_err(typed).what;
            assert_eq!(said, "is not a time such as 09:30", "{typed}");
        }
        for typed in ["24:00", "12:60"] {
            let said = time(typed).expect_err(typed).what;
            assert_eq!(said, "is a time that no clock shows", "{typed}");
        }
    }
}
