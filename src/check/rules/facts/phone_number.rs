//! Phone numbers of the UK: where each is parted, as people say it.
//!
//! Area codes are Ofcom's: 020 and its like have 3 figures, 0113 and 0121 and
//! their like 4, most others 5. Widely known, not read again for this.

/// How a number should be grouped, where it is not grouped so that one can say it.
/// Nothing for a number that is, and for what is no number of the UK.
pub fn better(written: &str) -> Option<String> {
    let written = written.trim();
    let figures: String = written.chars().filter(char::is_ascii_digit).collect();
    let abroad = written.starts_with('+');
    let national = if abroad {
        format!("0{}", figures.strip_prefix("44")?.trim_start_matches('0'))
    } else {
        figures
    };
    let sizes = sizes(&national)?;
    let groups: Vec<&str> = written.split_whitespace().collect();
    let groups = if abroad { &groups[1..] } else { &groups[..] };
    if is_sayable(groups, sizes[0] - usize::from(abroad)) {
        return None;
    }
    let better = grouped(&national, sizes);
    Some(if abroad {
        format!("+44 {}", &better[1..])
    } else {
        better
    })
}

/// How many figures each group has.
fn sizes(national: &str) -> Option<&'static [usize]> {
    let starts = |beginnings: &[&str]| {
        let mut beginnings = beginnings.iter();
        beginnings.any(|beginning| national.starts_with(beginning))
    };
    let fourth = national.as_bytes().get(3);
    Some(match national.len() {
        6 if starts(&["116"]) => &[3, 3],
        10 if starts(&["0800", "0500"]) => &[4, 6],
        10 if starts(&["01"]) => &[5, 5],
        11 if starts(&["02"]) => &[3, 4, 4],
        11 if starts(&["03", "08", "09"]) => &[4, 3, 4],
        11 if starts(&["011"]) || starts(&["01"]) && fourth == Some(&b'1') => &[4, 3, 4],
        11 if starts(&["01", "07", "05"]) => &[5, 6],
        _ => return None,
    })
}

/// More figures at a stretch than anybody keeps in mind.
const LONGEST_GROUP: usize = 6;

/// Whether groups are figures only, the first one the area code or the country's,
/// and none too long to say. How the rest is parted is its owner's choice.
fn is_sayable(groups: &[&str], first: usize) -> bool {
    let figures = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let size = |group: &&str| (2..=LONGEST_GROUP).contains(&group.len());
    groups.len() > 1
        && groups.iter().all(|group| figures(group) && size(group))
        && groups[0].len() == first
}

fn grouped(figures: &str, sizes: &[usize]) -> String {
    let mut rest = figures;
    let mut groups = Vec::new();
    for size in sizes {
        let (group, after) = rest.split_at(*size);
        groups.push(group);
        rest = after;
    }
    groups.join(" ")
}

/// The phone numbers in a text: where each starts and ends.
pub fn numbers_in(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let end = end_of(text, start);
        // A bracket round the whole number is no part of it; one round its area code is.
        let bracket = text[start..end].starts_with('(') && !text[start..end].contains(')');
        let start = start + usize::from(bracket);
        if is_whole(&text[start..end]) {
            found.push(start..end);
        }
        at = end.max(start + 1);
    }
    found
}

/// The next byte at which a number may start: a figure, `+` or a bracket that does
/// not go on from a letter, a figure or a sign.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let mut before = text[..from].chars().last();
    for (at, character) in text[from..].char_indices() {
        let opens = character.is_ascii_digit()
            || matches!(character, '+' | '(')
                && text[from + at + 1..].starts_with(|next: char| next.is_ascii_digit());
        let fresh = before.is_none_or(|before| {
            !before.is_alphanumeric() && !matches!(before, '£' | '/' | '.' | '-' | '+' | '#')
        });
        if opens && fresh {
            return Some(from + at);
        }
        before = Some(character);
    }
    None
}

/// Where a number ends that starts here: after its last figure.
fn end_of(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut since = 0;
    for (at, character) in text[start..].char_indices() {
        if character.is_ascii_digit() {
            end = start + at + 1;
            since = 0;
        } else if since < 3 && matches!(character, ' ' | '\u{a0}' | '(' | ')' | '-' | '+') {
            since += 1;
        } else {
            break;
        }
    }
    end.max(start)
}

/// Whether figures are one whole number of the UK.
fn is_whole(written: &str) -> bool {
    let figures = written.chars().filter(char::is_ascii_digit).count();
    match written.trim_start_matches('(') {
        written if written.starts_with("+44") => (11..=13).contains(&figures),
        written if written.starts_with('0') => matches!(figures, 10 | 11),
        written => written.starts_with("116") && figures == 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parted_where_people_part_them() {
        for (written, right) in [
            ("02074504000", "020 7450 4000"),
            ("0207 450 4000", "020 7450 4000"),
            ("020 74504000", "020 7450 4000"),
            ("01632960123", "01632 960123"),
            ("(01632) 960123", "01632 960123"),
            ("01632-960123", "01632 960123"),
            ("0113 4960123", "0113 496 0123"),
            ("01214960123", "0121 496 0123"),
            ("07700900123", "07700 900123"),
            ("08081640123", "0808 164 0123"),
            ("0800838587", "0800 838587"),
            ("116123", "116 123"),
            ("+441632960123", "+44 1632 960123"),
            ("+44 (0)1632 960123", "+44 1632 960123"),
        ] {
            assert_eq!(better(written).as_deref(), Some(right), "{written}");
            assert_eq!(better(right), None, "{right}");
        }
    }

    #[test]
    fn numbers_that_can_be_said_are_left_alone() {
        for written in [
            "111",
            "999",
            "85258",
            "0800 83 85 87",
            "07700 900 123",
            "01632 960 123",
            "+353 1 234 5678",
            "12345",
        ] {
            assert_eq!(better(written), None, "{written}");
        }
    }

    #[test]
    fn numbers_are_found_in_sentences() {
        let found = |text| {
            let numbers = numbers_in(text).into_iter();
            numbers.map(|place| &text[place]).collect::<Vec<_>>()
        };
        assert_eq!(found("Ring us (01632 960123)."), ["01632 960123"]);
        assert_eq!(
            found("Ring 01632960123, (01632) 960456 or 116123. In 2026 it cost £1234567890."),
            ["01632960123", "(01632) 960456", "116123"]
        );
        assert!(
            found("Come on 06/08/2018 or 2026-08-06, for 6-8 weeks, to SW1A0123456789.").is_empty()
        );
        assert!(found("NHS number 999 123 4567.").is_empty());
    }
}
