use std::collections::BTreeMap;

use super::{at_words, without_furniture, words};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Place, Problem, RuleId, Severity, beginning};
use crate::inspect::{Drawn, Part};
use crate::tailor::Block;
use crate::typeset::Pages;

/// What belongs together stands on one page.
pub static RULE: Rule = Rule {
    id: RuleId::SplitItem,
    severity: Severity::Warning,
    asks: "No contact, local service, crisis box, quotation, drawing, table cell or item of a list parts over two pages.",
    why: "Half a phone number helps nobody, and a name at the foot of a page with its number overleaf is half of one.",
    before: "\"Front desk\" as the last line of a page, its number on the next",
    after: "both on one page",
    source: "our own",
    check: Some(Check::Pages(check)),
};

fn check(rule: &Rule, subject: &Subject, pages: &Pages) -> Vec<Problem> {
    let drawn = without_furniture(pages);
    let parts = split_parts(rule, subject, &drawn);
    let read = Read::of(&drawn);
    let wholes = wholes(subject).into_iter().filter_map(|whole| {
        let (first, last) = read.pages_of(&whole.text)?;
        (first != last).then(|| {
            finding(rule, subject, &whole.what, first, last)
                .at(whole.place)
                .help("fewer words above it would keep it together, or a `page-break`")
        })
    });
    parts.into_iter().chain(wholes).collect()
}

fn finding(rule: &Rule, subject: &Subject, what: &str, first: usize, last: usize) -> Problem {
    rule.finding(format!(
        "{what} parts between {} and {}",
        subject.publication.page_name(first),
        subject.publication.page_name(last)
    ))
}

/// Quotations, drawings, cells and items of lists on more than one page.
fn split_parts(rule: &Rule, subject: &Subject, drawn: &[Drawn]) -> Vec<Problem> {
    let mut parts: BTreeMap<usize, (&str, Vec<&Drawn>)> = BTreeMap::new();
    for here in drawn {
        for within in &here.within {
            if let Some(what) = name_of(within.part) {
                let entry = parts.entry(within.number).or_insert((what, Vec::new()));
                entry.1.push(here);
            }
        }
    }
    let split = parts.values().filter_map(|(what, drawn)| {
        let (first, last) = (drawn.first()?, drawn.last()?);
        let text = words(first);
        (first.page != last.page).then(|| {
            let what = format!("{what}, `{}`,", beginning(text));
            let problem = finding(rule, subject, &what, first.page, last.page);
            at_words(subject, problem, text)
                .help("make it shorter, or the text above it: then it stands on one page")
        })
    });
    split.collect()
}

fn name_of(part: Part) -> Option<&'static str> {
    match part {
        Part::Item => Some("an item of a list"),
        Part::Quote => Some("a quotation"),
        Part::Figure => Some("a drawing"),
        Part::Cell => Some("a cell of a table"),
        Part::Heading
        | Part::Paragraph
        | Part::NoteNumber
        | Part::Furniture
        | Part::Weighty
        | Part::CutOff
        | Part::CanBeLost
        | Part::ToTheEdge
        | Part::OwnGrid => None,
    }
}

/// Something that has to stand on one page, by its words.
struct Whole {
    what: String,
    text: String,
    place: Place,
}

/// The contacts, local services and crisis boxes of a publication.
fn wholes(subject: &Subject) -> Vec<Whole> {
    let mut wholes = Vec::new();
    for section in &subject.publication.sections {
        for entry in &section.blocks {
            match &entry.show {
                Block::Contacts { list } => wholes.extend(list.iter().map(|contact| {
                    let ways = [
                        &contact.phone,
                        &contact.email,
                        &contact.website,
                        &contact.hours,
                    ];
                    whole(
                        &contact.name,
                        &ways,
                        place_of_contact(subject, &contact.name).unwrap_or(section.place),
                    )
                })),
                Block::Signposts { list, .. } => wholes.extend(list.iter().map(|signpost| {
                    let facts = signpost.facts.iter().cloned().map(Some);
                    let facts: Vec<Option<String>> = facts.collect();
                    let ways: Vec<&Option<String>> = [
                        &signpost.what,
                        &signpost.when,
                        &signpost.r#where,
                        &signpost.access,
                    ]
                    .into_iter()
                    .chain(&facts)
                    .chain([&signpost.phone, &signpost.email, &signpost.website])
                    .collect();
                    let mut services = subject.local_services.iter();
                    let place = services.find(|service| service.row == signpost.row);
                    whole(
                        &signpost.name,
                        &ways,
                        place.map_or(section.place, |service| service.place),
                    )
                })),
                Block::Crisis(help) => wholes.push(Whole {
                    what: "the crisis box".to_owned(),
                    text: help.printed().map(|words| squeezed(&words)).collect(),
                    place: section.place,
                }),
                _ => {}
            }
        }
    }
    wholes
}

fn whole(name: &str, ways: &[&Option<String>], place: Place) -> Whole {
    let ways = ways.iter().filter_map(|way| way.as_deref());
    Whole {
        what: format!("`{name}`"),
        text: std::iter::once(name).chain(ways).map(squeezed).collect(),
        place,
    }
}

fn place_of_contact(subject: &Subject, name: &str) -> Option<Place> {
    let mut contacts = subject.service.contacts.values();
    let contact = contacts.find(|contact| squeezed(&contact.name.value) == squeezed(name));
    contact.map(|contact| contact.name.place)
}

/// A text without blanks, without characters that cannot be seen, and without what
/// is left out when a web address is printed.
fn squeezed(text: &str) -> String {
    let text = text.trim_end_matches('/');
    let text = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"))
        .unwrap_or(text);
    let seen = |character: &char| {
        // A dot stands between two facts of one line, and none where a line ends.
        !character.is_whitespace() && !matches!(character, '\u{2068}' | '\u{2069}' | '·')
    };
    text.chars().filter(seen).collect()
}

/// All words in the order they are read, without blanks, and the page each byte
/// stands on.
struct Read {
    text: String,
    pages: Vec<usize>,
}

impl Read {
    fn of(drawn: &[Drawn]) -> Self {
        let mut read = Self {
            text: String::new(),
            pages: Vec::new(),
        };
        for drawn in drawn {
            read.text.push_str(&squeezed(words(drawn)));
            read.pages.resize(read.text.len(), drawn.page);
        }
        read
    }

    /// The pages a text begins and ends on: of all its places the one that parts,
    /// where one does.
    fn pages_of(&self, text: &str) -> Option<(usize, usize)> {
        let found = self.text.match_indices(text).filter(|_| !text.is_empty());
        let mut pages = found.filter_map(|(start, found)| {
            let last = self.pages.get(start + found.len() - 1)?;
            Some((*self.pages.get(start)?, *last))
        });
        pages.find(|(first, last)| first != last)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn letter(lines: usize, block: &str) -> Story {
        let text = "We listen to you.\\n\\n".repeat(lines);
        Story::letter(&format!(
            "  - id: one\n    heading: Before you come\n    blocks:\n      - text: \"{text}\"\n  - id: two\n    heading: Who can help\n    blocks:\n{block}\n"
        ))
    }

    /// The first thing said while a text above grows.
    fn first_said(story: impl Fn(usize) -> Story) -> String {
        let said = (4..20).map(|lines| story(lines).says("LW073"));
        said.into_iter()
            .find(|said| !said.is_empty())
            .unwrap_or_default()
    }

    #[test]
    fn a_contact_that_parts_is_found() {
        let loose = |lines| {
            letter(lines, "      - contacts: all").template(
                "templates/blocks/help.typ",
                "#let card(name, lines) = block(breakable: false, {",
                "#let card(name, lines) = block(breakable: true, {",
            )
        };
        insta::assert_snapshot!(first_said(loose), @r#"
        warning[LW073 split-item]: `Front desk` parts between page 1 and page 2
          ┌─ service.yaml:6:16
          │
        6 │   desk: {name: Front desk, phone: 01632 960111, hours: "Monday to Friday, 9am to 4pm", checked: 2026-11-02}
          │                ^^^^^^^^^^
          │
          = help: fewer words above it would keep it together, or a `page-break`
        "#);
    }

    #[test]
    fn a_crisis_box_that_parts_is_found() {
        let loose = |lines| letter(lines, "      - crisis").crisis_box_that_parts();
        insta::assert_snapshot!(first_said(loose), @"
        warning[LW073 split-item]: the crisis box parts between page 1 and page 2
           ┌─ content/guides/story/en-GB.yaml:17:9
           │
        17 │   - id: two
           │         ^^^
           │
           = help: fewer words above it would keep it together, or a `page-break`
        ");
    }

    #[test]
    fn a_long_item_of_a_list_that_parts_is_found() {
        let item = "You can say as much or as little as you like. ".repeat(12);
        let list = (0..9)
            .map(|_| format!("          - {item}\n"))
            .collect::<String>();
        insta::assert_snapshot!(first_said(|lines| letter(lines, &format!("      - checklist:\n{list}"))), @"
        warning[LW073 split-item]: an item of a list, `You can say as much or as little as you …`, parts between page 1 and page 2
           ┌─ content/guides/story/en-GB.yaml:21:13
           │
        21 │           - You can say as much or as little as you like. You can say as much or as little as you like. You can say as much or as little as you like. You can say as much or as little as you like. You …
           │             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: make it shorter, or the text above it: then it stands on one page

        warning[LW073 split-item]: an item of a list, `You can say as much or as little as you …`, parts between page 2 and page 3
           ┌─ content/guides/story/en-GB.yaml:21:13
           │
        21 │           - You can say as much or as little as you like. You can say as much or as little as you like. You can say as much or as little as you like. You can say as much or as little as you like. You …
           │             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: make it shorter, or the text above it: then it stands on one page
        ");
    }

    #[test]
    fn what_stays_together_is_fine() {
        let blocks = "      - contacts: all\n      - crisis\n      - checklist: [A list of your medicines, Your glasses]";
        assert_eq!(first_said(|lines| letter(lines, blocks)), "");
    }
}
