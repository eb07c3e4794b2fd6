//! How far `check` reads as an editor of patient information does: sentences as they stand
//! in leaflets and letters, each with the rules that have to speak, and good ones, at which
//! none may.
//!
//! `tests/editor/*.yaml` holds those that the lists of words were made with, and
//! `tests/editor/unseen/` those that nobody had looked at when they were measured.
//! `UPDATE_DOCS=1 cargo test --lib editor` writes what is measured to `docs/editor.md`.

mod spoken;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use spoken::spoken;

/// A sentence or a few, as they stand in a paragraph.
#[derive(Debug, Clone, Deserialize)]
struct Sentence {
    /// The kind of page it stands on.
    page: Page,
    /// The rules it breaks, by their names.
    breaks: Vec<String>,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Page {
    Leaflet,
    Letter,
    Option,
    Staff,
}

/// What an editor looks for, and the rules that say it: some is said by an older rule.
const FAMILIES: [(&str, &[&str]); 11] = [
    ("promise", &["LW140"]),
    ("blame", &["LW141", "LW144", "LW012"]),
    ("dismissal", &["LW142", "LW012"]),
    ("medicine-or-999", &["LW143"]),
    ("pressure-in-option", &["LW039", "LW036"]),
    ("threat-in-letter", &["LW144", "LW013", "LW028"]),
    ("assumption", &["LW145"]),
    ("idiom", &["LW150"]),
    ("double-negative", &["LW151"]),
    ("vague-time", &["LW152", "LW044", "LW020"]),
    ("passive-voice", &["LW052"]),
];

/// The rules that have to be silent about a good sentence.
const EDITORIAL: [&str; 15] = [
    "LW012", "LW013", "LW028", "LW036", "LW039", "LW052", "LW140", "LW141", "LW142", "LW143",
    "LW144", "LW145", "LW150", "LW151", "LW152",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editor")
}

/// The sentences of every file in a folder.
fn sentences(folder: &Path) -> Vec<Sentence> {
    let files = fs::read_dir(folder).expect("a folder");
    let files = files.map(|file| file.expect("a file").path());
    let mut files: Vec<PathBuf> = files.filter(|file| file.is_file()).collect();
    files.sort();
    let read = files.iter().flat_map(|file| {
        let text = fs::read_to_string(file).expect("a text");
        let list: Vec<Sentence> = serde_yaml::from_str(&text).expect("a list of sentences");
        list
    });
    read.collect()
}

/// What is counted of a family, or of all.
#[derive(Debug, Default)]
struct Count {
    bad: usize,
    found: usize,
    /// Good sentences at which its own rule spoke.
    wrong: usize,
}

impl Count {
    /// Of 100 sentences that break it, so many are found.
    fn recall(&self) -> usize {
        100 * self.found / self.bad.max(1)
    }

    /// Of 100 sentences at which it speaks, so many break it.
    fn precision(&self) -> usize {
        100 * self.found / (self.found + self.wrong).max(1)
    }

    fn row(&self, name: &str) -> String {
        let (recall, precision) = (self.recall(), self.precision());
        format!(
            "| {name} | {} | {} | {recall} % | {precision} % |\n",
            self.bad, self.found
        )
    }
}

/// What was measured.
struct Measured {
    families: Vec<(&'static str, Count)>,
    good: usize,
    /// Good sentences at which any rule of an editor's spoke.
    warned: Vec<String>,
    missed: Vec<String>,
}

fn measured(sentences: &[Sentence]) -> Measured {
    let spoken = spoken(sentences);
    let pairs = || sentences.iter().zip(&spoken);
    let good = || pairs().filter(|(sentence, _)| sentence.breaks.is_empty());
    let mut missed = Vec::new();
    let families = FAMILIES.iter().map(|(name, rules)| {
        let says = |codes: &BTreeSet<&str>| rules.iter().any(|rule| codes.contains(rule));
        let mut count = Count::default();
        for (sentence, codes) in pairs() {
            if sentence.breaks.iter().any(|broken| broken == name) {
                count.bad += 1;
                count.found += usize::from(says(codes));
                if !says(codes) {
                    missed.push(format!("{name}: {}", sentence.text));
                }
            }
        }
        let own = rules[0];
        count.wrong = good().filter(|(_, codes)| codes.contains(own)).count();
        (*name, count)
    });
    let families = families.collect();
    let warned = good().filter_map(|(sentence, codes)| {
        let said = EDITORIAL.iter().filter(|rule| codes.contains(*rule));
        let said: Vec<&str> = said.copied().collect();
        (!said.is_empty()).then(|| format!("{said:?}: {}", sentence.text))
    });
    Measured {
        families,
        good: good().count(),
        warned: warned.collect(),
        missed,
    }
}

impl Measured {
    fn table(&self) -> String {
        let mut table = String::from(
            "| sentences that break | there are | found | found of 100 | right of 100 findings |\n\
             |---|--:|--:|--:|--:|\n",
        );
        let mut all = Count::default();
        for (name, count) in &self.families {
            table += &count.row(&format!("`{name}`"));
            all.bad += count.bad;
            all.found += count.found;
        }
        all.wrong = self.warned.len();
        table += &all.row("all");
        let _ = write!(
            table,
            "\nOf {} good sentences, {} were spoken at.\n",
            self.good,
            self.warned.len()
        );
        table
    }

    /// An editor's first reader finds nine of ten, and disturbs fewer than one good sentence
    /// of ten.
    fn is_good_enough(&self, name: &str) {
        let (bad, found) = self
            .families
            .iter()
            .fold((0, 0), |(bad, found), (_, count)| {
                (bad + count.bad, found + count.found)
            });
        assert!(
            bad > 100 && self.good > 100,
            "{name}: {bad} bad, {} good",
            self.good
        );
        println!(
            "{name}\n{}\nmissed: {:#?}\nwarned: {:#?}",
            self.table(),
            self.missed,
            self.warned
        );
        assert!(
            found * 10 >= bad * 9,
            "{name}: {found} of {bad} found: {:#?}",
            self.missed
        );
        assert!(
            self.warned.len() * 10 < self.good,
            "{name}: {} of {} good ones warned at: {:#?}",
            self.warned.len(),
            self.good,
            self.warned
        );
    }
}

#[test]
fn what_harms_is_found_and_what_is_good_is_left_alone() {
    let known = measured(&sentences(&folder()));
    known.is_good_enough("known");
    for (name, count) in &known.families {
        assert!(count.recall() >= 90, "{name}: {count:?}");
        assert!(count.precision() >= 80, "{name}: {count:?}");
    }
    let unseen = measured(&sentences(&folder().join("unseen")));
    println!("unseen\n{}\nmissed: {:#?}", unseen.table(), unseen.missed);
    is_in_the_docs(&[("known", known.table()), ("unseen", unseen.table())]);
}

/// The tables stand in `docs/editor.md`, each between two marks.
fn is_in_the_docs(tables: &[(&str, String)]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/editor.md");
    let page = fs::read_to_string(&path).expect("a page");
    let mut made = page.clone();
    for (name, table) in tables {
        let (open, close) = (
            format!("<!-- {name} -->\n"),
            format!("<!-- end of {name} -->\n"),
        );
        let start = made.find(&open).expect("a mark") + open.len();
        let end = made.find(&close).expect("a mark");
        made.replace_range(start..end, table);
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &made).expect("a written page");
    } else {
        assert!(page == made, "UPDATE_DOCS=1 cargo test --lib editor");
    }
}
