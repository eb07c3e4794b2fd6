//! What a cell says, in the words somebody would have typed into a text.

use calamine::{DataRef, ExcelDateTime, NumberFormat};
use jiff::Unit;
use jiff::civil::{Date, DateTime};

use super::number;
use crate::diagnostics::RowCode;
use crate::read::table::{CellKind, Suspect};

/// Excel keeps 15 digits of a number, and makes zeros of the others.
const LARGEST_WHOLE: f64 = 1e15;

/// Formats that are another one in each country: amounts of money, Asian dates. Excel
/// writes out what they mean; other programs may not.
const OF_A_COUNTRY: std::ops::RangeInclusive<u32> = 5..=8;

const SECONDS_IN_A_DAY: f64 = 86_400.0;

/// What a cell shows.
#[derive(Debug, PartialEq)]
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) kind: CellKind,
    /// Why that cannot be relied on, where it cannot.
    pub(super) doubt: Option<Doubt>,
}

/// Why what a cell shows cannot be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    LostDigits,
    UncertainFormat,
    /// A formula that was never worked out.
    NoResult,
}

/// What a cell shows under its number format.
pub(super) fn shown(value: &DataRef, format: Option<&NumberFormat>) -> Shown {
    match value {
        DataRef::Empty => Shown::text(String::new()),
        DataRef::String(text) => words(text, format),
        DataRef::SharedString(text) => words(text, format),
        DataRef::Bool(true) => Shown::text("TRUE".to_owned()),
        DataRef::Bool(false) => Shown::text("FALSE".to_owned()),
        DataRef::Int(whole) => number(*whole as f64, format),
        DataRef::Float(value) => number(*value, format),
        DataRef::DateTime(moment) => moment_shown(moment),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::DurationIso(text) => Shown {
            kind: CellKind::Time,
            ..Shown::text(text.clone())
        },
        // It is found among the words of errors, like one in a text file.
        DataRef::Error(error) => Shown::text(error.to_string()),
    }
}

impl Shown {
    fn text(text: String) -> Self {
        Self {
            kind: CellKind::of_text(&text),
            text,
            doubt: None,
        }
    }
}

fn words(text: &str, format: Option<&NumberFormat>) -> Shown {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    match number::shown_text(&text, code_of(format)) {
        Ok(shown) => Shown::text(shown),
        Err(number::Uncertain) => Shown {
            doubt: Some(Doubt::UncertainFormat),
            ..Shown::text(text)
        },
    }
}

/// A number with all its digits, or as its format shows it.
fn number(value: f64, format: Option<&NumberFormat>) -> Shown {
    let code = code_of(format);
    let of_a_country = format
        .and_then(|format| format.format_id)
        .is_some_and(|id| OF_A_COUNTRY.contains(&id) && code == GENERAL);
    let (text, doubt) = if value.abs() >= LARGEST_WHOLE {
        (value.to_string(), Some(Doubt::LostDigits))
    } else if of_a_country {
        (value.to_string(), Some(Doubt::UncertainFormat))
    } else {
        match number::shown(value, code) {
            Ok(shown) => (shown, None),
            Err(number::Uncertain) => (value.to_string(), Some(Doubt::UncertainFormat)),
        }
    };
    Shown {
        text,
        kind: CellKind::Number,
        doubt,
    }
}

/// The format of a cell that has none of its own.
const GENERAL: &str = "General";

fn code_of(format: Option<&NumberFormat>) -> &str {
    format.map_or(GENERAL, |format| format.format_code.as_str())
}

/// What programs other than Excel write: 2026-12-07T09:30:00.
fn iso(text: &str) -> Shown {
    let (text, kind) = match text.parse::<DateTime>() {
        Ok(moment) if text.contains(':') => moment_text(moment),
        Ok(moment) => (moment.date().to_string(), CellKind::Date),
        Err(_) => (text.to_owned(), CellKind::Text),
    };
    Shown {
        kind,
        ..Shown::text(text)
    }
}

fn moment_text(moment: DateTime) -> (String, CellKind) {
    let time = moment.time();
    let seconds =
        i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second());
    match seconds {
        0 => (moment.date().to_string(), CellKind::Date),
        _ => (
            format!("{} {}", moment.date(), clock(seconds)),
            CellKind::DateAndTime,
        ),
    }
}

/// A day as 2026-12-07, a time as 09:30, both with a space between them.
fn moment_shown(moment: &ExcelDateTime) -> Shown {
    let value = moment.as_f64();
    if (0.0..1.0).contains(&value) || moment.is_duration() {
        return Shown {
            kind: CellKind::Time,
            ..Shown::text(clock((value * SECONDS_IN_A_DAY).round() as i64))
        };
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let date = i16::try_from(year)
        .ok()
        .and_then(|year| Date::new(year, month as i8, day as i8).ok());
    // 29 February 1900, which only Excel's calendar has, is no date.
    let Some(date) = date else {
        return Shown {
            kind: CellKind::Number,
            ..Shown::text(value.to_string())
        };
    };
    let exact = date.at(
        hour as i8,
        minute as i8,
        second as i8,
        i32::from(milli) * 1_000_000,
    );
    // A time is a part of a day, and 09:30 may come out as 09:29:59.999.
    let rounded = exact.round(Unit::Second).unwrap_or(exact);
    let (text, kind) = moment_text(rounded);
    Shown {
        kind,
        ..Shown::text(text)
    }
}

fn clock(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match seconds {
        0 => format!("{hours:02}:{minutes:02}"),
        _ => format!("{hours:02}:{minutes:02}:{seconds:02}"),
    }
}

impl Doubt {
    /// What is wrong with the cell.
    pub(super) fn suspect(self, row: usize, column: usize) -> Suspect {
        let (code, what, help): (_, _, &[_]) = match self {
            Self::LostDigits => (
                RowCode::NumberTooLong,
                "holds a number of more than 15 digits, of which Excel has lost the last",
                &["format the column as Text, then type the number again"],
            ),
            Self::UncertainFormat => (
                RowCode::NumberNotShown,
                "has a number format that cannot be shown for certain",
                &["format the column as Text, and type again what the cell shows"],
            ),
            Self::NoResult => (
                RowCode::FormulaWithoutResult,
                "holds a formula whose result was not saved",
                &["open the file in Excel or LibreOffice, see that the cell shows it, and save"],
            ),
        };
        Suspect::new(row, column, code, what, help)
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    use super::*;

    fn day(value: f64) -> (String, CellKind) {
        let shown = moment_shown(&ExcelDateTime::new(value, DateTime, false));
        (shown.text, shown.kind)
    }

    #[test]
    fn days_and_times_come_out_as_they_are_typed_in_a_text() {
        for (value, text, kind) in [
            (46_363.0, "2026-12-07", CellKind::Date),
            (
                46_363.395_833_333_3,
                "2026-12-07 09:30",
                CellKind::DateAndTime,
            ),
            (46_363.999_999_999, "2026-12-08", CellKind::Date),
            (0.395_833_333_333_333, "09:30", CellKind::Time),
            (0.583_344_907_407_407, "14:00:01", CellKind::Time),
            (0.0, "00:00", CellKind::Time),
            (9.0, "1900-01-09", CellKind::Date),
        ] {
            assert_eq!(day(value), (text.to_owned(), kind), "{value}");
        }
        let duration = ExcelDateTime::new(1.104_166_666_7, TimeDelta, false);
        assert_eq!(moment_shown(&duration).text, "26:30");
        let apple = ExcelDateTime::new(44_901.0, DateTime, true);
        assert_eq!(moment_shown(&apple).text, "2026-12-07");
    }

    #[test]
    fn days_and_times_that_other_programs_write_come_out_alike() {
        for (typed, text, kind) in [
            ("2026-12-07T00:00:00", "2026-12-07", CellKind::Date),
            ("2026-12-07", "2026-12-07", CellKind::Date),
            (
                "2026-12-07T09:30:00",
                "2026-12-07 09:30",
                CellKind::DateAndTime,
            ),
            ("next week", "next week", CellKind::Text),
        ] {
            let shown = iso(typed);
            assert_eq!((shown.text.as_str(), shown.kind), (text, kind), "{typed}");
        }
    }

    #[test]
    fn a_number_keeps_its_digits() {
        for (value, text) in [
            (9_990_000_018.0, "9990000018"),
            (2.5, "2.5"),
            (-3.0, "-3"),
            (123_456_789_012_345.0, "123456789012345"),
        ] {
            let shown = number(value, None);
            assert_eq!((shown.text.as_str(), shown.doubt), (text, None));
        }
        for value in [1.234_567_890_123_46e17, f64::INFINITY] {
            assert_eq!(number(value, None).doubt, Some(Doubt::LostDigits));
        }
        let thirds = number(1.0 / 3.0, None);
        assert_eq!(thirds.doubt, Some(Doubt::UncertainFormat));
    }
}
