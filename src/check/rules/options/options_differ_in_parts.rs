use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// Every option has the same parts.
pub static RULE: Rule = Rule {
    id: RuleId::OptionsDifferInParts,
    severity: Severity::Error,
    asks: "Every option has the same parts: those that `option-parts` of its guide names, or else the usual 6: what it is, what it is like, how it may help, what may be hard, time and place, how to start.",
    why: "Readers compare options part by part. Where one option keeps silent about what may be hard, it looks as if nothing were.",
    before: "- id: brace\n  how-it-may-help: Your knee may feel safer.",
    after: "- id: brace\n  how-it-may-help: Your knee may feel safer.\n  what-may-be-hard: It can rub or slip.",
    source: "IPDASi v4: what is good and what is not good about each option, in equal detail; the 6 parts are our own",
    // A guide in which an option lacks a part cannot be read at all.
    check: None,
};

#[cfg(test)]
mod tests {
    use crate::check::Subject;
    use crate::check::rules::options::story::{SECTIONS, booklet};
    use crate::check::rules::tests::Story;
    use crate::tailor::Block;

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
        3 │     option: {id: yoga, name: Yoga, summary: A class., what-it-is: A class., what-it-is-like: It is slow., how-it-may-help: You may bend more., what-may-be-hard: You may ache., time-and-place: In the h…
          │             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this has no `how-to-start`
          │
          = help: add `how-to-start: …` inside the braces
          = help: every option has the same 6 parts, so that readers can compare
        ");
    }

    const FOUR: &str =
        "option-parts: [how-it-may-help, what-it-is, what-may-be-hard, how-to-start]\nsections:\n";

    /// The booklet, with four parts an option.
    fn four() -> Story {
        let with_other_parts = |line: &&str| {
            let line = line.trim_start();
            !line.starts_with("what-it-is-like:") && !line.starts_with("time-and-place:")
        };
        let sections: Vec<&str> = SECTIONS.lines().filter(with_other_parts).collect();
        let story = Story::booklet(&(sections.join("\n") + "\n"));
        story.guide("sections:\n", FOUR).guide(
            "sources: []",
            "sources: [{id: knees, text: \"Field, 2020\"}]",
        )
    }

    #[test]
    fn a_guide_names_the_parts_of_its_options() {
        assert_eq!(four().says("LW030"), "");
        let lacking = four().guide(
            "            what-may-be-hard: It can rub or slip, and some people dislike it.\n",
            "",
        );
        insta::assert_snapshot!(lacking.says("LW030"), @"
        error[LW030 options-differ-in-parts]: `what-may-be-hard` is missing
           ┌─ content/guides/story/en-GB.yaml:31:13
           │
        31 │           - id: brace
           │             ^^^^^^^^^ this has no `what-may-be-hard`
           │
           = help: add a line `what-may-be-hard: …`
           = help: every option has the same 4 parts, so that readers can compare
        ");
        let more = four().guide(
            "            how-to-start: Ask us at your visit to measure your knee.\n",
            "            how-to-start: Ask us at your visit to measure your knee.\n            time-and-place: At home.\n",
        );
        insta::assert_snapshot!(more.says("LW030"), @"
        error[LW030 options-differ-in-parts]: options here have no part `time-and-place`
           ┌─ content/guides/story/en-GB.yaml:38:29
           │
        12 │ option-parts: [how-it-may-help, what-it-is, what-may-be-hard, how-to-start]
           │               ------------------------------------------------------------- these are their parts
           ·
        38 │             time-and-place: At home.
           │                             ^^^^^^^^
           │
           = help: take it out, or name it in `option-parts` and write it for every option
        ");
        let said = four().file(
            "overrides/story.yaml",
            "options: {brace: {time-and-place: At home.}}\n",
        );
        insta::assert_snapshot!(said.says("LW030"), @"
        error[LW030 options-differ-in-parts]: options here have no part `time-and-place`
           ┌─ overrides/story.yaml:1:35
           │
         1 │ options: {brace: {time-and-place: At home.}}
           │                                   ^^^^^^^^
           │
           ┌─ content/guides/story/en-GB.yaml:12:15
           │
        12 │ option-parts: [how-it-may-help, what-it-is, what-may-be-hard, how-to-start]
           │               ------------------------------------------------------------- these are their parts
           │
           = help: take it out, or name it in `option-parts` and write it for every option
        ");
    }

    #[test]
    fn parts_are_printed_in_the_order_of_the_list() {
        let headings = |subject: &Subject| {
            let pages = subject.printed_blocks().filter_map(|block| match block {
                Block::Options { list } => Some(list),
                _ => None,
            });
            let parts = pages.flatten().map(|page| {
                let headings = page.parts.iter().map(|part| part.heading.as_str());
                headings.collect::<Vec<_>>().join(", ")
            });
            parts.collect::<Vec<String>>()
        };
        let (headings, _) = four().looked_at(headings);
        let each = "How it may help, What it is, What may be hard, How to start";
        assert_eq!(headings, [each; 3]);
    }

    #[test]
    fn a_list_of_parts_names_each_once() {
        let twice = booklet().guide(
            "sections:\n",
            "option-parts:\n  - what-it-is\n  - what-it-is\nsections:\n",
        );
        insta::assert_snapshot!(twice.says(""), @"
        error: `what-it-is` is named twice
           ┌─ content/guides/story/en-GB.yaml:14:5
           │
        13 │   - what-it-is
           │     ---------- it is named here
        14 │   - what-it-is
           │     ^^^^^^^^^^
           │
           = help: take one of them out
        ");
        let none = booklet().guide("sections:\n", "option-parts: []\nsections:\n");
        insta::assert_snapshot!(none.says(""), @"
        error: `option-parts` names no part
           ┌─ content/guides/story/en-GB.yaml:12:15
           │
        12 │ option-parts: []
           │               ^^
           │
           = help: name at least 1, or take the line out
        ");
        let unknown = booklet().guide("sections:\n", "option-parts: [what-it-was]\nsections:\n");
        insta::assert_snapshot!(unknown.says(""), @"
        error: `what-it-was` is not possible here
           ┌─ content/guides/story/en-GB.yaml:12:16
           │
        12 │ option-parts: [what-it-was]
           │                ^^^^^^^^^^^
           │
           = help: did you mean `what-it-is`?
           = help: write `what-it-is`, `what-it-is-like`, `how-it-may-help`, `what-may-be-hard`, `what-is-known`, `time-and-place` or `how-to-start`
        ");
    }

    #[test]
    fn a_mistyped_part_is_not_missing_as_well() {
        let story = booklet().guide(
            "what-may-be-hard: It can rub",
            "what-may-be-herd: It can rub",
        );
        insta::assert_snapshot!(story.says(""), @"
        error: `what-may-be-herd` is not a setting here
           ┌─ content/guides/story/en-GB.yaml:38:13
           │
        38 │             what-may-be-herd: It can rub or slip, and some people dislike it.
           │             ^^^^^^^^^^^^^^^^
           │
           = help: did you mean `what-may-be-hard`?
        ");
    }

    #[test]
    fn whatever_else_is_missing_is_no_part_of_an_option() {
        let story = booklet().guide("            summary: A band that holds your knee.\n", "");
        assert!(!story.says("LW030").contains("LW030"));
    }
}
