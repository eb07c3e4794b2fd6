//! The web edition says what the pages say, word for word and in their order.
//!
//! The words of the pages are those that a screen reader hears in the PDF, so that page
//! numbers and running heads are not among them. What differs is named here, and nothing else
//! may: see [`Law`].

use std::collections::BTreeSet;

use leafwright::{PublicationId, Target, Workspace};
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::support::Pdf;
use crate::support::tags::{Inside, Tag};
use crate::support::web::Element;
use crate::whole_library::examples;

/// What only paper says, in both languages: where there is room, lines for notes under a
/// heading of their own; on a card, to bring it.
const ONLY_ON_PAPER: [&str; 7] = [
    "My notes",
    "Your notes",
    "Questions I want to ask",
    "Cwestiynau yr hoffwn eu gofyn",
    "Fy nodiadau",
    "Bring this with you",
    "This side is empty. The next copy is on the next sheet.",
];

/// What stands above the text on the web, and is no part of it; the ways back from sources.
/// Whom copies are for is looked at by itself.
const ONLY_ON_THE_WEB: [&str; 7] = ["mark", "skip", "languages", "now", "stays", "back", "copy"];

/// What may differ in one publication, as runs of words.
struct Law {
    /// Words that paper may have beyond the web.
    paper: BTreeSet<Vec<String>>,
    /// And the web beyond paper.
    web: BTreeSet<Vec<String>>,
}

fn words(text: &str) -> Vec<String> {
    let text = text.replace(['\u{2060}', '\u{2068}', '\u{2069}'], "");
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Everything in it, elements apart.
fn heard(tag: &Tag, said: &mut String) {
    for inside in &tag.inside {
        match inside {
            Inside::Tag(tag) => {
                said.push(' ');
                heard(tag, said);
                said.push(' ');
            }
            Inside::Words(words) => said.push_str(words),
            Inside::Link => {}
        }
    }
}

fn only_on_the_web(element: &Element) -> bool {
    matches!(element.name.as_str(), "head" | "svg")
        || ONLY_ON_THE_WEB.iter().any(|class| element.is(class))
}

fn read(element: &Element) -> Vec<String> {
    words(&element.words(&only_on_the_web))
}

/// The same without the sentence on each option in an overview: paper has them where all of
/// them have room.
fn read_without_sentences(element: &Element) -> Vec<String> {
    words(&element.words(&|it| only_on_the_web(it) || it.is("sentence")))
}

/// Words that stand side by side on paper without a blank between them, as "YesNo" under two
/// boxes, parted: into words that are known, and only where all of it is such words.
fn parted(paper: Vec<String>, known: &BTreeSet<String>) -> Vec<String> {
    let part = |word: String| {
        if known.contains(&word) || word.parse::<u64>().is_ok() {
            return vec![word];
        }
        split(&word, known).unwrap_or(vec![word])
    };
    paper.into_iter().flat_map(part).collect()
}

fn split(word: &str, known: &BTreeSet<String>) -> Option<Vec<String>> {
    if word.is_empty() {
        return Some(Vec::new());
    }
    // The longest words first.
    let ends = word
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    let ends: Vec<usize> = ends.collect();
    ends.into_iter().rev().find_map(|end| {
        let (first, rest) = word.split_at(end);
        let rest = known.contains(first).then(|| split(rest, known))??;
        Some(std::iter::once(first.to_owned()).chain(rest).collect())
    })
}

/// Where these words stand in the others.
fn find(words: &[String], sought: &[String]) -> Option<usize> {
    words
        .windows(sought.len().max(1))
        .position(|window| window == sought)
}

/// Takes the box out of the words. A poster has it at its foot.
fn take_out(words: &mut Vec<String>, sought: &[String]) -> bool {
    let found = find(words, sought);
    if let Some(at) = found {
        words.drain(at..at + sought.len());
    }
    found.is_some()
}

impl Law {
    /// The law of a page.
    fn of(page: &Element) -> Self {
        let mut law = Self {
            paper: BTreeSet::new(),
            web: BTreeSet::new(),
        };
        law.paper.extend(ONLY_ON_PAPER.map(words));
        // Cards and posters have a logo, and the name in it. Sheets say in their imprint alone
        // that a translation is a draft.
        for class in ["service", "draft"] {
            law.web.extend(page.of_class(class).into_iter().map(read));
        }
        for overview in page.of_class("overview") {
            let heads = overview.called("thead");
            let head = heads.first().map(|head| read(head)).unwrap_or_default();
            // Paper has no word over the names of options, and says the others again on the
            // next page.
            if let Some((first, others)) = head.split_first() {
                law.web.insert(vec![first.clone()]);
                law.paper.insert(others.to_vec());
            }
        }
        law
    }

    fn lets_paper(&self, said: &[String]) -> bool {
        said.is_empty()
            || self.paper.contains(said)
            // On which page an option is.
            || matches!(said, [page, number] if ["page", "tudalen"].contains(&page.as_str()) && number.parse::<u32>().is_ok())
    }

    fn lets_web(&self, said: &[String]) -> bool {
        said.is_empty() || self.web.contains(said)
    }

    /// What differs beyond the law.
    fn broken(&self, paper: &[String], web: &[String]) -> Vec<String> {
        let mut broken = Vec::new();
        for change in capture_diff_slices(Algorithm::Myers, paper, web) {
            let (tag, here, there) = change.as_tag_tuple();
            let (here, there) = (&paper[here], &web[there]);
            // Figures that stand side by side without a blank: the marks of a scale.
            let is_same = tag == DiffTag::Equal || here.concat() == there.concat();
            if !(is_same || self.lets_paper(here) && self.lets_web(there)) {
                broken.push(format!(
                    "paper “{}”, web “{}”",
                    here.join(" "),
                    there.join(" ")
                ));
            }
        }
        broken
    }
}

/// What a page of the web and its pages on paper do not share.
fn differences(workspace: &Workspace, id: &PublicationId) -> Vec<String> {
    let published = workspace.publish(id, &[Target::Screen, Target::Web]);
    let files = published.expect("a guide that prints").files;
    let file = |ending: &str| {
        let found = files.iter().find(|file| file.name.ends_with(ending));
        &found.expect("a file for each").bytes
    };
    let mut said = String::new();
    heard(&Pdf::open(file(".pdf")).tags(), &mut said);
    let page = std::str::from_utf8(file(".html")).expect("UTF-8");
    let page = Element::page(page);
    let copies = page.of_class("copy").into_iter();
    let copies: Vec<Vec<String>> = copies.map(|copy| words(&copy.words(&|_| false))).collect();
    let mut broken = Vec::new();
    for copy in copies_of(words(&said), &copies) {
        broken.extend(differences_of_copy(copy, &page));
    }
    let numbers = |class: &str| {
        let places = page.of_class(class).into_iter();
        let links = places.flat_map(|place| place.of_class("number"));
        links.map(read_whole).collect::<BTreeSet<_>>()
    };
    if numbers("now") != numbers("crisis") {
        broken.push("the numbers at the top are those of the box".to_owned());
    }
    broken
}

fn read_whole(element: &Element) -> Vec<String> {
    words(&element.words(&|_| false))
}

/// What paper says in each of its copies, without the line that says whom it is for.
fn copies_of(mut paper: Vec<String>, copies: &[Vec<String>]) -> Vec<Vec<String>> {
    if copies.is_empty() {
        return vec![paper];
    }
    let mut list = Vec::new();
    for copy in copies.iter().rev() {
        let at = find(&paper, copy).expect("whom this copy is for");
        list.push(paper.split_off(at).split_off(copy.len()));
    }
    assert!(paper.is_empty(), "{paper:?}");
    list
}

fn differences_of_copy(paper: Vec<String>, page: &Element) -> Vec<String> {
    let only_on_paper = ONLY_ON_PAPER.iter().flat_map(|said| words(said));
    let known: BTreeSet<String> = read(page).into_iter().chain(only_on_paper).collect();
    let paper = parted(paper, &known);
    let with = differences_from(paper.clone(), page, read(page));
    if with.is_empty() {
        return with;
    }
    let without = differences_from(paper, page, read_without_sentences(page));
    if without.len() < with.len() {
        without
    } else {
        with
    }
}

fn differences_from(mut paper: Vec<String>, page: &Element, mut web: Vec<String>) -> Vec<String> {
    let law = Law::of(page);
    let mut broken = Vec::new();

    // Help in a crisis is compared by itself: on a poster it stands at the foot.
    for help in page.of_class("crisis") {
        let whole = read(help);
        assert!(take_out(&mut web, &whole));
        if !take_out(&mut paper, &whole) && !take_out_in_short(&mut paper, help) {
            broken.push(format!("no help in a crisis: {}", whole.join(" ")));
        }
    }

    // The imprint is whole on the web, and on paper as long as its format allows: all that it
    // says there is said here.
    for imprint in page.of_class("imprint") {
        let names = ["p", "ol", "h2", "h3", "h4"].iter();
        let parts = names.flat_map(|name| imprint.called(name));
        let parts: Vec<Vec<String>> = parts.map(read).collect();
        assert!(take_out(&mut web, &read(imprint)));
        broken.extend(take_out_imprint(&mut paper, imprint, &parts));
    }
    broken.extend(law.broken(&paper, &web));
    broken
}

/// A poster whose guide has no box of its own says in two or three words what the web says in
/// whole sentences: its numbers are compared.
fn take_out_in_short(paper: &mut Vec<String>, help: &Element) -> bool {
    let bars = help.of_class("bar");
    let title = bars.first().map(|bar| read(bar)).unwrap_or_default();
    let Some(start) = find(paper, &title) else {
        return false;
    };
    let mut strip = paper.split_off(start);
    let mut numbers = help.of_class("number").into_iter().map(read);
    numbers.all(|number| take_out(&mut strip, &number))
}

/// Takes the imprint out of the words of the paper: from the offer of other forms on, all that
/// the web's imprint says. Gives what is left of it.
fn take_out_imprint(
    paper: &mut Vec<String>,
    imprint: &Element,
    parts: &[Vec<String>],
) -> Vec<String> {
    let offers = imprint.of_class("offer");
    let offer = offers
        .first()
        .map(|offer| offer.called("p"))
        .unwrap_or_default();
    let (Some(formats), contact) = (offer.first(), offer.get(1..).unwrap_or_default()) else {
        return vec!["no offer of other forms".to_owned()];
    };
    let Some(start) = find(paper, &read(formats)) else {
        return vec!["no imprint on paper".to_owned()];
    };
    let mut rest = paper.split_off(start);
    // Whom to ask stands before it on a card or a poster, if no list says so.
    let contact: Vec<String> = contact.iter().flat_map(|line| read(line)).collect();
    let before = paper
        .len()
        .saturating_sub(contact.len() + words("Bring this with you").len());
    let mut end = paper.split_off(before);
    let is_card = end.ends_with(&words("Bring this with you")) || end.ends_with(&contact);
    if is_card {
        take_out(&mut end, &contact);
    }
    paper.extend(end);
    // In a second language its pages come next: what is found later is not the imprint's.
    let mut parts = parts.to_vec();
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    let whole: usize = parts.iter().map(Vec::len).sum::<usize>() + contact.len();
    let after = rest.split_off(whole.min(rest.len()));
    for part in &parts {
        take_out(&mut rest, part);
    }
    paper.extend(rest);
    paper.extend(after);
    Vec::new()
}

#[test]
fn every_guide_says_the_same_in_every_tone() {
    let mut broken = Vec::new();
    let mut seen = BTreeSet::new();
    for (name, workspace) in examples() {
        for id in workspace.publications().expect("guides that exist") {
            if id.guide.starts_with("invitation") {
                continue;
            }
            let is_first = seen.insert((id.guide.clone(), id.languages.clone()));
            let tones = ["wellbeing", "mental-health", "pain-first"];
            let tones = tones
                .into_iter()
                .filter(|tone| is_first || *tone == id.tone);
            for tone in tones {
                let id = id.clone().in_tone(tone);
                let found = differences(&workspace, &id).into_iter();
                broken.extend(found.map(|it| format!("{name}, {}: {it}", id.describe())));
            }
        }
    }
    let guides: BTreeSet<&str> = seen.iter().map(|(guide, _)| guide.as_str()).collect();
    assert!(guides.len() > 25, "{guides:?}");
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn only_words_of_the_page_are_parted() {
    let known = BTreeSet::from(["Yes", "In", "part", "No"].map(str::to_owned));
    let parted = |text: &str| parted(words(text), &known).join(" ");
    assert_eq!(parted("YesIn partNo"), "Yes In part No");
    assert_eq!(parted("YesOut Nothing"), "YesOut Nothing");
}

/// A word that is left out, added or moved is seen.
#[test]
fn what_is_missing_or_moved_is_seen() {
    let law = Law {
        paper: BTreeSet::from([words("My notes")]),
        web: BTreeSet::from([words("Option")]),
    };
    let paper = words("One two three. My notes. Four page 4 five");
    assert_eq!(
        law.broken(&paper, &words("One Option two three Four five")),
        Vec::<String>::new()
    );
    for web in [
        "One three Four five",
        "One two three four five",
        "Two one three Four five",
        "One two three Four five six",
        "One two three My Four five",
    ] {
        assert!(!law.broken(&paper, &words(web)).is_empty(), "{web}");
    }
}
