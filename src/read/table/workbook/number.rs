//! A number as a spreadsheet shows it (ECMA-376, part 1, 18.8.31), where that is certain.
//!
//! What people see is what they mean: a reference that is stored as 12 and shown as
//! `RPW-0012` is `RPW-0012`. Where a format asks for more than is understood here, there
//! is no answer: a wrong one would be printed.

mod decimal;
mod format;

use decimal::Decimal;
use format::{Part, Section, sections};

/// Nobody can say for certain how the cell is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Uncertain;

/// How a number is shown. One without a format of its own keeps all its digits:
/// 9990000018, never 9.99E9.
pub(super) fn shown(value: f64, format: &str) -> Result<String, Uncertain> {
    let (section, has_sign) = section_for(value, format)?;
    let shown = in_section(value.abs(), &section)?;
    if has_sign && !shown.contains(|letter| matches!(letter, '1'..='9')) {
        // Rounded to zero, a negative number is shown as -0 or as 0.
        return Err(Uncertain);
    }
    let sign = if has_sign { "-" } else { "" };
    // Spaces at the ends only line numbers up.
    Ok(format!("{sign}{shown}").trim().to_owned())
}

/// How a text is shown: as it is, but for a format that adds words, as `"Dr "@` does.
pub(super) fn shown_text(text: &str, format: &str) -> Result<String, Uncertain> {
    let section = match sections(format).as_slice() {
        [_, _, _, fourth] => Section::read(fourth)?,
        [.., last] if last.contains('@') => Section::read(last)?,
        _ => return Ok(text.to_owned()),
    };
    // A text that its format hides was typed all the same.
    if !section.parts.contains(&Part::Text) {
        return Err(Uncertain);
    }
    let mut shown = String::new();
    for part in &section.parts {
        match part {
            Part::Text => shown.push_str(text),
            Part::Words(words) => shown.push_str(words),
            Part::Space => shown.push(' '),
            _ => return Err(Uncertain),
        }
    }
    Ok(shown)
}

/// The section that a number is shown by, and whether a minus sign stands before it.
fn section_for(value: f64, format: &str) -> Result<(Section, bool), Uncertain> {
    let sections = sections(format);
    let numbers = match sections.as_slice() {
        [numbers @ .., _] if numbers.len() == 3 => numbers,
        // The last section is for text where it holds a text.
        [numbers @ .., last] if !numbers.is_empty() && last.contains('@') => numbers,
        numbers => numbers,
    };
    if numbers.len() > 3 {
        return Err(Uncertain);
    }
    let first = Section::read(numbers.first().ok_or(Uncertain)?)?;
    if first.condition.is_some() {
        return by_condition(value, numbers);
    }
    let section = match numbers {
        [_] => return Ok((first, value < 0.0)),
        [_, _, zero] if value == 0.0 => Section::read(zero)?,
        [_, negative, ..] if value < 0.0 => Section::read(negative)?,
        _ => first,
    };
    // `0;-0;;@` shows nothing for a zero, and means it. Whatever else is hidden is lost.
    if section.condition.is_some() || section.parts.is_empty() && value != 0.0 {
        return Err(Uncertain);
    }
    Ok((section, false))
}

/// Each section but the last has a condition. Who gets a minus sign then is not certain.
fn by_condition(value: f64, sections: &[&str]) -> Result<(Section, bool), Uncertain> {
    let sections: Vec<Section> = sections
        .iter()
        .map(|section| Section::read(section))
        .collect::<Result<_, _>>()?;
    let (last, others) = sections.split_last().ok_or(Uncertain)?;
    let all_have = others.iter().all(|section| section.condition.is_some());
    if value < 0.0 || !all_have || last.condition.is_some() {
        return Err(Uncertain);
    }
    sections
        .into_iter()
        .find(|section| {
            section
                .condition
                .is_none_or(|condition| condition.met(value))
        })
        .filter(|section| !section.parts.is_empty())
        .map(|section| (section, false))
        .ok_or(Uncertain)
}

fn in_section(value: f64, section: &Section) -> Result<String, Uncertain> {
    let parts = &section.parts;
    let number = Decimal::of(value)
        .ok_or(Uncertain)?
        .shifted(section.hundreds * 2 - section.thousands * 3);
    let has_places = parts.iter().any(Part::is_digit);
    // Words alone hide which number it is.
    if !has_places && !section.shows_all() && value != 0.0 {
        return Err(Uncertain);
    }
    let point = parts.iter().position(|part| *part == Part::Point);
    let (whole, fraction) = parts.split_at(point.unwrap_or(parts.len()));
    let places: Vec<&Part> = fraction.iter().filter(|part| part.is_digit()).collect();
    let number = match section.shows_all() {
        true => number,
        false => number.rounded(places.len()),
    };
    let mut shown = in_whole_places(whole, &number, section.grouped, point.is_some())?;
    // Digits that need not be shown end at the last one that must be, or is no zero.
    let needed = places.iter().rposition(|part| **part == Part::Zero);
    let digits = number.fraction(places.len());
    let needed = needed
        .map_or(0, |last| last + 1)
        .max(digits.trim_end_matches('0').len());
    let mut digits = digits.chars().take(needed);
    for part in fraction {
        match part {
            Part::Point => shown.push('.'),
            Part::Zero | Part::Digit => shown.extend(digits.next()),
            Part::Aligned => shown.push(digits.next().unwrap_or(' ')),
            Part::Words(words) => shown.push_str(words),
            Part::Space => shown.push(' '),
            Part::General | Part::Text => return Err(Uncertain),
        }
    }
    Ok(shown)
}

/// The part before the point: its digits go into the places from the right, and what is
/// left over stands before the first of them.
fn in_whole_places(
    parts: &[Part],
    number: &Decimal,
    grouped: bool,
    has_point: bool,
) -> Result<String, Uncertain> {
    let places: Vec<usize> = (0..parts.len())
        .filter(|index| parts[*index].is_digit())
        .collect();
    let words_between = places
        .first()
        .zip(places.last())
        .is_some_and(|(first, last)| last - first + 1 != places.len());
    if grouped && words_between {
        return Err(Uncertain);
    }
    let first_zero = parts.iter().position(|part| *part == Part::Zero);
    let whole = number.whole();
    let mut left = whole.chars().rev();
    // Backwards, because the last digit goes into the last place.
    let mut shown: Vec<char> = Vec::new();
    let mut count = 0;
    let mut put = |digit: char, shown: &mut Vec<char>| {
        if grouped && count > 0 && count % 3 == 0 {
            shown.push(',');
        }
        count += 1;
        shown.push(digit);
    };
    for (index, part) in parts.iter().enumerate().rev() {
        match part {
            Part::Zero | Part::Digit | Part::Aligned => {
                match left.next() {
                    Some(digit) => put(digit, &mut shown),
                    None if *part == Part::Zero => put('0', &mut shown),
                    // `0##` of 5 is 05 in one program, and 005 in another.
                    None if first_zero.is_some_and(|zero| zero < index) => return Err(Uncertain),
                    None if *part == Part::Aligned => shown.push(' '),
                    None => {}
                }
                if places.first() == Some(&index) {
                    for digit in left.by_ref() {
                        put(digit, &mut shown);
                    }
                }
            }
            Part::Words(words) => shown.extend(words.chars().rev()),
            Part::Space => shown.push(' '),
            Part::General | Part::Text => shown.extend(number.general()?.chars().rev()),
            Part::Point => return Err(Uncertain),
        }
    }
    if has_point && places.is_empty() {
        shown.splice(0..0, whole.chars().rev());
    }
    Ok(shown.iter().rev().collect())
}

#[cfg(test)]
mod tests;
