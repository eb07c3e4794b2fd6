//! Options: a page for each, and all of them on one.

use super::blocks::Tailoring;
use super::content as made;
use super::printed::Role;
use crate::diagnostics::Problem;
use crate::read::{Block, Content, OptionEntry, Placed};

impl Tailoring<'_, '_, '_> {
    /// The pages of these options.
    pub(super) fn options(&mut self, options: &[OptionEntry]) -> Vec<made::OptionPage> {
        let locale = self.materials.locale;
        (1..)
            .zip(options)
            .map(|(number, option)| made::OptionPage {
                number,
                name: self
                    .words
                    .line(&option.name, Role::OptionName(index(number))),
                summary: self
                    .words
                    .line(&option.summary, Role::OptionSummary(index(number))),
                parts: option
                    .parts()
                    .map(|(label, text)| made::Part {
                        heading: locale.say(label, &[]),
                        body: self
                            .words
                            .rich(text, Role::OptionPart(index(number), label)),
                    })
                    .into(),
            })
            .collect()
    }

    /// The options of the guide, wherever they stand in it.
    pub(super) fn overview(&mut self, block: &Placed<Block>) -> Option<Vec<made::OptionLine>> {
        let blocks = self
            .guide
            .sections
            .iter()
            .flat_map(|section| &section.blocks);
        let options: Vec<&OptionEntry> = blocks
            .filter_map(|block| match &block.value.content {
                Content::Options(options) => Some(options),
                _ => None,
            })
            .flatten()
            .collect();
        if options.is_empty() {
            self.words.problem(
                Problem::error("there are no options to give an overview of")
                    .at(block.place)
                    .help("add an `options:` block, or take this one away"),
            );
            return None;
        }
        Some(
            (1..)
                .zip(options)
                .map(|(number, option)| made::OptionLine {
                    number,
                    name: self
                        .words
                        .line(&option.name, Role::OptionName(index(number))),
                    summary: self
                        .words
                        .line(&option.summary, Role::OptionSummary(index(number))),
                })
                .collect(),
        )
    }
}

/// Options are numbered from 1 on paper.
fn index(number: u32) -> usize {
    number as usize - 1
}
