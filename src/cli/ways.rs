//! What a person types for what the library calls a [`Way`].

use crate::diagnostics::{Problem, Way};

/// A problem with its help in the words of the command line.
pub fn typed(problem: &Problem) -> Problem {
    let help = problem.help.iter().map(|help| help.said(words));
    Problem {
        help: help.collect(),
        ..problem.clone()
    }
}

fn words(way: &Way) -> String {
    let words = match way {
        Way::NewService => " with `leafwright new`",
        Way::Build(guide) => return format!(" with `leafwright build {guide}`"),
        Way::SampleOrLetters => {
            "only `--target screen` prints a sample of it; `leafwright letters` prints the letters"
        }
        Way::Commands => "run `leafwright --help`",
        Way::List => "see `leafwright list` for",
        Way::Explain => "`leafwright explain` lists",
        Way::ExplainRule(rule) => return format!("`leafwright explain {rule}` says"),
        Way::Service => ", or name it with `--service`",
        Way::Out => " with `--out`",
        Way::Resume => " with `--resume`",
        Way::Afresh => "without `--resume`",
        Way::LetterTimeout => " with `--letter-timeout`",
        Way::PrintRun => "`--print-run`",
        Way::PerFile => " with `--per-file`",
        Way::Shard => "`leafwright letters --shard`",
        Way::NameBy => "`--name-by` takes",
        Way::Columns => "`leafwright columns`",
        Way::Accept(code) => return format!(" with `--accept {code}`"),
        Way::Post => " with `--post`",
        Way::PostInDl => ": `--post dl`",
        Way::Language => " with `--language`",
        Way::Date => " with `--date`",
        Way::Sheet => " with `--sheet`",
        Way::IncludeStruckOut => " with `--include-struck-out`",
    };
    words.to_owned()
}
