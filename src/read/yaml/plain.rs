//! What a word without quotes means: a number, a yes, nothing, or the word.

use serde_yaml::Value;

/// The value of a plain text, as YAML's core schema has it (YAML 1.2.2, section 10.3.2).
/// Figures that begin with 0, as phone numbers do, are text.
pub(super) fn value(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let number = whole(text).or_else(|| fraction(text));
    number.unwrap_or_else(|| Value::String(text.to_owned()))
}

fn whole(text: &str) -> Option<Value> {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            return u64::from_str_radix(digits, radix).ok().map(Value::from);
        }
    }
    if is_phone_like(text) {
        return None;
    }
    let unsigned = text.parse::<u64>().ok().map(Value::from);
    unsigned.or_else(|| text.parse::<i64>().ok().map(Value::from))
}

fn fraction(text: &str) -> Option<Value> {
    let (sign, size) = match text.strip_prefix('-') {
        Some(size) => (-1.0, size),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let number = match size {
        ".inf" | ".Inf" | ".INF" => f64::INFINITY,
        ".nan" | ".NaN" | ".NAN" if size.len() == text.len() => f64::NAN,
        // What Rust reads beyond that, such as `inf`, is a word.
        _ if !size.starts_with(|c: char| c.is_ascii_digit() || c == '.') => return None,
        _ if is_phone_like(text) => return None,
        _ => size.parse().ok()?,
    };
    Some(Value::from(sign * number))
}

/// Figures alone of which the first is 0.
fn is_phone_like(text: &str) -> bool {
    let figures = text.trim_start_matches(['+', '-']);
    figures.len() > 1 && figures.starts_with('0') && figures.bytes().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same as `serde_yaml` has it, which reads such values in other programs.
    #[test]
    fn plain_words_mean_what_they_mean_elsewhere() {
        for text in [
            "~",
            "null",
            "nUll",
            "true",
            "True",
            "tRue",
            "FALSE",
            "yes",
            "no",
            "on",
            "0",
            "7",
            "-7",
            "+7",
            "007",
            "01632960111",
            "-012",
            "0.5",
            ".5",
            "5.",
            "-.5",
            "1e3",
            "1E-3",
            "1_000",
            "1,000",
            "0x1F",
            "0o17",
            "0xZ",
            "1.2.3",
            "2026-11-29",
            "09:30",
            ".inf",
            "-.inf",
            "+.INF",
            "inf",
            "nan",
            "+",
            ".",
            "e5",
            "Infinity",
            "18446744073709551615",
            "-9223372036854775808",
            "a b",
            "5 pm",
            "٣",
        ] {
            let elsewhere: Value = serde_yaml::from_str(text).unwrap_or(Value::Null);
            assert_eq!(value(text), elsewhere, "{text}");
        }
        assert!(value(".nan").as_f64().is_some_and(f64::is_nan));
    }

    #[test]
    fn a_number_beyond_all_others_is_still_a_number() {
        let text = "340282366920938463463374607431768211455";
        assert!(value(text).as_f64().is_some_and(|number| number > 1e38));
        assert!(value(&"9".repeat(400)).is_f64());
    }
}
