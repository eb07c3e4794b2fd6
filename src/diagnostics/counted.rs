//! How many problems a person is shown at once.

use std::collections::{HashMap, HashSet};

use super::{Code, Problem, Severity, SourceId, with_commas};

/// The most problems of one kind in one file that are said: somebody mends these, and
/// asks again. GOV.UK Notify shows as many rows (notifications-admin).
const MOST_OF_A_KIND: usize = 20;

/// What makes two problems of a kind.
#[derive(PartialEq, Eq, Hash)]
struct Kind {
    source: Option<SourceId>,
    severity: Severity,
    code: Option<Code>,
    /// What a problem without a code says, but for what it quotes and counts.
    words: String,
}

/// Each problem once.
pub fn once(mut problems: Vec<Problem>) -> Vec<Problem> {
    let mut known = HashSet::new();
    problems.retain(|problem| {
        let place = problem.place.as_ref().map(|(place, _)| *place);
        let words = problem
            .words
            .clone()
            .map(|words| (words.written, words.before));
        known.insert((place, words, problem.message.clone(), problem.code))
    });
    problems
}

/// Each problem once, and at most 20 of a kind in a file. After the last of these stands
/// how many more there are.
pub fn counted(problems: Vec<Problem>) -> Vec<Problem> {
    let mut kinds: HashMap<Kind, usize> = HashMap::new();
    let mut said = Vec::new();
    // Where the last problem of a kind stands among those that are said.
    let mut lasts: Vec<(usize, Kind)> = Vec::new();
    for problem in once(problems) {
        let count = kinds.entry(Kind::of(&problem)).or_default();
        *count += 1;
        if *count == MOST_OF_A_KIND {
            lasts.push((said.len(), Kind::of(&problem)));
        }
        if *count <= MOST_OF_A_KIND {
            said.push(problem);
        }
    }
    for (at, kind) in lasts.into_iter().rev() {
        let more = kinds[&kind] - MOST_OF_A_KIND;
        if more > 0 {
            said.insert(at + 1, kind.more(more));
        }
    }
    said
}

impl Kind {
    fn of(problem: &Problem) -> Self {
        let words = match problem.code {
            Some(_) => String::new(),
            None => without_quoted(&problem.message),
        };
        Self {
            source: problem.place.as_ref().map(|(place, _)| place.source),
            severity: problem.severity,
            code: problem.code,
            words,
        }
    }

    fn more(&self, count: usize) -> Problem {
        Problem {
            code: self.code,
            ..Problem::error(format!(
                "and {} more like these",
                with_commas(&count.to_string())
            ))
        }
        .severity(self.severity)
    }
}

/// The message without what stands in backticks, and without figures.
fn without_quoted(message: &str) -> String {
    let parts = message.split('`').step_by(2);
    let words: Vec<&str> = parts.collect();
    words.join("`").replace(|c: char| c.is_ascii_digit(), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(problems: Vec<Problem>) -> Vec<String> {
        let problems = counted(problems).into_iter();
        problems.map(|problem| problem.message).collect()
    }

    #[test]
    fn twenty_of_a_kind_are_said_and_the_rest_is_counted() {
        let unknown = |number| Problem::error(format!("`key-{number}` is not a setting here"));
        let mut problems: Vec<Problem> = (0..1224).map(unknown).collect();
        problems.push(Problem::error("`name` is missing"));
        let said = messages(problems);
        assert_eq!(said.len(), 22);
        assert_eq!(said[19], "`key-19` is not a setting here");
        assert_eq!(said[20], "and 1,204 more like these");
        assert_eq!(said[21], "`name` is missing");
    }

    #[test]
    fn exactly_twenty_are_all_said_and_what_is_said_twice_counts_once() {
        let empty = |number| Problem::warning(format!("row {number} is empty"));
        let twice: Vec<Problem> = (0..20).chain(0..20).map(empty).collect();
        assert_eq!(messages(twice).len(), 20);
    }
}
