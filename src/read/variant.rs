//! A guide that is based on another one: the same parts, with some said differently, as a
//! letter for a video call is an invitation like any other.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::checks::Exception;
use super::field::Field;
use super::format::Format;
use super::guide::{Audience, Guide, SourceEntry};
use super::merge::Changes;
use super::needs::Needs;
use super::option::{OptionChange, OptionParts};
use super::overrides::{AddedOption, AddedSection, Overrides, SectionChange};
use super::people::MoreOfSamples;
use super::schema;
use super::yaml::{ByTone, Change, Mistyped, Placed, Text, YamlDate};
use crate::diagnostics::Problem;

/// A guide file that names another guide to start from. What it does not say is as there.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Variant {
    /// Its id; also the name of its folder.
    pub guide: Text,
    /// The guide whose parts it has, in the same language.
    #[schemars(schema_with = "schema::guide")]
    pub based_on: Text,
    /// Another paper. Sections then stand where they fit.
    #[serde(default)]
    pub format: Option<Placed<Format>>,
    /// A shorter length of that guide, in that one's format.
    #[serde(default)]
    pub length: Option<Text>,
    /// The title on the cover.
    pub title: ByTone,
    /// One line that says what it is for.
    pub summary: ByTone,
    /// The picture on the cover: `leafwright list --pictures` shows which there are.
    #[serde(default)]
    #[schemars(schema_with = "schema::scene")]
    pub cover: Option<Text>,
    /// Who it is for.
    #[serde(default)]
    pub audience: Option<Placed<Audience>>,
    /// Raised with every change a reader would notice.
    pub version: u32,
    /// When somebody last went over it.
    pub reviewed: YamlDate,
    /// When somebody has to go over it again.
    pub next_review: YamlDate,
    /// True for a translation that no native speaker has checked.
    #[serde(default)]
    pub draft: bool,
    /// Where more of its facts come from.
    #[serde(default)]
    pub sources: Vec<SourceEntry>,
    /// More columns a letter may have in its spreadsheet.
    #[serde(default)]
    pub fields: IndexMap<String, Field>,
    /// What else only the service can say, or what is asked in other words.
    #[serde(default)]
    pub needs: Needs,
    /// What the guide's invented people have in its own fields.
    #[serde(default)]
    pub samples: MoreOfSamples,
    /// What `leafwright check` finds and is meant to be so.
    #[serde(default)]
    pub except: Vec<Exception>,
    /// Sections to drop, or to say differently, each by its id.
    #[serde(default)]
    pub sections: IndexMap<String, Placed<Change<SectionChange>>>,
    /// Options to drop, or to say differently, each by its id.
    #[serde(default)]
    pub options: IndexMap<String, Placed<Change<OptionChange>>>,
    /// Sections of its own.
    #[serde(default)]
    pub add: Vec<Placed<AddedSection>>,
    /// Options of its own.
    #[serde(default)]
    pub add_options: Vec<Placed<AddedOption>>,
}

/// The key that names the guide to start from.
pub(super) const BASED_ON: &str = "based-on";

/// What a guide file starts from, whatever else it says.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Basis {
    pub based_on: Text,
}

impl Variant {
    /// Its changes, as a service makes them.
    fn overrides(&self) -> Overrides {
        Overrides {
            sections: self.sections.clone(),
            options: self.options.clone(),
            add: self.add.clone(),
            add_options: self.add_options.clone(),
            ..Overrides::default()
        }
    }

    /// What is wrong with its changes, whatever the guide beneath them says.
    pub(super) fn unlike(&self, parts: &OptionParts, mistyped: &Mistyped) -> Vec<Problem> {
        self.overrides().wrong(parts, mistyped)
    }

    /// The guide that it is: the `base` with its changes.
    ///
    /// # Errors
    /// Every change that cannot be made.
    pub(super) fn over(self, base: Guide) -> Result<Guide, Vec<Problem>> {
        let mut guide = base;
        let made = guide.change(&Changes {
            sections: &self.sections,
            options: &self.options,
            add: &self.add,
            add_options: &self.add_options,
            order: &[],
            option_order: &[],
            core_stays: false,
        });
        let mut problems = made.problems;
        guide.guide = self.guide;
        guide.based_on = Some(self.based_on);
        guide.title = self.title;
        guide.summary = self.summary;
        guide.cover = self.cover.or(guide.cover);
        guide.audience = self.audience.unwrap_or(guide.audience);
        guide.version = self.version;
        guide.reviewed = self.reviewed;
        guide.next_review = self.next_review;
        guide.draft |= self.draft;
        guide.fields.extend(self.fields);
        if let Some(samples) = &mut guide.samples {
            samples.fill_in(self.samples);
        }
        guide.except.extend(self.except);
        if let Some(format) = &self.format {
            let kind = format.value.kind_from(guide.kind.value);
            guide.kind.value = kind.unwrap_or(guide.kind.value);
        }
        problems.extend(guide.put_on(self.length.as_ref(), self.format.as_ref()));
        // What no text of it needs is asked of nobody, and cited by nobody.
        let named = guide.named_needs();
        guide.needs.retain(|key, _| named.contains(key));
        guide.needs.extend(self.needs);
        let sources = std::mem::take(&mut guide.sources);
        let cited = sources.into_iter().filter(|it| guide.cites(&it.id.value));
        let cited: Vec<SourceEntry> = cited.collect();
        let own = |it: &SourceEntry| self.sources.iter().any(|own| own.id.value == it.id.value);
        let not_own = cited.into_iter().filter(|it| !own(it));
        guide.sources = not_own.collect();
        guide.sources.extend(self.sources);
        if problems.is_empty() {
            Ok(guide)
        } else {
            Err(problems)
        }
    }
}
