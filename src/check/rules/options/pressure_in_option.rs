use super::recommended_option::is_of_option;
use crate::check::editor::{Editor, Right};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// No option is pressed on anybody.
pub static RULE: Rule = Rule {
    id: RuleId::PressureInOption,
    severity: Severity::Warning,
    asks: "No option is praised, made light of, or pressed on the reader in any words.",
    why: "The choice is the reader’s. Who is told that it is easy, or that others would be let down, does not choose any more.",
    before: "Our team would choose this. There is nothing hard about it, and you would not be letting us down.",
    after: "You meet 8 times, for 2 hours each. Some people find the first meetings tiring.",
    source: "our own, from what IPDASi v4 asks of balance; NHS service manual, How we write: `good`, `bad` and `easy` with care",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if subject.options_place().is_none() {
        return Vec::new();
    }
    let editor = Editor::of(subject, &subject.words.pressure, Right::WHERE_NOT_MEANT);
    editor.found_in(rule, is_of_option)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::options::story::booklet;

    #[test]
    fn an_option_is_pressed_in_other_words_too() {
        for text in [
            "Our team would choose this for themselves.",
            "There is nothing hard about it.",
            "Your family would be disappointed.",
        ] {
            let story = booklet().guide("You go at your own pace and rest often.", text);
            assert!(story.says("LW039").contains("pressure-in-option"), "{text}");
        }
        for text in [
            "Some people find it easy, and some find it hard.",
            "You would not be letting anybody down.",
            "We do not recommend one option over another.",
        ] {
            let story = booklet().guide("You go at your own pace and rest often.", text);
            assert_eq!(story.says("LW039"), "", "{text}");
        }
    }
}
