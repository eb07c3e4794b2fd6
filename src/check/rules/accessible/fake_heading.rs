use super::letters;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::tailor::{Inline, Node, PrintedText, Role, plain};

/// A heading is a heading, not a strong line.
pub static RULE: Rule = Rule {
    id: RuleId::FakeHeading,
    severity: Severity::Warning,
    asks: "No short paragraph in the middle of a text is strong from end to end without a full stop: that is a heading, and a section has a `heading:`.",
    why: "It looks like a heading, and a screen reader passes over it as if it were none.",
    before: "text: |\n  **What to bring**\n\n  Bring a list of your medicines.",
    after: "heading: What to bring\nblocks:\n  - text: Bring a list of your medicines.",
    source: "WCAG 2.2, success criterion 1.3.1 (widely known); neither Typst nor veraPDF refuses such a file, as we tried",
    check: Some(Check::Words(check)),
};

/// Headings are shorter than this, in characters.
const LONGEST: usize = 60;

/// Fewer letters are no heading: a time, a price, a number.
const FEWEST_LETTERS: usize = 4;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let texts = &subject.publication.texts;
    let mut problems = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        if text.role != Role::Running {
            continue;
        }
        let next = texts.get(number + 1);
        let goes_on =
            next.is_some_and(|next| next.section == text.section && text.section.is_some());
        problems.extend(fakes(rule, text, goes_on));
    }
    problems
}

/// The headings in a text that are none. `goes_on`: its section does not end here.
fn fakes(rule: &Rule, text: &PrintedText, goes_on: bool) -> Vec<Problem> {
    let whole = text.plain();
    let mut problems = Vec::new();
    for (number, node) in text.nodes.iter().enumerate() {
        let is_over_something = goes_on || number + 1 < text.nodes.len();
        let Some(said) = strong_line(node).filter(|_| is_over_something) else {
            continue;
        };
        let start = whole.find(&said).unwrap_or_default();
        problems.push(
            rule.finding(format!("`{said}` looks like a heading and is none"))
                .at(text.place)
                .on_words(&whole, start, &said)
                .help(format!(
                    "start a new section here, with `heading: {}`",
                    said.trim_end_matches(':')
                ))
                .help("if it is a sentence, end it with a full stop"),
        );
    }
    problems
}

/// The words of a short paragraph that is strong from end to end and no sentence.
fn strong_line(node: &Node) -> Option<String> {
    let Node::Paragraph(words) = node else {
        return None;
    };
    let is_blank = |inline: &Inline| matches!(inline, Inline::Text(text) if text.trim().is_empty());
    let mut others = words.iter().filter(|inline| !is_blank(inline));
    let all_strong = others
        .all(|inline| matches!(inline, Inline::Strong(inner) if inner.iter().all(is_authors)));
    let said = plain(words).trim().to_owned();
    let ends = said.ends_with(['.', '!', '?', '…', '”', ',', ';']);
    // A day, a time or a number to call stands out because it is looked for.
    let looked_for = said.contains('@') || said.chars().filter(char::is_ascii_digit).count() >= 3;
    let short = said.chars().count() < LONGEST && letters(&said) >= FEWEST_LETTERS;
    (all_strong && short && !ends && !looked_for).then_some(said)
}

/// Whether these are the author's own words, and nothing filled in.
fn is_authors(inline: &Inline) -> bool {
    matches!(inline, Inline::Text(_))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn text(text: &str) -> String {
        Story::with_text(&format!("{text:?}")).says("LW085")
    }

    #[test]
    fn a_strong_line_over_a_text_is_found() {
        insta::assert_snapshot!(text("We listen.\n\n**What to bring**\n\nYour glasses.\n\n**On the day:**\n\n- Come to the desk"), @r#"
        warning[LW085 fake-heading]: `What to bring` looks like a heading and is none
           ┌─ content/guides/story/en-GB.yaml:16:32
           │
        16 │       - text: "We listen.\n\n**What to bring**\n\nYour glasses.\n\n**On the day:**\n\n- Come to the desk"
           │                                ^^^^^^^^^^^^^
           │
           = help: start a new section here, with `heading: What to bring`
           = help: if it is a sentence, end it with a full stop

        warning[LW085 fake-heading]: `On the day:` looks like a heading and is none
           ┌─ content/guides/story/en-GB.yaml:16:70
           │
        16 │       - text: "We listen.\n\n**What to bring**\n\nYour glasses.\n\n**On the day:**\n\n- Come to the desk"
           │                                                                      ^^^^^^^^^^^
           │
           = help: start a new section here, with `heading: On the day`
           = help: if it is a sentence, end it with a full stop
        "#);
    }

    #[test]
    fn statements_numbers_and_last_lines_are_fine() {
        for fine in [
            "**We believe your pain is real.**\n\nTell us about it.",
            "**01632 960111**\n\nRing us.",
            "**{{ service.name }}**\n\nWe listen.",
            "**Thursday 3 December 2026**\n\nCome at 2pm.",
            "**Bring** your glasses\n\nand a list.",
            "We listen.\n\n**The team in Harbour**",
        ] {
            assert_eq!(text(fine), "", "{fine}");
        }
    }
}
