//! Whether a cell in quotes swallowed a part of the next row: two people in one letter.

/// What stands between the quotes of a cell that runs over several lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inside<'t> {
    pub(super) text: &'t str,
    pub(super) delimiter: u8,
}

impl Inside<'_> {
    /// How many delimiters stand there.
    pub(super) fn delimiters(self) -> usize {
        self.places().count()
    }

    /// Whether a space or a line end follows each delimiter, as where somebody typed an
    /// address into one cell. A program puts nothing between a delimiter and a cell.
    pub(super) fn is_typed(self) -> bool {
        self.places().all(|place| {
            let next = self.text.as_bytes().get(place + 1);
            next.is_none_or(|next| matches!(next, b' ' | b'\n'))
        })
    }

    fn places(self) -> impl Iterator<Item = usize> {
        let bytes = self.text.bytes().enumerate();
        bytes.filter_map(move |(place, byte)| (byte == self.delimiter).then_some(place))
    }

    /// Whether a postcode stands there and a day or a time, with a delimiter: no address and no
    /// note of one person has all of that.
    pub(super) fn holds_postcode_and_day(self) -> bool {
        let is_between = |letter: char| {
            letter.is_whitespace()
                || letter == char::from(self.delimiter)
                || matches!(letter, ',' | ';' | '"')
        };
        let words: Vec<&str> = self
            .text
            .split(is_between)
            .filter(|word| !word.is_empty())
            .collect();
        self.text.contains(char::from(self.delimiter))
            && words.iter().any(|word| is_day(word) || is_time(word))
            && (words.iter().any(|word| is_postcode(word))
                || words.windows(2).any(|pair| is_postcode(&pair.concat())))
    }
}

/// `LD912AB`: one or two letters, a number, and the three signs of the inward code.
fn is_postcode(word: &str) -> bool {
    let word = word.as_bytes();
    let Some(outward) = word.len().checked_sub(3).map(|end| &word[..end]) else {
        return false;
    };
    let [digit, letters @ ..] = &word[outward.len()..] else {
        return false;
    };
    let area = outward
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let district = &outward[area..];
    digit.is_ascii_digit()
        && letters.iter().all(u8::is_ascii_alphabetic)
        && (1..=2).contains(&area)
        && (1..=2).contains(&district.len())
        && district[0].is_ascii_digit()
        && district.iter().all(u8::is_ascii_alphanumeric)
}

/// `2026-12-07`, `07/12/2026`, `7.12.26`
fn is_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let is_number = |part: &&str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.len() == 3 && parts.iter().all(is_number)
}

/// `09:30`, `9:30am`
fn is_time(word: &str) -> bool {
    let digits = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let word = word.trim_end_matches(['a', 'p', 'm', 'A', 'P', 'M']);
    word.split_once(':')
        .is_some_and(|(hour, minute)| digits(hour) && minute.get(..2).is_some_and(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Inside<'_> {
        Inside {
            text,
            delimiter: b',',
        }
    }

    #[test]
    fn somebody_types_a_space_after_a_comma_and_a_program_none() {
        assert!(inside("Flat 2, The Mill,\n1 Mill Lane, Riverside").is_typed());
        assert!(!inside("Leeds,L\nBob,York").is_typed());
        assert!(!inside("Leeds,, \nBob, York").is_typed());
    }

    #[test]
    fn a_postcode_and_a_day_belong_to_a_row() {
        for text in [
            "Riverside,LD91 2AB,2026-12-07\nBo Cole",
            "LD912AB,\n07/12/26",
            "Riverside,ld9 2ab,9:30am,clinic\nBo Cole,2 Mill Lane",
            "M1 1AA,7.12.2026,",
        ] {
            assert!(inside(text).holds_postcode_and_day(), "{text}");
        }
        for text in [
            "Flat 1,\n1 Mill Lane,\nLD91 2AB",
            "rang 2026-12-07,\nwill come",
            "ward 9:30,\nroom B12",
            "LD91 2AB 2026-12-07",
        ] {
            assert!(!inside(text).holds_postcode_and_day(), "{text}");
        }
    }
}
