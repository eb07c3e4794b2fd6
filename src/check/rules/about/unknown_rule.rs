use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// Settings and exceptions have to name rules that exist.
pub static RULE: Rule = Rule {
    id: RuleId::UnknownRule,
    severity: Severity::Error,
    asks: "Every code under `check` in `service.yaml` and under `except` in a guide is that of a rule that may be silenced.",
    why: "A slip of one figure would silence another rule than the one that was meant, or none. Some rules are there because breaking them can harm somebody.",
    before: "check: {ignore: [LW0l2]}",
    after: "check: {ignore: [LW012]}",
    source: "our own",
    check: None,
};

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn ignoring(codes: &str) -> Story {
        let settings = format!("tone: wellbeing\ncheck: {{ignore: [{codes}]}}");
        Story::saying("We listen.").settings("tone: wellbeing", &settings)
    }

    #[test]
    fn codes_that_mean_nothing_and_codes_that_stay_are_said() {
        insta::assert_snapshot!(ignoring("LW0l2, LW5, LW, word-to-avoid, LW094").says("LW002"), @"
        error[LW002 unknown-rule]: there is no rule `LW0l2`
          ┌─ service.yaml:3:18
          │
        3 │ check: {ignore: [LW0l2, LW5, LW, word-to-avoid, LW094]}
          │                  ^^^^^
          │
          = help: did you mean `LW012`?
          = help: the documentation lists every rule

        error[LW002 unknown-rule]: there is no rule `LW5`
          ┌─ service.yaml:3:25
          │
        3 │ check: {ignore: [LW0l2, LW5, LW, word-to-avoid, LW094]}
          │                         ^^^
          │
          = help: did you mean `LW05`?
          = help: the documentation lists every rule

        error[LW002 unknown-rule]: there is no rule `LW`
          ┌─ service.yaml:3:30
          │
        3 │ check: {ignore: [LW0l2, LW5, LW, word-to-avoid, LW094]}
          │                              ^^
          │
          = help: the documentation lists every rule

        error[LW002 unknown-rule]: there is no rule `word-to-avoid`
          ┌─ service.yaml:3:34
          │
        3 │ check: {ignore: [LW0l2, LW5, LW, word-to-avoid, LW094]}
          │                                  ^^^^^^^^^^^^^
          │
          = help: did you mean `LW012`?
          = help: the documentation lists every rule

        error[LW002 unknown-rule]: `LW094` cannot be silenced
          ┌─ service.yaml:3:49
          │
        3 │ check: {ignore: [LW0l2, LW5, LW, word-to-avoid, LW094]}
          │                                                 ^^^^^
          │
          = help: the documentation of `LW094` says why it is there
        ");
    }

    #[test]
    fn rules_and_families_are_fine() {
        assert_eq!(ignoring("LW012, LW05, lw031").says("LW002"), "");
    }
}
