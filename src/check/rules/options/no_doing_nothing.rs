use crate::check::english::says;
use crate::check::options::PrintedOption;
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{OptionWords, WordList};

/// To do nothing, or to wait, is an option as well.
pub static RULE: Rule = Rule {
    id: RuleId::NoDoingNothing,
    severity: Severity::Warning,
    asks: "One of the options is to do nothing, or to wait for now.",
    why: "People may say no. If the page does not, it is no choice but a list of things to take.",
    before: "options: walking, a knee brace",
    after: "options: walking, a knee brace, staying as I am for now",
    source: "IPDASi v4: what happens if nothing is done; DISCERN: what would happen without treatment",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let Some(place) = subject.options_place().filter(|_| subject.is_english()) else {
        return Vec::new();
    };
    let options = subject.options();
    let mut options = options.iter();
    if options.any(|option| is_nothing(option, &subject.words.options)) {
        return Vec::new();
    }
    vec![
        rule.finding("no option is to do nothing, or to wait for now")
            .at(place)
            .help("add one, such as `Staying as I am for now`, with all its parts: how that may help, and what may be hard"),
    ]
}

/// Whether an option is to do nothing.
pub fn is_nothing(option: &PrintedOption, known: &OptionWords) -> bool {
    let is_in = |key: &str, phrases: &WordList| {
        let text = option.text(key);
        text.is_some_and(|text| says(phrases, &text.plain()))
    };
    // A name alone may be any treatment's: what stands below it has to say the same.
    let is_called_so = is_in("name", &known.nothing_names);
    is_in("summary", &known.nothing_names)
        || is_in("summary", &known.nothing_words)
        || is_in("what-it-is", &known.nothing_words)
        || (is_called_so && is_in("what-it-is", &known.nothing_names))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::options::story::booklet;

    #[test]
    fn a_name_alone_is_not_nothing() {
        let story = booklet()
            .guide("Carrying on as you are.", "A tablet each day.")
            .guide(
                "You choose not to start anything new at this time.",
                "You take a tablet.",
            );
        assert_ne!(story.says("LW033"), "");
    }

    #[test]
    fn options_that_all_do_something_are_no_choice() {
        let story = booklet()
            .guide("Doing nothing for now", "Tablets")
            .guide("Carrying on as you are.", "A tablet each day.")
            .guide(
                "You choose not to start anything new at this time.",
                "You take a tablet.",
            );
        insta::assert_snapshot!(story.says("LW033"), @"
        warning[LW033 no-doing-nothing]: no option is to do nothing, or to wait for now
           ┌─ content/guides/story/en-GB.yaml:22:9
           │
        22 │       - options:
           │         ^^^^^^^^
           │
           = help: add one, such as `Staying as I am for now`, with all its parts: how that may help, and what may be hard
        ");
    }

    #[test]
    fn to_wait_is_to_do_nothing_whatever_it_is_called() {
        let story = booklet().guide("Doing nothing for now", "Waiting to see");
        let story = story
            .guide("Carrying on as you are.", "Seeing how it goes.")
            .guide(
                "You choose not to start anything new at this time.",
                "You give it time.",
            );
        assert_eq!(story.says("LW033"), "");
    }
}
