//! What was found in a text, and where.

use std::ops::Range;

use super::{ReadSentence, ReadWord, Reading};

/// What was found in a text.
pub struct Found<'r, 'a, T> {
    /// The sentence it stands in, by its number in the reading.
    pub sentence: usize,
    /// The sentence.
    pub within: &'r ReadSentence<'a>,
    /// The words, by their numbers in the sentence.
    pub words: Range<usize>,
    /// What is said of them.
    pub about: T,
}

/// Words of a name that have no capital.
const SMALL: [&str; 6] = ["of", "and", "the", "in", "for", "on"];

/// How the names of days and months begin.
const CALENDAR: [&str; 19] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl<T> Found<'_, '_, T> {
    /// The bytes of the text it stands at.
    pub fn place(&self) -> Range<usize> {
        let words = &self.within.words[self.words.clone()];
        let first = words.first().map_or(0, |word| word.start);
        first..words.last().map_or(first, |word| word.end)
    }

    /// The part of the sentence that these words belong to: `but`, and `and` after a comma,
    /// begin another one, which may say the opposite.
    pub fn segment(&self) -> Range<usize> {
        let words = &self.within.words;
        let begins = |at: &usize| match words[*at].text.as_str() {
            "but" => true,
            "and" => words[*at].mark == Some(','),
            _ => false,
        };
        let start = (0..=self.words.start).rev().find(begins).unwrap_or(0);
        let end = (self.words.end..words.len()).find(begins);
        start..end.unwrap_or(words.len())
    }

    /// Whether words are a name: each has a capital, and one has it neither for opening
    /// the sentence nor for being a day or a month.
    pub fn is_name(&self) -> bool {
        let words = &self.within.words[self.words.clone()];
        let is_calendar = |word: &str| CALENDAR.iter().any(|day| word.starts_with(day));
        let opens = |number: usize| self.words.start + number == 0;
        let named = |(number, word): (usize, &ReadWord)| {
            let text = word.text.as_str();
            word.is_name && text != "i" && !opens(number) && !is_calendar(text)
        };
        let in_a_name = |word: &ReadWord| word.is_capital || SMALL.contains(&word.text.as_str());
        words.iter().all(in_a_name) && words.iter().enumerate().any(named)
    }
}

impl<'a> Reading<'a> {
    /// The words at these bytes of the text.
    pub fn at(&self, place: &Range<usize>) -> Option<Found<'_, 'a, ()>> {
        let sentences = self.sentences.iter().enumerate().rev();
        let (number, within) = { sentences }.find(|(_, sentence)| sentence.start <= place.start)?;
        let covers = |word: &ReadWord| word.start < place.end && place.start < word.end;
        let start = within.words.iter().position(covers)?;
        let end = within.words.iter().rposition(covers)? + 1;
        Some(Found {
            sentence: number,
            within,
            words: start..end,
            about: (),
        })
    }
}
