use crate::check::Rule;
use crate::diagnostics::{RuleId, Severity};

/// An exception has to except something.
pub static RULE: Rule = Rule {
    id: RuleId::ExceptionWithoutEffect,
    severity: Severity::Warning,
    asks: "An exception in a guide silences at least one finding.",
    why: "An exception that is left behind hides the next mistake of the same kind.",
    before: "except:\n  - {rule: LW012, words: risk, reason: It is the name of a study}\n\nwhere `risk` stands nowhere in the guide",
    after: "the same guide without these lines",
    source: "our own: so do the linters of programs",
    // Known only when every other rule has been asked.
    check: None,
};

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    fn excepting(exception: &str) -> Story {
        let except = format!("sources: []\nexcept: [{{{exception}, reason: It is a name.}}]");
        Story::saying("We meet people who suffer.").guide("sources: []", &except)
    }

    #[test]
    fn an_exception_of_other_words_says_of_which() {
        let story = excepting("rule: LW012, words: sufer, section: facts");
        insta::assert_snapshot!(story.says("LW001"), @"
        warning[LW001 exception-without-effect]: nothing breaks `LW012` here, so this exception does nothing
           ┌─ content/guides/story/en-GB.yaml:12:17
           │
        12 │ except: [{rule: LW012, words: sufer, section: facts, reason: It is a name.}]
           │                 ^^^^^
           │
           = help: it is only about words `sufer`, section `facts`
           = help: take it out, if nothing is misspelt
        ");
    }

    #[test]
    fn an_exception_that_is_of_use_is_fine() {
        let story = excepting("rule: LW012, words: suffer");
        assert_eq!(story.says("LW001"), "");
        assert_eq!(story.says("LW012"), "");
    }

    #[test]
    fn a_reason_that_says_nothing_excepts_nothing() {
        let except = "sources: []\nexcept: [{rule: LW012, words: suffer, reason: …}]";
        let story = Story::saying("We meet people who suffer.").guide("sources: []", except);
        assert!(story.says("LW001").contains("this reason says nothing"));
        assert!(story.says("LW012").contains("avoids `suffer`"));
    }
}
