use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// Every picture is fine enough for paper.
pub static COARSE_PICTURE: Rule = Rule {
    id: RuleId::CoarsePicture,
    severity: Severity::Warning,
    asks: "A picture or logo has 200 dots an inch or more at the size it is printed.",
    why: "What looks sharp on a screen shows steps on paper, and makes the page look as if nobody cared.",
    before: "picture: {file: garden.jpg, alt: The garden behind the clinic, width: 120}\n\nfrom a picture of 400 × 300 pixels",
    after: "the same from a picture of 1,417 × 1,063 pixels",
    source: "widely known among printers: 300 dots an inch; 200 as the least is our own",
    always: false,
    // Said while the picture is made ready.
    check: None,
};

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn picture(width: u32) -> String {
        let section = "  - id: who\n    heading: Where we meet\n    blocks:\n      - picture: {file: garden.png, alt: The garden behind the clinic, width: 60}\n";
        Story::leaflet(section)
            .picture("garden.png", width, width / 2)
            .says("LW077")
    }

    #[test]
    fn a_picture_with_few_pixels_is_doubted() {
        insta::assert_snapshot!(picture(200), @"
        warning[LW077 coarse-picture]: `garden.png` prints at `85` dpi and will look coarse: it has `200 × 100` pixels and is printed 60 mm wide
           ┌─ content/guides/story/en-GB.yaml:16:25
           │
        16 │       - picture: {file: garden.png, alt: The garden behind the clinic, width: 60}
           │                         ^^^^^^^^^^
           │
           = help: use a picture of 709 × 354 pixels (300 dpi); 472 × 236 pixels is the least (200 dpi)
        ");
    }

    #[test]
    fn a_picture_with_enough_pixels_is_fine() {
        assert_eq!(picture(480), "");
    }
}
