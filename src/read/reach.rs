//! Phone numbers and email addresses: whether somebody could use them as they
//! stand. Whether they are the right ones, only a person who rings can say.

/// What is wrong, and what to do.
pub type Mistake = (String, &'static str);

/// The longest phone number, with its spaces: what fits a panel on one line.
const LONGEST_PHONE: usize = 20;

/// The most digits of a number that is not dialled with a 0 or a country code in
/// front: 111, 116 123, 85258.
const SHORT_NUMBER: usize = 6;

/// What is wrong with a phone number.
pub fn phone(text: &str) -> Option<Mistake> {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let one_number = text.chars().all(|character| {
        character.is_ascii_digit() || matches!(character, ' ' | '+' | '(' | ')' | '-')
    });
    if !one_number || digits < 3 || text.chars().count() > LONGEST_PHONE {
        return Some((
            format!("`{text}` is not one phone number"),
            "write one number in digits and spaces, as in 01632 960123; what to press goes into the hours",
        ));
    }
    let whole = text.starts_with(['0', '+']) || text.starts_with("(0");
    if whole && !text.starts_with('+') && !(10..=11).contains(&digits) {
        return Some((
            format!("`{text}` has {digits} digits"),
            "a number in the UK has 10 or 11; is one missing?",
        ));
    }
    if !whole && digits > SHORT_NUMBER {
        return Some((
            format!("`{text}` has lost the 0 at its front"),
            "type it again with the 0; a spreadsheet keeps it in a cell of the kind Text",
        ));
    }
    None
}

/// What is wrong with an email address.
pub fn email(text: &str) -> Option<Mistake> {
    let text = text.trim();
    let parts: Vec<&str> = text.split('@').collect();
    let right = match parts.as_slice() {
        [name, host] => {
            !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        }
        _ => false,
    };
    if right && !text.contains(char::is_whitespace) {
        return None;
    }
    Some((
        format!("`{text}` is not an email address"),
        "write it as in bookings@riverside.example, without spaces",
    ))
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
        ] {
            assert!(phone(wrong).is_some(), "{wrong}");
        }
    }

    #[test]
    fn addresses_that_can_be_written_to_are_taken_and_others_are_not() {
        assert_eq!(email("bookings@riverside.example"), None);
        for wrong in [
            "bookings.riverside.example",
            "bookings @riverside.example",
            "a@b",
            "a@b@c.example",
        ] {
            assert!(email(wrong).is_some(), "{wrong}");
        }
    }
}
