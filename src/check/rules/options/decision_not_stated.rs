use crate::check::english::says;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::tailor::PrintedText;

/// A reader is told what there is to decide.
pub static RULE: Rule = Rule {
    id: RuleId::DecisionNotStated,
    severity: Severity::Warning,
    asks: "Before the first option, the summary or a text says what there is to choose or to decide: a title or a heading alone does not.",
    why: "People who do not know that they are asked to choose read options as facts, or as orders.",
    before: "Here is some information about sore knees.",
    after: "You choose what to try for your knee, or to try nothing.",
    source: "IPDASi v4: the decision is stated, a qualifying item; 3 of 24 leaflets reviewed against it did so",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if subject.options_place().is_none() || !subject.is_english() {
        return Vec::new();
    }
    if decision(subject).is_some() {
        return Vec::new();
    }
    let sections = subject.publication.sections.first();
    let opening = sections.map(|section| {
        rule.finding("nothing before the options says what there is to choose")
            .at_saying(section.place, "the opening")
            .help("say it in the opening, such as `You choose what to talk about at your appointment.`")
    });
    opening.into_iter().collect()
}

/// The text that says what there is to decide.
pub fn decision<'a>(subject: &Subject<'a>) -> Option<&'a PrintedText> {
    let mut texts = subject.before_options();
    texts.find(|text| text.role.is_prose() && says(&subject.words.options.decision, &text.plain()))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::options::story::booklet;

    const CHOICE: &str = "You choose what to talk about.";

    #[test]
    fn options_that_nobody_is_asked_to_choose_from() {
        let story = booklet().guide(CHOICE, "It tells you about treatments.");
        insta::assert_snapshot!(story.says("LW037"), @"
        warning[LW037 decision-not-stated]: nothing before the options says what there is to choose
           ┌─ content/guides/story/en-GB.yaml:13:9
           │
        13 │   - id: opening
           │         ^^^^^^^ the opening
           │
           = help: say it in the opening, such as `You choose what to talk about at your appointment.`
        ");
    }

    #[test]
    fn a_heading_alone_states_none() {
        let story = booklet()
            .guide(CHOICE, "It tells you about treatments.")
            .guide("How to use this", "How to choose");
        assert_ne!(story.says("LW037"), "");
    }

    #[test]
    fn a_summary_may_state_the_decision() {
        let story = booklet()
            .guide(CHOICE, "It tells you about treatments.")
            .guide(
                "summary: What it is for",
                "summary: Deciding about your knee",
            );
        assert_eq!(story.says("LW037"), "");
    }
}
