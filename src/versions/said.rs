//! What few answers can say, in sentences for people who know no statistics.

use super::counted::yes;
use super::statistics::{Interval, Share, people_a_version};
use crate::diagnostics::listed;

/// The difference that is always taken as an example: 5 in 10 against 7 in 10.
const EXAMPLE: (f64, f64) = (0.5, 0.7);

/// How many people a version it takes to see the difference that is taken as an example,
/// in a sentence.
pub(super) fn people_needed() -> String {
    let (one, other) = EXAMPLE;
    let people = people_a_version(one, other).unwrap_or_default();
    format!(
        "to see {} against {}, about {people} people a version",
        in_ten(one),
        in_ten(other)
    )
}

/// A share as people say it: "5 in 10".
fn in_ten(share: f64) -> String {
    format!("{:.0} in 10", share * 10.0)
}

/// From where to where a share may be, as people say it: "4 to 9 in 10". Nobody and everybody
/// are said only where they can be.
pub(super) fn between(Interval { low, high }: Interval) -> String {
    let (first, last) = ((low * 10.0).round(), (high * 10.0).round());
    let first = match first == 0.0 && low > 0.0 {
        true => "under 1".to_owned(),
        false => format!("{first:.0}"),
    };
    let last = match last == 10.0 && high < 1.0 {
        true => "over 9".to_owned(),
        false => format!("{last:.0}"),
    };
    format!("{first} to {last} in 10")
}

/// What the answers to a question can say of these versions.
pub(super) fn sentence(names: &[String], answers: &[[u32; 3]]) -> String {
    let shares: Vec<Share> = answers.iter().copied().map(yes).collect();
    let answered = shares.iter().filter(|share| share.all > 0).count();
    if answered == 0 {
        return "Nobody has answered this yet.".to_owned();
    }
    if answered < 2 {
        return "Only one version has answers: there is nothing to compare.".to_owned();
    }
    let enough = people_a_version(EXAMPLE.0, EXAMPLE.1).unwrap_or(u32::MAX);
    let mut pairs = Vec::new();
    for (number, one) in shares.iter().enumerate() {
        for (other, second) in shares.iter().enumerate().skip(number + 1) {
            if one.all < enough || second.all < enough {
                continue;
            }
            let said = one.less(*second).map(|less| {
                let (least, most) = (less.low.abs().min(less.high.abs()), less.low.abs().max(less.high.abs()));
                let (one, other) = (&names[number], &names[other]);
                let bounds = format!(
                    "by {:.0} to {:.0} in 100",
                    (least * 100.0).floor(),
                    (most * 100.0).ceil()
                );
                if less.low > 0.0 {
                    format!("More people said yes with {one} than with {other}: {bounds}.")
                } else if less.high < 0.0 {
                    format!("More people said yes with {other} than with {one}: {bounds}.")
                } else {
                    format!(
                        "{one} and {other} may be alike: a difference of more than {:.0} in 100 is unlikely.",
                        (most * 100.0).ceil()
                    )
                }
            });
            pairs.extend(said);
        }
    }
    if pairs.is_empty() {
        return format!("Too few yet to tell apart: {}.", people_needed());
    }
    let few: Vec<&str> = shares
        .iter()
        .zip(names)
        .filter(|(share, _)| share.all < enough)
        .map(|(_, name)| name.as_str())
        .collect();
    if !few.is_empty() {
        pairs.push(format!(
            "Too few yet to say anything of {}.",
            listed(&few, "and")
        ));
    }
    pairs.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(count: usize) -> Vec<String> {
        (0..count)
            .map(|it| ["full", "short", "plain"][it].to_owned())
            .collect()
    }

    #[test]
    fn few_answers_say_that_they_are_few() {
        let said = sentence(&names(2), &[[5, 1, 1], [6, 0, 0]]);
        assert_eq!(
            said,
            "Too few yet to tell apart: to see 5 in 10 against 7 in 10, about 93 people a version."
        );
        assert_eq!(
            sentence(&names(2), &[[0; 3], [0; 3]]),
            "Nobody has answered this yet."
        );
        assert_eq!(
            sentence(&names(2), &[[3, 0, 0], [0; 3]]),
            "Only one version has answers: there is nothing to compare."
        );
    }

    #[test]
    fn many_answers_say_how_large_a_difference_may_be() {
        insta::assert_snapshot!(sentence(&names(2), &[[50, 20, 30], [75, 10, 15]]), @"More people said yes with short than with full: by 11 to 38 in 100.");
        insta::assert_snapshot!(sentence(&names(2), &[[50, 20, 30], [54, 20, 26]]), @"full and short may be alike: a difference of more than 18 in 100 is unlikely.");
        insta::assert_snapshot!(sentence(&names(3), &[[50, 20, 30], [75, 10, 15], [2, 0, 0]]), @"More people said yes with short than with full: by 11 to 38 in 100. Too few yet to say anything of plain.");
    }

    #[test]
    fn an_interval_says_nobody_and_everybody_only_where_they_can_be() {
        let said = |low, high| between(Interval { low, high });
        assert_eq!(said(0.359, 0.918), "4 to 9 in 10");
        assert_eq!(said(0.0, 0.161), "0 to 2 in 10");
        assert_eq!(said(0.026, 0.514), "under 1 to 5 in 10");
        assert_eq!(said(0.486, 0.974), "5 to over 9 in 10");
        assert_eq!(said(0.51, 1.0), "5 to 10 in 10");
    }
}
