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
use super::merge::Changes;
use super::option::{OptionChange, OptionEntry, OptionParts};
use super::schema;
use super::yaml::{ByTone, Change, Instead, Mistyped, Placed, Text, YamlDate};
use crate::diagnostics::{Place, Problem};

/// What a service changes in a guide: `overrides/<guide>.yaml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Overrides {
    /// Another paper, of those that suit this kind. Sections then stand where they fit.
    pub format: Option<Placed<Format>>,
    /// A shorter length of the guide, in that one's format.
    pub length: Option<Text>,
    /// Another title.
    pub title: Option<ByTone>,
    /// Another line that says what it is for.
    pub summary: Option<ByTone>,
    /// Another picture on the cover: `leafwright list --pictures` shows which there are.
    #[schemars(schema_with = "schema::scene")]
    pub cover: Option<Text>,
    /// Your own count of what you changed.
    pub version: Option<u32>,
    /// When somebody of your service last went over it.
    pub reviewed: Option<YamlDate>,
    /// When somebody of your service has to go over it again.
    pub next_review: Option<YamlDate>,
    /// Sections to drop, or to say differently, each by its id.
    pub sections: IndexMap<String, Placed<Change<SectionChange>>>,
    /// Options to drop, or to say differently, each by its id.
    pub options: IndexMap<String, Placed<Change<OptionChange>>>,
    /// Sections of your own.
    pub add: Vec<Placed<AddedSection>>,
    /// Options of your own.
    pub add_options: Vec<Placed<AddedOption>>,
    /// Sections in another order: those named here change places among themselves, so that
    /// they come in this order.
    pub order: Vec<Text>,
    /// Options that change places among themselves, so that they come in this order.
    pub option_order: Vec<Text>,
    /// What was learned from testing it with people, the newest last. Its last version is the
    /// one that the imprint names.
    pub history: Vec<Placed<Learned>>,
    /// What `leafwright check` finds in your own words and is meant to be so.
    pub except: Vec<Exception>,
}

/// A change that came of a test with people: `leafwright versions adopt` writes it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Learned {
    /// The version of the guide from then on.
    pub version: u32,
    /// The day on which it became the service's own.
    pub on: YamlDate,
    /// The version that was tested, and is the guide now.
    pub from: Text,
    /// What was learned.
    pub learned: Text,
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
#[schemars(extend("oneOf" = [{"required": ["after"]}, {"required": ["before"]}]))]
pub struct AddedSection {
    /// The id of the section it follows.
    pub after: Option<Text>,
    /// Or the id of the one that follows it.
    pub before: Option<Text>,
    /// The section, with an id that no other has.
    pub section: Section,
}

/// An option of the service's own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(extend("oneOf" = [{"required": ["after"]}, {"required": ["before"]}]))]
pub struct AddedOption {
    /// The id of the option it follows.
    pub after: Option<Text>,
    /// Or the id of the one that follows it.
    pub before: Option<Text>,
    /// The option, with an id that no other has, and every part that the others have.
    pub option: OptionEntry,
}

/// Where something of the service's own stands.
#[derive(Debug, Clone, Copy)]
pub enum Beside<'a> {
    /// Before the part of this id.
    Before(&'a Text),
    /// After the part of this id.
    After(&'a Text),
}

impl<'a> Beside<'a> {
    /// Of two settings of which one is given; none where both or neither are.
    fn of(before: Option<&'a Text>, after: Option<&'a Text>) -> Option<Self> {
        match (before, after) {
            (Some(before), None) => Some(Self::Before(before)),
            (None, Some(after)) => Some(Self::After(after)),
            _ => None,
        }
    }

    /// The id of the part beside which it stands.
    pub fn id(self) -> &'a Text {
        match self {
            Self::Before(id) | Self::After(id) => id,
        }
    }
}

impl AddedSection {
    /// Where it stands.
    pub fn beside(&self) -> Option<Beside<'_>> {
        Beside::of(self.before.as_ref(), self.after.as_ref())
    }
}

impl AddedOption {
    /// Where it stands.
    pub fn beside(&self) -> Option<Beside<'_>> {
        Beside::of(self.before.as_ref(), self.after.as_ref())
    }
}

/// What is added nowhere, or in two places.
fn nowhere(what: &str, id: &Text, before: Option<&Text>, after: Option<&Text>) -> Option<Problem> {
    let id = (&id.value, id.place);
    match (before, after) {
        (Some(before), Some(after)) => Some(
            Problem::error(format!("the {what} `{}` cannot stand in two places", id.0))
                .at(before.place)
                .also(after.place, "it stands here already")
                .help("take `before` or `after` out"),
        ),
        (None, None) => Some(
            Problem::error(format!("nothing says where the {what} `{}` stands", id.0))
                .at(id.1)
                .help(format!(
                    "beside `{what}:`, write `after: …` or `before: …` with the id of another {what}"
                )),
        ),
        _ => None,
    }
}

impl Overrides {
    /// What it changes in the parts of the guide.
    pub(crate) fn changes(&self) -> Changes<'_> {
        Changes {
            sections: &self.sections,
            options: &self.options,
            add: &self.add,
            add_options: &self.add_options,
            order: &self.order,
            option_order: &self.option_order,
            core_stays: true,
        }
    }

    /// The version that its imprint names, where it is not the guide's own.
    pub(crate) fn count(&self) -> Option<u32> {
        let last = self.history.last().map(|learned| learned.value.version);
        self.version.or(last)
    }

    /// Where it says something in its own words, first: they are in one language.
    pub(crate) fn own_words(&self) -> Option<Place> {
        let texts = self.title.iter().chain(&self.summary).map(ByTone::place);
        let sections = self
            .sections
            .values()
            .filter(|it| said(it).is_some_and(|it| it.heading.is_some() || it.blocks.is_some()));
        let options = self.options.values().filter(|it| said(it).is_some());
        let places = texts
            .chain(sections.map(|it| it.place))
            .chain(options.map(|it| it.place))
            .chain(self.add.iter().map(|it| it.place))
            .chain(self.add_options.iter().map(|it| it.place));
        places.min_by_key(|place| place.start)
    }

    /// What is wrong with it, whatever the guide says.
    /// A key that is only `mistyped` has been reported.
    pub(super) fn wrong(&self, parts: &OptionParts, mistyped: &Mistyped) -> Vec<Problem> {
        let mut wrong = self.unlike_options(parts, mistyped);
        wrong.extend(self.nowhere(mistyped));
        wrong.extend(self.wrong_history());
        wrong
    }

    /// Versions of its history that do not rise, or are not the one that it names.
    fn wrong_history(&self) -> Option<Problem> {
        let pairs = self.history.iter().zip(self.history.iter().skip(1));
        let mut falling = pairs.filter(|(old, new)| new.value.version <= old.value.version);
        if let Some((old, new)) = falling.next() {
            return Some(
                Problem::error(format!(
                    "version {} comes after version {}",
                    new.value.version, old.value.version
                ))
                .at(new.place)
                .also(old.place, "the one before it")
                .help("the newest stands last, and its version is the highest"),
            );
        }
        let last = self.history.last()?;
        let named = self.version.filter(|it| *it != last.value.version)?;
        let problem = Problem::error(format!(
            "`version` is {named}, and the history ends with version {}",
            last.value.version
        ));
        Some(
            problem
                .at(last.place)
                .help("take `version: …` out: the history counts"),
        )
    }

    /// What of the service's own has no one place to stand.
    /// A key that is only `mistyped` has been reported.
    fn nowhere(&self, mistyped: &Mistyped) -> Vec<Problem> {
        let is_mistyped = |place| mistyped(place, "after") || mistyped(place, "before");
        let sections = self.add.iter().filter(|added| !is_mistyped(added.place));
        let sections = sections.filter_map(|Placed { value: it, .. }| {
            nowhere(
                "section",
                &it.section.id,
                it.before.as_ref(),
                it.after.as_ref(),
            )
        });
        let options = self.add_options.iter();
        let options = options.filter(|added| !is_mistyped(added.place));
        let options = options.filter_map(|Placed { value: it, .. }| {
            nowhere(
                "option",
                &it.option.id,
                it.before.as_ref(),
                it.after.as_ref(),
            )
        });
        sections.chain(options).collect()
    }

    /// The options of the service's own.
    pub(super) fn added_options(&self) -> impl Iterator<Item = &OptionEntry> {
        let changed = self.sections.values().filter_map(said);
        let changed = changed.flat_map(|change| &change.blocks).flatten();
        let added = self
            .add
            .iter()
            .flat_map(|added| &added.value.section.blocks);
        let in_blocks = options(changed.chain(added)).flat_map(|(options, _)| options);
        in_blocks.chain(self.add_options.iter().map(|added| &added.value.option))
    }

    /// Where options have not the parts that all options of the guide have.
    fn unlike_options(&self, parts: &OptionParts, mistyped: &Mistyped) -> Vec<Problem> {
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
