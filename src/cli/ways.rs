//! What a person types for what the library calls a [`Way`]: an option of the verb that
//! runs, or what to type instead where that verb has none.

use clap::{ArgMatches, Command, CommandFactory};

use super::arguments::Arguments;
use crate::diagnostics::{Problem, Way};

/// A verb, as problems have to know it that are said while it runs.
#[derive(Debug, Clone, Default)]
pub struct Verb {
    command: Option<Command>,
}

/// How to say a way.
struct Wording {
    /// The option that the words name.
    option: Option<&'static str>,
    /// The words, where the verb has the option or none is named.
    said: String,
    /// The words where it does not.
    elsewhere: &'static str,
}

impl Verb {
    /// The verb that was typed, and its own verb where it has some.
    pub fn typed_in(matches: &ArgMatches) -> Self {
        let (mut command, mut matches) = (Arguments::command(), matches);
        while let Some((name, inner)) = matches.subcommand() {
            let Some(verb) = command.find_subcommand(name) else {
                break;
            };
            (command, matches) = (verb.clone(), inner);
        }
        Self {
            command: Some(command),
        }
    }

    /// The verb of this name.
    pub fn called(name: &str) -> Self {
        let command = Arguments::command();
        Self {
            command: command.find_subcommand(name).cloned(),
        }
    }

    /// A problem with its help in the words of the command line.
    pub fn typed(&self, problem: &Problem) -> Problem {
        let help = problem.help.iter();
        let help = help.map(|help| help.said(|way| self.words(way)));
        Problem {
            help: help.collect(),
            ..problem.clone()
        }
    }

    fn words(&self, way: &Way) -> String {
        let wording = wording(way);
        if wording.option.is_none_or(|option| self.has(option)) {
            wording.said
        } else {
            wording.elsewhere.to_owned()
        }
    }

    fn has(&self, option: &str) -> bool {
        let mut arguments = self.command.iter().flat_map(Command::get_arguments);
        arguments.any(|argument| argument.get_long() == Some(option))
    }
}

fn wording(way: &Way) -> Wording {
    let always = |said: &str| Wording {
        option: None,
        said: said.to_owned(),
        elsewhere: "",
    };
    let option = |option, said: &str, elsewhere| Wording {
        option: Some(option),
        said: said.to_owned(),
        elsewhere,
    };
    match way {
        Way::NewService => always(" with `leafwright new`"),
        Way::Build(guide) => always(&format!(" with `leafwright build {guide}`")),
        Way::SampleOrLetters => option(
            "target",
            "only `--target screen` prints a sample of it; `leafwright letters` prints the letters",
            "`leafwright build --target screen` prints a sample of it; `leafwright letters` prints the letters",
        ),
        Way::Commands => always("run `leafwright --help`"),
        Way::Needs(guide) => always(&format!("`leafwright needs {guide}` lists")),
        Way::List => always("see `leafwright list` for"),
        Way::ListPictures => always(" with `leafwright list --pictures`"),
        Way::Explain => always("`leafwright explain` lists"),
        Way::ExplainRule(rule) => always(&format!("`leafwright explain {rule}` says")),
        Way::Check => always("`leafwright check` lists"),
        Way::Service => option("service", ", or name it with `--service`", ""),
        Way::Out => option("out", " with `--out`", ""),
        Way::Resume => option(
            "resume",
            " with `--resume`",
            " (`leafwright letters --resume`)",
        ),
        Way::Afresh => option("resume", "without `--resume`", "anew"),
        Way::Replace => option("replace", " with `--replace`", ""),
        Way::LetterTimeout => option(
            "letter-timeout",
            " with `--letter-timeout`",
            " with `leafwright letters --letter-timeout`",
        ),
        Way::PrintRun => option("print-run", "`--print-run`", "the print run"),
        Way::PerFile => option(
            "per-file",
            " with `--per-file`",
            " with `leafwright letters --per-file`",
        ),
        Way::Shard => always("`leafwright letters --shard`"),
        Way::NameBy => option(
            "name-by",
            "`--name-by` takes",
            "`leafwright letters --name-by` takes",
        ),
        Way::Columns => always("`leafwright columns`"),
        Way::Accept(code) => option("accept", &format!(" with `--accept {code}`"), ""),
        Way::Sheet => option(
            "sheet",
            " with `--sheet`",
            " with `leafwright letters --sheet`",
        ),
        Way::IncludeStruckOut => option(
            "include-struck-out",
            " with `--include-struck-out`",
            " with `leafwright letters --include-struck-out`",
        ),
        Way::Post => option("post", " with `--post`", " with `post` in `service.yaml`"),
        Way::PostInDl => option("post", ": `--post dl`", ": `post: dl` in `service.yaml`"),
        Way::Language => option(
            "language",
            " with `--language`",
            " with `languages` in `service.yaml`",
        ),
        Way::Date => option("date", " with `--date`", ""),
        Way::NewVersion(guide) => always(&format!(
            " with `leafwright versions new {guide} --as short --from full`"
        )),
        Way::PrintVersions => always("`leafwright versions print`"),
        Way::CountAnswers => always("`leafwright versions answers`"),
        Way::TestedGuide => option("guide", " with `--guide`", ""),
        Way::Round(round) => option("round", &format!(" with `--round {round}`"), ""),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use strum::IntoEnumIterator;

    use super::*;

    fn long_options(command: &Command) -> BTreeSet<String> {
        let long = command.get_arguments().filter_map(|it| it.get_long());
        long.map(str::to_owned).collect()
    }

    /// The commands in words: `--out` of the verb that runs, `leafwright letters --out` of
    /// another.
    fn commands_in(words: &str) -> Vec<&str> {
        let quoted = words.split('`').skip(1).step_by(2);
        quoted
            .filter(|words| words.starts_with("--") || words.starts_with("leafwright"))
            .collect()
    }

    #[test]
    fn no_verb_is_told_of_an_option_that_it_lacks() {
        let all = Arguments::command();
        for verb in all.get_subcommands() {
            for way in Way::iter() {
                let said = Verb::called(verb.get_name()).words(&way);
                for command in commands_in(&said) {
                    let mut words = command.split(' ').peekable();
                    let of = match words.next_if_eq(&"leafwright") {
                        None => Some(verb),
                        Some(_) => words
                            .next_if(|word| !word.starts_with("--"))
                            .map(|name| all.find_subcommand(name).expect(name))
                            .map(|verb| {
                                let own = words.peek().and_then(|name| verb.find_subcommand(name));
                                own.unwrap_or(verb)
                            }),
                    };
                    let known = of.map_or_else(|| ["help".to_owned()].into(), long_options);
                    for option in words.filter_map(|word| word.strip_prefix("--")) {
                        assert!(
                            known.contains(option),
                            "{}: {way:?}: {said}",
                            verb.get_name()
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_verb_that_has_the_option_is_told_of_it() {
        let said = |verb, way| Verb::called(verb).words(&way);
        assert_eq!(said("letters", Way::Out), " with `--out`");
        assert_eq!(said("check", Way::Out), "");
        assert_eq!(said("gather", Way::Replace), " with `--replace`");
        assert_eq!(
            said("check", Way::LetterTimeout),
            " with `leafwright letters --letter-timeout`"
        );
    }
}
