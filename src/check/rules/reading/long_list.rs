use super::pieces::pieces;
use crate::check::english::opening;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Place, Problem, RuleId, Severity};
use crate::read::{ByTone, Content, Section, Tone};
use crate::tailor::{Node, PrintedText};

/// The most items of a list (NHS service manual).
const MOST: usize = 6;

/// Lists of six items at most.
pub static RULE: Rule = Rule {
    id: RuleId::LongList,
    severity: Severity::Note,
    asks: "No list, checklist or row of steps has more than 6 items.",
    why: "Nobody keeps more than a handful in mind, and the items that matter most are lost among the rest.",
    before: "A list of 9 things to bring",
    after: "What you need (3 things), and what may help (4 things)",
    source: "NHS service manual",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() {
        return Vec::new();
    }
    let in_texts = subject.prose().flat_map(|text| lists_in(rule, text));
    let printed = &subject.publication.sections;
    let sections = subject.guide.sections.iter();
    let sections = sections.filter(|section| {
        let id = &section.id.value;
        printed.iter().any(|printed| printed.id == *id)
    });
    let blocks = sections.flat_map(|section| blocks_in(rule, section, subject.tone));
    in_texts.chain(blocks).collect()
}

/// Lists within a text.
fn lists_in(rule: &Rule, text: &PrintedText) -> Vec<Problem> {
    let whole = text.plain();
    let pieces = pieces(text);
    let mut before = 0;
    let mut problems = Vec::new();
    for node in &text.nodes {
        let (is_list, count) = match node {
            Node::Paragraph(_) => (false, 1),
            Node::Bullets(items) | Node::Numbered(items) => (true, items.len()),
        };
        if is_list
            && count > MOST
            && let Some(item) = pieces.get(before + MOST)
        {
            let problem = finding(rule, count, text.place);
            problems.push(problem.on_words(&whole, item.start, opening(&item.words)));
        }
        before += count;
    }
    problems
}

/// Blocks that are lists.
fn blocks_in(rule: &Rule, section: &Section, tone: &Tone) -> Vec<Problem> {
    let lists = section.blocks.iter().filter_map(|block| {
        let items = match &block.value.content {
            Content::Steps(items) | Content::Checklist(items) => items,
            Content::ReplySlip(slip) => &slip.choices,
            _ => return None,
        };
        Some((items.len(), items.get(MOST)?))
    });
    let place = |item: &ByTone| item.in_tone(tone).map_or(item.place(), |text| text.place);
    lists
        .map(|(count, item)| finding(rule, count, place(item)))
        .collect()
}

fn finding(rule: &Rule, count: usize, place: Place) -> Problem {
    rule.finding(format!("this list has {count} items"))
        .at_saying(place, format!("number {}", MOST + 1))
        .help(format!(
            "keep to {MOST}: leave out what matters least, or make it 2 lists with a heading each"
        ))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn the_seventh_item_is_shown_in_texts_and_blocks() {
        let story = Story::leaflet(
            "  - id: who\n    heading: What to bring\n    blocks:\n      - text: |\n          You may want:\n\n          - a pen\n          - a book\n          - a hat\n          - a map\n          - a drink\n          - a coat\n          - a **warm** scarf\n      - checklist: [Pen, Book, Hat, Map, Drink, Coat, Scarf, Gloves]\n",
        );
        insta::assert_snapshot!(story.says("LW056"), @"
        note[LW056 long-list]: this list has 7 items
           ┌─ content/guides/story/en-GB.yaml:25:13
           │
        25 │           - a **warm** scarf
           │             ^^^^^^^^^^^^^^^^ number 7
           │
           = help: keep to 6: leave out what matters least, or make it 2 lists with a heading each

        note[LW056 long-list]: this list has 8 items
           ┌─ content/guides/story/en-GB.yaml:26:55
           │
        26 │       - checklist: [Pen, Book, Hat, Map, Drink, Coat, Scarf, Gloves]
           │                                                       ^^^^^ number 7
           │
           = help: keep to 6: leave out what matters least, or make it 2 lists with a heading each
        ");
    }

    #[test]
    fn six_items_are_fine_and_so_are_two_lists() {
        let story = Story::leaflet(
            "  - id: who\n    heading: What to bring\n    blocks:\n      - text: |\n          - a pen\n          - a book\n          - a hat\n          - a map\n\n          And:\n\n          - a drink\n          - a coat\n          - a scarf\n      - steps: [One, Two, Three, Four, Five, Six]\n",
        );
        assert_eq!(story.says("LW056"), "");
    }
}
