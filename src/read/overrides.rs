//! `overrides/<guide>.yaml`: what a service changes in a guide.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::block::{Block, options};
use super::checks::Exception;
use super::content::SceneEntry;
use super::core_change::WrittenCoreChange;
use super::format::Format;
use super::guide::Section;
use super::option::{OptionChange, OptionEntry, OptionParts};
use super::schema;
use super::yaml::{ByTone, Change, Instead, Mistyped, Placed, Text};
use crate::diagnostics::Problem;

/// What a service changes in a guide: `overrides/<guide>.yaml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Overrides {
    /// Another paper, of those that suit this kind. Sections then stand where they fit.
    pub format: Option<Placed<Format>>,
    /// A shorter length of the guide, in that one's format.
    pub length: Option<Text>,
    /// Another picture on the cover: `leafwright list --pictures` shows which there are.
    #[schemars(schema_with = "schema::scene")]
    pub cover: Option<Text>,
    /// Sections to drop, or to say differently, each by its id.
    pub sections: IndexMap<String, Placed<Change<SectionChange>>>,
    /// Options to drop, or to say differently, each by its id.
    pub options: IndexMap<String, Placed<Change<OptionChange>>>,
    /// Sections of your own.
    pub add: Vec<AddedSection>,
    /// Options of your own.
    pub add_options: Vec<AddedOption>,
    /// What `leafwright check` finds in your own words and is meant to be so.
    pub except: Vec<Exception>,
}

/// What to say instead in a section. What is absent stays.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SectionChange {
    /// Another heading.
    pub heading: Option<ByTone>,
    /// Another picture.
    pub picture: Option<SceneEntry>,
    /// Other blocks, all of them: those of the guide are printed no more.
    pub blocks: Option<Vec<Placed<Block>>>,
    /// Who answers for other words of what is core.
    pub core_change: WrittenCoreChange,
}

impl Instead for SectionChange {
    const SETTINGS: &'static str = "`heading: …`, `picture: …` or `blocks: …`";
}

/// A section of the service's own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddedSection {
    /// The id of the section it follows.
    pub after: Text,
    /// The section, with an id that no other has.
    pub section: Section,
}

/// An option of the service's own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddedOption {
    /// The id of the option it follows.
    pub after: Text,
    /// The option, with an id that no other has, and every part that the others have.
    pub option: OptionEntry,
}

impl Overrides {
    /// The options of the service's own.
    pub(super) fn added_options(&self) -> impl Iterator<Item = &OptionEntry> {
        let changed = self.sections.values().filter_map(said);
        let changed = changed.flat_map(|change| &change.blocks).flatten();
        let added = self.add.iter().flat_map(|added| &added.section.blocks);
        let in_blocks = options(changed.chain(added)).flat_map(|(options, _)| options);
        in_blocks.chain(self.add_options.iter().map(|added| &added.option))
    }

    /// Where options have not the parts that all options of the guide have.
    pub(super) fn unlike_options(&self, parts: &OptionParts, mistyped: &Mistyped) -> Vec<Problem> {
        let changes = self.options.values().filter_map(said);
        let texts = changes.flat_map(OptionChange::parts);
        let unasked = texts.filter_map(|(part, text)| parts.unasked(part, text));
        let mut options: Vec<&OptionEntry> = self.added_options().collect();
        options.sort_by_key(|option| option.place);
        unasked
            .chain(parts.unlike(options.into_iter(), mistyped))
            .collect()
    }
}

/// What a change says instead.
fn said<T>(change: &Placed<Change<T>>) -> Option<&T> {
    match &change.value {
        Change::Drop => None,
        Change::With(said) => Some(said),
    }
}
