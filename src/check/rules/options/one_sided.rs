use crate::check::options::{FEW_WORDS, PrintedOption};
use crate::check::{Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::OptionWords;

/// Every option has two sides.
pub static ONE_SIDED: Rule = Rule {
    id: RuleId::OneSided,
    severity: Severity::Warning,
    asks: "Of every option, `how-it-may-help` and `what-may-be-hard` both say something, and neither has more than 2.25 times as many words as the other: 1.5 times what `options-ratio` allows.",
    why: "Whoever reads only the good side cannot choose, and finds the other side out alone.",
    before: "what-may-be-hard: Nothing.",
    after: "what-may-be-hard: It can rub or slip, and some people dislike it.",
    source: "IPDASi v4: what is good about each option, and what is not. The number is our own",
    always: false,
    check: Some(check),
};

const HELP: &str = "how-it-may-help";
const HARD: &str = "what-may-be-hard";

/// The two sides of one option differ more than the same part of two options may.
const MORE: f64 = 1.5;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let ratio = subject.options_ratio() * MORE;
    let options = subject.options();
    let options = options.iter();
    options
        .flat_map(|option| {
            let silent = [HELP, HARD].into_iter();
            let silent: Vec<Problem> = silent
                .filter_map(|part| says_nothing(rule, option, part, &subject.words.options))
                .collect();
            if silent.is_empty() {
                uneven(rule, option, ratio).into_iter().collect()
            } else {
                silent
            }
        })
        .collect()
}

fn says_nothing(
    rule: &Rule,
    option: &PrintedOption,
    part: &str,
    known: &OptionWords,
) -> Option<Problem> {
    let text = option.text(part)?;
    option.is_silent(part, known).then(|| {
        rule.finding(format!("`{part}` of `{}` says nothing", option.name))
            .at(text.place)
            .help(match part {
                HARD => "say what people find hard about it; if nobody knows, say that",
                _ => "say what people get from it; if nobody knows, say that",
            })
    })
}

fn uneven(rule: &Rule, option: &PrintedOption, ratio: f64) -> Option<Problem> {
    let mut sides = [HELP, HARD];
    sides.sort_by_key(|part| option.length(part));
    let [short, long] = sides;
    let (few, many) = (option.length(short), option.length(long));
    if many as f64 <= ratio * few as f64 || many - few < FEW_WORDS {
        return None;
    }
    let problem = rule
        .finding(format!(
            "`{}` has {many} words on `{long}` and {few} on `{short}`",
            option.name
        ))
        .at_saying(option.text(short)?.place, format!("{few} words"))
        .also(option.text(long)?.place, format!("{many} words"));
    Some(problem.help("give both sides about as much room"))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::options::story::booklet;

    const HARD: &str = "It can rub or slip, and some people dislike it.";

    #[test]
    fn a_side_that_says_nothing_is_no_side() {
        let story = booklet().guide(HARD, "None that we know of.");
        insta::assert_snapshot!(story.says("LW032"), @"
        warning[LW032 one-sided]: `what-may-be-hard` of `A knee brace` says nothing
           ┌─ content/guides/story/en-GB.yaml:38:31
           │
        38 │             what-may-be-hard: None that we know of.
           │                               ^^^^^^^^^^^^^^^^^^^^^
           │
           = help: say what people find hard about it; if nobody knows, say that
        ");
    }

    #[test]
    fn one_side_may_not_have_all_the_words() {
        let story = booklet().guide(HARD, "It can rub.");
        insta::assert_snapshot!(story.says("LW032"), @"
        warning[LW032 one-sided]: `A knee brace` has 9 words on `how-it-may-help` and 3 on `what-may-be-hard`
           ┌─ content/guides/story/en-GB.yaml:38:31
           │
        37 │             how-it-may-help: Your knee may feel safer on stairs and slopes.
           │                              ---------------------------------------------- 9 words
        38 │             what-may-be-hard: It can rub.
           │                               ^^^^^^^^^^^ 3 words
           │
           = help: give both sides about as much room
        ");
    }

    #[test]
    fn half_as_many_words_are_a_side() {
        let story = booklet().guide(HARD, "It can rub or slip.");
        assert_eq!(story.says("LW032"), "");
        let story = booklet().guide(HARD, "Nothing is known about it from any study.");
        assert_eq!(story.says("LW032"), "");
    }
}
