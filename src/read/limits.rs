//! How much may stand in a settings file or a guide: more than anybody needs, and little
//! enough that every page of it is laid out in seconds. `docs/limits.md` shows the table
//! to people.

use std::ops::RangeInclusive;

/// How much a setting may hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Most {
    /// A text of so many characters; so has each text of a list or of a group under it.
    Characters(usize),
    /// A list or a group of so many entries.
    Entries(usize),
    /// A number in this range.
    Between(f64, f64),
}

/// A setting, by its name wherever it stands, and how much it may hold.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// The name.
    pub key: &'static str,
    /// How much.
    pub most: Most,
}

/// A text that has no limit of its own, in characters: a dozen pages of a booklet.
pub const TEXT: usize = 20_000;
/// A text of labels, tones and lists of words.
pub const WORDS: usize = 2_000;
/// A list or group that has no limit of its own.
pub const ENTRIES: usize = 2_000;
/// The name of a setting, a tone, a contact: in characters.
pub const KEY: usize = 100;
/// All texts of one file together, in characters: a booklet of 40 pages.
pub const FILE: usize = 60_000;
/// The most marks on one letter: more than any language needs.
pub const MARKS: usize = 10;

/// Every setting that has a limit of its own.
pub const LIMITS: &[Limit] = &[
    characters("name", 200),
    characters("organisation", 200),
    characters("role", 200),
    characters("by", 200),
    characters("title", 200),
    characters("heading", 200),
    characters("summary", 1_000),
    characters("approved-by", 200),
    characters("reason", 500),
    characters("phone", 60),
    characters("email", 254),
    characters("website", 500),
    characters("link", 500),
    characters("feedback-page", 200),
    characters("hours", 300),
    characters("address", 300),
    characters("access", 1_000),
    characters("logo", 300),
    characters("cover", 100),
    characters("scene", 100),
    characters("picture", 100),
    characters("file", 300),
    characters("logo-alt", 1_000),
    characters("alt", 1_000),
    characters("words", 300),
    characters("columns", 200),
    characters("unused-columns", 200),
    characters("choices", 300),
    characters("label", 300),
    characters("ask", 300),
    characters("header", 300),
    characters("paper", 200),
    characters("copies", 60),
    characters("statement", 160),
    characters("low", 60),
    characters("high", 60),
    characters("who-with", 40),
    characters("where", 40),
    characters("how-often", 40),
    characters("weigh-up", 40),
    entries("languages", 20),
    entries("contacts", 60),
    entries("pictures", 200),
    entries("places", 60),
    entries("approvals", 200),
    entries("content", 40),
    entries("address", 10),
    entries("options", 40),
    entries("add-options", 40),
    entries("steps", 60),
    entries("checklist", 60),
    entries("choices", 40),
    entries("header", 12),
    entries("rows", 200),
    entries("copies", 6),
    entries("fields", 60),
    entries("needs", 60),
    entries("option-needs", 12),
    entries("sections", 200),
    entries("add", 200),
    entries("blocks", 200),
    entries("sources", 200),
    entries("except", 500),
    entries("columns", 200),
    entries("unused-columns", 500),
    between("gsm", 40.0, 400.0),
    between("copies", 1.0, 1_000_000.0),
    between("options-ratio", 1.0, 100.0),
    between("version", 0.0, 100_000.0),
    between("number", 0.0, 1_000_000.0),
    between("of", 1.0, 1_000_000.0),
    between("at-most", 1.0, 1_000.0),
    between("short-at-most", 1.0, 1_000.0),
    between("lines", 1.0, 30.0),
    between("from", 0.0, 100.0),
    between("to", 0.0, 100.0),
    between("rows", 1.0, 62.0),
    between("row-height", 8.0, 100.0),
    between("boxes", 1.0, 60.0),
    between("blank", 3.0, 6.0),
];

const fn characters(key: &'static str, most: usize) -> Limit {
    let most = Most::Characters(most);
    Limit { key, most }
}

const fn entries(key: &'static str, most: usize) -> Limit {
    let most = Most::Entries(most);
    Limit { key, most }
}

const fn between(key: &'static str, least: f64, most: f64) -> Limit {
    let most = Most::Between(least, most);
    Limit { key, most }
}

/// Limits of settings by their names: all there are, or none but those of every file.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    own: &'static [Limit],
    /// The most characters of a text that has no limit of its own.
    pub text: usize,
}

/// The limits of settings and guides.
pub const OF_SETTINGS: Limits = Limits {
    own: LIMITS,
    text: TEXT,
};
/// Those of lists of words, in which names mean other things.
pub const OF_WORDS: Limits = Limits {
    own: &[],
    text: WORDS,
};

impl Limits {
    /// The most characters of a text under this key, where it has a limit of its own.
    pub fn characters(self, key: &str) -> Option<usize> {
        self.of(key).find_map(|most| match most {
            Most::Characters(most) => Some(most),
            _ => None,
        })
    }

    /// The most entries of a list or group under this key.
    pub fn entries(self, key: &str) -> usize {
        let own = self.of(key).find_map(|most| match most {
            Most::Entries(most) => Some(most),
            _ => None,
        });
        own.unwrap_or(ENTRIES)
    }

    /// The numbers that may stand under this key.
    pub fn numbers(self, key: &str) -> Option<RangeInclusive<f64>> {
        self.of(key).find_map(|most| match most {
            Most::Between(least, most) => Some(least..=most),
            _ => None,
        })
    }

    fn of(self, key: &str) -> impl Iterator<Item = Most> {
        let same = self.own.iter().filter(move |limit| limit.key == key);
        same.map(|limit| limit.most)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::{env, fs, path::Path};

    use super::*;
    use crate::diagnostics::with_commas;

    const BEGINS: &str = "<!-- Made from the limits. Do not edit: `UPDATE_DOCS=1 cargo test --lib` writes it anew. -->\n";
    const ENDS: &str = "<!-- Until here. -->\n";

    /// The table, as Markdown.
    fn table() -> String {
        let count = |count: usize| with_commas(&count.to_string());
        let mut table = String::from("\n| setting | most |\n|---|---|\n");
        // Writing to a string does not fail.
        for Limit { key, most } in LIMITS {
            let most = match most {
                Most::Characters(most) => format!("{} characters", count(*most)),
                Most::Entries(most) => format!("{} entries", count(*most)),
                Most::Between(least, most) => {
                    format!(
                        "a number from {least} to {}",
                        with_commas(&most.to_string())
                    )
                }
            };
            let _ = writeln!(table, "| `{key}` | {most} |");
        }
        for (what, most) in [
            ("any other text", format!("{} characters", count(TEXT))),
            (
                "a text of labels, tones and lists of words",
                format!("{} characters", count(WORDS)),
            ),
            (
                "any other list or group",
                format!("{} entries", count(ENTRIES)),
            ),
            (
                "the name of a setting",
                format!("{} characters", count(KEY)),
            ),
            (
                "all texts of a file together",
                format!("{} characters", count(FILE)),
            ),
            ("the marks on one letter", count(MARKS)),
        ] {
            let _ = writeln!(table, "| {what} | {most} |");
        }
        table.push('\n');
        table
    }

    #[test]
    fn the_page_in_docs_says_what_the_limits_are() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/limits.md");
        let page = fs::read_to_string(&path).expect("a page");
        let (before, rest) = page.split_once(BEGINS).expect("where the table begins");
        let (there, after) = rest.split_once(ENDS).expect("where the table ends");
        let made = table();
        if env::var_os("UPDATE_DOCS").is_some() {
            let page = format!("{before}{BEGINS}{made}{ENDS}{after}");
            fs::write(&path, page).expect("a written page");
        } else {
            assert_eq!(there, made, "UPDATE_DOCS=1 cargo test --lib");
        }
    }
}
