//! Days and months as people type them, and as the NHS service manual writes them.

use crate::check::english::dates::{MONTHS, WEEKDAYS, ordinal};
use crate::check::english::{Token, word_at};

/// A date or days at the first of these tokens that should be written in another
/// way: how many tokens, and what to write.
pub fn misspelt(rest: &[Token]) -> Option<(usize, String)> {
    in_figures(rest[0].text)
        .or_else(|| without_year(rest[0].text))
        .map(|better| (1, better))
        .or_else(|| day_first(rest))
        .or_else(|| month_first(rest))
        .or_else(|| weekdays(rest))
        .or_else(|| years(rest[0].text).map(|better| (1, better)))
}

/// "06/08/2018", "6-8-2018", "2018-08-06": read in two ways, or by machines only.
fn in_figures(text: &str) -> Option<String> {
    let mark = text.chars().find(|mark| matches!(mark, '/' | '-' | '.'))?;
    let parts: Vec<&str> = text.split(mark).collect();
    let figures = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.len() != 3 || !parts.iter().all(figures) {
        return None;
    }
    let lengths = [parts[0].len(), parts[1].len(), parts[2].len()];
    let (day, month, year) = match lengths {
        [1 | 2, 1 | 2, 4] => (parts[0], parts[1], parts[2].to_owned()),
        [1 | 2, 1 | 2, 2] if mark == '/' => (parts[0], parts[1], format!("20{}", parts[2])),
        [4, 2, 2] => (parts[2], parts[1], parts[0].to_owned()),
        _ => return None,
    };
    let day = day_of(day)?;
    let month = month.parse::<usize>().ok()?.checked_sub(1)?;
    Some(format!("{day} {} {year}", MONTHS.get(month)?))
}

/// "12/01". Marks out of ten, parts and "24/7" have no 0 in front.
fn without_year(text: &str) -> Option<String> {
    let (day, month) = text.split_once('/')?;
    let sure = [day, month].iter().any(|part| part.starts_with('0'));
    if !sure || day.len() != 2 || month.len() != 2 {
        return None;
    }
    let (day, month) = (day_of(day)?, usize::from(day_of(month)?));
    Some(format!("{day} {}", MONTHS.get(month - 1)?))
}

/// "6th August", "6th of August 2018", "6 Aug", "06 August"
fn day_first(rest: &[Token]) -> Option<(usize, String)> {
    let written = rest[0].text;
    let day = day_of(ordinal(written).unwrap_or(written))?;
    let of = usize::from(word_at(rest, 1) == "of");
    if of == 1 && ordinal(written).is_none() {
        return None;
    }
    let token = rest.get(1 + of).filter(|token| token.joined)?;
    let month = month(token.text)?;
    let right = written == day.to_string() && token.text == month;
    let (length, year) = year(rest, 2 + of);
    (!right).then(|| (length, format!("{day} {month}{year}")))
}

/// "August 6th", "August 6, 2018"
fn month_first(rest: &[Token]) -> Option<(usize, String)> {
    let month = month(rest[0].text)?;
    let token = rest.get(1).filter(|token| token.joined)?;
    let ordinal = ordinal(token.text);
    let day = day_of(ordinal.unwrap_or(token.text))?;
    let (length, year) = year(rest, 2);
    // "In May 6 people came" is no date.
    let sure = ordinal.is_some() || !year.is_empty();
    sure.then(|| (length, format!("{day} {month}{year}")))
}

/// "Mon-Fri", "Monday – Friday", "Mon to Fri"
fn weekdays(rest: &[Token]) -> Option<(usize, String)> {
    let to = |from: &str, to: &str| Some(format!("{} to {}", weekday(from)?, weekday(to)?));
    if let Some((first, second)) = rest[0].text.split_once(['-', '–']) {
        return Some((1, to(first, second)?));
    }
    let last = rest.get(2).filter(|token| token.joined)?;
    let better = to(rest[0].text, last.text)?;
    let between = word_at(rest, 1);
    let written = format!("{} {between} {}", rest[0].text, last.text);
    let ranges = matches!(between.as_str(), "-" | "–" | "—" | "to");
    (ranges && written != better).then_some((3, better))
}

/// "2016-2018"
fn years(text: &str) -> Option<String> {
    let (from, to) = text.split_once(['-', '–'])?;
    (is_year(from) && is_year(to)).then(|| format!("{from} to {to}"))
}

/// The year after so many tokens, with a blank before it; and how many there are
/// then. A comma may stand before it.
fn year(rest: &[Token], at: usize) -> (usize, String) {
    let token = rest.get(at).filter(|token| is_year(token.text));
    match token {
        Some(token) => (at + 1, format!(" {}", token.text)),
        None => (at, String::new()),
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && matches!(text.parse(), Ok(1900..=2099))
}

fn day_of(text: &str) -> Option<u8> {
    let figures =
        !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let day = text.parse().ok().filter(|_| figures)?;
    (1..=31).contains(&day).then_some(day)
}

/// A month by its name or its first letters.
fn month(text: &str) -> Option<&'static str> {
    named(text, &MONTHS, &["Sept"])
}

fn weekday(text: &str) -> Option<&'static str> {
    named(text, &WEEKDAYS, &["Tues", "Weds", "Thur", "Thurs"])
}

/// The whole name, for the name itself, its first three letters or another way to
/// shorten it.
fn named(text: &str, names: &[&'static str], short: &[&str]) -> Option<&'static str> {
    let first = text.get(..3)?;
    let name = names.iter().find(|name| name.starts_with(first))?;
    (text == *name || text == first || short.contains(&text)).then_some(*name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::english::tokens;

    fn found(text: &str) -> Option<String> {
        let tokens = tokens(text);
        let mut found = (0..tokens.len()).filter_map(|at| misspelt(&tokens[at..]));
        found.next().map(|(_, better)| better)
    }

    #[test]
    fn dates_are_spelt_as_the_nhs_does() {
        for (text, better) in [
            ("Come on 06/08/2018.", "6 August 2018"),
            ("Come on 6/8/18.", "6 August 2018"),
            ("Come on 2018-08-06.", "6 August 2018"),
            ("Come on 6.8.2018.", "6 August 2018"),
            ("Come on 12/01.", "12 January"),
            ("Come on 6th August.", "6 August"),
            ("On the 6th of August 2018,", "6 August 2018"),
            ("Come on August 6th.", "6 August"),
            ("Come on August 6, 2018.", "6 August 2018"),
            ("Come on 6 Sept 2018.", "6 September 2018"),
            ("Come on 06 August.", "6 August"),
            ("Open Mon-Fri.", "Monday to Friday"),
            ("Open Monday – Thurs.", "Monday to Thursday"),
            ("Open Mon to Fri.", "Monday to Friday"),
            ("From 2016-2018.", "2016 to 2018"),
        ] {
            assert_eq!(found(text).as_deref(), Some(better), "{text}");
        }
    }

    #[test]
    fn what_is_right_or_no_date_is_left_alone() {
        for text in [
            "Come on Monday 6 August 2018, or 7 May.",
            "Open Monday to Friday and 24/7.",
            "In May 6 people came, and the 6th of them was late.",
            "A pain of 7/10 or 10/10, 1/2 a tablet, 05/60.",
            "Version 1.2.15, 45/60/2018, 3-4 weeks.",
            "Ring 01632 960123.",
            "We may march 6 miles. The sun sat on the sea.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
