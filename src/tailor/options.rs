//! Options: a page for each, and all of them on one.

use super::blocks::Tailoring;
use super::content as made;
use super::printed::Role;
use crate::diagnostics::Problem;
use crate::read::{Block, OptionEntry, Placed};

impl Tailoring<'_, '_, '_> {
    /// The pages of these options.
    pub(super) fn options(&mut self, options: &[OptionEntry]) -> Vec<made::OptionPage> {
        let options = options.iter().enumerate();
        options
            .map(|(index, option)| made::OptionPage {
                number: number(index),
                name: self.words.line(&option.name, Role::OptionName(index)),
                summary: self.words.line(&option.summary, Role::OptionSummary(index)),
                parts: self.parts(index, option),
            })
            .collect()
    }

    /// Its parts, in the order the guide gives them.
    fn parts(&mut self, index: usize, option: &OptionEntry) -> Vec<made::Part> {
        let parts = self.guide.option_parts.all().into_iter();
        let written = parts.filter_map(|part| Some((part, option.part(part)?)));
        written
            .map(|(part, text)| made::Part {
                heading: self.materials.locale.say(&part.label(), &[]),
                body: self.words.rich(text, Role::OptionPart(index, part)),
            })
            .collect()
    }

    /// The options of the guide, wherever they stand in it.
    pub(super) fn overview(&mut self, block: &Placed<Block>) -> Option<Vec<made::OptionLine>> {
        let options = self.guide.options().flat_map(|(options, _)| options);
        let lines: Vec<made::OptionLine> = options
            .enumerate()
            .map(|(index, option)| made::OptionLine {
                number: number(index),
                name: self.words.line(&option.name, Role::OptionName(index)),
                summary: self.words.line(&option.summary, Role::OptionSummary(index)),
            })
            .collect();
        if lines.is_empty() {
            self.words.problem(
                Problem::error("there are no options to give an overview of")
                    .at(block.place)
                    .help("add an `options:` block, or take this one away"),
            );
            return None;
        }
        Some(lines)
    }
}

/// Options are numbered from 1 on paper.
fn number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}
