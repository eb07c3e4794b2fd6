use crate::check::english::figures::{Kind, figures};
use crate::check::english::{Sentence, Token, number, number_word, sentences_of, tokens, word_at};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::FigureWords;
use crate::tailor::PrintedText;

/// Figures that are compared count in the same number of people, over the same time.
pub static RULE: Rule = Rule {
    id: RuleId::MixedDenominators,
    severity: Severity::Warning,
    asks: "Figures in the options of a guide all count in the same number of people, and after the same length of time.",
    why: "Readers compare the first number and overlook the second: 20 in 100 looks like more than 5 in 10, and is less.",
    before: "5 in 10 people feel better after 3 months. / 20 in 100 people feel better after a year.",
    after: "50 in 100 people feel better after a year. / 20 in 100 people feel better after a year.",
    source: "IPDASi v4: one denominator and one period; NHS service manual: one denominator throughout",
    check: Some(Check::Words(check)),
};

/// A figure, or how long it took, in a text of an option.
struct Count<'a> {
    text: &'a PrintedText,
    /// The words of the text, and where these start.
    written: String,
    start: usize,
    words: String,
    /// In how many, or after how many months.
    of: f64,
}

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() {
        return Vec::new();
    }
    let options = subject.options();
    let texts = options.iter().flat_map(|option| &option.texts);
    let (mut wholes, mut periods) = (Vec::new(), Vec::new());
    for (_, text) in texts {
        count(text, &subject.words.figures, &mut wholes, &mut periods);
    }
    let wholes = others(&wholes, 0.0).into_iter().map(|(count, first)| {
        let message = format!(
            "`{}` counts in {}, and `{}` in {}",
            count.words, count.of, first.words, first.of
        );
        finding(rule, count, first, message)
            .help(format!("count in {} here too, or in one other number everywhere: readers compare the first number and overlook the second", first.of))
    });
    // 52 weeks are a year, as people speak.
    let periods = others(&periods, 0.1).into_iter().map(|(count, first)| {
        let message = format!(
            "this figure is from `{}`, and another is from `{}`",
            count.words, first.words
        );
        finding(rule, count, first, message)
            .help("figures can be compared only where the same time has passed: find them for one length of time")
    });
    wholes.chain(periods).collect()
}

fn finding(rule: &Rule, count: &Count, first: &Count, message: String) -> Problem {
    rule.finding(message)
        .at(count.text.place)
        .on_words(&count.written, count.start, &count.words)
        .also(first.text.place, format!("`{}` stands here", first.words))
}

/// The figures of a text, and how long each took.
fn count<'a>(
    text: &'a PrintedText,
    known: &FigureWords,
    wholes: &mut Vec<Count<'a>>,
    periods: &mut Vec<Count<'a>>,
) {
    let written = text.written();
    for Sentence { words, start } in sentences_of(&written) {
        let made = |from: usize, to: usize, of: f64| Count {
            text,
            written: written.clone(),
            start: start + from,
            words: words[from..to].to_owned(),
            of,
        };
        let mut any = false;
        for figure in figures(words, known) {
            let of = match figure.kind {
                Kind::In(_, of) => f64::from(of),
                Kind::Percent(_) => 100.0,
                _ => continue,
            };
            any = true;
            wholes.push(made(figure.start, figure.end, of));
        }
        if any && let Some((from, to, months)) = period(words) {
            periods.push(made(from, to, months));
        }
    }
}

/// Every one that differs from the first by more than so much of it.
fn others<'b, 'a>(counts: &'b [Count<'a>], within: f64) -> Vec<(&'b Count<'a>, &'b Count<'a>)> {
    let Some((first, rest)) = counts.split_first() else {
        return Vec::new();
    };
    let differs = |count: &&Count| (count.of - first.of).abs() > within * first.of;
    rest.iter()
        .filter(differs)
        .map(|count| (count, first))
        .collect()
}

/// The length of time a sentence speaks of: where it stands, and in months.
fn period(sentence: &str) -> Option<(usize, usize, f64)> {
    let tokens = tokens(sentence);
    (0..tokens.len()).find_map(|at| period_at(&tokens[at..]))
}

fn period_at(rest: &[Token]) -> Option<(usize, usize, f64)> {
    const BEFORE: [&str; 5] = ["after", "within", "over", "for", "at"];
    if !BEFORE.contains(&word_at(rest, 0).as_str()) {
        return None;
    }
    let word = word_at(rest, 1);
    let many = match word.as_str() {
        "a" | "an" => 1.0,
        word => number(word).or_else(|| number_word(word).map(f64::from))?,
    };
    let months = match word_at(rest, 2).as_str() {
        "week" | "weeks" => 12.0 / 52.0,
        "month" | "months" => 1.0,
        "year" | "years" => 12.0,
        _ => return None,
    };
    Some((rest[0].start, rest[2].end, many * months))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::options::story::booklet;
    use crate::check::rules::tests::Story;

    fn with(first: &str, second: &str) -> Story {
        booklet()
            .guide("You may feel stronger and meet people too.", first)
            .guide("Your knee may feel safer on stairs and slopes.", second)
    }

    #[test]
    fn figures_that_count_in_different_numbers_are_named() {
        let story = with(
            "Around 5 in 10 people feel stronger.",
            "Some 20 in 100 people feel safer.",
        );
        insta::assert_snapshot!(story.says("LW034"), @"
        warning[LW034 mixed-denominators]: `20 in 100` counts in 100, and `5 in 10` in 10
           ┌─ content/guides/story/en-GB.yaml:37:35
           │
        28 │             how-it-may-help: Around 5 in 10 people feel stronger.[^knees]
           │                              -------------------------------------------- `5 in 10` stands here
           ·
        37 │             how-it-may-help: Some 20 in 100 people feel safer.
           │                                   ^^^^^^^^^
           │
           = help: count in 10 here too, or in one other number everywhere: readers compare the first number and overlook the second
        ");
    }

    #[test]
    fn figures_from_different_times_are_named() {
        let story = with(
            "After 3 months, 5 in 10 people feel stronger.",
            "Around 2 in 10 people feel safer after a year.",
        );
        insta::assert_snapshot!(story.says("LW034"), @"
        warning[LW034 mixed-denominators]: this figure is from `after a year`, and another is from `After 3 months`
           ┌─ content/guides/story/en-GB.yaml:37:63
           │
        28 │             how-it-may-help: After 3 months, 5 in 10 people feel stronger.[^knees]
           │                              ----------------------------------------------------- `After 3 months` stands here
           ·
        37 │             how-it-may-help: Around 2 in 10 people feel safer after a year.
           │                                                               ^^^^^^^^^^^^
           │
           = help: figures can be compared only where the same time has passed: find them for one length of time
        ");
    }

    #[test]
    fn one_number_and_one_time_are_fine() {
        let story = with(
            "After 52 weeks, 5 in 10 people feel stronger.",
            "Around 2 in 10 people feel safer after a year. You come for 6 weeks.",
        );
        assert_eq!(story.says("LW034"), "");
    }

    #[test]
    fn times_are_counted_in_months() {
        let months = |sentence| period(sentence).map(|(_, _, months)| months.round());
        assert_eq!(months("Better after two years."), Some(24.0));
        assert_eq!(months("It takes 26 weeks, and at 26 weeks"), Some(6.0));
        assert_eq!(months("After a while, for 10 people"), None);
    }
}
