//! A guide: the content of one publication in one language, as written.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::block::{self, Block, Content};
use super::checks::Exception;
use super::content::SceneEntry;
use super::core_change::{CoreChanged, WrittenCoreChange};
use super::field::Field;
use super::format::{Format, Panel};
use super::kind::Kind;
use super::lengths::Length;
use super::needs::{self, Needs};
use super::option::{OptionEntry, OptionParts};
use super::overrides::Learned;
use super::people::{Declared, Samples};
use super::schema;
use super::short::LeaveOut;
use super::yaml::{ByTone, Mistyped, Placed, Text, YamlDate};
use crate::diagnostics::{Help, Place, Problem, one_of};

/// A guide file.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Guide {
    /// Its id; also the name of its folder.
    pub guide: Text,
    /// The guide that it is based on, where it is.
    #[serde(skip)]
    pub based_on: Option<Text>,
    /// What it becomes: how its pages come together.
    pub kind: Placed<Kind>,
    /// The paper it is made for.
    pub format: Placed<Format>,
    /// Shorter lengths it can be printed in, each by its name.
    #[serde(default)]
    pub lengths: IndexMap<String, Placed<Length>>,
    /// The one of them that a service chose.
    #[serde(skip)]
    pub length: Option<String>,
    /// The title on the cover.
    pub title: ByTone,
    /// One line that says what it is for.
    pub summary: ByTone,
    /// The picture on the cover: `leafwright list --pictures` shows which there are.
    #[serde(default)]
    #[schemars(schema_with = "schema::scene")]
    pub cover: Option<Text>,
    /// What each copy of it is for, where it is printed more than once.
    #[serde(default)]
    pub copies: Vec<ByTone>,
    /// True for a slip that stays with the service once it was filled in: anything else that
    /// is written on asks to be brought along.
    #[serde(default)]
    pub handed_in: bool,
    /// Who it is for.
    pub audience: Placed<Audience>,
    /// Raised with every change a reader would notice.
    pub version: u32,
    /// When somebody last went over it.
    pub reviewed: YamlDate,
    /// When somebody has to go over it again.
    pub next_review: YamlDate,
    /// True for a translation that no native speaker has checked.
    #[serde(default)]
    pub draft: bool,
    /// Where its facts come from.
    #[serde(default)]
    pub sources: Vec<SourceEntry>,
    /// Columns a letter may have in its spreadsheet beside the usual ones.
    #[serde(default)]
    pub fields: IndexMap<String, Field>,
    /// What only the service can say.
    #[serde(default)]
    pub needs: Needs,
    /// The same, asked for each option.
    #[serde(default)]
    pub option_needs: Needs,
    /// Invented people, to show what a letter looks like.
    #[serde(default)]
    pub samples: Option<Samples>,
    /// The parts that each of its options has.
    #[serde(default)]
    pub option_parts: OptionParts,
    /// What `leafwright check` finds and is meant to be so.
    #[serde(default)]
    pub except: Vec<Exception>,
    /// What it says, in the order it is read.
    pub sections: Vec<Section>,
    /// What the service learned from testing it.
    #[serde(skip)]
    pub history: Vec<Placed<Learned>>,
    /// What of the core says something else in this service.
    #[serde(skip)]
    pub core_changes: Vec<CoreChanged>,
}

/// Who a guide is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// People who use the service.
    Patients,
    /// Families, friends and carers.
    Carers,
    /// People who work there.
    Staff,
}

impl Audience {
    /// The label that names these readers.
    pub fn label(self) -> &'static str {
        match self {
            Self::Patients => "audience-patients",
            Self::Carers => "audience-carers",
            Self::Staff => "audience-staff",
        }
    }
}

/// Where a fact comes from.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SourceEntry {
    /// What the text cites: `[^id]`.
    pub id: Text,
    /// What the imprint says.
    pub text: Text,
}

/// A part of a guide.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Section {
    /// Its name for overrides, in small letters and hyphens, such as `how-to-start`.
    pub id: Text,
    /// Its heading.
    #[serde(default)]
    pub heading: Option<ByTone>,
    /// The panel of a folded leaflet it stands on.
    #[serde(default)]
    pub panel: Option<Placed<Panel>>,
    /// True where a service may not drop it, nor say it differently without saying who
    /// answers for that.
    #[serde(default)]
    pub core: bool,
    /// Who answers for other words than the built-in guide has.
    #[serde(default)]
    pub core_change: WrittenCoreChange,
    /// The picture beside it.
    #[serde(default)]
    pub picture: Option<SceneEntry>,
    /// When it is printed, such as `person.interpreter` or `not needs.weeks`. Always, where it says nothing.
    #[serde(default)]
    pub when: Option<Text>,
    /// Whether it is left out where there is little room.
    #[serde(default)]
    pub short: Option<Placed<LeaveOut>>,
    /// What stands in it.
    pub blocks: Vec<Placed<Block>>,
}

impl Section {
    /// Every text of it, in the order it is written.
    pub fn texts(&self) -> impl Iterator<Item = &ByTone> {
        let blocks = self.blocks.iter();
        let inside = blocks.flat_map(|block| block.value.texts());
        self.heading.iter().chain(inside)
    }

    /// Whether any text of it cites a source, in any tone and for any person. What stands
    /// for a picture cannot.
    pub(crate) fn cites(&self, source: &str) -> bool {
        let blocks = self.blocks.iter().map(|block| &block.value);
        let blocks = blocks.filter(|block| !matches!(block.content, Content::Picture(_)));
        let inside = blocks.flat_map(Block::texts);
        let mut texts = self.heading.iter().chain(inside);
        texts.any(|text| cites(text, source))
    }
}

/// Whether a text cites a source, in any tone.
fn cites(text: &ByTone, source: &str) -> bool {
    let same = match text {
        ByTone::Same(text) => Some(text),
        ByTone::Different(..) => None,
    };
    let by_tone = text.by_tone().map(|(_, text)| text);
    let mut all = same.into_iter().chain(by_tone);
    all.any(|text| text.value.contains(&format!("[^{source}]")))
}

impl Guide {
    /// Whether any text cites a source, in any tone and for any person.
    pub(crate) fn cites(&self, source: &str) -> bool {
        let mut sections = self.sections.iter();
        cites(&self.summary, source) || sections.any(|section| section.cites(source))
    }

    /// Drops the sources that the `whole` guide cites and this part of it does not: they
    /// have no number, and do not stand at the end.
    pub(crate) fn drop_uncited(&mut self, whole: &Guide) {
        let sections = std::mem::take(&mut self.sections);
        self.sources.retain(|source| {
            let id = &source.id.value;
            sections.iter().any(|section| section.cites(id)) || !whole.cites(id)
        });
        self.sections = sections;
    }

    /// Whether it lists the services nearby: as long as the list of a service is.
    pub fn has_directory(&self) -> bool {
        let mut blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.any(|block| matches!(block.value.content, Content::Directory(_)))
    }

    /// Every block of options, and where it stands.
    pub fn options(&self) -> impl Iterator<Item = (&Vec<OptionEntry>, Place)> {
        block::options(self.sections.iter().flat_map(|section| &section.blocks))
    }

    /// Where options have not the parts that all of them have.
    pub(super) fn unlike_options(&self, mistyped: &Mistyped) -> Vec<Problem> {
        let options = self.options().flat_map(|(options, _)| options);
        self.option_parts.unlike(options, mistyped)
    }

    /// The columns a letter may have beside the usual ones, as its spreadsheet is read.
    pub fn declared(&self) -> Vec<Declared> {
        let words = |choices: &[Text]| choices.iter().map(|choice| choice.value.clone()).collect();
        let fields = self.fields.iter();
        fields
            .map(|(key, field)| Declared {
                key: key.clone(),
                kind: field.r#type.value,
                required: field.required,
                choices: words(&field.choices),
                other_day: field.other_day,
            })
            .collect()
    }

    /// What no type can say: parts that have to agree with each other.
    pub(super) fn problems(&self, id: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.guide.value != id {
            problems.push(
                Problem::error(format!(
                    "this guide calls itself `{}`, but its folder is `{id}`",
                    self.guide.value
                ))
                .at(self.guide.place)
                .help(format!("write guide: {id}")),
            );
        }
        let kind = self.kind.value;
        if kind != Kind::Letter
            && let Some((_, field)) = self.fields.first()
        {
            problems.push(
                Problem::error(format!("a {} has no `fields`", kind.id()))
                    .at(field.about.place)
                    .help("only a letter is filled in for each person"),
            );
        }
        if let Some(samples) = &self.samples {
            problems.extend(match kind {
                Kind::Letter => samples.problems(&self.declared()),
                _ => vec![
                    Problem::error(format!("a {} has no `samples`", kind.id()))
                        .at(samples.short.name.place)
                        .help("only a letter is filled in for each person"),
                ],
            });
        }
        problems.extend(self.fields.values().filter_map(Field::problem));
        problems.extend(needs::problems(&self.needs, false));
        problems.extend(needs::problems(&self.option_needs, true));
        problems.extend(self.misnamed_needs());
        problems.extend(self.option_parts.problems());
        problems.extend(self.misplaced());
        problems.extend(self.unspared());
        problems.extend(self.wrong_lengths());
        problems.extend(repeated(self.sections.iter().map(|section| &section.id)));
        problems.extend(repeated(self.sources.iter().map(|source| &source.id)));
        problems
    }

    /// The guide in another format of its kind. Its sections stand where they fit: panels
    /// are those of the format they were written for.
    pub(crate) fn put_in(&mut self, format: Placed<Format>) {
        self.format = format;
        for section in &mut self.sections {
            section.panel = None;
        }
    }

    /// What may not be left out where there is little room, and would be.
    pub(crate) fn unspared(&self) -> Vec<Problem> {
        self.sections.iter().flat_map(Section::unspared).collect()
    }

    /// Where kind, format and panels do not agree.
    pub(crate) fn misplaced(&self) -> Vec<Problem> {
        let (kind, format) = (self.kind.value, self.format.value);
        if !format.kinds().contains(&kind) {
            let formats = Format::of(kind).map(Format::id);
            return vec![
                Problem::error(format!("a {} cannot be `{}`", kind.id(), format.id()))
                    .at(self.format.place)
                    .also(self.kind.place, "the kind is said here")
                    .help(format!("a {} can be {}", kind.id(), one_of(formats))),
            ];
        }
        if let Some(copy) = self.copies.first()
            && !format.has_copies(kind)
        {
            let (id, kind) = (format.id(), kind.id());
            return vec![
                Problem::error(format!("a {kind} of `{id}` cannot have `copies`"))
                    .at(copy.place())
                    .also(self.format.place, "the format is said here")
                    .help(
                        "each copy begins a new sheet: a letter can have them, and a sheet of `a4`",
                    )
                    .help("take `copies` out, and print as many as are needed"),
            ];
        }
        let panels = format.panels();
        let names = || panels.iter().map(|(panel, _)| panel.id());
        let placed = self.sections.iter().any(|section| section.panel.is_some());
        let problem = |section: &Section| match &section.panel {
            Some(panel) if panels.is_empty() => Some(
                Problem::error(format!("`{}` has no panels", format.id()))
                    .at(panel.place)
                    .help("take this line out: only a folded leaflet has panels"),
            ),
            Some(panel) if panels.iter().all(|(name, _)| *name != panel.value) => Some(
                Problem::error(format!(
                    "`{}` has no panel `{}`",
                    format.id(),
                    panel.value.id()
                ))
                .at(panel.place)
                .help(format!("its panels are {}", one_of(names()))),
            ),
            None if placed && !panels.is_empty() => Some(
                Problem::error(format!(
                    "the section `{}` stands on no panel",
                    section.id.value
                ))
                .at(section.id.place)
                .help(Help::add_setting("`panel: …`").then(format!(": {}", one_of(names()))))
                .help("or give no section a panel: then they stand where they fit, in order"),
            ),
            _ => None,
        };
        self.sections.iter().filter_map(problem).collect()
    }
}

/// Ids that are given away twice.
pub(crate) fn repeated<'a>(ids: impl Iterator<Item = &'a Text>) -> Vec<Problem> {
    let mut seen: IndexMap<&str, &Text> = IndexMap::new();
    let mut problems = Vec::new();
    for id in ids {
        if let Some(first) = seen.get(id.value.as_str()) {
            problems.push(
                Problem::error(format!("the id `{}` is taken", id.value))
                    .at(id.place)
                    .also(first.place, "it is given here")
                    .help("give one of them another id"),
            );
        } else {
            seen.insert(&id.value, id);
        }
    }
    problems
}
