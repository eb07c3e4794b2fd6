//! Options: a page for each, and all of them on one.

use super::content as made;
use super::printed::Role;
use super::tailoring::Tailoring;
use crate::diagnostics::Problem;
use crate::read::{Block, OptionEntry, Placed};

impl Tailoring<'_> {
    /// The pages of these options.
    pub(super) fn options(&mut self, options: &[OptionEntry]) -> Vec<made::OptionPage> {
        let options = options.iter().enumerate();
        options
            .map(|(index, option)| made::OptionPage {
                line: self.option(index, option),
                parts: self.parts(index, option),
            })
            .collect()
    }

    fn option(&mut self, index: usize, option: &OptionEntry) -> made::OptionLine {
        made::OptionLine {
            number: u32::try_from(index + 1).unwrap_or(u32::MAX),
            name: self.line(&option.name, Role::OptionName(index)),
            summary: self.line(&option.summary, Role::OptionSummary(index)),
            picture: self.picture_of(option.picture.as_ref()),
        }
    }

    /// Its parts, in the order the guide gives them.
    fn parts(&mut self, index: usize, option: &OptionEntry) -> Vec<made::Part> {
        let parts = self.guide.option_parts.all().into_iter();
        let written = parts.filter_map(|part| Some((part, option.part(part)?)));
        written
            .map(|(part, text)| made::Part {
                heading: self.materials.locale.say(&part.label(), &[]),
                body: self.rich(text, Role::OptionPart(index, part)),
            })
            .collect()
    }

    /// The options of the guide, wherever they stand in it.
    pub(super) fn overview(&mut self, block: &Placed<Block>) -> Option<Vec<made::OptionLine>> {
        let options = self.guide.options().flat_map(|(options, _)| options);
        let lines = options.enumerate();
        let lines: Vec<_> = lines
            .map(|(index, option)| self.option(index, option))
            .collect();
        if lines.is_empty() {
            return self.refuse(
                Problem::error("there are no options to give an overview of")
                    .at(block.place)
                    .help("add an `options:` block, or take this one away"),
            );
        }
        Some(lines)
    }
}
