use crate::check::english::words_of;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Kind;
use crate::tailor::Block;

/// A text of some length has headings.
pub static RULE: Rule = Rule {
    id: RuleId::NoHeading,
    severity: Severity::Warning,
    asks: "A leaflet, booklet or sheet of more than 120 words has a heading under its title. Letters and cards may do without.",
    why: "Readers look for the part that is about them, with their eyes or from heading to heading with a screen reader.",
    before: "sections:\n  - id: who\n    blocks:\n      - text: …",
    after: "sections:\n  - id: who\n    heading: Who we are\n    blocks:\n      - text: …",
    source: "WCAG 2.2, success criterion 2.4.10 (widely known); the number of words is our own",
    check: Some(Check::Words(check)),
};

/// So many words are read in one go.
const MOST: usize = 120;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let publication = subject.publication;
    if publication.kind == Kind::Letter || publication.format.is_card() {
        return Vec::new();
    }
    let mut sections = publication.sections.iter();
    let has_heading = sections.any(|section| {
        // An option's name is a heading, and so is what stands over a list of options and
        // over the crisis box and the urgent one.
        let own = |block: &Block| {
            matches!(
                block,
                Block::Options { .. }
                    | Block::OptionList { .. }
                    | Block::Crisis(_)
                    | Block::Urgent { .. }
            )
        };
        section.heading.is_some() || section.blocks.iter().any(|entry| own(&entry.show))
    });
    let words: usize = subject
        .prose()
        .map(|text| words_of(&text.plain()).len())
        .sum();
    let first = publication.sections.first();
    match first.filter(|_| !has_heading && words > MOST) {
        Some(first) => vec![
            rule.finding(format!("there is no heading in these {words} words"))
                .at(first.place)
                .help("give each section a `heading:` that says what it is about"),
        ],
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn sections(sentences: usize) -> String {
        let text = "You choose what happens next. ".repeat(sentences);
        format!(
            "  - id: one\n    blocks:\n      - text: {text}\n  - id: two\n    blocks:\n      - contacts: all\n"
        )
    }

    #[test]
    fn a_long_text_without_headings_is_doubted() {
        insta::assert_snapshot!(Story::leaflet(&sections(30)).says("LW084"), @"
        warning[LW084 no-heading]: there is no heading in these 154 words
           ┌─ content/guides/story/en-GB.yaml:13:9
           │
        13 │   - id: one
           │         ^^^
           │
           = help: give each section a `heading:` that says what it is about
        ");
    }

    #[test]
    fn short_texts_letters_and_cards_may_do_without() {
        assert_eq!(Story::leaflet(&sections(10)).says("LW084"), "");
        assert_eq!(Story::letter(&sections(30)).says("LW084"), "");
        let card = Story::leaflet(&sections(30)).guide("format: a4\n", "format: dl-card\n");
        assert_eq!(card.says("LW084"), "");
        let one = sections(30)
            + "  - id: three\n    heading: Where we are\n    blocks:\n      - text: Harbour.\n";
        assert_eq!(Story::leaflet(&one).says("LW084"), "");
    }
}
