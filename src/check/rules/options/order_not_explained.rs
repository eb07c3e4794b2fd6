use crate::check::english::{Sentence, says, sentences_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::OptionWords;
use crate::tailor::PrintedText;

/// The first option is not the best one, and the guide says so.
pub static RULE: Rule = Rule {
    id: RuleId::OrderNotExplained,
    severity: Severity::Warning,
    asks: "A guide with options says that their order does not mean that one is better, or what else the order means.",
    why: "Options are numbered, and people take number 1 for the best.",
    before: "Here are your options.",
    after: "Here are your options. Their order says nothing about which is better.",
    source: "our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let Some(place) = subject.options_place().filter(|_| subject.is_english()) else {
        return Vec::new();
    };
    if subject
        .prose()
        .any(|text| explains(text, &subject.words.options))
    {
        return Vec::new();
    }
    vec![
        rule.finding("nothing says what the order of the options means")
            .at(place)
            .help(
                "say it before the first option: `The order says nothing about which is better.`",
            ),
    ]
}

fn explains(text: &PrintedText, known: &OptionWords) -> bool {
    let plain = text.plain();
    let mut sentences = sentences_of(&plain).into_iter();
    sentences
        .any(|Sentence { words, .. }| says(&known.order, words) && !says(&known.no_order, words))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::options::story::booklet;

    const ORDER: &str = "The order does not mean that 1 is better.";

    #[test]
    fn numbered_options_without_a_word_about_it_look_ranked() {
        let story = booklet().guide(ORDER, "Read this in order to choose.");
        insta::assert_snapshot!(story.says("LW035"), @"
        warning[LW035 order-not-explained]: nothing says what the order of the options means
           ┌─ content/guides/story/en-GB.yaml:22:9
           │
        22 │       - options:
           │         ^^^^^^^^
           │
           = help: say it before the first option: `The order says nothing about which is better.`
        ");
    }

    #[test]
    fn a_heading_alone_explains_no_order() {
        let story = booklet().guide(ORDER, "Read on.");
        let story = story.guide("How to use this", "The order of your options");
        assert_ne!(story.says("LW035"), "");
    }

    #[test]
    fn any_word_about_the_order_will_do() {
        let story = booklet().guide(ORDER, "They are listed from A to Z.");
        assert_eq!(story.says("LW035"), "");
    }
}
