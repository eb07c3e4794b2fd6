//! UK postcodes, as GOV.UK Notify knows them (notifications-utils,
//! `recipient_validation/postal_address.py`, `countries/_data/uk-postcode-zones.txt`).

/// The letters a UK postcode starts with. Notify's list without GIR, which was a bank's
/// and is no longer in use. Gibraltar's GX is not in it: post to GX11 leaves the UK.
#[rustfmt::skip]
const AREAS: &[&str] = &[
    "AB", "AL", "B", "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "BX", "CA", "CB",
    "CF", "CH", "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT",
    "DY", "E", "EC", "EH", "EN", "EX", "FK", "FY", "G", "GL", "GU", "GY", "HA", "HD", "HG", "HP",
    "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L", "LA", "LD",
    "LE", "LL", "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP", "NR", "NW",
    "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK",
    "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR",
    "TS", "TW", "UB", "W", "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
];

/// The postcode as it is printed: capitals, one space before the last three characters.
/// `None` for what is not a UK postcode.
pub(crate) fn normalised(text: &str) -> Option<String> {
    let code: String = text
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| character.to_ascii_uppercase())
        .collect();
    if !code.is_ascii() || code.len() < 5 {
        return None;
    }
    let (outward, inward) = code.split_at(code.len() - 3);
    (is_outward(outward) && is_inward(inward)).then(|| format!("{outward} {inward}"))
}

/// Area and district: `B1`, `B33`, `EC1A`.
fn is_outward(code: &str) -> bool {
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let (area, district) = code.split_at(letters);
    AREAS.contains(&area)
        && match district.as_bytes() {
            [first] => first.is_ascii_digit(),
            [first, second] => first.is_ascii_digit() && second.is_ascii_alphanumeric(),
            _ => false,
        }
}

/// Sector and unit: a digit, then two letters of which none is C, I, K, M, O or V.
fn is_inward(code: &str) -> bool {
    let is_unit = |byte: &u8| byte.is_ascii_uppercase() && !b"CIKMOV".contains(byte);
    match code.as_bytes() {
        [sector, unit @ ..] => sector.is_ascii_digit() && unit.iter().all(is_unit),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::normalised;

    #[test]
    fn a_postcode_is_printed_in_capitals_with_one_space() {
        for (typed, printed) in [
            ("sw1a1aa", "SW1A 1AA"),
            ("  m1  1ae ", "M1 1AE"),
            ("ec1a\u{a0}1bb", "EC1A 1BB"),
            ("B33 8TH", "B33 8TH"),
            ("cf10 3nq", "CF10 3NQ"),
            ("BF1 2AA", "BF1 2AA"),
            ("JE2 3XP", "JE2 3XP"),
        ] {
            assert_eq!(normalised(typed).as_deref(), Some(printed), "{typed}");
        }
    }

    #[test]
    #[rustfmt::skip]
    fn what_only_looks_like_a_postcode_is_refused() {
        for typed in [
            "", "SW1A", "GIR 0AA", "GIR 00AA", "GX11 1AA", "N1 C7S", "Q1 1AA", "SW1A 1AC", "SW1A 1A",
            "SW1AA 1AA", "SW1A 1AAA", "S W", "10115", "ＳＷ1A 1AA", "SW1A-1AA", "ZZ99 3VZ", "ASCN 1ZZ", "RV1 2AB",
        ] {
            assert_eq!(normalised(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered_and_a_printed_postcode_stays_as_it_is(typed in ".{0,12}") {
            if let Some(printed) = normalised(&typed) {
                prop_assert_eq!(normalised(&printed), Some(printed));
            }
        }
    }
}
