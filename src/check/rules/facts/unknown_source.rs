use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// A note names a source that there is.
pub static RULE: Rule = Rule {
    id: RuleId::UnknownSource,
    severity: Severity::Error,
    asks: "Every `[^id]` in a text is the id of one of the guide's `sources`.",
    why: "A note that leads nowhere would be printed as a number without a source, so that a figure looks sourced and is not.",
    before: "Around 5 in 10 people sleep badly.[^rody]",
    after: "Around 5 in 10 people sleep badly.[^roddy]",
    source: "our own",
    // Known while notes are numbered: without a source there is no number to print.
    check: None,
};

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn a_mistyped_source_is_shown_with_the_one_that_was_meant() {
        let story = Story::saying("Around 1 in 3 adults live with pain.[^fild]").guide(
            "sources: []",
            "sources: [{id: field, text: Field and others}]",
        );
        insta::assert_snapshot!(story.says("LW041"), @"
        error[LW041 unknown-source]: there is no source `fild`
           ┌─ content/guides/story/en-GB.yaml:17:47
           │
        17 │           Around 1 in 3 adults live with pain.[^fild]
           │                                               ^^^^^^^
           │
           = help: did you mean `field`?
           = help: name it under `sources`
        ");
    }

    #[test]
    fn a_source_that_there_is_may_be_cited_twice() {
        let story = Story::saying("Around 1 in 3 adults.[^field] Mostly women.[^field]").guide(
            "sources: []",
            "sources: [{id: field, text: Field and others}]",
        );
        assert_eq!(story.says("LW041"), "");
    }
}
