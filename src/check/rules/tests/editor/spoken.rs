//! Guides of sentences, and the rules that speak at each of them.

use std::collections::{BTreeMap, BTreeSet};

use super::{EDITORIAL, FAMILIES, Page, Sentence};
use crate::check::Subject;
use crate::check::rules::rule;
use crate::check::rules::tests::Story;
use crate::diagnostics::Sources;

/// So many stand in one guide.
const A_GUIDE: usize = 40;

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
pub fn spoken(sentences: &[Sentence]) -> Vec<BTreeSet<&'static str>> {
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
