//! What every publication says, page by page, and how a screen reader walks it.
//!
//! A change of words, of their order or of their pages shows here. Look at it,
//! then take it: `INSTA_UPDATE=always cargo test says`.

use leafwright::Edition;

use crate::support::library::Order;
use crate::support::pdf::flowing;
use crate::support::standards::{assert_conforms, broken_rules};
use crate::support::tags::{Inside, Tag};
use crate::support::{PUBLICATIONS, Pdf, TONES, snapshot};

fn pages_as_text(pdf: &Pdf) -> String {
    let pages = pdf.text();
    let count = pages.len();
    let numbered = (1..).zip(pages);
    let titled = numbered.map(|(number, text)| format!("=== page {number} of {count}\n{text}\n"));
    titled.collect()
}

fn says(guide: &str, tone: &'static str) {
    let order = Order {
        tone: Some(tone),
        ..Order::EXAMPLE
    };
    let bytes = order.print(guide);
    let pdf = Pdf::open(&bytes);
    assert_conforms(&format!("{guide} in {tone}"), &bytes);
    // The numbers on the tabs of a booklet stand nearest to an edge.
    assert_eq!(pdf.words_off_the_page(2.0), Vec::<String>::new());
    snapshot(&format!("says/{guide}-{tone}"), &pages_as_text(&pdf));
    snapshot(&format!("tags/{guide}-{tone}"), &pdf.tags().outline());
}

#[test]
fn the_leaflet_in_the_wellbeing_tone() {
    says("pain-and-mood", "wellbeing");
}

#[test]
fn the_leaflet_in_the_mental_health_tone() {
    says("pain-and-mood", "mental-health");
}

#[test]
fn the_booklet_in_the_wellbeing_tone() {
    says("your-options", "wellbeing");
}

#[test]
fn the_booklet_in_the_mental_health_tone() {
    says("your-options", "mental-health");
}

#[test]
fn the_letter_in_the_wellbeing_tone() {
    says("invitation", "wellbeing");
}

#[test]
fn the_letter_in_the_mental_health_tone() {
    says("invitation", "mental-health");
}

/// Conformance is only worth something where it can be missed.
#[test]
fn a_broken_promise_is_seen() {
    let mut pdf = Order::EXAMPLE.print("pain-and-mood");
    let marked = b"/Marked true";
    let at = pdf
        .windows(marked.len())
        .position(|window| window == marked);
    let at = at.expect("a file that says it is tagged");
    pdf[at..at + marked.len()].copy_from_slice(b"/Marked null");
    let ua = page_validation::ValidationProfile::PdfUa1;
    assert!(!broken_rules(&pdf, ua).is_empty());
}

/// What validators let through and a reader would miss.
#[test]
fn screen_readers_find_their_way() {
    for (guide, _) in PUBLICATIONS {
        for tone in TONES {
            let order = Order {
                tone: Some(tone),
                ..Order::EXAMPLE
            };
            let pdf = Pdf::open(&order.print(guide));
            let catalog = pdf.document.catalog().expect("a catalogue");
            let language = catalog.get(b"Lang").expect("a language");
            assert_eq!(language.as_str().unwrap(), b"en-GB", "{guide}");
            let tags = pdf.tags();
            let all = tags.all();
            check_headings(guide, &all);
            for tag in &all {
                let alt = tag.alt.as_deref().unwrap_or_default();
                assert!(
                    tag.role != "Figure" || !alt.is_empty(),
                    "{guide}: a figure says nothing"
                );
                assert!(
                    tag.role != "Link" || !tag.words().trim().is_empty(),
                    "{guide}: an empty link"
                );
                if tag.role == "Table" {
                    assert!(
                        tag.all().iter().any(|tag| tag.role == "TH"),
                        "{guide}: no header"
                    );
                }
            }
        }
    }
}

/// One first heading, before all others, and no level skipped.
fn check_headings(guide: &str, tags: &[&Tag]) {
    let levels: Vec<u32> = tags
        .iter()
        .filter_map(|tag| tag.role.strip_prefix('H')?.parse().ok())
        .collect();
    assert_eq!(levels.first(), Some(&1), "{guide}: {levels:?}");
    assert_eq!(
        levels.iter().filter(|level| **level == 1).count(),
        1,
        "{guide}: {levels:?}"
    );
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{guide}: {levels:?}");
    }
}

/// Whom to ask, and what to do in a crisis, stand on the last page of large print.
/// Everything else keeps its order.
#[test]
fn large_print_conforms_and_leaves_nothing_out() {
    for (guide, _) in PUBLICATIONS {
        for tone in TONES {
            let order = |edition| Order {
                tone: Some(tone),
                edition,
                ..Order::EXAMPLE
            };
            let large = order(Edition::LargePrint).print(guide);
            assert_conforms(&format!("{guide} in large print"), &large);
            let standard = Pdf::open(&order(Edition::Standard).print(guide));
            let mut standard = Said::of(&standard.tags());
            let large = Said::of(&Pdf::open(&large).tags());
            if guide == "invitation" {
                // A letter says whom to call in a line as well, and where its slip in large
                // print has no room for the box, that line is what it keeps.
                standard
                    .help
                    .retain(|section| section.first().is_none_or(|heading| heading != CRISIS));
                for number in ["999", "111", "116 123", "85258"] {
                    let says = large
                        .rest
                        .iter()
                        .any(|said| said.replace('\u{a0}', " ").contains(number));
                    assert!(says, "{number} in {:?}", large.rest);
                }
            }
            let missing = large.leaves_out(&standard);
            assert_eq!(missing, None, "{guide} in {tone}: it is missing or moved");
        }
    }
}

/// Something left out or moved is found wherever it stands.
#[test]
fn what_large_print_leaves_out_is_found() {
    let standard = Said::of(&Pdf::open(&Order::EXAMPLE.print("pain-and-mood")).tags());
    assert_eq!(standard.leaves_out(&standard), None);
    assert_eq!(standard.help.len(), 2, "whom to ask, and a crisis");
    assert!(standard.rest.len() > 30, "{:?}", standard.rest);
    let without = |number: usize| {
        let mut less = standard.clone();
        let (mut left, mut removed) = (number, None);
        for list in (less.help.iter_mut()).chain([&mut less.rest, &mut less.offer]) {
            if left < list.len() {
                removed = Some(list.remove(left));
                break;
            }
            left -= list.len();
        }
        removed.map(|block| (block, less))
    };
    let imprint = standard.rest.iter().position(|it| it.starts_with(IMPRINT));
    let imprint = imprint.expect("an imprint");
    let mut count = 0;
    while let Some((block, less)) = without(count) {
        count += 1;
        // What is said of a contact twice may be said once; an imprint has other lines.
        let twice = standard.offer.contains(&block) || standard.rest[imprint..].contains(&block);
        assert!(less.leaves_out(&standard).is_some() || twice, "{block}");
    }
    let mut moved = standard.clone();
    moved.rest.swap(imprint - 1, 8);
    assert!(moved.leaves_out(&standard).is_some());
}

/// What a file says, a heading, paragraph, item or cell at a time.
#[derive(Debug, Clone, PartialEq)]
struct Said {
    /// What stands before the title: the head of a letter has less room in large
    /// print, and says the rest further down.
    head: Vec<String>,
    /// The sections with contacts and with help in a crisis, each from its heading.
    help: Vec<Vec<String>>,
    /// Everything else in order.
    rest: Vec<String>,
    /// The offer of other forms, and whom to ask for them.
    offer: Vec<String>,
    /// The heads of tables, which may be said again in every row.
    heads: Vec<String>,
}

/// Room to write where sheets have it, which no author asked for: elsewhere in large
/// print.
const NOTES: [&str; 2] = ["Questions I want to ask", "My notes"];
const HELP: [&str; 3] = ["Talk to us", "Questions and help", CRISIS];
const CRISIS: &str = "If you cannot cope right now";
const OFFER: &str = "Ask us for this in";
const OFFER_IN_LETTERS: &str = "Large print, Easy Read";
const IMPRINT: &str = "About this ";
const SOURCES: &str = "Where our facts come from";
const SEND_TO: &str = "Please send this to";

impl Said {
    fn of(tags: &Tag) -> Self {
        let mut said = Self {
            head: Vec::new(),
            help: Vec::new(),
            rest: Vec::new(),
            offer: Vec::new(),
            heads: Vec::new(),
        };
        let (mut in_help, mut in_offer, mut in_notes) = (false, false, false);
        let mut in_head = true;
        for (role, words) in blocks(tags) {
            let starts_help = role.starts_with('H') && HELP.contains(&words.as_str());
            let is_section = matches!(role.as_str(), "H1" | "H2");
            in_help = starts_help || (in_help && !is_section && !words.starts_with(OFFER));
            in_offer = words.starts_with(OFFER) || (in_offer && !is_section && !starts_help);
            if starts_help {
                said.help.push(Vec::new());
            }
            let is_heading = role.starts_with('H');
            in_notes = (is_heading && NOTES.contains(&words.as_str())) || (in_notes && !is_heading);
            if in_notes {
                continue;
            }
            in_head &= role != "H1";
            if in_head {
                said.head.push(words);
            } else if words.starts_with(OFFER_IN_LETTERS) {
                said.offer.push(words);
            } else if role == "TH" {
                said.heads.push(words);
            } else if in_help {
                said.help.last_mut().expect("a section").push(words);
            } else if in_offer {
                said.offer.push(words);
            } else {
                said.rest.push(words);
            }
        }
        said
    }

    /// The first thing that the other says and this does not, or not in that order:
    /// word by word, as a row on one page may be a list on another.
    /// This may say more, such as what the edition is.
    fn leaves_out(&self, other: &Self) -> Option<String> {
        let found = |words: &String| {
            self.help
                .iter()
                .flatten()
                .chain(&self.offer)
                .any(|it| it == words)
        };
        let in_order = |list: &[String], wanted: &[String]| {
            let all: Vec<&str> = list.iter().flat_map(|block| block.split(' ')).collect();
            let mut from = 0;
            let missing = wanted.iter().find(|block| {
                let words: Vec<&str> = block.split(' ').collect();
                let mut places = from..all.len();
                let found = places.find(|at| all[*at..].starts_with(&words));
                from = found.map_or(all.len(), |at| at + words.len());
                found.is_none()
            });
            missing.cloned()
        };
        let of_help = other.help.iter().find_map(|wanted| {
            let title = wanted.first();
            let own = self.help.iter().find(|section| section.first() == title);
            in_order(own.map_or(&[], Vec::as_slice), wanted)
        });
        // The lines of an imprint, and of the address of a reply slip, break
        // elsewhere, and an imprint stands where it has room.
        let last = |block: &String| block.starts_with(IMPRINT) || block == SEND_TO;
        let end = other.rest.iter().position(last);
        let (text, last) = other.rest.split_at(end.unwrap_or(other.rest.len()));
        // The sentence on an option stands on its page, and in an overview only where there
        // is room for it again.
        let again = |n: usize| text[n].ends_with('.') && text[..n].contains(&text[n]);
        let once = (0..text.len()).filter(|n| !again(*n));
        let text: Vec<String> = once.map(|n| text[n].clone()).collect();
        let sources = last.iter().position(|block| block == SOURCES);
        let sources = &last[sources.unwrap_or(last.len())..];
        let missing = |list: &[String], all: &[String]| {
            let mut list = list.iter();
            list.find(|words| !all.contains(words)).cloned()
        };
        let all: Vec<String> = [&*self.head, &*self.rest, &*self.help.concat()].concat();
        let of_head = other.head.iter();
        let of_head = of_head.filter_map(|block| in_order(&all, std::slice::from_ref(block)));
        in_order(&self.rest, &text)
            .or_else(|| of_head.into_iter().next())
            .or(of_help)
            .or_else(|| missing(&last[..last.len().min(1)], &self.rest))
            .or_else(|| missing(sources, &self.rest))
            .or_else(|| missing(&other.heads, &[&*self.rest, &*self.heads].concat()))
            .or_else(|| other.offer.iter().find(|words| !found(words)).cloned())
    }
}

/// What stands within a line.
const INLINE: [&str; 6] = ["Span", "Strong", "Em", "Link", "Reference", "Quote"];

/// What has no words of its own.
const GROUPS: [&str; 3] = ["everything", "Document", "Div"];

/// Whatever a file says, in order: each with the role of what it stands in.
fn blocks(tags: &Tag) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    gather(tags, &mut blocks);
    blocks
}

fn gather(tag: &Tag, blocks: &mut Vec<(String, String)>) {
    let mut open = String::new();
    let close = |open: &mut String, blocks: &mut Vec<(String, String)>| {
        let words = flowing(&std::mem::take(open));
        // Pages have other numbers there.
        let is_page = |number: &str| number.parse::<u32>().is_ok();
        match words.strip_prefix("page ").filter(|it| is_page(it)) {
            Some(_) => blocks.push((tag.role.clone(), "page".to_owned())),
            None if words.is_empty() => {}
            None => blocks.push((tag.role.clone(), words)),
        }
    };
    for inside in &tag.inside {
        match inside {
            Inside::Words(words) => open.push_str(words),
            Inside::Tag(inner) if INLINE.contains(&inner.role.as_str()) => {
                // What is in no paragraph is one by itself.
                if GROUPS.contains(&tag.role.as_str()) {
                    close(&mut open, blocks);
                }
                open.push_str(&inner.words());
            }
            Inside::Tag(inner) => {
                close(&mut open, blocks);
                let first = blocks.len();
                gather(inner, blocks);
                if inner.role == "TH" {
                    let heads = blocks[first..].iter_mut();
                    heads.for_each(|(role, _)| *role = "TH".to_owned());
                }
            }
            Inside::Link => {}
        }
    }
    close(&mut open, blocks);
}

const BEHIND_THE_WINDOW: [&str; 5] = [
    "Angharad Tŵr-Pryce",
    "Flat 2, Tŷ'r Ŷd",
    "14 Chapel Road",
    "Riverside",
    "LD92 5HJ",
];

/// UKAAF: large print is 16 pt at the least. Ours: nothing under 10 pt anywhere.
#[test]
fn nothing_is_printed_too_small_to_read() {
    for (guide, _) in PUBLICATIONS {
        for (edition, least) in [(Edition::Standard, 10.0), (Edition::LargePrint, 16.0)] {
            let order = Order {
                edition,
                ..Order::EXAMPLE
            };
            let pdf = Pdf::open(&order.print(guide));
            let pages = pdf.pages().into_iter();
            let runs: Vec<_> = pages.flat_map(|page| pdf.runs(page)).collect();
            let largest = |of_figures: bool| {
                let runs = runs.iter().filter(|run| is_figure(&run.text) == of_figures);
                runs.map(|run| run.size).fold(0.0, f32::max)
            };
            let title = largest(false);
            assert!(
                (18.0..60.0).contains(&title),
                "{guide}: a title of {title} pt"
            );
            let figure = largest(true);
            assert!(figure < 60.01, "{guide}: a figure of {figure} pt");
            // A raised note number is smaller than the words it belongs to.
            let words = runs
                .iter()
                .filter(|run| run.text.trim().parse::<u32>().is_err());
            for run in words {
                let (size, text) = (run.size, &run.text);
                // Royal Mail: an address behind a window is 10 to 12 pt.
                let address = BEHIND_THE_WINDOW.contains(&text.trim());
                let least = if address { 10.0 } else { least };
                assert!(
                    size > least - 0.01,
                    "{guide}, {edition:?}: {size} pt: {text}"
                );
            }
        }
    }
}

/// Whether this is a figure to be seen at a glance, such as “5 in 10”.
fn is_figure(text: &str) -> bool {
    let parts = text.trim().split_once(" in ");
    parts.is_some_and(|(some, all)| some.parse::<u32>().is_ok() && all.parse::<u32>().is_ok())
}
