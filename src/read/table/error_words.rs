//! Words that a program wrote where it had nothing to say: errors of formulas, numbers
//! that did not fit their column, the "nothing" of a database.

use super::Suspect;
use crate::diagnostics::RowCode;

/// Errors of formulas that may be named. The last ones are those of spreadsheets in
/// other languages, and of Google's.
const FORMULA_ERRORS: &[&str] = &[
    "#N/A",
    "#REF!",
    "#NAME?",
    "#VALUE!",
    "#DIV/0!",
    "#NULL!",
    "#NUM!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#BUSY!",
    "#UNKNOWN!",
    "#EXTERNAL!",
    "#PYTHON!",
    "#GETTING_DATA",
    "#N/D",
    "#NV",
    "#ERROR!",
];

/// What databases and programs write for nothing, as a whole cell.
const NOTHING: &[&str] = &[
    "NULL",
    "null",
    "(null)",
    "(NULL)",
    "<null>",
    "<NULL>",
    "[null]",
    "[NULL]",
    "NaN",
    "nan",
    "undefined",
    "#NULL",
    "None None",
    "NaT",
];

/// The same as one word among others: "Mr null Bell". A surname may be Null, and in
/// capitals NULL, where all others are in capitals too.
const NOTHING_AMONG_WORDS: &[&str] = &["null", "(null)", "(NULL)", "NaN", "undefined"];

/// What stands in a cell instead of what was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ErrorWord {
    /// The error of a formula, where it is one that is known.
    Formula(Option<&'static str>),
    /// A number in short, such as 1.23E+12.
    ShortNumber,
    /// A column that was too narrow for its number.
    TooNarrow,
    /// A program's word for nothing.
    Nothing,
}

/// The first word of an error in a cell.
pub(super) fn find(cell: &str) -> Option<ErrorWord> {
    let text = cell.trim();
    // A look at the letters is enough for all but a few cells.
    if !text.contains(['#', '+', '-', 'u', 'U', 'a', 'r']) {
        return None;
    }
    if NOTHING.contains(&text) {
        return Some(ErrorWord::Nothing);
    }
    let in_capitals = !text.chars().any(char::is_lowercase);
    text.split(|character: char| character.is_whitespace() || matches!(character, ',' | ';'))
        .filter(|word| !word.is_empty())
        .find_map(|word| match word {
            _ if NOTHING_AMONG_WORDS.contains(&word) => Some(ErrorWord::Nothing),
            "NULL" if !in_capitals => Some(ErrorWord::Nothing),
            _ => of_a_formula(word),
        })
        .or_else(|| is_short_number(text).then_some(ErrorWord::ShortNumber))
}

fn of_a_formula(word: &str) -> Option<ErrorWord> {
    if let Some(known) = FORMULA_ERRORS.iter().find(|known| **known == word) {
        return Some(ErrorWord::Formula(Some(*known)));
    }
    // LibreOffice's own: Err:502.
    let digits = word.strip_prefix("Err:");
    if digits.is_some_and(|digits| digits.len() == 3 && digits.bytes().all(|d| d.is_ascii_digit()))
    {
        return Some(ErrorWord::Formula(None));
    }
    let rest = word.strip_prefix('#')?;
    if !rest.is_empty() && rest.chars().all(|character| character == '#') {
        return Some(ErrorWord::TooNarrow);
    }
    // In every language they are capitals between these: #BEZUG!, #¿NOMBRE?
    let inner = rest.strip_suffix(['!', '?'])?.trim_start_matches('¿');
    let in_capitals =
        |character: char| character.is_uppercase() || matches!(character, '/' | '0' | '_');
    (inner.chars().count() >= 2 && inner.chars().all(in_capitals))
        .then_some(ErrorWord::Formula(None))
}

/// Whether a cell is a number as a spreadsheet shows it where it has too many digits:
/// 1.23457E+12. The digits that are missing are lost for good in a text.
fn is_short_number(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mantissa = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let (whole, fraction) = mantissa
        .split_once(['.', ','])
        .map_or((mantissa, None), |(whole, fraction)| {
            (whole, Some(fraction))
        });
    let exponent = exponent.strip_prefix(['+', '-']);
    whole.len() == 1
        && digits(whole)
        && fraction.is_none_or(digits)
        && exponent.is_some_and(|exponent| exponent.len() >= 2 && digits(exponent))
}

/// Whether a cell holds the number that a look-up gives where it finds an empty cell.
/// Nobody's name, address or reference is 0.
pub(crate) fn is_nothing_found(cell: &str) -> bool {
    matches!(cell.trim(), "0" | "0.0" | "0.00")
}

impl ErrorWord {
    /// What is wrong with the cell in which it stands.
    pub(super) fn suspect(self, row: usize, column: usize) -> Suspect {
        let mend_formula = &["mend the formula, or type over it what it should say"];
        match self {
            Self::Formula(Some(word)) => Suspect::new(
                row,
                column,
                RowCode::FormulaError,
                format!("holds `{word}`, the error of a formula"),
                mend_formula,
            ),
            Self::Formula(None) => Suspect::new(
                row,
                column,
                RowCode::FormulaError,
                "holds the error of a formula",
                mend_formula,
            ),
            Self::ShortNumber => Suspect::new(
                row,
                column,
                RowCode::NumberNotShown,
                "holds a number of which only the first digits are left, as in 1.23E+12",
                &[
                    "format the column as Text, type the number again, and save",
                    "in a CSV file the other digits are lost: go back to where the list came from",
                ],
            ),
            Self::TooNarrow => Suspect::new(
                row,
                column,
                RowCode::NumberNotShown,
                "holds `####` instead of a number or a day",
                &["make the column wider in the spreadsheet program, and save the file again"],
            ),
            Self::Nothing => Suspect::new(
                row,
                column,
                RowCode::ErrorWord,
                "holds a program's word for nothing, such as NULL",
                &["type what belongs there, or clear the cell"],
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_found_alone_and_among_words() {
        for (cell, word) in [
            ("#N/A", ErrorWord::Formula(Some("#N/A"))),
            (" #REF! ", ErrorWord::Formula(Some("#REF!"))),
            ("Flat #NAME?", ErrorWord::Formula(Some("#NAME?"))),
            (
                "1 Mill Lane, #VALUE!, Riverside",
                ErrorWord::Formula(Some("#VALUE!")),
            ),
            ("#DIV/0!", ErrorWord::Formula(Some("#DIV/0!"))),
            ("#NULL!", ErrorWord::Formula(Some("#NULL!"))),
            ("#NUM!", ErrorWord::Formula(Some("#NUM!"))),
            ("#SPILL!", ErrorWord::Formula(Some("#SPILL!"))),
            ("#BEZUG!", ErrorWord::Formula(None)),
            ("#¿NOMBRE?", ErrorWord::Formula(None)),
            ("Err:502", ErrorWord::Formula(None)),
            ("########", ErrorWord::TooNarrow),
            ("##", ErrorWord::TooNarrow),
            ("1.23457E+12", ErrorWord::ShortNumber),
            ("1.23E+09", ErrorWord::ShortNumber),
            ("1E+12", ErrorWord::ShortNumber),
            ("9,99E+09", ErrorWord::ShortNumber),
            ("-4.5e-07", ErrorWord::ShortNumber),
            ("NULL", ErrorWord::Nothing),
            ("null", ErrorWord::Nothing),
            ("(null)", ErrorWord::Nothing),
            ("NaN", ErrorWord::Nothing),
            ("undefined", ErrorWord::Nothing),
            ("Mr null Bell", ErrorWord::Nothing),
            ("Ann NULL", ErrorWord::Nothing),
            ("undefined undefined", ErrorWord::Nothing),
        ] {
            assert_eq!(find(cell), Some(word), "{cell}");
        }
    }

    #[test]
    fn names_and_house_numbers_that_look_like_them_are_none() {
        for cell in [
            "#5",
            "Flat #5, Mill Lane",
            "#12A",
            "No. # 4",
            "#",
            "Apt #B!",
            "Jenny Null",
            "Christopher NULL-SMITH",
            "ANN NULL",
            "Null",
            "Nan Lee",
            "NAN",
            "Nando's",
            "Unit 1E",
            "2E",
            "5E+6",
            "1E5",
            "12E+03",
            "R-1",
            "LD91 2AB",
            "null-and-void",
            "0",
            "Ms Ngozi N/A",
            "C#",
            "#1!",
            "undefinedly",
        ] {
            assert_eq!(find(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_look_up_that_found_an_empty_cell_says_0() {
        assert!(is_nothing_found(" 0 ") && is_nothing_found("0.00"));
        assert!(!is_nothing_found("10") && !is_nothing_found("") && !is_nothing_found("00"));
    }
}
