//! Options: a page for each, and all of them on one.

use super::content as made;
use super::printed::Role;
use super::tailoring::Tailoring;
use crate::diagnostics::{Help, Problem};
use crate::read::{AtAGlance, Block, OptionEntry, Placed, Scope};

impl Tailoring<'_> {
    /// The pages of these options, or their lines in a list, where they have no parts.
    pub(super) fn options(&mut self, options: &[OptionEntry]) -> Vec<made::OptionPage> {
        let options = options.iter().enumerate();
        options
            .map(|(index, option)| {
                let line = self.option(index, option);
                self.speak_of(Scope::Option(&option.id.value));
                let parts = self.parts(index, option);
                self.speak_of(Scope::Guide);
                let here = self.here(option);
                made::OptionPage { line, parts, here }
            })
            .collect()
    }

    fn option(&mut self, index: usize, option: &OptionEntry) -> made::OptionLine {
        self.speak_of(Scope::Option(&option.id.value));
        let line = made::OptionLine {
            number: u32::try_from(index + 1).unwrap_or(u32::MAX),
            name: self.line(&option.name, Role::OptionName(index)),
            summary: self.line(&option.summary, Role::OptionSummary(index)),
            cells: None,
            picture: self.picture_of(option.picture.as_ref()),
        };
        self.speak_of(Scope::Guide);
        line
    }

    fn cells(&mut self, words: &AtAGlance) -> made::Cells {
        made::Cells {
            who_with: self.line(&words.who_with, Role::Cell),
            r#where: self.line(&words.r#where, Role::Cell),
            how_often: self.line(&words.how_often, Role::Cell),
            weigh_up: self.line(&words.weigh_up, Role::Cell),
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
        let options: Vec<&OptionEntry> = options.collect();
        let all = self.all_at_a_glance(&options);
        let lines = options.iter().enumerate();
        let lines: Vec<_> = lines
            .map(|(index, option)| {
                let words = option.at_a_glance.as_ref().filter(|_| all);
                let cells = words.map(|words| self.cells(words));
                let line = self.option(index, option);
                made::OptionLine { cells, ..line }
            })
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

    /// Whether the overview can compare in columns: every option has words for them.
    /// Where only some have, those that have none are named.
    fn all_at_a_glance(&mut self, options: &[&OptionEntry]) -> bool {
        let (with, without): (Vec<&OptionEntry>, Vec<&OptionEntry>) = options
            .iter()
            .partition(|option| option.at_a_glance.is_some());
        if let Some(example) = with.first() {
            for option in &without {
                let id = &option.id;
                let problem = Problem::warning(format!(
                    "`{}` has no `at-a-glance`, so the overview compares no option",
                    id.value
                ));
                let problem = problem.at(id.place).also(example.id.place, "this has one");
                self.problem(problem.help(Help::add_setting(
                    "`at-a-glance: {who-with: …, where: …, how-often: …, weigh-up: …}`",
                )));
            }
        }
        without.is_empty()
    }
}
