//! A number in the fifteen digits that a spreadsheet keeps of it.

use super::Uncertain;

/// How many digits Excel keeps of a number.
const DIGITS: usize = 15;

/// The most digits after the point that a cell shows of a number without a format: a
/// narrower cell shows fewer, which nobody can know here.
const MOST_PLACES: usize = 9;

/// A number that is not negative: its digits, and how many of them stand before the point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decimal {
    /// 0 to 9 each; never empty.
    digits: Vec<u8>,
    /// May lie outside of the digits: 0.05 has none before the point, and one zero after it.
    point: i32,
}

impl Decimal {
    /// None where it is no number.
    pub(super) fn of(value: f64) -> Option<Self> {
        let written = format!("{:.*e}", DIGITS - 1, value);
        let (digits, exponent) = written.split_once('e')?;
        let digits: Vec<u8> = digits
            .bytes()
            .filter(u8::is_ascii_digit)
            .map(|digit| digit - b'0')
            .collect();
        Some(Self {
            point: exponent.parse::<i32>().ok()? + 1,
            digits,
        })
    }

    /// Times ten, so many times.
    pub(super) fn shifted(mut self, places: i32) -> Self {
        self.point += places;
        self
    }

    /// With no more digits than that after the point; half is rounded away from zero.
    pub(super) fn rounded(mut self, places: usize) -> Self {
        let keep = self.point + i32::try_from(places).unwrap_or(i32::MAX / 2);
        let Ok(keep) = usize::try_from(keep) else {
            return Self {
                digits: vec![0],
                point: 1,
            };
        };
        if keep >= self.digits.len() {
            return self;
        }
        let up = self.digits[keep] >= 5;
        self.digits.truncate(keep);
        if up {
            self.add_one_at_the_end();
        }
        if self.digits.is_empty() {
            return Self {
                digits: vec![0],
                point: 1,
            };
        }
        self
    }

    fn add_one_at_the_end(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }

    /// The digits before the point, without zeros before them: nothing for 0.5.
    pub(super) fn whole(&self) -> String {
        let digits: String = (0..self.point).map(|place| self.digit(place)).collect();
        digits.trim_start_matches('0').to_owned()
    }

    /// So many digits after the point.
    pub(super) fn fraction(&self, places: usize) -> String {
        let places = i32::try_from(places).unwrap_or(i32::MAX / 2);
        (self.point..self.point.saturating_add(places))
            .map(|place| self.digit(place))
            .collect()
    }

    /// As a cell without a format shows it.
    pub(super) fn general(&self) -> Result<String, Uncertain> {
        let whole = match self.whole() {
            empty if empty.is_empty() => "0".to_owned(),
            whole => whole,
        };
        let fraction = self.fraction(DIGITS + 5);
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > MOST_PLACES || whole.len() > DIGITS {
            return Err(Uncertain);
        }
        Ok(match fraction {
            "" => whole,
            _ => format!("{whole}.{fraction}"),
        })
    }

    fn digit(&self, place: i32) -> char {
        let digit = usize::try_from(place)
            .ok()
            .and_then(|place| self.digits.get(place));
        char::from(b'0' + digit.copied().unwrap_or(0))
    }
}
