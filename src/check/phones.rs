//! Phone numbers in a text.

use std::ops::Range;

use super::english::{Word, words_of};
use crate::read::PhoneWords;

/// The fewest digits of a whole number that is meant to be dialled: two fewer than
/// there should be are still a slip, not some other number.
const FEWEST: usize = 9;

/// More digits than this are no phone number, not even one with a slip in it.
const MOST: usize = 13;

/// Where a text says a whole phone number, right or wrong, in bytes: it begins with
/// a 0 or a country code. Dates, times and prices are none.
pub fn phones_in(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = ' ';
    for (start, character) in text.char_indices() {
        let taken = found.last().is_some_and(|range| start < range.end);
        let rest = &text[start..];
        let begins = |with: [&str; 4]| with.iter().any(|with| rest.starts_with(with));
        let opens = begins(["0", "+", "(0", "(+"]) && !is_joined(before);
        before = character;
        if let Some(length) = (opens && !taken).then(|| length(rest)).flatten() {
            found.push(start..start + length);
        }
    }
    found
}

/// Whether what follows belongs to something that began before it.
fn is_joined(before: char) -> bool {
    before.is_alphanumeric()
        || matches!(before, '.' | ',' | '/' | '-' | ':' | '+' | '(' | '£' | '#')
}

/// How long the number is that a text begins with.
fn length(text: &str) -> Option<usize> {
    // Where a number is whole, another one may follow: "01632 960123 24 hours".
    let whole = match text {
        abroad if abroad.starts_with(['+', '(']) && abroad.contains('+') => 11,
        abroad if abroad.starts_with("00") => 12,
        _ => 10,
    };
    let (mut end, mut digits, mut open) = (0, 0, false);
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        match character {
            '0'..='9' => {
                digits += 1;
                end = at + 1;
            }
            ' ' | '\u{a0}' | '-' if before.is_ascii_digit() || before == ')' => {
                if digits >= whole {
                    break;
                }
            }
            '+' if at == 0 || (at == 1 && before == '(') => {}
            '(' if at == 0 || (digits > 0 && digits <= 4) => open = true,
            ')' if open => open = false,
            _ => break,
        }
        before = character;
    }
    let after = text[end..].chars().next();
    let runs_on = after.is_some_and(|after| after.is_alphabetic() || after == '/');
    // Groups that go on and on are the number of a card, or of an account.
    let next = text[end..].trim_start_matches([' ', '\u{a0}', '-']);
    let more = next.chars().take_while(char::is_ascii_digit).count();
    let runs_on = runs_on || (more > 3 && !next.starts_with('0'));
    let childline = text[..end]
        .chars()
        .filter(char::is_ascii_digit)
        .eq("08001111".chars());
    (!runs_on && ((FEWEST..=MOST).contains(&digits) || childline)).then_some(end)
}

/// Where an English text says to call or text a short number, in bytes.
pub fn short_numbers_in(text: &str, known: &PhoneWords) -> Vec<Range<usize>> {
    let words = words_of(text);
    let is_short = |word: &Word| {
        (3..=6).contains(&word.text.len())
            && word.text.bytes().all(|byte| byte.is_ascii_digit())
            && !word.text.starts_with('0')
    };
    let mut found = Vec::new();
    for (number, pair) in words.windows(2).enumerate() {
        let [verb, first] = pair else { continue };
        // "Text SHOUT to 85258."
        let texted = verb.text == "to" && number >= 2 && words[number - 2].text == "text";
        if !is_short(first) || !(texted || known.verbs.contains(&verb.text)) {
            continue;
        }
        let second = words.get(number + 2).filter(|second| {
            is_short(second)
                && first.text.len() + second.text.len() == 6
                && second.start == first.end + between(&text[first.end..])
        });
        let end = second.unwrap_or(first).end;
        if verb.text != "on" && stands_alone(&text[end..], known)
            || second.is_some()
            || first.text.len() == 5 && texted
        {
            found.push(first.start..end);
        }
    }
    found
}

/// How many bytes of one blank a text begins with.
fn between(text: &str) -> usize {
    let blank = text.chars().next().filter(|first| first.is_whitespace());
    blank.map_or(0, char::len_utf8)
}

/// Whether what comes after a number does not say what there are so many of:
/// "call 111." and "call 111 if", not "ring 100 people".
fn stands_alone(after: &str, known: &PhoneWords) -> bool {
    let rest = after.trim_start();
    match rest.chars().next() {
        None => true,
        Some(first) if !first.is_alphanumeric() => !matches!(first, '%' | '/' | '-'),
        Some(_) => {
            let next = words_of(rest).into_iter().next();
            next.is_some_and(|word| known.goes_on.contains(&word.text))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::WordLists;

    fn said(found: Vec<Range<usize>>, text: &str) -> Vec<&str> {
        found.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn numbers_are_found_as_they_are_written() {
        for (text, wanted) in [
            ("Ring 01632 960123.", "01632 960123"),
            ("Ring (01632) 960123, or write.", "(01632) 960123"),
            ("Ring 01632 960123 24 hours a day", "01632 960123"),
            ("Ring 01632 960123 9am to 5pm", "01632 960123"),
            ("Ring 01632 960123 (9am to 5pm)", "01632 960123"),
            ("From abroad: +44 1632 960123.", "+44 1632 960123"),
            ("From abroad: +44 (0)1632 960123.", "+44 (0)1632 960123"),
            ("0800 83 85 87 is free", "0800 83 85 87"),
            ("Childline is 0800 1111.", "0800 1111"),
            ("Text 07700 90012", "07700 90012"),
            ("Text 07700 900 1234", "07700 900 1234"),
        ] {
            assert_eq!(said(phones_in(text), text), [wanted], "{text}");
        }
        let two = "Ring 01632 960123 or 01632 960124";
        assert_eq!(said(phones_in(two), two), ["01632 960123", "01632 960124"]);
    }

    #[test]
    fn other_numbers_are_not_phone_numbers() {
        for text in [
            "On 01/02/2026 at 09:30",
            "On 01-02-2026 we moved",
            "0.5 or 0,5 of a mile",
            "£0 to pay, 1,000,000 people",
            "NHS number 999 123 4567",
            "NHS number (999 123 4567)",
            "charity 1103458, company 04215678",
            "reference AB0123456789",
            "card 0000 1111 2222 3333",
            "0 to 10, where 0 is no pain",
        ] {
            assert_eq!(said(phones_in(text), text), [""; 0], "{text}");
        }
    }

    #[test]
    fn short_numbers_are_found_where_somebody_is_told_to_use_them() {
        let known = WordLists::built_in().phones;
        for (text, wanted) in [
            ("Call 111 if you are not sure.", "111"),
            ("You can ring 101.", "101"),
            ("Call Samaritans on 116 123.", "116 123"),
            ("Text SHOUT to 85258.", "85258"),
        ] {
            assert_eq!(
                said(short_numbers_in(text, &known), text),
                [wanted],
                "{text}"
            );
        }
        for text in [
            "We ring 200 people a week.",
            "A study of 2,000 people on 100 wards",
            "Call 24 hours before",
            "The text 4500 words long",
            "on 116 people",
        ] {
            assert_eq!(
                said(short_numbers_in(text, &known), text),
                [""; 0],
                "{text}"
            );
        }
    }
}
