//! Shorter lengths of a guide: the same sections and options, each in a format of its own.

use schemars::JsonSchema;
use serde::Deserialize;

use super::block::Content;
use super::format::Format;
use super::guide::Guide;
use super::kind::Kind;
use super::option::{OptionEntry, OptionParts};
use super::short::Extent;
use super::yaml::{Placed, Text};
use crate::diagnostics::Problem;

/// The length of a guide in which nothing is left out: what it has without any other.
const FULL: &str = "full";

/// A length in which a guide can be printed as well.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Length {
    /// The paper it is made for.
    pub format: Placed<Format>,
}

impl Length {
    /// What a guide of some kind becomes in it: what it is, where the format suits that.
    fn kind(&self, kind: Kind) -> Option<Kind> {
        self.format.value.kind_from(kind)
    }
}

impl Guide {
    /// What is wrong with the lengths it names.
    pub(super) fn wrong_lengths(&self) -> Vec<Problem> {
        let kind = self.kind.value;
        let wrong = self.lengths.iter().filter_map(|(name, length)| {
            let problem = if kind == Kind::Letter {
                Problem::error("a letter has no `lengths`").help("take them out")
            } else if name == FULL {
                Problem::error(format!("`{FULL}` is the guide as it is written"))
                    .help("call this length something else, such as `short`")
            } else if length.value.kind(kind).is_none() {
                let format = length.value.format.value.id();
                Problem::error(format!(
                    "a {} cannot be `{format}` in any length",
                    kind.id()
                ))
                .help("write `format: a4`, or another that is no letter's")
            } else {
                return None;
            };
            Some(problem.at(length.place))
        });
        wrong.collect()
    }

    /// Puts it on the paper that was chosen: that of one of its lengths, or one of a format.
    pub(crate) fn put_on(
        &mut self,
        length: Option<&Text>,
        format: Option<&Placed<Format>>,
    ) -> Option<Problem> {
        match (length, format) {
            (Some(length), Some(format)) => Some(
                Problem::error("a length has a format of its own")
                    .at(format.place)
                    .also(length.place, "the length is chosen here")
                    .help("take one of the two lines out"),
            ),
            (Some(length), None) => self.choose_length(length),
            (None, Some(format)) if format.value != self.format.value => {
                self.put_in(format.clone());
                None
            }
            (None, _) => None,
        }
    }

    /// Chooses one of its lengths, and puts it on the paper of that one.
    fn choose_length(&mut self, chosen: &Text) -> Option<Problem> {
        if chosen.value == FULL {
            return None;
        }
        let Some(length) = self.lengths.get(&chosen.value) else {
            let names = self.lengths.keys().map(String::as_str);
            let known = std::iter::once(FULL).chain(names);
            let problem = Problem::error(format!("the guide has no length `{}`", chosen.value));
            let problem = problem.at(chosen.place);
            return Some(if self.lengths.is_empty() {
                problem.help("it is printed in full only: take this line out")
            } else {
                problem.help_known(&chosen.value, "its lengths are", known)
            });
        };
        let kind = length.value.kind(self.kind.value)?;
        let format = length.value.format.clone();
        self.kind.value = kind;
        self.put_in(format);
        self.length = Some(chosen.value.clone());
        None
    }

    /// The guide with what its length has room for; all of it where it is printed in full.
    pub(crate) fn in_its_length(self) -> Self {
        if self.length.is_none() {
            return self;
        }
        let mut short = self.shortened(self.format.value.extent().max(Extent::Less));
        if short.lists_options() {
            short.option_parts = OptionParts::none(self.format.place);
            let blocks = short.sections.iter_mut();
            for block in blocks.flat_map(|section| &mut section.blocks) {
                if let Content::Options(options) = &mut block.value.content {
                    options.iter_mut().for_each(OptionEntry::leave_parts_out);
                }
            }
        }
        short.drop_uncited(&self);
        short
    }

    /// Whether its options are lines of a list to tick, with no pages of their own.
    pub fn lists_options(&self) -> bool {
        self.length.is_some() && self.kind.value != Kind::Booklet
    }
}
