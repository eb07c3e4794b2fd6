//! How far `check` reads as an editor of patient information does: sentences as they stand
//! in leaflets and letters, each with the rules that have to speak, and good ones, at which
//! none may.
//!
//! `tests/editor/*.yaml` holds those that the lists of words were made with, and
//! `tests/editor/unseen/` those that nobody had looked at when they were measured.
//! `UPDATE_DOCS=1 cargo test --lib editor` writes what is measured to `docs/editor.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::story::Story;
use crate::check::Subject;
use crate::check::rules::rule;
use crate::diagnostics::Sources;

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

/// So many stand in one guide.
const A_GUIDE: usize = 40;

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

/// A sentence where its page has it: the lines up to its own, and those after it.
fn placed(number: usize, sentence: &Sentence) -> (String, String) {
    let text = serde_json::to_string(&sentence.text).expect("a string");
    match sentence.page {
        Page::Option => (
            format!(
                "          - id: o{number}\n            name: Choice {number}\n            summary: \
                 A way.\n            what-it-is: You meet.\n            what-it-is-like: {text}\n"
            ),
            "            how-it-may-help: You may walk.\n            what-may-be-hard: It can hurt.\n\
             \x20           time-and-place: Here.\n            how-to-start: Ask us.\n"
                .to_owned(),
        ),
        Page::Leaflet | Page::Letter | Page::Staff => (
            format!(
                "  - id: s{number}\n    heading: Part {number}\n    blocks:\n      - text: {text}\n"
            ),
            String::new(),
        ),
    }
}

/// A guide of these sentences, and how many lines of its sections stand up to each.
fn guide(page: Page, sentences: &[&Sentence]) -> (Story, Vec<usize>) {
    let mut sections = String::new();
    if page == Page::Option {
        sections += "  - id: options\n    blocks:\n      - options:\n";
    }
    let mut lines = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let (until, after) = placed(number, sentence);
        sections += &until;
        lines.push(sections.lines().count());
        sections += &after;
    }
    let story = match page {
        Page::Letter => Story::letter(&sections),
        Page::Leaflet | Page::Option => Story::booklet(&sections),
        Page::Staff => Story::booklet(&sections).guide("audience: patients", "audience: staff"),
    };
    (story, lines)
}

/// The rules that speak on each line of a guide's sections.
fn spoken_on_lines(story: &Story) -> BTreeMap<usize, BTreeSet<&'static str>> {
    let families = FAMILIES.iter().flat_map(|(_, codes)| *codes);
    let codes: BTreeSet<&str> = families.chain(&EDITORIAL).copied().collect();
    let look = |subject: &Subject| {
        let rules = codes.iter().map(|code| rule(code).expect("a rule"));
        let found = rules.flat_map(|rule| rule.findings(subject, None));
        let found = found.filter_map(|it| Some((it.place.as_ref()?.0, it.code()?)));
        let sections = subject
            .guide
            .sections
            .first()
            .map(|section| section.id.place);
        (found.collect::<Vec<_>>(), sections)
    };
    let ((found, sections), sources): (_, Sources) = story.looked_at(look);
    let first = sources.line(sections.expect("a section"));
    let mut spoken: BTreeMap<usize, BTreeSet<&'static str>> = BTreeMap::new();
    for (place, code) in found {
        // What is wrong with the whole guide stands above its sections.
        if let Some(line) = (sources.line(place) + 1).checked_sub(first) {
            spoken.entry(line).or_default().insert(code);
        }
    }
    spoken
}

/// The rules that speak at each sentence.
fn spoken(sentences: &[Sentence]) -> Vec<BTreeSet<&'static str>> {
    let mut spoken = vec![BTreeSet::new(); sentences.len()];
    for page in [Page::Leaflet, Page::Letter, Page::Option, Page::Staff] {
        let numbers = 0..sentences.len();
        let here: Vec<usize> = numbers.filter(|it| sentences[*it].page == page).collect();
        for numbers in here.chunks(A_GUIDE) {
            let of_guide: Vec<&Sentence> = numbers.iter().map(|it| &sentences[*it]).collect();
            let (story, lines) = guide(page, &of_guide);
            let mut on_lines = spoken_on_lines(&story);
            for (number, line) in numbers.iter().zip(lines) {
                spoken[*number] = on_lines.remove(&line).unwrap_or_default();
            }
        }
    }
    spoken
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
