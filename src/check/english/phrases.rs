//! Phrases that a rule looks for, in any inflection of their last word.

use std::ops::Range;

use super::words::{Word, is_inflection, words_of};

/// Every place of a phrase in a text, its last word in any inflection, in bytes.
pub fn places_of(phrase: &str, text: &str) -> Vec<Range<usize>> {
    let words = straight(words_of(text));
    let wanted = straight(words_of(phrase));
    if wanted.is_empty() {
        return Vec::new();
    }
    let windows = words.windows(wanted.len());
    let found = windows.filter(|window| is_phrase(window, &wanted));
    found
        .map(|window| window[0].start..window[window.len() - 1].end)
        .collect()
}

/// The same words with straight apostrophes, whichever they were written with.
fn straight(mut words: Vec<Word>) -> Vec<Word> {
    for word in &mut words {
        word.text = word.text.replace('’', "'");
    }
    words
}

/// All words the same, the last one in any of its inflections.
fn is_phrase(window: &[Word], wanted: &[Word]) -> bool {
    let (Some((last, first)), Some((wanted_last, wanted_first))) =
        (window.split_last(), wanted.split_last())
    else {
        return false;
    };
    let same = |(a, b): (&Word, &Word)| a.text == b.text;
    first.len() == wanted_first.len()
        && first.iter().zip(wanted_first).all(same)
        && is_inflection(&last.text, &wanted_last.text)
}

/// Every place of these phrases in a text, each with what the list says of it, in
/// the order of the text. Where two overlap, the longer one counts; of two as
/// long, the one that comes first in the list.
pub fn found_in<'a, T>(
    phrases: impl IntoIterator<Item = (&'a str, T)>,
    text: &str,
) -> Vec<(Range<usize>, T)>
where
    T: Clone,
{
    let places = phrases.into_iter().flat_map(|(phrase, about)| {
        let places = places_of(phrase, text).into_iter();
        places.map(move |place| (place, about.clone()))
    });
    let mut places: Vec<(Range<usize>, T)> = places.collect();
    // Stable, so that the order of the list decides between equals.
    places.sort_by_key(|(place, _)| std::cmp::Reverse(place.len()));
    let mut found: Vec<(Range<usize>, T)> = Vec::new();
    for (place, about) in places {
        if found.iter().all(|(other, _)| !overlap(other, &place)) {
            found.push((place, about));
        }
    }
    found.sort_by_key(|(place, _)| place.start);
    found
}

/// Whether two stretches of a text share a byte.
pub fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether a text holds one of these phrases.
pub fn says<'a>(phrases: impl IntoIterator<Item = &'a str>, text: &str) -> bool {
    let mut phrases = phrases.into_iter();
    phrases.any(|phrase| !places_of(phrase, text).is_empty())
}

/// Words that may stand between "not" and what it denies: "not be discharged".
const BETWEEN: [&str; 5] = ["a", "an", "be", "then", "automatically"];

/// Words that deny what follows.
const DENIALS: [&str; 8] = [
    "not", "never", "cannot", "won't", "won’t", "isn't", "isn’t", "no",
];

/// Whether the words from `start` on are denied: "you will not lose your place".
pub fn is_denied(text: &str, start: usize) -> bool {
    let before = words_of(text.get(..start).unwrap_or_default());
    let before = before.iter().rev().map(|word| word.text.as_str());
    let mut before = before.skip_while(|word| BETWEEN.contains(word));
    before.next().is_some_and(|word| DENIALS.contains(&word))
}

/// Whether a word before `start` in the same sentence denies what it says: "we do not mean
/// that pain is all in the mind". `text` is that sentence.
pub fn is_denied_from_afar(text: &str, start: usize) -> bool {
    let before = words_of(text.get(..start).unwrap_or_default());
    let denies =
        |word: &str| DENIALS.contains(&word) || word.ends_with("n't") || word.ends_with("n’t");
    before.iter().any(|word| denies(&word.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_phrase_counts_and_then_the_first() {
        let list = [("pain", 1), ("pain clinic", 2), ("clinic", 3), ("pain", 4)];
        let found = found_in(list, "Your pain, and our pain clinic.");
        assert_eq!(found, [(5..9, 1), (19..30, 2)]);
    }

    #[test]
    fn what_is_denied_is_not_said() {
        let is = |text: &str, word: &str| is_denied(text, text.find(word).expect("the word"));
        assert!(is("You will not be discharged.", "discharged"));
        assert!(is("This isn’t mandatory.", "mandatory"));
        assert!(!is(
            "If you do not come you will be discharged.",
            "you will"
        ));
        assert!(!is("Mandatory.", "Mandatory"));
    }

    #[test]
    fn a_phrase_is_found_wherever_it_stands() {
        let text = "Mental-health teams. A mental health problem, two mental health problems.";
        let found = places_of("mental health problem", text);
        let words: Vec<&str> = found.into_iter().map(|place| &text[place]).collect();
        assert_eq!(words, ["mental health problem", "mental health problems"]);
    }

    #[test]
    fn an_apostrophe_may_be_straight_or_curly() {
        let end = |phrase, text| places_of(phrase, text).pop().map(|place| place.end);
        assert_eq!(end("if you don't", "Ring us if you don’t."), Some(22));
        assert_eq!(end("if you don’t", "Ring us if you don't."), Some(20));
    }
}
