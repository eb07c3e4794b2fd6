use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// Everything fits the paper it is made for.
pub static TEXT_TOO_LONG: Rule = Rule {
    id: RuleId::TextTooLong,
    severity: Severity::Error,
    asks: "Every panel, page and window holds what stands on it, and the format has room for every page.",
    why: "Text that does not fit would be cut off, shrunk or lost. The words that are lost are the last ones, and they often say whom to call.",
    before: "a section of 60 lines on a panel that has room for 32",
    after: "fewer words, fewer local services, or another format",
    source: "our own: nothing is ever clipped or set below 12 pt",
    always: true,
    // Measured by the templates, and said with what would fit.
    check: None,
};

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn leaflet(paragraphs: usize) -> Story {
        let paragraph = "We listen to you, and you choose what happens next. ".repeat(5);
        let text = format!("          {paragraph}\n\n").repeat(paragraphs);
        Story::leaflet(&format!(
            "  - id: who\n    heading: Who we are\n    blocks:\n      - text: |\n{text}"
        ))
    }

    #[test]
    fn a_text_that_is_too_long_names_its_section_and_cannot_be_silenced() {
        insta::assert_snapshot!(leaflet(40).says("LW070"), @"
        error[LW070 text-too-long]: `story`: `side-2-left` holds 1483 mm too much, about 260 lines: the room ends in `who`
           ┌─ content/guides/story/en-GB.yaml:13:9
           │
        13 │   - id: who
           │         ^^^ the room ends in here
           │
           = help: fewer words, fewer contacts or fewer local services will fit
           = help: `overrides/story.yaml` is where a service says `who` its own way
        ");
        let silenced = leaflet(40).settings(
            "tone: wellbeing",
            "tone: wellbeing\ncheck: {ignore: [LW070]}",
        );
        assert_ne!(silenced.says("LW070"), "");
    }

    #[test]
    fn a_full_page_is_fine() {
        assert_eq!(leaflet(6).says("LW070"), "");
    }
}
