//! Dates and times as they stand in spreadsheets.

use jiff::civil::{Date, date, time};
use proptest::prelude::*;

use super::{Column, DateOrder, Moments, Order};
use crate::diagnostics::RowCode;
use crate::read::table::{self, Asked, CellKind, Row};

const DAY_FIRST: Moments = Moments {
    order: Order::DayFirst,
    turned: false,
};

fn unknown() -> Moments {
    Moments::default()
}

/// How the dates of a column are read that holds these.
fn column(cells: &[&str], stated: Option<DateOrder>) -> Moments {
    let text = format!("day,x\n{}\n", cells.join(",\n"));
    let table =
        table::survey("people.csv", text.as_bytes(), &Asked::default()).expect("a spreadsheet");
    let column = Column {
        ours: "day".into(),
        shown: "day".into(),
        at: vec![0],
        is_guess: false,
    };
    Moments::of(&column, &table, stated)
}

#[test]
fn a_date_with_one_meaning_is_read() {
    for typed in [
        "2026-12-07",
        " 2026-12-7 ",
        "2026/12/07",
        "2026.12.07",
        "20261207",
        "2026-12-07 00:00:00",
        "2026-12-07T00:00:00.000",
        "7 December 2026",
        "7th December, 2026",
        "7th of Dec 2026",
        "07-Dec-26",
        "7-DEC-2026",
        "07Dec2026",
        "7.Dec.2026",
        "Dec 7, 2026",
        "December 7th 2026",
        "Mon 7 Dec 2026",
        "Monday, 7 December 2026",
        "Dydd Llun 7 Rhagfyr 2026",
    ] {
        assert_eq!(
            unknown().date(typed),
            Ok((date(2026, 12, 7), None)),
            "{typed}"
        );
    }
    let same_either_way = unknown().date("07/07/2026");
    assert_eq!(same_either_way, Ok((date(2026, 7, 7), None)));
}

#[test]
fn a_date_that_could_be_misread_is_refused() {
    for typed in ["07/12/2026", "7.12.2026", "07-12-26", "26-12-07"] {
        let said = unknown().date(typed).expect_err(typed).what;
        assert_eq!(said, "may have the day first or the month first", "{typed}");
    }
    for typed in [
        "46363",
        "-2026-12-07",
        "2026-+1-07",
        "2026-12-07-",
        "٢٠٢٦-١٢-٠٧",
        "7 December",
        "December 2026",
        "7 Ma 2026",
        "next Monday",
        "7 December 2026 or later",
        "07/12-2026",
    ] {
        let said = unknown().date(typed).expect_err(typed).what;
        assert_eq!(said, "is not a date such as 2026-12-07", "{typed}");
    }
}

#[test]
fn a_day_must_exist_and_be_the_day_of_the_week_it_says() {
    for typed in [
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "31 April 2026",
        "29-Feb-26",
    ] {
        let said = unknown().date(typed).expect_err(typed).what;
        assert_eq!(said, "is a day that no calendar has", "{typed}");
    }
    let other = unknown().date("Tue 7 Dec 2026").expect_err("a Monday");
    assert!(other.what.starts_with("names a day of the week"));
    assert_eq!(unknown().date("  ").expect_err("blank").what, "is empty");
}

#[test]
fn the_service_may_say_that_the_day_comes_first() {
    for typed in ["07/12/2026", "7/12/26", "07.12.2026", "Mon 07/12/2026"] {
        assert_eq!(
            DAY_FIRST.date(typed),
            Ok((date(2026, 12, 7), None)),
            "{typed}"
        );
    }
}

#[test]
fn a_column_may_leave_no_other_way() {
    let proven = column(&["07/12/2026", "13/12/2026"], None);
    assert_eq!(proven.order, Order::Proven { row: 3 });
    assert_eq!(proven.date("07/12/2026"), Ok((date(2026, 12, 7), None)));
    // A year of two figures may as well be a day.
    let short = column(&["07/12/26", "13/12/26"], None);
    assert_eq!(short.order, Order::Unknown);
    for stated in [None, Some(DateOrder::DayFirst)] {
        let against = column(&["13/12/2026", "12/13/2026", "07/12/2026"], stated);
        let wrong = against.date("07/12/2026").expect_err("either");
        assert_eq!(wrong.code, RowCode::NotADate);
        assert!(wrong.what.contains("the month before the day"));
        assert!(against.date("7 Dec 2026").is_ok());
    }
}

#[test]
fn a_cell_may_hold_day_and_time() {
    let (day, half_past_nine) = (date(2026, 12, 7), time(9, 30, 0, 0));
    for typed in [
        "2026-12-07 09:30",
        "2026-12-07T09:30:00",
        "7 Dec 2026 at 9.30am",
        "Mon 7 December 2026, 9:30 a.m.",
        "7-Dec-26 0930",
    ] {
        assert_eq!(
            unknown().date(typed),
            Ok((day, Some(half_past_nine))),
            "{typed}"
        );
        assert_eq!(
            unknown().time(typed),
            Ok((half_past_nine, Some(day))),
            "{typed}"
        );
    }
    let slashed = DAY_FIRST.time("07/12/2026 09:30");
    assert_eq!(slashed, Ok((half_past_nine, Some(day))));
}

#[test]
fn a_time_with_one_meaning_is_read() {
    for (typed, hour, minute) in [
        ("09:30", 9, 30),
        ("9:30", 9, 30),
        ("9.30", 9, 30),
        ("9.30am", 9, 30),
        ("9:30 A.M.", 9, 30),
        ("0930", 9, 30),
        ("930", 9, 30),
        ("0930hrs", 9, 30),
        ("14:05:00", 14, 5),
        ("2pm", 14, 0),
        ("2.05 PM", 14, 5),
        ("14:05 pm", 14, 5),
        ("12pm", 12, 0),
        ("12 noon", 12, 0),
        ("midday", 12, 0),
        ("12am", 0, 0),
        ("00:00", 0, 0),
    ] {
        let read = unknown().time(typed);
        assert_eq!(read, Ok((time(hour, minute, 0, 0), None)), "{typed}");
    }
}

#[test]
fn other_times_are_refused() {
    for typed in [
        "9",
        "9:3",
        ":30",
        "9:00:30",
        "9:30:00:00",
        "9-10am",
        "half past nine",
        "am",
        "0.395833333",
        "9:30 or 10",
        "3 noon",
    ] {
        let said = unknown().time(typed).expect_err(typed).what;
        assert_eq!(said, "is not a time such as 09:30 or 2.30pm", "{typed}");
    }
    for typed in ["24:00", "12:60", "13am", "2561", "25pm"] {
        let said = unknown().time(typed).expect_err(typed).what;
        assert_eq!(said, "is a time that no clock shows", "{typed}");
    }
}

/// A column of a workbook: dates of its own, and words.
fn workbook(cells: &[(&str, CellKind)]) -> (Moments, Column, Vec<Row>) {
    let text: Vec<&str> = cells.iter().map(|(text, _)| *text).collect();
    let text = format!("day,x\n{}\n", text.join(",\n"));
    let mut table =
        table::survey("people.csv", text.as_bytes(), &Asked::default()).expect("a spreadsheet");
    for (row, (_, kind)) in table.rows.iter_mut().zip(cells) {
        row.kinds[0] = *kind;
    }
    let column = Column {
        ours: "day".into(),
        shown: "day".into(),
        at: vec![0],
        is_guess: false,
    };
    (Moments::of(&column, &table, None), column, table.rows)
}

#[test]
fn dates_that_a_program_may_have_turned_round_are_not_believed() {
    let own = ("2026-07-12", CellKind::Date);
    let (moments, column, rows) = workbook(&[own, ("13/12/2026", CellKind::Text)]);
    assert!(moments.may_be_turned(&column, &rows[0], date(2026, 7, 12)));
    assert!(!moments.may_be_turned(&column, &rows[1], date(2026, 12, 13)));
    // A program that understood a day above 12 understood them all.
    let late = ("2026-12-15", CellKind::Date);
    let (moments, column, rows) = workbook(&[own, late, ("13/12/2026", CellKind::Text)]);
    assert!(!moments.may_be_turned(&column, &rows[0], date(2026, 7, 12)));
}

fn any_day() -> impl Strategy<Value = Date> {
    (2026_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

proptest! {
    /// However a program writes a day out, it is read as that day.
    #[test]
    fn a_day_is_read_as_it_was_written(
        day in any_day(),
        form in prop::sample::select(&["%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%d-%b-%y", "%a %d %b %Y", "%A, %B %d, %Y"][..]),
        hour in 1_i8..24, minute in 0_i8..60,
    ) {
        let written = day.strftime(form).to_string();
        prop_assert_eq!(unknown().date(&written), Ok((day, None)));
        let both = format!("{written} {hour:02}:{minute:02}");
        let at = time(hour, minute, 0, 0);
        prop_assert_eq!(unknown().date(&both), Ok((day, Some(at))));
        prop_assert_eq!(unknown().time(&both), Ok((at, Some(day))));
        let first = day.strftime("%d/%m/%Y").to_string();
        prop_assert_eq!(DAY_FIRST.date(&first), Ok((day, None)));
        // Nobody's word, and two meanings: never read.
        let may_be_both = day.day() <= 12 && day.day() != day.month();
        prop_assert_eq!(unknown().date(&first).is_err(), may_be_both || day.day() > 12);
    }

    #[test]
    fn any_cell_is_answered(cell in "\\PC{0,24}") {
        let _ = (DAY_FIRST.date(&cell), DAY_FIRST.time(&cell));
    }
}
