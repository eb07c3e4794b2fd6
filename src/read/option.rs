//! Options: every one has the same parts in the same order, so that a reader can compare.

use serde::Deserialize;

use super::yaml::{ByTone, Text};
use crate::diagnostics::{Problem, RuleId};

/// An option: the same six parts as every other.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OptionEntry {
    /// What overrides call it.
    pub id: Text,
    /// True where a service may not drop it.
    #[serde(default)]
    pub core: bool,
    /// Its name.
    pub name: ByTone,
    /// One sentence.
    pub summary: ByTone,
    /// The first part.
    pub what_it_is: ByTone,
    /// The second.
    pub what_it_is_like: ByTone,
    /// The third.
    pub how_it_may_help: ByTone,
    /// The fourth.
    pub what_may_be_hard: ByTone,
    /// The fifth.
    pub time_and_place: ByTone,
    /// The sixth.
    pub how_to_start: ByTone,
}

/// A text of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum OptionText {
    Name,
    Summary,
    WhatItIs,
    WhatItIsLike,
    HowItMayHelp,
    WhatMayBeHard,
    TimeAndPlace,
    HowToStart,
}

impl OptionEntry {
    /// One of its texts.
    pub fn text_mut(&mut self, which: OptionText) -> &mut ByTone {
        match which {
            OptionText::Name => &mut self.name,
            OptionText::Summary => &mut self.summary,
            OptionText::WhatItIs => &mut self.what_it_is,
            OptionText::WhatItIsLike => &mut self.what_it_is_like,
            OptionText::HowItMayHelp => &mut self.how_it_may_help,
            OptionText::WhatMayBeHard => &mut self.what_may_be_hard,
            OptionText::TimeAndPlace => &mut self.time_and_place,
            OptionText::HowToStart => &mut self.how_to_start,
        }
    }

    /// Its six parts, in the order they are printed, each with the label that is
    /// its heading.
    pub fn parts(&self) -> [(&'static str, &ByTone); 6] {
        [
            ("option-what-it-is", &self.what_it_is),
            ("option-what-it-is-like", &self.what_it_is_like),
            ("option-how-it-may-help", &self.how_it_may_help),
            ("option-what-may-be-hard", &self.what_may_be_hard),
            ("option-time-and-place", &self.time_and_place),
            ("option-how-to-start", &self.how_to_start),
        ]
    }
}

/// The keys of the six parts: no other group of settings has them.
const PARTS: [&str; 6] = [
    "what-it-is",
    "what-it-is-like",
    "how-it-may-help",
    "what-may-be-hard",
    "time-and-place",
    "how-to-start",
];

/// Says which rule an option breaks that lacks a part the others have, and why
/// once.
pub(super) fn same_parts(mut problems: Vec<Problem>) -> Vec<Problem> {
    let lacks_part = |problem: &Problem| {
        let missing = problem.missing.as_deref();
        missing.is_some_and(|key| PARTS.contains(&key))
    };
    let mut said = false;
    for problem in problems.iter_mut().filter(|problem| lacks_part(problem)) {
        problem.code = Some(RuleId::OptionsDifferInParts.into());
        if !said {
            let help = "every option has the same 6 parts, so that readers can compare";
            problem.help.push(help.into());
            said = true;
        }
    }
    problems
}
