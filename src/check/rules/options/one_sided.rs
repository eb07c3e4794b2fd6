use crate::check::options::{FEW_WORDS, PrintedOption};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Place, Problem, RuleId, Severity};
use crate::read::{OptionPart, OptionWords};

/// Every option has two sides.
pub static RULE: Rule = Rule {
    id: RuleId::OneSided,
    severity: Severity::Warning,
    asks: "Of every option, `how-it-may-help` and `what-may-be-hard` both say something, and neither has more than 2.25 times as many words as the other: 1.5 times what `options-ratio` allows.",
    why: "Whoever reads only the good side cannot choose, and finds the other side out alone.",
    before: "what-may-be-hard: Nothing.",
    after: "what-may-be-hard: It can rub or slip, and some people dislike it.",
    source: "IPDASi v4: what is good about each option, and what is not. The number is our own",
    check: Some(Check::Words(check)),
};

const HELP: OptionPart = OptionPart::HowItMayHelp;
const HARD: OptionPart = OptionPart::WhatMayBeHard;

/// The two sides of one option differ more than the same part of two options may.
const MORE: f64 = 1.5;

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    let sides = [HELP, HARD];
    let ratio = subject.options_ratio() * MORE;
    let options = subject.options();
    let parts = &subject.guide.option_parts;
    let all = parts.all();
    let missing = sides.into_iter().find(|side| !all.contains(side));
    if let Some(missing) = missing
        && !options.is_empty()
    {
        let other = sides.into_iter().find_map(|side| parts.place_of(side));
        let half = other.map(|place| half(rule, missing, place));
        return half.into_iter().collect();
    }
    options
        .iter()
        .flat_map(|option| {
            let silent: Vec<Problem> = sides
                .into_iter()
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

/// A guide whose options have one side only.
fn half(rule: &Rule, missing: OptionPart, other: Place) -> Problem {
    let key = missing.key();
    let problem = rule.finding(format!("no option of this guide has `{key}`"));
    let problem = problem.at_saying(other, "they have the other side");
    problem.help(format!(
        "name `{key}` in `option-parts` as well, and write it for every option"
    ))
}

fn says_nothing(
    rule: &Rule,
    option: &PrintedOption,
    part: OptionPart,
    known: &OptionWords,
) -> Option<Problem> {
    let key = part.key();
    let text = option.text(key)?;
    option.is_silent(key, known).then(|| {
        rule.finding(format!("`{key}` of `{}` says nothing", option.name))
            .at(text.place)
            .help(match part {
                HARD => "say what people find hard about it; if nobody knows, say that",
                _ => "say what people get from it; if nobody knows, say that",
            })
    })
}

fn uneven(rule: &Rule, option: &PrintedOption, ratio: f64) -> Option<Problem> {
    let mut sides = [HELP.key(), HARD.key()];
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
    fn a_guide_without_one_of_the_sides_is_one_sided() {
        let line = "            what-may-be-hard: ";
        let story = booklet()
            .guide(
                "sections:\n",
                "option-parts: [what-it-is, what-it-is-like, how-it-may-help, time-and-place, how-to-start]\nsections:\n",
            )
            .guide(&format!("{line}{HARD}\n"), "")
            .guide(&format!("{line}Some days your knee may hurt after it.\n"), "")
            .guide(&format!("{line}Your knee may get better, stay or get worse.\n"), "");
        insta::assert_snapshot!(story.says("LW032"), @"
        warning[LW032 one-sided]: no option of this guide has `what-may-be-hard`
           ┌─ content/guides/story/en-GB.yaml:12:45
           │
        12 │ option-parts: [what-it-is, what-it-is-like, how-it-may-help, time-and-place, how-to-start]
           │                                             ^^^^^^^^^^^^^^^ they have the other side
           │
           = help: name `what-may-be-hard` in `option-parts` as well, and write it for every option
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
