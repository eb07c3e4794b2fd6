//! Letters as a web page writes them: `Wi&#347;niewska`, `O&apos;Neil`; or a program:
//! `Jos\u00e9`.

/// The names of HTML's entities that are no letter with a mark.
const NAMES: &[&str] = &[
    "amp", "lt", "gt", "quot", "apos", "nbsp", "szlig", "eth", "thorn", "pound", "euro", "ndash",
    "mdash", "lsquo", "rsquo", "ldquo", "rdquo", "hellip", "shy", "inodot", "imath", "deg",
    "middot", "copy", "reg", "trade", "bull",
];

/// How the others end: `eacute`, `Lstrok`.
const MARKS: &[&str] = &[
    "acute", "grave", "circ", "uml", "tilde", "ring", "cedil", "slash", "caron", "lig", "breve",
    "macr", "ogon", "strok", "dot", "dblac",
];

/// Whether there is one.
pub(super) fn stands_in(text: &str) -> bool {
    text.match_indices('&')
        .any(|(start, _)| is_entity(&text[start + 1..]))
        || text
            .match_indices("\\u")
            .any(|(start, _)| starts_with_hex(&text[start + 2..], 4))
}

fn is_entity(text: &str) -> bool {
    let Some((name, _)) = text.split_once(';') else {
        return false;
    };
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        return match hex {
            Some(hex) => !hex.is_empty() && starts_with_hex(hex, hex.len()),
            None => !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()),
        };
    }
    let small = name.to_ascii_lowercase();
    let marked = MARKS.iter().find_map(|mark| small.strip_suffix(mark));
    NAMES.contains(&small.as_str())
        || marked.is_some_and(|letters| (1..=2).contains(&letters.len()))
}

fn starts_with_hex(text: &str, count: usize) -> bool {
    text.get(..count)
        .is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
