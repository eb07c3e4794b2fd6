//! Nothing is lost or said twice on the way from pages to sheets.

use std::collections::BTreeMap;

use crate::support::Pdf;
use crate::support::printed::{EVERYTHING, Printed};

type Words = BTreeMap<String, usize>;

/// How often each word stands in a text.
fn count<'a>(pages: impl IntoIterator<Item = &'a String>) -> Words {
    let mut words = Words::new();
    for page in pages {
        for word in page.split_whitespace() {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
    words
}

fn words(pdf: &Pdf) -> Words {
    count(&pdf.text())
}

/// What one has and the other has not, as one would read it out.
fn difference(one: &Words, other: &Words) -> String {
    let all = one.keys().chain(other.keys());
    let mut said: Vec<String> = all
        .filter(|word| one.get(*word) != other.get(*word))
        .map(|word| {
            let count = |words: &Words| words.get(word).copied().unwrap_or_default();
            format!("“{word}” {} and {} times", count(one), count(other))
        })
        .collect();
    said.dedup();
    said.join(", ")
}

#[track_caller]
fn assert_same(what: &str, one: &Words, other: &Words) {
    assert!(one == other, "{what}: {}", difference(one, other));
}

/// How often each page stands on an office sheet.
fn times(printed: &Printed) -> usize {
    if printed.is_large() {
        1
    } else {
        printed.paper.times
    }
}

#[test]
fn an_office_sheet_says_what_the_pages_say() {
    for printed in EVERYTHING.iter() {
        let mut wanted = words(&printed.screen());
        wanted
            .values_mut()
            .for_each(|count| *count *= times(printed));
        assert!(wanted.len() > 40, "{}: hardly a word", printed.name());
        assert_same(&printed.name(), &words(&printed.desk()), &wanted);
    }
}

#[test]
fn a_print_shop_prints_what_the_pages_say() {
    for printed in EVERYTHING.iter() {
        let (screen, press) = (printed.screen().text(), printed.press().text());
        assert_same(&printed.name(), &count(&press), &count(&screen));
        // One by one, in the order they are read; but a folded sheet whole.
        if screen.len() == press.len() {
            for (number, (screen, press)) in (1..).zip(screen.iter().zip(&press)) {
                let page = format!("{}, page {number}", printed.name());
                assert_same(&page, &count([press]), &count([screen]));
            }
        }
    }
}

/// Nothing is scaled: letters are as large on a sheet as on their page.
#[test]
fn letters_keep_their_size() {
    let sizes = |pdf: &Pdf| {
        let runs = pdf.pages().into_iter().flat_map(|page| pdf.runs(page));
        let words = runs.filter(|run| !run.text.trim().is_empty());
        let mut sizes: Vec<i64> = words.map(|run| (run.size * 100.0).round() as i64).collect();
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    };
    for printed in EVERYTHING.iter() {
        let screen = sizes(&printed.screen());
        assert_eq!(sizes(&printed.desk()), screen, "{}", printed.name());
        assert_eq!(sizes(&printed.press()), screen, "{}", printed.name());
    }
}

#[test]
fn a_lost_word_is_seen() {
    let printed = &EVERYTHING[0];
    let mut pages = printed.screen().text();
    let whole = count(&pages);
    pages.pop();
    assert_ne!(count(&pages), whole);
    assert!(difference(&count(&pages), &whole).contains("0 and"));
}
