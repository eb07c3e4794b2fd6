use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// Words can be printed in the service's colour, or on it.
pub static RULE: Rule = Rule {
    id: RuleId::PaleColour,
    severity: Severity::Warning,
    asks: "The colour of `brand` has a contrast of 4.5 to 1 or more on white, or is so pale that words stand on it in black.",
    why: "Headings and phone numbers are printed in it. A pale colour stands as a block behind them, and nothing of it is lost. One between the two is printed darker in words than in bands and pictures, and the service may want to choose that colour itself.",
    before: "colour: \"#41b6e6\"",
    after: "colour: \"#005eb8\"",
    source: "WCAG 2.2, success criterion 1.4.3 (widely known)",
    // Said while the colours of the page are made from it.
    check: None,
};

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn colour(colour: &str) -> String {
        let story = Story::leaflet(
            "  - id: who\n    heading: Who\n    blocks:\n      - text: We listen.\n",
        );
        story
            .settings(
                "languages: [en-GB]",
                &format!("languages: [en-GB]\nbrand: {{colour: \"{colour}\"}}"),
            )
            .says("LW076")
    }

    #[test]
    fn a_colour_between_is_said_with_the_one_that_is_printed() {
        insta::assert_snapshot!(colour("#41b6e6"), @r##"
        warning[LW076 pale-colour]: this colour is too pale for words on white: 2.3 to 1, and they need 4.5 to 1
          ┌─ service.yaml:4:17
          │
        4 │ brand: {colour: "#41b6e6"}
          │                 ^^^^^^^^^
          │
          = help: bands and pictures have it as it is, and headings are printed as `#006788`, the nearest that is read well on white and in a box: write that, or a darker one you choose, to have one colour everywhere
        "##);
        // 4.48 to 1.
        insta::assert_snapshot!(colour("#777777"), @r##"
        warning[LW076 pale-colour]: this colour is too pale for words on white: 4.4 to 1, and they need 4.5 to 1
          ┌─ service.yaml:4:17
          │
        4 │ brand: {colour: "#777777"}
          │                 ^^^^^^^^^
          │
          = help: bands and pictures have it as it is, and headings are printed as `#5e5e5e`, the nearest that is read well on white and in a box: write that, or a darker one you choose, to have one colour everywhere
        "##);
    }

    #[test]
    fn white_is_no_colour_on_paper() {
        insta::assert_snapshot!(colour("#fafafa"), @r##"
        warning[LW076 pale-colour]: this colour cannot be seen on white paper
          ┌─ service.yaml:4:17
          │
        4 │ brand: {colour: "#fafafa"}
          │                 ^^^^^^^^^
          │
          = help: `#333333` is printed instead: write the strongest colour of your logo
        "##);
        assert_eq!(colour("#ffe9a8"), "");
    }

    #[test]
    fn the_colour_that_it_names_passes_and_so_does_a_dark_one() {
        let said = colour("#41b6e6");
        let named = said
            .split("printed as `")
            .nth(1)
            .and_then(|rest| rest.get(..7))
            .expect("a colour");
        assert_eq!(colour(named), "");
        assert_eq!(colour("#005eb8"), "");
        assert_eq!(colour("#767676"), "");
    }

    #[test]
    fn a_pale_one_passes_because_words_stand_on_it() {
        assert_eq!(colour("#ffd54f"), "");
        assert_eq!(colour("#fff2a8"), "");
    }
}
