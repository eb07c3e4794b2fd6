use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// Every option has the same parts.
pub static OPTIONS_DIFFER_IN_PARTS: Rule = Rule {
    id: RuleId::OptionsDifferInParts,
    severity: Severity::Error,
    asks: "Every option has the same 6 parts: what it is, what it is like, how it may help, what may be hard, time and place, how to start.",
    why: "Readers compare options part by part. Where one option keeps silent about what may be hard, it looks as if nothing were.",
    before: "- id: brace\n  how-it-may-help: Your knee may feel safer.",
    after: "- id: brace\n  how-it-may-help: Your knee may feel safer.\n  what-may-be-hard: It can rub or slip.",
    source: "IPDASi v4: what is good and what is not good about each option, in equal detail; the 6 parts are our own",
    always: true,
    // A guide in which an option lacks a part cannot be read at all.
    check: None,
};

#[cfg(test)]
mod tests {
    use crate::check::rules::options::story::booklet;

    #[test]
    fn an_option_without_a_part_is_refused_when_it_is_read() {
        let story = booklet().guide(
            "            what-may-be-hard: It can rub or slip, and some people dislike it.\n",
            "",
        );
        insta::assert_snapshot!(story.says("LW030"), @"
        error[LW030 options-differ-in-parts]: `what-may-be-hard` is missing
           ┌─ content/guides/story/en-GB.yaml:32:13
           │
        32 │           - id: brace
           │             ^^^^^^^^^ this has no `what-may-be-hard`
           │
           = help: add a line `what-may-be-hard: …`
           = help: every option has the same 6 parts, so that readers can compare
        ");
    }

    #[test]
    fn an_option_that_a_service_adds_needs_every_part_as_well() {
        let added = "add-options:
  - after: brace
    option: {id: yoga, name: Yoga, summary: A class., what-it-is: A class., what-it-is-like: It is slow., how-it-may-help: You may bend more., what-may-be-hard: You may ache., time-and-place: In the hall.}
";
        let story = booklet().file("overrides/story.yaml", added);
        insta::assert_snapshot!(story.says("LW030"), @"
        error[LW030 options-differ-in-parts]: `how-to-start` is missing
          ┌─ overrides/story.yaml:3:13
          │
        3 │     option: {id: yoga, name: Yoga, summary: A class., what-it-is: A class., what-it-is-like: It is slow., how-it-may-help: You may bend more., what-may-be-hard: You may ache., time-and-place: In the hall.}
          │             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this has no `how-to-start`
          │
          = help: add a line `how-to-start: …`
          = help: every option has the same 6 parts, so that readers can compare
        ");
    }

    #[test]
    fn whatever_else_is_missing_is_no_part_of_an_option() {
        let story = booklet().guide("            summary: A band that holds your knee.\n", "");
        assert!(!story.says("LW030").contains("LW030"));
    }
}
