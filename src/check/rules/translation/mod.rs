//! LW10x: a guide says the same in every language.

mod compare;
pub mod draft_not_said;
pub mod other_figures;
pub mod other_placeholders;
pub mod other_sections;

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    const SECTIONS: &str = "  - id: who
    heading: Who we are
    blocks:
      - text: |
          Phone {{ contact.main.phone }}. In 2025, 49 people came.
";

    #[test]
    fn a_service_that_prints_both_hears_it_once() {
        let story = Story::leaflet(SECTIONS)
            .translated("cy", &[("49 people", "48 people")])
            .settings("languages: [en-GB]", "languages: [cy, en-GB]");
        let said = story.says("LW101");
        assert_eq!(
            said.matches("[LW101").count(),
            2,
            "one is more, one is less: {said}"
        );
    }

    #[test]
    fn what_a_service_changes_is_not_held_against_the_translation() {
        let story = Story::leaflet(SECTIONS)
            .translated("cy", &[("Who we are", "Siarad")])
            .file(
                "overrides/story.yaml",
                "sections:\n  who:\n    blocks:\n      - text: Come in, all 7 of you.\n      - contacts: all\nadd:\n  - after: who\n    section: {id: more, heading: More, blocks: [{text: More.}]}\n",
            );
        for code in ["LW100", "LW101", "LW102"] {
            assert_eq!(story.says(code), "", "{code}");
        }
    }
}
