//! Phone numbers, email addresses and web addresses: whether somebody could use
//! them as they stand. Whether they are the right ones, only a person who tries
//! them can say.

use crate::diagnostics::RuleId;

/// What is wrong, and what to do.
pub type Mistake = (String, &'static str);

/// The rule of `check` that a phone number breaks.
pub const PHONE_RULE: RuleId = RuleId::PhoneThatCannotBe;

/// The rule of `check` that an email or web address breaks.
pub const ADDRESS_RULE: RuleId = RuleId::AddressThatCannotBe;

/// The longest phone number, with its spaces: what fits a panel on one line.
const LONGEST_PHONE: usize = 20;

/// The most digits of a number that is not dialled with a 0 or a country code in
/// front: 111, 116 123, 85258.
const SHORT_NUMBER: usize = 6;

/// The most digits of a number anywhere, with its country code (ITU-T E.164,
/// widely known).
const LONGEST_ABROAD: usize = 15;

/// What is wrong with a phone number.
pub fn phone(text: &str) -> Option<Mistake> {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let one_number = text.chars().all(|character| {
        character.is_ascii_digit() || matches!(character, ' ' | '\u{a0}' | '+' | '(' | ')' | '-')
    });
    if !one_number || digits < 3 || text.chars().count() > LONGEST_PHONE {
        return Some((
            format!("`{text}` is not one phone number"),
            "write one number in digits and spaces, as in 01632 960123; what to press goes into the hours",
        ));
    }
    let dialled = dialled(text);
    if let Some(abroad) = dialled.strip_prefix('+') {
        return (abroad.len() > LONGEST_ABROAD || abroad.len() < 8).then(|| {
            (
                format!("`{text}` has {} digits", abroad.len()),
                "a number with a country code has 8 to 15; is one missing or written twice?",
            )
        });
    }
    if dialled.starts_with('0') {
        return national(text, &dialled);
    }
    if dialled.len() > SHORT_NUMBER {
        return Some((
            format!("`{text}` has lost the 0 at its front"),
            "type it again with the 0; a spreadsheet keeps it in a cell of the kind Text",
        ));
    }
    None
}

/// The digits of a number as somebody in the UK dials them, a number of another
/// country with `+` in front; without the 18001 that puts a text relay in between.
pub fn dialled(text: &str) -> String {
    let is_part = |character: &char| character.is_ascii_digit() || *character == '+';
    let digits: String = text.chars().filter(is_part).collect();
    let relayed = digits.strip_prefix("18001").filter(|rest| !rest.is_empty());
    let digits = relayed.unwrap_or(&digits);
    let abroad = digits.strip_prefix('+').or(digits.strip_prefix("00"));
    match abroad {
        Some(abroad) => match abroad.strip_prefix("44") {
            Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
            None => format!("+{abroad}"),
        },
        None => digits.to_owned(),
    }
}

/// What is wrong with a number that begins with a 0: Ofcom's National Telephone
/// Numbering Plan (widely known, not re-read).
fn national(text: &str, digits: &str) -> Option<Mistake> {
    // Childline is the last of the short free numbers.
    if digits == "08001111" {
        return None;
    }
    let kind = digits.get(..2).unwrap_or_default();
    let known = match kind {
        "05" => digits.starts_with("055") || digits.starts_with("056"),
        kind => matches!(kind, "01" | "02" | "03" | "07" | "08" | "09"),
    };
    if !known {
        let kind = digits.get(..3).unwrap_or(digits);
        return Some((
            format!("no phone number in the UK begins with {kind}, as `{text}` does"),
            "they begin with 01, 02, 03, 07 or 08; look the number up where it is used",
        ));
    }
    let (lengths, help) = match kind {
        // Some towns have numbers of 10 digits, which a rule of `check` knows; and so has a
        // part of 0800.
        _ if kind == "01" || digits.starts_with("0800") => (
            10..=11,
            "a number in the UK has 10 or 11; is one missing or written twice?",
        ),
        _ => (
            11..=11,
            "a number that begins so has 11; is one missing or written twice?",
        ),
    };
    (!lengths.contains(&digits.len()))
        .then(|| (format!("`{text}` has {} digits", digits.len()), help))
}

/// What is wrong with an email address.
pub fn email(text: &str) -> Option<Mistake> {
    let text = text.trim();
    let right = match text.split_once('@') {
        Some((name, host)) => {
            let odd = |character: char| {
                character.is_whitespace() || matches!(character, ',' | ';' | ':' | '<' | '>' | '"')
            };
            !name.is_empty() && !name.contains(odd) && is_host(host)
        }
        None => false,
    };
    (!right).then(|| {
        (
            format!("`{text}` is not an email address"),
            "write it as in bookings@riverside.example, without spaces",
        )
    })
}

/// What is wrong with a web address. It may leave out `https://`.
pub fn website(text: &str) -> Option<Mistake> {
    let text = text.trim();
    let wrong = |help| Some((format!("`{text}` is not a web address"), help));
    let whole = "write it as in riverside.example/pain, without spaces";
    if text.contains(char::is_whitespace) {
        return wrong(whole);
    }
    if email(text).is_none() {
        return wrong("it is an email address, which has a line of its own: `email: …`");
    }
    let rest = match text.split_once("://") {
        Some(("https" | "http", rest)) => rest,
        Some(_) => return wrong("begin it with https://, or with its name alone"),
        None => text,
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = match host.split_once(':') {
        Some((host, port)) if port.parse::<u16>().is_ok() => host,
        _ => host,
    };
    if is_host(host) { None } else { wrong(whole) }
}

/// Whether a text is the name of a computer: `riverside.example`. Letters beyond
/// ASCII may stand in it.
fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        let inner = |character: char| character.is_alphanumeric() || character == '-';
        !label.is_empty()
            && label.chars().all(inner)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.contains('.') && text.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_can_be_rung_are_taken_and_others_are_not() {
        for right in [
            "01632 960123",
            "07700 900123",
            "111",
            "116 123",
            "85258",
            "+44 1632 960123",
            "(01632) 960123",
            "0800 83 85 87",
            "0800 1111",
            "0800 123456",
            "+44 (0)20 7946 0123",
            "0044 1632 960123",
            "18001 01632 960123",
            "01697 73555",
            "0303 123 4567",
            "+353 1 234 5678",
        ] {
            assert_eq!(phone(right), None, "{right}");
        }
        for wrong in [
            "01632 96O123",
            "01632",
            "1632960777",
            "1.63E+09",
            "01632 960123 or 01632 960124",
            "ext 4",
            "01632 9601",
            "04632 960123",
            "0600 123456",
            "05000 123456",
            "07700 90012",
            "020 7946 012",
            "07700 900 1234",
            "+44 7700 90012",
            "0800 111",
            "0808 808 800",
            "0300 123 456",
            "0500 123456",
        ] {
            assert!(phone(wrong).is_some(), "{wrong}");
        }
    }

    #[test]
    fn one_number_is_the_same_however_it_is_written() {
        for same in [
            "01632 960123",
            "(01632) 960-123",
            "+44 1632 960123",
            "+44 (0)1632 960123",
            "0044 1632\u{a0}960123",
            "18001 01632 960123",
        ] {
            assert_eq!(dialled(same), "01632960123", "{same}");
        }
        assert_eq!(dialled("18001"), "18001");
        assert_eq!(dialled("116 123"), "116123");
        assert_eq!(dialled("+353 1 234 5678"), "+35312345678");
    }

    #[test]
    fn addresses_that_can_be_written_to_are_taken_and_others_are_not() {
        assert_eq!(email("bookings@riverside.example"), None);
        for wrong in [
            "bookings.riverside.example",
            "bookings @riverside.example",
            "a@b",
            "a@b@c.example",
            "a@b..example",
            "a@.example",
            "a@b.example.",
            "mailto:a@b.example",
            "Jo <jo@b.example>",
        ] {
            assert!(email(wrong).is_some(), "{wrong}");
        }
    }

    #[test]
    fn pages_that_can_be_opened_are_taken_and_others_are_not() {
        for right in [
            "riverside.example",
            "https://www.riverside.example/pain?step=1#top",
            "http://riverside.example:8080",
            "riverside.example/a-b_c.html",
            "www.bwrdd-iechyd.cymru",
        ] {
            assert_eq!(website(right), None, "{right}");
        }
        for wrong in [
            "riverside",
            "riverside .example",
            "riverside.example/pain and mood",
            "htp://riverside.example",
            "https:/riverside.example",
            "https://",
            "www.riverside,example",
            "hello@riverside.example",
            "riverside.example.",
        ] {
            assert!(website(wrong).is_some(), "{wrong}");
        }
    }
}
