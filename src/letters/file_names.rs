//! What the files of single letters are called: the number of their row, or what a
//! column says.

use std::collections::HashSet;

use unicase::UniCase;
use unicode_normalization::UnicodeNormalization;

use crate::read::people::PersonRow;

/// How long a name may be, in bytes: every system and every zip archive takes it.
const LONGEST: usize = 100;

/// Names that stand for a device on Windows, whatever their ending is.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A name for the letter of everybody. No two are the same on a disk for which capitals
/// do not count, each is a plain name on any system.
pub(super) fn file_names(people: &[PersonRow]) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut name = |person: &PersonRow| {
        let row = format!("{:06}", person.row);
        let wanted = match safe(&person.filed_as) {
            safe if safe.is_empty() => row.clone(),
            safe => safe,
        };
        let tries = [
            format!("{wanted}.pdf"),
            format!("{wanted}-{row}.pdf"),
            // Only somebody who is called like that on purpose gets so far.
            format!("{row}-row-{row}.pdf"),
        ];
        let free = |name: &String| taken.insert(folded(name));
        tries.into_iter().find(free).unwrap_or(row)
    };
    people.iter().map(&mut name).collect()
}

/// What tells a name from others on any system. Windows and Macs take some names for one
/// that look different: `ß` and `SS`, `ﬁ` and `fi`, `σ` and `ς`, a letter with its mark or
/// followed by it. (Compatibility composition and full case folding: Unicode, UAX #15 and
/// chapter 5.18.)
fn folded(name: &str) -> String {
    let composed: String = name.nfkc().collect();
    let folded = UniCase::unicode(composed).to_folded_case();
    folded.nfkc().collect()
}

/// What a cell says as a name: composed letters, none that a system forbids, no path.
fn safe(cell: &str) -> String {
    let kept = |symbol: char| match symbol {
        _ if symbol.is_alphanumeric() => symbol,
        '-' | '_' | '.' | '\'' | '(' | ')' | '+' => symbol,
        _ => '-',
    };
    let composed: String = cell.nfc().map(kept).collect();
    let mut name = composed.trim_matches(['.', '-', '_']).to_owned();
    name.truncate(name.floor_char_boundary(LONGEST));
    if is_device(&name) {
        format!("letter-{name}")
    } else {
        name
    }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device);
        number.is_some_and(|number| number.chars().count() == 1)
    };
    DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_path_and_no_device() {
        let cases = [
            ("HPS-7701", "HPS-7701"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\letters\\a", "C--letters-a"),
            ("con", "letter-con"),
            ("NUL.txt", "letter-NUL.txt"),
            ("com1", "letter-com1"),
            ("command", "command"),
            (".hidden", "hidden"),
            ("a b\u{0}c", "a-b-c"),
            ("e\u{301}", "é"),
            ("  ", ""),
            ("...", ""),
        ];
        for (cell, name) in cases {
            assert_eq!(safe(cell), name, "{cell:?}");
        }
        assert!(safe(&"ŵ".repeat(80)).len() <= LONGEST);
    }

    #[test]
    fn what_is_one_name_on_some_system_is_one_name() {
        for [one, other] in [
            ["Straße", "STRASSE"],
            ["ﬁle", "FILE"],
            ["ὈΔΥΣΣΕΎΣ", "ὀδυσσεύς"],
            ["Siân", "sia\u{302}n"],
            ["Ⅳ-9", "iv-9"],
            ["Å", "\u{212b}"],
        ] {
            assert_eq!(folded(one), folded(other), "{one} and {other}");
        }
        assert_ne!(folded("Siân"), folded("Sian"));
    }
}
