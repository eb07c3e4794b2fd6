//! The code on a copy that is tested: `KTR-A-0144`, which version it is and which copy.
//!
//! It says nothing of a person. It is read from paper and typed by somebody in a hurry, so
//! no letter of it looks like a figure, and its last character is made of all the others.

use std::collections::BTreeSet;
use std::fmt::{self, Display};

use crate::checksum::sha256_hex;

/// The letters of codes: none that looks like a figure (`B` 8, `G` 6, `I` and `L` 1, `O` and
/// `Q` 0, `S` 5, `Z` 2), and not both of two that look like each other (`U`, `V`, `Y`). With
/// the ten figures they are [`PRIME`] characters.
const LETTERS: &[u8; 13] = b"ACEFHKMNPRTWX";

/// How many characters there are. Of a sum by weights that are all different, a prime number
/// leaves another rest whenever one character is another, or two have changed places.
const PRIME: usize = 23;

/// How many letters say which guide it is.
const PREFIX: usize = 3;

/// How many figures say which copy it is.
const FIGURES: usize = 3;

/// The most copies of one guide that have codes.
pub const MOST_COPIES: u32 = 999;

/// The most versions of one guide that have codes.
pub const MOST_VERSIONS: usize = LETTERS.len();

/// The code of a copy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// The guide: three letters.
    prefix: String,
    /// The version: its number in the alphabet of codes.
    version: usize,
    /// Which copy of the guide it is, counted from 1 whatever its version.
    number: u32,
}

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCode {
    /// It has not the shape of one.
    Shape,
    /// It has the shape, and one of its characters is wrong or two have changed places.
    Check,
}

impl Code {
    /// The code of a copy; none beyond what codes can say.
    pub fn new(prefix: &str, version: usize, number: u32) -> Option<Self> {
        let fits = version < MOST_VERSIONS && (1..=MOST_COPIES).contains(&number);
        fits.then(|| Self {
            prefix: prefix.to_owned(),
            version,
            number,
        })
    }

    /// Reads a code as somebody types it: in small letters, without hyphens or with blanks.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(text: &str) -> Result<Self, NoCode> {
        let plain = text
            .chars()
            .filter(|it| !"- \u{2010}\u{2011}\u{2013}".contains(*it));
        let plain: Option<Vec<u8>> = plain
            .map(|it| u8::try_from(it.to_ascii_uppercase()).ok())
            .collect();
        let plain = plain.ok_or(NoCode::Shape)?;
        let (letters, rest) = plain.split_at_checked(PREFIX + 1).ok_or(NoCode::Shape)?;
        let [figures @ .., check] = rest else {
            return Err(NoCode::Shape);
        };
        let is_shaped = figures.len() == FIGURES
            && letters.iter().all(|it| LETTERS.contains(it))
            && figures.iter().all(u8::is_ascii_digit)
            && value(*check).is_some();
        if !is_shaped {
            return Err(NoCode::Shape);
        }
        let text = |bytes: &[u8]| {
            bytes
                .iter()
                .map(|byte| char::from(*byte))
                .collect::<String>()
        };
        let number = text(figures).parse().map_err(|_| NoCode::Shape)?;
        let version = LETTERS.iter().position(|letter| *letter == letters[PREFIX]);
        let code = version.and_then(|it| Self::new(&text(&letters[..PREFIX]), it, number));
        let code = code.ok_or(NoCode::Check)?;
        if code.check() == char::from(*check) {
            Ok(code)
        } else {
            Err(NoCode::Check)
        }
    }

    /// The letters of its guide.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The number of its version.
    pub fn version(&self) -> usize {
        self.version
    }

    /// Which copy it is.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The character that is made of all the others: the one with which the sum of all, each
    /// times its distance from the end, leaves nothing when it is divided by [`PRIME`].
    fn check(&self) -> char {
        let body = self.body();
        let weights = (2..=body.len() + 1).rev();
        let sum: usize = body
            .bytes()
            .zip(weights)
            .map(|(byte, weight)| value(byte).unwrap_or_default() * weight)
            .sum();
        symbol((PRIME - sum % PRIME) % PRIME)
    }

    /// It without its check character and without hyphens.
    fn body(&self) -> String {
        let letter = char::from(LETTERS[self.version]);
        format!("{}{letter}{:03}", self.prefix, self.number)
    }
}

impl Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let body = self.body();
        let (prefix, rest) = body.split_at(PREFIX);
        let (version, number) = rest.split_at(1);
        write!(formatter, "{prefix}-{version}-{number}{}", self.check())
    }
}

/// The number of a character, below [`PRIME`].
fn value(byte: u8) -> Option<usize> {
    if byte.is_ascii_digit() {
        return Some(usize::from(byte - b'0'));
    }
    let letter = LETTERS.iter().position(|letter| *letter == byte)?;
    Some(10 + letter)
}

fn symbol(value: usize) -> char {
    let figures = (b'0'..=b'9').chain(LETTERS.iter().copied());
    figures.map(char::from).nth(value).unwrap_or('0')
}

/// The letters by which the codes of a guide begin: letters of its name, and none that
/// another guide of the service has.
pub fn prefix_of(guide: &str, taken: &BTreeSet<String>) -> String {
    let own = guide.bytes().map(|byte| byte.to_ascii_uppercase());
    let own = own.filter(|byte| LETTERS.contains(byte));
    let sum = sha256_hex(guide.as_bytes());
    let filled = own.chain(
        sum.bytes()
            .map(|byte| LETTERS[usize::from(byte) % LETTERS.len()]),
    );
    let first: Vec<u8> = filled.take(PREFIX).collect();
    let text = |letters: &[u8]| letters.iter().map(|it| char::from(*it)).collect::<String>();
    let others = LETTERS.iter().flat_map(|second| {
        let last = LETTERS.iter();
        last.map(|last| text(&[first[0], *second, *last]))
    });
    let mut wished = std::iter::once(text(&first)).chain(others);
    let free = wished.find(|prefix| !taken.contains(prefix));
    free.unwrap_or_else(|| text(&first))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn codes() -> impl Strategy<Value = Code> {
        let letters = proptest::collection::vec(0..LETTERS.len(), PREFIX);
        (letters, 0..MOST_VERSIONS, 1..=MOST_COPIES).prop_map(|(letters, version, number)| {
            let letters = letters.iter().map(|it| char::from(LETTERS[*it]));
            Code::new(&letters.collect::<String>(), version, number).expect("within bounds")
        })
    }

    #[test]
    fn there_is_a_character_for_every_rest() {
        let all: BTreeSet<char> = (0..PRIME).map(symbol).collect();
        assert_eq!(all.len(), PRIME);
        for (number, character) in (0..PRIME).map(|it| (it, symbol(it))) {
            assert_eq!(value(character as u8), Some(number));
        }
    }

    #[test]
    fn nobody_takes_a_letter_of_it_for_a_figure() {
        for letter in b"BGILOQSZ" {
            assert!(!LETTERS.contains(letter), "{}", char::from(*letter));
        }
    }

    #[test]
    fn a_guide_has_letters_of_its_own() {
        let mut taken = BTreeSet::new();
        for guide in [
            "your-options",
            "have-your-say",
            "have-your-say-card",
            "lollo",
            "x",
        ] {
            let prefix = prefix_of(guide, &taken);
            assert_eq!(prefix.len(), PREFIX, "{guide}");
            assert!(prefix.bytes().all(|it| LETTERS.contains(&it)), "{prefix}");
            assert!(taken.insert(prefix), "{guide}");
        }
        assert_eq!(prefix_of("your-options", &BTreeSet::new()), "RPT");
    }

    proptest! {
        #[test]
        fn a_code_is_read_as_it_is_printed(code in codes()) {
            let printed = code.to_string();
            prop_assert_eq!(Code::read(&printed), Ok(code.clone()));
            let typed = printed.to_lowercase().replace('-', " ");
            prop_assert_eq!(Code::read(&typed), Ok(code));
        }
    }

    /// Every one of them, not some: a slip that goes to the wrong version is worse than one
    /// that is lost.
    #[test]
    fn every_wrong_character_and_every_swap_of_neighbours_is_caught() {
        let codes = (0..MOST_VERSIONS).flat_map(|version| {
            let numbers = [1, 7, 10, 14, 99, 100, 123, 500, 989, 998, 999];
            numbers.map(|number| Code::new("RPT", version, number).expect("within bounds"))
        });
        let anything: Vec<u8> = (b'0'..=b'9').chain(b'A'..=b'Z').collect();
        let mut tried = 0;
        for code in codes {
            let printed = code.to_string().replace('-', "").into_bytes();
            let read = |bytes: &[u8]| Code::read(&String::from_utf8_lossy(bytes));
            assert_eq!(read(&printed), Ok(code.clone()));
            for at in 0..printed.len() {
                for other in anything.iter().filter(|other| **other != printed[at]) {
                    let mut wrong = printed.clone();
                    wrong[at] = *other;
                    assert!(
                        read(&wrong).is_err(),
                        "{code}: {}",
                        String::from_utf8_lossy(&wrong)
                    );
                    tried += 1;
                }
            }
            for at in 1..printed.len() {
                let mut swapped = printed.clone();
                swapped.swap(at - 1, at);
                if swapped != printed {
                    let said = String::from_utf8_lossy(&swapped);
                    assert!(read(&swapped).is_err(), "{code}: {said}");
                    tried += 1;
                }
            }
        }
        assert!(tried > 40_000, "{tried}");
    }

    #[test]
    fn what_is_no_code_is_none() {
        for text in [
            "",
            "RPT",
            "RPT-A-01",
            "RPT-B-0144",
            "ÄPT-A-0144",
            "RPT-A-000X",
            "RPT-A-01444",
        ] {
            assert!(Code::read(text).is_err(), "{text}");
        }
    }
}
