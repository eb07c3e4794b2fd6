use crate::check::options::{FEW_WORDS, PrintedOption};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};

/// The same part of all options is about as long.
pub static RULE: Rule = Rule {
    id: RuleId::UnequalDetail,
    severity: Severity::Warning,
    asks: "The same part of every option has about as many words: the longest at most 1.5 times as many as the shortest. `options-ratio` under `check` in `service.yaml` sets another number.",
    why: "An option that gets more words looks like the better one, whatever the words say.",
    before: "how-it-may-help: 40 words for a course, 9 words for doing nothing",
    after: "how-it-may-help: 20 words for each",
    source: "IPDASi v4: equal detail, a certifying item; none of 24 leaflets reviewed against it had it. The number 1.5 is our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let options = subject.options();
    let ratio = subject.options_ratio();
    let parts = subject.guide.option_parts.all().into_iter();
    parts
        .filter_map(|part| unequal(rule, part.key(), &options, ratio))
        .collect()
}

fn unequal(rule: &Rule, part: &str, options: &[PrintedOption], ratio: f64) -> Option<Problem> {
    let length = |option: &&PrintedOption| option.length(part);
    let fewest = options.iter().min_by_key(length)?;
    let most = options.iter().rev().max_by_key(length)?;
    let (few, many) = (fewest.length(part), most.length(part));
    if many as f64 <= ratio * few as f64 || many - few < FEW_WORDS {
        return None;
    }
    let problem = rule
        .finding(format!(
            "`{part}` has {many} words for `{}` and {few} for `{}`",
            most.name, fewest.name
        ))
        .at_saying(fewest.text(part)?.place, format!("the fewest: {few} words"))
        .also(most.text(part)?.place, format!("the most: {many} words"));
    Some(
        problem
            .help("say about as much in each: readers take the fuller option for the better one")
            .help(format!(
                "the most may have {ratio} times as many words as the fewest; `options-ratio` under `check` in `service.yaml` changes that"
            )),
    )
}

#[cfg(test)]
mod tests {
    use crate::check::rules::options::story::booklet;

    const SHORT: &str = "Your knee may feel safer on stairs and slopes.";
    const LONG: &str = "Your knee may feel safer on stairs and slopes, and you may walk further.";

    #[test]
    fn an_option_with_more_words_is_named_with_the_one_that_has_fewest() {
        let story = booklet().guide(SHORT, LONG);
        insta::assert_snapshot!(story.says("LW031"), @"
        warning[LW031 unequal-detail]: `how-it-may-help` has 14 words for `A knee brace` and 8 for `Walking`
           ┌─ content/guides/story/en-GB.yaml:28:30
           │
        28 │             how-it-may-help: You may feel stronger and meet people too.[^knees]
           │                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the fewest: 8 words
           ·
        37 │             how-it-may-help: Your knee may feel safer on stairs and slopes, and you may walk further.
           │                              ------------------------------------------------------------------------ the most: 14 words
           │
           = help: say about as much in each: readers take the fuller option for the better one
           = help: the most may have 1.5 times as many words as the fewest; `options-ratio` under `check` in `service.yaml` changes that
        ");
    }

    #[test]
    fn a_service_may_allow_more() {
        let story = booklet().guide(SHORT, LONG).settings(
            "contacts-valid-for: 6 months\n",
            "contacts-valid-for: 6 months\ncheck: {options-ratio: 2}\n",
        );
        assert_eq!(story.says("LW031"), "");
    }

    #[test]
    fn a_few_words_more_say_no_more() {
        let story = booklet()
            .guide("You wear it at home and when you go out.", "At home.")
            .guide(
                "You do not need to go anywhere for this.",
                "It is up to you.",
            )
            .guide(
                "You meet in the park each morning at 10am.",
                "In the park at 10am.",
            );
        assert_eq!(story.says("LW031"), "");
    }
}
