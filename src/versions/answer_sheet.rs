//! The spreadsheet into which somebody types what comes back, a row for each copy.

use jiff::civil::Date;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError,
};

use super::print_list::PrintedCopy;
use crate::diagnostics::Failure;

/// The sheet with a row for each copy.
pub(super) const ANSWERS: &str = "answers";
/// The sheet with a row for each place.
pub(super) const TALLY: &str = "tally";

/// A question of the slip.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question {
    /// Its column.
    pub column: &'static str,
    /// What those do who answer yes.
    pub says: &'static str,
}

/// The questions of the slip, in the order in which they stand on it.
pub(super) const QUESTIONS: [Question; 5] = [
    Question {
        column: "found",
        says: "Found what they wanted to know",
    },
    Question {
        column: "understood",
        says: "Understood it",
    },
    Question {
        column: "upset or blamed",
        says: "Upset or blamed (fewer is better)",
    },
    Question {
        column: "too much",
        says: "Found it too much (fewer is better)",
    },
    Question {
        column: "would use",
        says: "Would use it",
    },
];

pub(super) const CODE: &str = "code";
pub(super) const PLACE: &str = "place";
pub(super) const HANDED_OUT: &str = "handed out";
pub(super) const OWN_WORDS: &str = "own words";
pub(super) const CAME: &str = "came";
pub(super) const BOOKED: &str = "booked";

/// What may become of a copy.
pub(super) const FATES: [&str; 3] = ["taken", "handed back", "not yet"];
/// How a question is answered.
pub(super) const REPLIES: [&str; 3] = ["yes", "in part", "no"];
/// What somebody knows who looks into the service's own records.
pub(super) const YES_NO: [&str; 2] = ["yes", "no"];

/// The columns of the tally.
pub(super) const TALLY_COLUMNS: [&str; 5] = [PLACE, "offered", "declined", "given", "returned"];

/// How many places there is room for.
const PLACES: u32 = 20;

/// The columns of the answers, in their order.
pub(super) fn columns() -> Vec<&'static str> {
    let questions = QUESTIONS.iter().map(|question| question.column);
    let before = [CODE, PLACE, HANDED_OUT].into_iter();
    before
        .chain(questions)
        .chain([OWN_WORDS, CAME, BOOKED])
        .collect()
}

/// The file, with the codes of these copies in it.
///
/// # Errors
/// Where it cannot be made.
pub(super) fn answer_sheet(
    guide: &str,
    round: u32,
    copies: &[PrintedCopy],
    date: Date,
) -> Result<Vec<u8>, Failure> {
    workbook(guide, round, copies, date).map_err(|error| {
        Failure::machine(
            format!("the spreadsheet for the answers cannot be made: {error}"),
            "print fewer copies at once",
        )
    })
}

fn workbook(
    guide: &str,
    round: u32,
    copies: &[PrintedCopy],
    date: Date,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The day that is printed, and no clock: the same input makes the same file.
    let year = u16::try_from(date.year()).unwrap_or(2026);
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    let properties = DocProperties::new()
        .set_title(format!("{guide}, round {round}"))
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?);
    workbook.set_properties(&properties);
    answers(workbook.add_worksheet(), copies)?;
    tally(workbook.add_worksheet())?;
    how(workbook.add_worksheet())?;
    workbook.save_to_buffer()
}

fn answers(sheet: &mut Worksheet, copies: &[PrintedCopy]) -> Result<(), XlsxError> {
    sheet.set_name(ANSWERS)?;
    head(sheet, &columns())?;
    let last = u32::try_from(copies.len()).unwrap_or(u32::MAX).max(1);
    for (row, copy) in (1..).zip(copies) {
        sheet.write(row, 0, copy.code.to_string())?;
    }
    for (column, name) in (0..).zip(columns()) {
        let choices: &[&str] = match name {
            HANDED_OUT => &FATES,
            CAME | BOOKED => &YES_NO,
            CODE | PLACE | OWN_WORDS => continue,
            _ => &REPLIES,
        };
        let list = DataValidation::new()
            .allow_list_strings(choices)?
            .set_error_title("Choose one of these")?
            .set_error_message(format!("{}, or leave it blank", choices.join(", ")))?;
        sheet.add_data_validation(1, column, last, column, &list)?;
    }
    let width = |name: &str| match name {
        OWN_WORDS => 60.0,
        CODE | PLACE | HANDED_OUT => 16.0,
        _ => 14.0,
    };
    for (column, name) in (0..).zip(columns()) {
        sheet.set_column_width(column, width(name))?;
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

fn tally(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(TALLY)?;
    head(sheet, &TALLY_COLUMNS)?;
    sheet.set_column_width(0, 30.0)?;
    let number = DataValidation::new()
        .allow_whole_number(rust_xlsxwriter::DataValidationRule::Between(0, 100_000))
        .set_error_title("A whole number")?
        .set_error_message("How many people? Leave it blank where nobody counted.")?;
    sheet.add_data_validation(1, 1, PLACES, 4, &number)?;
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// What to type where, for somebody who sees it for the first time.
fn how(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("how")?;
    sheet.set_column_width(0, 100.0)?;
    let lines = [
        "Sheet “answers”: a row for each copy. The code is there already: find the row of the slip.",
        "handed out: taken, handed back (somebody looked at it and did not want it), or blank while you still have it.",
        "The five questions: yes, in part, no. Leave blank what somebody left blank.",
        "own words: exactly as written, spelling too. Leave out any name, and write [name] instead.",
        "came, booked: from your own records, and only if you know it by the code. Never write down who it was.",
        "Sheet “tally”: a row for each place, from the tally sheet: how many people were asked, said no, took a copy, gave a slip back.",
        "Never write a person’s name anywhere in this file.",
    ];
    let wrapped = Format::new().set_text_wrap();
    for (row, line) in (0..).zip(lines) {
        sheet.write_with_format(row, 0, line, &wrapped)?;
    }
    Ok(())
}

fn head(sheet: &mut Worksheet, names: &[&str]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, name) in (0..).zip(names) {
        sheet.write_with_format(0, column, *name, &bold)?;
    }
    Ok(())
}
