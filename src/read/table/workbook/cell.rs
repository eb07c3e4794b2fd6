//! What a cell says, in the words somebody would have typed into a text.

use crate::diagnostics::RowCode;
use calamine::{CellErrorType, DataRef, ExcelDateTime};
use jiff::Unit;
use jiff::civil::Date;

use crate::read::table::{RowFault, column_letters};

/// Excel keeps 15 digits of a number, and makes zeros of the others.
const LARGEST_WHOLE: f64 = 1e15;

const SECONDS_IN_A_DAY: f64 = 86_400.0;

/// A cell that says nothing that could be printed.
#[derive(Debug, PartialEq)]
pub(super) enum Wrong {
    Formula(CellErrorType),
    LostDigits,
}

/// The text of a cell. `format` is its number format, such as `00000`.
pub(super) fn text(value: &DataRef, format: &str) -> Result<String, Wrong> {
    Ok(match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => as_lines(text),
        DataRef::SharedString(text) => as_lines(text),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::Int(whole) => number(*whole as f64, format)?,
        DataRef::Float(value) => number(*value, format)?,
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => return Err(Wrong::Formula(error.clone())),
    })
}

fn as_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A number with all its digits: 9990000018, never 9.99E9.
fn number(value: f64, format: &str) -> Result<String, Wrong> {
    if value.abs() >= LARGEST_WHOLE {
        return Err(Wrong::LostDigits);
    }
    if value.fract() != 0.0 || value < 0.0 {
        return Ok(value.to_string());
    }
    Ok(in_places(&format!("{value:.0}"), format))
}

/// A whole number as its format shows it, where that says how many digits there
/// are: 1632960123 as 01632 960123 under `00000\ 000000`. Excel keeps no leading
/// zero but in this way.
fn in_places(digits: &str, format: &str) -> String {
    let format = format.replace('\\', "");
    let plain = |place: char| matches!(place, '0' | ' ' | '-');
    if !format.starts_with('0') || !format.chars().all(plain) {
        return digits.to_owned();
    }
    let mut left = digits.chars().rev();
    let mut shown: Vec<char> = format
        .chars()
        .rev()
        .map(|place| match place {
            '0' => left.next().unwrap_or('0'),
            other => other,
        })
        .collect();
    shown.extend(left);
    shown.iter().rev().collect()
}

/// A day as 2026-12-07, a time as 09:30, both with a space between them.
fn moment_text(moment: &ExcelDateTime) -> String {
    let value = moment.as_f64();
    if (0.0..1.0).contains(&value) || moment.is_duration() {
        return clock((value * SECONDS_IN_A_DAY).round() as i64);
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let date = i16::try_from(year)
        .ok()
        .and_then(|year| Date::new(year, month as i8, day as i8).ok());
    // 29 February 1900, which only Excel's calendar has, is no date.
    let Some(date) = date else {
        return value.to_string();
    };
    let exact = date.at(
        hour as i8,
        minute as i8,
        second as i8,
        i32::from(milli) * 1_000_000,
    );
    // A time is a part of a day, and 09:30 may come out as 09:29:59.999.
    let rounded = exact.round(Unit::Second).unwrap_or(exact);
    let time = rounded.time();
    let seconds =
        i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second());
    match seconds {
        0 => rounded.date().to_string(),
        _ => format!("{} {}", rounded.date(), clock(seconds)),
    }
}

fn clock(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match seconds {
        0 => format!("{hours:02}:{minutes:02}"),
        _ => format!("{hours:02}:{minutes:02}:{seconds:02}"),
    }
}

impl Wrong {
    /// What to tell the person.
    pub(super) fn fault(self, name: &str, row: usize, column: usize) -> RowFault {
        let column = column_letters(column);
        match self {
            Self::Formula(error) => RowFault::new(
                name,
                row,
                &column,
                RowCode::FormulaError,
                &format!("column {column} holds `{error}`, the error of a formula"),
            )
            .help("mend the formula, or type over it what it should say"),
            Self::LostDigits => RowFault::new(
                name,
                row,
                &column,
                RowCode::NumberTooLong,
                &format!("column {column} holds a number of more than 15 digits, of which Excel has lost the last"),
            )
            .help("format the column as Text, then type the number again"),
        }
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    use super::*;

    fn day(value: f64) -> String {
        moment_text(&ExcelDateTime::new(value, DateTime, false))
    }

    #[test]
    fn days_and_times_come_out_as_they_are_typed_in_a_text() {
        assert_eq!(day(46_363.0), "2026-12-07");
        assert_eq!(day(46_363.395_833_333_3), "2026-12-07 09:30");
        assert_eq!(day(46_363.999_999_999), "2026-12-08");
        assert_eq!(day(0.395_833_333_333_333), "09:30");
        assert_eq!(day(0.583_344_907_407_407), "14:00:01");
        assert_eq!(day(0.0), "00:00");
        let duration = ExcelDateTime::new(1.104_166_666_7, TimeDelta, false);
        assert_eq!(moment_text(&duration), "26:30");
        let apple = ExcelDateTime::new(44_901.0, DateTime, true);
        assert_eq!(moment_text(&apple), "2026-12-07");
    }

    #[test]
    fn a_number_keeps_its_digits() {
        for (value, format, shown) in [
            (9_990_000_018.0, "General", "9990000018"),
            (1_632_960_123.0, "00000000000", "01632960123"),
            (1_632_960_123.0, "00000\\ 000000", "01632 960123"),
            (1_632_960_123.0, "000", "1632960123"),
            (7.0, "0", "7"),
            (7.0, "0.00", "7"),
            (2.5, "0", "2.5"),
            (-3.0, "000", "-3"),
            (123_456_789_012_345.0, "", "123456789012345"),
        ] {
            assert_eq!(number(value, format).as_deref(), Ok(shown), "{format}");
        }
        assert_eq!(number(1.234_567_890_123_46e17, ""), Err(Wrong::LostDigits));
        assert_eq!(number(f64::INFINITY, ""), Err(Wrong::LostDigits));
    }
}
