//! What a reader sees differ between two publications: part by part, word by word.

use similar::{Algorithm, ChangeTag, DiffTag, TextDiff, capture_diff_slices};

use crate::tailor::{Publication, Role, plain};

/// What became of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It says the same, in the same place.
    Same,
    /// It says the same, and stands elsewhere.
    Moved,
    /// It says something else.
    Changed,
    /// Only the first has it.
    OnlyFirst,
    /// Only the second has it.
    OnlySecond,
}

/// A part of one of two publications, or of both.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionDifference {
    /// Its heading, the name of an option, or its id.
    pub name: String,
    /// What became of it.
    pub what: What,
    /// How many words it has in each.
    pub words: [usize; 2],
    /// Its words in the first, each with whether the second has others. Where most are the
    /// same, only those near what differs.
    pub first: Vec<(String, bool)>,
    /// The same of the second.
    pub second: Vec<(String, bool)>,
}

/// A part as a reader sees it.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    /// What it is known by in both.
    key: String,
    name: String,
    text: String,
}

/// An option of a booklet: its name, and the section that has its page. Elsewhere it is only
/// named.
struct Named {
    number: usize,
    name: String,
    section: Option<String>,
}

fn options(publication: &Publication) -> Vec<Named> {
    let mut options: Vec<Named> = Vec::new();
    for text in &publication.texts {
        if let Role::OptionName(number) = text.role
            && options.iter().all(|it| it.number != number)
        {
            options.push(Named {
                number,
                name: text.plain(),
                section: text.section.clone(),
            });
        }
    }
    options
}

/// The parts of a publication in the order in which they are read: what stands on its cover,
/// its sections, and each option of a booklet.
fn parts(publication: &Publication) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let options = options(publication);
    for text in &publication.texts {
        let option = match text.role {
            Role::OptionName(number)
            | Role::OptionSummary(number)
            | Role::OptionPart(number, _) => options
                .iter()
                .find(|it| it.number == number && it.section == text.section),
            Role::Alternative | Role::Source | Role::Answer => continue,
            _ => None,
        };
        let (key, name) = match (&text.section, option) {
            (Some(section), Some(option)) => {
                (format!("{section}/{}", option.name), option.name.clone())
            }
            (Some(section), None) => {
                let heading = publication.section(section);
                let heading = heading.and_then(|it| it.heading.as_deref()).map(plain);
                (
                    section.clone(),
                    heading.unwrap_or_else(|| section.replace('-', " ")),
                )
            }
            (None, _) if matches!(text.role, Role::Title | Role::Summary) => {
                (String::new(), "Title".to_owned())
            }
            (None, _) => continue,
        };
        // Its name stands above it.
        let is_name = text.role == Role::Heading || (option.is_some() && text.plain() == name);
        let words = if is_name { String::new() } else { text.plain() };
        match parts.iter_mut().find(|part| part.key == key) {
            Some(part) if part.text.is_empty() => part.text = words,
            Some(_) if words.is_empty() => {}
            Some(part) => part.text.push_str(&format!("\n{words}")),
            None => parts.push(Part {
                key,
                name,
                text: words,
            }),
        }
    }
    parts
}

/// What differs between two publications, in the order of the first; what only the second has
/// stands where it stands there.
pub(super) fn differences(one: &Publication, other: &Publication) -> Vec<SectionDifference> {
    let (first, second) = (parts(one), parts(other));
    let keys = |parts: &[Part]| {
        parts
            .iter()
            .map(|part| part.key.clone())
            .collect::<Vec<_>>()
    };
    let (first_keys, second_keys) = (keys(&first), keys(&second));
    let steps = capture_diff_slices(Algorithm::Myers, &first_keys, &second_keys);
    let mut found = Vec::new();
    for step in steps {
        for (at, part) in step.old_range().zip(&first[step.old_range()]) {
            let there = second_keys.iter().position(|key| *key == part.key);
            let in_place = step.tag() == DiffTag::Equal;
            found.push(match there {
                None => only(part, What::OnlyFirst),
                Some(there) => {
                    let what = if in_place { What::Same } else { What::Moved };
                    both(&first[at], &second[there], what)
                }
            });
        }
        if step.tag() != DiffTag::Equal {
            let new = second[step.new_range()].iter();
            let new = new.filter(|part| !first_keys.contains(&part.key));
            found.extend(new.map(|part| only(part, What::OnlySecond)));
        }
    }
    found
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn only(part: &Part, what: What) -> SectionDifference {
    let text = vec![(part.text.clone(), false)];
    let count = words(&part.text);
    let is_first = what == What::OnlyFirst;
    SectionDifference {
        name: part.name.clone(),
        what,
        words: if is_first { [count, 0] } else { [0, count] },
        first: if is_first { text.clone() } else { Vec::new() },
        second: if is_first { Vec::new() } else { text },
    }
}

fn both(one: &Part, other: &Part, unchanged: What) -> SectionDifference {
    if one.name != other.name {
        let with_name = |part: &Part| Part {
            key: part.key.clone(),
            name: one.name.clone(),
            text: format!("{}\n{}", part.name, part.text),
        };
        return both(&with_name(one), &with_name(other), unchanged);
    }
    let mut difference = SectionDifference {
        name: one.name.clone(),
        what: if one.text == other.text {
            unchanged
        } else {
            What::Changed
        },
        words: [words(&one.text), words(&other.text)],
        first: Vec::new(),
        second: Vec::new(),
    };
    for change in TextDiff::from_words(&one.text, &other.text).iter_all_changes() {
        let (text, tag) = (change.value(), change.tag());
        if tag != ChangeTag::Insert {
            push(&mut difference.first, text, tag == ChangeTag::Delete);
        }
        if tag != ChangeTag::Delete {
            push(&mut difference.second, text, tag == ChangeTag::Insert);
        }
    }
    if difference.what == What::Changed {
        shortened(&mut difference.first);
        shortened(&mut difference.second);
    }
    difference
}

/// So many words before and behind what differs are shown.
const AROUND: usize = 12;

/// Words that are the same for long, with `…` in place of those far from what differs.
fn shortened(pieces: &mut [(String, bool)]) {
    let last = pieces.len().saturating_sub(1);
    for (at, (text, differs)) in pieces.iter_mut().enumerate() {
        let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
        if *differs || words.len() <= 3 * AROUND {
            continue;
        }
        // Alone, nobody knows beside which of its words the other has more.
        let before = if at == 0 && last > 0 { 0 } else { AROUND };
        let behind = if at == last && last > 0 { 0 } else { AROUND };
        let (first, end) = (&words[..before], &words[words.len() - behind..]);
        *text = format!("{}… {}", first.concat(), end.concat());
    }
}

/// Words that differ stand in one piece with those beside them.
fn push(pieces: &mut Vec<(String, bool)>, text: &str, differs: bool) {
    match pieces.last_mut() {
        Some((last, known)) if *known == differs => last.push_str(text),
        _ => pieces.push((text.to_owned(), differs)),
    }
}
