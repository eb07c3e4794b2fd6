//! Some rows of a spreadsheet, as a person names them.

use std::fmt::{self, Display};
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Rows by the numbers that the spreadsheet shows, written as `5,9,12-20`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows(Vec<RangeInclusive<usize>>);

impl Rows {
    /// Whether this row is one of them.
    pub fn has(&self, row: usize) -> bool {
        self.0.iter().any(|range| range.contains(&row))
    }

    /// The first of them that is none of `known`, which are in order.
    pub(super) fn first_unknown(&self, known: &[usize]) -> Option<usize> {
        let mut rows = self.0.iter().cloned().flatten();
        rows.find(|row| known.binary_search(row).is_err())
    }
}

impl FromStr for Rows {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |part: &str| {
            let part = part.trim();
            let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<usize>()
                .ok()
                .filter(|row| digits && (1..=MOST).contains(row))
        };
        let range = |part: &str| match part.split_once('-') {
            None => number(part).map(|row| row..=row),
            Some((first, last)) => match (number(first), number(last)) {
                (Some(first), Some(last)) if first <= last => Some(first..=last),
                _ => None,
            },
        };
        let ranges: Option<Vec<_>> = text.split(',').map(range).collect();
        ranges
            .map(Self)
            .ok_or_else(|| "write the numbers of rows, as in 5,9,12-20".to_owned())
    }
}

/// The last row that a spreadsheet program has.
const MOST: usize = 1_048_576;

impl Display for Rows {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, range) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            match range.start() == range.end() {
                true => write!(formatter, "{comma}{}", range.start())?,
                false => write!(formatter, "{comma}{}-{}", range.start(), range.end())?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn rows_are_named_one_by_one_and_from_to() {
        let rows: Rows = "5, 9,12-20".parse().expect("rows");
        let named: Vec<usize> = (0..25).filter(|row| rows.has(*row)).collect();
        assert_eq!(named, [5, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
        assert_eq!(rows.to_string(), "5,9,12-20");
        assert_eq!(rows.first_unknown(&[5, 9, 12, 13, 14]), Some(15));
    }

    #[test]
    fn what_names_no_row_is_refused() {
        for wrong in [
            "",
            "0",
            "5,",
            "5-",
            "9-5",
            "-5",
            "+5",
            "five",
            "5 9",
            "99999999999999999999",
        ] {
            assert!(wrong.parse::<Rows>().is_err(), "{wrong}");
        }
    }
}
