//! What only a service can say: a guide asks for it under `needs`, and the service answers
//! in its settings, under `guides` for one guide and under `about` for all.

mod answer;
mod answered;
mod condition;
mod given;
mod judged;
mod lines;
mod named;

pub use answer::{Answer, GuideAnswers, Said};
pub use answered::{Answers, Scope};
pub use condition::{NeedCondition, PREFIX, conditions};
pub use given::Given;
pub use judged::{AskedBy, misanswered};
pub use lines::in_yaml;
pub(crate) use lines::quoted;
pub use named::needs_in;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use strum::IntoStaticStr;

use super::yaml::{ByTone, Placed, Text};
use crate::diagnostics::{Help, Problem};

/// The needs of a guide, by the names its texts call them.
pub type Needs = IndexMap<String, Need>;

/// Under a guide's answers, what stands for its options.
pub const OPTIONS: &str = "options";

/// Something that only the service can say.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Need {
    /// What an answer is.
    pub r#type: Placed<NeedType>,
    /// The question, to whoever answers for the service.
    pub ask: Text,
    /// True where the guide is not printed without an answer.
    #[serde(default)]
    pub required: bool,
    /// What a `choice` is between.
    #[serde(default)]
    pub choices: Vec<Text>,
    /// What stands before the answer, where an option shows it in a row.
    #[serde(default)]
    pub label: Option<ByTone>,
}

/// What an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum NeedType {
    /// Words.
    Text,
    /// A number.
    Number,
    /// `yes` or `no`.
    #[serde(rename = "yes/no")]
    #[strum(serialize = "yes/no")]
    YesNo,
    /// One of a few words.
    Choice,
    /// Several texts.
    List,
    /// One of the service's places.
    Place,
    /// One of its contacts.
    Contact,
}

impl NeedType {
    /// The word for it in guides.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// What a text may say of it beside the answer itself: `{{ needs.venue.address }}`.
    pub fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Place => &["name", "address", "access"],
            Self::Contact => &["name", "phone", "email", "website", "hours"],
            _ => &[],
        }
    }
}

impl Need {
    /// Where type, choices and label do not agree. `of_options`: asked for each option.
    fn problem(&self, of_options: bool) -> Option<Problem> {
        let kind = &self.r#type;
        match (kind.value, self.choices.as_slice()) {
            (NeedType::Choice, []) => {
                return Some(
                    Problem::error("a `choice` needs `choices`")
                        .at(kind.place)
                        .help(Help::add_setting("`choices: [one, another]`")),
                );
            }
            (NeedType::Choice, _) | (_, []) => {}
            (_, [first, ..]) => {
                return Some(
                    Problem::error("only a need of type `choice` has `choices`")
                        .at(first.place)
                        .also(kind.place, "the type is said here")
                        .help("write type: choice, or take the choices out"),
                );
            }
        }
        let label = self.label.as_ref().filter(|_| !of_options)?;
        Some(
            Problem::error("only what is asked of each option has a `label`")
                .at(label.place())
                .help("take it out: a text says it, as in `{{ needs.weeks }}`"),
        )
    }
}

/// What is wrong with needs by themselves. `of_options`: those asked for each option.
pub(super) fn problems(needs: &Needs, of_options: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, need) in needs {
        problems.extend(need.problem(of_options));
        let is_name = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
        if key == OPTIONS {
            let what = format!("a need cannot be called `{OPTIONS}`");
            let problem = Problem::error(what).at(need.ask.place);
            problems.push(problem.help("a service answers for single options under that name"));
        } else if !key.chars().all(is_name) {
            let what = format!("`{key}` cannot be the name of a need");
            let problem = Problem::error(what).at(need.ask.place);
            problems
                .push(problem.help("write small letters, figures and hyphens, as in `first-day`"));
        }
    }
    problems
}
